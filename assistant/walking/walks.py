"""Many walks through one bank, and what they show."""

import random
import statistics
from dataclasses import dataclass

from assistant.engine.content import Content
from assistant.walking.draws import Draws, Session
from assistant.walking.record import Record
from assistant.walking.walker import Walk, Walked, most_acts
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


def walks(
    bank: Bank, taxonomy: Taxonomy, terms: Terms, review_kinds: tuple[str, ...], *, count: int, seed: int
) -> Walks:
    """Walk through a bank. The same seed gives the same walks."""
    chance = random.Random(seed)  # noqa: S311  # no secret is made
    draws, record, most = Draws(bank, taxonomy, review_kinds, chance), Record(bank), most_acts(bank)
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
