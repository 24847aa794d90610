"""What keeps events: the one door, and its twin that lives in memory."""

from collections.abc import Sequence
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

from models.base import Identifier
from models.errors import ConflictError, UsageError
from sessions.frames import JSON, Document, decoded, encoded

__all__ = ["JSON", "Document", "EventStore", "MemoryStore", "checked_id", "checked_stream", "require_position"]

_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


class EventStore(Protocol):
    """Streams of events, each an append-only list; a position is the number of events before it."""

    def append(self, stream: str, expected_position: int, events: Sequence[Document]) -> int:
        """Keep the events, all or none, and answer with the new position.

        Note: they outlast a power cut once this returns. ConflictError where the stream is not at `expected_position`.
        """
        ...

    def read(self, stream: str, after: int = 0) -> tuple[Document, ...]:
        """The events behind the first `after`; none for a stream nobody has written to."""
        ...

    def position(self, stream: str) -> int:
        """How many events the stream holds."""
        ...

    def list(self) -> tuple[str, ...]:
        """The names of the streams that were written to, sorted; one may have lost its events since."""
        ...

    @property
    def notices(self) -> tuple[str, ...]:
        """What had to be recovered in the streams opened so far, in plain sentences."""
        ...

    def close(self) -> None:
        """Let go of everything held open."""
        ...


class MemoryStore:
    """A store that forgets when the program ends."""

    def __init__(self) -> None:
        """Start with no streams."""
        self._streams: dict[str, tuple[Document, ...]] = {}

    def append(self, stream: str, expected_position: int, events: Sequence[Document]) -> int:
        """Keep the events, all or none, and answer with the new position."""
        before = self._events(stream)
        require_position(stream, len(before), expected_position)
        if events:
            self._streams[stream] = before + decoded(encoded(events))
        return len(before) + len(events)

    def read(self, stream: str, after: int = 0) -> tuple[Document, ...]:
        """The events behind the first `after`."""
        return decoded(encoded(self._events(stream)[max(after, 0) :]))

    def position(self, stream: str) -> int:
        """How many events the stream holds."""
        return len(self._events(stream))

    def list(self) -> tuple[str, ...]:
        """The names of the streams that hold events, sorted."""
        return tuple(sorted(self._streams))

    @property
    def notices(self) -> tuple[str, ...]:
        """Nothing: memory is not recovered."""
        return ()

    def close(self) -> None:
        """Nothing is held open."""

    def _events(self, stream: str) -> tuple[Document, ...]:
        return self._streams.get(checked_stream(stream), ())


def checked_id(name: str) -> str:
    """The id as given, or a sentence where it is none; so no id can lead out of its folder."""
    try:
        return _IDENTIFIER.validate_python(name)
    except ValidationError as problem:
        raise UsageError(
            f"{name!r} is not an id; use lower-case letters and digits, joined by dots, dashes or underscores."
        ) from problem


def checked_stream(name: str) -> str:
    """The name as given, or a sentence where it is none of `workspace`, `review.<id>` and `session.<id>`."""
    kind, _, rest = name.partition(".")
    if name != "workspace":
        if kind not in {"review", "session"}:
            raise UsageError(f"{name!r} names no stream; use workspace, review.<id> or session.<id>.")
        checked_id(rest)
    return name


def require_position(name: str, position: int, expected: int) -> None:
    """Refuse to go on where a stream is not where the writer believes it to be."""
    if position != expected:
        raise ConflictError(
            f"Nothing was written to {name}: it holds {position} events where {expected} were expected, because it was "
            "changed elsewhere meanwhile; open it again and go on from what it holds now."
        )
