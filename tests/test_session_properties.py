"""Whatever is done in whatever order: nothing said is lost, there is no dead end, and the log alone gives the state."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conductor import Conductor
from models.annotation import Status
from models.bank import Stage
from models.errors import CasewindowError, UsageError
from models.session import Answered, Revised, SkipKind
from sessions.progress import as_bytes, progress
from sessions.store import MemoryStore
from sessions.turns import Turn, TurnState
from sessions.workspace import Workspace
from tests.support import bank, begun, opened, question, rule

MADE = bank(
    question("what_happened.moment", kind="episode", repeat=True),
    question("tunnel.seen"),
    question("why.open"),
    question("why.role", elicits=["factor.role"], when={"not_mentioned": "factor.role"}),
    question("change.else"),
    question("probe.why.before"),
    question("probe.why.how"),
    rule("probe.why.before", wording=["hindsight"], once="answer", salience=90),
    rule("probe.why.how", tag=["factor.role"]),
)
TEXTS = st.sampled_from(
    ["plain", "<hindsight>looking back</>", "<factor.role=helped>my remit</>", "because of it", "x" * 50]
)
ACTS = st.one_of(
    st.tuples(st.just("answer"), TEXTS),
    st.tuples(st.just("skip"), st.sampled_from(list(SkipKind))),
    st.tuples(st.just("park"), st.none()),
    st.tuples(st.just("back"), st.integers(1, 3)),
    st.tuples(st.just("go"), st.integers(1, 12)),
    st.tuples(st.just("revise"), st.tuples(st.integers(1, 12), TEXTS)),
    st.tuples(st.just("episode"), st.just("a moment")),
    st.tuples(st.just("jump"), st.sampled_from(list(Stage))),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
    st.tuples(st.just("accept"), st.none()),
)


DO: dict[str, Callable[[Conductor, Any], Turn | object]] = {
    "answer": lambda conductor, text: conductor.answer(text),
    "skip": lambda conductor, kind: conductor.skip(kind),
    "park": lambda conductor, _: conductor.park(),
    "back": lambda conductor, steps: conductor.back(steps),
    "go": lambda conductor, number: conductor.go_to(number),
    "revise": lambda conductor, change: conductor.revise(*change),
    "episode": lambda conductor, title: conductor.name_episode(title),
    "jump": lambda conductor, stage: conductor.jump(stage),
    "undo": lambda conductor, _: conductor.undo(),
    "redo": lambda conductor, _: conductor.redo(),
    "accept": lambda conductor, _: conductor.decide(tuple(e.id for e in conductor.undecided()), Status.ACCEPTED),
}


def _do(conductor: Conductor, act: str, given: object) -> str | None:
    """Do one thing; returns the text that was acknowledged, where one was."""
    done = DO[act](conductor, given)
    return done.answer if act in ("answer", "revise") and isinstance(done, Turn) else None


@settings(max_examples=200, deadline=None)
@given(st.lists(ACTS, max_size=25))
def test_nothing_said_is_lost_and_the_log_gives_the_state(acts: list[tuple[str, object]]) -> None:
    """Every acknowledged text stays in the log, as an answer or revision unless undone; the log alone gives the state."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    said: list[str] = []
    undone = False
    for act, given_ in acts:
        if conductor.current is None and act not in ("undo", "redo"):
            break
        try:
            text = _do(conductor, act, given_)
        except UsageError:
            continue
        undone = undone or act == "undo"
        said += [text] if text is not None else []
        turns = conductor.state.turns.values()
        kept = [each for turn in turns for each in (turn.answer, *turn.revisions) if each is not None]
        events = Workspace(store).events("s1")
        assert set(said) <= {event.text for event in events if isinstance(event, Answered | Revised)}
        assert undone or set(said) <= set(kept)
        assert conductor.current is not None or all(turn.state is not TurnState.OPEN for turn in turns)
        assert progress(events) == conductor.state


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTS, max_size=20), st.integers(1, 4))
def test_undo_then_redo_is_nothing(acts: list[tuple[str, object]], times: int) -> None:
    """As many redos as undos lead back to the same session, and as many undos to where it was before."""
    conductor = begun(MADE)
    shown = [_shown(conductor)]
    for act, given_ in acts:
        try:
            _do(conductor, act, given_)
        except CasewindowError:
            continue
    shown = [_shown(conductor)]
    for _ in range(times):
        try:
            conductor.undo()
        except UsageError:
            break
        shown.append(_shown(conductor))
    for before in reversed(shown[:-1]):
        conductor.redo()
        assert _shown(conductor) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=25))
def test_the_same_events_folded_twice_give_the_same_bytes(acts: list[tuple[str, object]]) -> None:
    """A state depends on the events and on nothing else."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    for act, given_ in acts:
        with suppress(CasewindowError):
            _do(conductor, act, given_)
    events = Workspace(store).events("s1")
    assert as_bytes(progress(events)) == as_bytes(progress(events)) == as_bytes(conductor.state)


def test_a_rule_that_no_answer_fits_any_more_parks_its_probe_and_a_return_restores_it() -> None:
    """A revision that takes the words away parks the follow-up; one that brings them back restores it with its answer."""
    conductor = begun(MADE)
    conductor.skip(SkipKind.NOT_KNOWN)
    conductor.answer("<hindsight>looking back</>")
    conductor.answer("It seemed an ordinary day.")
    conductor.revise(2, "plain")
    assert [turn.unfounded for turn in conductor.parked()] == [True]
    assert [turn.number for turn in conductor.effects_of(2, "<hindsight>looking back</>").restored] == [3]
    conductor.revise(2, "<hindsight>looking back</>")
    assert conductor.parked() == ()
    assert conductor.state.turns[3].state is TurnState.ANSWERED


def _shown(conductor: Conductor) -> bytes:
    return as_bytes(replace(conductor.state, undone=[], last_at=None))


@settings(max_examples=50, deadline=None)
@given(st.lists(ACTS, max_size=15))
def test_a_session_answered_to_the_end_ends(acts: list[tuple[str, object]]) -> None:
    """From wherever the acts led, skipping and answering on comes to an end."""
    conductor = begun(MADE)
    for act, given_ in acts:
        try:
            _do(conductor, act, given_)
        except CasewindowError:
            continue
    for _ in range(200):
        if conductor.current is None:
            return
        conductor.skip(SkipKind.NOT_KNOWN)
    raise AssertionError("the session did not end within two hundred skips")


def test_opening_again_changes_nothing() -> None:
    """A session opened again asks what it asked before, and appends nothing."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    conductor.answer("first")
    conductor.skip(SkipKind.NOT_KNOWN)
    before = store.read("session.s1")
    again = opened(MADE, Workspace(store))
    assert again.current == conductor.current
    assert store.read("session.s1") == before
