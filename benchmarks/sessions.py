"""Made-up readings for sessions of any length: what an answer shows, without words being read."""

import random
from collections.abc import Iterator

from models.reading import Depth, Reading, Reason, ReasonBy, Signal, SignalKind, Suggestion, Wording, WordingKind
from models.taxonomy import Direction, Taxonomy

QUOTE = "They had builders in"


def readings(taxonomy: Taxonomy, chance: random.Random, count: int) -> Iterator[Reading]:
    """As many readings as asked for: none to three tags, now and then a wording or a signal."""
    tags = [tag.id for tag in taxonomy.tags]
    for _ in range(count):
        yield reading(chance, chance.sample(tags, chance.choice((0, 1, 1, 2, 3))))


def reading(chance: random.Random, tags: list[str]) -> Reading:
    """A reading that shows these tags."""
    span = {"start": 0, "end": len(QUOTE), "quote": QUOTE}
    reason = Reason(by=ReasonBy.CUE, detail="made up")
    return Reading(
        suggestions=tuple(
            Suggestion(**span, tag=tag, score=0.8, direction=chance.choice(list(Direction)), reason=reason)
            for tag in tags
        ),
        wording=tuple(Wording(**span, kind=kind) for kind in WordingKind if chance.random() < 0.05),
        signals=tuple(Signal(**span, kind=kind) for kind in SignalKind if chance.random() < 0.05),
        depth=chance.choice(list(Depth)) if tags else Depth.REPORTS,
    )
