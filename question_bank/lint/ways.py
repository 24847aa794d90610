"""Questions that nothing leads to, and rules that can never ask."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from models.bank import AnswerKind, Question, Rule, Stage, When
from models.errors import Fault
from models.reading import Depth
from models.taxonomy import is_at_or_below, tag_and_broader
from question_bank.entries import Located
from question_bank.lint.ground import Ground
from question_bank.lint.implied import holds_whenever
from question_bank.lint.routes import Routes

Told = tuple[str, str] | None
"""A field of the conditions, and why with it a rule never asks."""


def way_faults(
    questions: Sequence[Located[Question]], rules: Sequence[Located[Rule]], ways: Routes, ground: Ground
) -> list[Fault]:
    """Planned questions that are never asked, rules that never ask, and probes to which only each other leads."""
    late = _asked_too_late(questions)
    faults = [question.fault(problem, "when", "not_mentioned") for question, problem in late]
    open_ways = ways.without([question.value.id for question, _ in late])
    dead = [(rule, told) for rule in rules if (told := _never_asks(rule.value, open_ways, ground))]
    faults += [rule.fault(problem, "when", name) for rule, (name, problem) in dead]
    hoped = ways.with_asked({rule.value.ask for rule, _ in dead})
    return faults + [_island(each) for each in questions if each.value.id not in hoped.stages]


def way_remarks(rules: Sequence[Located[Rule]], ways: Routes) -> list[Fault]:
    """Rules whose probe can only be noted: enough was asked before it comes up."""
    most = ways.most_follow_ups
    return [
        rule.fault(f"comes after {most} probes at the earliest, so its probe is only noted and never put", "when")
        for rule in rules
        if ways.stages_of_rule(rule.value) and ways.least(rule.value) == most
    ]


def _island(probe: Located[Question]) -> Fault:
    problem = "nothing leads here: each rule that asks it follows a question that is itself never asked"
    return probe.fault(f"{problem}; let one follow a planned question", "id")


def _asked_too_late(questions: Sequence[Located[Question]]) -> list[tuple[Located[Question], str]]:
    """Questions for which an earlier one of their stage always takes away what they wait for."""
    eliciting: dict[tuple[Stage, str], list[Question]] = defaultdict(list)
    found = []
    for question in (each for each in questions if not each.value.probe):
        value, absent = question.value, question.value.when.not_mentioned or ""
        first = (each for each in eliciting[value.stage, absent] if holds_whenever(each.when, value.when))
        if absent and (earlier := next(first, None)):
            problem = f"never asked: `{earlier.id}` always comes before it and speaks of `{absent}`; move it up"
            found.append((question, problem))
        for tag in {above for elicited in value.elicits for above in tag_and_broader(elicited)}:
            eliciting[value.stage, tag].append(value)
    return found


def _elicits(question: Question, tag: str) -> bool:
    return any(is_at_or_below(elicited, tag) for elicited in question.elicits)


def _never_asks(rule: Rule, ways: Routes, ground: Ground) -> Told:
    """Why a rule never asks; None where it may, or where only what it follows is never asked."""
    named = [ways.questions[name] for name in rule.when.question if name in ways.questions]
    if named and all(question.kind is not AnswerKind.TEXT for question in named):
        return "question", "is not answered in free text, and rules read nothing else; name another question"
    stages = ways.stages_of_rule(rule)
    if not stages:
        return _in_no_stage(rule, named, ways)
    return _at_no_answer(rule.when, named, stages, ground) or _after_too_many(rule, ways)


def _in_no_stage(rule: Rule, named: Sequence[Question], ways: Routes) -> Told:
    listed = ", ".join(rule.when.stage)
    if not named:
        return (
            "stage",
            f"nothing is answered in free text in {listed}, so there is nothing to follow; name another stage",
        )
    there = {stage for question in named for stage in ways.stages.get(question.id, ())}
    if not there or not rule.when.stage:
        return None
    return "stage", f"what `question` names is asked in {_listed(there)}, not in {listed}; make them agree"


def _at_no_answer(when: When, named: Sequence[Question], stages: frozenset[Stage], ground: Ground) -> Told:
    """Conditions that hold at none of the answers that a rule follows."""
    possible = {depth for stage in stages for depth in ground.depths[stage]}
    if when.depth and possible.isdisjoint(when.depth):
        told = ", ".join(depth for depth in Depth if depth in possible)
        return (
            "depth",
            f"an answer in {_listed(stages)} is one of {told}, never {', '.join(when.depth)}; name one of those",
        )
    if when.contradicts and not any(stage.per_episode for stage in stages):
        return "contradicts", f"answers in {_listed(stages)} belong to no episode, and accounts are compared by episode"
    absent = when.not_mentioned
    if absent and named and all(_elicits(question, absent) for question in named):
        return "not_mentioned", f"never holds: what `question` names speaks of `{absent}` itself; remove one of the two"
    return None


def _after_too_many(rule: Rule, ways: Routes) -> Told:
    """Rules that come after the probe they ask, or after more probes than may be put."""
    if ways.leads_back(rule):
        problem = f"goes round in a circle: `{rule.ask}` is always put before what this follows, and never twice"
        return "question", f"{problem} on one thing; follow another question"
    least, most, own = ways.least(rule), ways.most_follow_ups, rule.when.follow_ups_at_most
    if least > most:
        problem = f"comes after {least} probes at the earliest, and at most {most} are put on one thing"
        return "question", f"{problem}; follow something earlier"
    if own is not None and least > own:
        problem = f"comes after {least} {'probe' if least == 1 else 'probes'} at the earliest; say {least} or more"
        return "follow_ups_at_most", problem
    return None


def _listed(stages: Collection[Stage]) -> str:
    return ", ".join(stage for stage in Stage if stage in stages)
