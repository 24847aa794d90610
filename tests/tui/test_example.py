"""The worked example: played into a throw-away workspace by the real tagger, on the screen and without a terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.bootstrap import Program
from assistant.examples import example_scripts
from assistant.tui.app import CasewindowApp
from assistant.tui.desk import Desk
from sessions.export.document import session_state
from tests.tui.screens import app_on, begun, conversing, given, on_screen, says, until

SCRIPT = """
review: {title: Weaver Street, kind: routine_practice, nation: England}
people: [{name: Lead one, role: reviewer}, {name: Method one, role: supervisor}]
session: {by: Lead one, respondent: health visitor, source: conversation}
turns:
  - {skip: not_known}
  - {skip: not_known}
  - {skip: not_known}
  - {skip: not_known}
  - {skip: not_known}
  - {answer: "I had a caseload of thirty and we were short of staff, so I put a card through the door."}
supervision: {by: Method one, decisions: accept_all, sign_off: true}
"""


async def test_the_example_waits_for_a_supervisor_and_a_second_session_is_open(tmp_path: Path) -> None:
    """The practice workspace says what it is; its closed session waits and its open one can be answered."""
    path = tmp_path / "example.yaml"
    path.write_text(SCRIPT, "utf-8")
    made = Program(tmp_path / "workspace")
    app = CasewindowApp(Desk(lambda: made, made.folder, practice=True), example=path)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.desk.person is not None, 60)
        await says(pilot, "Weaver Street")
        await says(pilot, "PRACTICE")
        await says(pilot, "closed, waits for supervisor")
        await pilot.press("enter")
        screen = await conversing(pilot)
        assert screen.sitting.conductor.state.started.respondent == "second health visitor"
        assert screen.picture.current is not None
    [file] = made.workspace.reviews().values()
    assert [session_state(each) for each in made.workspace.sessions_of(file).values()] == ["closed", "open"]


async def test_the_real_tagger_reads_what_is_answered(tmp_path: Path) -> None:
    """An answer with a plain cue comes back with the tag, its words and its reason in the panel."""
    made = Program(tmp_path)
    lead, _ = begun(made)
    async with app_on(made, lead).run_test(size=(120, 40)) as pilot:
        await says(pilot, "Northfield")
        await pilot.press("enter")
        screen = await conversing(pilot)
        await given(pilot, "1")
        for _ in range(4):
            await pilot.press("f4")
            await until(pilot, lambda: screen.picture.said[-1].state == "parked")
        await until(pilot, lambda: screen.picture.question is not None and screen.picture.question.kind == "text")
        await given(pilot, "I had a caseload of thirty and no cover, so I put a card through the door.")
        await until(pilot, lambda: bool(screen.picture.tags), 60)
        assert any(tag.tag.startswith("factor.conditions") for tag in screen.picture.tags)
        await says(pilot, "caseload of thirty")


@pytest.mark.skipif(not example_scripts(), reason="the examples are content of their own and may not be there yet")
def test_without_a_terminal_an_example_is_played_in_lines(tmp_path: Path) -> None:
    """One sentence says so, the conversation is printed, and the last line names the file of the export."""
    command = [sys.executable, "-c", "import sys; from assistant.cli import main; sys.exit(main([]))"]
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin", "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("There is no terminal here")
    assert Path(done.stdout.splitlines()[-1]).is_file()


async def test_without_examples_the_welcome_still_stands(tmp_path: Path) -> None:
    """A script that is not there is said in one sentence; the list stays."""
    app = CasewindowApp(Desk(lambda: Program(tmp_path), tmp_path), example=tmp_path / "none.yaml")
    async with app.run_test(size=(100, 30)) as pilot:
        await on_screen(pilot, "Form")
        await pilot.press("escape")
        await says(pilot, "No reviews here yet")
