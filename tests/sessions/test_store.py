"""The event store: every sentence holds for the one on disk and for its twin in memory."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import CasewindowError, ConflictError, UsageError
from sessions.store import Document, EventStore, MemoryStore
from sessions.tinydb_store import TinyDBStore

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=6,
)
EVENTS = st.lists(st.dictionaries(ANY_TEXT, ANY_JSON, max_size=3), max_size=3)


@pytest.fixture(params=["memory", "tinydb"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventStore]:
    made: EventStore = MemoryStore() if request.param == "memory" else TinyDBStore(tmp_path / "workspace")
    yield made
    made.close()


def test_append_and_read(store: EventStore) -> None:
    """What is appended is read back in order, and the new position is the number of events."""
    assert store.append("session.a", 0, [{"n": 1}, {"n": 2}]) == 2
    assert store.append("session.a", 2, [{"n": 3}]) == 3
    assert store.read("session.a") == ({"n": 1}, {"n": 2}, {"n": 3})
    assert store.position("session.a") == 3


@pytest.mark.parametrize(("after", "expected"), [(-1, [1, 2, 3]), (0, [1, 2, 3]), (2, [3]), (3, []), (9, [])])
def test_read_after(store: EventStore, after: int, expected: list[int]) -> None:
    """Reading after a position leaves out that many events."""
    store.append("workspace", 0, [{"n": 1}, {"n": 2}, {"n": 3}])
    assert expected == [event["n"] for event in store.read("workspace", after)]


def test_unknown_stream(store: EventStore) -> None:
    """A stream nobody has written to is empty and not listed."""
    assert store.read("session.a") == ()
    assert store.position("session.a") == 0
    assert () == store.list() == store.notices


@pytest.mark.parametrize("expected_position", [0, 2])
def test_conflict(store: EventStore, expected_position: int) -> None:
    """A writer who believes the stream to be elsewhere changes nothing."""
    store.append("session.a", 0, [{"n": 1}])
    with pytest.raises(ConflictError, match="it holds 1 events"):
        store.append("session.a", expected_position, [{"n": 2}])
    assert store.read("session.a") == ({"n": 1},)


def test_append_nothing(store: EventStore) -> None:
    """Appending no events keeps the position, still checks it, and lists nothing."""
    assert store.append("session.a", 0, []) == 0
    with pytest.raises(ConflictError):
        store.append("session.a", 1, [])
    assert store.list() == ()


def test_streams_are_apart(store: EventStore) -> None:
    """Each stream has its own position, and the list is sorted."""
    for stream in ("workspace", "session.b", "session.a.journal", "review.r-1"):
        assert store.append(stream, 0, [{"in": stream}]) == 1
    assert store.list() == ("review.r-1", "session.a.journal", "session.b", "workspace")
    assert store.read("session.b") == ({"in": "session.b"},)


@pytest.mark.parametrize(
    "name",
    ["", "Workspace", "session", "session.", "session.A", "session../x", "session.a/b", "session..a", "session.a\n",
     "other.a", "review.a\0", "workspace.a", "../workspace", "session." + "a" * 101, "session.é"],
)  # fmt: skip
def test_stream_names(store: EventStore, name: str) -> None:
    """A name that is not workspace, review.<id> or session.<id> is refused before anything is touched."""
    for use in (store.read, store.position, lambda stream: store.append(stream, 0, [{}])):
        with pytest.raises(UsageError):
            use(name)


def test_nobody_shares_events(store: EventStore) -> None:
    """Changing a mapping after it was appended or read changes nothing in the store."""
    event: Document = {"tags": ["a"]}
    store.append("session.a", 0, [event])
    event["tags"] = "changed"
    tags = store.read("session.a")[0]["tags"]
    assert isinstance(tags, list)
    tags.append("b")
    assert store.read("session.a") == ({"tags": ["a"]},)


def test_no_ordinary_file(tmp_path: Path) -> None:
    """A pipe in place of a stream is refused at once, not waited for."""
    (tmp_path / "streams").mkdir()
    os.mkfifo(tmp_path / "streams" / "session.a.journal")
    store = TinyDBStore(tmp_path)
    for use in (store.read, store.position, lambda stream: store.append(stream, 0, [{}])):
        with pytest.raises(CasewindowError, match="is no ordinary file"):
            use("session.a")


def test_emptied_stream(tmp_path: Path) -> None:
    """A stream whose file was emptied is still listed, so that somebody asks what became of it."""
    TinyDBStore(tmp_path).append("session.a", 0, [{"n": 1}])
    (tmp_path / "streams" / "session.a.journal").write_bytes(b"")
    store = TinyDBStore(tmp_path)
    assert (store.list(), store.position("session.a")) == (("session.a",), 0)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes"])
def test_not_json(store: EventStore, value: object) -> None:
    """An event that JSON cannot hold is refused in a sentence, with those beside it."""
    with pytest.raises(CasewindowError, match="was not kept"):
        store.append("session.a", 0, [{"n": 1}, {"n": value}])  # type: ignore[dict-item]
    assert store.read("session.a") == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(EVENTS, st.integers(-1, 1), st.booleans()), max_size=6))
def test_both_are_a_list(steps: list[tuple[list[Document], int, bool]]) -> None:
    """Whatever is appended, rightly or wrongly, reopened or not, both stores hold what a list would."""
    with tempfile.TemporaryDirectory() as folder:
        twins: list[EventStore] = [MemoryStore(), TinyDBStore(Path(folder))]
        expected: list[Document] = []
        for events, off, reopen in steps:
            appended = [_appended(store, len(expected) + off, events) for store in twins]
            assert [off == 0] * 2 == appended
            expected += events if off == 0 else []
            if reopen:
                twins[1].close()
                twins[1] = TinyDBStore(Path(folder))
            assert [tuple(expected)] * 2 == [store.read("workspace") for store in twins]


def _appended(store: EventStore, expected_position: int, events: list[Document]) -> bool:
    try:
        return store.append("workspace", expected_position, events) == expected_position + len(events)
    except ConflictError:
        return False
