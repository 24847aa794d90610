"""Conditions as a person reads them: *when an answer in “why” only reports, and no follow-up has been put*."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.annotation import Status
from models.bank import STAGE_TITLES, Once, When
from models.reading import Depth, SignalKind, WordingKind
from models.review import Source
from models.taxonomy import Direction

DEPTH_VERBS = {
    Depth.REPORTS: "only reports",
    Depth.REASON: "gives a reason",
    Depth.REASON_BEHIND: "gives a reason behind a reason",
    Depth.PATTERN: "gives a reason that holds beyond this case",
}
WORDING_VERBS = {
    WordingKind.COUNTERFACTUAL: "says what ought to have been done",
    WordingKind.HINDSIGHT: "looks back with what became known later",
    WordingKind.OBVIOUSNESS: "calls something plain to see",
    WordingKind.BLAME: "lays the matter on somebody",
    WordingKind.OUTCOME: "judges by how things ended",
}
SIGNAL_OBJECTS = {
    SignalKind.ASSUMPTION: "an assumption",
    SignalKind.USUAL: "what is usual",
    SignalKind.EMOTION: "a feeling",
    SignalKind.TRADE_OFF: "one thing giving way to another",
    SignalKind.WORKAROUND: "a way round something",
    SignalKind.UNCERTAIN: "not being sure",
    SignalKind.WENT_WELL: "something that went well",
    SignalKind.OTHER_ACCOUNT: "what somebody else tells",
    SignalKind.SHORTHAND: "a catchphrase of the field",
}
DIRECTION_WORDS = {
    Direction.HELPED: "as something that helped",
    Direction.HINDERED: "as something that hindered",
    Direction.BOTH: "as something that helped and hindered",
    Direction.UNCLEAR: "without saying which way it worked",
}
STATUS_WORDS = {
    Status.SUGGESTED: "not yet decided",
    Status.ACCEPTED: "accepted by a person",
    Status.CHANGED: "changed by a person",
    Status.REJECTED: "rejected by a person",
}
SOURCE_WORDS = {
    Source.CONVERSATION: "is a conversation",
    Source.RECORD: "rests on records",
    Source.MEETING: "is a meeting",
}
ONCE_WORDS = {
    Once.ANSWER: "at most once for each answer",
    Once.EPISODE: "at most once for each episode",
    Once.SESSION: "at most once in a session",
}
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905  # reads best


@dataclass(frozen=True)
class Names:
    """What a sentence about a bank calls the things that its conditions name by id."""

    question: Callable[[str], str]
    """A question's words."""
    tag: Callable[[str], str]
    review_kind: Callable[[str], str]


def rule_in_words(when: When, names: Names) -> str:
    """When a rule asks, as the rest of a sentence: `when an answer in “why” only reports`."""
    answer = " ".join(("an answer", *_which_answer(when, names)))
    verbs = _verbs(when, names)
    told = f"{answer} {both(verbs)}" if verbs else f"there is {answer}"
    return ", and ".join((f"when {told}", *_of_the_episode(when, names), *_of_the_session(when, names)))


def place_in_words(when: When, names: Names) -> str:
    """Where a planned question is asked, as the rest of a sentence: `where the session rests on records`, or `always`.

    Only what the engine looks at: the review, the session, and what was said of the episode so far.
    """
    told = (*_of_the_session(when, names), *_said_before(when, names))
    return f"where {', and '.join(told)}" if told else "always"


def either(items: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return _listed(tuple(items), "or")


def both(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _listed(tuple(items), "and")


def number(count: int) -> str:
    """A count as it is written in a sentence: in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def quoted(text: str) -> str:
    """A text in quotation marks."""
    return f"“{text}”"


def _listed(items: tuple[str, ...], word: str) -> str:
    return f" {word} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def _which_answer(when: When, names: Names) -> list[str]:
    length = _length(when.words_at_least, when.words_at_most)
    parts = [f"of {length}"] if length else []
    if when.question:
        parts.append(f"to {either(quoted(names.question(each)) for each in when.question)}")
    if when.stage:
        parts.append(f"in {either(quoted(STAGE_TITLES[each]) for each in when.stage)}")
    return parts


def _length(least: int, most: int | None) -> str:
    if least and most is not None:
        return f"{number(least)} to {number(most)} words"
    if most is not None:
        return "at most one word" if most == 1 else f"at most {number(most)} words"
    return f"at least {number(least)} {'word' if least == 1 else 'words'}" if least else ""


def _verbs(when: When, names: Names) -> list[str]:
    found = [
        either(DEPTH_VERBS[each] for each in when.depth),
        either(WORDING_VERBS[each] for each in when.wording),
        f"speaks of {either(SIGNAL_OBJECTS[each] for each in when.signal)}" if when.signal else "",
        _shows(when, names) if when.tag else "",
        "gives no reason that says how that worked" if when.tag_alone else "",
    ]
    return [each for each in found if each]


def _shows(when: When, names: Names) -> str:
    parts = [f"shows {either(quoted(names.tag(each)) for each in when.tag)}"]
    if when.direction:
        parts.append(either(DIRECTION_WORDS[each] for each in when.direction))
    notes = [f"scored {when.score_at_least:g} or more"] if when.score_at_least else []
    notes += [either(STATUS_WORDS[each] for each in when.status)] if when.status else []
    return " ".join((*parts, f"({'; '.join(notes)})") if notes else parts)


def _of_the_episode(when: When, names: Names) -> list[str]:
    told = ["another account of the same episode says the opposite"] if when.contradicts else []
    told += _said_before(when, names)
    most = when.follow_ups_at_most
    if most is not None:
        follow_ups = "follow-up has" if most < 2 else "follow-ups have"
        told.append(f"no {'' if most == 0 else f'more than {number(most)} '}{follow_ups} been put on it yet")
    return told


def _said_before(when: When, names: Names) -> list[str]:
    told = []
    if when.mentioned:
        told.append(f"something said in the episode so far shows {quoted(names.tag(when.mentioned))}")
    if when.not_mentioned:
        tag = quoted(names.tag(when.not_mentioned))
        told.append(f"nothing said in the episode so far shows {tag} and no question there was about it")
    if when.episode_depth:
        depths = either(DEPTH_VERBS[each] for each in when.episode_depth)
        told.append(f"the deepest answer of the episode so far {depths}")
    return told


def _of_the_session(when: When, names: Names) -> list[str]:
    told = []
    if when.review_kind:
        told.append(f"the review is of the kind {either(quoted(names.review_kind(each)) for each in when.review_kind)}")
    if when.source:
        told.append(f"the session {either(SOURCE_WORDS[each] for each in when.source)}")
    if when.respondent:
        told.append(f"the respondent's role holds {either(quoted(each) for each in when.respondent)}")
    return told
