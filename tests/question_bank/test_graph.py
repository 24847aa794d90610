"""Drawings of a bank: everything is in them, and they parse whatever a bank contains."""

import re

import pydot
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.bank import Bank, Stage
from question_bank import as_dot, as_mermaid
from question_bank.graph import Graph, bank_graph, stage_graph
from question_bank.loader import bank_ids, load_bank
from tests.support import TAXONOMY, bank, question, rule

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:pydot.dot_parser")  # of another library's own

LABEL = r'"(?:[^\W_]|[ ,.?\'()/\-+–’“”…·]|#\d+;)*"'
NODE = re.compile(rf"  (\w+)(?:\(\[{LABEL}\]\)|\[{LABEL}\]|\{{\{{{LABEL}\}}\}}|\({LABEL}\))")
EDGE = re.compile(rf"  (\w+) (?:-->|-\.->)(?:\|{LABEL}\|)? (\w+)")
BLOCK = re.compile(r"```mermaid\nflowchart LR\n(.*?)\n```\n", re.DOTALL)
SMALL = bank(
    question("tunnel.one"),
    question("tunnel.two", when={"source": ["record"]}),
    question("why.one", kind="choice", choices=["a", "b"]),
    question("probe.tunnel.how"),
    question("probe.tunnel.on"),
    question("probe.why.any"),
    rule("probe.tunnel.how", stage=["tunnel"], depth=["reports"]),
    rule("probe.tunnel.on", question=["probe.tunnel.how", "tunnel.two"], follow_ups_at_most=1),
    rule("probe.why.any", stage=["tunnel", "why"], signal=["usual"]),
)
NASTY = ["end", 'say "no"', "[a](b)", "{a}", "<b>b</b>", "%%{init: {}}%%", "a\nb", 'style x:"#a;"', "\\", '\\"', "#quot;", "`c`", "subgraph", "-->|x|", "😀\u202e", "&amp;", "a;b", "\x1b[31m"]  # fmt: skip


def drawn_in_mermaid(graph: Graph) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """The nodes and edges of each diagram; every line is one or the other, and edges join nodes that are there."""
    found = []
    for block in BLOCK.findall(as_mermaid.as_mermaid(graph)):
        nodes: set[str] = set()
        edges: list[tuple[str, str]] = []
        for line in block.splitlines():
            if node := NODE.fullmatch(line):
                nodes.add(node[1])
            else:
                edge = EDGE.fullmatch(line)
                assert edge is not None, line
                edges.append((edge[1], edge[2]))
        assert {end for edge in edges for end in edge} <= nodes
        found.append((nodes, edges))
    return found


def drawn_in_dot(graph: Graph) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """The same of each cluster, read by a parser of DOT."""
    parsed = pydot.graph_from_dot_data(as_dot.as_dot(graph))
    assert parsed is not None
    assert len(parsed) == 1
    return [
        (
            {node.get_name() for node in cluster.get_nodes()},
            [(str(edge.get_source()), str(edge.get_destination())) for edge in cluster.get_edges()],
        )
        for cluster in parsed[0].get_subgraphs()
    ]


def meant(graph: Graph) -> list[tuple[set[str], list[tuple[str, str]]]]:
    return [
        ({node.id for node in drawing.nodes}, [(edge.start, edge.end) for edge in drawing.edges])
        for drawing in graph.drawings
    ]


def test_questions_stand_in_order_and_probes_hang_on_what_leads_to_them() -> None:
    """A rule without particular questions hangs on its stage; one for several stages has a drawing of its own."""
    graph = bank_graph(SMALL, TAXONOMY)
    tunnel = next(drawing for drawing in graph.drawings if drawing.id == "tunnel")
    text = {node.id: node.text for node in tunnel.nodes}
    edges = {(text[edge.start], text[edge.end], edge.label) for edge in tunnel.edges}
    assert edges == {
        ("view from the tunnel", "What about tunnel.one?", ""),
        ("What about tunnel.one?", "What about tunnel.two?", "record"),
        ("view from the tunnel", "What about probe.tunnel.how?", "only reports"),
        ("What about tunnel.two?", "What about probe.tunnel.on?", "at most 1 before"),
        ("What about probe.tunnel.how?", "What about probe.tunnel.on?", "at most 1 before"),
        ("view from the tunnel", "and 1 that may follow in several parts", ""),
    }
    assert [drawing.id for drawing in graph.drawings] == ["overview", "tunnel", "why", "shared"]


def test_one_stage_alone_has_all_that_may_follow_there() -> None:
    """What several stages share hangs on the stage that is drawn."""
    [why] = stage_graph(SMALL, TAXONOMY, Stage.WHY).drawings
    assert [node.text for node in why.nodes] == [
        "why (contributory factors)", "What about why.one?", "What about probe.why.any?",
    ]  # fmt: skip


@pytest.mark.parametrize("name", bank_ids())
def test_a_bank_that_ships_is_drawn_whole_and_parses(name: str) -> None:
    """Every question and probe is in some drawing, in both notations, and no diagram is too large to be shown."""
    made = load_bank(name, TAXONOMY)
    graph = bank_graph(made, TAXONOMY)
    assert drawn_in_mermaid(graph) == meant(graph) == drawn_in_dot(graph)
    drawn = {node.text for drawing in graph.drawings for node in drawing.nodes}
    assert {" ".join(each.text.split()) for each in made.questions} <= drawn
    for drawing in graph.drawings:
        assert len(as_mermaid.as_mermaid(Graph("", (drawing,)))) < 50_000
        assert len(drawing.edges) < 500


@pytest.mark.parametrize("text", NASTY)
def test_whatever_a_bank_contains_parses(text: str) -> None:
    """Quotes, brackets, braces, directives, line ends and words of the notations are only text."""
    graph = bank_graph(_holding(text), TAXONOMY)
    assert drawn_in_mermaid(graph) == meant(graph) == drawn_in_dot(graph)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@example('\\"')
def test_any_text_is_a_label(text: str) -> None:
    """Whatever it holds, a label is one quoted string in each notation."""
    assert re.fullmatch(LABEL, f'"{as_mermaid.label(text)}"')
    assert re.fullmatch(r'"(?:[^"\\]|\\["\\n])*"', as_dot.label(text))


def _holding(text: str) -> Bank:
    return bank(
        question("why.one", text=f"{text} and what else?"),
        question("probe.why.how", text=f"How about {text}"),
        rule("probe.why.how", question=["why.one"], respondent=[text or "x"]),
    ).model_copy(update={"title": text})
