"""Drawings in DOT, as one digraph with a cluster for each. Labels parse whatever a bank contains."""

import textwrap

from question_bank.graph import Drawing, Edge, Graph, Node, Shape

LINE_LENGTH = 34
"""Code points of a label's line, roughly."""
_SHAPES = {
    Shape.STAGE: "shape=oval, style=bold",
    Shape.QUESTION: "shape=box",
    Shape.CHOICE: "shape=hexagon",
    Shape.PROBE: "shape=box, style=rounded",
}


def as_dot(graph: Graph) -> str:
    """The digraph."""
    lines = [f"digraph {label(graph.title)} {{", '  graph [rankdir="LR"];']
    for drawing in graph.drawings:
        lines += _cluster(drawing)
    return "\n".join((*lines, "}")) + "\n"


def label(text: str) -> str:
    r"""A text as a quoted string in lines of readable length: `\n` ends a line, and nothing else in it is markup."""
    lines = textwrap.wrap(" ".join(text.split()), LINE_LENGTH, break_long_words=False, break_on_hyphens=False)
    return '"' + r"\n".join("".join(map(_character, line)) for line in lines) + '"'


def _character(character: str) -> str:
    if not character.isprintable():
        return "�"
    return {"\\": r"\\", '"': r"\"", "&": "&amp;"}.get(character, character)


def _cluster(drawing: Drawing) -> list[str]:
    head = [f"  subgraph cluster_{drawing.id} {{", f"    label={label(drawing.title)};"]
    return [*head, *map(_node, drawing.nodes), *map(_edge, drawing.edges), "  }"]


def _node(node: Node) -> str:
    return f"    {node.id} [label={label(node.text)}, {_SHAPES[node.shape]}];"


def _edge(edge: Edge) -> str:
    words = [f"label={label(edge.label)}"] if edge.label else []
    words += ['style="dashed"'] if edge.follows else []
    return f"    {edge.start} -> {edge.end}" + (f" [{', '.join(words)}]" if words else "") + ";"
