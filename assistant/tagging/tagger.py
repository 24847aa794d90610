"""The tagger: a text in, a reading out. Cues only; every suggestion names the cue it rests on."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from assistant.tagging.direction import direction_of
from assistant.tagging.phrases import Found, PhraseBook, phrase
from assistant.tagging.signs import Effect, Sense, Sign, cue_phrases, evidence, score, signs
from assistant.tagging.wording import WordingReader
from assistant.tagging.words import Sentence, Splitter
from models.reading import Depth, Reading, Reason, ReasonBy, Suggestion
from models.taxonomy import Taxonomy
from models.wording import DirectionWords, WordingCues

THRESHOLD = 1.0
"""Evidence that a tag needs in one sentence to be suggested: a cue, or two hints."""
LONGEST_QUOTE = 14
"""Words a quote is widened to, inside its clause, so that it reads as evidence."""
SAYS_NOT = frozenset({"no", "nope", "nah", "not", "never", "neither", "nor"})
"""First words of an answer to a question that deny what was asked: *The caseload? Not really.*"""
ASKS_FOR_HELP = frozenset({"any", "anyone", "anybody", "enough", "get", "give", "have", "know", "share", "tell", "there"})
"""Words of a question after a thing that helps: *Did we have cover? No* tells of a lack, and denies nothing."""


class Tagger(Protocol):
    """Reads a text."""

    @property
    def name(self) -> str:
        """Name and version, kept beside each reading."""
        ...

    def read(self, text: str) -> Reading:
        """What the words of a text show. Any text is taken; offsets are code points of it."""
        ...


@dataclass(frozen=True, slots=True)
class _Seen:
    sentence: Sentence
    signs: list[Sign]
    effects: list[Found[Effect]]
    asks: bool
    """A question mark stands behind it."""

    def has(self, effect: Effect) -> bool:
        return any(each.phrase.payload is effect for each in self.effects)

    def denies(self, before: "_Seen") -> bool:
        """Whether it says that what the sentence before names played no part."""
        if before.asks and not before.asks_for_help() and not SAYS_NOT.isdisjoint(self.sentence[0].forms):
            return True
        return any(self._ends_clause(each) for each in self.effects)

    def asks_for_help(self) -> bool:
        """Whether it asks for a thing that helps, so that *no* tells of its lack."""
        return any(not ASKS_FOR_HELP.isdisjoint(word.forms) for word in self.sentence)

    def _ends_clause(self, each: Found[Effect]) -> bool:
        ends = each.behind == len(self.sentence) or self.sentence[each.behind].breaks
        return each.phrase.payload is Effect.DENIES_SENTENCE_BEFORE and ends


class CueTagger:
    """A tagger from the taxonomy's own cues."""

    name = "cues 0.1.0"

    def __init__(
        self,
        taxonomy: Taxonomy,
        wording: WordingCues,
        split: Splitter,
        known_words: frozenset[str] = frozenset(),
    ) -> None:
        """Compile the cues. Raises ValueError naming a cue that is not well written."""
        self._split = split
        self._direction = wording.direction
        self._book = PhraseBook(cue_phrases(taxonomy), known_words)
        effects = [phrase(text, effect) for effect, texts in _effect_texts(wording) for text in texts]
        self._effects = PhraseBook(effects, known_words)
        self._wording = WordingReader(wording, known_words)

    def read(self, text: str) -> Reading:
        """What the words of a text show."""
        sentences = self._split(text)
        seen = [self._seen(sentence, text) for sentence in sentences]
        suggestions = tuple(_suggestions(seen, text, self._direction))
        flags, signals = self._wording.read(text, sentences)
        gives_reason = bool(suggestions) or any(
            each.phrase.payload is Effect.REASON for sentence in sentences for each in self._effects.find(sentence)
        )
        return Reading(
            suggestions=suggestions,
            wording=flags,
            signals=signals,
            depth=Depth.REASON if gives_reason else Depth.REPORTS,
        )

    def _seen(self, sentence: Sentence, text: str) -> _Seen:
        effects = list(self._effects.find(sentence))
        end = sentence[-1].end
        return _Seen(sentence, signs(sentence, self._book, effects), effects, asks="?" in text[end : end + 2])


def _effect_texts(wording: WordingCues) -> tuple[tuple[Effect, tuple[str, ...]], ...]:
    return (
        (Effect.REASON, wording.reasons),
        (Effect.DENIES_NEXT, wording.denials_before),
        (Effect.DENIES_BEFORE, wording.denials_after),
        (Effect.DENIES_SENTENCE_BEFORE, wording.denials_whole),
        (Effect.ELSEWHERE, wording.hypotheticals),
    )


def _suggestions(text: list[_Seen], typed: str, words: DirectionWords) -> list[Suggestion]:
    denied = _denied_tags(text)
    found = []
    for seen in text:
        if seen.has(Effect.ELSEWHERE):
            continue
        by_tag: dict[str, list[Sign]] = defaultdict(list)
        for sign in seen.signs:
            if sign.top not in denied:
                by_tag[sign.top].append(sign)
        for together in by_tag.values():
            weight = evidence(together, seen.has(Effect.REASON))
            if weight >= THRESHOLD:
                found.append(_suggestion(seen, together, weight, typed, words))
    return sorted(found, key=lambda each: (each.start, each.end, each.tag))


def _denied_tags(text: list[_Seen]) -> frozenset[str]:
    """Top-level tags that the text says played no part: in a denial, or in a sentence that the next one denies."""
    denied = {sign.top for seen in text for sign in seen.signs if sign.denied}
    for before, seen in pairwise(text):
        if seen.denies(before):
            denied.update(sign.top for sign in before.signs)
    return frozenset(denied)


def _suggestion(seen: _Seen, together: list[Sign], weight: float, typed: str, words: DirectionWords) -> Suggestion:
    strongest = max(together, key=lambda sign: (sign.sense.weight, sign.found.behind - sign.found.first))
    first = min(sign.found.first for sign in together)
    behind = max(sign.found.behind for sign in together)
    if behind - first > LONGEST_QUOTE:
        first, behind = strongest.found.first, strongest.found.behind
    first, behind = _widened(seen.sentence, first, behind)
    start, end = seen.sentence[first].start, seen.sentence[behind - 1].end
    return Suggestion(
        tag=strongest.sense.tag,
        start=start,
        end=end,
        quote=typed[start:end],
        score=score(weight),
        direction=direction_of(seen.sentence, together, words),
        reason=Reason(by=ReasonBy.CUE, detail=_detail(together)),
    )


def _widened(sentence: Sentence, first: int, behind: int) -> tuple[int, int]:
    """A run of words widened to its clause, as long as it stays short enough to read."""
    while behind < len(sentence) and not sentence[behind].breaks and behind - first < LONGEST_QUOTE:
        behind += 1
    while first > 0 and not sentence[first].breaks and behind - first < LONGEST_QUOTE:
        first -= 1
    return first, behind


def _detail(together: list[Sign]) -> str:
    texts = dict.fromkeys(sign.found.phrase.text for sign in sorted(together, key=lambda sign: -sign.sense.weight))
    return " and ".join(f"'{text}'" for text in list(texts)[:3])


__all__ = ["THRESHOLD", "CueTagger", "Sense", "Tagger"]
