"""Many walks through one bank, and what they show."""

import random
import statistics
from dataclasses import dataclass

from assistant.engine.content import Content
from assistant.walking.draws import Draws, Session
from assistant.walking.record import Record
from assistant.walking.walker import Walk, Walked, bound
from models.bank import Bank
from models.review import Review
from models.taxonomy import Taxonomy
from models.terms import Terms


@dataclass(frozen=True)
class Walks:
    """Walks and what they reached."""

    walked: tuple[Walked, ...]
    most_acts: int
    """Within how many acts each has to end."""
    record: Record

    @property
    def ended(self) -> int:
        """How many ended."""
        return sum(each.waits is None for each in self.walked)

    @property
    def median_turns(self) -> float:
        """The turns of a walk in the middle."""
        return statistics.median(each.turns for each in self.walked)

    @property
    def most_turns(self) -> int:
        """The turns of the longest walk."""
        return max(each.turns for each in self.walked)

    @property
    def longest(self) -> int:
        """The acts of the walk in which most was done."""
        return max(each.acts for each in self.walked)

    @property
    def questions_reached(self) -> int:
        """How many questions and probes were put in some walk."""
        return len(self.record.bank.questions) - len(self.record.left_out())

    @property
    def rules_reached(self) -> int:
        """How many rules asked in some walk."""
        return len(self.record.bank.rules) - len(self.record.left())


def walks(  # noqa: PLR0913  # each names something that walks depend on
    bank: Bank,
    taxonomy: Taxonomy,
    terms: Terms,
    review_kinds: tuple[str, ...],
    *,
    count: int,
    seed: int,
    most_acts: int | None = None,
) -> Walks:
    """Walk through a bank. The same seed gives the same walks.

    A walk that has not ended within `most_acts` is broken off; where none is given, within the bound derived for it.
    """
    chance = random.Random(seed)  # noqa: S311  # no secret is made
    draws, record, most = Draws(bank, taxonomy, review_kinds, chance), Record(bank), most_acts or bound(bank)
    contents = _Contents(bank, taxonomy, terms, draws)
    walked = []
    for _ in range(count):
        session = draws.session(record.conditions_left())
        walked.append(Walk(contents.of(session), session, draws.temper(), draws, record).walked(most))
    return Walks(tuple(walked), most, record)


class _Contents:
    """What sessions ask from; made once for each kind of review, because a content knows its rules by heart."""

    def __init__(self, bank: Bank, taxonomy: Taxonomy, terms: Terms, draws: Draws) -> None:
        self._bank, self._taxonomy, self._terms = bank, taxonomy, terms
        self._accounts = draws.accounts()
        self._made: dict[tuple[str, bool], Content] = {}

    def of(self, session: Session) -> Content:
        key = (session.review_kind, session.accounts)
        if key not in self._made:
            review = Review(id="walk", title="A walk", kind=session.review_kind)
            told = self._accounts if session.accounts else ()
            self._made[key] = Content(self._bank, self._taxonomy, review, self._terms, told)
        return self._made[key]
