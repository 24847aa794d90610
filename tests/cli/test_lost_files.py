"""Files of a workspace that are gone, emptied or no files: said in a sentence, and the rest is still shown."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.support import run

SCRIPT = """review: {{title: {title}, kind: routine_practice}}
people: [{{name: Lead one, role: reviewer}}]
session: {{by: Lead one, respondent: health visitor, source: conversation}}
turns:
  - {{skip: not_known}}
"""


@pytest.fixture
def streams(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The files of a workspace with two reviews, each with a closed session."""
    for title in ("Northfield", "Southfield"):
        path = tmp_path / "script.yaml"
        path.write_text(SCRIPT.format(title=title))
        assert run(capsys, "replay", path, "--workspace", tmp_path / "w").code == 0
    return tmp_path / "w" / "streams"


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _foldered(path: Path) -> None:
    path.unlink()
    path.mkdir()


LOSSES = [
    ("review.northfield", Path.unlink, ["northfield-", "is missing or cannot be read, so what belongs to it"]),
    ("review.northfield", _emptied, ["northfield-", "holds no whole entry", "northfield-", "what belongs to it"]),
    ("review.northfield", _piped, ["is no ordinary file", "what belongs to it is not shown"]),
    ("review.northfield", _foldered, ["a folder stands where a file is needed", "what belongs to it is not shown"]),
    ("session.northfield", Path.unlink, ["northfield-", "is missing or empty; restore it from a backup"]),
    ("session.northfield", _emptied, ["northfield-", "is missing or empty; restore it from a backup"]),
    ("session.northfield", _piped, ["is no ordinary file"]),
    ("workspace", Path.unlink, ["`workspace.journal`, is missing or empty"]),
    ("workspace", _emptied, ["`workspace.journal`, is missing or empty"]),
    ("workspace", _piped, ["workspace.journal is no ordinary file"]),
]


@pytest.mark.parametrize(("which", "lose", "told"), LOSSES)
def test_what_is_lost_is_said_and_the_rest_is_listed(
    which: str,
    lose: Callable[[Path], None],
    told: list[str],
    streams: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`review list` and the supervisor's queue name the file and exit with 1; the other review is in both."""
    [path] = streams.glob(f"{which}*.journal")
    lose(path)
    listed = run(capsys, "review", "list", "--json", "--workspace", streams.parent)
    queue = run(capsys, "supervise", "--json", "--workspace", streams.parent)
    for ran in (listed, queue):
        assert ran.code == 1
        assert "Southfield" in [row["title"] for row in ran.value()]
        assert all(words in ran.err for words in told)
        assert "did not foresee" not in ran.err


def test_an_empty_file_that_no_review_lists_is_said(streams: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whether it was never begun or emptied since, it is named."""
    (streams / "session.eastfield-s1.journal").touch()
    ran = run(capsys, "review", "list", "--json", "--workspace", streams.parent)
    assert (ran.code, len(ran.value())) == (1, 2)
    assert "The file of session `eastfield-s1` holds no whole entry" in ran.err


def test_a_session_begun_at_a_kill_is_taken_up(streams: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A kill between its own file and the review's costs nothing and is no fault: list, show and queue have it."""
    [path] = streams.glob("review.northfield*.journal")
    [session] = [each.name for each in streams.glob("session.northfield*.journal")]
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    words = ("--json", "--workspace", streams.parent)
    listed, queue = run(capsys, "review", "list", *words), run(capsys, "supervise", *words)
    review = next(row for row in listed.value() if row["title"] == "Northfield")
    shown = run(capsys, "review", "show", review["id"], *words)
    assert [ran.code for ran in (listed, queue, shown)] == [0, 0, 0]
    assert [ran.err for ran in (listed, queue, shown)] == ["", "", ""]
    ids = {review["sessions"][0]["id"], shown.value()["sessions"][0]["id"], queue.value()[0]["session"]}
    assert [f"session.{each}.journal" for each in ids] == [session]


def test_an_emptied_review_that_is_asked_for_is_not_said_to_be_unknown(
    streams: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is there and holds nothing: exit 1, with what to do."""
    [path] = streams.glob("review.northfield*.journal")
    _emptied(path)
    review = path.name.removeprefix("review.").removesuffix(".journal")
    ran = run(capsys, "review", "show", review, "--workspace", streams.parent)
    assert ran.code == 1
    assert "holds no whole entry; restore it from a backup" in ran.err
