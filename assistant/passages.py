"""Reads texts that people hand in: files or standard input, as lines and as paragraphs, at constant memory."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from models.errors import CasewindowError, UsageError


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """A file, or standard input where it is named `-`. Raises CasewindowError where it cannot be read."""
    if file == "-":
        if sys.stdin is None:
            raise CasewindowError("Standard input is closed; name a file, or send the text through a pipe.")
        yield sys.stdin.buffer
        return
    try:
        stream = open(file, "rb")  # noqa: SIM115  # closed below; the name as given, for the sentence
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a path").lower()
        raise CasewindowError(f"{file} cannot be read ({reason}); check the path and its permissions.") from error
    with stream:
        yield stream


def text_lines(file: str) -> Iterator[str]:
    """The lines of a file with their ends. Raises CasewindowError, or UsageError naming a line that is not UTF-8."""
    shown = "standard input" if file == "-" else file
    try:
        with opened(file) as stream:
            for number, line in enumerate(stream, start=1):
                yield _decoded(line, shown, number)
    except IsADirectoryError as error:
        raise CasewindowError(f"{shown} is a folder; name a file.") from error


def _decoded(line: bytes, shown: str, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown}, line {number}: is not UTF-8 text; save it as UTF-8 and try again.") from error


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Paragraphs: runs of lines with a blank line between them, without the white space around them."""
    held: list[str] = []
    for line in lines:
        if line.strip():
            held.append(line)
        elif held:
            yield "".join(held).strip()
            held = []
    if held:
        yield "".join(held).strip()
