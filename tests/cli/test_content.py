"""Broken content of the program itself: named with its file and line, exit 2, and nothing half-loaded."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support import ROOT

BREAKS = [
    ("taxonomy/factor.role.yaml", "label: ", "lable: ", "factor.role.yaml:1: factor.role label: is missing; add it"),
    ("taxonomy/factor.role.yaml", "level: frontline", "level: top", "factor.role level: must be one of 'frontline'"),
    ("taxonomy/factor.role.yaml", "lp.", "lp_", "crosswalk: `lp_"),
    ("taxonomy/pattern.tools.yaml", '    - "', '    - "(', "is not a word of the notation"),
    ("taxonomy/pattern.tools.yaml", "id: pattern.tools.", "id: patterns.tools.", "must begin with `pattern.tools.`"),
    ("wording.yaml", "reasons:", "reason:", "wording.yaml:3: reasons: is missing; add it"),
    ("terms/wales.yaml", "  board: ", "  bord: ", "terms/wales.yaml:"),
    ("modules/tunnel.yaml", "stage: tunnel", "stage: tunel", "must be one of 'preparation'"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages, to be broken."""
    made = tmp_path_factory.mktemp("copy")
    for package in ("assistant", "models", "question_bank", "sessions"):
        shutil.copytree(ROOT / package, made / package, ignore=shutil.ignore_patterns("__pycache__"))
    return made


@pytest.mark.parametrize(("file", "good", "bad", "told"), BREAKS)
def test_broken_content_is_named_with_its_place(copy: Path, file: str, good: str, bad: str, told: str) -> None:
    """`bank check` names the file, the line and the entry, and says what would be right."""
    path = copy / "question_bank" / "content" / file
    whole = path.read_text(encoding="utf-8")
    assert good in whole
    path.write_text(whole.replace(good, bad), encoding="utf-8")
    try:
        code = "import sys; sys.path.insert(0, '.'); from assistant.cli import main; sys.exit(main(['bank', 'check']))"
        ran = subprocess.run([sys.executable, "-c", code], cwd=copy, capture_output=True, text=True, check=False)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert ran.returncode == 2
    assert told in ran.stderr
    assert str(path.name) in ran.stderr
    assert "Traceback" not in ran.stderr
