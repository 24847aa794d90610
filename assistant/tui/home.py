"""The first screen: reviews with their sessions, and where each stands."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, DataTable, Footer, Static

from assistant.shown import counted, inert
from assistant.tui.desk import Desk, Start
from assistant.tui.room import Lesson, Room
from assistant.tui.sheets import Wait
from assistant.tui.words import LOUD, QUIET, one_line, plain

if TYPE_CHECKING:
    from assistant.tui.listing import Row
    from models.review import Person

WELCOME = (
    "No reviews here yet.\n\nStart a review when you have a case in mind; it may be everyday work that went well. "
    "Or open the worked example first: a fictional review in a workspace that is thrown away, where nothing can go "
    "wrong.\n"
)


class Home(Room):
    """The list of reviews."""

    TEACHES: ClassVar = (
        Lesson("↑ ↓ Enter", "open the review or session in the line"),
        Lesson("n", "new review", "new_review"),
        Lesson("s", "new session of the review in the line", "new_session"),
        Lesson("q", "supervisor's queue: closed sessions that wait", "queue"),
        Lesson("e", "export the review in the line to a file", "export"),
        Lesson("w", "who is at the keyboard: choose or add a person", "who"),
        Lesson("x", "open the worked example (fictional, thrown away afterwards)", "example"),
        Lesson("?", "help"),
    )
    ABOUT = (
        "Your reviews, each with its sessions. A review is one case; a session is one sitting in which questions are "
        "asked and answered. Choose a line and press Enter to go on with it."
    )
    BINDINGS: ClassVar = [
        Binding("n", "new_review", "Review"),
        Binding("s", "new_session", "Session"),
        Binding("q", "queue", "Queue"),
        Binding("e", "export", "Export"),
        Binding("w", "who", "Who"),
        Binding("x", "example", "Example", show=False),
        Binding("question_mark,f1", "help", "Help", key_display="?"),
        Binding("escape", "leave", "Back", show=False),
    ]
    DEFAULT_CSS = """
    Home #top { height: 1; background: $panel; padding: 0 1; }
    Home DataTable { height: 1fr; }
    Home #welcome { height: 1fr; padding: 1 2; display: none; }
    Home.empty #welcome { display: block; }
    Home.empty DataTable { display: none; }
    Home #welcome Button { margin-right: 2; }
    Home #welcome Horizontal { height: auto; }
    """

    def __init__(self, desk: Desk, start: Start | None = None, example: Path | None = None) -> None:
        """List the workspace's reviews; with an example, play it in first."""
        super().__init__(desk)
        self._start, self._example = start or Start(), example
        self.listed: list[Row] = []
        self._ready = False

    def compose(self) -> ComposeResult:
        """Who is here, the list or the welcome, the keys."""
        yield Static(id="top", markup=False)
        with VerticalScroll(id="welcome", can_focus=False):
            yield Static(plain(WELCOME), markup=False)
            with Horizontal():
                yield Button(Content("Start a review"), id="new_review", variant="primary")
                yield Button(Content("Open the worked example"), id="example")
        table: DataTable[Text] = DataTable(cursor_type="row", zebra_stripes=False)
        yield table
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the list; the rest follows in its own time."""
        self._show_top()
        self.call_after_refresh(self._begin)

    def on_screen_resume(self) -> None:
        """Read the list again after another screen was on top."""
        if self._ready:
            self.refresh_rows()

    @work
    async def _begin(self) -> None:
        if self._example is not None:
            await self._play(self._example)
        await self._read_rows()
        self._ready = True
        await self.attempt(lambda: import_module("assistant.tui.opening"))
        from assistant.tui.people import settle_person  # noqa: PLC0415  # not before the first frame

        await settle_person(self, named=self._start.by)
        self._show_top()
        self.tell_news()
        if self._start.session:
            from assistant.tui.opening import begin_as_told  # noqa: PLC0415  # only where a session was named

            await begin_as_told(self, self._start)

    async def _play(self, example: Path) -> None:
        wait = Wait("Preparing the worked example: a fictional review is played in. This takes some seconds.")
        await self.app.push_screen(wait)
        led = await self.attempt(lambda: _played(self.desk, example))
        wait.dismiss()
        if led is not None:
            self.desk.person = led.value

    @work(exclusive=True, group="rows")
    async def refresh_rows(self) -> None:
        """Read the list again."""
        await self._read_rows()
        self._show_top()

    async def _read_rows(self) -> None:
        read = await self.attempt(lambda: _rows(self.desk))
        if read is None:
            return
        self.listed = read.value
        self.set_class(not self.listed, "empty")
        self._fill()
        if not self.listed and self.app.screen is self:
            self.query_one("#new_review", Button).focus()
        elif self.listed and self.app.screen is self:
            self.query_one(DataTable).focus()

    def _fill(self) -> None:
        table = self.query_one(DataTable)
        at = table.cursor_row
        table.clear(columns=True)
        wide = min(max(20, self.size.width - 48), 90)
        table.add_column(Text("Review and sessions"), width=wide)
        table.add_column(Text("Where it stands"), width=28)
        table.add_column(Text("Undecided"), width=9)
        for row in self.listed:
            style = "bold" if row.session is None else ""
            indent = "" if row.session is None else "  "
            what = indent + one_line(row.what, wide - len(indent))
            undecided = counted(row.undecided, "tag") if row.undecided else ""
            table.add_row(Text(what, style), Text(row.stands), Text(undecided))
        table.move_cursor(row=min(at, len(self.listed) - 1) if self.listed else 0)

    def on_resize(self) -> None:
        """Give the first column what the screen has."""
        if self.listed:
            self._fill()

    def _show_top(self) -> None:
        person = self.desk.person
        who = f"{person.name} ({person.role.value})" if person else "nobody at the keyboard yet"
        where = "PRACTICE, thrown away at the end" if self.desk.practice else f"workspace {self.desk.folder}"
        top = Content.assemble(("Casewindow", LOUD), f" · {inert(who)}", (f" · {inert(where)}", QUIET))
        self.query_one("#top", Static).update(top)

    @property
    def row(self) -> "Row | None":
        """The line the cursor is in."""
        table = self.query_one(DataTable)
        return self.listed[table.cursor_row] if 0 <= table.cursor_row < len(self.listed) else None

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "example":
            self.action_example()
        else:
            self.action_new_review()

    @on(DataTable.RowSelected)
    @work
    async def _selected(self) -> None:
        from assistant.tui.opening import open_row  # noqa: PLC0415  # loads the conversation

        if self.row is not None:
            await open_row(self, self.row)

    @work
    async def action_new_review(self) -> None:
        """Start a review, and go on to its first session."""
        from assistant.tui.opening import new_review  # noqa: PLC0415  # loads the forms

        await new_review(self)

    @work
    async def action_new_session(self) -> None:
        """Begin a session of the review in the line."""
        from assistant.tui.opening import new_session  # noqa: PLC0415  # loads the forms

        if self.row is None:
            self.tell("Start a review first: press n.")
        else:
            await new_session(self, self.row.review)

    @work
    async def action_queue(self) -> None:
        """Open the supervisor's queue."""
        from assistant.tui.opening import open_queue  # noqa: PLC0415  # loads the queue

        await open_queue(self)

    @work
    async def action_export(self) -> None:
        """Write the review in the line to a file."""
        from assistant.tui.exporting import export_review  # noqa: PLC0415  # only when asked for

        if self.row is None:
            self.tell("There is no review to export yet.")
        else:
            await export_review(self, self.row.review)

    @work
    async def action_who(self) -> None:
        """Choose or add who is at the keyboard."""
        from assistant.tui.people import choose_person  # noqa: PLC0415  # only when asked for

        await choose_person(self)
        self._show_top()

    @work
    async def action_example(self) -> None:
        """Open the worked example in a workspace that is thrown away."""
        from assistant.tui.opening import open_example  # noqa: PLC0415  # heavy

        await open_example(self)

    def action_leave(self) -> None:
        """Back from the practice workspace to one's own."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.tell("This is the first screen; Ctrl+Q leaves Casewindow.")


def _rows(desk: Desk) -> "list[Row]":
    """Read the list; loads the program the first time."""
    from assistant.tui.listing import rows  # noqa: PLC0415  # not before the first frame

    return rows(desk.program)


def _played(desk: Desk, example: Path) -> "Person":
    """Play an example into the desk's workspace. Returns who led it."""
    from assistant.examples import play_for_practice  # noqa: PLC0415  # heavy

    return play_for_practice(desk.program, example)
