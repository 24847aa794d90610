"""The question bank: stages, questions, probes and the rules that ask them. Content, not code."""

from enum import StrEnum
from functools import cached_property

from pydantic import Field, model_validator

from models.annotation import Status
from models.base import Frozen, Identifier
from models.reading import Depth, SignalKind, WordingKind
from models.review import Source
from models.taxonomy import Direction


class Stage(StrEnum):
    """The parts of a session, in the order they are gone through."""

    PREPARATION = "preparation"
    """Setting up the review: asked where the respondent is the review team, not a practitioner."""
    ORIENTATION = "orientation"
    WHAT_HAPPENED = "what_happened"
    TUNNEL = "tunnel"
    WHY = "why"
    WENT_WELL = "went_well"
    OTHER_ACCOUNTS = "other_accounts"
    PATTERNS = "patterns"
    CHANGE = "change"

    @property
    def per_episode(self) -> bool:
        """Whether its questions are asked anew for each key practice episode."""
        return self in (Stage.TUNNEL, Stage.WHY, Stage.WENT_WELL, Stage.OTHER_ACCOUNTS)


STAGE_TITLES = {
    Stage.PREPARATION: "preparation",
    Stage.ORIENTATION: "orientation",
    Stage.WHAT_HAPPENED: "what happened",
    Stage.TUNNEL: "view from the tunnel",
    Stage.WHY: "why (contributory factors)",
    Stage.WENT_WELL: "what went well",
    Stage.OTHER_ACCOUNTS: "other accounts",
    Stage.PATTERNS: "patterns",
    Stage.CHANGE: "change",
}


class AnswerKind(StrEnum):
    """What a question takes for an answer."""

    TEXT = "text"
    """Free text, as long as it needs to be; the tagger reads it."""
    SHORT = "short"
    """A few words; not read by the tagger."""
    CHOICE = "choice"
    """One of the question's choices."""
    EPISODE = "episode"
    """A few words that name a key practice episode; answering it opens that episode."""


class Once(StrEnum):
    """How often a rule may ask."""

    ANSWER = "answer"
    """Once for each answer."""
    EPISODE = "episode"
    """Once for each key practice episode."""
    SESSION = "session"
    """Once in a session."""


class When(Frozen):
    """The conditions of a rule, all of which must hold. Each list means "one of these"; an empty one asks nothing.

    They are read against the answer just given, the episode it belongs to, and the review.
    """

    stage: tuple[Stage, ...] = ()
    """The stage that the answer belongs to."""
    question: tuple[Identifier, ...] = ()
    """The id of the question or probe that was answered."""
    depth: tuple[Depth, ...] = ()
    """How far the answer goes from what to why."""
    wording: tuple[WordingKind, ...] = ()
    """Hindsight or blame wording in the answer."""
    signal: tuple[SignalKind, ...] = ()
    """Wording in the answer that opens a door for a further question."""
    tag: tuple[Identifier, ...] = ()
    """A suggestion or an accepted annotation of the answer lies at or below one of these tags."""
    direction: tuple[Direction, ...] = ()
    """Together with `tag`: the direction of that same annotation."""
    score_at_least: float = Field(default=0.0, ge=0, le=1)
    """Together with `tag`: the score of that same annotation."""
    status: tuple[Status, ...] = ()
    """Together with `tag`: where that same annotation stands (suggested, accepted, changed)."""
    tag_alone: bool = False
    """Together with `tag`: the answer names the factor and gives no reason that says how it worked."""
    not_mentioned: Identifier | None = None
    """Nothing in the episode so far is tagged at or below this tag, and no question that elicits it was asked there."""
    mentioned: Identifier | None = None
    """Something in the episode so far is tagged at or below this tag."""
    episode_depth: tuple[Depth, ...] = ()
    """How far the deepest answer of the episode so far goes from what to why."""
    contradicts: bool = False
    """Another account of the same episode says the opposite: the same tag in the other direction."""
    review_kind: tuple[Identifier, ...] = ()
    """The kind of the review, e.g. `routine_practice`."""
    source: tuple[Source, ...] = ()
    """What the session's answers rest on."""
    respondent: tuple[str, ...] = ()
    """The respondent's role holds one of these words, e.g. `review team`, `health`, `manager`."""
    words_at_least: int = Field(default=0, ge=0)
    """How many words the answer has at the least."""
    words_at_most: int | None = Field(default=None, ge=1)
    """How many words the answer has at the most."""
    follow_ups_at_most: int | None = Field(default=None, ge=0)
    """No more than this many probes have followed the same planned question."""

    @cached_property
    def of_session(self) -> bool:
        """Whether it asks anything of the review, the source or the respondent: what no answer changes."""
        return bool(self.review_kind or self.source or self.respondent)

    @cached_property
    def of_episode(self) -> bool:
        """Whether it asks anything of what else was said or asked in the episode."""
        return bool(self.mentioned or self.not_mentioned or self.episode_depth)

    @cached_property
    def anywhere(self) -> bool:
        """Whether it asks nothing of the session and nothing of the episode."""
        return not (self.of_session or self.of_episode)

    @model_validator(mode="after")
    def _direction_needs_a_tag(self) -> "When":
        about_a_tag = self.direction or self.tag_alone or self.score_at_least or self.status
        if about_a_tag and not self.tag:
            raise ValueError("`direction`, `score_at_least`, `status`, `tag_alone` speak of a tag: name it under `tag`")
        return self


class Question(Frozen):
    """A question asked for its place in the order, or a probe that only a rule asks."""

    id: Identifier
    """Unique in the bank, its modules included; kept when the words change, because sessions know it by this."""
    stage: Stage
    """The stage it is asked in; a probe is asked in that of the answer it follows."""
    text: str = Field(min_length=8, max_length=400)
    """What is asked. `{episode}` stands for the name of the episode."""
    help: str = ""
    """A line for the person who wonders what is meant."""
    kind: AnswerKind = AnswerKind.TEXT
    """What it takes for an answer."""
    choices: tuple[str, ...] = ()
    """With the kind `choice`: what to choose from."""
    elicits: tuple[Identifier, ...] = ()
    """The tags it gives a fair chance to be spoken of: what "reached" means in the coverage grid."""
    when: When = When()
    """For a planned question: asked only where this holds (review kind, source, what was mentioned)."""
    probe: bool = False
    """Only a rule asks it."""
    repeat: bool = False
    """Asked again after each answer until it is skipped; in `what_happened`, after the episodes named so far."""

    @model_validator(mode="after")
    def _choices_where_they_belong(self) -> "Question":
        if (self.kind is AnswerKind.CHOICE) != bool(self.choices):
            raise ValueError("a question of kind `choice` lists its choices, and no other question does")
        return self


class Rule(Frozen):
    """When an answer says this, ask that, and say why."""

    id: Identifier
    """Unique in the bank, its modules included."""
    when: When
    """What has to hold, all of it."""
    ask: Identifier
    """The id of the probe it asks."""
    because: str = Field(min_length=8, max_length=300)
    """Why it is asked. `{quote}` stands for the reviewer's own words, `{tag}` for the factor they show.

    With `contradicts`, `{other}` stands for the words of the other account and `{who}` for whose it is.
    """
    once: Once = Once.EPISODE
    """How often it may ask."""
    salience: int = Field(default=50, ge=0, le=100)
    """Of several rules that fit, the highest asks first."""

    @model_validator(mode="after")
    def _quotes_the_reviewer(self) -> "Rule":
        if "{quote}" not in self.because:
            raise ValueError("a because quotes the reviewer's words: put {quote} where they belong")
        return self


class Bank(Frozen):
    """A versioned set of questions, probes and rules."""

    id: Identifier
    version: str
    title: str
    description: str
    questions: tuple[Question, ...]
    """In the order they are asked within their stage; probes among them wait for a rule."""
    rules: tuple[Rule, ...]

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """Questions and probes by their id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def rule(self) -> dict[str, Rule]:
        """Rules by their id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def planned(self) -> dict[Stage, tuple[Question, ...]]:
        """The planned questions of each stage, in the order they are asked."""
        return {
            stage: tuple(each for each in self.questions if each.stage is stage and not each.probe) for stage in Stage
        }

    @cached_property
    def eliciting(self) -> dict[str, frozenset[str]]:
        """By tag: the questions and probes that give that very tag a fair chance to be spoken of."""
        found: dict[str, set[str]] = {}
        for question in self.questions:
            for tag in question.elicits:
                found.setdefault(tag, set()).add(question.id)
        return {tag: frozenset(ids) for tag, ids in found.items()}
