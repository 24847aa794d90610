"""A review, the people who work on it, and the events of both."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from models.base import Frozen, Identifier, Moment


class Role(StrEnum):
    """What a person does in a workspace."""

    REVIEWER = "reviewer"
    SUPERVISOR = "supervisor"
    ANALYST = "analyst"
    AUTHOR = "author"


class Source(StrEnum):
    """What a session's answers rest on."""

    CONVERSATION = "conversation"
    RECORD = "record"
    MEETING = "meeting"


class Person(Frozen):
    """Somebody who works in the workspace. The name stays in it: exports speak of roles."""

    id: Identifier
    name: str = Field(min_length=1, max_length=120)
    role: Role


class Place(Frozen):
    """Where the case was worked: what findings are collated by."""

    locality: str = Field(default="", max_length=120)
    region: str = Field(default="", max_length=120)
    nation: str = Field(default="", max_length=120)


class Review(Frozen):
    """One case under review. Nothing here requires an incident, a death or a harm."""

    id: Identifier
    title: str = Field(min_length=1, max_length=200)
    kind: Identifier
    """An id of the review kinds in `question_bank/content/review_kinds.yaml`."""
    place: Place = Place()
    agencies: tuple[Annotated[str, Field(min_length=1, max_length=120)], ...] = ()


class ReviewStarted(Frozen):
    """A review was begun."""

    type: Literal["review_started"] = "review_started"
    at: Moment
    review: Review


class SessionListed(Frozen):
    """A session of the review was begun; its own stream holds what was said."""

    type: Literal["session_listed"] = "session_listed"
    at: Moment
    session: Identifier


class PersonAdded(Frozen):
    """Somebody joined the workspace."""

    type: Literal["person_added"] = "person_added"
    at: Moment
    person: Person


ReviewEvent = Annotated[ReviewStarted | SessionListed, Field(discriminator="type")]
"""What a review's stream holds."""

REVIEW_EVENT: TypeAdapter[ReviewStarted | SessionListed] = TypeAdapter(ReviewEvent)
PERSON_EVENT: TypeAdapter[PersonAdded] = TypeAdapter(PersonAdded)
