"""Bad days: killed while typing, two at once, hostile text, very long answers, a window made tiny."""

import time
from pathlib import Path

from textual import events

from assistant.tui.answer_box import AnswerBox
from assistant.tui.desk import Start
from models.errors import CasewindowError
from models.reading import Reading
from models.review import Review, Role
from tests.support import MarkTagger
from tests.tui.screens import BANK, app_on, at_text, begun, conversing, given, on_screen, program, says, shown, until

HOSTILE = "[bold]x[/] [/nothing] \x1b[31mred\x1b]0;t\x07 \u202eabc\u202c \x0b\x85\u2028 \x9b2J end"


async def test_a_draft_outlives_the_program(tmp_path: Path) -> None:
    """What was typed and not given stands in the box of a new application over the same folder."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    start = Start(session=True, resume=session)
    async with app_on(made, lead, start).run_test() as pilot:
        screen = await conversing(pilot)
        screen.query_one(AnswerBox).put("They had builders in")
        await says(pilot, "draft kept")
    async with app_on(program(tmp_path), lead, start).run_test() as pilot:
        screen = await conversing(pilot)
        await says(pilot, "Recovered 4 words typed at")
        assert screen.query_one(AnswerBox).typed == "They had builders in"


async def test_what_is_lost_is_said_on_the_first_screen_and_every_list_still_opens(tmp_path: Path) -> None:
    """A review whose file is gone is told of before anything else is done; the other review is listed."""
    made = program(tmp_path)
    lead, session = begun(made)
    made.start_review(Review(id="southfield-1", title="Southfield", kind="routine_practice"))
    (tmp_path / "streams" / "review.northfield-1.journal").unlink()
    async with app_on(program(tmp_path), lead).run_test(size=(100, 30)) as pilot:
        await says(pilot, "Not everything could be read")
        assert session in shown(pilot)
        await pilot.press("enter")
        await says(pilot, "Southfield")
    supervisor = made.person("Method one", Role.SUPERVISOR)
    async with app_on(program(tmp_path), supervisor).run_test(size=(100, 30)) as pilot:
        await says(pilot, "Not everything could be read")
        await pilot.press("enter", "q")
        await says(pilot, "No closed session waits")


async def test_what_was_typed_for_a_parked_question_comes_back_with_it(tmp_path: Path) -> None:
    """Leaving a question half answered loses nothing."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test() as pilot:
        screen = await conversing(pilot)
        number = screen.picture.current.number if screen.picture.current else 0
        screen.query_one(AnswerBox).put("half a thought")
        await pilot.press("f4")
        await says(pilot, "is kept with it")
        screen.query_one(AnswerBox).put(f"/go {number}")
        await pilot.press("enter")
        await until(pilot, lambda: screen.query_one(AnswerBox).typed == "half a thought")


async def test_markup_and_escapes_are_kept_as_typed_and_shown_inert(tmp_path: Path) -> None:
    """Nothing in an answer is read as markup or reaches the terminal as a control character."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(100, 30)) as pilot:
        screen = await conversing(pilot)
        box = screen.query_one(AnswerBox)
        box.post_message(events.Paste(HOSTILE))
        await until(pilot, lambda: box.typed == HOSTILE)
        assert not _controls(shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: screen.picture.said[-1].answer == HOSTILE)
        text = shown(pilot)
        assert "[bold]x[/] [/nothing]" in text
        assert not _controls(text)
    assert made.workspace.session(session).turns[len(made.workspace.session(session).turns) - 1].answer == HOSTILE


async def test_a_very_long_answer_is_kept_whole_and_shown_in_part(tmp_path: Path) -> None:
    """100,000 characters are kept; the screen says how many it does not show."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    long = "word " * 20_000
    async with app_on(made, lead, Start(session=True, resume=session)).run_test() as pilot:
        screen = await conversing(pilot)
        await given(pilot, long)
        await says(pilot, "97,000 more characters")
        assert screen.picture.said[-1].answer == long


async def test_a_tiny_window_and_back_loses_nothing(tmp_path: Path) -> None:
    """At 20 by 5 the application goes on, and at 80 by 24 everything is there again."""
    made = program(tmp_path)
    lead, session = begun(made)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(80, 24)) as pilot:
        screen = await conversing(pilot)
        screen.query_one(AnswerBox).put("typed")
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await says(pilot, "What is this review mainly for?")
        assert screen.query_one(AnswerBox).typed == "typed"


async def test_a_session_changed_elsewhere_leads_home_and_keeps_what_was_typed(tmp_path: Path) -> None:
    """Nothing is overwritten; the person is told, and the text comes back when the session is opened again."""
    made = program(tmp_path)
    lead, session = begun(made)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(100, 30)) as pilot:
        screen = await conversing(pilot)
        program(tmp_path).open_session(session, lead, BANK).park()
        screen.query_one(AnswerBox).put("1")
        await pilot.press("enter")
        await says(pilot, "changed elsewhere")
        await on_screen(pilot, "Home")
    draft = made.drafts.load(f"{session}.t1")
    assert draft is not None
    assert draft.text == "1"


class Slow(MarkTagger):
    """A tagger that takes its time."""

    def read(self, text: str) -> Reading:
        """Read the marks, after a moment."""
        time.sleep(0.5 if text else 0)
        return super().read(text)


async def test_typing_on_while_an_answer_is_read_loses_nothing(tmp_path: Path) -> None:
    """Enter while the last answer is being read keeps the text; the first answer stands alone in the store."""
    made = program(tmp_path, Slow())
    lead, session = begun(made)
    at_text(made, lead, session)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(100, 30)) as pilot:
        screen = await conversing(pilot)
        screen.query_one(AnswerBox).put("I saw her daily, and knew her well.")
        await pilot.press("enter", "o", "n", "enter")
        await says(pilot, "Still reading the last answer")
        await until(pilot, lambda: screen.picture.said[-1].answer == "I saw her daily, and knew her well.")
        assert screen.query_one(AnswerBox).typed == "on"


class Refusing:
    """A tagger that cannot read."""

    name = "refusing 1"

    def read(self, text: str) -> Reading:
        """Refuse every text."""
        if text:
            raise CasewindowError("The tagger cannot read this; install it anew.")
        return Reading()


async def test_an_answer_that_cannot_be_read_is_kept_and_said(tmp_path: Path) -> None:
    """The answer is in the store before it is read; the failure is one sentence and the screen goes on."""
    made = program(tmp_path, Refusing())
    lead, session = begun(made)
    at_text(made, lead, session)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(100, 30)) as pilot:
        screen = await conversing(pilot)
        screen.query_one(AnswerBox).put("I saw her daily.")
        await pilot.press("enter")
        await says(pilot, "The tagger cannot read this")
        await until(pilot, lambda: not screen.query_one(AnswerBox).typed)
    assert "I saw her daily." in [turn.answer for turn in made.workspace.session(session).turns.values()]


def _controls(text: str) -> list[str]:
    return [character for character in text if not character.isprintable() and character not in "\n\t"]
