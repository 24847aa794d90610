"""One question put in a session, and what became of it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from models.bank import Stage
from models.reading import Depth, Reading
from models.session import Because, SkipKind


class TurnState(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    PARKED = "parked"
    LEFT = "left"
    """Passed over by going on elsewhere; it is asked again in its place."""


class Turn(NamedTuple):
    """One question put, and what became of it."""

    number: int
    question: str
    stage: Stage
    episode: str | None
    text: str
    because: Because | None
    asked_at: datetime
    state: TurnState = TurnState.OPEN
    answer: str | None = None
    """The text as typed; kept while parked."""
    value: str | None = None
    """What was chosen, where the question offers choices."""
    answered_at: datetime | None = None
    revisions: tuple[str, ...] = ()
    """Earlier texts, oldest first."""
    skip: SkipKind | None = None
    reading: Reading | None = None
    """None until the tagger has read the answer."""
    depth: Depth | None = None
    """How far the answer goes from what to why, given what it answers; None until it is read."""
    chain: int = 0
    """The turn of the planned question that this probe follows; its own number where it is planned."""
    deferred: bool = False
    """Noted among what is parked, and not put: enough had been asked on one thing."""
    unfounded: bool = False
    """Parked because a revision took away the words it was asked for."""

    @property
    def was_put(self) -> bool:
        """Whether it was put and not passed over: part of what the session asked."""
        return self.state is not TurnState.LEFT and not self.deferred

    @property
    def counts(self) -> bool:
        """Whether its answer is part of what the session says."""
        return self.state is TurnState.ANSWERED


def depth_of(reading: Reading, stage: Stage, asked_of: Depth | None) -> Depth:
    """How far an answer goes: by its own words, by what it answers, and by the stage it is given in.

    A reason given when asked about a reason is a reason behind it; a reason given about what holds beyond the case is
    one for a pattern.
    """
    if reading.depth is Depth.REPORTS or stage is Stage.PATTERNS:
        return Depth.REPORTS if reading.depth is Depth.REPORTS else Depth.PATTERN
    if reading.depth is Depth.REASON and asked_of is not None and asked_of is not Depth.REPORTS:
        return Depth.REASON_BEHIND
    return reading.depth
