"""The few things asked of the disk, and the one sentence said when it refuses."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import CasewindowError

_NOT_ALLOWED = "you are not allowed to; change its permissions or choose another folder"
_A_FILE_THERE = "a file stands where a folder is needed; move that file away or choose another folder"
_FULL = "the disk is full; free some space and try again, nothing kept before was harmed"
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: "the disk can only be read; choose a folder on another one",
    errno.ENOTDIR: _A_FILE_THERE,
    errno.EEXIST: _A_FILE_THERE,
    errno.EISDIR: "a folder stands where a file is needed; move that folder away",
}


@contextmanager
def explained(doing: str, path: Path) -> Iterator[None]:
    """Turn a refusal of the disk into one sentence: what (`doing`, e.g. "read"), where, why and what to do."""
    try:
        yield
    except OSError as refusal:
        unknown = f"the system says “{refusal.strerror or refusal}”; try again or choose another folder"
        reason = _REASONS.get(refusal.errno or 0, unknown)
        raise CasewindowError(f"Casewindow could not {doing} {path} because {reason}.") from refusal


@contextmanager
def opened(path: Path, flags: int) -> Iterator[int]:
    """An open file as the number the system gives it; a new file is for its owner alone.

    Raises CasewindowError for what is neither file nor folder: a pipe would let the program wait for ever.
    """
    _refuse_pipes(path)
    handle = os.open(path, flags | os.O_CLOEXEC, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def _refuse_pipes(path: Path) -> None:
    with suppress(FileNotFoundError):
        kind = path.stat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise CasewindowError(
                f"{path} is no ordinary file, so Casewindow does not open it; move it away, and put the file from a "
                "backup in its place where there is one."
            )


def bytes_from(handle: int, start: int) -> bytes:
    """What the open file holds from `start` on."""
    parts = []
    while part := os.pread(handle, max(os.fstat(handle).st_size - start, 0), start):
        parts.append(part)
        start += len(part)
    return b"".join(parts)


def write_all(handle: int, data: bytes, write: Callable[[int, bytes], int] = os.write) -> None:
    """Write every byte, however many calls it takes."""
    while data:
        data = data[write(handle, data) :]


def sync_folder(folder: Path) -> None:
    """Make a new or changed name in the folder outlast a power cut, where the disk can promise that."""
    with opened(folder, os.O_RDONLY) as handle:
        try:
            os.fsync(handle)
        except OSError as refusal:
            if refusal.errno not in {errno.EINVAL, errno.EBADF}:
                raise


def make_folder(folder: Path) -> None:
    """Create the folder and whatever is missing above it, for its owner alone."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
        sync_folder(place.parent)


def replace_whole(path: Path, data: bytes, *, temporary: Path) -> None:
    """Put `data` in the file's place so that it is there whole or not at all, whatever happens meanwhile."""
    try:
        with opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as handle:
            write_all(handle, data)
            os.fsync(handle)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that a person named, whole or not at all. CasewindowError in one sentence where that may not be.

    A link is followed. What is no ordinary file, and what belongs to a workspace, is never replaced.
    """
    with explained("write", path):
        target = path.resolve()
        if (target.exists() and not target.is_file()) or ".journal" in target.name or target.suffix == ".draft":
            raise CasewindowError(f"{path} is no place for an export; name a new file, such as northfield.json.")
        replace_whole(target, data, temporary=target.with_name(f".{target.name}.{os.getpid()}"))
