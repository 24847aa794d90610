"""What commands share: the program over the workspace named, and printing that no terminal can be misled by."""

import argparse
import json
import sys
from collections.abc import Collection
from contextlib import suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import Any

from assistant.bootstrap import Program, program
from assistant.cli.streams import complain
from assistant.shown import inert

_SHOWN = "backslashreplace"


def program_for(options: argparse.Namespace) -> Program:
    """The program over the workspace that the command names."""
    return program(Path(options.workspace) if options.workspace else None)


def tell_notices(made: Program, told: Collection[str] = ()) -> tuple[str, ...]:
    """Say on standard error what could not be read, and what had to be recovered, but for what was told before.

    Returns what has been told by now.
    """
    notices = made.workspace.complaints
    for notice in notices:
        if notice not in told:
            complain(notice)
    return notices


def print_line(text: str = "") -> None:
    """A line for a person: escapes and control characters are shown and do nothing."""
    sys.stdout.write(inert(text) + "\n")
    sys.stdout.flush()


def print_json(value: Any, *, indent: int | None = None) -> None:
    """A JSON document on a line of its own, flushed."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")
    sys.stdout.flush()


def utf8_streams() -> None:
    """Let standard input and output speak UTF-8 whatever the platform's own choice; other bytes are told apart."""
    for stream, otherwise in ((sys.stdin, "surrogateescape"), (sys.stdout, _SHOWN), (sys.stderr, _SHOWN)):
        if hasattr(stream, "reconfigure"):
            with suppress(UnsupportedOperation):  # something was read from it before
                stream.reconfigure(encoding="utf-8", errors=otherwise)
