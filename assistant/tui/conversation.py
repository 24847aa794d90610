"""The conversation: left what was asked and said, right the tags of the last answer, below where one types."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Footer, Static, TextArea

from assistant.conductor import Conductor
from assistant.shown import counted
from assistant.tui import conversing
from assistant.tui.answer_box import AnswerBox
from assistant.tui.desk import Desk
from assistant.tui.room import Done, Lesson, Room
from assistant.tui.side import TagList, cover_words, heading, short_gauge
from assistant.tui.sitting import Picture, Sitting
from assistant.tui.talk import Talk
from assistant.tui.words import LOUD, QUIET, one_line, plain
from models.annotation import Annotation
from models.errors import CasewindowError, ConflictError
from sessions.drafts import Draft

_T = TypeVar("_T")
DRAFT_AFTER = 0.7
"""Seconds of typing after which the draft is kept."""


class Conversation(Room):
    """A session being worked on."""

    TEACHES: ClassVar = (
        Lesson("Enter", "give the answer"),
        Lesson("Ctrl+J", "a new line in the answer (Shift+Enter too, where the terminal knows it)"),
        Lesson("F2 or Tab", "go to the tags; Esc comes back", "tags"),
        Lesson(
            "a r c", "there: accept, reject or change the tag; A accepts all; j k or arrows move; ← → other answers"
        ),
        Lesson("F3", "skip the question, and say why", "skip"),
        Lesson("F4", "park the question for later", "park"),
        Lesson("Ctrl+B", "back to the question before", "back"),
        Lesson("F6", "undo: take back the last thing done; F7 does it again", "take_back"),
        Lesson("F8", "go on with another part or episode", "elsewhere"),
        Lesson("F5", "close the session, or open a closed one again", "close"),
        Lesson("PageUp PageDown", "scroll the conversation"),
        Lesson("/", "commands in words: type /help and Enter"),
        Lesson("Esc", "to the list of reviews; what you typed is kept", "leave"),
    )
    ABOUT = (
        "Answer in your own words, as long as you like; every answer is kept at once. The program suggests tags and "
        "says why; you decide. Underlined words carry a small number: it is the number of the tag."
    )
    BINDINGS: ClassVar = [
        Binding("f1", "help", "Help", key_display="F1", show=False),
        Binding("f2", "tags", "Tags", key_display="F2"),
        Binding("f3", "skip", "Skip", key_display="F3"),
        Binding("f4", "park", "Park", key_display="F4"),
        Binding("ctrl+b", "back", "Back"),
        Binding("f5", "close", "Close", key_display="F5"),
        Binding("f6", "take_back", "Undo", key_display="F6", priority=True),
        Binding("f7", "do_again", "Redo", key_display="F7", show=False, priority=True),
        Binding("f8", "elsewhere", "Go to", key_display="F8"),
        Binding("escape", "leave", "Reviews", key_display="Esc"),
    ]
    DEFAULT_CSS = """
    Conversation #top { height: 1; background: $panel; padding: 0 1; }
    Conversation #middle { height: 1fr; }
    Conversation Talk { width: 1fr; }
    Conversation #side { width: 52; border-left: solid $panel; padding: 0 1; }
    Conversation #side Static { height: auto; }
    Conversation TagList, Conversation TagList:focus {
        height: 1fr; border: none; padding: 0; margin: 0; background: $background;
    }
    Conversation.-narrow #side { display: none; }
    Conversation.-narrow.tags #side { display: block; width: 1fr; border: none; }
    Conversation.-narrow.tags Talk, Conversation.-narrow.tags AnswerBox, Conversation.-narrow.tags #bar {
        display: none;
    }
    Conversation.finished AnswerBox { display: none; }
    Conversation #bar { height: 1; padding: 0 1; color: $text-muted; }
    Conversation AnswerBox { height: auto; min-height: 3; max-height: 9; border: none; border-left: outer $panel; }
    Conversation AnswerBox:focus { border: none; border-left: outer $primary; }
    Conversation.-short #top, Conversation.-short #bar { display: none; }
    Conversation.-short AnswerBox { max-height: 3; }
    """
    AUTO_FOCUS = "AnswerBox"

    def __init__(self, desk: Desk, conductor: Conductor, title: str) -> None:
        """Work on a session of the review with this title."""
        super().__init__(desk)
        self.sitting = Sitting(conductor, desk.program.drafts)
        self.picture: Picture = self.sitting.picture()
        self._title, self._busy, self._kept = title, False, ""
        self.box = AnswerBox()
        """Where one types; held, so that its text outlives the screen."""
        self.gone = False
        """Whether the session was changed elsewhere, so that nothing more is done to it from here."""
        self.giving = ""
        """The text of an answer that is being given."""
        self._shown: int | None = None
        self._saving = asyncio.Lock()
        self._due = False

    def compose(self) -> ComposeResult:
        """Title, conversation and panel, how it stands, where one types, the keys."""
        yield Static(self._top(), id="top", markup=False)
        with Horizontal(id="middle"):
            yield Talk()
            with Vertical(id="side"):
                yield Static(id="heading", markup=False)
                yield TagList()
                yield Static(id="cover", markup=False)
        yield Static(id="bar", markup=False)
        yield self.box
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show how the session stands, with what was typed last time."""
        self.tell_news()
        for change in self.sitting.conductor.changes:
            self.tell(change)
        self.show()

    def on_unmount(self) -> None:
        """Keep what is being typed, whatever ends the screen."""
        turn, text = self.picture.current, self.giving or self.box.typed
        if self._due and not self.gone and turn is not None and text.strip() and text != turn.answer:
            with contextlib.suppress(CasewindowError):
                self.sitting.keep_draft(turn.number, text)

    @property
    def chosen(self) -> tuple[int, Annotation] | None:
        """The place and the tag chosen in the panel."""
        place = self.query_one(TagList).highlighted
        if place is None or place >= len(self.picture.tags):
            return None
        return place, self.picture.tags[place]

    async def do(self, act: Callable[[], _T]) -> Done[_T] | None:
        """Do something to the session in a thread, one thing at a time, and show how it stands after it.

        Says so and returns None where it cannot be done.
        """
        if self._busy:
            self.tell("Still reading the last answer; what you typed stays. Press the key again in a moment.")
            return None
        self._busy = True
        self._show_bar()
        done: Done[_T] | None = None
        try:
            done = Done(await asyncio.to_thread(act))
        except ConflictError:
            await self._changed_elsewhere()
        except (CasewindowError, OSError) as error:
            self.warn(error)
        finally:
            self.picture = await asyncio.to_thread(self.sitting.picture)
            self._busy = False
        if self.is_attached:
            self.show()
        return done

    def show(self) -> None:
        """Draw the session as it stands."""
        self.query_one(Talk).show(self.picture)
        self.query_one("#heading", Static).update(heading(self.picture))
        self.query_one(TagList).show(self.picture, self.sitting.conductor.content.taxonomy)
        self.query_one("#cover", Static).update(cover_words(self.picture))
        self._show_bar()
        self.set_class(self.picture.finished, "finished")
        number = self.picture.current.number if self.picture.current else None
        if number != self._shown:
            self._shown, self._kept = number, ""
            self._show_bar()
            self._arrive()
        if self.picture.finished and not self.query_one(TagList).has_focus:
            self.set_focus(None)

    def _show_bar(self) -> None:
        waiting = f"F2: {counted(len(self.picture.tags), 'tag')} in the last answer" if self.picture.in_hand else ""
        parts = [
            "reading …" if self._busy else short_gauge(self.picture.cover) if self.picture.cover.answers else "",
            waiting,
            self._kept,
        ]
        self.query_one("#bar", Static).update(plain(" · ".join(part for part in parts if part)))

    def _top(self) -> Content:
        started = self.sitting.conductor.state.started
        about = f" · {one_line(started.respondent, 30)} ({started.source.value})"
        where = " · PRACTICE" if self.desk.practice else ""
        return Content.assemble(
            (one_line(self._title, 40), LOUD), about, (f"{where} · F1 help · Ctrl+P commands", QUIET)
        )

    @work(group="arrive", exclusive=True)
    async def _arrive(self) -> None:
        """Bring what was typed for this question before, or its answer, into an empty box."""
        turn = self.picture.current
        if turn is None or self.box.typed.strip():
            return
        draft: Done[Draft | None] | None = await self.attempt(lambda: self.sitting.draft(turn.number))
        if self.box.typed.strip() or self._shown != turn.number:
            return
        if draft is not None and draft.value is not None:
            self.box.put(draft.value.text)
            words = counted(len(draft.value.text.split()), "word")
            self.tell(f"Recovered {words} typed at {draft.value.at.astimezone():%H:%M}.")
        elif turn.answer is not None:
            self.box.put(turn.answer)

    @on(TextArea.Changed)
    def _typing(self) -> None:
        if not self._due:
            self._due = True
            self.set_timer(DRAFT_AFTER, self.keep_draft)

    @work(group="draft")
    async def keep_draft(self) -> None:
        """Keep what is typed, so that a kill does not cost it."""
        if self._busy or self.giving:
            self.set_timer(DRAFT_AFTER, self.keep_draft)
            return
        self._due = False
        turn, text = self.picture.current, self.box.typed
        if turn is None or text == (turn.answer or ""):
            return
        async with self._saving:
            kept = await self.attempt(lambda: self.sitting.keep_draft(turn.number, text))
        self._kept = f"draft kept {self.desk.program.clock().astimezone():%H:%M}" if kept and kept.value else ""
        self._show_bar()

    @on(AnswerBox.Given)
    @work(group="giving")
    async def _given(self, event: AnswerBox.Given) -> None:
        if self._busy:
            self.box.put_back(event.text)
            self.tell("Still reading the last answer; what you typed stays. Press Enter again in a moment.")
        else:
            await conversing.give(self, event.text)

    async def _changed_elsewhere(self) -> None:
        turn, text = self.picture.current, self.giving or self.box.typed
        kept = ""
        if turn is not None and text.strip():
            await self.attempt(lambda: self.sitting.lay_draft_by(turn.number, text))
            kept = f" What you typed for question {turn.number} is kept: /go {turn.number} brings it back."
        self.gone, self._due = True, False
        self.tell(f"This session was changed elsewhere; nothing was overwritten. Open it again to go on.{kept}")
        self.dismiss()

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the conversation while the keyboard stays in the answer; at its top, draw what came before."""
        talk = self.query_one(Talk)
        if pages < 0 and talk.scroll_offset.y == 0 and talk.more(self.picture):
            return
        move = talk.scroll_page_up if pages < 0 else talk.scroll_page_down
        move(animate=False)

    def action_tags(self) -> None:
        """Go to the tags."""
        self.add_class("tags")
        self.query_one(TagList).focus()

    def action_to_answer(self) -> None:
        """Back to where one types."""
        self.remove_class("tags")
        if self.picture.finished:
            self.set_focus(None)
        else:
            self.box.focus()

    @work(group="giving")
    async def action_skip(self) -> None:
        """Skip the question, and say why."""
        await conversing.skip(self)

    @work(group="giving")
    async def action_park(self) -> None:
        """Park the question."""
        await conversing.move(self, self.sitting.conductor.park)

    @work(group="giving")
    async def action_back(self) -> None:
        """Back to the question before."""
        await conversing.move(self, self.sitting.conductor.back)

    @work(group="giving")
    async def action_take_back(self) -> None:
        """Take back the last thing done."""
        await conversing.undo(self)

    @work(group="giving")
    async def action_do_again(self) -> None:
        """Do again what was undone."""
        await conversing.redo(self)

    @work(group="giving")
    async def action_elsewhere(self) -> None:
        """Go on with another part or episode."""
        await conversing.elsewhere(self)

    @work(group="giving")
    async def action_close(self) -> None:
        """Close the session, or open a closed one again."""
        await conversing.close(self)

    @work(group="giving")
    async def action_view(self, steps: int) -> None:
        """See the tags of another answer."""
        await self.do(lambda: self.sitting.view(steps))

    @work(group="giving")
    async def action_accept(self) -> None:
        """Accept the chosen tag."""
        await conversing.accept(self)

    @work(group="giving")
    async def action_accept_all(self) -> None:
        """Accept every tag of the answer that is not decided."""
        await conversing.accept_all(self)

    @work(group="giving")
    async def action_reject(self) -> None:
        """Reject the chosen tag, with a reason where one is given."""
        await conversing.reject(self)

    @work(group="giving")
    async def action_change(self) -> None:
        """Give the chosen tag another factor or direction."""
        await conversing.change(self)

    def action_leave(self) -> None:
        """To the list of reviews; what is typed is kept."""
        self.dismiss()
