"""What the checks of a bank rest on, and what they find."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from models.bank import Stage
from models.errors import Fault
from models.reading import Depth, WordingKind
from models.taxonomy import Taxonomy


@dataclass(frozen=True)
class Ground:
    """What the checks of a bank have to know besides the bank."""

    taxonomy: Taxonomy
    review_kinds: frozenset[str]
    """The ids of all kinds of review, of any place."""
    flagged: Callable[[str], Iterable[tuple[WordingKind, str]]]
    """The phrases of a text that look back with hindsight or blame, with their kind."""
    depths: Mapping[Stage, frozenset[Depth]]
    """How far an answer can go from what to why, by the stage it is given in."""
    most_follow_ups: int
    """How many probes may follow one planned question; one more is only noted."""


@dataclass(frozen=True)
class Findings:
    """What the checks of a bank found."""

    faults: tuple[Fault, ...] = ()
    """What has to be mended."""
    remarks: tuple[Fault, ...] = ()
    """What is worth a second look and may be meant."""
