"""Words for the screen: every text from a person or a file made inert, and never read as markup."""

from collections.abc import Iterable

from textual.content import Content

from assistant.shown import inert

LONGEST_SHOWN = 3_000
"""Code points of one answer that are drawn; the whole of it is kept."""

QUIET = "dim"
LOUD = "bold"
MARKED = "underline $text-warning"
"""Words that a tag rests on: underlined, so that it shows without colour."""


def plain(text: str, style: str = "") -> Content:
    """A text as it stands, inert."""
    return Content.assemble((inert(text), style))


def one_line(text: str, most: int = 60) -> str:
    """A text on one line, cut where it is long; inert."""
    line = inert(" ".join(text[: most * 4].split()))
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def clipped(text: str, most: int = LONGEST_SHOWN) -> tuple[str, str]:
    """What is shown of a text, and the line that says how much is not; the line is empty where all is shown."""
    if len(text) <= most:
        return text, ""
    return text[:most], f"\n… {len(text) - most:,} more characters, kept and not shown here"


def lines(texts: Iterable[str], style: str = QUIET) -> Content:
    """Several texts, each on its line, inert."""
    return plain("\n".join(texts), style)
