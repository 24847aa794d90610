"""Content that is refused: every fault at once, with file, line, id and what would be right."""

from pathlib import Path

import pytest

from models.errors import ContentError
from models.taxonomy import TOP_LEVEL_TAGS, Provenance
from question_bank.loader import bank_ids, load_bank, load_taxonomy
from question_bank.terms import kinds_of_review, load_terms
from tests.support import TAXONOMY

HEAD = "id: try\nversion: '1'\ntitle: Try\ndescription: For a test.\n"
STAGES = ("orientation", "what_happened", "tunnel", "why", "went_well", "other_accounts", "patterns", "change")
QUESTIONS = "questions:\n" + "".join(
    f"  - {{id: {stage}.q, stage: {stage}, text: 'What about it?'}}\n" for stage in STAGES
)
PROBE = "probes:\n  - {id: probe.p, stage: why, text: 'How did that come?'}\n"
RULE = "rules:\n  - id: rule.r\n    when: {depth: [reports]}\n    ask: probe.p\n    because: 'You said \"{quote}\"; this asks on.'\n"
WHOLE = HEAD + QUESTIONS + PROBE + RULE

BROKEN = [
    ("a key that nothing reads", WHOLE + "extra: 1\n", "bank.yaml:21: try extra: is not a key that is known here"),
    ("no title", WHOLE.replace("title: Try\n", ""), "bank.yaml:1: try title: is missing; add it"),
    ("a stage that is none", WHOLE.replace("stage: tunnel", "stage: tunel"), "bank.yaml:8: tunnel.q stage: must be one of 'preparation'"),
    ("a stage without a question", WHOLE.replace("stage: tunnel", "stage: why"), "no planned question in stage tunnel"),
    ("a field that is none", WHOLE.replace("stage: why, text: 'How", "stage: why, txt: x, text: 'How"), "bank.yaml:15: probe.p txt: is not a field"),
    ("an id used twice", WHOLE.replace("id: why.q", "id: tunnel.q"), "bank.yaml:9: tunnel.q id: the id `tunnel.q` is used twice"),
    ("a rule that asks what is not there", WHOLE.replace("ask: probe.p", "ask: probe.x"), "rule.r ask: `probe.x` is not a question of this bank"),
    ("a rule that asks a planned question", WHOLE.replace("ask: probe.p", "ask: why.q"), "rule.r ask: `why.q` is a planned question"),
    ("a probe that nothing asks", HEAD + QUESTIONS + PROBE, "probe.p id: no rule asks this probe"),
    ("a because without the reviewer's words", WHOLE.replace('"{quote}"', "it"), "rule.r: a because quotes the reviewer's words"),
    ("a placeholder that is none", WHOLE.replace("asks on", "asks {whom}"), "rule.r because: {whom} is not known here"),
    ("a lone brace", WHOLE.replace("asks on", "asks { on"), "rule.r because: holds a single {"),
    ("a tag that is none", WHOLE.replace("{depth: [reports]}", "{tag: [factor.mood]}"), "rule.r when: `factor.mood` is not a tag"),
    ("a direction without a tag", WHOLE.replace("{depth: [reports]}", "{direction: [helped]}"), "speak of a tag: name it under `tag`"),
    ("a depth that is none", WHOLE.replace("[reports]", "[deep]"), "must be one of 'reports', 'reason'"),
    ("a list that is none", WHOLE.replace("[reports]", "reports"), "must be a list"),
    ("a choice without choices", WHOLE.replace("stage: patterns,", "stage: patterns, kind: choice,"), "lists its choices"),
    ("a question that blames", WHOLE.replace("text: 'How did that come?'", "text: 'Why did you fail to ring?'"), "probe.p text: `why did you` lays the matter on the person"),
    ("an anchor", WHOLE.replace("title: Try", "title: &t Try"), "bank.yaml:3: uses an anchor"),
    ("a key twice", WHOLE.replace("title: Try", "title: Try\ntitle: Again"), "bank.yaml:4: title: stands twice"),
    ("no YAML at all", "id: [1\nversion: {", "is not valid YAML"),
    ("a list at the top", "- 1\n- 2\n", "must hold the keys id, version"),
    ("questions that are no list", HEAD + "questions: none\n", "questions: must be a list"),
    ("deep nesting", HEAD + "questions: " + "[" * 60 + "]" * 60, "nested deeper than 40 levels"),
    ("a key that is a list", "? [a]\n: b\n" + WHOLE, "bank.yaml:1: holds a list or an entry as a key; a key must be plain text"),
    ("a salience that is no number", WHOLE + "    salience: high\n", "bank.yaml:21: rule.r salience: must be a whole number of at most nine digits"),
    ("a salience that is too high", WHOLE + "    salience: 101\n", "rule.r salience: must be 100 or less"),
    ("a salience that is half", WHOLE + "    salience: 1.5\n", "rule.r salience: must be a whole number"),
    ("a salience of many digits", WHOLE + "    salience: " + "9" * 5000 + "\n", "rule.r salience: must be a whole number"),
    ("a text that is short", WHOLE.replace("'How did that come?'", "How"), "probe.p text: is too short; characters it needs: 8"),
    ("a text that is long", WHOLE.replace("'How did", "'How " + "x" * 400), "probe.p text: is too long; characters it may have: 400"),
    ("a condition that is a list", WHOLE.replace("{depth: [reports]}", "[reports]"), "rule.r when: must be an entry with fields"),
    ("a module that is not there", HEAD.replace("id: try", "id: try\nmodules: [nowhere]") + QUESTIONS, "try modules: `nowhere` is not a module"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_bank_is_refused_with_its_fault(text: str, told: str, tmp_path: Path) -> None:
    """Each fault is named with its file, line and id, and says what would be right."""
    path = tmp_path / "bank.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_bank(str(path), TAXONOMY)
    assert told in str(refused.value)


def test_a_whole_bank_is_taken(tmp_path: Path) -> None:
    """The bank that the broken ones are made from is itself clean."""
    path = tmp_path / "bank.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    assert len(load_bank(str(path), TAXONOMY).questions) == len(STAGES) + 1


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Three faults in one file are three lines, in the order of the file."""
    path = tmp_path / "bank.yaml"
    text = (
        WHOLE.replace("ask: probe.p", "ask: probe.x")
        .replace("title: Try\n", "")
        .replace("stage: tunnel", "stage: tunel")
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_bank(str(path), TAXONOMY)
    assert len(refused.value.faults) >= 3
    assert list(refused.value.faults) == sorted(refused.value.faults)


@pytest.mark.parametrize(("content", "told"), [(b"\xff\xfe", "is not UTF-8"), (b"a" * 6_000_000, "larger than 5 MB")])
def test_a_file_that_is_no_text_or_too_large_is_refused(content: bytes, told: str, tmp_path: Path) -> None:
    """Nothing is half-loaded, and nothing huge is read."""
    path = tmp_path / "bank.yaml"
    path.write_bytes(content)
    with pytest.raises(ContentError, match=told):
        load_bank(str(path), TAXONOMY)


def test_an_unknown_bank_is_told_which_there_are() -> None:
    """The sentence names the banks that ship."""
    with pytest.raises(ContentError, match="learning-together"):
        load_bank("learning", TAXONOMY)


@pytest.mark.parametrize("bank", bank_ids())
def test_every_bank_that_ships_is_clean_and_reaches_every_stage(bank: str) -> None:
    """At least sixty questions and probes, every stage, and every top-level tag elicited by a planned question."""
    loaded = load_bank(bank, TAXONOMY)
    assert len(loaded.questions) >= 60
    assert {question.stage.value for question in loaded.questions if not question.probe} >= set(STAGES)
    elicited = {tag for question in loaded.questions if not question.probe for tag in question.elicits}
    assert set(TOP_LEVEL_TAGS) <= elicited


def test_every_tag_has_its_texts_and_its_provenance() -> None:
    """Fourteen top-level tags, about 60 sub-factors and 35 sub-patterns, each with definition and entry test."""
    taxonomy = load_taxonomy()
    below = [tag for tag in taxonomy.tags if tag.broader is not None]
    assert {tag.id for tag in taxonomy.tags if tag.broader is None} == set(TOP_LEVEL_TAGS)
    assert sum(tag.id.startswith("factor.") for tag in below) >= 60
    assert sum(tag.id.startswith("pattern.") for tag in below) >= 35
    for tag in taxonomy.tags:
        assert min(len(tag.definition), len(tag.code_when), len(tag.not_when)) > 10, tag.id
        assert tag.provenance in Provenance
        assert not tag.code_when.lower().startswith("code it"), tag.id
    for tag in taxonomy.tags:
        if tag.broader is None:
            assert any(ids for _, ids in tag.crosswalk), tag.id


def test_shorthand_is_never_a_tag_or_a_cue() -> None:
    """*Rule of optimism* and its like are to be unpacked by a question, not coded as a cause."""
    shorthand = ("rule of optimism", "disguised compliance", "start again syndrome", "professional curiosity")
    for tag in load_taxonomy().tags:
        cues = (*tag.cues.hindered, *tag.cues.helped, *tag.cues.open, *tag.cues.hints)
        for label in shorthand:
            assert label not in tag.label.lower()
            assert not any(label in cue for cue in cues), tag.id


def test_reviews_of_routine_and_good_practice_are_kinds_like_any_other() -> None:
    """Nothing requires an incident, a death or a harm."""
    assert {"routine_practice", "good_practice", "serious_case_review"} <= set(kinds_of_review(load_terms()))
