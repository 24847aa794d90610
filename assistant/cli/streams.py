"""The three standard streams, any of which may be closed when the command begins. Imports nothing heavy."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

NO_OUTPUT = "Standard output is closed, so nothing could be shown and nothing was done; leave it open and try again."


def hold_closed_streams() -> None:
    """Put something that holds nothing in the place of each closed stream.

    Note: the system gives a file opened later the lowest free number. Without this, what a library writes to a closed
    standard error would land in a journal.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = io.StringIO()


def has_terminal() -> bool:
    """Whether a person sits at a terminal: all three streams are one, as the screen is written to the third."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def complain(sentence: str) -> None:
    """Say on standard error, after what was said before on standard output, what is wrong. Never fails."""
    from assistant.shown import inert  # noqa: PLC0415  # only when something is wrong

    for stream, text in ((sys.stdout, ""), (sys.stderr, f"casewindow: {inert(sentence)}\n")):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.write(text)
                stream.flush()


def let_go() -> None:
    """Write out what waits for standard output, and drop what it cannot take, so that ending does not fail over it."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
