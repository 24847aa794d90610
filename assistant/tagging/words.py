"""Text as sentences of words, with the forms each word can be met by. Plain values, no library objects."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    forms: frozenset[str]
    """Lower-case forms it can be met by: as typed, its base form, its contraction written out."""
    start: int
    end: int
    """Code points of the text: `text[start:end]` is the word as typed."""
    number: bool = False
    breaks: bool = False
    """A mark that parts one clause from the next stands before it."""

    @property
    def typed(self) -> str:
        """A form for looking words up in lists; any of its forms would do."""
        return min(self.forms)


Sentence: TypeAlias = tuple[Word, ...]
Splitter: TypeAlias = Callable[[str], tuple[Sentence, ...]]
"""Splits a text into sentences of words; punctuation is left out."""
