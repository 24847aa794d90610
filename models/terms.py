"""Terms by place: what the same thing is called in England, in Canada, in Germany. Data, picked by a review's place."""

from collections.abc import Mapping

from pydantic import Field

from models.base import Frozen, Identifier


class ReviewKind(Frozen):
    """A kind of review and the words for it in a place."""

    id: Identifier
    label: str = Field(min_length=2, max_length=120)


class LevelWords(Frozen):
    """What the three levels at which something can be changed are called in a place."""

    local: str
    regional: str
    national: str

    @property
    def told(self) -> str:
        """The three, each with what it is called there."""
        return f"local ({self.local}), regional ({self.regional}), national ({self.national})"


class Words(Frozen):
    """Words that a question may hold in braces, e.g. `What would {board} need to know?`. Each reads well there."""

    area: str
    """Where the case was worked, seen from inside: `this area`, `this county`."""
    region: str
    """The next larger unit: `the region`, `the state`."""
    country: str
    """The nation, with its article where it has one: `England`, `the United States`."""
    board: str
    """Who commissions and answers reviews: `the safeguarding partnership`."""
    children_services: str
    """The authority that protects children: `children's social care`."""
    social_worker: str
    """Its frontline worker, without an article."""
    health_visitor: str
    """Who visits families with small children for the health service, without an article."""
    family_doctor: str
    """Without an article: `GP`."""
    conference: str
    """The meeting of agencies and family that decides on protection, without an article."""
    plan: str
    """What that meeting agrees on, without an article."""
    guidance: str
    """The national or state guidance that everybody works to."""
    court: str
    """The court that decides about children, with its article."""
    inspectorate: str
    """Who inspects or oversees the services, with its article where it has one."""


class Terms(Frozen):
    """All terms of one place."""

    id: Identifier
    """E.g. `england`, `new-zealand`."""
    label: str
    """The place, as a person calls it."""
    also: tuple[str, ...] = ()
    """Other names of the place that a review may carry, and names of its parts (states, provinces)."""
    source: str
    """Where the terms come from, and how sure they are."""
    review_kinds: tuple[ReviewKind, ...] = Field(min_length=1)
    agencies: tuple[str, ...] = Field(min_length=1)
    """Agencies usually involved, as they are called there."""
    levels: LevelWords
    words: Words


TERM_WORDS: tuple[str, ...] = tuple(Words.model_fields)
"""What may stand in braces in a question besides `{episode}`."""


class _InBraces(dict[str, str]):
    def __init__(self, told: Mapping[str, str], words: Mapping[str, str]) -> None:
        super().__init__(told)
        self._words = words

    def __missing__(self, key: str) -> str:
        return self._words.get(key) or f"[{key.replace('_', ' ')}]"


def filled(text: str, told: Mapping[str, str], words: Mapping[str, str]) -> str:
    """A text of a bank with what belongs in its braces: what is told in the session, else the words of the place.

    A name that neither knows stands in square brackets.
    """
    return text.format_map(_InBraces(told, words)) if "{" in text or "}" in text else text
