"""A session as events: what was asked, said, suggested and decided, in the order it happened.

The events are the state: everything shown on screen or exported is a fold over them.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from models.annotation import Decision
from models.bank import Stage
from models.base import Frozen, Identifier, Moment
from models.reading import Reading, Suggestion
from models.review import Role, Source

WHOLE_CASE = "whole-case"
"""The episode that stands for the case as a whole, where nobody named a key practice episode."""

LONGEST_ANSWER = 2_000_000
"""Code points an answer may have. A pasted megabyte is kept; a file of a whole case belongs in the records."""


class SkipKind(StrEnum):
    """Why a question has no answer: four different things, never lumped together."""

    NOT_ASKED = "not_asked"
    NOT_KNOWN = "not_known"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not_applicable"


class Because(Frozen):
    """Why a probe was asked."""

    rule: Identifier
    text: str
    """The sentence shown, with the reviewer's words in it."""
    quote: str
    """The words themselves, exactly as typed."""
    turn: int = Field(ge=1)
    """The turn whose answer they come from."""


class SessionStarted(Frozen):
    """A session was begun: by whom, with which respondent, from which source, on which content."""

    type: Literal["session_started"] = "session_started"
    at: Moment
    session: Identifier
    review: Identifier
    by: Identifier
    respondent: str = Field(max_length=120)
    """A role, never a name: `health visitor 2`."""
    source: Source
    bank: Identifier
    bank_version: str
    taxonomy_version: str


class Asked(Frozen):
    """A question was put. Its words are kept, so that the conversation reads the same under a later bank."""

    type: Literal["asked"] = "asked"
    at: Moment
    turn: int = Field(ge=1)
    question: Identifier
    stage: Stage
    episode: Identifier | None
    text: str
    because: Because | None = None
    deferred: bool = False
    """Whether it was only noted among what is parked, because enough had been asked on one thing."""


class Answered(Frozen):
    """An answer was given, kept as typed."""

    type: Literal["answered"] = "answered"
    at: Moment
    turn: int = Field(ge=1)
    text: str = Field(max_length=LONGEST_ANSWER)
    value: str | None = None
    """What was chosen, where the question offers choices; None for free text."""


class Revised(Frozen):
    """An answer was replaced; the earlier text stays in the log."""

    type: Literal["revised"] = "revised"
    at: Moment
    turn: int = Field(ge=1)
    text: str = Field(max_length=LONGEST_ANSWER)
    value: str | None = None


class Skipped(Frozen):
    """A question was left without an answer, and why."""

    type: Literal["skipped"] = "skipped"
    at: Moment
    turn: int = Field(ge=1)
    kind: SkipKind


class Parked(Frozen):
    """A question or a follow-up was laid aside; it can be taken up again."""

    type: Literal["parked"] = "parked"
    at: Moment
    turn: int = Field(ge=1)
    revised_turn: int | None = None
    """Set where a revision of that turn took away the reason for asking; None where the person parked it."""


class WentTo(Frozen):
    """The person went to a turn: back to an earlier one, or to a parked one."""

    type: Literal["went_to"] = "went_to"
    at: Moment
    turn: int = Field(ge=1)


class Kept(Frozen):
    """An earlier answer was looked at again and left as it stands."""

    type: Literal["kept"] = "kept"
    at: Moment
    turn: int = Field(ge=1)


class Restored(Frozen):
    """A follow-up that had lost its reason has it again, and stands as it stood."""

    type: Literal["restored"] = "restored"
    at: Moment
    turn: int = Field(ge=1)


class JumpedTo(Frozen):
    """The person went on with another stage or episode. What was being asked is asked again in its place."""

    type: Literal["jumped_to"] = "jumped_to"
    at: Moment
    stage: Stage
    episode: Identifier | None


class Undone(Frozen):
    """The last thing done was taken back; it stays in the log and can be done again."""

    type: Literal["undone"] = "undone"
    at: Moment
    by: Identifier


class Redone(Frozen):
    """What was taken back last was done again."""

    type: Literal["redone"] = "redone"
    at: Moment
    by: Identifier


class Continued(Frozen):
    """The session went on with another version of the content than it had before."""

    type: Literal["continued"] = "continued"
    at: Moment
    bank_version: str
    taxonomy_version: str


class EpisodeNamed(Frozen):
    """A key practice episode was named."""

    type: Literal["episode_named"] = "episode_named"
    at: Moment
    episode: Identifier
    title: str = Field(min_length=1, max_length=200)
    turn: int | None = None
    """The turn whose answer names it; None where it was added out of turn."""


class Read(Frozen):
    """The tagger read an answer. What it suggests waits for a person."""

    type: Literal["read"] = "read"
    at: Moment
    turn: int = Field(ge=1)
    reading: Reading
    tagger: str
    """The tagger's name and version."""


class Tagged(Frozen):
    """A person tagged words of an answer by hand."""

    type: Literal["tagged"] = "tagged"
    at: Moment
    turn: int = Field(ge=1)
    by: Identifier
    role: Role
    suggestion: Suggestion


class Decided(Frozen):
    """A person decided about an annotation."""

    type: Literal["decided"] = "decided"
    at: Moment
    decision: Decision


class Closed(Frozen):
    """The reviewer closed the session: it waits for a supervisor."""

    type: Literal["closed"] = "closed"
    at: Moment
    by: Identifier


class Reopened(Frozen):
    """A closed session was opened again for more answers."""

    type: Literal["reopened"] = "reopened"
    at: Moment
    by: Identifier


class SignedOff(Frozen):
    """A supervisor signed the session off: every suggestion in it was decided by a person."""

    type: Literal["signed_off"] = "signed_off"
    at: Moment
    by: Identifier


AnySessionEvent = (
    SessionStarted
    | Asked
    | Answered
    | Revised
    | Skipped
    | Parked
    | WentTo
    | Kept
    | Restored
    | JumpedTo
    | Undone
    | Redone
    | Continued
    | EpisodeNamed
    | Read
    | Tagged
    | Decided
    | Closed
    | Reopened
    | SignedOff
)
SessionEvent = Annotated[AnySessionEvent, Field(discriminator="type")]
"""What a session's stream holds."""

SESSION_EVENT: TypeAdapter[AnySessionEvent] = TypeAdapter(SessionEvent)
