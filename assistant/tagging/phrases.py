"""Cue phrases: compiled from their notation (`docs/cues.md`) and found in sentences."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.tagging.words import Sentence, Word

LONGEST_GAP = 3
"""Words that a `~` may stand for."""
SHORTEST_MISSPELT = 6
"""Letters; shorter words are met only as they are spelt."""
_AFTER_NUMBERS = frozenset({"odd", "ish", "plus", "or", "so"})
_PART = re.compile(r"[a-z0-9]+\*?|#")

Payload = TypeVar("Payload")


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a phrase: the words that may stand there."""

    words: frozenset[str]
    stems: tuple[str, ...] = ()
    number: bool = False
    gap: bool = False
    optional: bool = False

    def meets(self, forms: frozenset[str], number: bool) -> bool:
        """Whether a word with these forms may stand here."""
        if not self.words.isdisjoint(forms) or (self.number and number):
            return True
        return any(form.startswith(stem) for stem in self.stems for form in forms)


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Payload]):
    """A compiled cue and what it stands for."""

    text: str
    parts: tuple[Part, ...]
    payload: Payload


@dataclass(frozen=True, slots=True)
class Found(Generic[Payload]):
    """A phrase in a sentence: from its first word to behind its last."""

    phrase: Phrase[Payload]
    first: int
    behind: int


def as_met(found: Found[Payload], sentence: Sentence) -> str:
    """A cue as the sentence meets it: of several words the one that stands there, `…` for a gap, `N` for a number."""
    met = frozenset(form for word in sentence[found.first : found.behind] for form in word.forms)
    return " ".join(filter(None, (_part_as_met(part, met) for part in found.phrase.parts)))


def _part_as_met(part: Part, met: frozenset[str]) -> str:
    if part.gap:
        return "…"
    there = sorted(part.words & met) + sorted(form for form in met if form.startswith(part.stems))
    if there or part.optional:
        return there[0] if there else ""
    return "N" if part.number else min(part.words, default="")


def phrase(text: str, payload: Payload) -> Phrase[Payload]:
    """Compile a cue.

    Raises:
        ValueError: the notation is not followed; the message says what would be right.
    """
    parts = tuple(part for written in _written(text) for part in _parts(written))
    if not parts or parts[0].gap or parts[0].optional or parts[-1].gap:
        raise ValueError(f"`{text}` must begin and end with a word that has to be there")
    return Phrase(text, parts, payload)


def _written(text: str) -> list[str]:
    return text.lower().replace("’", "'").split()


def _parts(written: str) -> Iterator[Part]:
    if written == "~":
        yield Part(frozenset(), gap=True)
        return
    optional = written.endswith("?")
    choices = written.removesuffix("?").split("|")
    if not all(_PART.fullmatch(choice) for choice in choices):
        raise ValueError(f"`{written}` is not a word of the notation: letters and digits, |, ?, *, # and ~ only")
    yield Part(
        words=frozenset(choice for choice in choices if choice != "#" and not choice.endswith("*")),
        stems=tuple(choice[:-1] for choice in choices if choice.endswith("*")),
        number="#" in choices,
        optional=optional,
    )


class PhraseBook(Generic[Payload]):
    """Many phrases, found together: the cost of a word does not grow with their number."""

    def __init__(self, phrases: Iterable[Phrase[Payload]], known_words: frozenset[str] = frozenset()) -> None:
        """Index the phrases. `known_words` are never taken for a misspelling of a cue's word."""
        self._by_word: dict[str, list[Phrase[Payload]]] = defaultdict(list)
        self._by_stem: dict[str, list[Phrase[Payload]]] = defaultdict(list)
        self._by_number: list[Phrase[Payload]] = []
        vocabulary: set[str] = set()
        for entry in phrases:
            self._index(entry)
            vocabulary.update(word for part in entry.parts for word in part.words)
        self._vocabulary = frozenset(vocabulary)
        self._known = known_words
        self._spelling = sorted(word for word in vocabulary if len(word) >= SHORTEST_MISSPELT)
        self._spelt = lru_cache(maxsize=50_000)(self._nearest)

    def _index(self, entry: Phrase[Payload]) -> None:
        first = entry.parts[0]
        for word in first.words:
            self._by_word[word].append(entry)
        for stem in first.stems:
            self._by_stem[stem].append(entry)
        if first.number:
            self._by_number.append(entry)

    def find(self, sentence: Sentence) -> Iterator[Found[Payload]]:
        """Each phrase that stands in a sentence, each place it begins at, with its shortest run there."""
        forms = [self._forms(word) for word in sentence]
        for first, word in enumerate(sentence):
            for entry in self._beginning(forms[first], word):
                behind = _behind(entry.parts, 0, sentence, forms, first)
                if behind:
                    yield Found(entry, first, behind)

    def _beginning(self, forms: frozenset[str], word: Word) -> dict[Phrase[Payload], None]:
        entries: dict[Phrase[Payload], None] = {}
        for form in sorted(forms):
            entries.update(dict.fromkeys(self._by_word.get(form, ())))
            for length in range(3, len(form) + 1):
                entries.update(dict.fromkeys(self._by_stem.get(form[:length], ())))
        if word.number:
            entries.update(dict.fromkeys(self._by_number))
        return entries

    def _forms(self, word: Word) -> frozenset[str]:
        if not self._vocabulary.isdisjoint(word.forms) or not self._known.isdisjoint(word.forms):
            return word.forms
        return word.forms | self._spelt(word.typed)

    def _nearest(self, typed: str) -> frozenset[str]:
        if len(typed) < SHORTEST_MISSPELT or not typed.isalpha():
            return frozenset()
        allowed = 1 if len(typed) < 9 else 2
        best = process.extractOne(typed, self._spelling, scorer=OSA.distance, score_cutoff=allowed)
        return frozenset((best[0],)) if best and best[0][0] == typed[0] else frozenset()


def _behind(parts: tuple[Part, ...], place: int, sentence: Sentence, forms: list[frozenset[str]], at: int) -> int:
    """The place behind the last word where the parts from `place` on stand at `at`; 0 where they do not."""
    if place == len(parts):
        return at
    part = parts[place]
    if part.gap:
        reach = range(at, min(at + LONGEST_GAP, len(sentence)) + 1)
        return next((end for start in reach if (end := _behind(parts, place + 1, sentence, forms, start))), 0)
    if at < len(sentence) and part.meets(forms[at], sentence[at].number):
        end = _behind(parts, place + 1, sentence, forms, at + 1)
        if not end and part.number:
            end = _after_number(parts, place, sentence, forms, at + 1)
        if end:
            return end
    return _behind(parts, place + 1, sentence, forms, at) if part.optional else 0


def _after_number(parts: tuple[Part, ...], place: int, sentence: Sentence, forms: list[frozenset[str]], at: int) -> int:
    while at < len(sentence) and not _AFTER_NUMBERS.isdisjoint(forms[at]):
        at += 1
        end = _behind(parts, place + 1, sentence, forms, at)
        if end:
            return end
    return 0
