"""What the tagger reads: tags with direction, denials, sentences about elsewhere, reasons, and offsets that hold."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.tagging.spacy_words import SpacyWords, pieces
from assistant.tagging.tagger import CueTagger
from models.reading import Depth, Reading
from models.taxonomy import Cues, Direction, Level, Provenance, Tag, Taxonomy
from models.wording import DirectionWords, WordingCues
from tests.tagging.words import plain_words


def _tag(name: str, broader: str | None, **cues: tuple[str, ...]) -> Tag:
    return Tag(
        id=name,
        label=name,
        broader=broader,
        level=Level.FRONTLINE,
        provenance=Provenance.UNCONFIRMED,
        source="a test",
        definition="For a test.",
        code_when="a test.",
        not_when="no test.",
        cues=Cues(**cues),
    )


TAGS = Taxonomy(
    version="1",
    tags=(
        _tag("factor.conditions", None, hints=("caseload", "cover", "busy")),
        _tag(
            "factor.conditions.workload",
            "factor.conditions",
            hindered=("too many visit",),
            helped=("time to think",),
            open=("workload",),
        ),
        _tag("factor.own_team", None, open=("supervision",)),
    ),
)
WORDING = WordingCues.model_validate(
    {
        "wording": {"hindsight": ["in hindsight"], "blame": ["fail to"]},
        "signals": {"assumption": ["I assumed"]},
        "reasons": ["because", "so I"],
        "denials_before": ["was not"],
        "denials_after": ["was|were fine"],
        "denials_whole": ["it was not that"],
        "hypotheticals": ["in theory"],
        "direction": DirectionWords(
            helping=frozenset({"good"}), hindering=frozenset({"no"}), turning=frozenset({"no"})
        ),
    }
)
LISTED = Taxonomy(version="1", tags=(_tag("factor.conditions", None, open=("gave|give ~ cover|help", "# call|visit")),))
TAGGER = CueTagger(TAGS, WORDING, plain_words)

READS = [
    ("too many visits", [("factor.conditions.workload", "hindered")]),
    ("time to think", [("factor.conditions.workload", "helped")]),
    ("no time to think", [("factor.conditions.workload", "hindered")]),
    ("good supervision", [("factor.own_team", "helped")]),
    ("no supervision", [("factor.own_team", "hindered")]),
    ("supervision", [("factor.own_team", "unclear")]),
    ("too many visits and time to think", [("factor.conditions.workload", "both")]),
    ("a caseload", []),
    ("a caseload and no cover", []),
    ("because of a caseload and no cover", [("factor.conditions", "hindered")]),
    ("a busy caseload and no cover", [("factor.conditions", "hindered")]),
    ("the caseload. And no cover", []),
    ("the workload was fine", []),
    ("the workload was fine. It was supervision", [("factor.own_team", "unclear")]),
    ("it was not the workload", []),
    ("The workload. No, it was not that", []),
    ("the workload was fine, but later there were too many visits", []),
    ("in theory too many visits", []),
    ("in theory yes. But too many visits", [("factor.conditions.workload", "hindered")]),
    ("", []),
    ("\x00\x1b[31m", []),
]


@pytest.mark.parametrize(("text", "tags"), READS)
def test_a_text_is_read_for_what_shaped_practice(text: str, tags: list[tuple[str, str]]) -> None:
    """Cues tag, hints only together; what is denied or said of elsewhere is not tagged."""
    assert [(each.tag, each.direction.value) for each in TAGGER.read(text).suggestions] == tags


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("We went out twice.", Depth.REPORTS),
        ("We went out because she rang.", Depth.REASON),
        ("There were too many visits.", Depth.REASON),
        ("", Depth.REPORTS),
    ],
)
def test_an_answer_reports_or_gives_a_reason(text: str, depth: Depth) -> None:
    """A tag or a word that gives a reason makes the difference."""
    assert TAGGER.read(text).depth is depth


def test_a_suggestion_says_which_cue_it_rests_on() -> None:
    """The reason names the phrase; the quote is the words around it, inside their clause."""
    [found] = TAGGER.read("That day I had too many visits to make").suggestions
    assert found.reason.detail == "'too many visit'"
    assert "too many visits" in found.quote
    assert found.direction is Direction.HINDERED


def test_a_cue_with_choices_and_gaps_is_told_as_it_was_met() -> None:
    """Of several words the one that stands there; a gap is an ellipsis, a number an N."""
    [found] = (
        CueTagger(LISTED, WORDING, plain_words).read("Nobody gave me any real cover and I had 30 calls").suggestions
    )
    assert found.reason.detail == "'gave … cover' and 'N call'"


def test_wording_and_signals_are_found_with_their_words() -> None:
    """Hindsight is flagged; an assumption is a signal and no flag."""
    reading = TAGGER.read("In hindsight they failed to see it, and I assumed so.")
    assert [(each.kind.value, each.quote) for each in reading.wording] == [("hindsight", "In hindsight")]
    assert [(each.kind.value, each.quote) for each in reading.signals] == [("assumption", "I assumed")]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_offsets_hold_on_any_text(text: str) -> None:
    """Whatever is typed, `text[start:end] == quote`."""
    _assert_offsets(TAGGER.read(text + " too many visits in hindsight I assumed " + text), text)


@pytest.fixture(scope="module")
def real() -> CueTagger:
    """The tagger that ships, with its splitter."""
    from question_bank.loader import load_taxonomy, load_wording

    words = SpacyWords()
    return CueTagger(load_taxonomy(), load_wording(), words, words.known_words)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_offsets_of_the_real_tagger_hold_on_any_text(real: CueTagger, text: str) -> None:
    """With the trained pipeline too, spans are the words as typed."""
    whole = f"{text} With hindsight there was no supervision, {text} I had thirty cases 👩‍👧 so I assumed."
    reading = real.read(whole)
    for each in (*reading.suggestions, *reading.wording, *reading.signals):
        assert whole[each.start : each.end] == each.quote


@pytest.mark.parametrize("text", ["word " * 40_000, "x" * 100_000, "\n" * 50_000, "👩‍👧" * 20_000])
def test_a_very_long_answer_is_read(real: CueTagger, text: str) -> None:
    """A hundred thousand characters are read like ten, with offsets that hold to the end."""
    whole = text + " There was no supervision that month."
    reading = real.read(whole)
    assert all(whole[each.start : each.end] == each.quote for each in reading.suggestions)


@given(st.text(max_size=300), st.integers(1, 50))
def test_pieces_are_the_text(text: str, longest: int) -> None:
    """A long text is read in pieces that together are the text, each at its place."""
    found = list(pieces(text, longest))
    assert "".join(piece for _, piece in found) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in found)
    assert all(len(piece) <= longest for _, piece in found)


def _assert_offsets(reading: Reading, text: str) -> None:
    whole = text + " too many visits in hindsight I assumed " + text
    for each in (*reading.suggestions, *reading.wording, *reading.signals):
        assert whole[each.start : each.end] == each.quote


def test_reading_does_not_hang_on_the_order_of_hashes() -> None:
    """Two interpreters with different hash seeds read the same tags in the same words."""
    code = (
        "from assistant.bootstrap import Program; from pathlib import Path; "
        "print(Program(Path('nowhere')).tagger.read(\"A boy who wasn't talking and a mum who was tired, so we had no cover "
        'and nobody told us about the plan at the core group.").model_dump_json())'
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
