"""Banks of one's own, beside those that ship: found by id, refused where they would be taken for another."""

import json
from pathlib import Path

import pytest

from assistant.bootstrap import Program
from models.errors import ContentError
from models.review import Review, Role, Source
from question_bank.loader import bank_ids, load_bank
from tests.cli.support import run
from tests.question_bank.checking import WHOLE
from tests.support import TAXONOMY, MarkTagger

MINE = WHOLE.replace("id: whole", "id: mine")
MODULE = """
probes:
  - {id: probe.area, stage: why, text: 'What is particular about this area?'}
rules:
  - id: rule.area
    when: {stage: [why], depth: [reason], words_at_least: 3}
    ask: probe.area
    because: 'You said "{quote}"; this asks what of it is particular to {area}.'
"""
SCRIPT = """
review: {title: Eastmere, kind: routine_practice, nation: England}
people: [{name: Lead one, role: reviewer}]
session: {by: Lead one, respondent: health visitor, source: conversation, bank: mine}
turns:
  - {answer: Health visitor}
  - {answer: We went there twice that week and it was as planned.}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A workspace's folder of banks, with one bank in it."""
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "mine.yaml").write_text(MINE, encoding="utf-8")
    return folder


def _program(own: Path) -> Program:
    return Program(own.parent, own_tagger=MarkTagger())


def test_a_bank_of_ones_own_is_found_by_its_id(own: Path) -> None:
    """Behind those that ship, which are found as before."""
    assert load_bank("mine", TAXONOMY, own).id == "mine"
    assert load_bank("learning-together", TAXONOMY, own).id == "learning-together"
    assert bank_ids(own) == (*bank_ids(), "mine")
    assert _program(own).bank("mine").title == "A small whole bank"


def test_it_takes_modules_of_its_own_and_those_that_ship(own: Path) -> None:
    """Of a module that ships, what follows questions that the bank does not have is left out."""
    (own / "modules").mkdir()
    (own / "modules" / "ours.yaml").write_text(MODULE, encoding="utf-8")
    text = MINE.replace("description: For tests.", "description: For tests.\nmodules: [ours, follow_ups]")
    (own / "mine.yaml").write_text(text, encoding="utf-8")
    bank = load_bank("mine", TAXONOMY, own)
    assert {"probe.area", "probe.looking_back.that_day"} <= set(bank.by_id)
    assert all(question in bank.by_id for rule in bank.rules for question in rule.when.question)
    asked = {rule.ask for rule in bank.rules}
    assert {question.id for question in bank.questions if question.probe} <= asked


REFUSED = [
    ("the id of one that ships", "good-practice", MINE.replace("id: mine", "id: good-practice"), "is the id of a bank that ships"),
    ("another id than its file", "other", MINE, "mine id: must be `other`, as the file is called"),
    ("a module that is nowhere", "mine", MINE.replace("questions:", "modules: [ours]\nquestions:", 1), "`ours` is not a module"),
    ("a rule of its own that follows what is not there", "mine", MINE.replace("[probe.more]", "[probe.gone]"), "`probe.gone` is not a question of this bank"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "told"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_one_that_could_be_taken_for_another_is_refused(own: Path, name: str, text: str, told: str) -> None:
    """By file as by id, and the check says so too."""
    path = own / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_bank(str(path), TAXONOMY, own)
    assert told in str(refused.value)


def test_a_file_named_like_a_bank_that_ships_does_not_hide_it(own: Path) -> None:
    """The one that ships is found; the check names the other."""
    (own / "good-practice.yaml").write_text(MINE, encoding="utf-8")
    assert load_bank("good-practice", TAXONOMY, own).id == "good-practice"
    assert "good-practice" not in bank_ids(own)[len(bank_ids()) :]


UNKNOWN = ["yours", "mine ", "", "..", "a\x00b", "MINE"]


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_bank_is_told_where_to_put_it(own: Path, name: str) -> None:
    """One sentence with those there are, and the folder."""
    with pytest.raises(ContentError, match="is not a bank that is known") as refused:
        load_bank(name, TAXONOMY, own)
    assert "mine" in str(refused.value)
    assert len(refused.value.faults) == 1


def test_a_session_on_it_is_resumed_by_its_id(own: Path) -> None:
    """The session keeps the bank's id; the file is found again by it."""
    program = _program(own)
    lead = program.person("Lead one", Role.REVIEWER)
    review = program.start_review(Review(id="r1", title="R", kind="routine_practice"))
    begun = program.start_session(review.id, lead, "health visitor", Source.CONVERSATION, program.bank("mine"))
    again = _program(own).open_session(begun.session, lead)
    assert again.content.bank.id == "mine"
    assert again.current is not None
    assert again.current.question == "orientation.part"


def test_a_session_begun_on_a_bank_by_file_asks_for_it_in_the_folder(own: Path, tmp_path: Path) -> None:
    """It can be resumed once the file is there; before, one sentence says to put it there."""
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(MINE.replace("id: mine", "id: lent"), encoding="utf-8")
    program = _program(own)
    lead = program.person("Lead one", Role.REVIEWER)
    review = program.start_review(Review(id="r1", title="R", kind="routine_practice"))
    bank = program.bank(str(elsewhere))
    begun = program.start_session(review.id, lead, "health visitor", Source.CONVERSATION, bank)
    with pytest.raises(ContentError) as refused:
        _program(own).open_session(begun.session, lead)
    assert f"put lent.yaml into {own}" in str(refused.value)
    (own / "lent.yaml").write_text(elsewhere.read_text(encoding="utf-8"), encoding="utf-8")
    assert _program(own).open_session(begun.session, lead).content.bank.id == "lent"


def test_a_script_plays_on_it(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`bank: mine` in a script of the same workspace."""
    script = own.parent / "script.yaml"
    script.write_text(SCRIPT, encoding="utf-8")
    ran = run(capsys, "replay", script, "--workspace", own.parent, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert [line["question"]["id"] for line in ran.lines()[:-1]] == ["orientation.part", "what_happened.account"]


def test_the_check_takes_all_that_ship_and_all_of_ones_own(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In JSON with the ease of each, faults and remarks apart; a faulty one ends it with 2."""
    ran = run(capsys, "bank", "check", "--json", "--workspace", own.parent)
    value = ran.value()
    assert ran.code == 0
    assert [bank["id"] for bank in value["banks"]] == [*bank_ids(), "mine"]
    assert value["faults"] == []
    assert {remark["file"] for remark in value["remarks"]} >= {str(own / "mine.yaml")}
    assert len(value["banks"][0]["hardest"]) == 5
    (own / "other.yaml").write_text(MINE, encoding="utf-8")
    broken = run(capsys, "bank", "check", "--workspace", own.parent)
    assert broken.code == 2
    assert f"{own / 'other.yaml'}:2: mine id: must be `other`" in broken.err


def test_strict_takes_remarks_for_faults(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same sentences, on standard error, and exit 2."""
    loose = run(capsys, "bank", "check", "mine", "--workspace", own.parent)
    strict = run(capsys, "bank", "check", "mine", "--strict", "--workspace", own.parent)
    told = "why.shaped elicits: is the only question that elicits"
    assert (loose.code, strict.code) == (0, 2)
    assert f"remark: {own / 'mine.yaml'}" in loose.out
    assert told in loose.out
    assert told in strict.err
    value = run(capsys, "bank", "check", "mine", "--strict", "--json", "--workspace", own.parent).value()
    assert value["remarks"] == []
    assert len(value["faults"]) == loose.out.count("remark: ")


def test_the_banks_are_listed_with_where_they_come_from(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Id, version, title and whence; one that cannot be used says why, and the others are listed."""
    (own / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    ran = run(capsys, "bank", "list", "--json", "--workspace", own.parent)
    listed = json.loads(ran.out)
    assert [bank["id"] for bank in listed] == [*bank_ids(), "mine"]
    assert listed[-1]["from"] == str(own / "mine.yaml")
    assert ran.code == 2
    assert "broken.yaml:1: broken title: is missing; add it" in ran.err
