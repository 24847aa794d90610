"""Words that a person typed or named: refused in a sentence where they cannot be kept as they are."""

from models.errors import UsageError


def is_whole(text: str) -> bool:
    """Whether a text can be written down: it holds no half of a character and no byte that is no text."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def checked(text: str, what: str, most: int) -> str:
    """The text as given; `what` begins the sentence, e.g. "The title". Raises UsageError where it cannot be kept."""
    if not is_whole(text):
        raise UsageError(f"{what} holds bytes that are no UTF-8 text; type it again.")
    if len(text) > most:
        raise UsageError(f"{what} has {len(text):,} characters; the most is {most:,}, so make it shorter.")
    return text
