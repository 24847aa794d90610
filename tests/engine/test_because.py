"""Every probe says why it is asked, in the words of the person who answered."""

import pytest

from assistant.engine.select import clipped
from tests.support import bank, begun, question, rule

MADE = bank(
    question("why.open"),
    question("probe.why.how"),
    rule("probe.why.how", tag=["factor.conditions"]),
)


def test_the_because_quotes_the_words_that_led_there() -> None:
    """The quoted words are the words of the answer that the rule rests on, exactly as typed."""
    conductor = begun(MADE)
    conductor.answer("That day I had <factor.conditions=hindered>eleven other visits</> and no cover.")
    current = conductor.current
    assert current is not None
    assert current.because is not None
    assert current.because.text == 'You said "eleven other visits"; this asks on.'
    assert current.because.quote in (conductor.state.turns[1].answer or "")
    assert current.because.turn == 1


def test_a_planned_question_has_no_because() -> None:
    """A question asked for its place claims no reason in what was said."""
    current = begun(MADE).current
    assert current is not None
    assert current.because is None


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("short words", "short words"),
        ("  \n\nsecond line counts\nthird does not", "second line counts"),
        ("word " * 40, ("word " * 18).strip()),
        ("x" * 200, "x" * 90),
        ("\n \t ", ""),
        ("a quote with, a comma at the very end of what is still shown in the because line ok,, more", None),
    ],
)
def test_a_long_quote_is_cut_between_words(words: str, shown: str | None) -> None:
    """What is quoted stands in the answer exactly as it is quoted, on one line, and is never long."""
    cut = clipped(words)
    assert cut in words
    assert "\n" not in cut
    assert len(cut) <= 90
    if shown is not None:
        assert cut == shown
