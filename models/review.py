"""A review, the people who work on it, and the events of both."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from models.base import Frozen, Identifier, Moment

LONGEST_NAME = 120
"""Characters that the name of a person, a role, a place or an agency may have."""
LONGEST_TITLE = 200
"""Characters that the title of a review or of an episode may have."""


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
    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    role: Role


class Place(Frozen):
    """Where the case was worked: what findings are collated by."""

    locality: str = Field(default="", max_length=LONGEST_NAME)
    region: str = Field(default="", max_length=LONGEST_NAME)
    nation: str = Field(default="", max_length=LONGEST_NAME)


class Review(Frozen):
    """One case under review. Nothing here requires an incident, a death or a harm."""

    id: Identifier
    title: str = Field(min_length=1, max_length=LONGEST_TITLE)
    kind: Identifier
    """An id of the review kinds in `question_bank/content/terms`."""
    place: Place = Place()
    agencies: tuple[Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)], ...] = ()


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
