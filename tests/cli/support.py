"""Runs commands in this process, as the installed command does."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    def lines(self) -> list[dict[str, Any]]:
        """Its output as lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    def value(self) -> Any:
        """Its output as one JSON document."""
        return json.loads(self.out)


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Ran:
    """Run a command and say what it printed and how it ended."""
    try:
        code = main([str(word) for word in words])
    except SystemExit as ended:
        code = int(ended.code or 0)
    told = capsys.readouterr()
    return Ran(code, told.out, told.err)
