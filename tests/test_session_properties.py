"""Whatever is done in whatever order: nothing said is lost, there is no dead end, and the log alone gives the state."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conductor import Conductor
from models.errors import CasewindowError, UsageError
from models.session import SkipKind
from sessions.progress import progress
from sessions.store import MemoryStore
from sessions.turns import TurnState
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
)


def _do(conductor: Conductor, act: str, given: object) -> str | None:
    """Do one thing; returns the text that was acknowledged, where one was."""
    match act, given:
        case "answer", str(text):
            return conductor.answer(text).answer
        case "skip", SkipKind() as kind:
            conductor.skip(kind)
        case "park", _:
            conductor.park()
        case "back", int(steps):
            conductor.back(steps)
        case "go", int(number):
            conductor.go_to(number)
        case "revise", (int(number), str(text)):
            return conductor.revise(number, text).answer
        case "episode", str(title):
            conductor.name_episode(title)
    return None


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTS, max_size=25))
def test_nothing_said_is_lost_and_the_log_gives_the_state(acts: list[tuple[str, object]]) -> None:
    """Every acknowledged text stands as an answer or among the revisions, and folding the log gives the same state."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    said: list[str] = []
    for act, given_ in acts:
        if conductor.current is None:
            break
        try:
            text = _do(conductor, act, given_)
        except UsageError:
            continue
        if text is not None:
            said.append(text)
        turns = conductor.state.turns.values()
        kept = [each for turn in turns for each in (turn.answer, *turn.revisions) if each is not None]
        assert set(said) <= set(kept)
        assert conductor.current is not None or all(turn.state is not TurnState.OPEN for turn in turns)
        assert progress(Workspace(store).events("s1")) == conductor.state


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
