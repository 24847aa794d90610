"""The conversation so far, newest at the bottom: the reviewer's words loud, all else quiet."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.shown import inert
from assistant.tui.marks import marked
from assistant.tui.sitting import Picture
from assistant.tui.words import LOUD, QUIET, clipped, lines, plain
from models.annotation import Annotation
from sessions.turns import Turn, TurnState

WINDOW = 40
"""Questions drawn at once, so that the thousandth answer is as quick as the tenth; PageUp at the top draws more."""


@dataclass(slots=True)
class _Said:
    turn: Turn
    tags: tuple[Annotation, ...]
    asked: Static
    answer: Static


class Talk(VerticalScroll):
    """What was asked and said, and what is asked now."""

    DEFAULT_CSS: ClassVar = """
    Talk { padding: 0 1; }
    Talk Static { height: auto; width: 1fr; max-width: 110; }
    Talk .asked { margin-top: 1; color: $text-muted; }
    Talk .answer { padding-left: 1; margin-left: 1; border-left: outer $accent; }
    Talk #now { margin-top: 1; }
    Talk #notes { margin-top: 1; display: none; }
    """

    def __init__(self) -> None:
        """Nothing said yet."""
        super().__init__(can_focus=False)
        self._shown: dict[int, _Said] = {}
        self._most = WINDOW

    def compose(self) -> ComposeResult:
        """Where earlier questions are counted, notes stand, and the question is put."""
        for name in ("earlier", "notes", "now"):
            yield Static(id=name, markup=False)

    def show(self, picture: Picture) -> None:
        """Draw what changed, and go to the bottom."""
        said = {turn.number: turn for turn in picture.said[-self._most :]}
        for number in [number for number in self._shown if number not in said]:
            gone = self._shown.pop(number)
            gone.asked.remove()
            gone.answer.remove()
        in_hand = picture.in_hand.number if picture.in_hand else None
        for number in sorted(said):
            self._show_turn(said[number], picture.tags if number == in_hand else ())
        self._show_earlier(len(picture.said) - len(said))
        self.query_one("#now", Static).update(asked_now(picture))
        self.to_bottom()

    def note(self, texts: list[str]) -> None:
        """Say something quietly above the question; nothing takes it away."""
        notes = self.query_one("#notes", Static)
        notes.display = bool(texts)
        notes.update(lines(texts))
        self.to_bottom()

    def on_resize(self) -> None:
        """Keep the question in sight when the window changes."""
        self.to_bottom()

    def to_bottom(self) -> None:
        """Scroll to the question."""
        self.call_after_refresh(self.scroll_end, animate=False)

    def more(self, picture: Picture) -> bool:
        """Draw earlier questions too. Returns whether there were any."""
        if len(picture.said) <= self._most:
            return False
        self._most += WINDOW
        self.show(picture)
        return True

    def _show_turn(self, turn: Turn, tags: tuple[Annotation, ...]) -> None:
        shown = self._shown.get(turn.number)
        if shown is None:
            asked = Static(_asked(turn), classes="asked", markup=False)
            answer = Static(_answer(turn, tags), classes="answer", markup=False)
            after = min((number for number in self._shown if number > turn.number), default=None)
            place = self._shown[after].asked if after else "#notes"
            self.mount(asked, answer, before=place)
            self._shown[turn.number] = _Said(turn, tags, asked, answer)
        elif (shown.turn, shown.tags) != (turn, tags):
            shown.turn, shown.tags = turn, tags
            shown.answer.update(_answer(turn, tags))

    def _show_earlier(self, count: int) -> None:
        earlier = self.query_one("#earlier", Static)
        earlier.display = count > 0
        earlier.update(plain(f"{count} earlier questions; PageUp at the top shows them.", QUIET))


def asked_now(picture: Picture) -> Content:
    """The question that waits, with its because above it and its choices below; or what to do where none waits."""
    turn, question = picture.current, picture.question
    if turn is None:
        return _nothing_asked(picture)
    parts: list[tuple[str, str]] = [(f"{picture.part}{_about(picture)}\n", QUIET)]
    if turn.because is not None:
        parts.append((f"Why this is asked: {inert(turn.because.text)}\n", f"{QUIET} italic"))
    parts.append((f"{turn.number}  {inert(turn.text)}", "$text-primary"))
    if question is not None and question.help:
        parts.append((f"\n   {inert(question.help)}", QUIET))
    if question is not None and question.choices:
        parts += [(f"\n   {place}  {inert(choice)}", "") for place, choice in enumerate(question.choices, start=1)]
        parts.append(("\n   Type the number of one of them, then Enter.", QUIET))
    if turn.answer is not None:
        parts.append(("\n   Your answer stands below. Change it, or press Enter to leave it as it is.", QUIET))
    return Content.assemble(*parts)


def _about(picture: Picture) -> str:
    return f" · about: {inert(picture.episode)}" if picture.episode else ""


def _nothing_asked(picture: Picture) -> Content:
    if picture.state == "signed_off":
        return plain("This session is signed off and sealed: it can be read, and nothing in it changes.", LOUD)
    if picture.state == "closed":
        return plain("This session is closed and waits for a supervisor. F5 opens it again for more answers.", LOUD)
    return plain(
        "Nothing is left to ask. F5 closes the session; /episode and a few words name one more moment to speak of; "
        "Ctrl+B goes back.",
        LOUD,
    )


def _asked(turn: Turn) -> Content:
    parts: list[tuple[str, str]] = []
    if turn.because is not None:
        parts.append((f"Why this was asked: {inert(turn.because.text)}\n", f"{QUIET} italic"))
    return Content.assemble(*parts, f"{turn.number}  {inert(turn.text)}")


def _answer(turn: Turn, tags: tuple[Annotation, ...]) -> Content:
    if turn.state is TurnState.SKIPPED and turn.skip is not None:
        return plain(f"skipped: {turn.skip.value.replace('_', ' ')}", QUIET)
    if turn.state is TurnState.PARKED:
        kept = f"; its answer is kept: {clipped(turn.answer, 200)[0]}" if turn.answer is not None else ""
        return plain(f"parked: /go {turn.number} takes it up again{kept}", QUIET)
    if turn.value is not None:
        return plain(turn.value, LOUD)
    return marked(turn.answer or "", tags)
