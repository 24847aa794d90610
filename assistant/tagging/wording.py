"""Finds wording that looks back with knowledge of the outcome or lays blame, and wording that opens a door."""

from collections.abc import Iterator
from typing import TypeVar

from assistant.tagging.phrases import Found, PhraseBook, phrase
from assistant.tagging.words import Sentence
from models.reading import Signal, SignalKind, Wording, WordingKind
from models.wording import WordingCues

_Kind = TypeVar("_Kind", WordingKind, SignalKind)


class WordingReader:
    """Finds the phrases of `wording.yaml` in a text."""

    def __init__(self, cues: WordingCues, known_words: frozenset[str] = frozenset()) -> None:
        """Compile the phrases; `known_words` are no misspellings. Raises ValueError naming one not well written."""
        wording = [phrase(text, kind) for kind, texts in cues.wording.items() for text in texts]
        signals = [phrase(text, kind) for kind, texts in cues.signals.items() for text in texts]
        self._wording = PhraseBook(wording, known_words)
        self._signals = PhraseBook(signals, known_words)

    def read(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Wording, ...], tuple[Signal, ...]]:
        """The flags and the signals of a text, in its order; of two that overlap in one kind, the longer."""
        flags = tuple(
            Wording(kind=kind, start=start, end=end, quote=text[start:end])
            for kind, start, end in _runs(self._wording, sentences)
        )
        signals = tuple(
            Signal(kind=kind, start=start, end=end, quote=text[start:end])
            for kind, start, end in _runs(self._signals, sentences)
        )
        return flags, signals


def _runs(book: PhraseBook[_Kind], sentences: tuple[Sentence, ...]) -> Iterator[tuple[_Kind, int, int]]:
    for sentence in sentences:
        kept: list[Found[_Kind]] = []
        for each in sorted(book.find(sentence), key=lambda each: (each.first - each.behind, each.first)):
            if not any(_overlap(each, other) for other in kept):
                kept.append(each)
        for each in sorted(kept, key=lambda each: each.first):
            yield each.phrase.payload, sentence[each.first].start, sentence[each.behind - 1].end


def _overlap(one: Found[_Kind], other: Found[_Kind]) -> bool:
    return one.phrase.payload == other.phrase.payload and one.first < other.behind and other.first < one.behind
