"""What leaves the workspace: a review's answers and codings, with people by their role and never by their name."""

from typing import Literal

from pydantic import Field

from models.annotation import Status
from models.bank import Stage
from models.base import Frozen, Identifier, Moment
from models.reading import Depth, WordingKind
from models.review import Review, Role, Source
from models.session import SkipKind
from models.taxonomy import Direction, Level

EXPORT_FORMAT_VERSION = 1
"""Goes up when a reader of earlier exports would misread a later one."""


class Coding(Frozen):
    """One tag on words of one answer: a row of the table of codings."""

    review: Identifier
    session: Identifier
    annotation: Identifier
    turn: int
    question: Identifier
    stage: Stage
    episode: str
    """The title of the key practice episode; empty where the question belongs to none."""
    respondent: str
    source: Source
    tag: Identifier
    top_level: Identifier
    label: str
    level: Level | None
    """Where the influence originates; None for a tag that this version's taxonomy does not know."""
    direction: Direction
    start: int
    end: int
    """Code points of the answer: `answer[start:end] == quote`."""
    quote: str
    score: float
    """0 to 1: how sure the tagger was; 1 where a person added the tag."""
    reason: str
    suggested_by: Literal["cue", "person"]
    status: Status
    """Only `accepted` and `changed` are decided; `suggested` waits for a person."""
    decided_by: Role | None
    """The role of whoever decided last; None while nobody has."""
    decided_at: Moment | None


class LanguageFlag(Frozen):
    """A run of hindsight or blame wording."""

    kind: WordingKind
    start: int
    end: int
    quote: str


class AnswerRecord(Frozen):
    """One question put, and what was said."""

    turn: int
    question: Identifier
    stage: Stage
    episode: str
    asked: str
    because: str | None
    """Why it was asked; None where it was asked for its place."""
    state: Literal["open", "answered", "skipped", "parked"]
    answer: str | None
    """As typed."""
    value: str | None
    """What was chosen, where the question offered choices."""
    skip: SkipKind | None
    revisions: int
    """How often the answer was revised."""
    gives_reason: bool | None
    """None where nothing was read."""
    depth: Depth | None = None
    """How far the answer goes from what happened to why, given what it answers; None where it was not read."""
    language: tuple[LanguageFlag, ...]


class SessionRecord(Frozen):
    """One session of the review."""

    id: Identifier
    started_at: Moment
    respondent: str
    source: Source
    state: Literal["open", "closed", "signed_off"]
    bank: Identifier
    bank_version: str
    taxonomy_version: str
    last_bank_version: str = ""
    """The version it last went on with, where that is another."""
    last_taxonomy_version: str = ""
    episodes: tuple[str, ...]
    answers: tuple[AnswerRecord, ...]


class ReviewExport(Frozen):
    """A whole review as it leaves the workspace. The same review gives the same bytes."""

    format: Literal["casewindow-review"] = "casewindow-review"
    format_version: int = Field(default=EXPORT_FORMAT_VERSION, ge=1)
    taxonomy_version: str
    review: Review
    sessions: tuple[SessionRecord, ...]
    codings: tuple[Coding, ...]
    """Tags that stand: suggested, accepted or changed. Those that a person rejected are counted, not listed."""
    rejected: int
    undecided: int
    """Codings that no person has decided yet."""
