"""The tagger: a text in, a reading out. Cues only; every suggestion names the cue it rests on."""

from collections import defaultdict
from typing import Protocol

from assistant.tagging.direction import direction_of
from assistant.tagging.phrases import PhraseBook, as_met, phrase
from assistant.tagging.seen import Seen, denied_tags
from assistant.tagging.signs import Effect, Sign, cue_phrases, evidence, score, signs
from assistant.tagging.wording import WordingReader
from assistant.tagging.words import Sentence, Splitter
from models.reading import Depth, Reading, Reason, ReasonBy, Signal, SignalKind, Suggestion
from models.taxonomy import Level, Taxonomy
from models.wording import DirectionWords, WordingCues

THRESHOLD = 1.0
"""Evidence that a tag needs in one sentence to be suggested: a cue, three hints, or two and a reason."""
FACTORS_FOR_A_REASON = 2
"""Suggestions that show a reason without a word such as *because*; one is enough in an answer of one sentence."""
LONGEST_QUOTE = 14
"""Words a quote is widened to, inside its clause, so that it reads as evidence."""


class Tagger(Protocol):
    """Reads a text."""

    @property
    def name(self) -> str:
        """Name and version, kept beside each reading."""
        ...

    def read(self, text: str) -> Reading:
        """What the words of a text show. Any text is taken; offsets are code points of it."""
        ...


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
        self._levels = {tag.id: tag.level for tag in taxonomy.tags if tag.level is not Level.ACROSS_LEVELS}
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
        return Reading(
            suggestions=suggestions,
            wording=flags,
            signals=signals,
            depth=self._depth(seen, suggestions, signals),
        )

    def _depth(self, seen: list[Seen], suggestions: tuple[Suggestion, ...], signals: tuple[Signal, ...]) -> Depth:
        """How far a text goes by its own words.

        A reason with words for what is usual makes a pattern; a reason said in so many words, with factors of two
        levels of the system, makes a reason behind a reason.
        """
        if not _gives_reason(seen, suggestions):
            return Depth.REPORTS
        if any(signal.kind is SignalKind.USUAL for signal in signals):
            return Depth.PATTERN
        levels = {self._levels[each.tag] for each in suggestions if each.tag in self._levels}
        return Depth.REASON_BEHIND if _says_reason(seen) and len(levels) > 1 else Depth.REASON

    def _seen(self, sentence: Sentence, text: str) -> Seen:
        effects = list(self._effects.find(sentence))
        end = sentence[-1].end
        return Seen(sentence, signs(sentence, self._book, effects), effects, asks="?" in text[end : end + 2])


def _effect_texts(wording: WordingCues) -> tuple[tuple[Effect, tuple[str, ...]], ...]:
    return (
        (Effect.REASON, wording.reasons),
        (Effect.DENIES_NEXT, wording.denials_before),
        (Effect.DENIES_BEFORE, wording.denials_after),
        (Effect.DENIES_SENTENCE_BEFORE, wording.denials_whole),
        (Effect.ELSEWHERE, wording.hypotheticals),
    )


def _gives_reason(text: list[Seen], suggestions: tuple[Suggestion, ...]) -> bool:
    """Whether a reason is given: by a word that says so, or by the factors named.

    One factor alone in an answer of several sentences is not enough: reports of what was done name things in passing.
    """
    return _says_reason(text) or (bool(suggestions) and len(suggestions) >= min(FACTORS_FOR_A_REASON, len(text)))


def _says_reason(text: list[Seen]) -> bool:
    return any(seen.has(Effect.REASON) and not seen.has(Effect.ELSEWHERE) for seen in text)


def _suggestions(text: list[Seen], typed: str, words: DirectionWords) -> list[Suggestion]:
    denied = denied_tags(text)
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


def _suggestion(seen: Seen, together: list[Sign], weight: float, typed: str, words: DirectionWords) -> Suggestion:
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
        reason=Reason(by=ReasonBy.CUE, detail=_detail(seen.sentence, together)),
    )


def _widened(sentence: Sentence, first: int, behind: int) -> tuple[int, int]:
    """A run of words widened to its clause, as long as it stays short enough to read."""
    while behind < len(sentence) and not sentence[behind].breaks and behind - first < LONGEST_QUOTE:
        behind += 1
    while first > 0 and not sentence[first].breaks and behind - first < LONGEST_QUOTE:
        first -= 1
    return first, behind


def _detail(sentence: Sentence, together: list[Sign]) -> str:
    weightiest = sorted(together, key=lambda sign: -sign.sense.weight)
    texts = dict.fromkeys(as_met(sign.found, sentence) for sign in weightiest)
    return " and ".join(f"'{text}'" for text in list(texts)[:3])
