"""Undo and redo over everything, going on elsewhere, what is remembered for later, and sessions under newer content."""

from dataclasses import replace

import pytest

from assistant.conductor import Conductor
from assistant.engine.content import Account
from assistant.in_words import why_asked
from assistant.other_sessions import accounts
from models.annotation import Status
from models.bank import Stage
from models.errors import UsageError
from models.review import Role, Source
from models.session import SkipKind
from models.taxonomy import Direction
from question_bank.terms import load_terms
from sessions.progress import progress
from sessions.store import MemoryStore
from sessions.turns import TurnState
from sessions.workspace import Workspace
from tests.support import asked, bank, begun, opened, question, rule

MOMENT = question("what_happened.moment", kind="episode", repeat=True)
SEEN, OPEN, NEXT = question("tunnel.seen"), question("why.open"), question("why.next")
ELSE = question("change.else")
BEFORE = question("probe.why.before")
MADE = bank(MOMENT, SEEN, OPEN, NEXT, ELSE, BEFORE, rule(BEFORE.id, wording=["hindsight"], once="answer"))


def answered(*texts: str) -> Conductor:
    """A session with these answers."""
    conductor = begun(MADE)
    for text in texts:
        conductor.answer(text)
    return conductor


def test_an_answer_taken_back_is_asked_again_and_stays_in_the_log() -> None:
    """Undo takes the answer and all that followed; redo brings both back, also after a restart."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    conductor.answer("first visit")
    conductor.answer("<hindsight>looking back</>")
    assert asked(conductor) == "probe.why.before"
    conductor.undo()
    assert (asked(conductor), len(conductor.state.turns)) == ("tunnel.seen", 2)
    again = opened(MADE, Workspace(store))
    again.redo()
    assert (asked(again), again.state.turns[2].answer) == ("probe.why.before", "<hindsight>looking back</>")


def test_everything_a_person_does_can_be_undone_step_by_step() -> None:
    """Skips, parking, episodes, jumps, tags and decisions go back one at a time, to the beginning and no further."""
    conductor = answered("first visit", "<factor.role>my remit</>")
    beginning = len(conductor.state.acts)
    conductor.decide(("t2-1",), Status.ACCEPTED)
    conductor.tag(2, "factor.family", "my remit", Direction.HELPED)
    conductor.skip(SkipKind.WITHHELD)
    conductor.park()
    conductor.name_episode("transfer")
    conductor.jump(Stage.CHANGE)
    conductor.close()
    assert len(conductor.state.acts) == beginning + 7
    for _ in range(beginning + 6):
        conductor.undo()
    assert (asked(conductor), conductor.state.episodes) == ("what_happened.moment", {})
    with pytest.raises(UsageError, match="nothing to undo"):
        conductor.undo()


def test_tags_accepted_together_are_taken_back_together() -> None:
    """Accepting all tags of an answer is one thing done."""
    conductor = answered("first visit", "<factor.role>my remit</> and <factor.family>she rang</>")
    conductor.decide(tuple(each.id for each in conductor.undecided()), Status.ACCEPTED)
    assert conductor.undecided() == ()
    conductor.undo()
    assert len(conductor.undecided()) == 2


def test_nothing_can_be_done_again_once_something_else_was_done() -> None:
    """A new answer puts an end to what could be redone."""
    conductor = answered("first visit", "a")
    conductor.undo()
    conductor.answer("b")
    with pytest.raises(UsageError, match="nothing to do again"):
        conductor.redo()


def test_nobody_undoes_what_another_person_did_and_a_seal_is_for_good() -> None:
    """A supervisor's decision is theirs to take back, a reviewer's is not; what is signed off stays."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    conductor.answer("first visit")
    conductor.answer("<factor.role>my remit</>")
    conductor.close()
    supervisor = opened(MADE, Workspace(store), role=Role.SUPERVISOR)
    with pytest.raises(UsageError, match="another person's"):
        supervisor.undo()
    supervisor.decide(("t2-1",), Status.REJECTED)
    supervisor.undo()
    supervisor.decide(("t2-1",), Status.ACCEPTED)
    with pytest.raises(UsageError, match="another person's"):
        opened(MADE, Workspace(store)).undo()
    supervisor.sign_off()
    with pytest.raises(UsageError, match="sealed"):
        supervisor.undo()


@pytest.mark.parametrize(
    ("stage", "first", "then"),
    [
        (Stage.CHANGE, "change.else", "tunnel.seen"),
        (Stage.WHY, "why.open", "why.next"),
        (Stage.TUNNEL, "tunnel.seen", "why.open"),
        (Stage.WHAT_HAPPENED, "what_happened.moment", "what_happened.moment"),
    ],
)
def test_one_can_go_on_with_any_part_and_what_was_asked_comes_in_its_place(stage: Stage, first: str, then: str) -> None:
    """After a jump the session goes on there; the question left is asked again when its turn comes, and only once."""
    conductor = answered("first visit")
    conductor.jump(stage)
    assert asked(conductor) == first
    conductor.answer("something")
    assert asked(conductor) == then
    while conductor.current is not None:
        conductor.skip(SkipKind.NOT_KNOWN)
    put = [turn.question for turn in conductor.state.turns.values() if turn.state is not TurnState.LEFT]
    assert put.count("tunnel.seen") == len(conductor.state.episodes)


def test_a_question_left_by_a_jump_can_be_taken_up_at_once_and_is_not_asked_again() -> None:
    """Going to it by its number puts it back in its place; answered there, it does not come a second time."""
    conductor = answered("first visit")
    conductor.jump(Stage.CHANGE)
    conductor.go_to(2)
    conductor.answer("What could be seen.")
    while conductor.current is not None:
        conductor.skip(SkipKind.NOT_KNOWN)
    assert [turn.answer for turn in conductor.state.turns.values() if turn.question == "tunnel.seen"] == [
        "What could be seen."
    ]


def test_one_can_go_on_with_another_episode() -> None:
    """A jump to an episode asks its questions; the other one's come later."""
    conductor = answered("first visit")
    second = conductor.name_episode("transfer")
    conductor.jump(Stage.TUNNEL, second)
    current = conductor.current
    assert current is not None
    assert (current.question, current.episode) == ("tunnel.seen", second)
    with pytest.raises(UsageError, match="no episode `nowhere`"):
        conductor.jump(Stage.TUNNEL, "nowhere")


def test_after_three_probes_on_one_thing_the_next_is_noted_and_can_be_taken_up() -> None:
    """It moves on and remembers: what a fourth probe would have asked stands among what is parked."""
    probes = [question(f"probe.why.p{number}") for number in range(5)]
    made = bank(OPEN, NEXT, *probes, *(rule(probe.id, depth=["reports"]) for probe in probes))
    conductor = begun(made)
    for text in ("a.", "b.", "c.", "d."):
        conductor.answer(text)
    assert asked(conductor) == "why.next"
    [noted] = conductor.parked()
    assert (noted.question, noted.deferred, noted.because and noted.because.quote) == ("probe.why.p3", True, "d.")
    conductor.go_to(noted.number)
    conductor.answer("Taken up after all.")
    assert conductor.state.turns[noted.number].answer == "Taken up after all."
    assert asked(conductor) == "why.next"


CONTRADICTED = bank(
    MOMENT, SEEN, question("other_accounts.add"), question("probe.other_accounts.see"),
    rule("probe.other_accounts.see", contradicts=True, because='Here "{quote}"; {who} said "{other}".'),
)  # fmt: skip


def test_an_answer_that_another_account_contradicts_is_asked_about_with_both_wordings() -> None:
    """The same tag in the other direction, in another part of the session about the same episode."""
    conductor = begun(CONTRADICTED)
    conductor.answer("first visit")
    conductor.answer("<factor.own_team.supervision=hindered>no supervision for a year</>")
    conductor.answer("<factor.own_team.supervision=helped>supervised every month</>")
    because = conductor.current and conductor.current.because
    assert because
    assert because.text == 'Here "supervised every month"; an earlier answer said "no supervision for a year".'


@pytest.mark.parametrize(
    ("title", "tag", "direction", "asked_about"),
    [
        ("First visit.", "factor.own_team.supervision", Direction.HINDERED, True),
        ("first  visit", "factor.own_team.supervision", Direction.HINDERED, True),
        ("second visit", "factor.own_team.supervision", Direction.HINDERED, False),
        ("first visit", "factor.own_team", Direction.HINDERED, False),
        ("first visit", "factor.own_team.supervision", Direction.HELPED, False),
        ("first visit", "factor.own_team.supervision", Direction.UNCLEAR, False),
    ],
)
def test_an_account_of_another_session_contradicts_only_about_the_same_episode_and_tag(
    title: str, tag: str, direction: Direction, asked_about: bool
) -> None:
    """What a second respondent said of the episode is held against what is said now."""
    store = MemoryStore()
    other = begun(CONTRADICTED, store=store)
    other.answer(title)
    other.answer(f"<{tag}={direction.value}>their words</>")
    told = accounts({"s1": other.state}, but="s2")
    conductor = begun(CONTRADICTED, accounts=told)
    conductor.answer("first visit")
    conductor.answer("<factor.own_team.supervision=helped>supervised every month</>")
    assert (asked(conductor) == "probe.other_accounts.see") is asked_about


def test_a_session_never_contradicts_itself_from_its_own_log() -> None:
    """The accounts of other sessions leave out the one that is open, rejected tags and what has no episode."""
    conductor = begun(CONTRADICTED)
    conductor.answer("first visit")
    conductor.answer("<factor.role=helped>a</> and <factor.family=helped>b</>")
    conductor.decide(("t2-1",), Status.REJECTED)
    assert accounts({"s1": conductor.state}, but="s1") == ()
    assert accounts({"s1": conductor.state}, but="s2") == (
        Account("health visitor", Source.CONVERSATION, "first visit", "factor.family", Direction.HELPED, "b"),
    )


def test_a_session_under_a_newer_bank_says_what_changed_and_keeps_every_word() -> None:
    """Gone, reworded and unchanged questions are told apart; answers are never keyed anew; the log says it went on."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    conductor.answer("first visit")
    conductor.answer("<factor.role>my remit</>")
    newer = bank(
        MOMENT, question("tunnel.seen", text="What could be seen from there?"), NEXT, question("why.added"), ELSE
    ).model_copy(update={"version": "2"})
    again = opened(newer, Workspace(store))
    assert "small 1 and taxonomy" in again.changes[0]
    assert "small 2" in again.changes[0]
    assert [change for change in again.changes if "Worded differently" in change and "What could be seen" in change]
    assert [change for change in again.changes if "No longer in the bank" in change and "why.open" in change]
    assert again.state.turns[2].answer == "<factor.role>my remit</>"
    assert progress(Workspace(store).events("s1")).bank_version == "2"
    assert opened(newer, Workspace(store)).changes == ()
    again.answer("To a question that the newer bank has not.")
    assert asked(again) == "why.next"


@pytest.mark.parametrize(
    ("respondent", "asked_of_them"),
    [
        ("Review team", True),
        ("the review team, second meeting", True),
        ("lead reviewer 1", True),
        ("two lead reviewers", True),
        ("health visitor", False),
        ("preview team", False),
        ("review", False),
    ],
)
def test_who_answers_is_told_by_whole_words_of_their_role(respondent: str, asked_of_them: bool) -> None:
    """A question for the review team is put where the respondent's role says so in so many words."""
    prepare = question("preparation.why_this", when={"respondent": ["review team", "lead reviewer"]})
    conductor = begun(bank(prepare, OPEN), respondent=respondent)
    assert (asked(conductor) == "preparation.why_this") is asked_of_them


def test_why_a_question_about_change_is_asked_names_the_levels_of_the_place() -> None:
    """The review's place picks what local, regional and national change are called."""
    conductor = begun(bank(ELSE))
    conductor.content = replace(conductor.content, terms=load_terms()["germany"])
    current = conductor.current
    assert current is not None
    assert "regional (Land)" in why_asked(conductor, current)
