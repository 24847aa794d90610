"""What is known of a journal file: the events in memory, and how far the file is believed. Never changes the file."""

import os
from pathlib import Path

from models.errors import CasewindowError, DamageError
from sessions.disk import bytes_from, explained, opened
from sessions.frames import HASH_LENGTH, HEADER, START, VERSION, Document, Place, Scan, header_version, scan
from sessions.mending import kept_name


class Mirror:
    """The events of one journal, numbered from 1 as TinyDB numbers its documents."""

    def __init__(self, path: Path) -> None:
        """Read the file if there is one."""
        self.path = path
        self.forget()
        self.refresh()

    def forget(self) -> None:
        """Know nothing, as before the file was opened."""
        self.events: dict[str, Document] = {}
        self.place, self.torn, self.damaged = Place(), 0, False

    def refresh(self) -> None:
        """Read in what was added since, by whichever process."""
        with explained("read", self.path):
            try:
                with opened(self.path, os.O_RDONLY) as handle:
                    self._catch_up(handle)
            except FileNotFoundError:
                self.forget()

    def take(self, found: Scan) -> None:
        """Know what was found behind the present place as well."""
        start = len(self.events) + 1
        self.events.update((str(number), event) for number, event in enumerate(found.events, start))
        self.place, self.torn, self.damaged = found.place, found.torn, found.damaged

    def damage(self, fate: str, kept: Path) -> str:
        """The sentence on damage; `fate` says what becomes of the damaged file, which lies at `kept`."""
        return (
            f"Line {self.place.lines + 1} of {self.path} does not read as it was written; {_counted(len(self.events))} "
            f"before it could be recovered, and the damaged file {fate} {kept}."
        )

    @property
    def complaint(self) -> str:
        """What is wrong at the end of the file as it lies there now; empty where nothing is."""
        if self.damaged:
            return self.damage("stays as it is until the next write and is then kept as", kept_name(self.path))
        if self.torn:
            return f"The last {self.torn} bytes of {self.path} were an unfinished write and were set aside."
        return ""

    def _catch_up(self, handle: int) -> None:
        """Read on from the present place, or from the start where the file is no longer the one that was read."""
        place = self.place
        if place.size and os.pread(handle, HASH_LENGTH, place.last) == place.hash.encode():
            found = scan(bytes_from(handle, place.size), place)
            if not found.damaged:
                return self.take(found)
        self.forget()
        return self.take(self._whole(bytes_from(handle, 0)))

    def _whole(self, data: bytes) -> Scan:
        """What a file holds, read from its first byte."""
        if data.startswith(HEADER):
            return scan(data[len(HEADER) :], START)
        if HEADER.startswith(data):
            return Scan((), Place(), torn=len(data))
        if (header_version(data.partition(b"\n")[0]) or 0) > VERSION:
            raise CasewindowError(f"{self.path} was written by a newer Casewindow; update Casewindow to open it.")
        raise DamageError(
            f"The first line of {self.path} does not read as it was written, so nothing in it can be trusted; "
            "the file was left as it is: put a copy from your backup in its place, or move it away to start afresh."
        )


def _counted(events: int) -> str:
    return "1 event" if events == 1 else f"{events} events"
