"""The taxonomy: tags (factors and patterns), their entry tests, cues and crosswalks."""

from enum import StrEnum
from functools import cache, cached_property

from pydantic import Field

from models.base import Frozen, Identifier

TOP_LEVEL_TAGS: tuple[str, ...] = (
    "factor.family",
    "factor.personal",
    "factor.role",
    "factor.conditions",
    "factor.own_team",
    "factor.inter_agency",
    "factor.organisation",
    "factor.national",
    "pattern.tools",
    "pattern.management_systems",
    "pattern.incident_response",
    "pattern.longer_term_work",
    "pattern.family_professional",
    "pattern.human_reasoning",
)
"""The fourteen fixed ids: eight factor types (Guide 24 appendix 5) and six categories of pattern (appendix 6)."""


@cache
def top_level(tag: str) -> str:
    """The top-level tag a tag hangs below: `factor.conditions.workload` gives `factor.conditions`."""
    return ".".join(tag.split(".")[:2])


def is_at_or_below(tag: str, broader: str) -> bool:
    """Whether a tag is the broader tag itself or hangs below it."""
    return tag == broader or tag.startswith(f"{broader}.")


@cache
def tag_and_broader(tag: str) -> tuple[str, ...]:
    """A tag and those above it, the broadest first: `factor.role` and `factor.role.contact`."""
    words = tag.split(".")
    return tuple(".".join(words[:count]) for count in range(2, len(words) + 1)) or (tag,)


class Level(StrEnum):
    """Where in the system an influence originates (Guide 24 appendix 5); patterns are interactions between levels."""

    FRONTLINE = "frontline"
    LOCAL_STRATEGIC = "local_strategic"
    NATIONAL = "national"
    ACROSS_LEVELS = "across_levels"


class Direction(StrEnum):
    """What an influence did to practice. Every factor carries one."""

    HELPED = "helped"
    HINDERED = "hindered"
    BOTH = "both"
    UNCLEAR = "unclear"


class Provenance(StrEnum):
    """How far a label can be relied on as the field's own."""

    PUBLISHED = "published"
    """Read in a public page of the model or its direct successors."""
    PARENT_FRAMEWORK = "parent_framework"
    """Taken from a framework that the model was adapted from."""
    UNCONFIRMED = "unconfirmed"
    """Known to the field, but not confirmed from a public page: correct it if you know better."""


class Crosswalk(Frozen):
    """The nearest entries of related frameworks: ids of `crosswalk.yaml`. A judgement, not an equivalence."""

    london_protocol: tuple[Identifier, ...] = ()
    ycff: tuple[Identifier, ...] = ()
    """Yorkshire Contributory Factors Framework."""
    seips: tuple[Identifier, ...] = ()
    ssit: tuple[Identifier, ...] = ()
    """Safe Systems Improvement Tool."""
    hfacs: tuple[Identifier, ...] = ()
    """Levels 2 to 4 only: the first level speaks of unsafe acts, which this model does not."""
    panel: tuple[Identifier, ...] = ()
    """Practice themes of the English Child Safeguarding Practice Review Panel."""


class Cues(Frozen):
    """Phrases that show a tag, by the direction they show it in. Their notation is described in `docs/cues.md`."""

    hindered: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    """Phrases that show the tag; the words around them show the direction."""
    hints: tuple[str, ...] = ()
    """Words that count only together: three of a tag in one sentence, or two beside a word that gives a reason."""


class Tag(Frozen):
    """One entry of the taxonomy."""

    id: Identifier
    label: str = Field(min_length=2, max_length=120)
    broader: Identifier | None
    """The tag it hangs below; None for the fourteen at the top."""
    level: Level
    provenance: Provenance
    source: str
    """Where the label comes from: a key of the domain's source list, or a sentence."""
    definition: str
    code_when: str
    """The entry test: code it when ..."""
    not_when: str
    """The other side of the entry test: not when ..."""
    crosswalk: Crosswalk = Crosswalk()
    cues: Cues = Cues()


class Taxonomy(Frozen):
    """All tags of one version, broader tags before narrower ones."""

    version: str
    tags: tuple[Tag, ...]

    @cached_property
    def by_id(self) -> dict[str, Tag]:
        """Tags by their id."""
        return {tag.id: tag for tag in self.tags}

    def label(self, tag: str) -> str:
        """How a tag is called on screen: `conditions of work - workload`; the id where it is not known."""
        entry = self.by_id.get(tag)
        if entry is None:
            return tag
        return entry.label if entry.broader is None else f"{self.by_id[entry.broader].label} - {entry.label}"
