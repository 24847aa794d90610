"""A small language for routes through a bank that ships: *given these answers, this answer leads there because*.

    leads("tunnel.going_on", "<assumption>I assumed</> they were out", "probe.door.assumption", "I assumed")

reads: asked `tunnel.going_on`, this answer leads to `probe.door.assumption`, because of the words *I assumed*. What the
answer shows is written into it (see `tests.support.MarkTagger`), so that a row says all there is to know. Several answers
in a row, and the questions that follow them, stand in round brackets; `-` skips.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from assistant.conductor import Conductor
from assistant.engine.content import Account
from models.annotation import Status
from models.bank import Bank, Stage
from models.review import Review, Source
from models.session import SkipKind
from models.taxonomy import Direction
from question_bank.loader import load_bank
from sessions.turns import Turn, TurnState
from tests.support import TAXONOMY, begun, give

MOST_SKIPS = 150
GOES_ON = " ..."
"""Ends words of which a row gives the beginning: `We knocked ...`."""


@dataclass(frozen=True)
class Route:
    """One way through a bank."""

    at: str
    """The question that is answered."""
    answers: tuple[str, ...]
    """What is answered there, and to each question that follows."""
    trail: tuple[str | None, ...]
    """The question that follows each answer; None where nothing is left to ask."""
    words: str | None
    """The words that the last because quotes, or how they begin; None where a question is asked for its place."""
    saying: str = ""
    """What that because says besides."""
    given: dict[str, str] = field(default_factory=dict)
    """What was answered before, by question; all else on the way is skipped."""
    rejected: tuple[str, ...] = ()
    """Of what was answered before: where a person rejected the tags."""
    accepted: tuple[str, ...] = ()
    """The same, where a person accepted them."""
    second: str | None = None
    """The title of a second moment that it is asked of, where what was answered before is of the first."""
    revised: tuple[str, str] | None = None
    """A question gone back to in the end, with its answer now: what follows is the last of the trail."""
    parked: tuple[str, ...] | None = None
    """What is laid aside in the end; None where the row does not say."""
    bank: str = "learning-together"
    source: Source = Source.CONVERSATION
    respondent: str = "health visitor"
    kind: str = "practice_review"
    accounts: tuple[Account, ...] = ()
    """What other sessions say of the moment, *first visit*."""


class Walk(NamedTuple):
    """What came of going a route, as far as it speaks of it."""

    trail: tuple[str | None, ...]
    words: str | None
    saying: str
    parked: tuple[str, ...] | None


def leads(
    at: str,
    answer: str | tuple[str, ...],
    to: str | tuple[str | None, ...] | None,
    words: str | None = None,
    **context: object,
) -> Route:
    """A route: asked this, this answer leads there, because of these words."""
    answers = answer if isinstance(answer, tuple) else (answer,)
    trail = to if isinstance(to, tuple) else (to,)
    return Route(at, answers, trail, words, **context)  # type: ignore[arg-type]  # the fields of Route


def told(tag: str, direction: str, quote: str, who: str = "school nurse", source: Source = Source.RECORD) -> Account:
    """What another session says of the moment: a tag, its direction and the words."""
    return Account(who, source, "first visit", tag, Direction(direction), quote)


def at_length(beginning: str, words: int) -> str:
    """An answer of so many words: a beginning, and words that say nothing."""
    return beginning + " word" * (words - len(beginning.split()))


def expected(route: Route) -> Walk:
    """Where a route says that it leads."""
    return Walk(route.trail, route.words, route.saying, route.parked)


def walked(route: Route) -> Walk:
    """Where it leads: the questions asked, and the words of the last because as far as the route gives them."""
    made = _bank(route.bank)
    review = Review(id="r1", title="R", kind=route.kind)
    conductor = begun(made, review=review, source=route.source, respondent=route.respondent, accounts=route.accounts)
    conductor.name_episode("first visit")
    _come_to(conductor, route, made)
    trail = []
    for answer in route.answers:
        give(conductor, answer)
        trail.append(conductor.current.question if conductor.current else None)
    if route.revised:
        conductor.revise(_turn(conductor, route.revised[0]).number, route.revised[1])
        trail.append(conductor.current.question if conductor.current else None)
    return Walk(tuple(trail), *_because(conductor, route), _parked(conductor, route))


def _because(conductor: Conductor, route: Route) -> tuple[str | None, str]:
    because = conductor.current.because if conductor.current else None
    if because is None:
        return None, ""
    begins = route.words is not None and route.words.endswith(GOES_ON)
    met = begins and because.quote.startswith((route.words or "").removesuffix(GOES_ON))
    return route.words if met else because.quote, route.saying if route.saying in because.text else because.text


def _parked(conductor: Conductor, route: Route) -> tuple[str, ...] | None:
    laid_aside = tuple(turn.question for turn in conductor.state.turns.values() if turn.state is TurnState.PARKED)
    return None if route.parked is None else laid_aside


def _come_to(conductor: Conductor, route: Route, made: Bank) -> None:
    """Go through the bank to the question, answering what is given the first time it is asked."""
    named = (*route.given,) if route.second else (*route.given, route.at)
    stages = {made.by_id[name].stage for name in named if not made.by_id[name].probe}
    conductor.jump(min(stages, key=list(Stage).index))
    second = route.second
    for _ in range(MOST_SKIPS):
        left = set(route.given) - {turn.question for turn in conductor.state.turns.values() if turn.answer is not None}
        if not left and second:
            conductor.jump(made.by_id[route.at].stage, conductor.name_episode(second))
            second = None
        turn = _current(conductor, route)
        if not left and turn.question == route.at:
            return
        _give(conductor, turn, route, left)
    raise AssertionError(f"{route.at} was not asked within {MOST_SKIPS} questions")


def _give(conductor: Conductor, turn: Turn, route: Route, left: set[str]) -> None:
    """Answer what is given and decide its tags as the route says; skip all else."""
    if turn.question not in left:
        conductor.skip(SkipKind.NOT_KNOWN)
        return
    conductor.answer(route.given[turn.question])
    for names, status in ((route.rejected, Status.REJECTED), (route.accepted, Status.ACCEPTED)):
        if turn.question in names:
            conductor.decide(tuple(each.id for each in conductor.state.of_turn(turn.number)), status)


def _turn(conductor: Conductor, question: str) -> Turn:
    return next(turn for turn in conductor.state.turns.values() if turn.question == question and turn.answer)


def _current(conductor: Conductor, route: Route) -> Turn:
    if conductor.current is None:
        raise AssertionError(f"{route.at} was never asked")
    return conductor.current


@cache
def _bank(name: str) -> Bank:
    return load_bank(name, TAXONOMY)
