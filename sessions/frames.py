"""The lines of a journal as bytes: how one is made, and how far a file can be believed.

A line is a hash, a space, the events of one append as JSON, and a line end. The hash covers the hash before it, so that
a line fits in one place only. The first line, the header, names the format.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from models.errors import CasewindowError

JSON: TypeAlias = "str | int | float | bool | list[JSON] | dict[str, JSON] | None"
"""What a JSON text can hold."""

Document: TypeAlias = dict[str, JSON]
"""One event, as a mapping that JSON can hold."""

FORMAT = "casewindow-journal"
VERSION = 1
HASH_LENGTH = 64
_NO_HASH = "0" * HASH_LENGTH


@dataclass(frozen=True)
class Place:
    """Where the believed part of a journal ends."""

    size: int = 0
    """Its length in bytes."""
    lines: int = 0
    """Its length in lines, the header among them."""
    last: int = 0
    """The byte at which its last line begins."""
    hash: str = _NO_HASH
    """The hash of its last line."""

    def after(self, line: bytes) -> "Place":
        """The place one line further on; `line` has its line end."""
        return Place(self.size + len(line), self.lines + 1, self.size, line[:HASH_LENGTH].decode("ascii"))


@dataclass(frozen=True)
class Scan:
    """What a stretch of a journal turned out to hold."""

    events: tuple[Document, ...]
    """The events of the lines that fit, in order."""
    place: Place
    """Where those lines end."""
    torn: int = 0
    """How many bytes of a last, unfinished line follow."""
    damaged: bool = False
    """Whether what follows was written whole and was changed since."""


def encoded(events: Sequence[Document]) -> bytes:
    """The events as JSON on one line; text the terminal could not decode (lone surrogates) survives too."""
    try:
        listed = [dict(event) for event in events]
        text = json.dumps(listed, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")
    except (TypeError, ValueError, RecursionError) as problem:
        raise CasewindowError(
            f"The event was not kept because it cannot be written down ({problem}); please report this as a mistake."
        ) from problem


def decoded(payload: bytes) -> tuple[Document, ...]:
    """The events of a payload, sharing nothing with anybody else's; raises ValueError where it holds none."""
    events = json.loads(payload.decode("utf-8", "surrogatepass"))
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise ValueError("not a list of events")
    return tuple(events)


def framed(before: str, payload: bytes) -> bytes:
    """The line that keeps `payload` behind the line whose hash is `before`."""
    return f"{_hash(before, payload)} ".encode() + payload + b"\n"


def unframed(before: str, line: bytes) -> bytes | None:
    """The payload of a line without its line end, or None where the line does not fit here."""
    payload = line[HASH_LENGTH + 1 :]
    return payload if line == framed(before, payload)[:-1] else None


def _hash(before: str, payload: bytes) -> str:
    return sha256(before.encode() + payload).hexdigest()


def header(version: int) -> bytes:
    """The first line of a journal; its form stays the same in every version to come."""
    return framed(_NO_HASH, json.dumps({"format": FORMAT, "version": version}).encode())


def header_version(line: bytes) -> int | None:
    """The version a whole first line names, or None where it is no header."""
    payload = unframed(_NO_HASH, line)
    try:
        named = json.loads(payload or b"null")
    except (ValueError, RecursionError):
        return None
    known = isinstance(named, dict) and named.get("format") == FORMAT and isinstance(named.get("version"), int)
    return int(named["version"]) if known else None


def scan(data: bytes, place: Place) -> Scan:
    """Read the lines that follow `place`, up to the first one that does not fit."""
    events: list[Document] = []
    *lines, rest = data.split(b"\n")
    for line in lines:
        found = _events(place.hash, line)
        if found is None:
            return Scan(tuple(events), place, damaged=True)
        events += found
        place = place.after(line + b"\n")
    return Scan(tuple(events), place, torn=len(rest), damaged=_lost_its_end(place.hash, rest))


def _events(before: str, line: bytes) -> tuple[Document, ...] | None:
    """The events of one line, or None where it does not read as it was written."""
    payload = unframed(before, line)
    try:
        return None if payload is None else decoded(payload)
    except (ValueError, RecursionError):
        return None


def _lost_its_end(before: str, rest: bytes) -> bool:
    """Whether the last line was written whole and only its line end was changed since."""
    return unframed(before, rest[:-1]) is not None


HEADER = header(VERSION)
START = Place().after(HEADER)
