"""A bank as a document: whole, in order, in the words of a place, and inert."""

import io
from datetime import UTC, datetime

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from models.bank import Bank
from question_bank.as_docx import as_docx
from question_bank.as_markdown import as_markdown, escaped
from question_bank.bank_in_words import BankInWords, bank_in_words
from question_bank.document import Document, Heading, Items, Line, Paragraph, Table, bank_document, changed
from question_bank.loader import bank_ids, load_bank
from question_bank.terms import load_terms
from tests.support import TAXONOMY, bank, question, rule

TERMS = load_terms()
AT = datetime(2026, 5, 1, 9, tzinfo=UTC)
KINDS = {"routine_practice": "review of routine practice"}
SMALL = bank(
    question("why.role", text="What would {board} have to know about {episode}?", elicits=["factor.role"]),
    question("why.choice", kind="choice", choices=["one", "two"], when={"review_kind": ["routine_practice"]}),
    question("change.last", repeat=True, help="Anything at all."),
    question("probe.why.how", text="How did that come?"),
    rule("probe.why.how", stage=["why"], depth=["reports"], because='You said "{quote}" of {tag}.', salience=60),
)
MARKDOWN = MarkdownIt("gfm-like")
if MARKDOWN.linkify:
    MARKDOWN.linkify.set({"fuzzy_link": False, "fuzzy_email": False})


def in_words(made: Bank, place: str = "anywhere") -> BankInWords:
    return bank_in_words(made, TAXONOMY, TERMS[place], KINDS)


def shown(made: Bank, place: str = "anywhere") -> str:
    return as_markdown(bank_document(in_words(made, place)))


def test_a_document_says_what_is_asked_when_and_why() -> None:
    """Questions in their order, where each is asked, what it brings up, and each rule with its because."""
    text = shown(SMALL)
    parts = [
        "# Small",
        "Question bank small, version 1,",
        "For tests.",
        "## Why (contributory factors)",
        "Asked for each key practice episode.",
        r"#### 1\. What would the board have to know about \[the episode\]?",
        "- Asked always",
        "- Gives a chance to speak of: aspects of the role",
        r"#### 2\. What about why.choice?",
        "- Answered with one of the choices: one; two",
        "- Asked where the review is of the kind “review of routine practice”",
        "#### How did that come?",
        r"- Asked when an answer in “why (contributory factors)” only reports; at most once for each episode. Because: "
        r'“You said "\[their words\]" of \[the factor\].” Salience 60 of 100. Rule: rule.probe.why.how',
        "## Change",
        "- Help: Anything at all.",
        "- Asked always, and again until it is skipped",
        "## What it can bring up",
        "| aspects of the role | factor.role | 1 |",
        "### What no question is about",
        "## Sign-off",
        "Name: ....",
        "Date: ....",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_the_words_of_the_place_stand_in_their_braces() -> None:
    """In England a board is the safeguarding partnership."""
    assert "the safeguarding partnership" in shown(SMALL, "england")
    assert "in the words used in: England." in shown(SMALL, "england")


@pytest.mark.parametrize("name", bank_ids())
def test_a_bank_that_ships_is_shown_whole(name: str) -> None:
    """Every question, probe and rule is there once by its id, and no brace is left open."""
    made = load_bank(name, TAXONOMY)
    text = shown(made, "england").replace("\\", "")
    assert not {"{", "}"} & set(text)
    ids = [line.rpartition("Id: ")[2] for line in text.splitlines() if "Id: " in line]
    assert sorted(ids) == sorted(each.id for each in made.questions)
    rules = [line.rpartition("Rule: ")[2] for line in text.splitlines() if "Rule: " in line]
    assert sorted(rules) == sorted(each.id for each in made.rules)


MARKUP = [
    "*a* _b_ **c** `d` ~~e~~", "# no heading", "1. no list", "12) no list", "- no list", "+ x", "= x", "> no quote", "[a](b) ![a](b)", "<b>bold</b> <!-- c -->",
    "&amp; &#65;", "a | b", "http://example.org www.example.org a@example.org", "\\", "a\\", "---", "```", "a\n\nb", "[a]: b", "trailing #", "$x$ @name #12", "\tcode",
]  # fmt: skip


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
@pytest.mark.parametrize("before", ["", "- Help: ", "#### "])
def test_text_of_a_bank_is_inert_in_markdown(before: str, text: str) -> None:
    """A viewer shows the text as it was typed, but for its white space; nothing in it is markup."""
    _reads_as_typed(before, text)


@pytest.mark.parametrize("text", MARKUP)
@pytest.mark.parametrize("before", ["", "- Help: ", "#### "])
def test_markup_in_a_bank_does_nothing(before: str, text: str) -> None:
    """Emphasis, headings, lists, links, tags, entities, tables and addresses are shown as they are typed."""
    _reads_as_typed(before, text)


def _reads_as_typed(before: str, text: str) -> None:
    line = escaped(text)
    inline = [token for token in MARKDOWN.parse(before + line) if token.type == "inline"]
    assert len(inline) == 1 or not line
    children = [child for token in inline for child in token.children or []]
    assert {child.type for child in children} <= {"text"}
    typed = " ".join(text.split())
    assert "".join(child.content for child in children) == (f"Help: {typed}".strip() if "Help" in before else typed)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
@example("a | b")
def test_a_cell_stays_one_cell(text: str) -> None:
    """A bar in a label divides no row."""
    table = as_markdown(Document("t", (Table(("Tag", "Id"), ((text, "x"),)),)))
    cells = [token for token in MARKDOWN.parse(table) if token.type == "td_open"]
    assert len(cells) == 2


def test_a_docx_file_has_headings_lists_tables_and_lines() -> None:
    """The blocks of the document become paragraphs of the styles that word processors know."""
    held = docx.Document(io.BytesIO(as_docx(bank_document(in_words(SMALL)), AT)))
    styles = {paragraph.text: paragraph.style.name for paragraph in held.paragraphs if paragraph.style}
    assert styles["Small"] == "Title"
    assert styles["Why (contributory factors)"] == "Heading 1"
    assert styles["How did that come?"] == "Heading 3"
    assert styles["Help: Anything at all."] == "List Bullet"
    assert [cell.text for cell in held.tables[0].rows[0].cells] == ["Part", "Asked", "Planned questions", "Follow-ups"]
    assert sum(paragraph.text.startswith("Signature:") for paragraph in held.paragraphs) == 2
    assert held.core_properties.title == "Small"
    assert not held.core_properties.author
    assert held.core_properties.created == AT


def test_every_text_of_a_document_can_be_changed() -> None:
    """What is to be made inert is made so in every kind of block."""
    whole = Document("a", (Heading("a", 1), Paragraph("a"), Items(("a",)), Table(("a",), (("a",),)), Line("a")))
    assert changed(whole, str.upper) == Document(
        "A", (Heading("A", 1), Paragraph("A"), Items(("A",)), Table(("A",), (("A",),)), Line("A"))
    )


def test_a_bank_without_probes_and_with_unknown_tags_is_shown() -> None:
    """A tag that the taxonomy does not have is called by its id; an empty stage has no heading."""
    made = bank(question("why.only", elicits=["factor.gone"]))
    text = shown(made)
    assert "Gives a chance to speak of: factor.gone" in text
    assert "### Follow-ups" not in text
    assert "## Tunnel" not in text
