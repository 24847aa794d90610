"""TinyDB's storage as a journal: a file that only grows, and a table in memory that mirrors it.

A reader believes what fits and changes nothing. A writer holds the lock, reads what others have added since, cuts off
an unfinished write or mends damage, and then adds one line: the events of one append, whole or not at all.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from tinydb.storages import Storage

from models.errors import CasewindowError
from sessions.disk import explained, make_folder, opened, sync_folder, write_all
from sessions.frames import HEADER, START, Document, Scan, decoded, encoded, framed
from sessions.mending import mend
from sessions.mirror import Mirror
from sessions.store import require_position

_TABLE = "_default"


class JournalStorage(Storage):
    """One stream of events in one file. `read` and `write` are what TinyDB asks for; `append` is the fast way."""

    def __init__(
        self,
        path: Path,
        *,
        write: Callable[[int, bytes], int] = os.write,
        sync: Callable[[int], None] = os.fsync,
        patience: float = 10.0,
    ) -> None:
        """Read the file if there is one; `patience` is how many seconds a writer waits for another."""
        self._path = Path(path)
        self._write, self._sync, self._patience = write, sync, patience
        self._told: tuple[str, ...] = ()
        self._mirror = Mirror(self._path)

    @property
    def position(self) -> int:
        """How many events are known."""
        return len(self._mirror.events)

    @property
    def notices(self) -> tuple[str, ...]:
        """What was recovered, and what the next writer will set right."""
        complaint = self._mirror.complaint
        return (*self._told, complaint) if complaint else self._told

    def refresh(self) -> None:
        """Read in what other processes have added since."""
        self._mirror.refresh()

    def read(self) -> dict[str, dict[str, Any]]:
        """The table as TinyDB wants it, without going to the disk."""
        return {_TABLE: self._mirror.events}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Add what is new in `data`; refuse it where anything kept before is changed or missing.

        Note: compares with the file read afresh, as TinyDB changes the very mappings it was lent.
        """
        self._mirror.forget()
        self._mirror.refresh()
        table = data.get(_TABLE, {})
        numbers = [str(number) for number in range(1, len(table) + 1)]
        kept = {number: table.get(number) for number in numbers[: self.position]}
        if set(data) - {_TABLE} or list(table) != numbers or kept != self._mirror.events:
            raise CasewindowError(f"{self._path} was not changed: events are added, never altered or taken out.")
        self.append([table[number] for number in numbers[self.position :]], expected=self.position)

    def append(self, documents: Sequence[Document], *, expected: int | None = None) -> int:
        """Keep the documents as one line and answer with the new position.

        Note: on disk once this returns; ConflictError where the journal is not at `expected`.
        """
        payload = encoded(documents)
        if not documents:
            return self._checked(expected)
        with explained("write", self._path), self._locked():
            self._checked(expected)
            self._set_right()
            self._add(payload)
        return self.position

    def _checked(self, expected: int | None) -> int:
        """The position by the file as it is now, once it is the one expected."""
        self.refresh()
        require_position(self._path.stem, self.position, self.position if expected is None else expected)
        return self.position

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the journal against every other writer, in this process or another."""
        make_folder(self._path.parent)
        lock = FileLock(f"{self._path}.lock", mode=0o600)
        try:
            lock.acquire(timeout=self._patience, poll_interval=0.01)
        except Timeout as problem:
            raise CasewindowError(
                f"Nothing was written to {self._path} because another program has been writing to it for "
                f"{self._patience:g} seconds; close the other one and try again."
            ) from problem
        try:
            yield
        finally:
            lock.release()

    def _set_right(self) -> None:
        """Leave nothing behind the place the next line goes to, and say what was there."""
        mirror = self._mirror
        if mirror.damaged:
            kept = mend(self._path, mirror.place.size)
            self._told += (mirror.damage("is kept as", kept),)
        elif mirror.torn:
            with opened(self._path, os.O_RDWR) as handle:
                os.ftruncate(handle, mirror.place.size)
            self._told += (mirror.complaint,)
        mirror.torn, mirror.damaged = 0, False

    def _add(self, payload: bytes) -> None:
        """Write one line, the header before it in a new file, and know its events once it is safe."""
        size = self._mirror.place.size
        before, place = (b"", self._mirror.place) if size else (HEADER, START)
        line, events = framed(place.hash, payload), decoded(payload)
        with opened(self._path, os.O_RDWR | os.O_CREAT) as handle:
            try:
                os.lseek(handle, size, os.SEEK_SET)
                write_all(handle, before + line, self._write)
                self._sync(handle)
                if not size:
                    sync_folder(self._path.parent)
            except BaseException:
                _take_back(handle, size)
                raise
        self._mirror.take(Scan(events, place.after(line)))


def _take_back(handle: int, size: int) -> None:
    """Leave nothing of a write that was not acknowledged, where the disk still lets us."""
    with suppress(OSError):
        os.ftruncate(handle, size)
        os.fsync(handle)
