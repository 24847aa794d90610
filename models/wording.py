"""The phrases that the tagger flags, takes as signals, or lets change what a cue means."""

from models.base import Frozen
from models.reading import SignalKind, WordingKind


class DirectionWords(Frozen):
    """Words around a cue that show what the influence did to practice."""

    helping: frozenset[str] = frozenset()
    hindering: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    """Words just before a cue of good practice that turn it round."""


class WordingCues(Frozen):
    """Phrases that show hindsight or blame wording, that open a door for a further question, or that give a reason."""

    wording: dict[WordingKind, tuple[str, ...]]
    signals: dict[SignalKind, tuple[str, ...]]
    reasons: tuple[str, ...]
    """Words that give a reason: *because*, *which meant*."""
    denials_before: tuple[str, ...]
    """Words before a factor that say it played no part: *it was not the* caseloads."""
    denials_after: tuple[str, ...]
    """Words behind a factor that say it played no part: caseloads *were fine*."""
    denials_whole: tuple[str, ...]
    """A sentence that says what was named just before played no part: *it was not that*."""
    direction: DirectionWords = DirectionWords()
    hypotheticals: tuple[str, ...]
    """Words that place a sentence outside this case: *in theory*, *in my last authority*."""
