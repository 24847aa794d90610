"""How easily the texts of a bank read: the two figures of Flesch and Kincaid, for English."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import syllapy

from models.bank import Question, Rule
from models.errors import Fault
from question_bank.entries import Located

HARDEST_GRADE = 14.0
"""School years above which a single question is refused: more than two years beyond school."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FILLED_IN = re.compile(r"\{\w*\}")
_END = re.compile(r"[.!?]+(?=\s|$)")


@dataclass(frozen=True)
class Ease:
    """How easily a text reads."""

    ease: float
    """Flesch reading ease: about 100 for the plainest English, below 30 for the hardest."""
    grade: float
    """Flesch-Kincaid grade: the years of school after which it reads easily."""


@dataclass(frozen=True)
class BankEase:
    """How easily a bank reads."""

    whole: Ease
    """All questions and becauses together."""
    hardest: tuple[tuple[Question, Ease], ...]
    """The hardest questions, the hardest first."""


def ease_of(texts: Iterable[str]) -> Ease:
    """How easily texts read, taken together. What stands in braces is left out; no words at all read easily.

    Flesch, R. (1948), A new readability yardstick, Journal of Applied Psychology 32(3), 221-233; Kincaid, J. P. et al.
    (1975), Derivation of new readability formulas for Navy enlisted personnel, Research Branch Report 8-75.
    """
    counts = [_counts(_FILLED_IN.sub(" ", text.replace("’", "'"))) for text in texts]
    words, sentences, syllables = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    if not words:
        return Ease(100.0, 0.0)
    length, weight = words / sentences, syllables / words
    return Ease(206.835 - 1.015 * length - 84.6 * weight, 0.39 * length + 11.8 * weight - 15.59)


def bank_ease(questions: Sequence[Located[Question]], rules: Sequence[Located[Rule]], most: int = 5) -> BankEase:
    """How easily a bank reads, with at most so many of its hardest questions."""
    texts = [*(each.value.text for each in questions), *(each.value.because for each in rules)]
    each = [(question.value, ease_of([question.value.text])) for question in questions]
    hardest = sorted(each, key=lambda found: (-found[1].grade, found[0].id))
    return BankEase(ease_of(texts), tuple(hardest[:most]))


def ease_faults(questions: Sequence[Located[Question]]) -> list[Fault]:
    """Questions that are too hard to read."""
    return [
        question.fault(
            f"reads like school year {grade:.0f}; above {HARDEST_GRADE:.0f} is too hard, use plainer words", "text"
        )
        for question in questions
        if (grade := ease_of([question.value.text]).grade) > HARDEST_GRADE
    ]


def _counts(text: str) -> tuple[int, int, int]:
    """Words, sentences (at least one) and syllables (at least one a word)."""
    words = _WORD.findall(text)
    return len(words), max(1, len(_END.findall(text))), sum(max(1, syllapy.count(word)) for word in words)
