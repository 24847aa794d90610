"""Killed at any moment, a store keeps every event it acknowledged."""

import random
import subprocess
import sys
import time
from pathlib import Path

from sessions.tinydb_store import TinyDBStore

KILLS = 20
ROOT = Path(__file__).parents[2]
WRITER = """
import os, sys
from pathlib import Path
from sessions.tinydb_store import TinyDBStore
store = TinyDBStore(Path(sys.argv[1]))
number = store.position("session.a")
while True:
    more = number % 3
    events = [{"n": n, "text": "x" * (n * 7919 % 50_000)} for n in range(number, number + 1 + more)]
    number = store.append("session.a", number, events)
    os.write(1, b"%d\\n" % number)
"""


def _acknowledged_before_kill(folder: Path, seconds: float) -> int:
    """Let a writer write for a while after its first event, kill it, and answer with the last position it was told."""
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        told = writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        told += writer.stdout.read()
    return int(told.rpartition(b"\n")[0].rpartition(b"\n")[2])


def test_killed_again_and_again(tmp_path: Path) -> None:
    """After each of twenty kills every acknowledged event is there, whole and in order, and writing goes on."""
    chance = random.Random(20260501)
    for _ in range(KILLS):
        acknowledged = _acknowledged_before_kill(tmp_path, chance.uniform(0, 0.1))
        events = TinyDBStore(tmp_path).read("session.a")
        assert list(range(len(events))) == [event["n"] for event in events]
        assert [n * 7919 % 50_000 for n in range(len(events))] == [len(str(event["text"])) for event in events]
        assert acknowledged <= len(events) <= acknowledged + 3
    assert list(tmp_path.rglob("*.damaged-*")) == []
