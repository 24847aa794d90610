"""What a durable append costs as a session grows: this store, TinyDB's own storage, and SQLite.

Run it with `python -m benchmarks.store`; the folder for the files can be given as the one argument.
"""

import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median, quantiles

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from sessions.store import Document
from sessions.tinydb_store import TinyDBStore

LENGTHS = (10, 1_000, 10_000)
TIMED = 200
"""How many appends are timed at each length."""
BYTES = 400

Append = Callable[[int, Document], object]
"""Keeps the event that has this number."""


def _event(number: int) -> Document:
    """An event of about 400 bytes, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - filler text, not secrets
    words = "".join(chance.choices("abcdefghij     ", k=BYTES - 30))
    return {"event": "answered", "n": number, "text": words}


@contextmanager
def _journal(folder: Path) -> Iterator[Append]:
    with closing(TinyDBStore(folder)) as store:
        yield lambda number, event: store.append("session.a", number, [event])


@contextmanager
def _json_storage(folder: Path) -> Iterator[Append]:
    with TinyDB(folder / "tinydb.json", storage=JSONStorage) as table:
        yield lambda _, event: table.insert(event)


@contextmanager
def _sqlite(folder: Path) -> Iterator[Append]:
    with closing(sqlite3.connect(folder / "events.sqlite", isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE events (n INTEGER PRIMARY KEY, event TEXT)")
        yield lambda number, event: base.execute("INSERT INTO events VALUES (?, ?)", (number, json.dumps(event)))


STORES = (
    ("Casewindow's journal", _journal, LENGTHS),
    ("TinyDB JSONStorage", _json_storage, LENGTHS[:2]),
    ("SQLite WAL, synchronous=FULL", _sqlite, LENGTHS),
)


def _milliseconds(append: Append, number: int) -> float:
    event = _event(number)
    start = time.perf_counter()
    append(number, event)
    return (time.perf_counter() - start) * 1000


def _timings(append: Append, lengths: tuple[int, ...]) -> Iterator[tuple[int, list[float]]]:
    """The times of the appends around each length; those in between are made and not timed."""
    number = 0
    for length in lengths:
        while number < length:
            append(number, _event(number))
            number += 1
        yield length, [_milliseconds(append, number + more) for more in range(TIMED)]
        number += TIMED


def main(folder: Path | None = None) -> None:
    """Print a line for each store and length."""
    sys.stdout.write(f"{'store':30}{'event':>8}{'median ms':>12}{'p95 ms':>10}\n")
    for name, opened, lengths in STORES:
        with tempfile.TemporaryDirectory(dir=folder) as place, opened(Path(place)) as append:
            for length, times in _timings(append, lengths):
                p95 = quantiles(times, n=20)[-1]
                sys.stdout.write(f"{name:30}{length:>8,}{median(times):>12.2f}{p95:>10.2f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
