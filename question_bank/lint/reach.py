"""What the questions of a bank give a chance to be spoken of, and what they do not."""

from collections.abc import Sequence

from models.bank import Question
from models.errors import Fault
from models.taxonomy import TOP_LEVEL_TAGS, Taxonomy, tag_and_broader
from question_bank.entries import Located
from question_bank.yaml_source import Source

NAMED = 3
"""Sub-patterns that a remark names before it only counts them."""


def reach_faults(questions: Sequence[Located[Question]], bank: Source) -> list[Fault]:
    """Factors and patterns that no question of a bank elicits."""
    reached = _reached(questions)
    return [
        bank.fault((), f"no question elicits `{tag}`; name it under `elicits` of a question that speaks of it")
        for tag in TOP_LEVEL_TAGS
        if tag not in reached
    ]


def reach_remarks(questions: Sequence[Located[Question]], bank: Source, taxonomy: Taxonomy) -> list[Fault]:
    """Factors and patterns that hang on one question, and sub-patterns that no probe is about."""
    return _lonely(questions) + _unprobed(questions, bank, taxonomy)


def _lonely(questions: Sequence[Located[Question]]) -> list[Fault]:
    reached = _reached(questions)
    alone: dict[str, list[str]] = {}
    for tag in TOP_LEVEL_TAGS:
        if len(reached.get(tag, ())) == 1:
            alone.setdefault(reached[tag][0].value.id, []).append(f"`{tag}`")
    return [
        question.fault(
            f"is the only question that elicits {', '.join(alone[question.value.id])}; one more is safer", "elicits"
        )
        for question in questions
        if question.value.id in alone
    ]


def _unprobed(questions: Sequence[Located[Question]], bank: Source, taxonomy: Taxonomy) -> list[Fault]:
    probed = {tag for question in questions if question.value.probe for tag in question.value.elicits}
    patterns = [tag.id for tag in taxonomy.tags if tag.broader and tag.id.startswith("pattern.")]
    missing = [f"`{tag}`" for tag in patterns if tag not in probed]
    if not missing:
        return []
    more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
    problem = f"no probe is about {', '.join(missing[:NAMED])}{more}; the module `sub_patterns` has one for each"
    return [bank.fault((), problem)]


def _reached(questions: Sequence[Located[Question]]) -> dict[str, list[Located[Question]]]:
    found: dict[str, list[Located[Question]]] = {}
    for question in questions:
        tags = {above for elicited in question.value.elicits for above in tag_and_broader(elicited)}
        for tag in tags:
            found.setdefault(tag, []).append(question)
    return found
