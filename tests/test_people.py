"""One human is one human: under any spelling of the name, and under any role."""

from pathlib import Path

import pytest

from assistant.bootstrap import Program
from models.errors import UsageError
from models.names import plain_name
from models.review import Review, Role, Source
from tests.support import MarkTagger, bank, question

MADE = bank(question("why.open"))
SPELLINGS = [
    ("José Leal", "jose\u0301 leal"),
    ("José Leal", "  JOSÉ \t LEAL "),
    ("José Leal", "Jos\u200be\u0301\u2060 Leal\ufeff"),
    ("José Leal", "Jose\u200d\u0301 Le\u00adal"),
    ("José Leal", "Ｊｏｓé\u3000Ｌｅａｌ"),
    ("L", "L\ufe0f"),
    ("L", "\u202eL\u0007"),
    ("Straße", "STRASSE"),
]
OTHERS = [("L", "M"), ("José", "Jose"), ("Anna B", "Annab"), ("Lead 1", "Lead 2")]


def _program(folder: Path) -> Program:
    return Program(folder, own_tagger=MarkTagger())


@pytest.mark.parametrize(("name", "spelling"), SPELLINGS)
def test_spellings_that_look_alike_are_one_person(name: str, spelling: str, tmp_path: Path) -> None:
    """Case, width, accents in two parts, white space and what cannot be seen make nobody new."""
    made = _program(tmp_path)
    assert made.person(name, Role.REVIEWER) == made.person(spelling, Role.REVIEWER)
    assert len(made.workspace.people()) == 1


@pytest.mark.parametrize(("name", "other"), OTHERS)
def test_names_that_look_different_are_two_people(name: str, other: str) -> None:
    """Nobody is taken for somebody else."""
    assert plain_name(name) != plain_name(other)


@pytest.mark.parametrize("name", ["", " \t", "\u200b", "\u2800\ufe0f", "caf\udce9", "x" * 121])
def test_what_is_no_name_is_refused_and_nobody_is_added(name: str, tmp_path: Path) -> None:
    """Nothing to be seen, bytes that are no text, and what is too long are told in a sentence."""
    with pytest.raises(UsageError, match=r"The name (has|holds)"):
        _program(tmp_path).person(name, Role.REVIEWER)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spelling", [row[1] for row in SPELLINGS if row[0] == "José Leal"])
def test_nobody_seals_their_own_session_under_another_spelling_or_role(spelling: str, tmp_path: Path) -> None:
    """Who began it as a reviewer does not sign it off as a supervisor; somebody else does."""
    made = _program(tmp_path)
    made.start_review(Review(id="northfield-1", title="Northfield", kind="routine_practice"))
    lead = made.person("José Leal", Role.REVIEWER)
    session = made.start_session("northfield-1", lead, "health visitor", Source.CONVERSATION, MADE)
    session.close()
    with pytest.raises(UsageError, match="Nobody signs off their own session"):
        made.open_session(session.session, made.person(spelling, Role.SUPERVISOR), MADE).sign_off()
    made.open_session(session.session, made.person("Method one", Role.SUPERVISOR), MADE).sign_off()


def test_who_closed_a_session_for_another_does_not_seal_it_either(tmp_path: Path) -> None:
    """The work of a session is that of whoever began it and of whoever closed it."""
    made = _program(tmp_path)
    made.start_review(Review(id="northfield-1", title="Northfield", kind="routine_practice"))
    begun = made.start_session(
        "northfield-1", made.person("Lead one", Role.REVIEWER), "teacher", Source.CONVERSATION, MADE
    )
    made.open_session(begun.session, made.person("Lead two", Role.REVIEWER), MADE).close()
    with pytest.raises(UsageError, match="Nobody signs off their own session"):
        made.open_session(begun.session, made.person("lead two", Role.SUPERVISOR), MADE).sign_off()


def test_a_supervisor_leads_no_session(tmp_path: Path) -> None:
    """A session that nobody could be asked in is not begun."""
    made = _program(tmp_path)
    made.start_review(Review(id="northfield-1", title="Northfield", kind="routine_practice"))
    with pytest.raises(UsageError, match="A supervisor does not lead sessions"):
        made.start_session("northfield-1", made.person("M", Role.SUPERVISOR), "teacher", Source.RECORD, MADE)
    assert made.workspace.review("northfield-1").sessions == ()
