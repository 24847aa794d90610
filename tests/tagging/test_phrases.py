"""The notation of cues: what a phrase meets, and what it does not."""

import pytest

from assistant.tagging.phrases import PhraseBook, phrase
from tests.tagging.words import plain_words

MEETS = [
    ("high caseload", "a high caseload that year", "high caseload"),
    ("high caseload", "high caseloads", "high caseloads"),
    ("high caseload", "HIGH CASELOAD", "HIGH CASELOAD"),
    ("high caseload", "high and rising caseload", None),
    ("high caseload", "It was high. Caseload was fine", None),
    ("high|heavy caseload", "a heavy caseload", "heavy caseload"),
    ("no ~ cover", "no cover", "no cover"),
    ("no ~ cover", "no real holiday cover", "no real holiday cover"),
    ("no ~ cover", "no one to ask for any cover", None),
    ("a? lot", "a lot", None),
    ("quite a? lot", "quite lot", "quite lot"),
    ("quite a? lot", "quite a lot", "quite a lot"),
    ("understaff* team", "understaffed team", "understaffed team"),
    ("# visit", "eleven visits", None),
    ("# visit", "11 visits", "11 visits"),
    ("did not know", "we didn't know", "didn't know"),
    ("did not know", "we did not know", "did not know"),
    ("supervision cancelled", "superivsion cancelled", "superivsion cancelled"),
    ("supervision cancelled", "supper cancelled", None),
    ("chronology", "chronolgy", "chronolgy"),
    ("chronology", "technology", None),
]


@pytest.mark.parametrize(("cue", "text", "met"), MEETS)
def test_a_cue_meets_what_its_notation_says(cue: str, text: str, met: str | None) -> None:
    """The words met are those of the notation, exactly as typed, and never across a sentence."""
    if cue.startswith("a?"):
        with pytest.raises(ValueError, match="must begin"):
            phrase(cue, None)
        return
    book = PhraseBook([phrase(cue, None)])
    found = [
        text[sentence[each.first].start : sentence[each.behind - 1].end]
        for sentence in plain_words(text)
        for each in book.find(sentence)
    ]
    assert found == ([met] if met else [])


@pytest.mark.parametrize("cue", ["", "~ cover", "no ~", "can't", "a-b", "(x)", "what!", "|", "x| y"])
def test_a_cue_that_is_not_well_written_is_refused(cue: str) -> None:
    """The refusal says what the notation takes."""
    with pytest.raises(ValueError, match=r"notation|begin and end"):
        phrase(cue, None)


def test_a_known_word_is_no_misspelling() -> None:
    """A word of the language is left as it is, however near it comes to a cue."""
    book = PhraseBook([phrase("restraining", None)], known_words=frozenset({"retraining"}))
    assert not [found for sentence in plain_words("the retraining") for found in book.find(sentence)]
    assert [found for sentence in plain_words("the restrainin") for found in book.find(sentence)]
