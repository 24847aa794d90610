"""What a walk makes up: with whom it is, and what each answer shows. It looks at the bank as a careful tester would."""

import random
from dataclasses import dataclass
from functools import cache

from assistant.engine.content import Account, same_episode
from assistant.walking.aims import Aim
from models.bank import Bank, When
from models.reading import Depth, Reading, Reason, ReasonBy, Signal, SignalKind, Suggestion, Wording, WordingKind
from models.review import Source
from models.taxonomy import Direction, Taxonomy

QUOTE = "They"
_SENTENCE = "had builders in so it seemed that nobody was at home and there were eleven other visits to make that day"
TITLES = ("first visit", "strategy discussion", "transfer")
"""What key practice episodes are called."""
RESPONDENTS = ("health visitor", "social worker", "team manager")
LONGEST = 45
"""Words of a made-up answer, where a condition asks for no more."""
_BY_A_CUE = Reason(by=ReasonBy.CUE, detail="made up")


@dataclass(frozen=True, slots=True)
class Temper:
    """How the person of one walk is: it is what makes walks differ."""

    skips: float
    """The share of questions they leave."""
    tags: float
    """The share of their answers, among those that aim at nothing, that show a tag."""
    depths: tuple[Depth, ...]
    """How far such answers go."""
    aims: float
    """The share of answers that try to meet a rule not yet met."""
    detours: int
    """How many times they leave the order of the questions, at the most."""
    episodes: int
    """How many key practice episodes they name, at the most."""
    repeats: int
    """How many times they answer a question that repeats."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a walk's session is like."""

    review_kind: str
    source: Source
    respondent: str
    accounts: bool
    """Whether other sessions of the review say something of the same episodes."""


MOST = Temper(skips=1, tags=1, depths=tuple(Depth), aims=1, detours=6, episodes=3, repeats=3)
"""The most of everything that a temper may have."""


class Draws:
    """Draws by chance, from what the conditions of a bank speak of."""

    def __init__(self, bank: Bank, taxonomy: Taxonomy, review_kinds: tuple[str, ...], chance: random.Random) -> None:
        """Take the bank apart."""
        self.chance, self._review_kinds = chance, review_kinds
        self._tags = tuple(tag.id for tag in taxonomy.tags)
        told = sorted({tag for rule in bank.rules if rule.when.contradicts for tag in rule.when.tag})
        self._told_elsewhere = (*told, *self._tags[:2])
        conditions = (*(rule.when for rule in bank.rules), *(each.when for each in bank.questions))
        self._respondents = (*RESPONDENTS, *sorted({word for when in conditions for word in when.respondent}))

    def temper(self) -> Temper:
        """How the person of a walk is."""
        chance = self.chance
        return Temper(
            skips=chance.choice((0.02, 0.1, 0.3)),
            tags=chance.choice((0, 0.1, 0.5)),
            depths=chance.choice(((Depth.REPORTS,), (Depth.REPORTS, Depth.REASON), tuple(Depth))),
            aims=chance.choice((0.5, 0.9, 0.98)),
            detours=chance.randint(0, MOST.detours),
            episodes=chance.choice((0, 1, 1, 2, MOST.episodes)),
            repeats=chance.randint(0, MOST.repeats),
        )

    def session(self, wanted: tuple[tuple[When, When], ...]) -> Session:
        """A session that allows both conditions of some pair of those wanted; one time in five, any session."""
        chance = self.chance
        one, other = chance.choice(wanted) if wanted and chance.random() < 0.8 else (When(), When())
        words = [chance.choice(when.respondent) for when in (one, other) if when.respondent]
        return Session(
            review_kind=chance.choice(one.review_kind or other.review_kind or self._review_kinds),
            source=chance.choice(one.source or other.source or tuple(Source)),
            respondent=" and ".join(words) or chance.choice(self._respondents),
            accounts=one.contradicts or chance.random() < 0.2,
        )

    def accounts(self) -> tuple[Account, ...]:
        """What other sessions say of every episode that a walk may name: each tag both ways."""
        return tuple(
            Account("another account", Source.RECORD, same_episode(title), tag, direction, QUOTE)
            for title in TITLES
            for tag in self._told_elsewhere
            for direction in (Direction.HELPED, Direction.HINDERED)
        )

    def text(self, least: int = 1, most: int | None = None) -> str:
        """An answer of so many words."""
        return _text(self.chance.randint(max(least, 1), max(least, LONGEST) if most is None else most))

    def any_reading(self, temper: Temper) -> Reading:
        """What an answer shows that aims at nothing."""
        chance = self.chance
        tags = chance.sample(self._tags, chance.randint(1, 3)) if chance.random() < temper.tags else []
        return Reading(
            suggestions=tuple(_suggestion(tag, chance.choice(list(Direction)), 0.8) for tag in tags),
            wording=(_wording(chance.choice(list(WordingKind))),) if chance.random() < 0.05 else (),
            signals=(_signal(chance.choice(list(SignalKind))),) if chance.random() < 0.1 else (),
            depth=chance.choice(temper.depths),
        )

    def reading_for(self, aim: Aim) -> Reading:
        """What an answer shows that meets the conditions of a rule, and nothing besides."""
        when, chance = aim.rule.when, self.chance
        return Reading(
            suggestions=tuple(self._suggestions(aim)),
            wording=(_wording(chance.choice(when.wording)),) if when.wording else (),
            signals=(_signal(chance.choice(when.signal)),) if when.signal else (),
            depth=chance.choice(aim.depths),
        )

    def _suggestions(self, aim: Aim) -> list[Suggestion]:
        when, chance = aim.rule.when, self.chance
        score = max(when.score_at_least, 0.8)
        if aim.opposed:
            return [_suggestion(*chance.choice(aim.opposed), score)]
        found = [_suggestion(chance.choice(when.tag), self._direction(when), score)] if when.tag else []
        return [*found, _suggestion(when.mentioned, Direction.UNCLEAR, 0.1)] if when.mentioned else found

    def _direction(self, when: When) -> Direction:
        return self.chance.choice(when.direction or tuple(Direction))


@cache
def _text(words: int) -> str:
    rest = _SENTENCE.split()
    return " ".join((QUOTE, *(rest[place % len(rest)] for place in range(words - 1))))


@cache
def _suggestion(tag: str, direction: Direction, score: float) -> Suggestion:
    return Suggestion(start=0, end=len(QUOTE), quote=QUOTE, tag=tag, score=score, direction=direction, reason=_BY_A_CUE)


@cache
def _wording(kind: WordingKind) -> Wording:
    return Wording(start=0, end=len(QUOTE), quote=QUOTE, kind=kind)


@cache
def _signal(kind: SignalKind) -> Signal:
    return Signal(start=0, end=len(QUOTE), quote=QUOTE, kind=kind)
