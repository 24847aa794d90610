"""What `docs/authoring.md` tells an author is so: its bank is clean, its tables name what there is."""

import re
from pathlib import Path

import pytest
import yaml

from models.bank import STAGE_TITLES, AnswerKind, Once, Rule, Stage, When
from models.terms import TERM_WORDS
from question_bank.bank_parts import BankHead
from question_bank.checks import IN_BECAUSE
from question_bank.loader import load_bank
from question_bank.terms import load_terms
from tests.question_bank.checking import HERE, checked_file
from tests.support import TAXONOMY

PAGE = (HERE.parent.parent / "docs" / "authoring.md").read_text(encoding="utf-8")
"""The page."""


def _rows(heading: str) -> list[list[str]]:
    """The cells of the table whose first column is headed so."""
    table = PAGE.split(f"\n| {heading} |", 1)[1].split("\n\n", 1)[0]
    lines = [line for line in table.splitlines()[2:] if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _named(heading: str) -> list[str]:
    return [row[0].strip("`") for row in _rows(heading)]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The bank of the page, copied out as it says."""
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "first-contact.yaml"
    path.write_text(block, encoding="utf-8")
    return path


def test_the_bank_of_the_page_is_without_fault_or_remark(copied: Path) -> None:
    """It can be copied and used as it stands."""
    found = checked_file(copied)
    assert (found.faults, found.remarks) == ((), ())
    assert load_bank("first-contact", TAXONOMY, copied.parent).title == "The first contact"


def test_it_becomes_ones_own_with_one_line_changed(copied: Path) -> None:
    """As the second step says: the file is called `mine.yaml`, and its first line says so."""
    text = copied.read_text(encoding="utf-8")
    (copied.parent / "mine.yaml").write_text("id: mine\n" + text.split("\n", 1)[1], encoding="utf-8")
    assert load_bank("mine", TAXONOMY, copied.parent).id == "mine"


@pytest.mark.parametrize("module", _named("module"))
def test_every_module_of_the_page_can_be_taken_in(module: str, copied: Path) -> None:
    """Alone, into a bank that has none of the questions it was written beside."""
    text = copied.read_text(encoding="utf-8").replace("modules: [follow_ups, sub_patterns]", f"modules: [{module}]")
    copied.write_text(text, encoding="utf-8")
    with_it = load_bank(str(copied), TAXONOMY)
    assert checked_file(copied).faults == ()
    copied.write_text(text.replace(f"modules: [{module}]", "modules: []"), encoding="utf-8")
    assert len(with_it.questions) > len(load_bank(str(copied), TAXONOMY).questions)


def test_every_condition_is_described_with_an_example_that_can_be_used() -> None:
    """One line each, none forgotten, none invented."""
    rows = _rows("condition")
    assert sorted(row[0].strip("`") for row in rows) == sorted(When.model_fields)
    for name, example, _ in rows:
        when = When.model_validate(yaml.safe_load(example.strip("`")))
        assert name.strip("`") in when.model_fields_set


def test_the_tables_name_what_there_is() -> None:
    """Stages, kinds, `once`, fields of a rule and of the head, words in braces."""
    assert _named("stage") == [stage for stage in STAGE_TITLES if stage is not Stage.PREPARATION]
    assert _named("kind") == list(AnswerKind)
    assert _named("once") == list(Once)
    assert _named("field of a rule") == list(Rule.model_fields)
    assert {*BankHead.model_fields, "questions"} == {name.split("`")[0] for name in _named("field")[:6]}
    words = re.findall(r"\| `\{(\w+)\}`", PAGE)
    assert sorted(words) == sorted({*TERM_WORDS, *IN_BECAUSE} - {"who"})


def test_the_words_of_england_are_those_of_its_terms() -> None:
    """The table shows what a review in England reads."""
    england = load_terms()["england"].words.model_dump()
    shown = dict(re.findall(r"\| `\{(\w+)\}` \| ([^|]+) \|", PAGE))
    assert {name: shown[name] for name in TERM_WORDS} == england


def test_each_link_to_a_part_of_the_page_leads_to_one() -> None:
    """No heading was renamed without its links."""
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-")
        for line in PAGE.splitlines()
        if line.startswith("## ")
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", PAGE)) <= headings
