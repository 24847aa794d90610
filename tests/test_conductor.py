"""A session being worked on: answering, going back, revising, skipping, parking, deciding, closing, sealing."""

import pytest

from models.annotation import Status
from models.errors import ConflictError, UsageError
from models.review import Role
from models.session import SkipKind
from models.taxonomy import Direction
from sessions.store import MemoryStore
from sessions.turns import TurnState
from sessions.workspace import Workspace
from tests.support import asked, bank, begun, opened, question, rule

MADE = bank(
    question("why.open"),
    question("why.next"),
    question("why.last"),
    question("probe.why.before"),
    rule("probe.why.before", wording=["hindsight"]),
)
HINDSIGHT = "<hindsight>Looking back</> it was plain."


def test_an_answer_is_kept_as_typed() -> None:
    """White space, markup, escapes, emoji and marks of direction come back as they were typed."""
    text = "  [bold]x[/]\x1b[31m\t\u202e 👩\u200d👧 e\u0301 \r\n=1+1  "
    conductor = begun(MADE)
    assert conductor.answer(text).answer == text


def test_an_empty_answer_is_refused_in_a_sentence() -> None:
    """Nothing is no answer: the question stays, and the sentence says what to do instead."""
    conductor = begun(MADE)
    with pytest.raises(UsageError, match="skip the question"):
        conductor.answer(" \n ")
    assert asked(conductor) == "why.open"


@pytest.mark.parametrize("kind", list(SkipKind))
def test_the_four_kinds_of_skip_are_kept_apart(kind: SkipKind) -> None:
    """Not asked, not known, withheld and not applicable are four different answers."""
    conductor = begun(MADE)
    turn = conductor.skip(kind)
    assert (turn.state, turn.skip, turn.answer) == (TurnState.SKIPPED, kind, None)


def test_going_back_and_answering_again_revises() -> None:
    """The earlier text is kept as a revision, and the question that was open is asked again."""
    conductor = begun(MADE)
    conductor.answer("first")
    assert conductor.back().question == "why.open"
    conductor.answer("second")
    turn = conductor.state.turns[1]
    assert (turn.answer, turn.revisions) == ("second", ("first",))
    assert asked(conductor) == "why.next"


def test_going_back_and_leaving_the_answer_goes_on_where_it_was() -> None:
    """Looking at an earlier answer and keeping it changes nothing."""
    conductor = begun(MADE)
    conductor.answer("first")
    conductor.back()
    conductor.answer("first")
    assert conductor.state.turns[1].revisions == ()
    assert asked(conductor) == "why.next"


def test_there_is_nothing_before_the_first_question() -> None:
    """Going back too far is refused in a sentence."""
    with pytest.raises(UsageError, match="no question 1 back"):
        begun(MADE).back()


def test_a_revision_parks_the_probe_it_takes_the_reason_from() -> None:
    """The follow-up and its answer are kept as parked, never deleted; the effect is known before."""
    conductor = begun(MADE)
    conductor.answer(HINDSIGHT)
    conductor.answer("It seemed an ordinary visit then.")
    assert [turn.question for turn in conductor.effects_of(1, "Nothing of the kind.").parked] == ["probe.why.before"]
    conductor.revise(1, "Nothing of the kind.")
    [parked] = conductor.parked()
    assert (parked.question, parked.answer) == ("probe.why.before", "It seemed an ordinary visit then.")
    assert asked(conductor) == "why.next"


def test_an_answer_taken_back_parks_the_probe_it_called_for() -> None:
    """Going back and skipping takes the words away, and with them the reason for asking on; the text stays a revision."""
    conductor = begun(MADE)
    conductor.answer(HINDSIGHT)
    conductor.back()
    conductor.skip(SkipKind.WITHHELD)
    assert [turn.question for turn in conductor.parked()] == ["probe.why.before"]
    assert conductor.state.turns[1].revisions == (HINDSIGHT,)
    assert asked(conductor) == "why.next"


def test_a_revision_that_keeps_the_words_keeps_the_probe() -> None:
    """Where the words that led to a probe still stand, nothing is parked."""
    conductor = begun(MADE)
    conductor.answer(HINDSIGHT)
    conductor.revise(1, HINDSIGHT + " And more.")
    assert conductor.parked() == ()
    assert asked(conductor) == "probe.why.before"


def test_a_revision_with_new_wording_is_followed_up_first() -> None:
    """A new reason to ask comes before the question that was open, which is asked after it."""
    conductor = begun(MADE)
    conductor.answer("Nothing.")
    conductor.revise(1, HINDSIGHT)
    assert asked(conductor) == "probe.why.before"
    conductor.answer("Calm.")
    assert asked(conductor) == "why.next"


def test_a_parked_question_can_be_taken_up_again() -> None:
    """What is parked waits in a list, and is answered when the person goes to it."""
    conductor = begun(MADE)
    conductor.park()
    assert [turn.question for turn in conductor.parked()] == ["why.open"]
    conductor.go_to(1)
    conductor.answer("Now I know.")
    assert conductor.state.turns[1].answer == "Now I know."
    assert conductor.parked() == ()


def test_a_session_cut_short_goes_on_where_it_was() -> None:
    """An answer kept and not yet read is read on opening, and the next question is asked."""
    store = MemoryStore()
    conductor = begun(MADE, store=store)
    conductor.answer(HINDSIGHT)
    for kept in range(store.position("session.s1") + 1):
        copy = MemoryStore()
        copy.append("review.northfield-1", 0, store.read("review.northfield-1"))
        copy.append("session.s1", 0, store.read("session.s1")[: max(kept, 1)])
        again = opened(MADE, Workspace(copy))
        assert asked(again) in ("why.open", "probe.why.before")
        answered = again.state.turns[1].answer is not None
        assert answered == (asked(again) == "probe.why.before")


def test_two_at_once_do_not_overwrite_each_other() -> None:
    """The second writer is told, and nothing is lost."""
    store = MemoryStore()
    first = begun(MADE, store=store)
    second = opened(MADE, Workspace(store))
    first.answer("mine")
    with pytest.raises(ConflictError):
        second.answer("theirs")
    assert opened(MADE, Workspace(store)).state.turns[1].answer == "mine"


def test_a_suggestion_waits_for_a_person_and_every_decision_is_kept() -> None:
    """Decisions follow one another; the earlier ones stay in the annotation's history."""
    conductor = begun(MADE)
    conductor.answer("<factor.role>my remit</>")
    [suggested] = conductor.undecided()
    conductor.decide((suggested.id,), Status.ACCEPTED)
    conductor.decide((suggested.id,), Status.CHANGED, tag="factor.family", direction=Direction.HELPED, note="rather")
    [changed] = conductor.state.of_turn(1)
    assert [each.status for each in changed.decisions] == [Status.ACCEPTED, Status.CHANGED]
    assert (changed.tag, changed.direction, changed.status) == ("factor.family", Direction.HELPED, Status.CHANGED)
    assert conductor.undecided() == ()


def test_words_are_tagged_by_hand_only_where_they_stand() -> None:
    """A tag added by a person rests on words of the answer."""
    conductor = begun(MADE)
    conductor.answer("I saw her every day.")
    conductor.tag(1, "factor.role", "every day", Direction.HELPED)
    [added] = conductor.state.of_turn(1)
    assert (added.quote, added.start, added.status, added.added_by) == ("every day", 10, Status.ACCEPTED, "lead")
    with pytest.raises(UsageError, match="not in the answer"):
        conductor.tag(1, "factor.role", "every week", Direction.HELPED)
    with pytest.raises(UsageError, match="not a tag"):
        conductor.tag(1, "factor.nothing", "every day", Direction.HELPED)


def test_the_seal_is_refused_until_everything_is_decided_by_somebody_else() -> None:
    """Open, own, undecided, wrong role: each refusal says what stands in the way; the sealed session changes no more."""
    store = MemoryStore()
    reviewer = begun(MADE, store=store)
    reviewer.answer("<factor.role>my remit</>")
    with pytest.raises(UsageError, match="Only a supervisor"):
        reviewer.sign_off()
    supervisor = opened(MADE, Workspace(store), role=Role.SUPERVISOR)
    with pytest.raises(UsageError, match="still open"):
        supervisor.sign_off()
    reviewer.close()
    supervisor = opened(MADE, Workspace(store), role=Role.SUPERVISOR)
    with pytest.raises(UsageError, match="1 tag is still undecided"):
        supervisor.sign_off()
    supervisor.decide(("t1-1",), Status.REJECTED, note="not in the words")
    supervisor.sign_off()
    with pytest.raises(UsageError, match="sealed"):
        supervisor.decide(("t1-1",), Status.ACCEPTED)
    with pytest.raises(UsageError, match="closed"):
        opened(MADE, Workspace(store)).answer("more")


@pytest.mark.parametrize(
    ("typed", "value"), [("2", "two words"), ("One", "one"), ("TWO", "two words"), ("4", None), ("0", None)]
)
def test_a_choice_is_made_by_its_number_or_its_words(typed: str, value: str | None) -> None:
    """What was typed is kept beside what it means; a number that none of them has is refused with the list."""
    conductor = begun(bank(question("orientation.part", kind="choice", choices=["one", "two words"])))
    if value is None:
        with pytest.raises(UsageError, match="1 one; 2 two words"):
            conductor.answer(typed)
    else:
        turn = conductor.answer(typed)
        assert (turn.answer, turn.value) == (typed, value)


def test_words_of_ones_own_are_an_answer_to_a_choice_too() -> None:
    """Nobody is forced into a list: other words are kept as typed, and mean none of the choices."""
    conductor = begun(bank(question("orientation.part", kind="choice", choices=["one", "two words"])))
    turn = conductor.answer("a bit of both")
    assert (turn.answer, turn.value) == ("a bit of both", None)
