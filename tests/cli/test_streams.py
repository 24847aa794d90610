"""Standard streams that are closed, and bytes on them that are no text: one sentence, the right exit code, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support import ROOT, run

PROGRAM = [sys.executable, "-c", "import sys; from assistant.cli import main; sys.exit(main())"]
SHELL = Path("/bin/sh")
SCRIPT = """review: {title: Northfield, kind: routine_practice}
people: [{name: Lead one, role: reviewer}]
session: {by: Lead one, respondent: health visitor, source: conversation}
turns:
  - {skip: not_known}
"""
CLOSED = [
    (">&-", ["review", "list"], 1, "Standard output is closed"),
    (">&-", ["supervise", "--json"], 1, "Standard output is closed"),
    (">&-", ["replay", "script.yaml"], 1, "Standard output is closed"),
    (">&-", ["--version"], 1, "Standard output is closed"),
    (">&-", ["nonsense"], 2, "'nonsense' is not known here"),
    ("<&-", ["tag", "-"], 1, "Standard input is closed"),
    ("<&-", ["replay", "--text", "-"], 1, "Standard input is closed"),
    ("<&-", ["session", "--plain"], 2, "The input ended before this was answered: Your name:"),
    ("<&-", ["session"], 2, "The input ended before this was answered: Your name:"),
    ("<&-", ["replay", "script.yaml"], 0, ""),
    ("2>&-", ["review", "list"], 0, ""),
    ("2>&-", ["replay", "script.yaml"], 0, ""),
    ("2>&-", ["review", "show", "nothing-1"], 2, ""),
    ("2>&-", ["nonsense"], 2, ""),
    ("<&- >&- 2>&-", ["review", "list"], 1, ""),
    ("| true", ["review", "list"], 0, ""),
]


@pytest.mark.parametrize(("how", "words", "code", "told"), CLOSED, ids=[f"{row[1]} {row[0]}" for row in CLOSED])
def test_a_closed_stream_is_no_surprise(how: str, words: list[str], code: int, told: str, tmp_path: Path) -> None:
    """What cannot be shown is said where it can be, and the exit code is that of the contract."""
    (tmp_path / "script.yaml").write_text(SCRIPT)
    words = [str(tmp_path / word) if word.endswith(".yaml") else word for word in words]
    ran = subprocess.run(
        [SHELL, "-c", f'"$@" {how}', "sh", *PROGRAM, "--workspace", tmp_path / "w", *words],
        cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    err = ran.stderr.decode()
    assert (ran.returncode, len(err.splitlines())) == (code, 1 if told else 0)
    assert told in err


def test_a_library_that_writes_to_closed_standard_error_harms_no_journal(tmp_path: Path) -> None:
    """No file of the workspace takes the place of a closed stream: what is kept reads back whole."""
    (tmp_path / "script.yaml").write_text(SCRIPT)
    noisy = "import os, sys; from assistant.cli import main; code = main(); os.write(2, b'noise'); sys.exit(code)"
    words: list[str | Path] = [
        sys.executable,
        "-c",
        noisy,
        "replay",
        tmp_path / "script.yaml",
        "--workspace",
        tmp_path / "w",
    ]
    ran = subprocess.run([SHELL, "-c", '"$@" 2>&-', "sh", *words], cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == 0
    assert all(b"noise" not in path.read_bytes() for path in (tmp_path / "w" / "streams").iterdir())


@pytest.mark.parametrize("option", ["--title", "--by", "--respondent"])
@pytest.mark.parametrize("value", ["caf\udce9", "x" * 201])
def test_words_that_cannot_be_kept_are_refused_before_anything_is(
    option: str, value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes that are no text, and what is too long, are told with the option that holds them."""
    ran = run(capsys, "session", "--plain", option, value, "--workspace", tmp_path / "w")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"casewindow: {option} ")
    assert not (tmp_path / "w").exists()


TYPED = [b"caf\xe9", b"Lead one", b"\xff\xfe", b"Northfield", b"routine_practice", b"x" * 500, b"nurse\xe9", b"nurse", b"1",
         b"\xe9", b"1", b"/quit"]  # fmt: skip


@pytest.mark.parametrize("setting", [{}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "utf-8:strict"}, {"PYTHONUTF8": "0"}])
def test_bytes_that_are_no_text_are_said_and_asked_for_again(setting: dict[str, str], tmp_path: Path) -> None:
    """At every prompt, whatever the platform takes text to be; what is typed again is kept."""
    ran = subprocess.run(
        [*PROGRAM, "session", "--plain", "--workspace", tmp_path / "w"],
        input=b"\n".join(TYPED) + b"\n", env={**os.environ, **setting}, cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    out = ran.stdout.decode()
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert out.count("That line holds bytes that are no UTF-8 text") == 4
    assert "That has 500 characters; the most is 120" in out
    assert "Question 2" in out
