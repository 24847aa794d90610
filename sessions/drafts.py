"""The answer being typed: kept beside the events at every change, so that a kill does not cost it."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field

from models.base import Frozen, Moment
from models.errors import DamageError
from sessions.disk import bytes_from, explained, make_folder, opened, replace_whole, sync_folder
from sessions.store import checked_id


class Draft(Frozen):
    """An answer that was typed and not yet given."""

    turn: int = Field(ge=0)
    """The turn it answers; a draft of an earlier turn is out of date."""
    text: str
    """The words as typed."""
    at: Moment
    """When they were kept."""


def _now() -> datetime:
    return datetime.now(UTC)


class Drafts:
    """One draft for each session, in `folder/drafts`; a newer one takes the place of the older one."""

    def __init__(self, folder: Path, *, now: Callable[[], datetime] = _now) -> None:
        """Take the folder; it comes into being with the first draft."""
        self._folder = folder / "drafts"
        self._now = now

    def save(self, session_id: str, turn: int, text: str) -> None:
        """Keep the text, whole or not at all, on disk before this returns."""
        path = self._path(session_id)
        draft = Draft(turn=turn, text=text, at=self._now())
        written = json.dumps({**dict(draft), "at": draft.at.isoformat()})
        with explained("write", path):
            make_folder(self._folder)
            replace_whole(path, written.encode("ascii"), temporary=self._temporary(session_id))

    def load(self, session_id: str) -> Draft | None:
        """The draft last kept, or None; DamageError where its file does not read as it was written."""
        path = self._path(session_id)
        with explained("read", path):
            try:
                with opened(path, os.O_RDONLY) as handle:
                    return Draft.model_validate(json.loads(bytes_from(handle, 0)))
            except FileNotFoundError:
                return None
            except (ValueError, RecursionError) as problem:
                raise DamageError(
                    f"The draft in {path} does not read as it was written and cannot be shown; go on without it, "
                    "the next draft takes its place."
                ) from problem

    def clear(self, session_id: str) -> None:
        """Forget the draft, and what killed programs left of writing one."""
        path = self._path(session_id)
        with explained("remove", path):
            if not self._folder.exists():
                return
            path.unlink(missing_ok=True)
            for left in self._folder.glob(f"{session_id}~*"):
                left.unlink(missing_ok=True)
            sync_folder(self._folder)

    def _path(self, session_id: str) -> Path:
        return self._folder / f"{checked_id(session_id)}.draft"

    def _temporary(self, session_id: str) -> Path:
        """A name of this process alone; no id holds a tilde, so no other session's file can bear it."""
        return self._folder / f"{session_id}~{os.getpid()}"
