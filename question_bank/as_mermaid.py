"""Drawings in Mermaid, in a Markdown file. Labels parse whatever a bank contains."""

from question_bank.as_markdown import escaped
from question_bank.graph import Drawing, Edge, Graph, Node, Shape

_PLAIN = frozenset(" ,.?'()/-+–’“”…·")
"""What stands in a label as it is, besides letters and digits. Everything else is written as its number."""
_SHAPES = {
    Shape.STAGE: ('(["', '"])'),
    Shape.QUESTION: ('["', '"]'),
    Shape.CHOICE: ('{{"', '"}}'),
    Shape.PROBE: ('("', '")'),
}


def as_mermaid(graph: Graph) -> str:
    """A Markdown file with a diagram under a heading for each drawing."""
    return f"# {escaped(graph.title)}\n" + "".join(_section(drawing) for drawing in graph.drawings)


def label(text: str) -> str:
    """A text as a label: one line, in which nothing is markup, a directive or the end of the label."""
    return "".join(_character(each) for each in " ".join(text.split()))


def _character(character: str) -> str:
    if character.isalnum() or character in _PLAIN:
        return character
    return f"#{ord(character) if character.isprintable() else ord('�')};"


def _section(drawing: Drawing) -> str:
    lines = ["flowchart LR", *map(_node, drawing.nodes), *map(_edge, drawing.edges)]
    return f"\n## {escaped(drawing.title)}\n\n```mermaid\n" + "\n".join(lines) + "\n```\n"


def _node(node: Node) -> str:
    opening, closing = _SHAPES[node.shape]
    return f"  {node.id}{opening}{label(node.text)}{closing}"


def _edge(edge: Edge) -> str:
    line = "-.->" if edge.follows else "-->"
    words = f'|"{label(edge.label)}"|' if edge.label else ""
    return f"  {edge.start} {line}{words} {edge.end}"
