"""Whether an influence helped or hindered: what the cues say, else what the words around them say."""

from assistant.tagging.signs import Sign
from assistant.tagging.words import Sentence
from models.taxonomy import Direction
from models.wording import DirectionWords

_NEAR = 2
"""Words before a cue in which a negation turns it round."""


def direction_of(sentence: Sentence, together: list[Sign], words: DirectionWords) -> Direction:
    """What the signs of one tag did to practice, by the cues' own direction where they have one."""
    said = {_turned(sentence, sign, words) for sign in together if sign.sense.direction is not None}
    if len(said) > 1:
        return Direction.BOTH
    if said:
        return said.pop()
    return _from_words(sentence, words)


def _turned(sentence: Sentence, sign: Sign, words: DirectionWords) -> Direction:
    direction = sign.sense.direction
    before = sentence[max(0, sign.found.first - _NEAR) : sign.found.first]
    if direction is Direction.HELPED and any(not words.turning.isdisjoint(word.forms) for word in before):
        return Direction.HINDERED
    return direction or Direction.UNCLEAR


def _from_words(sentence: Sentence, words: DirectionWords) -> Direction:
    helping = sum(not words.helping.isdisjoint(word.forms) for word in sentence)
    hindering = sum(not words.hindering.isdisjoint(word.forms) for word in sentence)
    if helping > hindering:
        return Direction.HELPED
    return Direction.HINDERED if hindering else Direction.UNCLEAR
