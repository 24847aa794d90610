"""The rows of the first screen: reviews with their sessions, and how each stands. Knows no Textual."""

from dataclasses import dataclass

from assistant.bootstrap import Program
from models.annotation import Status
from sessions.export.document import session_state
from sessions.progress import Progress
from sessions.turns import TurnState

STATES = {
    "open": "open",
    "closed": "closed, waits for supervisor",
    "signed_off": "signed off",
}
"""How a session's state is said."""


@dataclass(frozen=True, slots=True)
class Row:
    """A review, or one of its sessions."""

    review: str
    session: str | None
    what: str
    stands: str
    undecided: int
    state: str = ""
    """`open`, `closed` or `signed_off`; empty for a review."""


def rows(program: Program) -> list[Row]:
    """Each review followed by its sessions, oldest first."""
    found: list[Row] = []
    for file in program.workspace.reviews().values():
        sessions = program.workspace.sessions_of(file)
        below = [_session_row(file.review.id, place, state) for place, state in enumerate(sessions.values(), start=1)]
        undecided = sum(row.undecided for row in below)
        found.append(Row(file.review.id, None, file.review.title, _sessions(len(below)), undecided))
        found += below
    return found


def undecided_of(state: Progress) -> int:
    """Suggestions of a session that nobody has decided."""
    return sum(each.status is Status.SUGGESTED for each in state.annotations.values())


def _session_row(review: str, place: int, state: Progress) -> Row:
    started, stands = state.started, session_state(state)
    answers = sum(turn.state is TurnState.ANSWERED for turn in state.turns.values())
    said = f"{answers} answer" if answers == 1 else f"{answers} answers"
    what = f"{place} {started.respondent or 'no one named'}, {said} ({started.source.value})"
    return Row(review, started.session, what, STATES[stands], undecided_of(state), stands)


def _sessions(count: int) -> str:
    if not count:
        return "no session yet: press s"
    return "1 session" if count == 1 else f"{count} sessions"
