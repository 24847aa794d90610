"""A session as it stands: the fold over its events. Going back, revising and parking are events like any other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from models import session as log
from models.annotation import Annotation, Status
from models.bank import Stage
from models.errors import DamageError
from models.reading import Reading


class TurnState(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Turn:
    """One question put, and what became of it."""

    number: int
    question: str
    stage: Stage
    episode: str | None
    text: str
    because: log.Because | None
    asked_at: datetime
    state: TurnState = TurnState.OPEN
    answer: str | None = None
    """The text as typed; kept while parked."""
    value: str | None = None
    """What was chosen, where the question offers choices."""
    answered_at: datetime | None = None
    revisions: tuple[str, ...] = ()
    """Earlier texts, oldest first."""
    skip: log.SkipKind | None = None
    reading: Reading | None = None
    """None until the tagger has read the answer."""
    chain: int = 0
    """The turn of the planned question that this probe follows; its own number where it is planned."""


@dataclass(slots=True)
class Progress:
    """The state of a session. Only `apply` changes it; the same events give the same state."""

    started: log.SessionStarted
    turns: dict[int, Turn] = field(default_factory=dict)
    annotations: dict[str, Annotation] = field(default_factory=dict)
    """By id, in the order they were made. Those of a revised answer are replaced; the log keeps them."""
    episodes: dict[str, str] = field(default_factory=dict)
    """Titles by id, in the order they were named."""
    asked: dict[tuple[str, str | None], list[int]] = field(default_factory=dict)
    """Turns by question and episode."""
    fired: set[tuple[str, str]] = field(default_factory=set)
    """Rules that have asked, each with what it may ask only once for."""
    current: int | None = None
    """The turn that an answer would go to."""
    last: int | None = None
    """The turn answered, revised or skipped last."""
    closed_by: str | None = None
    signed_off_by: str | None = None
    last_at: datetime | None = None

    def apply(self, event: log.AnySessionEvent) -> None:
        """Take one more event in."""
        self.last_at = event.at
        _APPLY[type(event)](self, event)

    def following(self, chain: int) -> int:
        """How many probes have followed a planned question."""
        return sum(turn.chain == chain and turn.number != chain for turn in self.turns.values())

    def of_turn(self, turn: int) -> tuple[Annotation, ...]:
        """The annotations of an answer."""
        return tuple(each for each in self.annotations.values() if each.turn == turn)

    def _put(self, number: int, **changes: object) -> None:
        self.turns[number] = replace(self.turns[number], **changes)  # type: ignore[arg-type]  # fields of Turn

    def _leave(self, number: int) -> None:
        self.last = number
        pending = [turn.number for turn in self.turns.values() if turn.state is TurnState.OPEN]
        self.current = max(pending, default=None)


def progress(events: Iterable[log.AnySessionEvent]) -> Progress:
    """Fold the events of a session. Raises DamageError where they do not begin with the session's start."""
    iterator = iter(events)
    first = next(iterator, None)
    if not isinstance(first, log.SessionStarted):
        raise DamageError("The session does not begin with its start; its file is not one that Casewindow wrote.")
    state = Progress(started=first, last_at=first.at)
    for event in iterator:
        state.apply(event)
    return state


def _asked(state: Progress, event: log.Asked) -> None:
    chain = state.turns[event.because.turn].chain if event.because else event.turn
    state.turns[event.turn] = Turn(
        number=event.turn,
        question=event.question,
        stage=event.stage,
        episode=event.episode,
        text=event.text,
        because=event.because,
        asked_at=event.at,
        chain=chain,
    )
    state.asked.setdefault((event.question, event.episode), []).append(event.turn)
    if event.because:
        keys = (f"answer:{event.because.turn}", f"episode:{event.episode}", "session")
        state.fired.update((event.because.rule, key) for key in keys)
    state.current = event.turn


def _answered(state: Progress, event: log.Answered) -> None:
    state._put(
        event.turn,
        state=TurnState.ANSWERED,
        answer=event.text,
        value=event.value,
        answered_at=event.at,
        skip=None,
        reading=None,
    )
    state._leave(event.turn)


def _revised(state: Progress, event: log.Revised) -> None:
    _set_aside(state, event.turn)
    _answered(state, log.Answered(at=event.at, turn=event.turn, text=event.text, value=event.value))


def _skipped(state: Progress, event: log.Skipped) -> None:
    _set_aside(state, event.turn)
    state._put(event.turn, state=TurnState.SKIPPED, skip=event.kind, answer=None, value=None, reading=None)
    state._leave(event.turn)


def _set_aside(state: Progress, number: int) -> None:
    """Move an answer to the revisions of its turn; its annotations spoke of words that no longer stand."""
    earlier = state.turns[number]
    if earlier.answer is not None:
        state._put(number, revisions=(*earlier.revisions, earlier.answer))
    for each in state.of_turn(number):
        del state.annotations[each.id]


def _parked(state: Progress, event: log.Parked) -> None:
    current, last = state.current, state.last
    state._put(event.turn, state=TurnState.PARKED)
    state._leave(event.turn)
    if event.revised_turn is not None:
        state.last = last
        state.current = state.current if current == event.turn else current


def _went_to(state: Progress, event: log.WentTo) -> None:
    if state.turns[event.turn].state is TurnState.PARKED and state.turns[event.turn].answer is None:
        state._put(event.turn, state=TurnState.OPEN)
    state.current = event.turn


def _kept(state: Progress, event: log.Kept) -> None:
    if state.turns[event.turn].state is TurnState.PARKED:
        state._put(event.turn, state=TurnState.ANSWERED)
    state._leave(event.turn)


def _episode_named(state: Progress, event: log.EpisodeNamed) -> None:
    state.episodes[event.episode] = event.title


def _read(state: Progress, event: log.Read) -> None:
    state._put(event.turn, reading=event.reading)
    revision = len(state.turns[event.turn].revisions)
    mark = f"r{revision}-" if revision else ""
    for place, suggestion in enumerate(event.reading.suggestions, start=1):
        made = Annotation(**suggestion.model_dump(), id=f"t{event.turn}-{mark}{place}", turn=event.turn)
        state.annotations[made.id] = made


def _tagged(state: Progress, event: log.Tagged) -> None:
    place = sum(each.added_by is not None for each in state.annotations.values()) + 1
    made = Annotation(
        **event.suggestion.model_dump(),
        id=f"t{event.turn}-p{place}",
        turn=event.turn,
        status=Status.ACCEPTED,
        added_by=event.by,
        added_role=event.role,
        added_at=event.at,
    )
    state.annotations[made.id] = made


def _decided(state: Progress, event: log.Decided) -> None:
    key = event.decision.annotation
    state.annotations[key] = state.annotations[key].decided(event.decision)


def _closed(state: Progress, event: log.Closed) -> None:
    state.closed_by = event.by


def _reopened(state: Progress, _event: log.Reopened) -> None:
    state.closed_by = None


def _signed_off(state: Progress, event: log.SignedOff) -> None:
    state.signed_off_by = event.by


_APPLY: dict[type[log.AnySessionEvent], Callable[[Progress, Any], None]] = {
    log.Asked: _asked,
    log.Answered: _answered,
    log.Revised: _revised,
    log.Skipped: _skipped,
    log.Parked: _parked,
    log.WentTo: _went_to,
    log.Kept: _kept,
    log.EpisodeNamed: _episode_named,
    log.Read: _read,
    log.Tagged: _tagged,
    log.Decided: _decided,
    log.Closed: _closed,
    log.Reopened: _reopened,
    log.SignedOff: _signed_off,
}
