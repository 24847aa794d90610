"""What every screen works at: the program, who is at the keyboard, and the opening of sessions. Knows no Textual.

The first screen stands before the program is loaded, so nothing heavy is imported with this module.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.bootstrap import Program
    from assistant.conductor import Conductor
    from models.bank import Bank
    from models.export import ReviewExport
    from models.review import Person, Review, Role


@dataclass(frozen=True, slots=True)
class Start:
    """Where the application begins; empty fields are asked for."""

    session: bool = False
    """Whether to go to a session at once; otherwise the list of reviews is shown."""
    resume: str = ""
    review: str = ""
    title: str = ""
    kind: str = ""
    by: str = ""
    respondent: str = ""
    source: str = ""
    bank: str = ""
    """A question bank by id or file; empty for the usual one."""


@dataclass
class Desk:
    """One person at one workspace."""

    opening: "Callable[[], Program]"
    """Loads the program; called when it is first needed."""
    folder: Path
    """Where the workspace lies."""
    person: "Person | None" = None
    practice: bool = False
    """Whether the workspace is thrown away at the end."""
    told: set[str] = field(default_factory=set)
    """Complaints of the workspace that the person has read."""
    place: str = "england"
    """Where the review begun last was worked; an id of the terms."""
    banks: "dict[str, Bank]" = field(default_factory=dict)
    """Banks that were loaded, by the name they were asked for by."""

    @cached_property
    def program(self) -> "Program":
        """The program; loading it takes a moment."""
        return self.opening()

    def bank(self, name: str = "") -> "Bank":
        """A bank, loaded once; the usual one where none is named."""
        from assistant.bootstrap import DEFAULT_BANK  # noqa: PLC0415  # not before the first screen

        name = name or DEFAULT_BANK
        if name not in self.banks:
            self.banks[name] = self.program.bank(name)
        return self.banks[name]

    def bank_titles(self) -> dict[str, str]:
        """The title of each bank that can be used, by its id: those that ship, and one's own without a fault."""
        from models.errors import ContentError  # noqa: PLC0415  # not before the first screen
        from question_bank.loader import bank_ids  # noqa: PLC0415  # not before the first screen

        titles = {}
        for name in bank_ids(self.program.own_banks):
            with suppress(ContentError):
                titles[name] = self.bank(name).title
        return titles

    def people(self, role: "Role | None" = None) -> "list[Person]":
        """Everybody in the workspace, or everybody with a role."""
        everybody = self.program.workspace.people().values()
        return [person for person in everybody if role is None or person.role is role]

    def sit_down(self, name: str, role: "Role") -> "Person":
        """Put somebody at the keyboard; one who is new to the workspace is added."""
        self.person = self.program.person(name, role)
        return self.person

    def news(self) -> list[str]:
        """What could not be read or had to be recovered, and nobody was told yet."""
        fresh = [notice for notice in self.program.workspace.complaints if notice not in self.told]
        self.told.update(fresh)
        return fresh

    def keep_review(self, given: dict[str, str]) -> "Review":
        """Keep a new review as the form gave it."""
        from models.review import Place, Review  # noqa: PLC0415  # not before the first screen

        agencies = tuple(dict.fromkeys(each.strip() for each in given["agencies"].split(",") if each.strip()))
        place = Place(locality=given["locality"], region=given["region"], nation=given["nation"])
        review_id = self.program.review_id(given["title"])
        review = Review(id=review_id, title=given["title"], kind=given["kind"], place=place, agencies=agencies)
        return self.program.start_review(review)

    def begin_session(self, review: str, respondent: str, source: str, bank: str = "") -> "Conductor":
        """Begin a session led by whoever is at the keyboard."""
        from models.review import Source  # noqa: PLC0415  # not before the first screen

        return self.program.start_session(review, self._somebody(), respondent, Source(source), self.bank(bank))

    def open_session(self, session: str) -> "Conductor":
        """Open a session for whoever is at the keyboard."""
        started = self.program.workspace.session(session).started
        return self.program.open_session(session, self._somebody(), self.bank(started.bank))

    def leader_of(self, session: str) -> "Person":
        """Who began a session. Raises CasewindowError where the workspace does not know them."""
        from models.errors import CasewindowError  # noqa: PLC0415  # only where it is raised

        by = self.program.workspace.people().get(self.program.workspace.session(session).started.by)
        if by is None:
            raise CasewindowError(f"Session {session} names a person who is not in this workspace.")
        return by

    def export(self, review: str, form: str, path: Path) -> "ReviewExport":
        """Write a review to a file, whole or not at all. Returns what was written."""
        from sessions.disk import write_whole  # noqa: PLC0415  # not before the first screen
        from sessions.export.document import review_export  # noqa: PLC0415  # not before the first screen
        from sessions.export.formats import FORMATS  # noqa: PLC0415  # not before the first screen

        file = self.program.workspace.review(review)
        made = review_export(file, self.program.workspace.sessions_of(file), self.program.taxonomy)
        write_whole(path, FORMATS[form].write(made))
        return made

    def _somebody(self) -> "Person":
        from models.errors import CasewindowError  # noqa: PLC0415  # only where it is raised

        if self.person is None:
            raise CasewindowError("Say first who is at the keyboard: press w on the list of reviews.")
        return self.person
