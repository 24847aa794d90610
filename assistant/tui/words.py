"""Words for the screen: every text from a person or a file made inert, and never read as markup."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from textual.content import Content

from assistant.shown import inert
from models.annotation import Annotation, Status
from models.reading import ReasonBy
from models.taxonomy import Taxonomy

LONGEST_SHOWN = 3_000
"""Code points of one answer that are drawn; the whole of it is kept."""

QUIET = "dim"
LOUD = "bold"
MARKED = "underline $text-warning"
"""Words that a tag rests on: underlined, so that it shows without colour."""

STATUS_SIGNS = {
    Status.SUGGESTED: "? to decide",
    Status.ACCEPTED: "✓ accepted",
    Status.CHANGED: "✓ changed",
    Status.REJECTED: "✗ rejected",
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(text: str, style: str = "") -> Content:
    """A text as it stands, inert."""
    return Content.assemble((inert(text), style))


def one_line(text: str, most: int = 60) -> str:
    """A text on one line, cut where it is long; inert."""
    line = inert(" ".join(text[: most * 4].split()))
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def counted(count: int, word: str) -> str:
    """A count with its word: `1 tag`, `3 tags`."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def clipped(text: str, most: int = LONGEST_SHOWN) -> tuple[str, str]:
    """What is shown of a text, and the line that says how much is not; the line is empty where all is shown."""
    if len(text) <= most:
        return text, ""
    return text[:most], f"\n… {len(text) - most:,} more characters, kept and not shown here"


def marked(text: str, annotations: Sequence[Annotation], style: str = LOUD, first: int = 0) -> Content:
    """An answer with the words that tags rest on underlined, and each tag's number behind them.

    `first` is where in the answer the text begins.
    """
    shown, more = clipped(text)
    spans = [(each.start - first, each.end - first, place) for place, each in enumerate(annotations, start=1)]
    spans = [(start, end, place) for start, end, place in spans if 0 <= start < end <= len(shown)]
    cuts = sorted({0, len(shown), *(cut for start, end, _ in spans for cut in (start, end))})
    parts: list[tuple[str, str]] = []
    for start, end in pairwise(cuts):
        covered = any(left <= start and end <= right for left, right, _ in spans)
        parts.append((inert(shown[start:end]), f"{style} {MARKED}" if covered else style))
        parts += [(str(place).translate(_RAISED), style) for _, right, place in spans if right == end]
    return Content.assemble(*parts, (more, QUIET))


def tag_words(taxonomy: Taxonomy, place: int, annotation: Annotation, *, chosen: bool = False) -> Content:
    """A tag on words as the panel shows it: its name, direction, where it stands, the words, the reason."""
    label = inert(taxonomy.label(annotation.tag))
    return Content.assemble(
        (f"{'▸' if chosen else ' '}{place} {label}\n", LOUD),
        f"  {annotation.direction.value} · {STATUS_SIGNS[annotation.status]}\n",
        f"  “{one_line(annotation.quote, 160)}”\n",
        (f"  {reason_words(annotation)}", QUIET),
    )


def reason_words(annotation: Annotation) -> str:
    """Why the tag is there, inert."""
    if annotation.reason.by is ReasonBy.PERSON:
        return one_line(f"tagged by hand {annotation.reason.detail}".strip(), 120)
    cue = annotation.reason.detail.replace("|", "/").replace(" ~ ", " … ")
    return one_line(f"suggested: like {cue}", 120)


def lines(texts: Iterable[str], style: str = QUIET) -> Content:
    """Several texts, each on its line, inert."""
    return plain("\n".join(texts), style)
