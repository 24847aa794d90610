"""Putting a damaged journal right: what fits goes into a new file, the damaged one is kept beside it."""

import itertools
import os
from pathlib import Path

from sessions.disk import bytes_from, opened, replace_whole, sync_folder


def kept_name(path: Path) -> Path:
    """Where the damaged file lies, or will lie: the first number that is free or holds this very file already."""
    numbered = (path.with_name(f"{path.name}.damaged-{number}") for number in itertools.count(1))
    return next(place for place in numbered if not place.exists() or _same_file(place, path))


def mend(path: Path, good: int) -> Path:
    """Put the first `good` bytes in the journal's place and answer where the damaged file lies.

    Note: only under the journal's lock. The damaged file has its second name before the first one is given away, so a
    kill between any two steps leaves a journal that can be mended again.
    """
    with opened(path, os.O_RDONLY) as handle:
        whole = bytes_from(handle, 0)
    kept = kept_name(path)
    if not kept.exists():
        _keep(path, kept, whole)
    replace_whole(path, whole[:good], temporary=path.with_name(f"{path.name}.mending"))
    return kept


def _keep(path: Path, kept: Path, whole: bytes) -> None:
    """Give the damaged file its second name, or a copy where the disk knows no second names."""
    try:
        kept.hardlink_to(path)
    except OSError:
        replace_whole(kept, whole, temporary=path.with_name(f"{path.name}.mending"))
    sync_folder(path.parent)


def _same_file(place: Path, path: Path) -> bool:
    return path.exists() and place.samefile(path)
