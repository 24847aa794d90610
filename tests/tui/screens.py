"""What the tests of the screens share: the application over a folder, keys pressed, and what is read on the screen."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from assistant.bootstrap import Program
from assistant.tagging.tagger import Tagger
from assistant.tui.answer_box import AnswerBox
from assistant.tui.app import CasewindowApp
from assistant.tui.conversation import Conversation
from assistant.tui.desk import Desk, Start
from models.review import Person, Review, Role, Source
from question_bank.loader import load_bank
from tests.support import TAXONOMY, MarkTagger

BANK = load_bank("learning-together", TAXONOMY)
HELPED = "<factor.role=helped>I saw her daily</> because I was her named nurse."


def program(folder: Path, tagger: Tagger | None = None) -> Program:
    """The program over a folder, with a tagger that reads marks unless another is given."""
    made = Program(folder, own_tagger=tagger or MarkTagger())
    made.taxonomy = TAXONOMY
    return made


def app_on(made: Program, person: Person | None = None, start: Start | None = None) -> CasewindowApp:
    """The application; with a person, nobody is asked who is at the keyboard."""
    return CasewindowApp(Desk(lambda: made, made.folder, person, banks={BANK.id: BANK}), start)


def begun(made: Program) -> tuple[Person, str]:
    """A reviewer, and a session that has just begun."""
    lead = made.person("Lead one", Role.REVIEWER)
    made.start_review(Review(id="northfield-1", title="Northfield", kind="routine_practice"))
    return lead, made.start_session("northfield-1", lead, "health visitor", Source.CONVERSATION, BANK).session


def at_text(made: Program, lead: Person, session: str) -> None:
    """Skip ahead to the first question that takes free text."""
    conductor = made.open_session(session, lead, BANK)
    while conductor.current is not None and conductor.current.question != "what_happened.account":
        question = conductor.question(conductor.current)
        conductor.answer("1" if question and question.choices else "a few words")


async def until(pilot: Pilot[None], holds: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something holds; fails where it does not in time."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"waited in vain; the screen says:\n{shown(pilot)}"
        await pilot.pause()
        await asyncio.sleep(0.01)
    await pilot.pause()


async def on_screen(pilot: Pilot[None], name: str) -> None:
    """Wait for a screen by the name of its class."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name)


async def says(pilot: Pilot[None], words: str) -> None:
    """Wait for words on the screen or in a notice."""
    await until(pilot, lambda: words in shown(pilot))


async def conversing(pilot: Pilot[None]) -> Conversation:
    """Wait for the conversation, and return it."""
    await on_screen(pilot, "Conversation")
    screen = pilot.app.screen
    assert isinstance(screen, Conversation)
    await until(pilot, lambda: bool(screen.query(AnswerBox)))
    return screen


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type a text, key by key."""
    names = {" ": "space", "/": "slash", "\n": "ctrl+j", ".": "full_stop", ",": "comma"}
    await pilot.press(*(names.get(character, character) for character in text))


async def given(pilot: Pilot[None], text: str) -> None:
    """Put an answer into the box, press Enter, and wait for the question that follows."""
    screen = await conversing(pilot)
    before = screen.picture
    screen.query_one(AnswerBox).put(text)
    await pilot.press("enter")
    await until(pilot, lambda: screen.picture is not before and not screen.query_one(AnswerBox).typed)


def shown(pilot: Pilot[None]) -> str:
    """All that the top screen and its notices say, as plain text."""
    texts = [str(static.content) for static in pilot.app.screen.query(Static)]
    texts += [notice.message for notice in pilot.app._notifications]
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join([*texts, *("".join(segment.text for segment in strip) for strip in lines)])
