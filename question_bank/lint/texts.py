"""The texts of a bank, each with the place it stands at, and without what is filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.bank import Question, Rule
from models.errors import Fault
from question_bank.entries import Located

_FILLED_IN = re.compile(r"\{\w*\}")


@dataclass(frozen=True)
class Text:
    """One text of a bank."""

    entry: Located[Question] | Located[Rule]
    path: tuple[str | int, ...]
    """The field it stands in, e.g. `("choices", 2)`."""
    words: str
    """As written, with straight apostrophes, and a dash for each word in braces."""

    @property
    def asks(self) -> bool:
        """Whether it is a question, and not a help, a choice or a because."""
        return self.path == ("text",)

    def fault(self, problem: str) -> Fault:
        """A fault at this text."""
        return self.entry.fault(problem, *self.path)


def texts_of(questions: tuple[Located[Question], ...], rules: tuple[Located[Rule], ...]) -> Iterator[Text]:
    """Every text that a person reads: questions, helps and choices, then the becauses."""
    for question in questions:
        yield Text(question, ("text",), plain(question.value.text))
        if question.value.help:
            yield Text(question, ("help",), plain(question.value.help))
        for place, choice in enumerate(question.value.choices):
            yield Text(question, ("choices", place), plain(choice))
    for rule in rules:
        yield Text(rule, ("because",), plain(rule.value.because))


def plain(text: str) -> str:
    """A text with straight apostrophes and a dash for what is filled in: quoted words are the reviewer's own."""
    return _FILLED_IN.sub("–", text.replace("’", "'"))
