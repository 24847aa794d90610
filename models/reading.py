"""What the tagger reads in a text: annotations, wording, signals and depth."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from models.base import Frozen, Identifier
from models.taxonomy import Direction


class Span(Frozen):
    """A run of a text. Offsets are Unicode code points; `text[start:end] == quote`."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    quote: str

    @model_validator(mode="after")
    def _covers_its_quote(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("a span is as long as its quote: end - start must equal the quote's code points")
        return self


class ReasonBy(StrEnum):
    """Who or what says why a tag fits the words."""

    CUE = "cue"
    PERSON = "person"


class Reason(Frozen):
    """Why a tag fits the words, as a reviewer understands it."""

    by: ReasonBy
    detail: str
    """For a cue: the phrase that was met. For a person: their own words, or empty."""


class Suggestion(Span):
    """A tag on words, with direction and reason: a claim with evidence that waits for a person."""

    tag: Identifier
    score: float = Field(ge=0, le=1)
    """How sure the tagger is, 0 to 1. Cue scores order suggestions; they are not probabilities."""
    direction: Direction
    reason: Reason


class WordingKind(StrEnum):
    """Wording that looks back with knowledge of the outcome, or lays a matter on a person (domain file, section 8)."""

    COUNTERFACTUAL = "counterfactual"
    HINDSIGHT = "hindsight"
    OBVIOUSNESS = "obviousness"
    BLAME = "blame"
    OUTCOME = "outcome"


class Wording(Span):
    """A run of words that a hindsight or blame cue fits."""

    kind: WordingKind


class SignalKind(StrEnum):
    """Wording that opens a door for a further question; no judgement lies in it."""

    ASSUMPTION = "assumption"
    USUAL = "usual"
    EMOTION = "emotion"
    TRADE_OFF = "trade_off"
    WORKAROUND = "workaround"
    UNCERTAIN = "uncertain"
    WENT_WELL = "went_well"
    OTHER_ACCOUNT = "other_account"
    SHORTHAND = "shorthand"
    """A label such as *rule of optimism* or *disguised compliance*: to be unpacked, never coded as a cause."""
    NOTHING = "nothing"
    """Says that there is nothing to say, in a short answer: no further question rests on it."""


class Signal(Span):
    """A run of words that opens a door for a further question."""

    kind: SignalKind


class Depth(StrEnum):
    """How far an answer goes from what to why."""

    REPORTS = "reports"
    """Says what happened or how good it was, and no reason for it."""
    REASON = "reason"
    """Gives at least one reason why practice was as it was."""
    REASON_BEHIND = "reason_behind"
    """Gives a reason for the reason."""
    PATTERN = "pattern"
    """Gives a reason and says that it holds beyond this case."""

    @property
    def level(self) -> int:
        """From 1 for what happened to 4 for a pattern."""
        return _LEVELS[self]


_LEVELS = {depth: level for level, depth in enumerate(Depth, start=1)}


class Reading(Frozen):
    """All that the tagger reads in one text."""

    suggestions: tuple[Suggestion, ...] = ()
    """What the tagger is ready to suggest, in the order of the text."""
    wording: tuple[Wording, ...] = ()
    signals: tuple[Signal, ...] = ()
    depth: Depth = Depth.REPORTS

    @property
    def gives_reason(self) -> bool:
        """Whether the text gives at least one reason why practice was as it was."""
        return self.depth is not Depth.REPORTS

    def tag_scores(self) -> dict[str, float]:
        """Each suggested tag with its best score, best first."""
        best: dict[str, float] = {}
        for suggestion in self.suggestions:
            best[suggestion.tag] = max(best.get(suggestion.tag, 0.0), suggestion.score)
        return dict(sorted(best.items(), key=lambda item: (-item[1], item[0])))
