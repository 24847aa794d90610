"""The supervisor's queue: closed sessions that wait, the longest waiting first."""

from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import DataTable, Footer, Static

from assistant.queue import Waiting, waiting
from assistant.shown import counted, inert
from assistant.tui.desk import Desk
from assistant.tui.room import Lesson, Room
from assistant.tui.words import LOUD, QUIET, one_line, plain


class Queue(Room):
    """What waits for a supervisor."""

    TEACHES: ClassVar = (
        Lesson("↑ ↓ Enter", "go through the tags of the session in the line"),
        Lesson("Esc", "to the list of reviews", "leave"),
    )
    ABOUT = "Closed sessions of all reviews that nobody has signed off, the longest waiting first."
    BINDINGS: ClassVar = [
        Binding("question_mark,f1", "help", "Help", key_display="?"),
        Binding("escape,q", "leave", "Reviews", key_display="Esc"),
    ]
    DEFAULT_CSS = """
    Queue #top { height: 1; background: $panel; padding: 0 1; }
    Queue #none { padding: 1 2; display: none; }
    Queue.empty #none { display: block; }
    Queue.empty DataTable { display: none; }
    Queue DataTable { height: 1fr; }
    """

    def __init__(self, desk: Desk) -> None:
        """Read the queue of a desk's workspace."""
        super().__init__(desk)
        self.listed: list[Waiting] = []

    def compose(self) -> ComposeResult:
        """Who supervises, what waits, the keys."""
        yield Static(id="top", markup=False)
        yield Static(plain("No closed session waits for a supervisor. Esc goes back."), id="none", markup=False)
        table: DataTable[Text] = DataTable(cursor_type="row")
        yield table
        yield Footer()

    def on_screen_resume(self) -> None:
        """Read the queue again."""
        person = self.desk.person
        who = f" · {inert(person.name)} ({person.role.value})" if person else ""
        keys = (" · Enter opens the line", QUIET)
        self.query_one("#top", Static).update(Content.assemble(("Supervisor's queue", LOUD), who, keys))
        self.refresh_rows()

    @work(exclusive=True, group="rows")
    async def refresh_rows(self) -> None:
        """Read what waits."""
        read = await self.attempt(lambda: waiting(self.desk.program.workspace))
        if read is None:
            return
        self.listed = read.value
        self.set_class(not self.listed, "empty")
        table = self.query_one(DataTable)
        table.clear(columns=True)
        for heading, width in (("Waits since", 17), ("Review", max(16, self.size.width - 68)), ("With", 20)):
            table.add_column(Text(heading), width=width)
        table.add_column(Text("To decide"), width=20)
        for each in self.listed:
            self._add(table, each)
        table.focus()
        self.tell_news()

    def _add(self, table: "DataTable[Text]", each: Waiting) -> None:
        table.add_row(
            Text(f"{each.since.astimezone():%d %b %Y %H:%M}"),
            Text(one_line(each.title)),
            Text(one_line(each.respondent, 20)),
            Text(f"{each.undecided} of {counted(each.tags, 'tag')}"),
        )

    @on(DataTable.RowSelected)
    @work
    async def _selected(self, event: DataTable.RowSelected) -> None:
        from assistant.tui.supervision import Supervision  # noqa: PLC0415  # only where one is opened

        chosen = self.listed[event.cursor_row]
        opened = await self.attempt(lambda: self.desk.open_session(chosen.session))
        if opened is not None:
            self.app.push_screen(Supervision(self.desk, opened.value, chosen.title))

    def action_leave(self) -> None:
        """To the list of reviews."""
        self.dismiss()
