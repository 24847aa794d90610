"""`bank show`, `graph`, `walk` and `schema` as commands: what they print, what they write, and how they end."""

import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.support import ROOT, run

NASTY = """id: nasty
version: '1'
title: "Bank \\e[31m \\u202E *bold*"
description: For a test.
modules: [orientation, what_happened, tunnel, why, went_well, other_accounts, patterns, change, follow_ups]
questions:
  - {id: change.nasty, stage: change, text: "What about \\e[31m \\"<b>\\" | `x` \\u202E end?"}
"""


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    """A bank of one's own that would take a terminal over, and its modules."""
    path = tmp_path / "nasty.yaml"
    path.write_text(NASTY, encoding="utf-8")
    return path


def test_a_bank_is_shown_as_markdown_in_the_words_of_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    """On standard output, from the title to the lines for signatures."""
    ran = run(capsys, "bank", "show", "learning-together", "--place", "England")
    assert ran.code == 0
    assert ran.out.startswith("# Learning Together conversation\n")
    assert "in the words used in: England." in ran.out
    assert ran.out.count("Signature: ....") == 2


def test_a_bank_is_written_as_docx(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file that opens, with the bank's title."""
    out = tmp_path / "bank.docx"
    ran = run(capsys, "bank", "show", "routine-practice", "--format", "docx", "--out", out)
    assert (ran.code, ran.out) == (0, f"Wrote {out}.\n")
    held = docx.Document(io.BytesIO(out.read_bytes()))
    assert held.paragraphs[0].style is not None
    assert held.paragraphs[0].style.name == "Title"


def test_a_bank_is_shown_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """One document: every question and rule in words."""
    made = run(capsys, "bank", "show", "good-practice", "--json").value()
    assert made["id"] == "good-practice"
    rules = [rule for stage in made["stages"] for probe in stage["probes"] for rule in probe["rules"]]
    assert all(rule["when"].startswith("when ") for rule in rules)


WRONG = [
    (("show", "--format", "docx"), "A DOCX file needs a place: name one with --out"),
    (("show", "--place", "atlantis"), "`atlantis` is not a place whose words are known; there are: anywhere"),
    (("show", "no-such-bank"), "is not a bank that is known"),
    (("graph", "--stage", "qqq"), "`qqq` is not a stage; there are: preparation, orientation"),
    (("graph", "--format", "svg"), "known are: 'mermaid', 'dot'"),
    (("walk", "-n", "0"), "'0' is not a count; give 1 or more"),
    (("walk", "-n", "many"), "'many' is not a count"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_wrong_use_is_one_sentence(words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what is wrong and what would be right, and exits with 2."""
    ran = run(capsys, "bank", *words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_place_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder is no file."""
    ran = run(capsys, "bank", "graph", "--out", tmp_path)
    assert ran.code == 1
    assert "is no place for an export" in ran.err


@pytest.mark.parametrize(
    "words", [("show",), ("graph",), ("graph", "--format", "dot"), ("walk", "-n", "1", "--most", "1")]
)
def test_a_terminal_is_safe_from_a_bank(
    words: tuple[str, ...], nasty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes and direction marks of a bank are shown and do nothing."""
    ran = run(capsys, "bank", words[0], nasty, *words[1:])
    assert ran.code in (0, 1)
    assert not {"\x1b", "\u202e"} & set(ran.out)


def test_a_docx_file_holds_what_xml_does_not_allow_as_stand_ins(
    nasty: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A control character in a bank is shown, and the file still opens."""
    out = tmp_path / "nasty.docx"
    assert run(capsys, "bank", "show", nasty, "--format", "docx", "--out", out).code == 0
    assert "␛[31m" in docx.Document(io.BytesIO(out.read_bytes())).paragraphs[0].text


def test_a_bank_is_drawn(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A diagram for each part and an overview; or one part alone, to a file."""
    whole = run(capsys, "bank", "graph", "learning-together")
    assert whole.code == 0
    assert whole.out.count("```mermaid") == 11
    out = tmp_path / "why.dot"
    assert run(capsys, "bank", "graph", "--format", "dot", "--stage", "why", "--out", out).out == f"Wrote {out}.\n"
    assert out.read_text(encoding="utf-8").count("subgraph") == 1


def test_walks_end_and_say_what_they_reached(capsys: pytest.CaptureFixture[str]) -> None:
    """The same seed prints the same; figures come as JSON too."""
    once, again = (run(capsys, "bank", "walk", "routine-practice", "-n", "20") for _ in range(2))
    assert (once.code, once.out) == (0, again.out)
    assert "20 walks with seed 7, all ended" in once.out
    found = run(capsys, "bank", "walk", "routine-practice", "-n", "20", "--json").value()
    assert found["ended"] == found["walks"] == 20
    assert found["questions"]["percent"] >= 95
    assert {"kind", "id", "reason"} == {key for each in found["unreached"] for key in each} or not found["unreached"]


def test_a_walk_that_does_not_end_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """The walk is named with the question that waits, and the command exits with 1."""
    ran = run(capsys, "bank", "walk", "-n", "1", "--most", "2")
    assert ran.code == 1
    assert "walk 1 did not end: after 2 acts `" in ran.out


def test_the_schema_is_printed_as_it_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    """What the command prints and what lies in the documentation are the same bytes."""
    ran = run(capsys, "bank", "schema")
    assert ran.out == (ROOT / "docs" / "schema" / "bank.schema.json").read_text(encoding="utf-8")
    assert json.loads(ran.out)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("command", ["show", "graph", "walk", "schema"])
def test_each_answers_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Help ends with a line that can be typed."""
    ran = run(capsys, "bank", command, "--help")
    assert ran.code == 0
    assert f"example:\n  casewindow bank {command}" in ran.out
