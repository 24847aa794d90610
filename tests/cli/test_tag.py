"""`casewindow tag`: the contract of its lines, on text and on JSON."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from models.taxonomy import top_level
from tests.cli.support import run

TEXT = "I had thirty-odd cases and no cover, so I put a card through.\n\nReferral received. Visited. Nobody in.\n"


def test_each_paragraph_is_a_line_as_contracted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Offsets are code points of the text, tags come best first, every annotation names its reason."""
    path = tmp_path / "notes.txt"
    path.write_text("👩‍👧 " + TEXT, encoding="utf-8")
    ran = run(capsys, "tag", path, "--format", "jsonl")
    first, second = ran.lines()
    assert ran.code == 0
    assert set(first) == {"id", "text", "gives_reason", "tags", "annotations", "language"}
    assert (first["id"], second["id"]) == ("1", "2")
    assert first["gives_reason"]
    assert not second["gives_reason"]
    assert second["annotations"] == []
    for each in first["annotations"]:
        assert first["text"][each["start"] : each["end"]] == each["quote"]
        assert each["reason"]["by"] == "cue"
        assert each["direction"] in ("helped", "hindered", "both", "unclear")
    scores = [each["score"] for each in first["tags"]]
    assert scores == sorted(scores, reverse=True)
    assert "factor.conditions" in {top_level(each["tag"]) for each in first["tags"]}


def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, each broken line by its number, and a line for every whole one."""
    rows = [
        '{"id": "a", "text": "x"}',
        "{",
        '{"id": 3}',
        "",
        '{"text": "no id"}',
        '["a"]',
        "9" * 5000,
        '{"id": true, "text": "x"}',
        '{"id": null, "text": "x"}',
        '{"id": "\\ud800", "text": "\\ud800"}',
        '{"id": 12, "text": "y"}',
        '{"id": "z", "text": "y"}',
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows))
    ran = run(capsys, "tag", path, "--input", "jsonl", "--format", "jsonl")
    assert ran.code == 1
    assert [line["id"] for line in ran.lines()] == ["a", "5", 12, "z"]
    for number in (2, 3, 6, 7, 8, 9, 10):
        assert f"line {number} " in ran.err


def test_standard_input_is_read_where_a_dash_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Text may come through a pipe."""
    kept = sys.stdin
    sys.stdin = SimpleNamespace(buffer=io.BytesIO(TEXT.encode()))
    try:
        ran = run(capsys, "tag", "-", "--format", "jsonl")
    finally:
        sys.stdin = kept
    assert len(ran.lines()) == 2


def test_text_for_a_person_is_inert(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escapes and control characters are shown and do nothing."""
    path = tmp_path / "notes.txt"
    path.write_text("\x1b[2J\x07 no supervision that month \x9b31m [bold]x[/bold]\n", encoding="utf-8")
    ran = run(capsys, "tag", path)
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out
    assert "\x9b" not in ran.out
    assert "[bold]x[/bold]" in ran.out
    ran = run(capsys, "tag", path, "--format", "jsonl")
    assert json.loads(ran.out)["text"].startswith("\x1b[2J\x07")
