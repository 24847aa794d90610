"""Sheets laid over a screen: to be told, asked, to choose by number, to write a line. Typed by what they return."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, LoadingIndicator, OptionList, Static
from textual.widgets.option_list import Option

from assistant.shown import inert
from assistant.tui.once import LeftOnce
from assistant.tui.words import LOUD, QUIET, plain

_T = TypeVar("_T")


class Sheet(LeftOnce[_T], ModalScreen[_T]):
    """A sheet over a screen; Esc lays it aside."""

    DEFAULT_CSS = """
    Sheet { align: center middle; }
    Sheet > VerticalScroll {
        width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; background: $surface;
        border: round $primary; border-title-style: bold;
    }
    Sheet Horizontal { height: auto; }
    Sheet Button { margin-right: 2; min-width: 12; }
    Sheet OptionList, Sheet OptionList:focus { height: auto; max-height: 14; border: none; padding: 0; }
    """
    BINDINGS: ClassVar = [
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+q", "app.quit", "Quit", show=False, priority=True),
    ]

    def _on_mount(self, event: events.Mount) -> None:
        """Take away notices, which would lie over the sheet."""
        super()._on_mount(event)
        self.app.clear_notifications()

    def action_leave(self) -> None:
        """Lay the sheet aside: nothing is done."""
        self.dismiss(None)


class Tell(Sheet[None]):
    """Something that has to be read before going on."""

    BINDINGS: ClassVar = [("enter", "leave", "Go on")]

    def __init__(self, title: str, text: str) -> None:
        """Say the text under the title."""
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The text and one button."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = inert(self._title)
            yield Static(plain(self._text + "\n"), markup=False)
            yield Button("Go on", variant="primary")

    @on(Button.Pressed)
    def _read(self) -> None:
        self.dismiss(None)


class Wait(Sheet[None]):
    """Something that takes a while; no key does anything until it is done."""

    def __init__(self, text: str) -> None:
        """Say what is being done."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The sentence, and a sign that the program is alive."""
        with VerticalScroll(can_focus=False):
            yield Static(plain(self._text), markup=False)
            indicator = LoadingIndicator()
            indicator.styles.height = 3
            yield indicator

    def action_leave(self) -> None:
        """Wait: it is not done yet."""


class Ask(Sheet[bool]):
    """A question answered by yes or no; Esc is no."""

    BINDINGS: ClassVar = [("y", "answer(True)", "Yes"), ("n,escape", "answer(False)", "No")]
    AUTO_FOCUS = "Button.-chosen"

    def __init__(self, text: str, *, yes: str = "Yes", no: str = "No", careful: bool = False) -> None:
        """Ask; where it must be done with care, Enter alone does not say yes."""
        super().__init__()
        self._text, self._yes, self._no, self._careful = text, yes, no, careful

    def compose(self) -> ComposeResult:
        """The question and its two buttons."""
        with VerticalScroll(can_focus=False):
            yield Static(plain(self._text + "\n"), markup=False)
            with Horizontal():
                chosen = ("", "-chosen") if self._careful else ("-chosen", "")
                yield Button(Content(f"{self._yes} (y)"), id="yes", variant="primary", classes=chosen[0])
                yield Button(Content(f"{self._no} (n)"), id="no", classes=chosen[1])

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """Answer by a key."""
        self.dismiss(yes)


class Choose(Sheet[int]):
    """One of a few things, by its number or with arrows and Enter. Gives its place, from 0."""

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], chosen: int = 0) -> None:
        """Offer choices, each with half a sentence that explains it."""
        super().__init__()
        self._title, self._choices, self._chosen = title, choices, chosen

    def compose(self) -> ComposeResult:
        """The numbered choices."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = inert(self._title)
            yield OptionList(*(Option(_numbered(place, *each)) for place, each in enumerate(self._choices, start=1)))
            yield Static(plain("\nType a number, or use the arrows and Enter. Esc leaves it.", QUIET), markup=False)

    def on_mount(self) -> None:
        """Begin at the choice that is likely."""
        self.query_one(OptionList).highlighted = self._chosen

    def on_key(self, event: object) -> None:
        """Choose by number."""
        character = getattr(event, "character", None) or ""
        if character.isdecimal() and 1 <= int(character) <= len(self._choices):
            self.dismiss(int(character) - 1)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


class Write(Sheet[str]):
    """A line of words; Enter gives it, even where it is empty."""

    def __init__(self, title: str, explains: str, value: str = "") -> None:
        """Ask for a line."""
        super().__init__()
        self._title, self._explains, self._value = title, explains, value

    def compose(self) -> ComposeResult:
        """What is asked, and the line."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = inert(self._title)
            yield Static(plain(self._explains), markup=False)
            yield Input(self._value)
            yield Static(plain("Enter goes on. Esc leaves it.", QUIET), markup=False)

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())


def _numbered(place: int, label: str, explains: str) -> Content:
    parts: list[tuple[str, str]] = [(f"{place}  {inert(label)}", LOUD)]
    if explains:
        parts.append((f"  {inert(explains)}", QUIET))
    return Content.assemble(*parts)
