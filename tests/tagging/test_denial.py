"""What a denial takes away and what it leaves, with the words and the cues that ship."""

import pytest

from assistant.tagging.spacy_words import SpacyWords
from assistant.tagging.tagger import CueTagger
from models.taxonomy import top_level
from question_bank.loader import load_taxonomy, load_wording


@pytest.fixture(scope="module")
def tagger() -> CueTagger:
    """The tagger that ships, with its splitter."""
    words = SpacyWords()
    return CueTagger(load_taxonomy(), load_wording(), words, words.known_words)


DENIED = [
    ("factor.conditions", "It wasn't the workload, we were short staffed the year before."),
    ("factor.conditions", "Not the caseload, not the staffing. We had far too many cases the year before."),
    ("factor.conditions", "Short-staffed? No. It was how I saw him."),
    ("factor.conditions", "People always say caseloads were too high."),
    ("factor.conditions", "There was no staffing problem. We were short staffed later."),
    ("factor.conditions", "We were short staffed in June. But it wasn't that."),
    ("factor.own_team", "No, the supervision was there."),
    ("factor.own_team", "I couldn't fault my manager, no supervision was missed."),
    ("factor.inter_agency", "Nor was it that nobody told us anything."),
    ("factor.family", "She was not hostile to us."),
    ("factor.personal", "I wasn't tired."),
]
KEPT = [
    ("factor.conditions", "We were short staffed and I had far too many cases."),
    ("factor.conditions", "We were short staffed. It wasn't that anyone was lazy."),
    ("factor.conditions", "I had far too many cases, and I am the usher, not the form filler."),
    ("factor.own_team", "There was no supervision that month."),
    ("factor.own_team", "Did we get supervision? No. There was no supervision that month."),
    ("factor.own_team", "No, there was no supervision that month."),
    ("factor.own_team", "I was not told why, and there was no supervision that month."),
]


@pytest.mark.parametrize(("tag", "text"), DENIED)
def test_a_factor_that_is_denied_is_not_suggested(tagger: CueTagger, tag: str, text: str) -> None:
    """What an answer says played no part is not suggested, wherever it stands in the answer."""
    assert tag not in {top_level(each) for each in tagger.read(text).tag_scores()}


@pytest.mark.parametrize(("tag", "text"), KEPT)
def test_a_lack_is_no_denial(tagger: CueTagger, tag: str, text: str) -> None:
    """A thing that was missing, or a denial of another thing, leaves the factor standing."""
    assert tag in {top_level(each) for each in tagger.read(text).tag_scores()}


@pytest.mark.parametrize(
    "text",
    [
        "In theory there would be no supervision at all.",
        "In my last authority we were short staffed.",
        "In a perfect world nobody is short staffed.",
        "If I could wave a wand nobody would be short staffed.",
        "In the next county they are short staffed, I hear.",
    ],
)
def test_what_is_said_of_elsewhere_is_not_suggested(tagger: CueTagger, text: str) -> None:
    """A sentence about another place, or about what might be, gives no tag and no reason."""
    assert tagger.read(text).suggestions == ()
