"""A document as Markdown. What would be markup in a text of the bank is shown as it was typed and does nothing."""

import re

from question_bank.document import Block, Document, Heading, Items, Line, Paragraph, Table

FILLED_IN_BY_HAND = "." * 40

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#$&@]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
"""Characters that open something, wherever they stand: emphasis, code, links, entities, addresses, mentions."""
_AT_THE_START = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")
"""What makes a line a list, a heading or a rule where it begins one."""


def as_markdown(document: Document) -> str:
    """The whole document."""
    return "\n".join(_block(block) for block in document.blocks)


def escaped(text: str) -> str:
    """A text on one line in which nothing is markup: it reads in a viewer as it was typed, but for its white space."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _AT_THE_START.sub(_escaped_start, line)


def _escaped_start(met: re.Match[str]) -> str:
    return f"{met[0]}\\" if met[0].isdigit() else f"\\{met[0]}"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escaped(text)}\n"
        case Paragraph(text):
            return f"{escaped(text)}\n"
        case Items(items):
            return "".join(f"- {escaped(item)}\n" for item in items)
        case Table(head, rows):
            rule = f"|{' --- |' * len(head)}\n"
            return f"{_row(head)}{rule}{''.join(map(_row, rows))}"
        case Line(label):
            return f"{escaped(label)}: {FILLED_IN_BY_HAND}\n"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |\n"
