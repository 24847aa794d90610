"""Faults of a script: each with its place, in plain words, before anything is kept."""

import os
from pathlib import Path
from unicodedata import category

import pytest

from tests.cli.support import run

SCRIPT = """review: {title: Northfield, kind: routine_practice}
people: [{name: Lead one, role: reviewer}, {name: Method one, role: supervisor}]
session: {by: Lead one, respondent: health visitor, source: conversation}
turns:
  - {skip: not_known}
  - {park: true}
supervision: {by: Method one, decisions: accept_all, sign_off: true}
"""
OWN = "script.yaml:7: supervision.by: nobody signs off their own session"
TWICE = "script.yaml:2: people[1].name: is the same name as `Lead one` above"
FAULTS = [
    ("by: Lead one", "by: Method one", "script.yaml:3: session.by: `Method one` has the role supervisor; a reviewer"),
    ("by: Lead one", "by: Method one", OWN),
    ("role: reviewer", "role: analyst", "session.by: `Lead one` has the role analyst; a reviewer leads a session"),
    ("by: Method one", "by: Lead one", "supervision.by: `Lead one` is not a supervisor under people"),
    ("by: Method one", "by: Lead one", OWN),
    ("Method one", "lead one", TWICE),
    ("Method one", "lead one", OWN),
    ("Method one", "'Lead one '", TWICE),
    ("Method one", "Lead\u200b one", TWICE),
    ("Method one", "Lead  one", TWICE),
    ("Method one", "Lead one", TWICE),
    ("name: Method one", 'name: "\\u200b"', "people[1].name: has nothing in it that can be seen"),
    ("park: true", "back: 99999999999999999999", "turns[1].back: must be a whole number of at most nine digits"),
    ("park: true", "back: " + "9" * 5000, "turns[1].back: must be a whole number of at most nine digits"),
    ("park: true", "back: true", "turns[1].back: must be a whole number of at most nine digits"),
    ("park: true", "back: 0", "turns[1].back: must be 1 or more"),
    ("park: true", "park: maybe", "turns[1].park: must be true or false"),
    ("park: true", "episode: ' '", "turns[1]: `episode` needs a few words as the episode's name"),
    ("park: true", "skip: {a: b}", "turns[1].skip: must be one of 'not_asked'"),
    ("title: Northfield", "title: ''", "review.title: is too short; characters it needs: 1"),
    ("title: Northfield", "title: " + "x" * 201, "review.title: is too long; characters it may have: 200"),
    ("respondent: health visitor", "respondent: " + "x" * 121, "session.respondent: is too long"),
    ("kind: routine_practice}", "kind: routine_practice, agencies: ['']}", "review.agencies[0]: is too short"),
    ("decisions: accept_all", "decisions: all", "supervision.decisions: is a list of decisions, or the word accept_all"),
    ("decisions: accept_all", "decisions: [{decision: x}]", "supervision.decisions[0].decision: must be one of 'accept'"),
    ("decisions: accept_all", "decisions: [7]", "supervision.decisions[0]: must be an entry with fields"),
    ("decisions: accept_all", "decisions: [{}]", "supervision.decisions[0].decision: is missing; add it"),
    ("decisions: accept_all", "decisions: [{decision: change}]", "supervision.decisions[0]: `change` says which tag"),
    (
        "decisions: accept_all",
        "decisions: [{decision: change, to: factor.nope}]",
        "supervision.decisions[0].to: `factor.nope` is not a tag of the taxonomy",
    ),
    ("turns:", "? [a, b]\n: c\nturns:", "script.yaml:4: holds a list or an entry as a key; a key must be plain text"),
    ("{park: true}", "{? {a: b} : c}", "script.yaml:6: 1: holds a list or an entry as a key"),
    ("source: conversation", 'source: conversation, bank: "a\\0b"', "script.yaml:3: session.bank: a␀b is not a bank"),
    ("source: conversation", 'source: conversation, bank: "a\\0b.yaml"', "session.bank: a␀b.yaml cannot be read"),
    ("source: conversation", "source: conversation, bank: " + "x" * 400, "is not a bank that is known"),
    ("source: conversation", "source: conversation, bank: ''", "session.bank: an empty name is not a bank"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "told"), FAULTS, ids=[row[1][:30] for row in FAULTS])
def test_a_fault_is_told_in_plain_words_before_anything_is_kept(
    good: str, bad: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, entry and what would be right; no word of the program's own; nothing that moves a cursor; exit 2."""
    path = tmp_path / "script.yaml"
    assert good in SCRIPT
    path.write_text(SCRIPT.replace(good, bad), encoding="utf-8")
    ran = run(capsys, "replay", path, "--workspace", tmp_path / "w")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    for strange in ("did not foresee", "tuple[", "function-", "literal[", "Node(", "Input should", "should have at"):
        assert strange not in ran.err
    assert not [character for character in ran.err if category(character) == "Cc" and character != "\n"]
    assert not (tmp_path / "w").exists()


def test_a_script_may_come_through_a_pipe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What another program writes is read to its end."""
    reading, writing = os.pipe()
    os.write(writing, SCRIPT.encode())
    os.close(writing)
    ran = run(capsys, "replay", f"/proc/self/fd/{reading}", "--workspace", tmp_path / "w")
    os.close(reading)
    assert (ran.code, ran.err) == (0, "")


def test_a_pipe_into_which_nobody_writes_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The program does not wait for ever."""
    os.mkfifo(tmp_path / "script.yaml")
    ran = run(capsys, "replay", tmp_path / "script.yaml", "--workspace", tmp_path / "w")
    assert ran.code == 2
    assert "cannot be read (a pipe into which nobody writes)" in ran.err
