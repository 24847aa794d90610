"""The coverage grid and the why gauge of a session."""

from assistant.engine.coverage import Cover, coverage
from models.session import SkipKind
from tests.support import bank, begun, question

MADE = bank(
    question("why.open"),
    question("why.family", elicits=["factor.family"]),
    question("why.role", elicits=["factor.role"]),
    question("why.national", elicits=["factor.national"]),
)


def test_a_factor_counts_as_absent_only_where_its_question_was_reached() -> None:
    """Spoken of, asked without being spoken of, left open and not asked are four different things."""
    conductor = begun(MADE)
    conductor.answer("<factor.conditions>no cover</>")
    conductor.answer("Nothing about the family.")
    conductor.skip(SkipKind.WITHHELD)
    conductor.park()
    [cover] = coverage(MADE, conductor.state)
    assert cover.factors["factor.conditions"] is Cover.SPOKEN_OF
    assert cover.factors["factor.family"] is Cover.ASKED
    assert cover.factors["factor.role"] is Cover.LEFT_OPEN
    assert cover.factors["factor.national"] is Cover.LEFT_OPEN
    assert cover.factors["factor.personal"] is Cover.NOT_ASKED


def test_an_episode_without_a_reason_is_said_to_stop_at_what() -> None:
    """The gauge tells an episode that only reports from one that says why."""
    conductor = begun(MADE)
    conductor.answer("We went out twice.")
    [cover] = coverage(MADE, conductor.state)
    assert cover.stops_at_what
    assert not cover.why_reached
    conductor.answer("Because she rang us, because it was late.")
    [cover] = coverage(MADE, conductor.state)
    assert cover.why_reached
    assert (cover.answers, cover.reasons) == (2, 1)


def test_what_was_said_of_the_case_as_a_whole_still_counts_once_an_episode_is_named() -> None:
    """An episode named in the middle does not take what was asked before out of the summary."""
    conductor = begun(MADE)
    conductor.answer("Because she rang us.")
    conductor.name_episode("first visit")
    assert [(cover.title, cover.answers) for cover in coverage(MADE, conductor.state)] == [
        ("the case as a whole", 1),
        ("first visit", 0),
    ]
