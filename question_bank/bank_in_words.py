"""A bank as a person reads it: every question and rule in plain sentences, with the words of a place."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.bank import STAGE_TITLES, AnswerKind, Bank, Question, Rule, Stage
from models.taxonomy import Taxonomy
from models.terms import Terms, filled
from question_bank.conditions_in_words import ONCE_WORDS, Names, place_in_words, rule_in_words

ANSWER_WORDS = {
    AnswerKind.TEXT: "free text",
    AnswerKind.SHORT: "a few words",
    AnswerKind.CHOICE: "one of the choices",
    AnswerKind.EPISODE: "a few words that name a key practice episode, which it opens",
}
STANDING_IN = {
    "episode": "[the episode]",
    "quote": "[their words]",
    "tag": "[the factor]",
    "other": "[the other words]",
    "who": "[whose account]",
}
"""What stands for the braces that only a session fills."""


@dataclass(frozen=True)
class QuestionInWords:
    """A planned question."""

    id: str
    text: str
    help: str
    answer: str
    """What it takes for an answer."""
    choices: tuple[str, ...]
    asked: str
    """Where it is asked: `always`, or `where ...`."""
    repeats: bool
    elicits: tuple[str, ...]
    """Labels of the tags it gives a chance to be spoken of."""


@dataclass(frozen=True)
class RuleInWords:
    """A rule: when it asks its probe, and what the person is told."""

    id: str
    when: str
    because: str
    once: str
    salience: int


@dataclass(frozen=True)
class ProbeInWords:
    """A probe and the rules that ask it, the most salient first."""

    id: str
    text: str
    help: str
    elicits: tuple[str, ...]
    rules: tuple[RuleInWords, ...]


@dataclass(frozen=True)
class StageInWords:
    """A stage: its planned questions in order, and the probes that stand in it."""

    id: str
    title: str
    per_episode: bool
    questions: tuple[QuestionInWords, ...]
    probes: tuple[ProbeInWords, ...]


@dataclass(frozen=True)
class TagInWords:
    """A tag of the taxonomy."""

    id: str
    label: str
    questions: int
    """How many questions and probes give it, or one below it, a chance to be spoken of."""


@dataclass(frozen=True)
class BankInWords:
    """A bank."""

    id: str
    version: str
    title: str
    description: str
    place: str
    """The place whose words are used."""
    levels: str
    """What the levels of change are called there."""
    taxonomy_version: str
    stages: tuple[StageInWords, ...]
    tags: tuple[TagInWords, ...]
    """All tags of the taxonomy, those that no question elicits included."""


def bank_in_words(bank: Bank, taxonomy: Taxonomy, terms: Terms, review_kinds: Mapping[str, str]) -> BankInWords:
    """A bank in the words of a place; `review_kinds` are labels by id."""
    return _Reading(bank, taxonomy, terms, review_kinds).whole()


def of_place(text: str, terms: Terms) -> str:
    """A text of a bank with the words of a place in its braces, and stand-ins where only a session has the words."""
    return filled(text, STANDING_IN, terms.words.model_dump())


def names(bank: Bank, taxonomy: Taxonomy, terms: Terms, review_kinds: Mapping[str, str]) -> Names:
    """What sentences about this bank call its questions, tags and kinds of review."""
    return Names(
        question=lambda each: of_place(bank.by_id[each].text, terms) if each in bank.by_id else each,
        tag=taxonomy.label,
        review_kind=lambda each: review_kinds.get(each, each.replace("_", " ")),
    )


class _Reading:
    """One bank being put into words."""

    def __init__(self, bank: Bank, taxonomy: Taxonomy, terms: Terms, review_kinds: Mapping[str, str]) -> None:
        self._bank, self._taxonomy, self._terms = bank, taxonomy, terms
        self._names = names(bank, taxonomy, terms, review_kinds)

    def whole(self) -> BankInWords:
        bank = self._bank
        stages = [self._stage(stage) for stage in Stage]
        return BankInWords(
            id=bank.id,
            version=bank.version,
            title=bank.title,
            description=bank.description,
            place=self._terms.label,
            levels=self._terms.levels.told,
            taxonomy_version=self._taxonomy.version,
            stages=tuple(stage for stage in stages if stage.questions or stage.probes),
            tags=tuple(
                TagInWords(tag.id, self._taxonomy.label(tag.id), len(bank.eliciting.get(tag.id, ())))
                for tag in self._taxonomy.tags
            ),
        )

    def _stage(self, stage: Stage) -> StageInWords:
        probes = [each for each in self._bank.questions if each.probe and each.stage is stage]
        return StageInWords(
            id=stage.value,
            title=STAGE_TITLES[stage],
            per_episode=stage.per_episode,
            questions=tuple(self._question(each) for each in self._bank.planned[stage]),
            probes=tuple(self._probe(each) for each in probes),
        )

    def _question(self, question: Question) -> QuestionInWords:
        return QuestionInWords(
            id=question.id,
            text=of_place(question.text, self._terms),
            help=question.help,
            answer=ANSWER_WORDS[question.kind],
            choices=question.choices,
            asked=place_in_words(question.when, self._names),
            repeats=question.repeat,
            elicits=self._labels(question),
        )

    def _probe(self, probe: Question) -> ProbeInWords:
        rules = sorted((rule for rule in self._bank.rules if rule.ask == probe.id), key=lambda rule: -rule.salience)
        return ProbeInWords(
            id=probe.id,
            text=of_place(probe.text, self._terms),
            help=probe.help,
            elicits=self._labels(probe),
            rules=tuple(self._rule(rule) for rule in rules),
        )

    def _rule(self, rule: Rule) -> RuleInWords:
        return RuleInWords(
            id=rule.id,
            when=rule_in_words(rule.when, self._names),
            because=of_place(rule.because, self._terms),
            once=ONCE_WORDS[rule.once],
            salience=rule.salience,
        )

    def _labels(self, question: Question) -> tuple[str, ...]:
        return tuple(self._taxonomy.label(tag) for tag in question.elicits)
