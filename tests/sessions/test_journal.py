"""The journal file: what it refuses, who may read it, and how it meets a file that others changed."""

import os
from collections.abc import Iterable
from pathlib import Path
from stat import S_IMODE

import pytest
from tinydb import TinyDB

from models.errors import CasewindowError, ConflictError, DamageError
from sessions.frames import header
from sessions.journal import JournalStorage
from sessions.tinydb_store import TinyDBStore


def test_newer_format(tmp_path: Path) -> None:
    """A journal of a later version is refused with what to do, and left as it is."""
    path = tmp_path / "session.a.journal"
    path.write_bytes(header(2) + b"whatever comes then\n")
    with pytest.raises(CasewindowError, match="update Casewindow") as refusal:
        JournalStorage(path)
    assert not isinstance(refusal.value, DamageError)


@pytest.mark.parametrize("data", [b"\n", b"{}", b"\x00" * 500, header(0), b"x" * 64 + b" {}\n", header(1)[::-1]])
def test_no_journal(tmp_path: Path, data: bytes) -> None:
    """A file that does not begin as a journal is refused, to readers and writers, and left as it is."""
    path = tmp_path / "streams" / "workspace.journal"
    path.parent.mkdir()
    path.write_bytes(data)
    store = TinyDBStore(tmp_path)
    for use in (store.read, store.position, lambda stream: store.append(stream, 0, [{}])):
        with pytest.raises(DamageError, match="first line"):
            use("workspace")
    assert (data, [path]) == (path.read_bytes(), list(path.parent.iterdir()))


def test_tinydb_may_add_only(tmp_path: Path) -> None:
    """TinyDB itself can add to a journal; changing, removing, dropping and other tables are refused."""
    path = tmp_path / "session.a.journal"
    JournalStorage(path).append([{"n": 1}, {"n": 2}])
    table = TinyDB(path, storage=JournalStorage)
    assert table.insert({"n": 3}) == 3
    refused: Iterable[object] = (
        lambda: table.update({"n": 0}),
        lambda: table.remove(doc_ids=[2]),
        table.drop_tables,
        lambda: table.table("other").insert({"n": 6}),
    )
    for use in refused:
        assert callable(use)
        with pytest.raises(CasewindowError, match="never altered or taken out"):
            use()
    assert [{"n": 1}, {"n": 2}, {"n": 3}] == table.all() == TinyDB(path, storage=JournalStorage).all()


def test_for_the_owner_alone(tmp_path: Path) -> None:
    """Folders and files are closed to everybody else, and looking creates none."""
    folder = tmp_path / "workspace"
    store = TinyDBStore(folder)
    assert (store.read("session.a"), store.list()) == ((), ())
    assert not folder.exists()
    store.append("session.a", 0, [{}])
    modes = {S_IMODE(os.stat(path).st_mode) for path in (folder, *folder.rglob("*"))}
    assert {0o700, 0o600} == modes


def test_same_length_rewritten(tmp_path: Path) -> None:
    """A line that was taken back and replaced by one of the same length is noticed."""
    path = tmp_path / "session.a.journal"
    JournalStorage(path).append([{"n": 1}])
    reader = JournalStorage(path)
    path.unlink()
    JournalStorage(path).append([{"n": 2}])
    reader.append([{"n": 3}], expected=1)
    assert list(JournalStorage(path).read()["_default"].values()) == [{"n": 2}, {"n": 3}]


def test_removed_meanwhile(tmp_path: Path) -> None:
    """A stream whose file was removed holds nothing, and a writer who remembers it is refused."""
    store = TinyDBStore(tmp_path)
    store.append("session.a", 0, [{}])
    (tmp_path / "streams" / "session.a.journal").unlink()
    with pytest.raises(ConflictError):
        store.append("session.a", 1, [{}])
    assert (store.read("session.a"), store.list()) == ((), ())


def test_mended_under_a_reader(tmp_path: Path) -> None:
    """A store that read a file before it was damaged and mended by another goes on with the mended one."""
    first, second = TinyDBStore(tmp_path), TinyDBStore(tmp_path)
    first.append("session.a", 0, [{"n": 1}])
    first.append("session.a", 1, [{"n": 2}])
    path = tmp_path / "streams" / "session.a.journal"
    path.write_bytes(path.read_bytes().replace(b'{"n":2}', b'{"n":8}'))
    second.append("session.a", 1, [{"n": 3}])
    with pytest.raises(ConflictError):
        first.append("session.a", 1, [{"n": 4}])
    first.append("session.a", 2, [{"n": 5}])
    assert ({"n": 1}, {"n": 3}, {"n": 5}) == first.read("session.a") == second.read("session.a")
