"""A scripted session: who says what, to be played through the real engine, tagger and store."""

from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, field_validator, model_validator

from models.annotation import LONGEST_NOTE
from models.bank import Stage
from models.base import Frozen, Identifier
from models.review import LONGEST_NAME, LONGEST_TITLE, Role, Source
from models.session import SkipKind
from models.taxonomy import Direction

_ACTS = ("answer", "skip", "park", "back", "revise", "tag", "episode", "stage", "undo", "redo")
_Named = Annotated[str, Field(max_length=LONGEST_NAME)]
_Note = Annotated[str, Field(max_length=LONGEST_NOTE)]


class ScriptReview(Frozen):
    """The review that the session belongs to."""

    title: str = Field(min_length=1, max_length=LONGEST_TITLE)
    kind: Identifier
    locality: _Named = ""
    region: _Named = ""
    nation: _Named = ""
    agencies: tuple[Annotated[_Named, Field(min_length=1)], ...] = ()


class ScriptPerson(Frozen):
    """Somebody who takes part, by a made-up name."""

    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    role: Role


class ScriptSession(Frozen):
    """The session itself."""

    by: str
    """The name of one of the people."""
    respondent: _Named = ""
    source: Source
    bank: str = "learning-together"


class ScriptDecision(Frozen):
    """A supervisor's decision on tags of the session."""

    decision: Literal["accept", "reject", "change"]
    which: str = ""
    """A tag id (its sub-tags count) or an annotation id; empty for all that nobody has decided yet."""
    to: Identifier | None = None
    """With `change`: the tag that fits."""
    direction: Direction | None = None
    note: _Note = ""

    @model_validator(mode="after")
    def _says_what_fits(self) -> Self:
        if (self.decision == "change") != (self.to is not None or self.direction is not None):
            raise ValueError("`change` says which tag (`to`) or which `direction` fits; no other decision does")
        return self


class ScriptTurn(Frozen):
    """One thing done in the session: exactly one of the fields that `_ACTS` names; the others say how."""

    answer: str | None = None
    to: str | None = None
    """With `answer` or `skip`: the question that must be what is asked. With `tag: change` or `add`: the tag."""
    skip: SkipKind | None = None
    park: bool = False
    back: int | None = Field(default=None, ge=1, strict=True)
    revise: str | None = None
    """The id of a question answered before; `answer` holds the new text."""
    tag: Literal["accept", "reject", "change", "add"] | None = None
    """What becomes of tags of the last answer."""
    words: str | None = None
    """With `tag: add`: the words of the last answer that show the tag."""
    which: str = ""
    """With `tag`: as in a supervisor's decision."""
    direction: Direction | None = None
    note: _Note = ""
    episode: str | None = None
    """Names a key practice episode."""
    stage: Stage | None = None
    """Goes on with that part of the session."""
    undo: bool = False
    """Takes back the last thing done."""
    redo: bool = False
    """Does again what was undone."""

    @model_validator(mode="after")
    def _does_one_thing(self) -> Self:
        acts = self._acts()
        if len(acts) != 1:
            raise ValueError(f"a turn does exactly one of {', '.join(_ACTS)}; this one has {', '.join(acts) or 'none'}")
        if self.revise is not None and self.answer is None:
            raise ValueError("`revise` needs the new text under `answer`")
        if self.episode is not None and not self.episode.strip():
            raise ValueError("`episode` needs a few words as the episode's name")
        if self.tag == "add" and (self.words is None or self.to is None):
            raise ValueError("`tag: add` needs the tag under `to` and the words of the answer under `words`")
        if self.tag in ("accept", "reject") and (self.to is not None or self.direction is not None):
            raise ValueError("`tag: accept` and `tag: reject` take no `to` and no `direction`; `tag: change` does")
        if self.tag == "change" and self.to is None and self.direction is None:
            raise ValueError("`tag: change` needs the tag under `to`, or the `direction`, that fits")
        return self

    def _acts(self) -> list[str]:
        given = [act for act in _ACTS if getattr(self, act) not in (None, False)]
        return [act for act in given if not (act == "answer" and "revise" in given)]

    @property
    def act(self) -> str:
        """Which of the things a turn can do this one does."""
        return self._acts()[0]


_ALL: Literal["accept_all"] = "accept_all"
_Decisions = Annotated[
    Annotated[Literal["accept_all"], Tag("word")] | Annotated[tuple[ScriptDecision, ...], Tag("list")],
    Discriminator(lambda given: "word" if given == _ALL else "list"),
]


class ScriptSupervision(Frozen):
    """A supervisor's pass over the closed session."""

    by: str
    decisions: _Decisions = ()
    sign_off: bool = False

    @field_validator("decisions", mode="before")
    @classmethod
    def _are_a_list_or_the_word(cls, given: Any) -> Any:
        if not isinstance(given, list | tuple) and given != _ALL:
            raise ValueError(f"is a list of decisions, or the word {_ALL}")
        return given


class Script(Frozen):
    """A whole scripted session."""

    review: ScriptReview
    people: tuple[ScriptPerson, ...] = Field(min_length=1)
    session: ScriptSession
    turns: tuple[ScriptTurn, ...] = Field(min_length=1)
    supervision: ScriptSupervision | None = None
