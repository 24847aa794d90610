"""Why walks did not reach a question or a rule, as far as they show it."""

from collections import Counter
from dataclasses import dataclass

from assistant.walking.record import Record
from models.bank import Question, Rule
from question_bank.conditions_in_words import Names, place_in_words, rule_in_words


@dataclass(frozen=True)
class Unreached:
    """Something that no walk reached, or only against the order of the questions."""

    kind: str
    """`question`, `probe` or `rule`."""
    id: str
    reason: str


def unreached(record: Record, names: Names) -> tuple[Unreached, ...]:
    """Every question that was never put and every rule that never asked, each with a reason."""
    questions = [Unreached(_kind(each), each.id, _of_a_question(record, each, names)) for each in record.left_out()]
    rules = [Unreached("rule", each.id, _of_a_rule(record, each, names)) for each in record.left()]
    return (*questions, *rules)


def only_on_going_back(record: Record) -> tuple[Unreached, ...]:
    """Every rule that asked only where somebody went back to an answer, with what came before it otherwise."""
    return tuple(
        Unreached("rule", each.id, f"asks only where somebody goes back to an answer; {_what_was_seen(record, each)}")
        for each in record.only_on_going_back()
    )


def _kind(question: Question) -> str:
    return "probe" if question.probe else "question"


def _of_a_question(record: Record, question: Question, names: Names) -> str:
    if not question.probe:
        return f"is asked {place_in_words(question.when, names)}; no walk came to that"
    noted = sum(record.noted[rule.id] for rule in record.asking(question.id))
    if noted:
        return f"was noted {_times(noted)} and never put: enough had been asked each time"
    return f"is asked by {' or '.join(f'`{rule.id}`' for rule in record.asking(question.id))} only, which never asked"


def _of_a_rule(record: Record, rule: Rule, names: Names) -> str:
    return f"asks {rule_in_words(rule.when, names)}; {_what_was_seen(record, rule)}"


def _what_was_seen(record: Record, rule: Rule) -> str:
    fitted, missed = record.fitted[rule.id], record.missed[rule.id]
    if fitted:
        return _what_came_first(record.beaten[rule.id], fitted)
    if rule.when.question and not any(record.questions[name] for name in rule.when.question):
        return "nothing that it follows was ever put"
    if missed:
        [(name, count)] = missed.most_common(1)
        return f"what stood in its way was `{name}`, at {count} of the {_counted(missed.total(), 'answer')} looked at"
    return "no answer that it looks at was given where it could have asked"


def _what_came_first(beaten: Counter[str], fitted: int) -> str:
    [(first, count)] = beaten.most_common(1)
    came = f"`{first}` came first" if first else "nothing more was asked"
    return f"where it fitted, {came} in {count} of {_counted(fitted, 'case')}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
