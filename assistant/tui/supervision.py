"""A supervisor's pass over a closed session: each tag with its words in context and its entry test, then the seal."""

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from assistant.conductor import Conductor
from assistant.in_words import act_in_words
from assistant.playing import Verdict, decide
from assistant.shown import counted
from assistant.tui.conversing import asked_change, asked_reason
from assistant.tui.desk import Desk
from assistant.tui.evidence import answer_in_context, entry_test
from assistant.tui.room import Done, Lesson, Room
from assistant.tui.sheets import Ask
from assistant.tui.words import LOUD, QUIET, one_line, plain
from models.annotation import Annotation, Status
from models.errors import CasewindowError
from models.session import AnySessionEvent, Decided

_T = TypeVar("_T")


class Supervision(Room):
    """Deciding the tags of one session."""

    TEACHES: ClassVar = (
        Lesson("a", "accept the tag", "accept"),
        Lesson("r", "reject the tag, with a reason", "reject"),
        Lesson("c", "change the tag or its direction", "change"),
        Lesson("u", "undo your last decision; U does it again", "take_back"),
        Lesson("n or →", "next tag", "move(1)"),
        Lesson("p or ←", "previous tag", "move(-1)"),
        Lesson("PageUp PageDown", "scroll the answer"),
        Lesson("s", "sign the session off, when every tag is decided", "sign_off"),
        Lesson("Esc", "leave; what was decided is kept", "leave"),
    )
    ABOUT = (
        "Read the underlined words in their answer, and the test for the tag beside them. Do the words show what the "
        "tag says? After a decision the next undecided tag comes up."
    )
    BINDINGS: ClassVar = [
        Binding("a", "accept", "Accept"),
        Binding("r", "reject", "Reject"),
        Binding("c", "change", "Change"),
        Binding("u", "take_back", "Undo"),
        Binding("U", "do_again", "Redo", show=False),
        Binding("n,right,down,j", "move(1)", "Next", key_display="n"),
        Binding("p,left,up,k", "move(-1)", "Previous", key_display="p"),
        Binding("s", "sign_off", "Sign off"),
        Binding("pageup", "scroll(-1)", "Scroll", show=False),
        Binding("pagedown", "scroll(1)", "Scroll", show=False),
        Binding("question_mark,f1", "help", "Help", key_display="?"),
        Binding("escape", "leave", "Queue"),
    ]
    DEFAULT_CSS = """
    Supervision #top { height: 1; background: $panel; padding: 0 1; }
    Supervision #parts { height: 1fr; }
    Supervision VerticalScroll { padding: 0 1; }
    Supervision #said { width: 3fr; }
    Supervision #test { width: 2fr; border-left: solid $panel; }
    Supervision.-narrow #parts { layout: vertical; }
    Supervision.-narrow #said { width: 1fr; height: 2fr; }
    Supervision.-narrow #test { width: 1fr; height: 3fr; border: none; border-top: solid $panel; }
    Supervision Static { height: auto; }
    """

    def __init__(self, desk: Desk, conductor: Conductor, title: str) -> None:
        """Go through a session of the review with this title."""
        super().__init__(desk)
        self._conductor, self._title, self._busy = conductor, title, False
        self._place = 0

    def compose(self) -> ComposeResult:
        """How far one is, the answer, the test, the keys."""
        yield Static(id="top", markup=False)
        with Horizontal(id="parts"):
            with VerticalScroll(id="said", can_focus=False):
                yield Static(id="answer", markup=False)
            with VerticalScroll(id="test", can_focus=False):
                yield Static(id="entry", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Begin at the first tag that is not decided."""
        self.tell_news()
        self._to_undecided()
        self.show()

    @property
    def tags(self) -> list[Annotation]:
        """Every tag of the session, in the order of the answers."""
        return sorted(self._conductor.state.annotations.values(), key=lambda each: (each.turn, each.start))

    def show(self) -> None:
        """Draw the tag in hand."""
        tags, left = self.tags, len(self._conductor.undecided())
        where = f"tag {self._place + 1} of {len(tags)}" if tags else "no tags"
        stands = (
            "signed off and sealed" if self._sealed else f"{left} to decide" if left else "all decided: s signs off"
        )
        head = Content.assemble((one_line(self._title, 30), LOUD), f" · {where} · {stands}", (" · ? help", QUIET))
        self.query_one("#top", Static).update(head)
        if not tags:
            self.query_one("#answer", Static).update(plain("No tag was suggested in this session. s signs it off."))
            return
        annotation, content = tags[self._place], self._conductor.content
        turn = self._conductor.state.turns[annotation.turn]
        self.query_one("#answer", Static).update(answer_in_context(turn, annotation))
        self.query_one("#entry", Static).update(entry_test(content.taxonomy, annotation))
        for part in ("#said", "#test"):
            self.query_one(part).scroll_home(animate=False)

    @property
    def _sealed(self) -> bool:
        return self._conductor.state.signed_off_by is not None

    async def do(self, act: Callable[[], _T]) -> Done[_T] | None:
        """Do something to the session in a thread, one thing at a time; where it cannot be done, say so."""
        if self._busy:
            return None
        self._busy = True
        try:
            return Done(await asyncio.to_thread(act))
        except (CasewindowError, OSError) as error:
            self.warn(error)
            return None
        finally:
            self._busy = False

    async def _decide(self, annotation: Annotation, verdict: Verdict) -> None:
        if await self.do(lambda: decide(self._conductor, (annotation,), "", verdict)):
            self._to_undecided()
            self.show()
            if not self._conductor.undecided():
                self.tell("Every tag is decided. Press s to sign the session off.")

    def _to_undecided(self) -> None:
        """Go to the next tag that is not decided, around the end; stay where there is none."""
        tags = self.tags
        for place in (*range(self._place, len(tags)), *range(self._place)):
            if tags[place].status is Status.SUGGESTED:
                self._place = place
                return

    def _in_hand(self) -> Annotation | None:
        if self._sealed:
            self.tell("The session is signed off and sealed; nothing in it changes any more.")
            return None
        return self.tags[self._place] if self.tags else None

    @work(group="deciding")
    async def action_accept(self) -> None:
        """Accept the tag."""
        if (annotation := self._in_hand()) is not None:
            await self._decide(annotation, Verdict("accept"))

    @work(group="deciding")
    async def action_reject(self) -> None:
        """Reject the tag."""
        if (annotation := self._in_hand()) is not None and (note := await asked_reason(self)) is not None:
            await self._decide(annotation, Verdict("reject", note=note))

    @work(group="deciding")
    async def action_change(self) -> None:
        """Change the tag or its direction."""
        if (annotation := self._in_hand()) is None:
            return
        verdict = await asked_change(self, self._conductor.content.taxonomy, annotation)
        if verdict is not None:
            await self._decide(annotation, verdict)

    @work(group="deciding")
    async def action_take_back(self) -> None:
        """Take the last decision back, and go to its tag."""
        await self._gone_back(self._conductor.undo, "Taken back")

    @work(group="deciding")
    async def action_do_again(self) -> None:
        """Take again the decision that was taken back last."""
        await self._gone_back(self._conductor.redo, "Done again")

    async def _gone_back(self, act: Callable[[], AnySessionEvent], words: str) -> None:
        done = await self.do(act)
        if done is None:
            return
        self.tell(f"{words}: {act_in_words(done.value)}.")
        if isinstance(done.value, Decided):
            named = done.value.decision.annotation
            self._place = next((at for at, each in enumerate(self.tags) if each.id == named), self._place)
        self.show()

    @work(group="deciding")
    async def action_sign_off(self) -> None:
        """Sign the session off, after asking."""
        left = len(self._conductor.undecided())
        if left:
            self.tell(f"{counted(left, 'tag')} still to be decided; decide each one first, then sign off.")
            self._to_undecided()
            self.show()
            return
        text = "Sign the session off? It is sealed then: nothing in it can be changed any more."
        if self._sealed or not await self.app.push_screen_wait(Ask(text, yes="Sign off", no="Not yet", careful=True)):
            return
        if await self.do(self._conductor.sign_off):
            self.tell("Signed off and sealed.")
            self.dismiss()

    def action_move(self, steps: int) -> None:
        """Go to another tag."""
        if self.tags:
            self._place = (self._place + steps) % len(self.tags)
            self.show()

    def action_scroll(self, pages: int) -> None:
        """Scroll the answer and the test."""
        for part in ("#said", "#test"):
            scroll = self.query_one(part)
            move = scroll.scroll_page_down if pages > 0 else scroll.scroll_page_up
            move(animate=False)

    def action_leave(self) -> None:
        """Back to where one came from; what was decided is kept."""
        self.dismiss()
