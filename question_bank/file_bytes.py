"""The bytes of a content file, or of a pipe in its place: never more than can be used, nor waited for without end."""

import errno
import os
import stat
import time
from pathlib import Path

PATIENCE = 5.0
"""Seconds that a pipe has for somebody to begin to write into it; then it may take as long as it likes."""
_PIECE = 65_536


def whole_file(path: Path, most: int) -> bytes:
    """What a file or a pipe holds, cut off a little behind `most` bytes. Raises OSError where it cannot be read."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        piped = stat.S_ISFIFO(os.fstat(handle).st_mode)
        held = _first_of_pipe(handle) if piped else b""
        os.set_blocking(handle, True)
        while len(held) <= most and (piece := os.read(handle, _PIECE)):
            held += piece
        return held
    finally:
        os.close(handle)


def _first_of_pipe(handle: int) -> bytes:
    """What comes first through a pipe. Raises OSError where nobody writes into it in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if first := os.read(handle, _PIECE):
                return first
        except BlockingIOError:
            return b""  # there is a writer, who takes their time
        time.sleep(0.02)
    raise OSError(errno.ETIMEDOUT, "a pipe into which nobody writes")
