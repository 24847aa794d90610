"""The line mode: a session and a supervisor's pass through a pipe, with every command."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from assistant.conductor import Conductor
from assistant.plain import Lines, PlainSession
from assistant.plain_supervision import PlainSupervision
from models.annotation import Status
from models.review import Role
from models.session import SkipKind
from sessions.drafts import Drafts
from sessions.store import MemoryStore
from sessions.turns import TurnState
from sessions.workspace import Workspace
from tests.support import asked, bank, begun, opened, question, rule

MADE = bank(
    question("orientation.kind", kind="choice", choices=["visit", "call"]),
    question("why.open", elicits=["factor.role"]),
    question("why.next"),
    question("why.last"),
    question("probe.why.before"),
    rule("probe.why.before", wording=["hindsight"]),
)
TAGGED = "<factor.role=helped>I saw her daily</> at school."


def _played(conductor: Conductor, folder: Path, typed: Iterable[str]) -> str:
    told: list[str] = []
    lines = iter(typed)
    PlainSession(conductor, Drafts(folder), Lines(lambda: next(lines, None), told.append)).run()
    return "\n".join(told)


def test_a_session_is_answered_line_by_line(tmp_path: Path) -> None:
    """An empty line ends an answer of many lines; a choice needs only its number; everything is kept as typed."""
    conductor = begun(MADE)
    told = _played(conductor, tmp_path, ["2", "first line", "second line", "", TAGGED, "", "last", "", "yes"])
    answers = [turn.answer for turn in conductor.state.turns.values()]
    assert answers == ["2", "first line\nsecond line", TAGGED, "last"]
    assert conductor.state.turns[1].value == "call"
    assert conductor.state.closed_by == "lead"
    assert 'aspects of the role, helped: "I saw her daily"' in told
    assert "To be decided by a supervisor: 1 tag." in told


def test_the_end_of_the_input_leaves_the_session_open_with_nothing_lost(tmp_path: Path) -> None:
    """What was typed when the input ended is kept as an answer; the session waits to be resumed."""
    conductor = begun(MADE)
    told = _played(conductor, tmp_path, ["1", "half an answer"])
    assert conductor.state.turns[2].answer == "half an answer"
    assert "--resume s1" in told
    assert not conductor.finished


def test_a_draft_is_the_beginning_of_the_answer(tmp_path: Path) -> None:
    """What was typed before a kill is shown again, and goes on from there."""
    conductor = begun(MADE)
    conductor.answer("1")
    Drafts(tmp_path).save("s1", 2, "typed before")
    told = _played(conductor, tmp_path, ["and after", ""])
    assert "A draft of 2 words" in told
    assert conductor.state.turns[2].answer == "typed before\nand after"
    assert Drafts(tmp_path).load("s1") is None


COMMANDS = [
    (["/help"], "/park: lay the question aside"),
    (["/why"], "It is asked in its place, in the part on orientation."),
    (["/hlep"], "/park: lay the question aside"),
    (["/nonsense"], "`/nonsense` is not a command"),
    (["/skip"], "Skipped: not known."),
    (["/skip witheld"], "Skipped: withheld."),
    (["/skip bored"], "`bored` is not a kind of skip"),
    (["/back"], "There is no question 1 back"),
    (["1", "/back"], "Back at question 1. Its answer stays until you give another."),
    (["/park"], "Question 1 is parked; /go 1 takes it up again."),
    (["/park", "/parked"], "1  What about orientation.kind?"),
    (["/parked"], "Nothing is parked."),
    (["/go 99"], "There is no turn 99"),
    (["/go x"], "`x` is not a number"),
    (["/episode first visit"], "Episode named: first visit"),
    (["/tags"], "No tags were found in the words."),
    (["1", TAGGED, "", "/accept"], "t2-1  aspects of the role, helped"),
    (["1", TAGGED, "", "/accept t2-1"], "like a mark; accepted"),
    (["1", TAGGED, "", "/reject t2-1 not in the words"], "like a mark; rejected"),
    (["1", TAGGED, "", "/change t2-1 factor.family hindered"], "aspects of the family, hindered"),
    (["1", TAGGED, "", "/change t2-1 helped factor.family she said so"], "aspects of the family, helped"),
    (["1", TAGGED, "", "/change t2-1 factor.mood"], "`factor.mood` is not a tag"),
    (["1", TAGGED, "", "/change t2-1"], "say what fits"),
    (["1", TAGGED, "", "/reject t2-1 " + "x" * 2001], "The reason has 2,001 characters; the most is 2,000"),
    (["1", TAGGED, "", "/tag factor.family helped: at school"], 'aspects of the family, helped: "at school"'),
    (["1", TAGGED, "", "/tag factor.family helped: at home"], "Those words are not in the answer"),
    (["1", TAGGED, "", "/tags all"], "t2-1"),
    (["1", TAGGED, "", "/where"], "aspects of the role: spoken of"),
    (["5"], "Choose one of these, by its number or its words: 1 visit; 2 call."),
    (["1", "/revise 7"], "Say which question: /revise and one of 1."),
    (["1", "//etc is a folder", ""], "Question 3"),
]


@pytest.mark.parametrize(("typed", "told"), COMMANDS, ids=[(row[0][-1] or row[0][-2])[:50] for row in COMMANDS])
def test_a_command_does_what_its_help_says(typed: list[str], told: str, tmp_path: Path) -> None:
    """Commands are forgiving about spelling, and what cannot be done is said in a sentence."""
    assert told in _played(begun(MADE), tmp_path, typed)


def test_a_revision_shows_its_effect_and_asks_first(tmp_path: Path) -> None:
    """No leaves everything as it is; yes parks the follow-up with its answer."""
    typed = [
        "1",
        "<hindsight>Looking back</> it was plain.",
        "",
        "It seemed ordinary.",
        "",
        "/revise 2",
        "Nothing.",
        "",
    ]
    for reply, parked in (("no", 0), ("yes", 1)):
        conductor = begun(MADE)
        told = _played(conductor, tmp_path, [*typed, reply])
        assert "takes away the reason for these questions" in told
        assert len(conductor.parked()) == parked


def test_skips_are_kept_with_their_kind(tmp_path: Path) -> None:
    """The kind typed is the kind kept."""
    conductor = begun(MADE)
    _played(conductor, tmp_path, ["/skip not_applicable", "/skip not asked"])
    kinds = [turn.skip for turn in conductor.state.turns.values() if turn.state is TurnState.SKIPPED]
    assert kinds == [SkipKind.NOT_APPLICABLE, SkipKind.NOT_ASKED]


def test_a_supervisor_decides_in_lines_and_signs_off(tmp_path: Path) -> None:
    """Accept, change, reject, skip for now, leave; the seal is offered when all is decided."""
    store = MemoryStore()
    reviewer = begun(MADE, store=store)
    _played(
        reviewer, tmp_path, ["1", TAGGED, "", "<factor.family>hostile</> and <factor.own_team>alone</>", "", "/close"]
    )
    desk = opened(MADE, Workspace(store), role=Role.SUPERVISOR)
    told: list[str] = []
    for typed in (["s", "q"], ["a", "x", "c factor.mood", "c factor.personal hindered", "r not in the words", "yes"]):
        lines = iter(typed)
        PlainSupervision(desk, Lines(lambda lines=lines: next(lines, None), told.append)).run()  # type: ignore[misc]  # bound per pass
    assert [each.status for each in desk.state.annotations.values()] == [
        Status.ACCEPTED,
        Status.CHANGED,
        Status.REJECTED,
    ]
    assert desk.state.signed_off_by == "method"
    assert "[I saw her daily]" in "\n".join(told)
    assert "`factor.mood` is not a tag" in "\n".join(told)
    assert asked(desk) is None


def test_a_supervisor_takes_a_decision_back_and_decides_that_tag_again(tmp_path: Path) -> None:
    """Undo returns to the tag it was about; before anything was decided there is nothing of theirs to undo."""
    store = MemoryStore()
    _played(begun(MADE, store=store), tmp_path, ["1", TAGGED, "", "<factor.family>hostile</>", "", "/close"])
    desk = opened(MADE, Workspace(store), role=Role.SUPERVISOR)
    told: list[str] = []
    lines = iter(["u", "a", "u", "r not in the words", "a", "no"])
    PlainSupervision(desk, Lines(lambda: next(lines, None), told.append)).run()
    assert [each.status for each in desk.state.annotations.values()] == [Status.REJECTED, Status.ACCEPTED]
    assert "another person's" in "\n".join(told)
    assert "Taken back: a decision on tags." in told


def _supervised(typed: Iterable[str], folder: Path) -> tuple[Conductor, str]:
    """A closed session with one tag, after a supervisor typed these lines; and what they were told."""
    store = MemoryStore()
    _played(begun(MADE, store=store), folder, ["1", TAGGED, "", "/close"])
    desk = opened(MADE, Workspace(store), role=Role.SUPERVISOR)
    told: list[str] = []
    lines = iter(typed)
    PlainSupervision(desk, Lines(lambda: next(lines, None), told.append)).run()
    return desk, "\n".join(told)


UNMEANT = [
    "",
    "  ",
    "\t",
    "x" * 100_000,
    "rubbish",
    "another thing",
    "\x00",
    "\x1b[31m",
    "/accept",
    "c",
    "c  ",
    "c nothing",
    "r " + "x" * 100_000,
]


def test_what_is_no_decision_decides_nothing(tmp_path: Path) -> None:
    """Whatever else is typed is told of and asked for again; at the end of the input everything is as it was."""
    desk, told = _supervised(UNMEANT, tmp_path)
    assert [each.decisions for each in desk.state.annotations.values()] == [()]
    assert told.count("Type one of: ") == len(UNMEANT) - 4
    assert "Left; what was decided is kept." in told


@pytest.mark.parametrize(
    ("typed", "status", "note"),
    [
        ("a", Status.ACCEPTED, ""),
        ("Accept  as said ", Status.ACCEPTED, "as said"),
        ("r not in the words", Status.REJECTED, "not in the words"),
        ("c factor.family they told me", Status.CHANGED, "they told me"),
        ("c helped factor.family", Status.CHANGED, ""),
        ("change factor.family helped  as the \x1b note has it", Status.CHANGED, "as the \x1b note has it"),
    ],
)
def test_a_decision_is_kept_with_its_reason(typed: str, status: Status, note: str, tmp_path: Path) -> None:
    """Words behind a decision are its reason, and none of them is dropped; without a yes nothing is sealed."""
    desk, told = _supervised([typed, "maybe"], tmp_path)
    [annotation] = desk.state.annotations.values()
    assert (annotation.status, annotation.decisions[-1].note) == (status, note)
    assert "Not signed off; the session stays in the queue." in told
    assert desk.state.signed_off_by is None


def test_a_draft_that_cannot_be_read_is_said_and_the_session_goes_on(tmp_path: Path) -> None:
    """It is told of once, and the answer is kept."""
    conductor = begun(MADE)
    conductor.answer("1")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "s1.draft").write_bytes(b"{")
    told = _played(conductor, tmp_path, ["an answer", ""])
    assert told.count("cannot be shown; go on without it") == 1
    assert conductor.state.turns[2].answer == "an answer"


def test_a_session_that_is_not_closed_at_its_end_says_how_to_go_on(tmp_path: Path) -> None:
    """Nothing left to ask and no yes: it stays open, and that is said."""
    conductor = begun(MADE)
    told = _played(conductor, tmp_path, ["1", "one", "", "two", "", "three", "", "no"])
    assert "casewindow session --resume s1" in told
    assert not conductor.finished
