"""What the engine asks from, and what it must know of it to decide quickly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from models.bank import Bank, Once, Question, Rule, Stage, When
from models.reading import Depth
from models.review import Review, Source
from models.taxonomy import Direction, Taxonomy
from models.terms import Terms, filled

Place = tuple[Stage, Depth | None, int]
"""Where rules are looked up: a stage, how far an answer goes, and how many follow-ups there were."""
Ranked = tuple[int, int, Rule]
"""A rule with its rank: the most salient first, then in the order of the bank."""
_BETWEEN_WORDS = re.compile(r"[^\w']+")
MOST_FOLLOW_UPS = 3
"""Probes that may follow one planned question, so that nobody is interrogated."""


class Planned(NamedTuple):
    """A planned question, with what is asked of it again and again."""

    id: str
    question: Question
    repeats: bool
    anywhere: bool
    """Whether it has no condition."""


class RulesAt(NamedTuple):
    """The rules of one place, by what an answer must have for them: the rarest thing they need; each list by rank."""

    question: dict[str, list[Ranked]]
    tag: dict[str, list[Ranked]]
    signal: dict[str, list[Ranked]]
    wording: dict[str, list[Ranked]]
    anything: list[Ranked]


@dataclass(frozen=True, slots=True)
class Account:
    """What another session of the same review says of an episode: what an answer can contradict."""

    who: str
    """The respondent's role."""
    source: Source
    episode: str
    """The episode's title, in the form `same_episode` gives it."""
    tag: str
    direction: Direction
    quote: str


@dataclass(frozen=True)
class Content:
    """What the engine asks from."""

    bank: Bank
    taxonomy: Taxonomy
    review: Review
    terms: Terms | None = None
    """The words of the review's place; a plain reading of their names where none is given."""
    accounts: tuple[Account, ...] = ()
    """What other sessions of the review say."""

    @cached_property
    def words(self) -> dict[str, str]:
        """What stands for the braces of a question, besides what is told in the session."""
        return self.terms.words.model_dump() if self.terms else {}

    def filled(self, text: str, told: dict[str, str]) -> str:
        """A text of the bank with what belongs in its braces."""
        return filled(text, told, self.words)

    @cached_property
    def grounds(self) -> dict[str, When]:
        """By rule: those of its conditions that rest on the answer itself, and not on what else was asked or said."""
        elsewhere: dict[str, object] = {
            "follow_ups_at_most": None,
            "mentioned": None,
            "not_mentioned": None,
            "episode_depth": (),
            "status": (),
        }
        return {rule.id: rule.when.model_copy(update=elsewhere) for rule in self.bank.rules}

    @cached_property
    def planned(self) -> dict[Stage, tuple[Planned, ...]]:
        """The planned questions of each stage, in the order they are asked."""
        return {
            stage: tuple(Planned(each.id, each, each.repeat, each.when.anywhere) for each in asked)
            for stage, asked in self.bank.planned.items()
        }

    def rules_at(self, source: Source, respondent: str) -> dict[Place, RulesAt]:
        """The rules that fit a session of this source with this respondent, by where they are looked up."""
        known = self._by_session.get((source, respondent))
        if known is None:
            known = self._by_session[source, respondent] = self._indexed(source, respondent)
        return known

    @cached_property
    def _by_session(self) -> dict[tuple[Source, str], dict[Place, RulesAt]]:
        return {}

    def _indexed(self, source: Source, respondent: str) -> dict[Place, RulesAt]:
        found: dict[Place, RulesAt] = {}
        ranked = sorted((-rule.salience, order, rule) for order, rule in enumerate(self.bank.rules))
        for each in ranked:
            if self.fits(each[2].when, source, respondent):
                for place in _places(each[2].when):
                    _file(each, found.setdefault(place, RulesAt({}, {}, {}, {}, [])))
        return found

    def fits(self, when: When, source: Source, respondent: str) -> bool:
        """Whether the conditions hold that no answer changes: on the review, the source and the respondent."""
        if when.review_kind and self.review.kind not in when.review_kind:
            return False
        if when.source and source not in when.source:
            return False
        return not when.respondent or any(_is_named(word, respondent) for word in when.respondent)


@lru_cache(maxsize=4096)
def _is_named(role: str, respondent: str) -> bool:
    """Whether a respondent's role holds these whole words, or their plural."""
    words, held = (" ".join(_BETWEEN_WORDS.split(text.casefold())).strip() for text in (role, respondent))
    return any(f" {form} " in f" {held} " for form in (words, f"{words}s"))


def same_episode(title: str) -> str:
    """A title in the form in which two sessions' titles of one episode are the same."""
    return " ".join(title.casefold().split()).strip(" .")


def limit(rule: Rule, turn: int, episode: str | None) -> str | int | None:
    """What a rule may ask only once for, as `Progress.fired` has it."""
    once = rule.once
    return episode if once is Once.EPISODE else "*" if once is Once.SESSION else turn


def _places(when: When) -> Iterator[Place]:
    most = MOST_FOLLOW_UPS if when.follow_ups_at_most is None else min(when.follow_ups_at_most, MOST_FOLLOW_UPS)
    return product(when.stage or tuple(Stage), when.depth or tuple(Depth), range(most + 1))


def _file(ranked: Ranked, at: RulesAt) -> None:
    when = ranked[2].when
    needed: tuple[tuple[dict[str, list[Ranked]], tuple[str, ...]], ...] = (
        (at.question, when.question),
        (at.tag, when.tag),
        (at.signal, when.signal),
        (at.wording, when.wording),
    )
    for kept, values in needed:
        if values:
            for value in values:
                kept.setdefault(value, []).append(ranked)
            return
    at.anything.append(ranked)
