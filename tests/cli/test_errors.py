"""Whatever goes wrong is said in one plain sentence, with the exit code of the contract, and never with a traceback."""

import os
from pathlib import Path

import pytest

from tests.cli.support import run

WRONG = [
    (["nonsense"], 2, "'nonsense' is not known here"),
    (["replay"], 2, "Name a script"),
    (["replay", "nowhere.yaml"], 2, "nowhere.yaml: cannot be read (no such file or directory)"),
    (["replay", "--text", "nowhere.txt"], 1, "nowhere.txt cannot be read (no such file or directory)"),
    (["replay", "--text", "."], 1, "cannot be read"),
    (["tag", "nowhere.txt"], 1, "nowhere.txt cannot be read"),
    (["tag", "a\0b"], 1, "cannot be read"),
    (["tag", "--format", "xml"], 2, "'xml' is not known here"),
    (["bank", "check", "nowhere"], 2, "is not a bank that is known; there are: good-practice, learning-together"),
    (["bank"], 2, "required"),
    (["review", "show", "nothing-1"], 2, "There is no review `nothing-1`"),
    (["review", "show", "../../etc/passwd"], 2, "is not an id"),
    (["export", "nothing-1", "--format", "csv", "--out", "x.csv"], 2, "There is no review `nothing-1`"),
    (["export", "nothing-1", "--format", "pdf", "--out", "x"], 2, "'pdf' is not known here"),
    (["export", "nothing-1", "--format", "csv", "--out", ""], 2, "out is empty; give it a value or leave it out"),
    (["session", "--plain", "--resume", ""], 2, "resume is empty"),
    (["bank", "check", ""], 2, "bank is empty"),
    (["session", "--plain", "--resume", "nothing-1"], 2, "There is no session `nothing-1`"),
]


@pytest.mark.parametrize(("words", "code", "told"), WRONG)
def test_a_wrong_command_is_told_in_a_sentence(
    words: list[str], code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What, where and what to do, on standard error; nothing on standard output; nothing made."""
    given = (
        [*words, "--workspace", str(tmp_path / "w")] if words[0] not in ("nonsense",) and words != ["bank"] else words
    )
    ran = run(capsys, *given)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "w").exists()


def test_a_workspace_that_is_a_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file is no folder."""
    path = tmp_path / "file"
    path.write_text("x")
    ran = run(capsys, "review", "list", "--workspace", path)
    assert ran.code == 2
    assert "is a file; name a folder" in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, exit 1, nothing lost."""
    tmp_path.chmod(0o500)
    text = tmp_path.parent / "text.txt"
    text.write_text("one")
    ran = run(capsys, "replay", "--text", text, "--workspace", tmp_path / "w")
    assert ran.code == 1
    assert "Traceback" not in ran.err


def test_text_that_is_not_utf8_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line is named; nothing is guessed."""
    path = tmp_path / "text.txt"
    path.write_bytes(b"fine\n\nna\xefve\n")
    ran = run(capsys, "tag", path)
    assert ran.code == 2
    assert "line 3: is not UTF-8 text" in ran.err


SCRIPT = """review: {title: Northfield, kind: routine_practice}
people: [{name: Lead one, role: reviewer}]
session: {by: Lead one, respondent: health visitor, source: conversation}
turns:
  - {skip: not_known}
"""
BROKEN = [
    ("kind: routine_practice", "kind: murder", "script.yaml:1: review.kind: must be one of "),
    ("by: Lead one", "by: Nobody", "script.yaml:3: session.by: `Nobody` is not under people; there are: Lead one"),
    ("skip: not_known", "skip: bored", "script.yaml:5: turns[0].skip: must be one of 'not_asked', 'not_known'"),
    ("{skip: not_known}", "{}", "a turn does exactly one of answer, skip"),
    ("{skip: not_known}", "{skip: not_known, park: true}", "this one has skip, park"),
    (
        "{skip: not_known}",
        "{answer: x, to: why.nothing}",
        "script.yaml:5: turns[0].to: `why.nothing` is not a question",
    ),
    ("role: reviewer", "role: king", "people[0].role: must be one of 'reviewer'"),
    ("source: conversation", "source: rumour", "session.source: must be one of 'conversation', 'record' or 'meeting'"),
    ("turns:", "turn:", "turns: is missing; add it"),
]


@pytest.mark.parametrize(("good", "bad", "told"), BROKEN)
def test_a_broken_script_is_refused_before_anything_is_kept(
    good: str, bad: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, entry and what would be right; exit 2; no workspace is made."""
    path = tmp_path / "script.yaml"
    path.write_text(SCRIPT.replace(good, bad))
    ran = run(capsys, "replay", path, "--workspace", tmp_path / "w")
    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "w").exists()


def test_a_script_that_expects_another_question_says_what_was_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The run ends with the question that was asked; what was acknowledged before is kept."""
    path = tmp_path / "script.yaml"
    path.write_text(SCRIPT + "  - {answer: x, to: change.first}\n")
    ran = run(capsys, "replay", path, "--workspace", tmp_path / "w", "--json")
    assert ran.code == 2
    assert "turn 2: `change.first` was to be answered, but what was asked is `orientation." in ran.err
    assert len(ran.lines()) == 1


ODD = [
    ("answer: !!int x", 0, ""),
    ('answer: "\\ud83d\\ude00 fine"', 0, ""),
    ('answer: "\\ud800"', 2, "script.yaml:5: answer: holds half of a character"),
    ("answer: 7", 2, "turns[0].answer: must be text; put quotation marks around it"),
    ("answer: !!bool [", 2, "is not valid YAML"),
    ("answer: " + "9" * 5000, 2, "Choose one of these"),
]


@pytest.mark.parametrize(("turn", "code", "told"), ODD, ids=[row[0][:24] for row in ODD])
def test_an_odd_value_in_a_script_is_taken_or_told(
    turn: str, code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Explicit types, halves of characters and huge numbers end in a sentence, never in a surprise."""
    path = tmp_path / "script.yaml"
    path.write_text(SCRIPT.replace("skip: not_known", turn))
    ran = run(capsys, "replay", path, "--workspace", tmp_path / "w", "--json")
    assert ran.code == code
    assert told in ran.err
    assert "did not foresee" not in ran.err
