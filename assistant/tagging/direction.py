"""Whether an influence helped or hindered: what the cues say, else what the words around them say."""

from assistant.tagging.signs import Sign
from assistant.tagging.words import Sentence
from models.taxonomy import Direction

_HELPING = frozenset(
    "good great well brilliant excellent best better lovely helpful useful strong clear quick quickly timely able enable "
    "help support supportive allow together trust trusted worked works effective effectively saved thanks luckily regular "
    "regularly promptly improve improved benefit positive confident confidently because_of manageable protected encouraged "
    "encourage ensure ensures success successful successfully easy easily straightaway backed listened kind steady open".split()
)
_HINDERING = frozenset(
    "no not never nobody nothing none without lack lacked too poor bad weak late delay delayed slow unable cannot difficult "
    "hard harder problem pressure stretched struggle struggled lost missing miss missed stuck only unclear confused confusion "
    "limited insufficient inconsistent fail worse worst wrong short less fewer few gone barely hardly least refuse refused "
    "prevented stopped blocked cancelled wait waiting drift drifted gap cut away afraid scared frightened worried tired".split()
)
_TURNS = frozenset({"not", "no", "never", "without", "nobody", "none"})
_NEAR = 2
"""Words before a cue in which a negation turns it round."""


def direction_of(sentence: Sentence, together: list[Sign]) -> Direction:
    """What the signs of one tag did to practice, by the cues' own direction where they have one."""
    said = {_turned(sentence, sign) for sign in together if sign.sense.direction is not None}
    if len(said) > 1:
        return Direction.BOTH
    if said:
        return said.pop()
    return _from_words(sentence)


def _turned(sentence: Sentence, sign: Sign) -> Direction:
    direction = sign.sense.direction
    before = sentence[max(0, sign.found.first - _NEAR) : sign.found.first]
    if direction is Direction.HELPED and any(not _TURNS.isdisjoint(word.forms) for word in before):
        return Direction.HINDERED
    return direction or Direction.UNCLEAR


def _from_words(sentence: Sentence) -> Direction:
    helping = sum(not _HELPING.isdisjoint(word.forms) for word in sentence)
    hindering = sum(not _HINDERING.isdisjoint(word.forms) for word in sentence)
    if helping > hindering:
        return Direction.HELPED
    return Direction.HINDERED if hindering else Direction.UNCLEAR
