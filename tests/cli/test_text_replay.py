"""Plain paragraphs played through the real engine, tagger and store, then shown and exported."""

import csv
import json
import os
from pathlib import Path

import pytest

from models.export import ReviewExport
from tests.cli.support import Ran, run

PARAGRAPHS = [
    "We went out on the Monday and nobody was in. We went again on the Tuesday. A card was left.",
    "I had thirty-odd cases and no cover that week, so I put a card through the door and went to the next visit.",
    "With hindsight it was plain, but so I assumed they were at her mum's. Nobody had told me she had moved.",
    "What worked was that I had known mum since her eldest was in nursery. She trusted me and she let me in.",
    "=HYPERLINK(\"http://x\") no supervision that month \x1b[31m[bold]red[/bold]\x07 \u202e👩\u200d👧",
    "It wasn't caseloads, caseloads were fine that month. The form only lets you tick a box.",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the paragraphs in a file."""
    made = tmp_path_factory.mktemp("text")
    (made / "account.txt").write_text("\n\n".join(PARAGRAPHS) + "\n", encoding="utf-8", newline="")
    return made


@pytest.fixture
def played(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Ran:
    """The paragraphs played in a new workspace."""
    return run(capsys, "replay", "--text", folder / "account.txt", "--workspace", tmp_path / "w", "--json")


def test_every_paragraph_is_an_answer_and_all_else_is_skipped(played: Ran) -> None:
    """Answers stand as typed, in their order; questions that take no free text are skipped as not known."""
    *lines, last = played.lines()
    assert played.code == 0
    assert [line["answer"] for line in lines if line["answer"] is not None] == PARAGRAPHS
    assert all(line["skip"] == "not_known" for line in lines if line["answer"] is None)
    for line in lines:
        assert {"turn", "question", "because", "answer", "annotations", "language"} <= set(line)
        assert set(line["question"]) == {"id", "stage", "text"}
        for each in line["annotations"]:
            assert line["answer"][each["start"] : each["end"]] == each["quote"]
    summary = last["summary"]
    assert {"review", "session", "turns", "asked", "probes", "annotations", "why_reached", "episodes"} <= set(summary)
    assert summary["turns"] == len(lines)
    assert summary["annotations"] == sum(len(line["annotations"]) for line in lines) > 0


def test_probes_quote_the_answer_they_come_from(played: Ran) -> None:
    """Where a question is asked because of what was said, the words stand in it exactly."""
    *lines, _ = played.lines()
    because = [line["because"] for line in lines if line["because"]]
    assert because
    for text in because:
        quote = text.partition('"')[2].rpartition('"')[0]
        assert any(quote in paragraph for paragraph in PARAGRAPHS)


def test_the_review_shows_every_answer_as_typed(
    played: Ran, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """`review list` and `review show` hold what was played."""
    listed = run(capsys, "review", "list", "--json", "--workspace", tmp_path / "w").value()
    assert [set(row) >= {"id", "title"} for row in listed] == [True]
    shown = run(capsys, "review", "show", listed[0]["id"], "--json", "--workspace", tmp_path / "w").value()
    answers = [turn["answer"] for session in shown["sessions"] for turn in session["answers"] if turn["answer"]]
    assert answers == PARAGRAPHS
    person = run(capsys, "review", "show", listed[0]["id"], "--workspace", tmp_path / "w")
    assert "\x1b" not in person.out
    assert "\x07" not in person.out


def test_the_export_loads_back_and_its_table_equals_it(
    played: Ran, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """JSON gives the models again; CSV holds the same rows; a second export gives the same bytes."""
    review = played.lines()[-1]["summary"]["review"]
    files = {}
    for name, kind in (("a.json", "json"), ("b.json", "json"), ("c.csv", "csv")):
        ran = run(capsys, "export", review, "--format", kind, "--out", tmp_path / name, "--workspace", tmp_path / "w")
        assert ran.code == 0
        files[name] = (tmp_path / name).read_bytes()
    assert files["a.json"] == files["b.json"]
    export = ReviewExport.model_validate_json(files["a.json"])
    assert all(coding.status == "suggested" and coding.decided_by is None for coding in export.codings)
    rows = list(csv.DictReader(files["c.csv"].decode().splitlines(keepends=True)))
    assert len(rows) == len(export.codings) == export.undecided
    for row, coding in zip(rows, json.loads(files["a.json"])["codings"], strict=True):
        assert {
            key: value.removeprefix("'") if value[:2] in ("'=", "'-", "'+", "'@") else value
            for key, value in row.items()
        } == {key: "" if value is None else str(value) for key, value in coding.items()}


def test_no_name_of_a_person_is_exported(played: Ran, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """People leave by their role: the name that the workspace knows is in no export."""
    review = played.lines()[-1]["summary"]["review"]
    for kind in ("json", "csv"):
        run(capsys, "export", review, "--format", kind, "--out", tmp_path / "out", "--workspace", tmp_path / "w")
        assert b"Reader" not in (tmp_path / "out").read_bytes()


def test_an_export_that_cannot_be_written_leaves_nothing(
    played: Ran, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Whole or not at all: one sentence, exit 1, no piece of a file."""
    review = played.lines()[-1]["summary"]["review"]
    out = tmp_path / "nowhere" / "out.json"
    ran = run(capsys, "export", review, "--format", "json", "--out", out, "--workspace", tmp_path / "w")
    assert ran.code == 1
    assert "could not write" in ran.err
    assert not out.parent.exists()


def test_a_review_with_a_missing_session_is_shown_as_far_as_it_goes(
    played: Ran, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What is missing is named and the command exits with 1: nobody takes a part for the whole."""
    summary = played.lines()[-1]["summary"]
    (tmp_path / "w" / "streams" / f"session.{summary['session']}.journal").unlink()
    words = ("--workspace", tmp_path / "w")
    shown = run(capsys, "review", "show", summary["review"], "--json", *words)
    listed = run(capsys, "review", "list", "--json", *words)
    written = run(capsys, "export", summary["review"], "--format", "json", "--out", tmp_path / "out", *words)
    for ran in (shown, listed, written):
        assert ran.code == 1
        assert f"The file of session `{summary['session']}` is missing" in ran.err


def test_an_export_never_replaces_the_workspace_or_what_is_no_file(
    played: Ran, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A session's own file, a folder and a pipe are refused in a sentence, and stand as they stood."""
    summary = played.lines()[-1]["summary"]
    journal = tmp_path / "w" / "streams" / f"session.{summary['session']}.journal"
    before = journal.read_bytes()
    os.mkfifo(tmp_path / "pipe")
    for out in (journal, tmp_path, tmp_path / "pipe", "."):
        ran = run(capsys, "export", summary["review"], "--format", "csv", "--out", out, "--workspace", tmp_path / "w")
        assert ran.code == 1
        assert "is no place for an export" in ran.err
    ran = run(capsys, "export", "nothing-1", "--format", "csv", "--out", f"{tmp_path}/nowhere/")
    assert (ran.code, "nowhere/ names a folder; name a file in it" in ran.err) == (2, True)
    assert journal.read_bytes() == before
    assert (tmp_path / "pipe").is_fifo()
