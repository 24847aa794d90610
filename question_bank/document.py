"""A bank as a document that a board can sign off: a neutral tree of headings, paragraphs, lists and tables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from question_bank.bank_in_words import (
    BankInWords,
    ProbeInWords,
    QuestionInWords,
    RuleInWords,
    StageInWords,
    TagInWords,
)
from question_bank.conditions_in_words import quoted

SIGNATURES = ("Read for the board by", "Approved by")
SIGNED_WITH = ("Name", "Role", "Date", "Signature")
HOW_TO_READ = (
    "The parts are gone through in this order; what is told of a moment that mattered is gone into one episode at a "
    "time. In each part the planned questions are asked one after the other, and any of them may be skipped, parked "
    "or come back to.",
    "A follow-up is asked only where a rule finds its conditions in an answer. It then says why, in the sentence that "
    "begins with “Because”. Of several rules that fit, the one of the highest salience asks. No more than a few "
    "follow-ups are put on one planned question; what goes beyond is noted for later.",
    "Square brackets stand for what only a session can fill in: the words of the person, the name of the episode. A "
    "tag stands for itself and for every narrower one.",
)


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    text: str
    level: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with one row of headings."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Line:
    """A line to be filled in by hand."""

    label: str


Block: TypeAlias = Heading | Paragraph | Items | Table | Line


@dataclass(frozen=True)
class Document:
    """A document; its first block is its title."""

    title: str
    blocks: tuple[Block, ...]


def bank_document(bank: BankInWords) -> Document:
    """The whole bank, with lines for signatures at its end."""
    return Document(bank.title, tuple(_blocks(bank)))


def changed(document: Document, change: Callable[[str], str]) -> Document:
    """The same document with every text changed, e.g. made inert."""
    return Document(change(document.title), tuple(_changed(block, change) for block in document.blocks))


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Heading(text, level):
            return Heading(change(text), level)
        case Paragraph(text):
            return Paragraph(change(text))
        case Items(items):
            return Items(tuple(map(change, items)))
        case Table(head, rows):
            return Table(tuple(map(change, head)), tuple(tuple(map(change, row)) for row in rows))
        case Line(label):
            return Line(change(label))


def _blocks(bank: BankInWords) -> Iterator[Block]:
    yield Heading(bank.title, 1)
    yield Paragraph(f"Question bank {bank.id}, version {bank.version}, in the words used in: {bank.place}.")
    yield Paragraph(f"Levels at which something can be changed there: {bank.levels}.")
    yield Heading("What it is for", 2)
    yield Paragraph(bank.description)
    yield Heading("How to read this", 2)
    yield from (Paragraph(text) for text in HOW_TO_READ)
    yield Heading("The parts", 2)
    yield _parts(bank)
    for stage in bank.stages:
        yield from _stage(stage)
    yield from _tags(bank)
    yield from _signatures(bank)


def _parts(bank: BankInWords) -> Table:
    rows = [
        (_capital(each.title), _how_often(each), str(len(each.questions)), str(len(each.probes)))
        for each in bank.stages
    ]
    return Table(("Part", "Asked", "Planned questions", "Follow-ups"), tuple(rows))


def _stage(stage: StageInWords) -> Iterator[Block]:
    yield Heading(_capital(stage.title), 2)
    yield Paragraph(f"Asked {_how_often(stage)}.")
    if stage.questions:
        yield Heading("Planned questions", 3)
        for place, question in enumerate(stage.questions, start=1):
            yield Heading(f"{place}. {question.text}", 4)
            yield Items(tuple(_about_question(question)))
    if stage.probes:
        yield Heading("Follow-ups", 3)
        for probe in stage.probes:
            yield Heading(probe.text, 4)
            yield Items(tuple(_about_probe(probe)))


def _about_question(question: QuestionInWords) -> Iterator[str]:
    if question.help:
        yield f"Help: {question.help}"
    yield f"Answered with {question.answer}" + (f": {'; '.join(question.choices)}" if question.choices else "")
    yield f"Asked {question.asked}" + (", and again until it is skipped" if question.repeats else "")
    if question.elicits:
        yield _chance(question.elicits)
    yield f"Id: {question.id}"


def _about_probe(probe: ProbeInWords) -> Iterator[str]:
    if probe.help:
        yield f"Help: {probe.help}"
    yield from (_rule(rule) for rule in probe.rules)
    if probe.elicits:
        yield _chance(probe.elicits)
    yield f"Id: {probe.id}"


def _rule(rule: RuleInWords) -> str:
    return (
        f"Asked {rule.when}; {rule.once}. Because: {quoted(rule.because)} "
        f"Salience {rule.salience} of 100. Rule: {rule.id}"
    )


def _chance(labels: tuple[str, ...]) -> str:
    return f"Gives a chance to speak of: {'; '.join(labels)}"


def _tags(bank: BankInWords) -> Iterator[Block]:
    asked = [tag for tag in bank.tags if tag.questions]
    left = [tag for tag in bank.tags if not tag.questions]
    yield Heading("What it can bring up", 2)
    yield Paragraph(
        f"Tags of taxonomy {bank.taxonomy_version} that questions of this bank give a chance to be spoken of."
    )
    yield Table(("Tag", "Id", "Questions"), tuple(_tag_row(tag) for tag in asked))
    if left:
        yield Heading("What no question is about", 3)
        yield Paragraph(
            "No question names these themselves. Any answer may still show them, as may one on a broader tag."
        )
        yield Items(tuple(f"{tag.label} ({tag.id})" for tag in left))


def _tag_row(tag: TagInWords) -> tuple[str, str, str]:
    return (tag.label, tag.id, str(tag.questions))


def _signatures(bank: BankInWords) -> Iterator[Block]:
    yield Heading("Sign-off", 2)
    yield Paragraph(f"{bank.title}, version {bank.version}, was read as it stands above.")
    for heading in SIGNATURES:
        yield Heading(heading, 3)
        yield from (Line(label) for label in SIGNED_WITH)


def _how_often(stage: StageInWords) -> str:
    return "for each key practice episode" if stage.per_episode else "of the case as a whole"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
