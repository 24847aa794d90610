"""Text made inert for a screen: what would move the cursor or turn the writing is shown and does nothing."""

import unicodedata

_KEPT = "\n\t"
_TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}


def inert(text: str) -> str:
    """The text with control characters and direction marks as visible stand-ins; nothing else changes."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def counted(count: int, word: str) -> str:
    """A count with its word: `1 tag`, `3 tags`."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def _shown(character: str) -> str:
    if character in _KEPT or character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _TURNING or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"):
        return f"<{code:04X}>"
    return character
