"""Fits the modules that ship to a bank of one's own: what follows questions that it does not have is left out."""

from collections.abc import Callable, Collection

from models.bank import Question, Rule
from question_bank.entries import Located

Questions = tuple[Located[Question], ...]
Rules = tuple[Located[Rule], ...]
_Ships = Callable[[Located[Question] | Located[Rule]], bool]


def fitted(questions: Questions, rules: Rules, ships: _Ships) -> tuple[Questions, Rules]:
    """The questions and rules that are left.

    A rule that ships follows those of its questions that the bank has; one that has none to follow is left out, and a
    probe that ships goes with the last rule that asks it. What the bank itself holds stays as it is.
    """
    while True:
        known = {question.value.id for question in questions}
        left = tuple(kept for rule in rules if (kept := _following(rule, known) if ships(rule) else rule))
        asked = {rule.value.ask for rule in left}
        wanted = tuple(each for each in questions if not each.value.probe or not ships(each) or each.value.id in asked)
        if len(wanted) == len(questions):
            return wanted, left
        questions, rules = wanted, left


def _following(rule: Located[Rule], known: Collection[str]) -> Located[Rule] | None:
    """A rule that follows only questions that are known; None where it followed some and none of them is."""
    named = rule.value.when.question
    there = tuple(name for name in named if name in known)
    if len(there) == len(named):
        return rule
    when = rule.value.when.model_copy(update={"question": there})
    return Located(rule.value.model_copy(update={"when": when}), rule.source, rule.path) if there else None
