"""A form over a screen: a few lines to fill in. Enter moves on, Ctrl+S or the button keeps it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Label, Static

from assistant.shown import inert
from assistant.tui.sheets import Choose, Sheet
from assistant.tui.words import QUIET, plain


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Label and value of each, where one is chosen; empty where words are typed."""
    most: int = 120
    """Characters it may have."""


Given = dict[str, str]


class Pick(Static, can_focus=True):
    """One of a few things: Enter lists them by number."""

    DEFAULT_CSS = """
    Pick { height: 1; background: $boost; padding: 0 1; }
    Pick:focus { background: $primary; color: $text; text-style: bold; }
    """
    BINDINGS: ClassVar = [("enter,space,down", "pick", "List")]

    class Picked(Message):
        """Something was picked."""

    def __init__(self, field: Field) -> None:
        """Offer the field's choices."""
        super().__init__(id=field.name, markup=False)
        self._field, self.value = field, field.value

    def render(self) -> Content:
        """What is picked, or how to pick."""
        labels = {value: label for label, value in self._field.choices}
        return Content(f"▸ {inert(labels.get(self.value, self._field.hint))}")

    def on_click(self) -> None:
        """A click lists the choices as Enter does."""
        self.action_pick()

    def action_pick(self) -> None:
        """List the choices."""
        values = [value for _, value in self._field.choices]
        at = values.index(self.value) if self.value in values else 0
        choices = [(label, "") for label, _ in self._field.choices]
        self.app.push_screen(Choose(self._field.label, choices, at), self._take)

    def _take(self, place: int | None) -> None:
        if place is not None:
            self.value = self._field.choices[place][1]
            self.refresh()
            self.post_message(self.Picked())


class Form(Sheet[Given]):
    """Lines to fill in. `check` returns one sentence saying what is missing, or an empty one."""

    DEFAULT_CSS = """
    Form Label { width: 14; padding-right: 1; }
    Form Input, Form Pick { width: 1fr; }
    Form Horizontal.line { margin-bottom: 1; }
    Form #wrong { color: $text-warning; text-style: bold; height: auto; }
    """
    BINDINGS: ClassVar = [Binding("ctrl+s", "keep", "Keep", priority=True)]

    def __init__(
        self, title: str, fields: Sequence[Field], check: Callable[[Given], str], *, intro: str = "", keep: str = "Keep"
    ) -> None:
        """Show the lines under the title."""
        super().__init__()
        self._title, self._fields, self._check, self._intro, self._keep = title, fields, check, intro, keep

    def compose(self) -> ComposeResult:
        """Intro, the lines, what is wrong, the buttons."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = inert(self._title)
            if self._intro:
                yield Static(plain(self._intro + "\n"), markup=False)
            for field in self._fields:
                with Horizontal(classes="line"):
                    yield Label(Content(field.label))
                    yield _line(field)
            yield Static("", id="wrong", markup=False)
            with Horizontal():
                yield Button(Content(self._keep), id="keep", variant="primary", compact=True)
                yield Button(Content("Leave"), id="leave", compact=True)
            yield Static(plain("Enter moves on · Ctrl+S keeps it · Esc leaves", QUIET), markup=False)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == self._fields[-1].name:
            self.action_keep()
        else:
            self.focus_next()

    @on(Pick.Picked)
    def _picked(self) -> None:
        self.focus_next()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "keep":
            self.action_keep()
        else:
            self.action_leave()

    def action_keep(self) -> None:
        """Give what was filled in, or say in one sentence what is wrong."""
        given = {field.name: self._value(field) for field in self._fields}
        wrong = self._check(given)
        if wrong:
            self.query_one("#wrong", Static).update(plain(f"! {wrong}"))
        else:
            self.dismiss(given)

    def _value(self, field: Field) -> str:
        if field.choices:
            return self.query_one(f"#{field.name}", Pick).value
        return " ".join(self.query_one(f"#{field.name}", Input).value.split())


def _line(field: Field) -> Input | Pick:
    if field.choices:
        return Pick(field)
    return Input(field.value, placeholder=field.hint, id=field.name, compact=True, max_length=field.most)
