"""What a supervisor judges by: the words in their answer, and the test for the tag."""

from textual.content import Content

from assistant.shown import inert
from assistant.tui.marks import STATUS_SIGNS, reason_words
from assistant.tui.words import LOUD, MARKED, QUIET, plain
from models.annotation import Annotation
from models.taxonomy import Taxonomy
from sessions.turns import Turn

CONTEXT = 1_200
"""Code points of the answer shown on either side of the words."""


def answer_in_context(turn: Turn, annotation: Annotation) -> Content:
    """The question, and the answer with the words underlined and in brackets."""
    text = turn.answer or ""
    before, after = text[: annotation.start], text[annotation.end :]
    return Content.assemble(
        (f"{turn.number}  {inert(turn.text)}\n\n", QUIET),
        (f"… {len(before) - CONTEXT:,} characters before\n" if len(before) > CONTEXT else "", QUIET),
        inert(before[-CONTEXT:]),
        ("[", LOUD),
        (inert(annotation.quote), f"{LOUD} {MARKED}"),
        ("]", LOUD),
        inert(after[:CONTEXT]),
        (f"\n… {len(after) - CONTEXT:,} more characters" if len(after) > CONTEXT else "", QUIET),
    )


def entry_test(taxonomy: Taxonomy, annotation: Annotation) -> Content:
    """The tag, where it stands, why it was suggested, and when it is coded and when not."""
    entry = taxonomy.by_id.get(annotation.tag)
    stands = f"{annotation.direction.value} · {STATUS_SIGNS[annotation.status]}\n"
    head = Content.assemble((f"{inert(taxonomy.label(annotation.tag))}\n", LOUD), stands)
    why = f"{reason_words(annotation)} · score {annotation.score:.2f}\n"
    if entry is None:
        return Content.assemble(head, (why, QUIET), "This version's taxonomy does not know the tag.")
    return Content.assemble(
        head,
        (f"level: {entry.level.value.replace('_', ' ')} · {why}", QUIET),
        *_part("What it is", entry.definition),
        *_part("Code it when", entry.code_when),
        *_part("Not when", entry.not_when),
        _history(annotation),
    )


def _part(title: str, text: str) -> tuple[tuple[str, str], str]:
    return (f"\n{title}: ", LOUD), f"{inert(text)}\n"


def _history(annotation: Annotation) -> Content:
    texts = [
        f"{decision.role.value}: {decision.status.value}{f' - {decision.note}' if decision.note else ''}"
        for decision in annotation.decisions
    ]
    return plain("\nDecided so far\n" + "\n".join(texts), QUIET) if texts else Content("")
