"""Conditions that contradict each other, and conditions where nothing looks at them."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from models.annotation import Status
from models.bank import AnswerKind, Question, Rule, When
from models.errors import Fault
from models.taxonomy import Direction, is_at_or_below
from question_bank.checks import LIKE
from question_bank.entries import Located
from question_bank.lint.ground import Ground
from question_bank.lint.implied import role_words

Problems = Iterator[tuple[str, str]]
"""A field of the conditions, and what is wrong with it."""

_OF_AN_ANSWER = (
    "stage",
    "question",
    "depth",
    "wording",
    "signal",
    "tag",
    "contradicts",
    "words_at_least",
    "words_at_most",
    "follow_ups_at_most",
)
"""Conditions on the answer just given. A planned question follows no particular answer."""
_OPPOSED = (Direction.HELPED, Direction.HINDERED)
_FILLED_BY = {"tag": ("tag", "contradicts"), "other": ("contradicts",), "who": ("contradicts",)}
"""What a because may hold in braces, and the conditions of which one has to be there for it to be filled."""


def question_faults(question: Located[Question], ground: Ground) -> list[Fault]:
    """What is wrong with how a question is asked: conditions that never hold, or that nothing looks at."""
    value = question.value
    if value.probe:
        return _probe_faults(question)
    faults = [
        question.fault(f"`{name}` is asked of an answer, and a planned question follows none; remove it", "when", name)
        for name in _OF_AN_ANSWER
        if getattr(value.when, name) != When.model_fields[name].get_default()
    ]
    faults += [question.fault(problem, "when", name) for name, problem in _of_the_session(value.when, ground)]
    if value.repeat and value.kind is AnswerKind.CHOICE:
        problem = "offers the same choices again after each answer, and nothing moves on; remove `repeat`"
        faults.append(question.fault(problem, "repeat"))
    return faults + _choice_faults(question)


def rule_faults(rule: Located[Rule], ground: Ground) -> list[Fault]:
    """What is wrong with the conditions of a rule in themselves, and with what its because leaves empty."""
    when = rule.value.when
    problems = [*_of_the_session(when, ground), *_of_the_answer(when)]
    faults = [rule.fault(problem, "when", name) for name, problem in problems]
    for word, fillers in _FILLED_BY.items():
        if f"{{{word}}}" in rule.value.because and not any(getattr(when, name) for name in fillers):
            needed = " or ".join(f"`{name}`" for name in fillers)
            faults.append(rule.fault(f"{{{word}}} stays empty: nothing under `when` asks for {needed}", "because"))
    return faults


def _probe_faults(probe: Located[Question]) -> list[Fault]:
    faults = []
    if probe.value.when != When():
        problem = "nothing looks at a probe's own conditions; put them under the rule that asks it"
        faults.append(probe.fault(problem, "when"))
    if probe.value.repeat:
        faults.append(probe.fault("a probe is asked once for one thing; remove `repeat`", "repeat"))
    return faults


def _choice_faults(question: Located[Question]) -> list[Fault]:
    choices = [choice.strip().casefold() for choice in question.value.choices]
    faults = [
        question.fault(f"`{question.value.choices[place]}` stands twice; keep one", "choices", place)
        for place, choice in enumerate(choices)
        if choice in choices[:place]
    ]
    if len(choices) == 1:
        faults.append(question.fault("a choice needs two or more to choose from", "choices"))
    return faults


def _of_the_session(when: When, ground: Ground) -> Problems:
    for word in when.respondent:
        if not role_words(word):
            yield "respondent", f"`{word}` names nobody; write a role, e.g. `health visitor`, or remove it"
    for kind in when.review_kind:
        if kind not in ground.review_kinds:
            near = process.extractOne(kind, sorted(ground.review_kinds), scorer=fuzz.WRatio, score_cutoff=LIKE)
            meant = f"is {near[0]} meant?" if near else "check its spelling"
            yield "review_kind", f"`{kind}` is not a kind of review of any place; {meant}"
    if when.mentioned and when.not_mentioned and is_at_or_below(when.mentioned, when.not_mentioned):
        yield "not_mentioned", f"never holds together with `mentioned: {when.mentioned}`; remove one of the two"


def _of_the_answer(when: When) -> Problems:
    if when.words_at_most is not None and when.words_at_least > when.words_at_most:
        yield "words_at_most", f"no answer has at least {when.words_at_least} words and at most {when.words_at_most}"
    deepest = max((depth.level for depth in when.episode_depth), default=0)
    if when.depth and when.episode_depth and deepest < min(depth.level for depth in when.depth):
        yield "episode_depth", "the answer is part of the episode, which goes at least as deep as `depth`; raise it"
    absent = when.not_mentioned
    if absent and when.tag and all(is_at_or_below(tag, absent) for tag in when.tag):
        yield "not_mentioned", f"never holds: what `tag` asks for mentions `{absent}`; remove one of the two"
    if when.status and set(when.status) == {Status.REJECTED}:
        yield "status", "what a person rejected counts no more, so this never holds; name another status"
    yield from _of_a_contradiction(when)


def _of_a_contradiction(when: When) -> Problems:
    if when.contradicts and when.direction and not set(when.direction) & set(_OPPOSED):
        yield "direction", "only what `helped` or `hindered` can be contradicted; name one of them"
    if when.contradicts and (when.wording or when.signal):
        named = "wording" if when.wording else "signal"
        yield "contradicts", f"is not weighed together with `{named}`; make two rules of it"
