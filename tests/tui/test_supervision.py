"""A supervisor's pass: the queue, decisions by key, the seal, what is refused; and the export at the end."""

import csv
import json
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from assistant.bootstrap import Program
from models.annotation import Status
from models.review import Person, Role
from sessions.export.document import session_state
from tests.tui.screens import BANK, HELPED, app_on, at_text, begun, on_screen, program, says, shown, typed, until

WORKLOAD = "<factor.conditions.workload=hindered>Eleven visits</> that day."


def closed(made: Program, lead: Person, session: str) -> None:
    """Give two answers with a tag each, and close."""
    at_text(made, lead, session)
    conductor = made.open_session(session, lead, BANK)
    conductor.answer(HELPED)
    conductor.answer(WORKLOAD)
    conductor.close()


async def _to_supervision(pilot: Pilot[None]) -> None:
    """From the list of reviews through the queue to the one session that waits, with its two tags."""
    await says(pilot, "Northfield")
    await pilot.press("q")
    await on_screen(pilot, "Queue")
    await until(pilot, lambda: "of 2 tags" in shown(pilot))
    await pilot.press("enter")
    await on_screen(pilot, "Supervision")


async def test_a_supervisor_decides_every_tag_and_signs_off(tmp_path: Path) -> None:
    """Queue, words in their answer, the test for the tag, accept, reject with a reason, seal: keys alone."""
    made = program(tmp_path)
    lead, session = begun(made)
    closed(made, lead, session)
    async with app_on(made, lead).run_test(size=(80, 24)) as pilot:
        await says(pilot, "Northfield")
        await pilot.press("q")
        await on_screen(pilot, "Form")
        await typed(pilot, "Method one")
        await pilot.press("ctrl+s")
        await on_screen(pilot, "Queue")
        await says(pilot, "2 of 2 tags")
        await pilot.press("enter")
        await on_screen(pilot, "Supervision")
        await says(pilot, "[I saw her daily]")
        await says(pilot, "Code it when")
        await pilot.press("s")
        await says(pilot, "2 tags still to be decided")
        await pilot.press("a")
        await says(pilot, "[Eleven visits]")
        await pilot.press("r")
        await on_screen(pilot, "Write")
        await typed(pilot, "no")
        await pilot.press("enter")
        await says(pilot, "all decided")
        await pilot.press("s")
        await on_screen(pilot, "Ask")
        await pilot.press("y")
        await on_screen(pilot, "Queue")
        await says(pilot, "No closed session waits")
    state = made.workspace.session(session)
    assert session_state(state) == "signed_off"
    assert [each.status for each in state.annotations.values()] == [Status.ACCEPTED, Status.REJECTED]


async def test_a_decision_is_taken_back_and_taken_again_by_single_keys(tmp_path: Path) -> None:
    """`u` undoes the last decision and goes to its tag; `U` does it again."""
    made = program(tmp_path)
    lead, session = begun(made)
    closed(made, lead, session)
    async with app_on(made, made.person("Method one", Role.SUPERVISOR)).run_test(size=(100, 30)) as pilot:
        await _to_supervision(pilot)
        await pilot.press("a")
        await says(pilot, "1 to decide")
        await pilot.press("u")
        await says(pilot, "2 to decide")
        await pilot.press("U")
        await says(pilot, "1 to decide")


async def test_nobody_signs_off_their_own_session(tmp_path: Path) -> None:
    """The refusal is one sentence, and the session stays as it was."""
    made = program(tmp_path)
    lead, session = begun(made)
    closed(made, lead, session)
    itself = lead.model_copy(update={"role": Role.SUPERVISOR})
    async with app_on(made, itself).run_test(size=(100, 30)) as pilot:
        await _to_supervision(pilot)
        await pilot.press("a")
        await says(pilot, "1 to decide")
        await pilot.press("a")
        await says(pilot, "all decided")
        await pilot.press("s")
        await on_screen(pilot, "Ask")
        await pilot.press("y")
        await says(pilot, "Nobody signs off their own session")
    assert session_state(made.workspace.session(session)) == "closed"


async def test_a_review_is_exported_to_a_file_that_is_named(tmp_path: Path) -> None:
    """JSON and CSV are written where the person says, and the screen says where the file lies."""
    made = program(tmp_path / "workspace")
    lead, session = begun(made)
    closed(made, lead, session)
    for number, name in (("1", "a.json"), ("2", "b.csv")):
        async with app_on(made, lead).run_test(size=(100, 30)) as pilot:
            await says(pilot, "Northfield")
            await pilot.press("e")
            await on_screen(pilot, "Choose")
            await pilot.press(number)
            await on_screen(pilot, "Write")
            pilot.app.screen.query_one(Input).value = str(tmp_path / name)
            await pilot.press("enter")
            await says(pilot, "The file lies at")
            await says(pilot, "2 tags still to be decided by a person")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["review"]["title"] == "Northfield"
    with (tmp_path / "b.csv").open(encoding="utf-8", newline="") as file:
        assert [row["tag"] for row in csv.DictReader(file)] == ["factor.role", "factor.conditions.workload"]


async def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    """Nothing is written, and the application goes on."""
    made = program(tmp_path)
    lead, _ = begun(made)
    async with app_on(made, lead).run_test(size=(100, 30)) as pilot:
        await says(pilot, "Northfield")
        await pilot.press("e")
        await on_screen(pilot, "Choose")
        await pilot.press("1")
        await on_screen(pilot, "Write")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "none" / "a.json")
        await pilot.press("enter")
        await says(pilot, "could not write")
        await on_screen(pilot, "Home")
