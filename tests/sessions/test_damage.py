"""A journal that was cut short or changed: what is recovered, what is kept, what is said."""

from pathlib import Path

import pytest

from models.errors import DamageError
from sessions.journal import JournalStorage
from sessions.store import Document

EVENTS: list[Document] = [{"n": 1}, {"n": 2, "text": "a “line”\nend"}, {"n": 3}, {"n": 4}]
BEFORE_LINE = (0, 0, 1, 3, 4)
"""How many events the lines before each line hold; the first line is the header."""


def _written(folder: Path) -> Path:
    """A journal of a header and three lines, the second with two events."""
    path = folder / "session.a.journal"
    journal = JournalStorage(path)
    for batch in (EVENTS[:1], EVENTS[1:3], EVENTS[3:]):
        journal.append(batch)
    return path


def _events(journal: JournalStorage) -> list[object]:
    return list(journal.read()["_default"].values())


def _goes_on(path: Path, data: bytes, expected: list[Document]) -> None:
    """Opened over `data`, a journal holds what is expected, changes nothing until it is written to, and goes on."""
    path.write_bytes(data)
    journal = JournalStorage(path, sync=lambda _: None)
    assert _events(journal) == expected
    assert path.read_bytes() == data
    journal.append([{"n": "next"}])
    assert _events(JournalStorage(path)) == [*expected, {"n": "next"}]
    assert JournalStorage(path).notices == ()


def test_every_prefix(tmp_path: Path) -> None:
    """Wherever the file was cut, every whole append before the cut is read and the next one follows."""
    data = _written(tmp_path).read_bytes()
    path = tmp_path / "cut.journal"
    for length in range(len(data) + 1):
        lines = data[:length].count(b"\n")
        _goes_on(path, data[:length], EVENTS[: BEFORE_LINE[lines]])
    assert list(tmp_path.glob("cut.journal.damaged-*")) == []


@pytest.mark.parametrize("change", [0x01, 0x20, 0xFF])
def test_every_byte(tmp_path: Path, change: int) -> None:
    """Whichever byte was changed, all before its line is read, nothing else is, and the damaged file is kept."""
    data = _written(tmp_path).read_bytes()
    for place in range(data.index(b"\n") + 1, len(data)):
        path = tmp_path / f"{place}.journal"
        damaged = data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]
        _goes_on(path, damaged, EVENTS[: BEFORE_LINE[data[:place].count(b"\n")]])
        assert Path(f"{path}.damaged-1").read_bytes() == damaged


@pytest.mark.parametrize("change", [0x01, 0x20, 0xFF])
def test_every_byte_of_the_header(tmp_path: Path, change: int) -> None:
    """A file whose first line was changed is refused in a sentence and left as it is."""
    path = _written(tmp_path)
    data = path.read_bytes()
    for place in range(data.index(b"\n") + 1):
        damaged = data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]
        path.write_bytes(damaged)
        with pytest.raises(DamageError, match=str(path)):
            JournalStorage(path)
        assert path.read_bytes() == damaged


def test_torn_end(tmp_path: Path) -> None:
    """An unfinished last line is left in place by a reader, cut off by a writer, and told of by both."""
    path = _written(tmp_path)
    torn = path.read_bytes() + b"0123456789"
    path.write_bytes(torn)
    journal = JournalStorage(path)
    expected = (f"The last 10 bytes of {path} were an unfinished write and were set aside.",)
    assert (torn, expected) == (path.read_bytes(), journal.notices)
    journal.append([{"n": 5}])
    assert expected == journal.notices
    assert ([*EVENTS, {"n": 5}], ()) == (_events(JournalStorage(path)), JournalStorage(path).notices)


def test_end_being_written(tmp_path: Path) -> None:
    """A reader who came in the middle of a write says no more of it once the write is finished."""
    path = _written(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])
    reader = JournalStorage(path)
    assert reader.position == 3
    assert "unfinished write" in reader.notices[0]
    path.write_bytes(whole)
    reader.refresh()
    assert (_events(reader), reader.notices) == (EVENTS, ())


def _damaged(folder: Path) -> tuple[Path, bytes]:
    """A journal whose third line was changed."""
    path = _written(folder)
    data = path.read_bytes().replace(b'{"n":3}', b'{"n":7}')
    path.write_bytes(data)
    return path, data


def test_damage(tmp_path: Path) -> None:
    """Damage is named with file, line, events before it and where the damaged file is kept."""
    path, data = _damaged(tmp_path)
    (tmp_path / "session.a.journal.damaged-1").write_bytes(b"an earlier one")
    journal = JournalStorage(path)
    begin = (
        f"Line 3 of {path} does not read as it was written; 1 event before it could be recovered, and the damaged file"
    )
    stays = "stays as it is until the next write and is then kept as"
    assert (f"{begin} {stays} {path}.damaged-2.",) == journal.notices
    assert data == path.read_bytes()
    journal.append([{"n": 5}])
    assert (f"{begin} is kept as {path}.damaged-2.",) == journal.notices
    assert data == Path(f"{path}.damaged-2").read_bytes()
    assert [EVENTS[0], {"n": 5}] == _events(JournalStorage(path))


@pytest.mark.parametrize("named_twice", [False, True])
def test_killed_while_mending(tmp_path: Path, named_twice: bool) -> None:
    """A kill before or after the damaged file got its second name costs nothing: mending starts again."""
    path, data = _damaged(tmp_path)
    kept = Path(f"{path}.damaged-1")
    if named_twice:
        kept.hardlink_to(path)
    Path(f"{path}.mending").write_bytes(data[:20])
    assert JournalStorage(path).append([{"n": 5}]) == 2
    assert data == kept.read_bytes()
    assert {path, kept, Path(f"{path}.lock")} == set(tmp_path.iterdir())
