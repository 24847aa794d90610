"""What commands share: the program over the workspace named, and printing that no terminal can be misled by."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from assistant.bootstrap import Program, program
from assistant.shown import inert


def program_for(options: argparse.Namespace) -> Program:
    """The program over the workspace that the command names."""
    return program(Path(options.workspace) if options.workspace else None)


def tell_notices(made: Program) -> None:
    """Say on standard error what could not be read, and what had to be recovered."""
    for notice in made.workspace.complaints:
        sys.stderr.write(f"casewindow: {inert(notice)}\n")


def print_line(text: str = "") -> None:
    """A line for a person: escapes and control characters are shown and do nothing."""
    sys.stdout.write(inert(text) + "\n")
    sys.stdout.flush()


def print_json(value: Any, *, indent: int | None = None) -> None:
    """A JSON document on a line of its own, flushed."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")
    sys.stdout.flush()


def utf8_streams() -> None:
    """Let standard input and output speak UTF-8 whatever the platform's own choice."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
