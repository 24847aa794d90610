"""The store in a folder on one machine: a TinyDB over a journal for each stream."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import cast

from tinydb import TinyDB

from models.errors import UsageError
from sessions.disk import explained
from sessions.frames import Document, decoded, encoded
from sessions.journal import JournalStorage
from sessions.store import checked_stream

_ENDING = ".journal"


class TinyDBStore:
    """An EventStore in `folder/streams`; the folder comes into being with the first append, not with a look."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; streams are opened when they are first asked for."""
        self._folder = folder / "streams"
        self._streams: dict[str, TinyDB] = {}
        self._alone = RLock()

    def append(self, stream: str, expected_position: int, events: Sequence[Document]) -> int:
        """Keep the events, all or none, on disk before this returns, and answer with the new position."""
        with self._alone:
            return _journal(self._opened(stream)).append(events, expected=expected_position)

    def read(self, stream: str, after: int = 0) -> tuple[Document, ...]:
        """The events behind the first `after`, with those other processes have added since."""
        with self._alone:
            table = self._fresh(stream)
            numbers = range(max(after, 0) + 1, len(table) + 1)
            return decoded(encoded([dict(table.get(doc_id=number) or {}) for number in numbers]))

    def position(self, stream: str) -> int:
        """How many events the stream holds."""
        with self._alone:
            return len(self._fresh(stream))

    def list(self) -> tuple[str, ...]:
        """The names of the streams that have a file, sorted."""
        with explained("read", self._folder):
            try:
                return tuple(sorted(_names(self._folder)))
            except FileNotFoundError:
                return ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What had to be recovered in the streams opened so far, in plain sentences."""
        with self._alone:
            return tuple(notice for table in self._streams.values() for notice in _journal(table).notices)

    def close(self) -> None:
        """Let go of every stream; one that is asked for again is opened again."""
        with self._alone:
            for table in self._streams.values():
                table.close()
            self._streams.clear()

    def _fresh(self, stream: str) -> TinyDB:
        """The stream as its file is now."""
        table = self._opened(stream)
        _journal(table).refresh()
        return table

    def _opened(self, stream: str) -> TinyDB:
        """The stream, opened the first time it is asked for."""
        path = self._folder / f"{checked_stream(stream)}{_ENDING}"
        if stream not in self._streams:
            self._streams[stream] = TinyDB(path, storage=JournalStorage)
        return self._streams[stream]


def _journal(table: TinyDB) -> JournalStorage:
    """The journal under a table that `_opened` made."""
    return cast(JournalStorage, table.storage)


def _names(folder: Path) -> Iterator[str]:
    """The streams that have a file, be it empty: one that holds too little is told of when it is opened."""
    for path in folder.iterdir():
        if path.suffix == _ENDING and _is_stream(path.stem):
            yield path.stem


def _is_stream(name: str) -> bool:
    try:
        return bool(checked_stream(name))
    except UsageError:
        return False
