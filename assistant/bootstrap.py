"""Puts the program together: the one place that knows which store, tagger, clock and content are used."""

import gc
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.conductor import Clock, Conductor, Means, Place
from assistant.cue_faults import cue_faults
from assistant.engine.content import Content
from assistant.other_sessions import accounts
from assistant.places import workspace_folder
from assistant.typed import checked
from models.bank import Bank
from models.errors import ContentError, UsageError
from models.names import plain_name
from models.reading import Reading
from models.review import LONGEST_NAME, Person, Review, Role, Source
from models.session import SessionStarted
from models.taxonomy import Taxonomy
from models.terms import Terms
from question_bank.loader import bank_ids, load_bank, load_taxonomy, load_wording
from question_bank.terms import load_terms, terms_for
from sessions.drafts import Drafts
from sessions.tinydb_store import TinyDBStore
from sessions.workspace import Workspace, document, session_stem

if TYPE_CHECKING:
    from assistant.tagging.tagger import CueTagger, Tagger

DEFAULT_BANK = "learning-together"


def now() -> datetime:
    """The time, in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class LazyTagger:
    """The tagger, loaded when something is first read: loading takes seconds and nobody should wait for it to start."""

    def __init__(self, taxonomy: Callable[[], Taxonomy]) -> None:
        """Note where the taxonomy comes from; nothing is loaded yet."""
        self._taxonomy = taxonomy

    @property
    def name(self) -> str:
        """Name and version of the tagger."""
        return self._tagger.name

    def read(self, text: str) -> Reading:
        """What the words of a text show."""
        return self._tagger.read(text)

    @cached_property
    def _tagger(self) -> "CueTagger":
        from assistant.tagging.spacy_words import SpacyWords  # noqa: PLC0415  # heavy
        from assistant.tagging.tagger import CueTagger  # noqa: PLC0415  # heavy

        words, taxonomy, wording = SpacyWords(), self._taxonomy(), load_wording()
        try:
            return CueTagger(taxonomy, wording, words, words.known_words)
        except ValueError as error:
            raise ContentError(tuple(cue_faults(taxonomy, wording))) from error


@dataclass
class Program:
    """Everything a front end asks for."""

    folder: Path
    clock: Clock = now
    token: Callable[[], str] = lambda: secrets.token_hex(3)
    """A few random characters that keep ids apart."""
    own_tagger: "Tagger | None" = None
    """What reads answers, where it is not the tagger from the taxonomy's cues."""

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace; its folder is made when something is first kept."""
        return Workspace(TinyDBStore(self.folder))

    @cached_property
    def drafts(self) -> Drafts:
        """What was being typed."""
        return Drafts(self.folder)

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The tags."""
        return load_taxonomy()

    @cached_property
    def terms(self) -> dict[str, Terms]:
        """What things are called, by place."""
        return load_terms()

    @cached_property
    def tagger(self) -> "Tagger":
        """The tagger."""
        return self.own_tagger or LazyTagger(lambda: self.taxonomy)

    @property
    def means(self) -> Means:
        """What conductors work with."""
        return Means(self.workspace, self.tagger, self.clock)

    @property
    def own_banks(self) -> Path:
        """Where banks of one's own lie."""
        return self.folder / "banks"

    def bank(self, name: str = DEFAULT_BANK) -> Bank:
        """A bank by id or path: one that ships, or one of one's own."""
        return load_bank(name, self.taxonomy, self.own_banks)

    def usual_bank(self, review: Review) -> str:
        """The id of the bank made for a review of its kind; the usual one where there is none."""
        named = review.kind.replace("_", "-")
        return named if named in bank_ids() else DEFAULT_BANK

    def person(self, name: str, role: Role) -> Person:
        """Somebody of this name and role: the one there is, else a new one. Raises UsageError for what is no name."""
        name = checked(" ".join(name.split()), "The name", LONGEST_NAME)
        if not plain_name(name):
            raise UsageError("The name has nothing in it that can be seen; give one that people know you by.")
        for known in self.workspace.people().values():
            if plain_name(known.name) == plain_name(name) and known.role is role:
                return known
        person = Person(id=f"{_slug(name) or 'person'}-{self.token()}", name=name, role=role)
        self.workspace.add_person(person, self.clock())
        return person

    def start_review(self, review: Review) -> Review:
        """Keep a new review."""
        self.workspace.start_review(review, self.clock())
        return review

    def review_id(self, title: str) -> str:
        """An id for a review of this title that no other has."""
        return f"{_slug(title) or 'review'}-{self.token()}"

    def start_session(self, review: str, by: Person, respondent: str, source: Source, bank: Bank) -> Conductor:
        """Begin a session of a review. Raises UsageError where a supervisor would lead it."""
        if by.role is Role.SUPERVISOR:
            raise UsageError("A supervisor does not lead sessions; name a reviewer.")
        respondent = checked(" ".join(respondent.split()), "The respondent's role", LONGEST_NAME)
        session = f"{session_stem(review)}{len(self.workspace.review(review).sessions) + 1}-{self.token()}"
        started = SessionStarted(
            at=self.clock(),
            session=session,
            review=review,
            by=by.id,
            respondent=respondent,
            source=source,
            bank=bank.id,
            bank_version=bank.version,
            taxonomy_version=self.taxonomy.version,
        )
        self.workspace.store.append(f"session.{session}", 0, [document(started)])
        self.workspace.list_session(review, session, started.at)
        return self.open_session(session, by, bank)

    def open_session(self, session: str, by: Person, bank: Bank | None = None) -> Conductor:
        """Open a session that has begun."""
        started = self.workspace.session(session).started
        file = self.workspace.review(started.review)
        told = accounts(self.workspace.sessions_of(file), but=session)
        terms = terms_for(file.review.place, self.terms)
        content = Content(bank or self.bank(started.bank), self.taxonomy, file.review, terms, told)
        return Conductor(self.means, session, content, Place(by.id, by.role))


YOUNG = 50_000
"""New objects after which the collector of cycles looks at them; Python's own choice is 700."""


def collect_seldom() -> None:
    """Let the collector of cycles look seldom: a session makes many small values that last, and hardly a cycle."""
    gc.set_threshold(YOUNG, 20, 100)


def program(folder: Path | None = None) -> Program:
    """The program over a workspace folder; over the platform's data folder where none is named."""
    collect_seldom()
    return Program(workspace_folder(folder))


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "".join(character if character.isalnum() else " " for character in plain).split()
    return "-".join(words)[:40].strip("-")
