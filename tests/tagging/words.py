"""A splitter for tests that need no trained pipeline: lower-case words and a few base forms."""

import re

from assistant.tagging.words import Sentence, Word

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SENTENCE = re.compile(r"[^.!?\n]+")


def plain_words(text: str) -> tuple[Sentence, ...]:
    """Sentences of words whose base form drops a final s; `n't` is read as *not*."""
    found = []
    for sentence in _SENTENCE.finditer(text):
        words = [word for met in _WORD.finditer(sentence.group()) for word in _split(met, sentence.start())]
        if words:
            found.append(tuple(words))
    return tuple(found)


def _split(met: "re.Match[str]", offset: int) -> list[Word]:
    typed, start = met.group().lower(), met.start() + offset
    if typed.endswith("n't"):
        return [_word(typed[:-3], start), Word(frozenset({"n't", "not"}), start + len(typed) - 3, start + len(typed))]
    return [_word(typed, start)]


def _word(typed: str, start: int) -> Word:
    return Word(frozenset({typed, typed.removesuffix("s")}), start, start + len(typed), number=typed.isdigit())
