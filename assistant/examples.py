"""The worked examples that ship with the program: where they lie, and playing one into a workspace."""

from importlib.resources import files
from pathlib import Path

from assistant.bootstrap import Program
from assistant.playing import Playing, begin
from assistant.script import load_script
from models.errors import CasewindowError
from models.review import Person
from models.script import Script
from question_bank.loader import CONTENT

PREFERRED = "routine-practice.yaml"
"""The example to show where none is named: everyday work, nothing that went wrong."""


def example_scripts() -> list[Path]:
    """The example scripts: beside the packages in a checkout, inside the content where the program is installed."""
    for folder in (Path(str(files("assistant"))).parent / "examples", CONTENT / "examples"):
        found = sorted(folder.glob("*.yaml"))
        if found:
            return found
    return []


def preferred_example() -> Path:
    """The example to show where none is named. Raises CasewindowError where none was installed."""
    scripts = example_scripts()
    if not scripts:
        raise CasewindowError("The worked examples are not part of this installation; install Casewindow anew.")
    return next((path for path in scripts if path.name == PREFERRED), scripts[0])


def begun_example(program: Program, path: Path) -> tuple[Playing, Script]:
    """An example with its review and people kept and its session begun, no turn played yet."""
    script, bank = load_script(path, program.taxonomy, program.own_banks)
    return begin(program, script, bank), script


def play_for_practice(program: Program, path: Path) -> Person:
    """Play an example up to its closing, so that it waits for a supervisor, and leave a second session open.

    Returns who led it.
    """
    playing, script = begun_example(program, path)
    for number, turn in enumerate(script.turns, start=1):
        playing.turn(turn, number)
    playing.conductor.close()
    started, bank = playing.conductor.state.started, playing.conductor.content.bank
    by = playing.people[script.session.by]
    program.start_session(started.review, by, f"second {started.respondent}", started.source, bank)
    return by
