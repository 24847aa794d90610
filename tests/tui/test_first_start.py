"""The first start: who is at the keyboard, what is said about the texts, and the way to the first question."""

from pathlib import Path

import pytest

from assistant.tui.answer_box import AnswerBox
from assistant.tui.desk import Start
from models.bank import Stage
from models.review import Role
from question_bank.loader import load_bank
from tests.support import TAXONOMY
from tests.tui.screens import app_on, begun, conversing, on_screen, program, says, shown, typed, until


async def test_the_first_start_asks_who_and_says_that_texts_are_unencrypted(tmp_path: Path) -> None:
    """A name is asked for; the folder is shown, and that it is not encrypted."""
    made = program(tmp_path / "workspace")
    async with app_on(made).run_test(size=(80, 24)) as pilot:
        await on_screen(pilot, "Form")
        text = shown(pilot)
        assert "unencrypted" in text
        assert str(made.folder)[:40] in text
        await pilot.press("ctrl+s")
        await says(pilot, "Give a name")
        await typed(pilot, "Lead one")
        await pilot.press("ctrl+s")
        await on_screen(pilot, "Home")
        await until(pilot, lambda: "Lead one (reviewer)" in shown(pilot))
    assert [person.name for person in made.workspace.people().values()] == ["Lead one"]


async def test_a_review_and_a_session_are_started_by_keyboard_alone(tmp_path: Path) -> None:
    """From the welcome to the first question without a mouse; what was filled in is kept."""
    made = program(tmp_path)
    lead = made.person("Lead one", Role.REVIEWER)
    async with app_on(made, lead).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "No reviews here yet" in shown(pilot))
        await pilot.press("n")
        await on_screen(pilot, "Choose")
        await pilot.press("1")
        await on_screen(pilot, "Form")
        await typed(pilot, "Northfield")
        await pilot.press("enter", "enter")
        await on_screen(pilot, "Choose")
        await pilot.press("6")
        await on_screen(pilot, "Form")
        await pilot.press("tab", "tab", "tab")
        await typed(pilot, "health, social care")
        await pilot.press("enter")
        await says(pilot, "New session of Northfield")
        await typed(pilot, "health visitor")
        await pilot.press("enter", "enter")
        await on_screen(pilot, "Choose")
        await pilot.press("1")
        await on_screen(pilot, "Form")
        await pilot.press("ctrl+s")
        await conversing(pilot)
        await says(pilot, load_bank("routine-practice", TAXONOMY).planned[Stage.ORIENTATION][0].text)
    [file] = made.workspace.reviews().values()
    assert (file.review.kind, file.review.agencies) == ("routine_practice", ("health", "social care"))
    assert len(file.sessions) == 1


async def test_what_is_missing_is_said_in_one_sentence_and_nothing_is_kept(tmp_path: Path) -> None:
    """A review without a kind is not started; the sentence says what to choose."""
    made = program(tmp_path)
    async with app_on(made, made.person("Lead one", Role.REVIEWER)).run_test() as pilot:
        await until(pilot, lambda: "No reviews here yet" in shown(pilot))
        await pilot.press("n")
        await on_screen(pilot, "Choose")
        await pilot.press("1")
        await on_screen(pilot, "Form")
        await typed(pilot, "x")
        await pilot.press("ctrl+s")
        await says(pilot, "Choose what kind of review it is")
    assert made.workspace.reviews() == {}


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_application_opens_at_a_session_that_is_named(tmp_path: Path, size: tuple[int, int]) -> None:
    """Resuming goes straight to the question; nothing is asked on the way, at either size."""
    made = program(tmp_path)
    _, session = begun(made)
    async with app_on(made, start=Start(session=True, resume=session)).run_test(size=size) as pilot:
        screen = await conversing(pilot)
        assert screen.focused is screen.query_one(AnswerBox)
        await pilot.press("1", "enter")
        await says(pilot, "Learning from everyday work")


async def test_help_teaches_the_keys_of_the_screen_one_is_on(tmp_path: Path) -> None:
    """The list and the conversation teach different keys."""
    made = program(tmp_path)
    lead, _ = begun(made)
    async with app_on(made, lead).run_test(size=(100, 40)) as pilot:
        await says(pilot, "Northfield")
        await pilot.press("question_mark")
        await on_screen(pilot, "Help")
        await says(pilot, "supervisor's queue")
        await pilot.press("escape")
        await on_screen(pilot, "Home")
        await pilot.press("enter")
        await conversing(pilot)
        await pilot.press("f1")
        await says(pilot, "park the question for later")


async def test_one_can_leave_from_any_sheet(tmp_path: Path) -> None:
    """Ctrl+Q ends the program also while something is asked, such as on the first start."""
    async with app_on(program(tmp_path)).run_test() as pilot:
        await on_screen(pilot, "Form")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)
