"""The one base class: frozen, and strict about unknown fields."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _utc(moment: datetime) -> datetime:
    """Refuse a time without a zone, so that every stored time is unmistakable."""
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone; write it in UTC, e.g. 2026-05-01T09:30:00Z")
    return moment


Moment = Annotated[datetime, AfterValidator(_utc)]
"""A point in time, always with its zone; the program writes UTC."""

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$", max_length=100)]
"""A lower-case id: words and digits joined by dots, dashes or underscores."""


class Frozen(BaseModel):
    """A value: never changed after it is made, and refused when it holds a field nobody described."""

    model_config = ConfigDict(frozen=True, extra="forbid")
