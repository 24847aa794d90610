"""Names of people: when two spellings are one name."""

import unicodedata

_UNSEEN_KINDS = ("Cc", "Cf", "Cs", "Co", "Cn")
_UNSEEN = frozenset(
    map(chr, (0x34F, 0x115F, 0x1160, 0x2800, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Fillers and variation marks: nobody sees them, though their kind is that of letters and accents."""


def plain_name(name: str) -> str:
    """The name by which people are told apart; empty where nothing of it can be seen.

    Letter case, width, accents written in one part or two, white space, and what cannot be seen make no difference.
    """
    folded = unicodedata.normalize("NFKC", _seen(name)).casefold()
    return " ".join(_seen(unicodedata.normalize("NFKC", folded)).split())


def _seen(text: str) -> str:
    return "".join(each for each in text if each.isspace() or not _is_unseen(each))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN_KINDS or character in _UNSEEN
