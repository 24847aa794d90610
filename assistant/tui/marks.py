"""Tags on words, drawn: the answer with its marked words, and the tag with its reason."""

from collections.abc import Sequence
from itertools import pairwise

from textual.content import Content

from assistant.shown import inert
from assistant.tui.words import LOUD, MARKED, QUIET, clipped, one_line
from models.annotation import Annotation, Status
from models.reading import ReasonBy
from models.taxonomy import Taxonomy

STATUS_SIGNS = {
    Status.SUGGESTED: "? to decide",
    Status.ACCEPTED: "✓ accepted",
    Status.CHANGED: "✓ changed",
    Status.REJECTED: "✗ rejected",
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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
    return one_line(f"suggested: like {annotation.reason.detail}", 120)
