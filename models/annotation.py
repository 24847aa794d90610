"""A tag on words of an answer, and what people decide about it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from models.base import Frozen, Identifier, Moment
from models.reading import Reason, Suggestion
from models.review import Role
from models.taxonomy import Direction

LONGEST_NOTE = 2000
"""Characters that the reason beside a decision may have."""


class Status(StrEnum):
    """What became of a tag on words. Only a person moves it away from `suggested`."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"


class Decision(Frozen):
    """What a person decided about an annotation."""

    annotation: Identifier
    status: Status
    by: Identifier
    """The person's id."""
    role: Role
    at: Moment
    tag: Identifier | None = None
    """With `changed`: the tag that fits; None keeps the one it has."""
    direction: Direction | None = None
    """With `changed`: the direction that fits; None keeps the one it has."""
    note: str = Field(default="", max_length=LONGEST_NOTE)

    @model_validator(mode="after")
    def _is_a_decision(self) -> Self:
        if self.status is Status.SUGGESTED:
            raise ValueError("a decision is accepted, changed or rejected")
        if (self.status is Status.CHANGED) != (self.tag is not None or self.direction is not None):
            raise ValueError("`changed` says which tag or which direction fits; no other decision does")
        return self


class Annotation(NamedTuple):
    """A tag on words of an answer, as it stands after the decisions taken so far.

    It is made of a suggestion and of decisions, both checked already, each time a session is folded.
    """

    id: str
    """Unique in its session: `t4-2` is the second annotation of turn 4."""
    turn: int
    start: int
    """Where the words begin in the answer, in code points."""
    end: int
    quote: str
    """The words, exactly as typed."""
    tag: str
    score: float
    """How sure the tagger was, 0 to 1."""
    direction: Direction
    reason: Reason
    status: Status = Status.SUGGESTED
    added_by: str | None = None
    """The person who added it by hand; None where the tagger suggested it."""
    added_role: Role | None = None
    added_at: datetime | None = None
    decisions: tuple[Decision, ...] = ()
    """All of them, oldest first: none is overwritten."""

    @classmethod
    def of(cls, made: Suggestion, name: str, turn: int) -> "Annotation":
        """A suggestion as the annotation of that id, which waits for a person."""
        return cls(name, turn, made.start, made.end, made.quote, made.tag, made.score, made.direction, made.reason)

    def added(self, by: str, role: Role, at: datetime) -> "Annotation":
        """The annotation as a person made it by hand."""
        return self._replace(status=Status.ACCEPTED, added_by=by, added_role=role, added_at=at)

    def decided(self, decision: Decision) -> "Annotation":
        """The annotation after one more decision."""
        return self._replace(
            status=decision.status,
            tag=decision.tag or self.tag,
            direction=decision.direction or self.direction,
            decisions=(*self.decisions, decision),
        )
