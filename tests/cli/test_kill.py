"""A replay killed at any moment: every answer it had acknowledged is there, and the workspace opens."""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from assistant.cli import main
from tests.cli.support import run

KILLS = 8
ANSWERS = [f"Answer {number}: nobody had told me, so I assumed they were out." for number in range(40)]


def _killed_replay(text: Path, workspace: Path, out: Path, after_lines: int, pause: float) -> list[dict[str, object]]:
    """Replay in a forked process, kill it a little after it has acknowledged so many lines, and say what it printed."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT), 1)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        main(["replay", "--text", str(text), "--workspace", str(workspace), "--json"])
        os._exit(0)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if out.exists() and out.read_bytes().count(b"\n") >= after_lines:
            break
        time.sleep(0.002)
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    whole = out.read_bytes().rpartition(b"\n")[0]
    return [json.loads(line) for line in whole.splitlines()]


@pytest.mark.parametrize("seed", range(KILLS))
def test_no_acknowledged_answer_is_lost(seed: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever was printed before the kill is in the review afterwards, as typed, and the session can be opened."""
    chance = random.Random(seed)
    text = tmp_path / "account.txt"
    text.write_text("\n\n".join(ANSWERS))
    lines = _killed_replay(text, tmp_path / "w", tmp_path / "out", chance.randrange(1, 30), chance.random() / 50)
    acknowledged = [line["answer"] for line in lines if line.get("answer")]
    listed = run(capfd, "review", "list", "--json", "--workspace", tmp_path / "w").value()
    shown = run(capfd, "review", "show", listed[0]["id"], "--json", "--workspace", tmp_path / "w").value()
    kept = [turn["answer"] for session in shown["sessions"] for turn in session["answers"] if turn["answer"]]
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) - len(acknowledged) <= 1
