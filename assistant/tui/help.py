"""The help: the keys of the screen one is on."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.tui.room import Lesson
from assistant.tui.sheets import Sheet
from assistant.tui.words import LOUD, QUIET

EVERYWHERE = (
    Lesson("F1", "this help"),
    Lesson("Ctrl+P", "all commands, searched by a word"),
    Lesson("Ctrl+Q", "leave Casewindow; everything is kept"),
)


class Help(Sheet[None]):
    """Teaches the keys of a screen."""

    DEFAULT_CSS = "Help > VerticalScroll { width: 90; }"
    BINDINGS: ClassVar = [("f1,enter,q,question_mark", "leave", "Go back")]

    def __init__(self, about: str, lessons: Sequence[Lesson]) -> None:
        """Teach these keys."""
        super().__init__()
        self._about, self._lessons = about, (*lessons, *EVERYWHERE)

    def compose(self) -> ComposeResult:
        """What one does here, then key by key."""
        width = max(len(lesson.key) for lesson in self._lessons) + 3
        parts: list[tuple[str, str]] = [(f"{self._about}\n\n", "")]
        for lesson in self._lessons:
            parts += [(lesson.key.ljust(width), LOUD), (f"{lesson.does}\n", "")]
        with VerticalScroll() as box:
            box.border_title = "Help"
            yield Static(Content.assemble(*parts, ("\nEsc goes back.", QUIET)), markup=False)
