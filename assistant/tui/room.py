"""What every screen shares: the desk it works at, saying things, and doing slow things away from the keyboard."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from assistant.shown import inert
from assistant.tui.desk import Desk
from assistant.tui.once import LeftOnce
from assistant.tui.sheets import Tell
from models.errors import CasewindowError

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Done(Generic[_T]):
    """What came of something that could be done."""

    value: _T


@dataclass(frozen=True, slots=True)
class Lesson:
    """A key, and what it does: taught by the help, offered by the palette where it names an action."""

    key: str
    does: str
    action: str = ""


class Room(LeftOnce[None]):
    """A screen over a desk."""

    TEACHES: ClassVar[tuple[Lesson, ...]] = ()
    ABOUT: ClassVar[str] = ""
    """What one does on this screen, in a few sentences."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        super().__init__()
        self.desk = desk

    def tell(self, sentence: str) -> None:
        """Say something in passing, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(inert(sentence), markup=False, timeout=5)

    def warn(self, error: Exception) -> None:
        """Say in one sentence what could not be done."""
        self.notify(inert(str(error)), severity="warning", markup=False, timeout=10)

    async def attempt(self, act: Callable[[], _T]) -> Done[_T] | None:
        """Do something in a thread. Where it cannot be done, says so and returns None."""
        try:
            return Done(await asyncio.to_thread(act))
        except (CasewindowError, OSError) as error:
            self.warn(error)
            return None

    def tell_news(self) -> None:
        """Say what could not be read or had to be recovered, so that it has to be read."""
        if news := self.desk.news():
            title = "Not everything could be read" if self.desk.program.workspace.unreadable else "Recovered"
            self.app.push_screen(Tell(title, "\n\n".join(news)))

    def action_help(self) -> None:
        """Teach the keys of this screen."""
        from assistant.tui.help import Help  # noqa: PLC0415  # only when asked for

        self.app.push_screen(Help(self.ABOUT, self.TEACHES))
