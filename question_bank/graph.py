"""A bank as drawings: one of its parts in order, and one for each part with its questions and what follows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from models.bank import STAGE_TITLES, AnswerKind, Bank, Question, Rule, Stage
from models.taxonomy import Taxonomy
from question_bank.conditions_in_short import in_short

LONGEST_LABEL = 120
"""Code points of a question's text in a drawing."""
OVERVIEW, SHARED = "overview", "shared"


class Shape(StrEnum):
    """What a node stands for."""

    STAGE = "stage"
    QUESTION = "question"
    CHOICE = "choice"
    PROBE = "probe"


@dataclass(frozen=True)
class Node:
    """A node; its id is unique among all drawings of a bank."""

    id: str
    shape: Shape
    text: str


@dataclass(frozen=True)
class Edge:
    """A line from one node to another: the order of questions, or, where `follows`, a rule that asks a probe."""

    start: str
    end: str
    label: str = ""
    follows: bool = False


@dataclass(frozen=True)
class Drawing:
    """One drawing."""

    id: str
    """A stage, `overview`, or `shared` for the follow-ups of several parts."""
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True)
class Graph:
    """All drawings of a bank, the overview first."""

    title: str
    drawings: tuple[Drawing, ...]


def bank_graph(bank: Bank, taxonomy: Taxonomy) -> Graph:
    """The overview, a drawing for each part, and one for the rules that ask in several parts whatever the question."""
    stages = _stages(bank)
    drawings = [_overview(bank, stages)]
    drawings += [_Sketch(bank, taxonomy, stage.value).stage(stage, shared=False) for stage in stages]
    shared = _Sketch(bank, taxonomy, SHARED).shared()
    return Graph(_title(bank), (*drawings, *([shared] if shared.edges else [])))


def stage_graph(bank: Bank, taxonomy: Taxonomy, stage: Stage) -> Graph:
    """One drawing, of all that may be asked in a part."""
    return Graph(_title(bank), (_Sketch(bank, taxonomy, stage.value).stage(stage, shared=True),))


def _title(bank: Bank) -> str:
    return f"{bank.title} {bank.version}"


def _stages(bank: Bank) -> tuple[Stage, ...]:
    return tuple(stage for stage in Stage if bank.planned[stage])


def _overview(bank: Bank, stages: tuple[Stage, ...]) -> Drawing:
    nodes = tuple(Node(f"{OVERVIEW}_{stage}", Shape.STAGE, _summary(bank, stage)) for stage in stages)
    edges = [Edge(f"{OVERVIEW}_{one}", f"{OVERVIEW}_{next_one}") for one, next_one in pairwise(stages)]
    of_episodes = [stage for stage in stages if stage.per_episode]
    if of_episodes and Stage.WHAT_HAPPENED in stages:
        last, again = f"{OVERVIEW}_{of_episodes[-1]}", f"{OVERVIEW}_{Stage.WHAT_HAPPENED}"
        edges.append(Edge(last, again, "another episode"))
    return Drawing(OVERVIEW, "The parts", nodes, tuple(edges))


def _summary(bank: Bank, stage: Stage) -> str:
    planned = len(bank.planned[stage])
    probes = len({rule.ask for rule in bank.rules if stage in _stages_of(rule)})
    return f"{STAGE_TITLES[stage]}: {planned} planned, {probes} that may follow"


def _stages_of(rule: Rule) -> tuple[Stage, ...]:
    return rule.when.stage or tuple(Stage)


class _Sketch:
    """A drawing being made."""

    def __init__(self, bank: Bank, taxonomy: Taxonomy, name: str) -> None:
        self._bank, self._taxonomy, self._name = bank, taxonomy, name
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str], list[str]] = {}
        self._order: list[Edge] = []

    def stage(self, stage: Stage, *, shared: bool) -> Drawing:
        """A part: its planned questions in order, and what follows them there."""
        head = self._node(f"stage {stage}", Shape.STAGE, STAGE_TITLES[stage])
        for question in self._bank.planned[stage]:
            node = self._question(question)
            where = in_short(question.when, self._taxonomy) if not question.when.anywhere else ""
            self._order.append(Edge(self._order[-1].end if self._order else head, node, where))
        here = [rule for rule in self._bank.rules if stage in _stages_of(rule)]
        for rule in here:
            if not rule.when.question and (shared or rule.when.stage == (stage,)):
                self._follows(head, rule)
        self._after_questions(stage, [rule for rule in here if rule.when.question])
        left = {rule.ask for rule in here if not rule.when.question and rule.when.stage != (stage,)}
        if left and not shared:
            more = self._node("and more", Shape.STAGE, f"and {len(left)} that may follow in several parts")
            self._edges[head, more] = [""]
        return self._drawing(STAGE_TITLES[stage])

    def shared(self) -> Drawing:
        """Rules that ask in several parts whatever the question, by those parts."""
        for rule in self._bank.rules:
            if not rule.when.question and len(rule.when.stage) != 1:
                stages = " or ".join(STAGE_TITLES[each] for each in rule.when.stage) or "any part"
                self._follows(self._node(f"in {stages}", Shape.STAGE, f"in {stages}"), rule)
        return self._drawing("Follow-ups in several parts")

    def _after_questions(self, stage: Stage, rules: list[Rule]) -> None:
        """Rules that name the questions they follow: planned ones of this part, and probes put before in it."""
        there = {question.id for question in self._bank.planned[stage]}
        there |= {rule.ask for rule in self._bank.rules if stage in _stages_of(rule) and not rule.when.question}
        for _ in rules:  # each pass reaches one probe further; a bank with n rules has chains of n at most
            reached = {rule.ask for rule in rules if there & set(rule.when.question)} - there
            there |= reached
            if not reached:
                break
        for rule in rules:
            for name in rule.when.question:
                if name in there:
                    self._follows(self._question(self._bank.by_id[name]), rule)

    def _follows(self, start: str, rule: Rule) -> None:
        end = self._question(self._bank.by_id[rule.ask])
        self._edges.setdefault((start, end), []).append(in_short(rule.when, self._taxonomy))

    def _question(self, question: Question) -> str:
        shape = (
            Shape.PROBE if question.probe else Shape.CHOICE if question.kind is AnswerKind.CHOICE else Shape.QUESTION
        )
        return self._node(question.id, shape, _clipped(question.text))

    def _node(self, name: str, shape: Shape, text: str) -> str:
        if name not in self._nodes:
            self._nodes[name] = Node(f"{self._name}_{len(self._nodes)}", shape, text)
        return self._nodes[name].id

    def _drawing(self, title: str) -> Drawing:
        rules = [Edge(start, end, _joined(labels), follows=True) for (start, end), labels in self._edges.items()]
        return Drawing(self._name, title, tuple(self._nodes.values()), (*self._order, *rules))


def _joined(labels: Iterable[str]) -> str:
    return "; or ".join(dict.fromkeys(labels))


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1].rstrip()}…"
