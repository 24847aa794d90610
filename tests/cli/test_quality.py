"""The tagger on coded answers that nobody wrote cues from, scored by the data's own scorer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support import ROOT, run

SHARED = ROOT.parent / "shared"
FLOORS = ["micro_f1=0.38", "macro_f1=0.35", "language_f1=0.5"]
CEILINGS = ["denied_suggested=0.25"]


@pytest.mark.skipif(not SHARED.exists(), reason="the coded answers lie beside the project, and are not here")
def test_the_tagger_keeps_its_promised_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Micro and macro F1, hindsight wording and denied tags stay within what is promised."""
    gold = SHARED / "data" / "answers-dev.jsonl"
    predicted = tmp_path / "predicted.jsonl"
    ran = run(capsys, "tag", "--input", "jsonl", "--format", "jsonl", gold)
    predicted.write_text(ran.out, encoding="utf-8")
    words: list[str | Path] = [sys.executable, SHARED / "tools" / "score_tags.py", gold, predicted, "--json"]
    words += [part for floor in FLOORS for part in ("--floor", floor)]
    words += [part for ceiling in CEILINGS for part in ("--ceiling", ceiling)]
    scored = subprocess.run(words, capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout[-600:]
    assert json.loads(scored.stdout)["passages"] == 130
