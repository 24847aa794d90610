"""The application: the first screen, the palette, and the tagger made ready while the person reads."""

import asyncio
import contextlib
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import App, SystemCommand
from textual.screen import Screen

from assistant.tui.desk import Desk, Start
from assistant.tui.home import Home
from assistant.tui.room import Room

_NOT_HERE = frozenset({"Screenshot", "Keys", "Maximize", "Minimize"})
"""Commands of the palette that only developers of screens need, or that the help does better."""


class CasewindowApp(App[None]):
    """Casewindow on a terminal."""

    TITLE = "Casewindow"
    BINDINGS: ClassVar = [("ctrl+q", "quit", "Quit")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # as the base class has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (14, "-tall")]  # noqa: RUF012  # the same
    CSS = """
    ToastRack { dock: top; align: right top; margin: 1 0 0 0; }
    """

    def __init__(self, desk: Desk, start: Start | None = None, example: Path | None = None) -> None:
        """Work at a desk. With an example: it is played into the desk's workspace first."""
        super().__init__()
        self.desk = desk
        self._start = start or Start()
        self._example = example
        self.lent: list[Path] = []
        """Throw-away folders that were made for the worked example."""

    def get_default_screen(self) -> Screen[None]:
        """The list of reviews."""
        return Home(self.desk, self._start, self._example)

    def on_mount(self) -> None:
        """Load what answers will need once the first screen stands."""
        self.set_timer(0.3, self.warm_up)

    @work
    async def warm_up(self) -> None:
        """Load bank and tagger away from the keyboard. Where that fails, the answer that needs them says so."""
        with contextlib.suppress(Exception):
            await asyncio.to_thread(self.desk.bank)
            await asyncio.to_thread(self.desk.program.tagger.read, "")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own commands and those of the screen one is on."""
        if isinstance(screen, Room):
            for lesson in screen.TEACHES:
                if lesson.action:
                    title = lesson.does[0].upper() + lesson.does[1:]
                    act = partial(screen.run_action, lesson.action)
                    yield SystemCommand(title, f"key: {lesson.key}", act)
        for command in super().get_system_commands(screen):
            if command.title not in _NOT_HERE:
                yield command

    def _fatal_error(self) -> None:
        """Say one sentence where something went wrong that nobody foresaw; a traceback helps no reviewer."""
        kind = type(self._exception).__name__
        self._exit_renderables.append(
            Text(
                f"Casewindow met something it did not foresee ({kind}) and stopped; every answer given before is kept, "
                "and so is the draft. Start it again to go on, and please report what you did."
            )
        )
        self._close_messages_no_wait()

    def practice_desk(self) -> Desk:
        """A desk over a workspace that is thrown away when the application ends."""
        folder = Path(tempfile.mkdtemp(prefix="casewindow-practice-"))
        self.lent.append(folder)
        own = self.desk.program
        return Desk(lambda: replace(own, folder=folder, own_tagger=own.tagger), folder, practice=True)


def run(desk: Desk, start: Start | None = None, example: Path | None = None) -> int:
    """Run the application until the person leaves. Returns the exit code."""
    app = CasewindowApp(desk, start, example)
    try:
        app.run()
    finally:
        for folder in app.lent:
            shutil.rmtree(folder, ignore_errors=True)
    return app.return_code or 0
