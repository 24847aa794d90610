"""Where the answer is typed: many lines, kept as typed, drawn inert. Enter gives it; Ctrl+J begins a new line."""

import unicodedata
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

_STANDING_IN = 0x10F000
"""Private characters that stand in the box for those it would take for line ends or send to the terminal."""
_LINE_ENDS = (0x85, 0x2028, 0x2029)
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"]
_IN = {code: _STANDING_IN + (code & 0xFFF) for code in (*_CONTROLS, *_LINE_ENDS, *_TURNING)}
_OUT = {standing: code for code, standing in _IN.items()}
_DRAWN = {
    standing: 0x2400 + code if code < 0x20 else ord("␡" if code == 0x7F else "�") for standing, code in _OUT.items()
}


class AnswerBox(TextArea):
    """The answer being typed."""

    class Given(Message):
        """The person gives what was typed; the box is empty again at once, so that typing on mixes nothing up."""

        def __init__(self, text: str) -> None:
            """Carry the text as typed."""
            super().__init__()
            self.text = text

    BINDINGS: ClassVar = [
        Binding("tab", "screen.tags", "Tags", show=False),
        Binding("pageup", "screen.scroll_talk(-1)", "Scroll back", show=False),
        Binding("pagedown", "screen.scroll_talk(1)", "Scroll on", show=False),
    ]

    def __init__(self) -> None:
        """An empty box."""
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
            placeholder="Type your answer. Enter gives it; Ctrl+J begins a new line.",
        )

    @property
    def typed(self) -> str:
        """The text as it was typed."""
        return self.text.translate(_OUT)

    def put(self, text: str) -> None:
        """Let the box hold a text, with the cursor behind it."""
        self.text = text.translate(_IN)
        self.move_cursor(self.document.end)

    def put_back(self, text: str) -> None:
        """Bring back what could not be given, before whatever was typed meanwhile."""
        since = self.typed
        self.put(f"{text}\n{since}" if text and since else text + since)

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: stand-ins for what would move the cursor."""
        drawn = "".join(map(_drawn, self.document.get_line(line_index)))
        return Text(drawn, end="", no_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            given = self.typed
            self.text = ""
            self.post_message(self.Given(given))
        elif event.key in ("shift+enter", "ctrl+j", "alt+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted whole. A terminal sends line ends as carriage returns: they are line ends here."""
        event.stop()
        event.prevent_default()
        text = event.text.replace("\r\n", "\n").replace("\r", "\n").translate(_IN)
        if not self.read_only:
            result = self.replace(text, *self.selection)
            self.move_cursor(result.end_location)


def _drawn(character: str) -> str:
    """The character, or a stand-in as wide as the box believes it to be."""
    if character == "\t" or character.isprintable():
        return character
    code = ord(character)
    if code in _DRAWN:
        return chr(_DRAWN[code])
    return character if unicodedata.category(character) == "Cf" else "�"
