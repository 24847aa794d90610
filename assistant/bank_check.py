"""Checks banks and the content they stand on, with what the engine and the tagger know of them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assistant.cue_faults import cue_faults
from assistant.engine.content import MOST_FOLLOW_UPS
from assistant.tagging.wording import WordingReader
from assistant.tagging.words import Sentence, Word
from models.bank import Bank, Stage
from models.errors import ContentError, Fault
from models.reading import Depth, Reading, WordingKind
from models.taxonomy import Taxonomy
from models.wording import WordingCues
from question_bank.bank_parts import BankParts
from question_bank.lint.findings import bank_findings
from question_bank.lint.ground import Ground
from question_bank.lint.reading_ease import BankEase, bank_ease
from question_bank.lint.texts import texts_of
from question_bank.loader import bank_ids, load_taxonomy, load_wording, own_banks, read_bank
from question_bank.terms import kinds_of_review, load_terms
from sessions.turns import depth_of

NEVER_PUT = (WordingKind.HINDSIGHT, WordingKind.BLAME)
"""The wording that a bank never puts to a person."""
_Made = TypeVar("_Made")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?…]+")


@dataclass(frozen=True)
class CheckedBank:
    """A bank that can be used, and how easily it reads."""

    bank: Bank
    file: str
    ease: BankEase


@dataclass(frozen=True)
class Checked:
    """What the check of some banks found."""

    banks: tuple[CheckedBank, ...]
    taxonomy: Taxonomy | None
    places: int
    """For how many places there are terms."""
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]


def every_bank(own: Path | None) -> tuple[str, ...]:
    """What names each bank that ships, and each of one's own: the first by id, the others by file."""
    return (*bank_ids(), *(str(path) for path in own_banks(own)))


def check_banks(names: Iterable[str], own: Path | None = None) -> Checked:
    """Check banks by id or file, with the taxonomy, the cues, the kinds of review and the terms they stand on."""
    faults: list[Fault] = []
    taxonomy, wording = _kept(load_taxonomy, faults), _kept(load_wording, faults)
    terms = _kept(load_terms, faults) or {}
    if taxonomy and wording:
        faults += cue_faults(taxonomy, wording)
    read = [_kept(_reading(name, taxonomy, own), faults) for name in names] if taxonomy else []
    parts = [each for each in read if each is not None]
    ground = ground_of(taxonomy, wording, kinds_of_review(terms), parts) if taxonomy else None
    found = [bank_findings(each, ground) for each in parts] if ground else []
    return Checked(
        banks=tuple(_checked(each) for each in parts if not each.faults),
        taxonomy=taxonomy,
        places=len(terms),
        faults=tuple(sorted({*faults, *(fault for each in found for fault in each.faults)})),
        remarks=tuple(sorted({remark for each in found for remark in each.remarks})),
    )


def ground_of(
    taxonomy: Taxonomy, wording: WordingCues | None, review_kinds: Iterable[str], parts: Sequence[BankParts]
) -> Ground:
    """What the checks of these banks stand on."""
    return Ground(
        taxonomy=taxonomy,
        review_kinds=frozenset(review_kinds),
        flagged=_flags(wording, parts) if wording else lambda _text: (),
        depths=depths_by_stage(),
        most_follow_ups=MOST_FOLLOW_UPS,
    )


def depths_by_stage() -> dict[Stage, frozenset[Depth]]:
    """How far an answer can go from what to why, by the stage it is given in."""
    asked_of = (None, *Depth)
    return {
        stage: frozenset(depth_of(Reading(depth=depth), stage, of) for depth in Depth for of in asked_of)
        for stage in Stage
    }


def _kept(load: Callable[[], _Made], faults: list[Fault]) -> _Made | None:
    try:
        return load()
    except ContentError as error:
        faults.extend(error.faults)
        return None


def _reading(name: str, taxonomy: Taxonomy, own: Path | None) -> Callable[[], BankParts]:
    return lambda: read_bank(name, taxonomy, own)


def _checked(parts: BankParts) -> CheckedBank:
    return CheckedBank(parts.bank(), parts.source.file, bank_ease(parts.questions, parts.rules))


def _flags(wording: WordingCues, parts: Sequence[BankParts]) -> Callable[[str], list[tuple[WordingKind, str]]]:
    """What looks back or blames, by words as they are spelt: the texts of the banks are taken as well spelt."""
    texts = (text.words for each in parts for text in texts_of(each.questions, each.rules))
    known = frozenset(
        form for text in texts for sentence in _sentences(text) for word in sentence for form in word.forms
    )
    kinds = {kind: phrases for kind, phrases in wording.wording.items() if kind in NEVER_PUT}
    reader = WordingReader(wording.model_copy(update={"wording": kinds, "signals": {}}), known)
    return lambda text: [(each.kind, each.quote) for each in reader.read(text, _sentences(text))[0]]


def _sentences(text: str) -> tuple[Sentence, ...]:
    """A text as the phrases are matched against it, in the forms its words are typed in."""
    return tuple(
        tuple(word for met in _WORD.finditer(text, found.start(), found.end()) for word in _words(met))
        for found in _SENTENCE.finditer(text)
    )


def _words(met: "re.Match[str]") -> list[Word]:
    """A word; `didn't` is two."""
    typed, start, end = met[0].lower(), met.start(), met.end()
    if typed.endswith("n't") and len(typed) > len("n't"):
        return [Word(frozenset((typed[:-3],)), start, end - 3), Word(frozenset(("not", "n't")), end - 3, end)]
    return [Word(frozenset((typed,)), start, end, number=typed.isdigit())]
