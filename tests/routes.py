"""A small language for routes through a bank that ships: *given these answers, this answer leads there because*.

    leads("tunnel.going_on", "<assumption>I assumed</> they were out", "probe.door.assumption", "I assumed")

reads: asked `tunnel.going_on`, this answer leads to `probe.door.assumption`, because of the words *I assumed*. What the
answer shows is written into it (see `tests.support.MarkTagger`), so that a row says all there is to know.
"""

from dataclasses import dataclass, field
from functools import cache

from assistant.conductor import Conductor
from assistant.engine.content import Account
from models.bank import Bank, Stage
from models.review import Review, Source
from models.session import SkipKind
from question_bank.loader import load_bank
from sessions.turns import Turn
from tests.support import TAXONOMY, begun

MOST_SKIPS = 150


@dataclass(frozen=True)
class Route:
    """One way through a bank."""

    at: str
    """The question that is answered."""
    answer: str
    """What is answered; `-` skips it."""
    to: str | None
    """The question that is asked next."""
    words: str | None
    """The words that the because quotes; None where the next question is asked for its place."""
    given: dict[str, str] = field(default_factory=dict)
    """What was answered before, by question; all else on the way is skipped."""
    bank: str = "learning-together"
    source: Source = Source.CONVERSATION
    respondent: str = "health visitor"
    kind: str = "practice_review"
    accounts: tuple[Account, ...] = ()
    """What other sessions say of the episode *first visit*."""


def leads(at: str, answer: str, to: str | None, words: str | None = None, **context: object) -> Route:
    """A route: asked this, this answer leads there, because of these words."""
    return Route(at, answer, to, words, **context)  # type: ignore[arg-type]  # the fields of Route


def walked(route: Route) -> tuple[str | None, str | None]:
    """Where a route leads: the id of the question asked next, and the words its because quotes."""
    made = _bank(route.bank)
    review = Review(id="r1", title="R", kind=route.kind)
    conductor = begun(made, review=review, source=route.source, respondent=route.respondent, accounts=route.accounts)
    _come_to(conductor, route, made)
    if route.answer == "-":
        conductor.skip(SkipKind.NOT_KNOWN)
    else:
        conductor.answer(route.answer)
    turn = conductor.current
    return (None, None) if turn is None else (turn.question, turn.because.quote if turn.because else None)


def _come_to(conductor: Conductor, route: Route, made: Bank) -> None:
    """Go through the bank to the question, answering what is given."""
    conductor.name_episode("first visit")
    starts = sorted({made.by_id[name].stage for name in (*route.given, route.at)}, key=list(Stage).index)
    conductor.jump(starts[0])
    for _ in range(MOST_SKIPS):
        turn = _current(conductor, route)
        if turn.question == route.at and _is_ready(conductor, route):
            return
        if turn.question in route.given:
            conductor.answer(route.given[turn.question])
        else:
            conductor.skip(SkipKind.NOT_KNOWN)
    raise AssertionError(f"{route.at} was not asked within {MOST_SKIPS} questions")


def _is_ready(conductor: Conductor, route: Route) -> bool:
    answered = {turn.question for turn in conductor.state.turns.values() if turn.answer is not None}
    return set(route.given) <= answered


def _current(conductor: Conductor, route: Route) -> Turn:
    if conductor.current is None:
        raise AssertionError(f"{route.at} was never asked")
    return conductor.current


@cache
def _bank(name: str) -> Bank:
    return load_bank(name, TAXONOMY)
