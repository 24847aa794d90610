"""What each event of a session does to its state."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from models import session as log
from models.annotation import Annotation
from sessions.turns import Turn, TurnState, depth_of

if TYPE_CHECKING:
    from sessions.progress import Progress

_ACTS: frozenset[type[log.AnySessionEvent]] = frozenset(
    (
        log.Answered,
        log.Revised,
        log.Skipped,
        log.WentTo,
        log.Kept,
        log.JumpedTo,
        log.Tagged,
        log.Decided,
        log.Closed,
        log.Reopened,
        log.SignedOff,
    )
)
"""What only a person does."""

CONSEQUENCES: frozenset[type[log.AnySessionEvent]] = frozenset((log.Asked, log.Read, log.Restored, log.Continued))
"""What only follows."""


def begins_an_act(event: log.AnySessionEvent, before: log.AnySessionEvent) -> bool:
    """Whether an event is a new thing done by a person, and not what followed from the one before.

    Decisions taken together bear the same time and are one act.
    """
    kind = type(event)
    if kind is log.Decided:
        return not (isinstance(before, log.Decided) and before.at == event.at)
    if isinstance(event, log.Parked):
        return event.revised_turn is None
    return kind in _ACTS or (isinstance(event, log.EpisodeNamed) and event.turn is None)


def acted_by(event: log.AnySessionEvent, started: log.SessionStarted) -> str:
    """The id of the person who did something: whoever led the session, where the event names nobody."""
    if isinstance(event, log.Decided):
        return event.decision.by
    if isinstance(event, log.Tagged | log.Closed | log.Reopened | log.SignedOff | log.Undone | log.Redone):
        return event.by
    return started.by


def _asked(state: "Progress", event: log.Asked) -> None:
    chain = state.turns[event.because.turn].chain if event.because else event.turn
    stands = TurnState.PARKED if event.deferred else TurnState.OPEN
    put = (event.turn, event.question, event.stage, event.episode, event.text, event.because, event.at, stands)
    state.begin(Turn(*put, chain=chain, deferred=event.deferred))
    state.asked[event.episode].setdefault(event.question, []).append(event.turn)
    if event.because:
        state.asked_because[event.because.turn].append(event.turn)
        rule = event.because.rule
        for once in (event.because.turn, event.episode, "*"):
            state.fired.add((rule, once))
        (state.noted if event.deferred else state.followed)[chain] += 1
    if not event.deferred:
        state.current = event.turn


def _answered(state: "Progress", event: log.Answered | log.Revised) -> None:
    state.put(
        event.turn,
        state=TurnState.ANSWERED,
        answer=event.text,
        value=event.value,
        answered_at=event.at,
        skip=None,
        reading=None,
        depth=None,
        deferred=False,
        unfounded=False,
    )
    state.leave(event.turn)


def _revised(state: "Progress", event: log.Revised) -> None:
    _set_aside(state, event.turn)
    _answered(state, event)


def _skipped(state: "Progress", event: log.Skipped) -> None:
    _set_aside(state, event.turn)
    cleared = {"answer": None, "value": None, "reading": None, "depth": None, "deferred": False, "unfounded": False}
    state.put(event.turn, state=TurnState.SKIPPED, skip=event.kind, **cleared)
    state.leave(event.turn)


def _set_aside(state: "Progress", number: int) -> None:
    """Move an answer to the revisions of its turn; its annotations spoke of words that no longer stand."""
    earlier = state.turns[number]
    state.forget_annotations(number)
    if earlier.answer is not None:
        state.put(number, revisions=(*earlier.revisions, earlier.answer))


def _parked(state: "Progress", event: log.Parked) -> None:
    current, last = state.current, state.last
    state.put(event.turn, state=TurnState.PARKED, unfounded=event.revised_turn is not None)
    state.leave(event.turn)
    if event.revised_turn is not None:
        state.last = last
        state.current = state.current if current == event.turn else current


def _restored(state: "Progress", event: log.Restored) -> None:
    turn = state.turns[event.turn]
    if turn.answer is not None:
        state.put(event.turn, state=TurnState.ANSWERED, unfounded=False)
    else:
        state.put(event.turn, state=TurnState.OPEN, unfounded=False)
        state.current = event.turn if state.current is None else state.current


def _went_to(state: "Progress", event: log.WentTo) -> None:
    turn = state.turns[event.turn]
    if turn.state is TurnState.LEFT:
        state.asked[turn.episode].setdefault(turn.question, []).append(turn.number)
        state.touch(turn.episode)
    if turn.state is TurnState.LEFT or (turn.state is TurnState.PARKED and turn.answer is None):
        state.put(event.turn, state=TurnState.OPEN, deferred=False, unfounded=False)
    state.current = event.turn


def _kept(state: "Progress", event: log.Kept) -> None:
    if state.turns[event.turn].state is TurnState.PARKED:
        state.put(event.turn, state=TurnState.ANSWERED, unfounded=False)
    state.leave(event.turn)


def _jumped(state: "Progress", event: log.JumpedTo) -> None:
    for number in state.waiting():
        turn = state.turns[number]
        if turn.because is None:
            state.put(number, state=TurnState.LEFT)
            state.asked[turn.episode][turn.question].remove(number)
        else:
            state.put(number, state=TurnState.PARKED)
        state.touch(turn.episode)
    state.at_stage, state.current, state.last = (event.stage, event.episode), None, None


def _continued(state: "Progress", event: log.Continued) -> None:
    state.bank_version, state.taxonomy_version = event.bank_version, event.taxonomy_version
    state.gone_through.clear()


def _episode_named(state: "Progress", event: log.EpisodeNamed) -> None:
    state.episodes[event.episode] = event.title


def _read(state: "Progress", event: log.Read) -> None:
    turn = state.turns[event.turn]
    asked_of = state.turns[turn.because.turn].depth if turn.because else None
    state.put(event.turn, reading=event.reading, depth=depth_of(event.reading, turn.stage, asked_of))
    mark = f"t{event.turn}-r{len(turn.revisions)}-" if turn.revisions else f"t{event.turn}-"
    if event.reading.suggestions:
        named = enumerate(event.reading.suggestions, start=1)
        made = [Annotation.of(each, f"{mark}{place}", event.turn) for place, each in named]
        state.annotate_all(event.turn, made)


def _tagged(state: "Progress", event: log.Tagged) -> None:
    state.by_hand += 1
    made = Annotation.of(event.suggestion, f"t{event.turn}-p{state.by_hand}", event.turn)
    state.annotate(made.added(event.by, event.role, event.at))


def _decided(state: "Progress", event: log.Decided) -> None:
    state.annotate(state.annotations[event.decision.annotation].decided(event.decision))


def _closed(state: "Progress", event: log.Closed) -> None:
    state.closed_by = event.by


def _reopened(state: "Progress", _event: log.Reopened) -> None:
    state.closed_by = None


def _signed_off(state: "Progress", event: log.SignedOff) -> None:
    state.signed_off_by = event.by


APPLY: dict[type[log.AnySessionEvent], Callable[["Progress", Any], None]] = {
    log.Asked: _asked,
    log.Answered: _answered,
    log.Revised: _revised,
    log.Skipped: _skipped,
    log.Parked: _parked,
    log.Restored: _restored,
    log.WentTo: _went_to,
    log.Kept: _kept,
    log.JumpedTo: _jumped,
    log.Continued: _continued,
    log.EpisodeNamed: _episode_named,
    log.Read: _read,
    log.Tagged: _tagged,
    log.Decided: _decided,
    log.Closed: _closed,
    log.Reopened: _reopened,
    log.SignedOff: _signed_off,
}
