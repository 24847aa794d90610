"""A session on the screen: answers, tags by key, skipping, going back and revising, closing."""

from pathlib import Path

import pytest
from textual import events

from assistant.bootstrap import Program
from assistant.tui.answer_box import AnswerBox
from assistant.tui.desk import Start
from models.annotation import Status
from models.review import Role
from models.session import SkipKind
from sessions.turns import TurnState
from tests.tui.screens import HELPED, app_on, at_text, begun, conversing, given, on_screen, program, says, typed, until

FIVE = (
    HELPED,
    "An ordinary day was quiet.",
    "the second visit",
    "<factor.conditions.workload=hindered>Eleven visits</> that day.",
    "It was so.",
)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_five_answers_are_given_their_tags_accepted_and_the_session_closed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Everything by keyboard, at the smallest and at a large size; all of it stands in the store afterwards."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=size) as pilot:
        screen = await conversing(pilot)
        for text in FIVE:
            await given(pilot, text)
            if screen.picture.tags and screen.picture.tags[0].status is Status.SUGGESTED:
                await pilot.press("f2", "a")
                await until(pilot, lambda: screen.picture.tags[0].status is Status.ACCEPTED)
                await pilot.press("escape")
        await pilot.press("f5")
        await says(pilot, "Close the session?")
        await pilot.press("y")
        await on_screen(pilot, "Home")
        await says(pilot, "closed, waits for supervisor")
    state = made.workspace.session(session)
    assert [turn.answer for turn in state.turns.values() if turn.answer][-5:] == list(FIVE)
    assert {each.status for each in state.annotations.values()} == {Status.ACCEPTED}
    assert state.closed_by == lead.id


async def test_tags_are_rejected_with_a_reason_and_changed_by_a_search(tmp_path: Path) -> None:
    """Reject asks why; change finds the tag by a word, then asks the direction."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(100, 30)) as pilot:
        screen = await conversing(pilot)
        await given(pilot, "<factor.role>My remit</> and <factor.family>their moves</>, because of it.")
        await pilot.press("f2", "r")
        await on_screen(pilot, "Write")
        await typed(pilot, "no")
        await pilot.press("enter")
        await until(pilot, lambda: screen.picture.tags[0].status is Status.REJECTED)
        await pilot.press("c")
        await on_screen(pilot, "PickTag")
        await typed(pilot, "workload")
        await pilot.press("enter")
        await on_screen(pilot, "Choose")
        await pilot.press("2")
        await until(pilot, lambda: screen.picture.tags[1].status is Status.CHANGED)
    first, second = made.workspace.session(session).annotations.values()
    assert first.decisions[-1].note == "no"
    assert (second.tag, second.direction.value) == ("factor.conditions.workload", "hindered")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("1", SkipKind.NOT_KNOWN),
        ("2", SkipKind.WITHHELD),
        ("3", SkipKind.NOT_APPLICABLE),
        ("4", SkipKind.NOT_ASKED),
    ],
)
async def test_the_four_kinds_of_skip_are_chosen_by_number(tmp_path: Path, key: str, kind: SkipKind) -> None:
    """Each number keeps its own kind."""
    made = program(tmp_path)
    lead, session = begun(made)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test() as pilot:
        screen = await conversing(pilot)
        await pilot.press("f3")
        await on_screen(pilot, "Choose")
        await pilot.press(key)
        await until(pilot, lambda: bool(screen.picture.said))
    assert made.workspace.session(session).turns[1].skip is kind


async def test_going_back_brings_the_answer_and_revising_says_what_it_parks(tmp_path: Path) -> None:
    """The earlier answer stands in the box; a change that takes a follow-up's reason away is asked about first."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    hindsight = "<hindsight>Looking back</> it was plain."
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(100, 30)) as pilot:
        screen = await conversing(pilot)
        await given(pilot, hindsight)
        probe = screen.picture.current
        assert probe is not None
        assert probe.because is not None
        await pilot.press("ctrl+b")
        await until(pilot, lambda: screen.query_one(AnswerBox).typed == hindsight)
        screen.query_one(AnswerBox).put("Nothing of the kind.")
        await pilot.press("enter")
        await says(pilot, "are parked, not deleted")
        await pilot.press("y")
        await until(pilot, lambda: screen.sitting.conductor.state.turns[probe.number].state is TurnState.PARKED)
    assert made.workspace.session(session).turns[probe.number - 1].answer == "Nothing of the kind."


async def test_a_paste_of_many_lines_is_one_answer_and_is_not_given_by_itself(tmp_path: Path) -> None:
    """Line ends in what is pasted begin new lines; only Enter gives the answer."""
    made = program(tmp_path)
    lead, session = begun(made)
    at_text(made, lead, session)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test() as pilot:
        screen = await conversing(pilot)
        screen.query_one(AnswerBox).post_message(events.Paste("one\r\ntwo\rthree\n\nfour"))
        await until(pilot, lambda: screen.query_one(AnswerBox).typed == "one\ntwo\nthree\n\nfour")
        assert screen.picture.in_hand is None or screen.picture.in_hand.answer != "one"
        await pilot.press("ctrl+j", "x", "enter")
        await until(pilot, lambda: screen.picture.said[-1].answer == "one\ntwo\nthree\n\nfour\nx")


async def test_commands_in_words_do_what_the_line_mode_does(tmp_path: Path) -> None:
    """A slash command is no answer: it is done, and what it says stands quietly above the question."""
    made: Program = program(tmp_path)
    lead, session = begun(made)
    async with app_on(made, lead, Start(session=True, resume=session)).run_test(size=(100, 30)) as pilot:
        screen = await conversing(pilot)
        await typed(pilot, "/park")
        await pilot.press("enter")
        await says(pilot, "Question 1 is parked")
        await typed(pilot, "/nonsense")
        await pilot.press("enter")
        await says(pilot, "is not a command")
        assert screen.query_one(AnswerBox).typed == "/nonsense"
        screen.query_one(AnswerBox).put("//slash")
        await pilot.press("enter")
        await until(pilot, lambda: screen.picture.said[-1].answer == "/slash")
    assert [person.role for person in made.workspace.people().values()] == [Role.REVIEWER]
