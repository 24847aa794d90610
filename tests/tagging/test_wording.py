"""Which words are flagged, and which open a door for a further question, with the words that ship."""

import pytest

from assistant.tagging.spacy_words import SpacyWords
from assistant.tagging.tagger import CueTagger
from question_bank.loader import load_taxonomy, load_wording


@pytest.fixture(scope="module")
def tagger() -> CueTagger:
    """The tagger that ships, with its splitter."""
    words = SpacyWords()
    return CueTagger(load_taxonomy(), load_wording(), words, words.known_words)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("counterfactual", "We should have gone back that night."),
        ("counterfactual", "I should've rung her."),
        ("counterfactual", "If we'd known about the brother we would have acted."),
        ("counterfactual", "Had they read the file they'd have stopped."),
        ("counterfactual", "If only somebody had asked."),
        ("hindsight", "With hindsight it fits."),
        ("hindsight", "Knowing what we know now, I feel sick."),
        ("hindsight", "Looking back, each one was small."),
        ("obviousness", "It was obvious to everyone."),
        ("obviousness", "Anyone could have seen it."),
        ("obviousness", "It was staring us in the face."),
        ("blame", "The nurse failed to act."),
        ("blame", "Any competent manager would know."),
        ("blame", "They dropped the ball."),
        ("outcome", "The baby died on the Friday."),
        ("outcome", "Given how it ended, the visit was wrong."),
    ],
)
def test_wording_is_flagged(tagger: CueTagger, kind: str, text: str) -> None:
    """Words that look back with the outcome in mind, or lay a matter on a person, are flagged by kind."""
    assert kind in {each.kind.value for each in tagger.read(text).wording}


@pytest.mark.parametrize(
    "text",
    [
        "At the time I thought he was safe.",
        "She had me shadow two visits.",
        "We had her on the list from May.",
        "Information sharing was weekly.",
        "I asked if she could have a copy.",
        "The plan ended and we closed it in June.",
        "I did not see the record because the system was down.",
        "She'd had a good worker with her first baby.",
    ],
)
def test_plain_telling_is_not_flagged(tagger: CueTagger, text: str) -> None:
    """What was seen and done at the time carries no flag."""
    assert tagger.read(text).wording == ()


@pytest.mark.parametrize(
    ("kind", "quote", "text"),
    [
        ("assumption", "I assumed", "There was a note and I assumed they knew."),
        ("usual", "That's how we do", "That's how we do it here."),
        ("emotion", "gut feeling", "I had a gut feeling on the stairs."),
        ("trade_off", "had to choose", "We had to choose between two visits."),
        ("workaround", "off my own bat", "I rang him off my own bat."),
        ("uncertain", "no idea", "I had no idea who held it."),
        ("went_well", "made the difference", "Her call made the difference."),
        ("other_account", "I was told", "I was told it was closed."),
        ("shorthand", "rule of optimism", "It was the rule of optimism."),
        ("shorthand", "professional curiosity", "There was no professional curiosity."),
    ],
)
def test_words_that_open_a_door_are_quoted(tagger: CueTagger, kind: str, quote: str, text: str) -> None:
    """Each signal carries the speaker's own words, short enough to be quoted back."""
    assert (kind, quote) in {(each.kind.value, each.quote) for each in tagger.read(text).signals}


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (True, "I went back because she rang. Then I wrote it up. I sent it."),
        (True, "There was a new form, so I used that. I sent it."),
        (True, "The rota changed, which meant two of us. I sent it."),
        (False, "Visited. No reply. Visited again the next day, no reply, carded."),
        (False, "Weighed. Measured. Plotted. Red book updated."),
    ],
)
def test_a_report_gives_no_reason(tagger: CueTagger, reason: bool, text: str) -> None:
    """A connective shows that a reason is given; a list of what was done shows none."""
    assert tagger.read(text).gives_reason is reason
