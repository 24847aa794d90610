"""Drafts: the answer being typed, whole or not at all."""

import os
from datetime import UTC, datetime
from pathlib import Path
from stat import S_IMODE

import pytest

from models.errors import CasewindowError, DamageError, UsageError
from sessions.drafts import Draft, Drafts

AT = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)


def _drafts(folder: Path) -> Drafts:
    return Drafts(folder, now=lambda: AT)


@pytest.mark.parametrize(
    "text", ["", "half a sen", "two\nlines\t\x1b[31m", "\u202eright to left", "👶🏽", "\ud800", "x" * 10**6]
)
def test_save_and_load(tmp_path: Path, text: str) -> None:
    """A draft is read back as it was typed, whatever was typed."""
    _drafts(tmp_path).save("a", 3, text)
    assert Draft(turn=3, text=text, at=AT) == _drafts(tmp_path).load("a")


def test_newest_only(tmp_path: Path) -> None:
    """A newer draft takes the place of the older one, for its session only, and leaves one file."""
    drafts = _drafts(tmp_path)
    for session, text in (("a", "one"), ("a.b", "other"), ("a", "two")):
        drafts.save(session, 1, text)
    assert [draft.text for draft in map(drafts.load, ("a", "a.b")) if draft] == ["two", "other"]
    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == ["a.b.draft", "a.draft"]


def test_clear(tmp_path: Path) -> None:
    """A cleared draft is gone, with what killed programs left of it; others stay; clearing nothing is no mistake."""
    drafts = _drafts(tmp_path)
    drafts.clear("a")
    assert not (tmp_path / "drafts").exists()
    drafts.save("a", 1, "one")
    drafts.save("a.b", 1, "other")
    (tmp_path / "drafts" / "a~77").write_bytes(b"{")
    drafts.clear("a")
    assert None is drafts.load("a")
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["a.b.draft"]


def test_no_ordinary_file(tmp_path: Path) -> None:
    """A pipe in a draft's place is refused at once, not waited for; the next draft takes its place."""
    (tmp_path / "drafts").mkdir()
    os.mkfifo(tmp_path / "drafts" / "a.draft")
    with pytest.raises(CasewindowError, match="is no ordinary file"):
        _drafts(tmp_path).load("a")
    _drafts(tmp_path).save("a", 1, "one")
    assert Draft(turn=1, text="one", at=AT) == _drafts(tmp_path).load("a")


def test_nothing_saved(tmp_path: Path) -> None:
    """A session without a draft has none, and looking creates nothing."""
    assert None is _drafts(tmp_path / "workspace").load("a")
    assert list(tmp_path.iterdir()) == []


def test_unfinished_write(tmp_path: Path) -> None:
    """What a kill left of the next draft leaves the one before it whole."""
    _drafts(tmp_path).save("a", 1, "one")
    (tmp_path / "drafts" / "a~77").write_bytes(b'{"turn": 2, "te')
    draft = _drafts(tmp_path).load("a")
    assert draft is not None
    assert draft.text == "one"


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"[]", b'{"turn": 1}', b"[" * 100_000])
def test_damaged(tmp_path: Path, data: bytes) -> None:
    """A draft that does not read as written is named in a sentence, and the next one takes its place."""
    drafts = _drafts(tmp_path)
    drafts.save("a", 1, "one")
    (tmp_path / "drafts" / "a.draft").write_bytes(data)
    with pytest.raises(DamageError, match=r"a\.draft does not read as it was written"):
        drafts.load("a")
    drafts.save("a", 2, "two")
    assert Draft(turn=2, text="two", at=AT) == drafts.load("a")


def test_for_the_owner_alone(tmp_path: Path) -> None:
    """Folder and file are closed to everybody else."""
    _drafts(tmp_path).save("a", 1, "one")
    modes = [S_IMODE((tmp_path / name).stat().st_mode) for name in ("drafts", "drafts/a.draft")]
    assert modes == [0o700, 0o600]


@pytest.mark.parametrize("name", ["", "../a", "A", "a/b", "a~b", "a\n"])
def test_ids(tmp_path: Path, name: str) -> None:
    """A session id that is none is refused, so that no draft leaves its folder."""
    for use in (_drafts(tmp_path).load, _drafts(tmp_path).clear, lambda id_: _drafts(tmp_path).save(id_, 1, "")):
        with pytest.raises(UsageError):
            use(name)


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is a file is refused in one sentence."""
    (tmp_path / "a-file").write_text("not a folder")
    drafts = _drafts(tmp_path / "a-file")
    for use in (drafts.load, lambda id_: drafts.save(id_, 1, "")):
        with pytest.raises(CasewindowError, match="a file stands where a folder is needed"):
            use("a")
