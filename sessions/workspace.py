"""A workspace's reviews, people and sessions, as values over the event store."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from models.errors import CasewindowError, DamageError, UsageError
from models.review import (
    PERSON_EVENT,
    REVIEW_EVENT,
    Person,
    PersonAdded,
    Review,
    ReviewStarted,
    SessionListed,
)
from models.session import SESSION_EVENT, AnySessionEvent
from sessions.progress import Progress, progress
from sessions.store import Document, EventStore

_Event = TypeVar("_Event")


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A review and the ids of its sessions, oldest first."""

    review: Review
    started_at: datetime
    sessions: tuple[str, ...]


class Workspace:
    """Reads and appends the workspace's events. Knows no bank and no screen."""

    def __init__(self, store: EventStore) -> None:
        """Work over a store; nothing is read or written yet."""
        self.store = store
        self._complaints: dict[str, None] = {}

    def people(self) -> dict[str, Person]:
        """Everybody in the workspace, by id."""
        events = _parsed(PERSON_EVENT, self.store.read("workspace"), "workspace")
        return {event.person.id: event.person for event in events}

    def add_person(self, person: Person, at: datetime) -> None:
        """Add somebody. Durable on return."""
        event = PersonAdded(at=at, person=person)
        self.store.append("workspace", self.store.position("workspace"), [document(event)])

    def reviews(self) -> dict[str, ReviewFile]:
        """All reviews by id, in the order they were begun."""
        ids = [stream.partition(".")[2] for stream in self.store.list() if stream.startswith("review.")]
        found = [file for review in ids if (file := self._readable(review)) is not None]
        return {each.review.id: each for each in sorted(found, key=lambda each: each.started_at)}

    @property
    def complaints(self) -> tuple[str, ...]:
        """What could not be read, and what had to be recovered, in plain sentences."""
        return (*self.store.notices, *self._complaints)

    @property
    def unreadable(self) -> bool:
        """Whether something looked for could not be read."""
        return bool(self._complaints)

    def _readable(self, review: str) -> ReviewFile | None:
        """A review; None where its file cannot be read, which is complained of."""
        try:
            if self.store.position(f"review.{review}"):
                return self.review(review)
        except CasewindowError as error:
            self._complaints[str(error)] = None
        else:
            self._complaints[f"The file of review `{review}` holds no whole entry; restore it from a backup."] = None
        return None

    def review(self, review: str) -> ReviewFile:
        """One review. Raises UsageError where there is none of that id."""
        events = _parsed(REVIEW_EVENT, self.store.read(f"review.{review}"), review)
        if not events:
            known = ", ".join(stream[7:] for stream in self.store.list() if stream.startswith("review."))
            raise UsageError(f"There is no review `{review}` in this workspace; there are: {known or 'none yet'}.")
        first = events[0]
        if not isinstance(first, ReviewStarted):
            raise DamageError(
                f"The file of review `{review}` does not begin with the review's start; restore a backup."
            )
        sessions = tuple(event.session for event in events if isinstance(event, SessionListed))
        return ReviewFile(first.review, first.at, sessions)

    def start_review(self, review: Review, at: datetime) -> None:
        """Keep a new review. Durable on return; raises ConflictError where the id is taken."""
        self.store.append(f"review.{review.id}", 0, [document(ReviewStarted(at=at, review=review))])

    def list_session(self, review: str, session: str, at: datetime) -> None:
        """Note that a review has one more session. Durable on return."""
        stream = f"review.{review}"
        self.store.append(stream, self.store.position(stream), [document(SessionListed(at=at, session=session))])

    def events(self, session: str) -> list[AnySessionEvent]:
        """The events of a session. Raises UsageError where there is none of that id."""
        events = _parsed(SESSION_EVENT, self.store.read(f"session.{session}"), session)
        if not events:
            raise UsageError(f"There is no session `{session}` in this workspace; `casewindow review list` shows them.")
        return events

    def session(self, session: str) -> Progress:
        """A session as it stands. Raises UsageError where there is none of that id."""
        return progress(self.events(session))

    def sessions_of(self, file: ReviewFile) -> dict[str, Progress]:
        """The sessions of a review, oldest first. One whose file is missing or unreadable is complained of."""
        found = {}
        for each in file.sessions:
            try:
                if self.store.position(f"session.{each}"):
                    found[each] = self.session(each)
                    continue
                complaint = f"The file of session `{each}` is missing or empty; restore it from a backup."
            except CasewindowError as error:
                complaint = str(error)
            self._complaints[complaint] = None
        return found

    def append(self, session: str, position: int, events: Iterable[AnySessionEvent]) -> int:
        """Append to a session at the position it is known to be at. Durable on return; raises ConflictError."""
        return self.store.append(f"session.{session}", position, [document(event) for event in events])


def document(event: BaseModel) -> Document:
    """An event as the store keeps it."""
    kept: Document = event.model_dump(mode="json")
    return kept


def _parsed(adapter: TypeAdapter[_Event], documents: Iterable[Document], where: str) -> list[_Event]:
    try:
        return [adapter.validate_python(each, strict=False) for each in documents]
    except ValidationError as error:
        raise DamageError(
            f"`{where}` holds an entry that this version of Casewindow does not know; update Casewindow first."
        ) from error
