"""What the parts may know of one another, looked at in fresh interpreters and in the built wheel."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.front import COMMANDS, VERSION, help_text

ROOT = Path(__file__).parent.parent
HEAVY = ("textual", "spacy", "pydantic", "numpy", "tinydb", "yaml", "rapidfuzz")

LOADS = [
    ("models.session", ("textual", "spacy", "tinydb", "yaml", "rapidfuzz", "assistant", "sessions", "question_bank")),
    ("assistant.engine.select", ("textual", "spacy", "tinydb", "yaml", "rapidfuzz", "question_bank")),
    ("assistant.tagging.tagger", ("textual", "spacy", "tinydb", "yaml", "sessions", "question_bank")),
    ("sessions.export.formats", ("textual", "spacy", "yaml", "assistant", "question_bank")),
    ("question_bank.loader", ("textual", "spacy", "tinydb", "assistant", "sessions")),
]


def _loaded_by(code: str) -> set[str]:
    told = "\nimport sys; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    run = subprocess.run([sys.executable, "-c", code + told], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(("module", "strangers"), LOADS)
def test_a_part_loads_none_of_the_parts_it_is_a_stranger_to(module: str, strangers: tuple[str, ...]) -> None:
    """A fresh interpreter that imports one part has none of its strangers in memory."""
    assert not _loaded_by(f"import {module}") & set(strangers)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["replay", "--help"], ["export", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    """Help and version come at once: neither Textual, spaCy nor Pydantic is imported for them."""
    code = f"from assistant.cli import main\ntry:\n    main({words!r})\nexcept SystemExit:\n    pass"
    assert not _loaded_by(code) & set(HEAVY)


def test_the_help_names_every_command_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """What the help lists and what the command takes are the same."""
    with pytest.raises(SystemExit):
        main(["nothing"])
    known = capsys.readouterr().err.partition("known are: ")[2].partition(";")[0]
    assert known.split(", ") == list(COMMANDS)
    assert main(["--help"]) == 0
    assert all(f"  {name} " in help_text() for name in COMMANDS)


def test_the_version_is_said_once() -> None:
    """The command says the version that the distribution has."""
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION


def test_the_wheel_holds_every_package_and_every_content_file(tmp_path: Path) -> None:
    """What is installed from a wheel has the same modules and the same content as the source."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("casewindow-*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        str(path.relative_to(ROOT))
        for package in ("assistant", "models", "question_bank", "sessions")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix in (".py", ".yaml", ".tcss", ".md")
    }
    assert wanted <= held
    assert {f"question_bank/content/examples/{path.name}" for path in (ROOT / "examples").glob("*.yaml")} <= held
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in held)
