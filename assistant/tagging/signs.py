"""Signs of tags in a sentence: which cues and hints stand there, what they weigh, and what takes them away."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from assistant.tagging.phrases import Found, Phrase, PhraseBook, phrase
from assistant.tagging.words import Sentence
from models.taxonomy import Direction, Taxonomy, top_level

CUE_WEIGHT = 1.0
"""A cue alone is enough to suggest its tag."""
HINT_WEIGHT = 0.4
"""Three different hints of one tag in a sentence are enough, or two beside a word that gives a reason."""
REASON_WEIGHT = 0.2
"""What a word that gives a reason adds to a sentence that has a sign."""
DENIAL_REACH = 7
"""Words behind a denial that it still speaks of."""
SAYS_NO = frozenset({"no", "nope", "nah"})
"""Words that stand alone before a comma where a question or a guess is answered with no."""


class Effect(Enum):
    """What a phrase does to the signs around it."""

    REASON = "reason"
    DENIES_NEXT = "denies_next"
    DENIES_BEFORE = "denies_before"
    DENIES_SENTENCE_BEFORE = "denies_sentence_before"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue stands for."""

    tag: str
    direction: Direction | None
    """None where the words around it show the direction."""
    weight: float


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue or hint met in a sentence."""

    found: Found[Sense]
    denied: bool = False

    @property
    def sense(self) -> Sense:
        """What it stands for."""
        return self.found.phrase.payload

    @property
    def top(self) -> str:
        """The top-level tag it is a sign of."""
        return top_level(self.sense.tag)


def cue_phrases(taxonomy: Taxonomy) -> list[Phrase[Sense]]:
    """Every cue and hint of a taxonomy, compiled. Raises ValueError naming the tag of one that is not well written."""
    phrases = []
    for tag in taxonomy.tags:
        lists: tuple[tuple[tuple[str, ...], Direction | None, float], ...] = (
            (tag.cues.hindered, Direction.HINDERED, CUE_WEIGHT),
            (tag.cues.helped, Direction.HELPED, CUE_WEIGHT),
            (tag.cues.open, None, CUE_WEIGHT),
            (tag.cues.hints, None, HINT_WEIGHT),
        )
        for written, direction, weight in lists:
            phrases += [compiled(text, Sense(tag.id, direction, weight), tag.id) for text in written]
    return phrases


def compiled(text: str, sense: Sense, where: str) -> Phrase[Sense]:
    """One cue, compiled. Raises ValueError naming the entry where it stands."""
    try:
        return phrase(text, sense)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error


def signs(sentence: Sentence, book: PhraseBook[Sense], effects: list[Found[Effect]]) -> list[Sign]:
    """The signs of a sentence, without those that stand inside a longer one of the same top-level tag."""
    opens = 1 if _says_no(sentence) else 0
    met = (each for each in book.find(sentence) if each.first >= opens)
    found = sorted(met, key=lambda each: (each.first - each.behind, -each.phrase.payload.weight))
    kept: list[Found[Sense]] = []
    for each in found:
        if not any(_inside(each, other) for other in kept):
            kept.append(each)
    return [Sign(each, denied=_denied(each, sentence, effects)) for each in sorted(kept, key=lambda each: each.first)]


def _inside(inner: Found[Sense], outer: Found[Sense]) -> bool:
    return (
        outer.first <= inner.first
        and inner.behind <= outer.behind
        and top_level(inner.phrase.payload.tag) == top_level(outer.phrase.payload.tag)
    )


def _denied(sign: Found[Sense], sentence: Sentence, effects: Iterable[Found[Effect]]) -> bool:
    return _after_no(sign, sentence) or any(_denies(effect, sign) for effect in effects)


def _says_no(sentence: Sentence) -> bool:
    """Whether a sentence begins with *no* and a comma: *No, supervision was good* is not *no supervision*."""
    return len(sentence) > 1 and not SAYS_NO.isdisjoint(sentence[0].forms) and sentence[1].breaks


def _after_no(sign: Found[Sense], sentence: Sentence) -> bool:
    """Whether a *no* at the start takes a sign away: *No, the cover was there*.

    A sign that says by itself what hindered stays: *No, I was never told*.
    """
    hindered = sign.phrase.payload.direction is Direction.HINDERED
    return _says_no(sentence) and sign.first <= DENIAL_REACH and not hindered


def _denies(effect: Found[Effect], sign: Found[Sense]) -> bool:
    """Whether a denial speaks of a sign: the sign is part of the denial or stands near it, on the side it points to.

    A denial that is written with *not* first counts only where its sentence begins: *Not the caseload*.
    """
    if effect.phrase.text.startswith("not ") and effect.first > 0:
        return False
    inside = effect.first <= sign.first and sign.behind <= effect.behind
    if effect.phrase.payload is Effect.DENIES_NEXT:
        return inside or effect.first < sign.first <= effect.behind + DENIAL_REACH
    return effect.phrase.payload is Effect.DENIES_BEFORE and (inside or sign.first < effect.first)


def evidence(found: list[Sign], gives_reason: bool) -> float:
    """What signs of one tag in one sentence weigh together: each phrase once, and a little for a reason given."""
    weights = {sign.found.phrase.text: sign.sense.weight for sign in found}
    return sum(weights.values()) + (REASON_WEIGHT if gives_reason and weights else 0.0)


def score(weight: float) -> float:
    """Evidence as a score from 0 to 1: a cue alone gives 0.60, a cue and a hint 0.72, two cues 0.84."""
    return float(round(1 - 0.4**weight, 3))
