"""A workspace's reviews, people and sessions, as values over the event store."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import BaseModel

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
from sessions.parsed import NO_PEOPLE, homeless, parsed, review_of, without_entry
from sessions.progress import Progress, progress
from sessions.store import Document, EventStore


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
        events = parsed(PERSON_EVENT, self.store.read("workspace"), "workspace")
        return {event.person.id: event.person for event in events}

    def add_person(self, person: Person, at: datetime) -> None:
        """Add somebody. Durable on return."""
        event = PersonAdded(at=at, person=person)
        self.store.append("workspace", self.store.position("workspace"), [document(event)])

    def reviews(self) -> dict[str, ReviewFile]:
        """All reviews by id, in the order they were begun."""
        begun = self._ids("session")
        files = [file for review in self._ids("review") if (file := self._readable(review)) is not None]
        found = {each.review.id: each for each in sorted(files, key=lambda each: each.started_at)}
        self._take_up(found, begun)
        if begun:
            self._look_for_people()
        return found

    def _take_up(self, found: dict[str, ReviewFile], begun: Iterable[str]) -> None:
        """Add to each review the sessions that it does not list; complain of those whose review is not found.

        Note: a session is begun in its own file first and listed in its review's file second, so a kill in between
        leaves one that is whole and unlisted. Nothing of it is lost: it is taken up without a word. Where it is the
        review's file that is not there, something is lost, and that is said.
        """
        listed = {session for file in found.values() for session in file.sessions}
        lost: dict[str, list[str]] = {}
        for session, review in self._with_review(each for each in begun if each not in listed):
            if review in found:
                found[review] = replace(found[review], sessions=(*found[review].sessions, session))
            else:
                lost.setdefault(review, []).append(session)
        self._complaints.update((homeless(review, sessions), None) for review, sessions in lost.items())

    def _with_review(self, sessions: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each session with the review it says it belongs to. One that cannot be read is complained of."""
        for session in sessions:
            try:
                yield session, review_of(self.store, session)
            except CasewindowError as error:
                self._complaints[str(error)] = None

    def _look_for_people(self) -> None:
        """Complain where sessions are here and the file that says who led them is not."""
        try:
            if not self.store.position("workspace"):
                self._complaints[NO_PEOPLE] = None
        except CasewindowError as error:
            self._complaints[str(error)] = None

    def _ids(self, kind: str) -> list[str]:
        """The ids of the reviews, or of the sessions, that have a file."""
        return [stream.partition(".")[2] for stream in self.store.list() if stream.startswith(f"{kind}.")]

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
                return self._as_listed(review)
        except CasewindowError as error:
            self._complaints[str(error)] = None
        else:
            self._complaints[without_entry("review", review)] = None
        return None

    def review(self, review: str) -> ReviewFile:
        """One review, with those of its sessions that it does not list. Raises UsageError where there is none."""
        file = self._as_listed(review)
        stem = session_stem(review)
        alike = [each for each in self._ids("session") if each.startswith(stem) and each not in file.sessions]
        unlisted = tuple(session for session, of in self._with_review(alike) if of == review)
        return replace(file, sessions=file.sessions + unlisted)

    def _as_listed(self, review: str) -> ReviewFile:
        """One review as its own file has it."""
        events = parsed(REVIEW_EVENT, self.store.read(f"review.{review}"), review)
        if not events:
            known = self._ids("review")
            if review in known:
                raise DamageError(without_entry("review", review))
            listed = ", ".join(known) or "none yet"
            raise UsageError(f"There is no review `{review}` in this workspace; there are: {listed}.")
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
        events = parsed(SESSION_EVENT, self.store.read(f"session.{session}"), session)
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


def session_stem(review: str) -> str:
    """What the ids of a review's sessions begin with."""
    return f"{review[:40].rstrip('.-_')}-s"


def document(event: BaseModel) -> Document:
    """An event as the store keeps it."""
    kept: Document = event.model_dump(mode="json")
    return kept
