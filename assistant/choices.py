"""Which of a question's choices an answer means."""

from models.bank import Question
from models.errors import UsageError

LONGEST_NUMBER = 6
"""Digits of a number that a person types."""


def choice_meant(question: Question, text: str) -> str | None:
    """The choice that an answer names: by its number, or by the beginning of its words; None for words of one's own.

    Raises UsageError for a number that none of the choices has.
    """
    given = text.strip().casefold()
    if given.isdecimal() and len(given) <= LONGEST_NUMBER and 1 <= int(given) <= len(question.choices):
        return question.choices[int(given) - 1]
    met = [choice for choice in question.choices if choice.casefold().startswith(given)]
    exact = [choice for choice in met if choice.casefold() == given]
    if len(exact or met) == 1:
        return (exact or met)[0]
    if not given.isdecimal():
        return None
    listed = "; ".join(f"{place} {choice}" for place, choice in enumerate(question.choices, start=1))
    raise UsageError(f"Choose one of these, by its number or its words: {listed}.")
