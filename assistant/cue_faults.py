"""Cues that do not follow their notation, each with its file, line and tag, all at once."""

from collections.abc import Iterable
from pathlib import Path

from assistant.tagging.phrases import phrase
from models.errors import Fault
from models.taxonomy import Taxonomy, top_level
from models.wording import WordingCues
from question_bank.loader import CONTENT


def cue_faults(taxonomy: Taxonomy, wording: WordingCues, content: Path = CONTENT) -> list[Fault]:
    """Every cue of the taxonomy and every phrase of the wording that is not well written."""
    faults = []
    for tag in taxonomy.tags:
        cues = (*tag.cues.hindered, *tag.cues.helped, *tag.cues.open, *tag.cues.hints)
        faults += _faults(cues, content / "taxonomy" / f"{top_level(tag.id)}.yaml", tag.id)
    lists: dict[str, tuple[str, ...]] = {kind.value: texts for kind, texts in wording.wording.items()}
    lists |= {kind.value: texts for kind, texts in wording.signals.items()}
    lists |= {"reasons": wording.reasons}
    lists |= {"denials_before": wording.denials_before, "denials_after": wording.denials_after}
    lists |= {"denials_whole": wording.denials_whole, "hypotheticals": wording.hypotheticals}
    for name, texts in lists.items():
        faults += _faults(texts, content / "wording.yaml", name)
    return faults


def _faults(cues: Iterable[str], file: Path, where: str) -> list[Fault]:
    found = []
    for cue in cues:
        try:
            phrase(cue, None)
        except ValueError as error:
            found.append(Fault(str(file), _line(file, cue), where, str(error)))
    return found


def _line(file: Path, cue: str) -> int:
    """The line of a file in which a cue stands; 0 where it is not found as written."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if cue and cue in line), 0)
