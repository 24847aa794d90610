"""What the check takes for a fault, what for a remark, and what it lets pass."""

from itertools import pairwise
from pathlib import Path

import pytest

from assistant.bank_check import check_banks
from models.bank import When
from question_bank.lint.conditions import rule_faults
from question_bank.lint.findings import bank_findings
from question_bank.lint.reading_ease import ease_of
from question_bank.loader import bank_ids
from tests.question_bank.checking import ALL_TAGS, GROUND, WHOLE, asking, checked, parts_of
from tests.support import question, rule

FAULTY = [
    ("text", "Should they have rung, and why did you wait?", "lays the matter on the person asked"),
    ("text", "Who ignored it, and whose failing was that?", "lays the matter on the person asked"),
    ("text", "With hindsight, what stands out?", "`with hindsight` sees it with what is known today"),
    ("text", "Isn't it so that the form helped?", "`isn't` leads to the answer"),
    ("text", "Surely something helped?", "`surely` leads to the answer"),
    ("text", "In that team: wouldn’t anyone have asked?", "`wouldn't` leads to the answer"),
    ("text", "The form helped, didn't it?", "`didn't` leads to the answer"),
    ("text", "Would you agree that the form helped?", "`would you agree` leads to the answer"),
    ("text", "Who came? Who rang?", "asks two questions at once"),
    ("text", "Who came, and how did it go?", "`and how` asks a second question at once"),
    ("text", "How serious was it?", "`how serious` asks for a grade"),
    ("text", "What would you rate the harm?", "`rate the` asks for a grade"),
    ("text", "On a scale from one to ten, what was it like?", "`on a scale` asks for a grade"),
    ("text", "What was the root cause?", "`root cause` is a label"),
    ("text", "Where did the start-again syndrome show?", "`start-again syndrome` is a label"),
    ("help", "A human error, perhaps.", "`human error` is a label"),
    ("help", "Who was at fault?", "`fault` lays the matter on a person"),
    ("help", "They turned a blind eye.", "`turned a blind eye` lays the matter on a person"),
    ("because", "You said {quote}; looking back, more can be seen.", "`looking back` sees it with what is known today"),
    ("because", "You said {quote}; that was a mistake, and this asks on.", "`mistake` lays the matter on a person"),
    ("because", "You said {quote} of {tag}; this asks on.", "{tag} stays empty"),
    ("because", "You said {quote}, and {who} said {other}.", "{who} stays empty"),
]  # fmt: skip

FINE = [
    ("text", "What was usual by default?"),
    ("text", "Which year of school, grade 3 or grade 4, was the child in?"),
    ("text", "What did the form and the meeting show?"),
    ("text", "At the rate the cases came, what gave way?"),
    ("text", "What, if anything, was different?"),
    ("text", "How did it look, not knowing what came later?"),
    ("help", "It asks what shaped the work; it does not look for fault."),
    ("help", "Nobody's mistake is looked for."),
    ("because", "You said {quote}; without hindsight, this asks how it looked."),
]  # fmt: skip

REMARKED = [
    ("Was the form of use?", "`was` can be answered with yes or no"),
    ("Staying with {episode}: did the form help?", "`did` can be answered with yes or no"),
    ("What " + "then " * 25 + "helped?", "has 27 words; 25 are enough"),
    ("What happened there?", None),
    ("What is it that happened?", None),
    ("How did it look to you thén?", "reads almost like `tunnel.view`"),
    ("Should it come up again, what would help?", None),
    ("What did the form do?", None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "text", "told"), FAULTY)
def test_what_no_bank_says_is_a_fault(field: str, text: str, told: str, tmp_path: Path) -> None:
    """Blame, hindsight, grades, labels, leading and double questions; in texts, helps and becauses."""
    faults = checked(asking(text, field), tmp_path).faults
    assert told in "\n".join(fault.problem for fault in faults)


@pytest.mark.parametrize(("field", "text"), FINE)
def test_what_only_looks_like_it_is_none(field: str, text: str, tmp_path: Path) -> None:
    """A word that is named to say it is not meant, or means something else."""
    assert checked(asking(text, field), tmp_path).faults == ()


@pytest.mark.parametrize(("text", "told"), REMARKED)
def test_what_is_worth_a_second_look_is_a_remark(text: str, told: str | None, tmp_path: Path) -> None:
    """Yes-or-no openers, long questions, questions nearly alike; each told once, and no fault."""
    before = set(checked(WHOLE, tmp_path).remarks)
    found = checked(asking(text), tmp_path)
    new = [remark.problem for remark in found.remarks if remark not in before]
    assert found.faults == ()
    assert len(new) == (0 if told is None else 1)
    assert (told or "") in "".join(new)


def test_a_choice_may_be_offered_for_yes_and_no(tmp_path: Path) -> None:
    """Whoever chooses has the other choices before them."""
    text = WHOLE.replace(
        "kind: short, text: 'What was your part in it?'", "kind: choice, choices: [Yes, No], text: 'Were you there?'"
    )
    assert text != WHOLE
    assert not any("yes or no" in remark.problem for remark in checked(text, tmp_path).remarks)


def test_a_because_that_stands_twice_is_a_remark(tmp_path: Path) -> None:
    """A person may read both in one session."""
    text = WHOLE.replace(
        'With "{quote}" a reason is named; reasons have reasons.',
        'You said "{quote}"; this asks what it did to the work.',
    )
    assert "has the same because as `rule.more`" in "\n".join(each.problem for each in checked(text, tmp_path).remarks)


def test_a_factor_that_hangs_on_one_question_is_a_remark(tmp_path: Path) -> None:
    """With the question that it hangs on; two questions are enough."""
    told = "is the only question that elicits `factor.inter_agency`, `factor.organisation`, `factor.national`"
    assert any(told in remark.problem for remark in checked(WHOLE, tmp_path).remarks)
    again = WHOLE.replace("text: 'What helped?'", f"text: 'What helped?', elicits: [{ALL_TAGS}]")
    assert not any("only question" in remark.problem for remark in checked(again, tmp_path).remarks)


def test_sub_patterns_without_a_probe_are_one_remark(tmp_path: Path) -> None:
    """A few by name, the others counted; the module that has them mends it."""
    told = [each.problem for each in checked(WHOLE, tmp_path).remarks if "no probe is about" in each.problem]
    assert len(told) == 1
    assert "`pattern.tools.room_for_depth`" in told[0]
    taken_in = WHOLE.replace("questions:\n", "modules: [sub_patterns]\nquestions:\n", 1)
    assert not any("no probe is about" in each.problem for each in checked(taken_in, tmp_path).remarks)


def test_a_rule_that_always_comes_second_is_a_remark(tmp_path: Path) -> None:
    """Another one, which may ask after every answer, fits wherever it does."""
    text = WHOLE.replace("    because: 'You said", "    once: answer\n    because: 'You said").replace(
        "when: {question: [probe.more], depth: [reason], follow_ups_at_most: 1}",
        "when: {question: [why.shaped], depth: [reports], words_at_least: 6}",
    )
    found = checked(text, tmp_path)
    assert found.faults == ()
    assert "asks only after `rule.more`" in "\n".join(remark.problem for remark in found.remarks)


def test_a_rule_that_comes_after_as_many_probes_as_may_be_put_is_a_remark() -> None:
    """Its probe is noted among what is parked, and never put."""
    names = ("a", "b", "c", "d")
    probes = [question(f"probe.why.{name}") for name in names]
    first = rule("probe.why.a", stage=["why"])
    later = [rule(f"probe.why.{two}", question=[f"probe.why.{one}"]) for one, two in pairwise(names)]
    found = bank_findings(parts_of(question("why.role"), *probes, first, *later), GROUND)
    told = [remark.where for remark in found.remarks if "only noted and never put" in remark.problem]
    assert [where.split()[0] for where in told] == ["rule.probe.why.d"]


HARMLESS = [
    {"depth": ["reason"], "episode_depth": ["reason"]},
    {"depth": ["reports", "pattern"], "episode_depth": ["reports"]},
    {"words_at_least": 5, "words_at_most": 5},
    {"tag": ["factor.role"], "not_mentioned": "factor.role.focus"},
    {"tag": ["factor.role", "factor.personal"], "not_mentioned": "factor.role"},
    {"tag": ["factor.role"], "status": ["rejected", "accepted"]},
    {"mentioned": "factor.role", "not_mentioned": "factor.role.focus"},
    {"tag": ["factor.role"], "direction": ["helped", "unclear"], "contradicts": True},
    {"respondent": ["review  team", " nurse "]},
    {"review_kind": ["good_practice"]},
]


@pytest.mark.parametrize("when", HARMLESS)
def test_conditions_that_can_hold_together_are_no_fault(when: dict[str, object]) -> None:
    """Only what is certain is said."""
    made = rule("probe.why.a", **When.model_validate(when).model_dump(exclude_defaults=True))
    assert rule_faults(parts_of(made).rules[0], GROUND) == []


EASE = [
    ("The cat sat on the mat.", 116.1, -1.4),
    ("What made sense about the way it was done?", 103.7, 1.0),
    ("", 100.0, 0.0),
    ("{quote}", 100.0, 0.0),
]


@pytest.mark.parametrize(("text", "ease", "grade"), EASE)
def test_reading_ease_is_that_of_flesch_and_kincaid(text: str, ease: float, grade: float) -> None:
    """Six words of one syllable each, in one sentence, read at 116 and below the first school year."""
    found = ease_of([text])
    assert found.ease == pytest.approx(ease, abs=0.1)
    assert found.grade == pytest.approx(grade, abs=0.1)


def test_longer_words_and_sentences_read_harder() -> None:
    """And many texts together read as one."""
    plain, hard = "Who was there? What did they do?", "Which interdisciplinary considerations facilitated deliberation?"
    assert ease_of([plain]).ease > ease_of([plain, hard]).ease > ease_of([hard]).ease
    assert ease_of([plain]).grade < ease_of([plain, hard]).grade < ease_of([hard]).grade


@pytest.mark.parametrize("bank", bank_ids())
def test_every_bank_that_ships_passes_its_own_check(bank: str) -> None:
    """No fault, and it reads easily."""
    found = check_banks([bank])
    assert found.faults == ()
    assert found.banks[0].ease.whole.grade < 8
