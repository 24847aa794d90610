"""Writers in trouble: a disk that refuses, two at once, a folder that is none."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from models.errors import CasewindowError, ConflictError
from sessions.journal import JournalStorage
from sessions.store import Document
from sessions.tinydb_store import TinyDBStore


def _disk_with(free: int) -> Callable[[int, bytes], int]:
    """A way to write that takes so many bytes and then says that the disk is full."""
    left = [free]

    def write(handle: int, data: bytes) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = os.write(handle, data[: left[0]])
        left[0] -= written
        return written

    return write


def _sync_refused(_handle: int) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("free", [0, 1, 60, 74])
@pytest.mark.parametrize("before", [[], [{"n": 1}]])
def test_disk_full(tmp_path: Path, free: int, before: list[Document]) -> None:
    """A disk that fills up costs the event being written and no other, and writing goes on once there is room."""
    path = tmp_path / "session.a.journal"
    JournalStorage(path).append(before)
    was = path.read_bytes() if before else b""
    journal = JournalStorage(path, write=_disk_with(free))
    with pytest.raises(CasewindowError, match="the disk is full; free some space and try again"):
        journal.append([{"n": 2}])
    assert (was, len(before), ()) == (path.read_bytes(), journal.position, journal.notices)
    assert len(before) + 1 == JournalStorage(path).append([{"n": 2}])


def test_sync_refused(tmp_path: Path) -> None:
    """What the disk would not promise to keep is not acknowledged, and not there afterwards."""
    path = tmp_path / "session.a.journal"
    JournalStorage(path).append([{"n": 1}])
    journal = JournalStorage(path, sync=_sync_refused)
    with pytest.raises(CasewindowError, match="Input/output error"):
        journal.append([{"n": 2}])
    assert 1 == journal.position == JournalStorage(path).position


def test_two_writers(tmp_path: Path) -> None:
    """The second of two stores on one folder is refused, sees what the first wrote, and can go on from there."""
    first, second = TinyDBStore(tmp_path), TinyDBStore(tmp_path)
    first.append("session.a", 0, [{"by": 1}])
    assert second.position("session.a") == 1
    first.append("session.a", 1, [{"by": 1}])
    with pytest.raises(ConflictError, match=r"session\.a: it holds 2 events where 1 were expected"):
        second.append("session.a", 1, [{"by": 2}])
    assert second.append("session.a", 2, [{"by": 2}]) == 3
    assert [event["by"] for event in first.read("session.a")] == [1, 1, 2]


def test_held_by_another(tmp_path: Path) -> None:
    """A writer waits for another only so long; a reader does not wait."""
    path = tmp_path / "session.a.journal"
    JournalStorage(path).append([{"n": 1}])
    with FileLock(f"{path}.lock"):
        assert JournalStorage(path).position == 1
        with pytest.raises(CasewindowError, match="close the other one and try again"):
            JournalStorage(path, patience=0.05).append([{"n": 2}])
    assert JournalStorage(path).position == 1


def test_many_threads(tmp_path: Path) -> None:
    """Of writers who race for the same position one wins each time, and nothing is lost or doubled."""
    stores = [TinyDBStore(tmp_path), TinyDBStore(tmp_path)]
    threads = [threading.Thread(target=_race, args=(stores[name % 2], name)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = sorted((name, number) for name in range(4) for number in range(10))
    assert expected == sorted((event["by"], event["n"]) for event in stores[0].read("session.a"))


def _race(store: TinyDBStore, name: int) -> None:
    number = 0
    while number < 10:
        try:
            store.append("session.a", store.position("session.a"), [{"by": name, "n": number}])
            number += 1
        except ConflictError:
            continue


@pytest.mark.parametrize("name", ["a-file", "a-file/below", "x" * 300])
def test_no_folder(tmp_path: Path, name: str) -> None:
    """A folder that is a file, lies below one, or cannot exist is refused in one sentence that names it."""
    (tmp_path / "a-file").write_text("not a folder")
    store = TinyDBStore(tmp_path / name)
    for use in (store.read, lambda _: store.list(), lambda stream: store.append(stream, 0, [{}])):
        with pytest.raises(CasewindowError, match=r"Casewindow could not (read|write) .* because"):
            use("session.a")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_unwritable_folder(tmp_path: Path) -> None:
    """A folder that may not be written to is refused with what to do."""
    tmp_path.chmod(0o500)
    with pytest.raises(CasewindowError, match="change its permissions or choose another folder"):
        TinyDBStore(tmp_path).append("session.a", 0, [{}])
