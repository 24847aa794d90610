"""Events as models, and the sentences on files that hold none."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from models.errors import DamageError
from models.session import SESSION_EVENT, SessionStarted
from sessions.store import Document, EventStore

_Event = TypeVar("_Event")

NO_PEOPLE = (
    "The file of the people of this workspace, `workspace.journal`, is missing or empty, so it is not known who led "
    "its sessions; restore it from a backup."
)


def parsed(adapter: TypeAdapter[_Event], documents: Iterable[Document], where: str) -> list[_Event]:
    """Stored events as models. Raises DamageError where this version does not know one of them."""
    try:
        return [adapter.validate_python(each, strict=False) for each in documents]
    except ValidationError as error:
        raise DamageError(
            f"`{where}` holds an entry that this version of Casewindow does not know; update Casewindow first."
        ) from error


def review_of(store: EventStore, session: str) -> str:
    """The review that a session says it belongs to. Raises CasewindowError where its file cannot be read."""
    first = parsed(SESSION_EVENT, store.read(f"session.{session}")[:1], session)
    if not first or not isinstance(first[0], SessionStarted):
        raise DamageError(without_entry("session", session))
    return first[0].review


def without_entry(kind: str, name: str) -> str:
    """The sentence on a file in which nothing whole stands; `kind` is "review" or "session"."""
    return (
        f"The file of {kind} `{name}` holds no whole entry; restore it from a backup, or remove it where that {kind} "
        "was never begun."
    )


def homeless(review: str, sessions: Iterable[str]) -> str:
    """The sentence on sessions whose review is not there."""
    named = ", ".join(f"`{session}`" for session in sessions)
    return (
        f"The file of review `{review}` is missing or cannot be read, so what belongs to it is not shown ({named}); "
        f"restore `review.{review}.journal` from a backup."
    )
