"""What the questions of a bank give a chance to be spoken of, and what they do not."""

from collections.abc import Sequence

from models.bank import Question
from models.errors import Fault
from models.taxonomy import TOP_LEVEL_TAGS, Taxonomy, tag_and_broader
from question_bank.entries import Located
from question_bank.yaml_source import Source


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
    reached = _reached(questions)
    lonely = [(tag, reached[tag][0]) for tag in TOP_LEVEL_TAGS if len(reached.get(tag, ())) == 1]
    remarks = [
        question.fault(f"is the only question that elicits `{tag}`: who skips it is asked of it nowhere", "elicits")
        for tag, question in lonely
    ]
    probed = {tag for question in questions if question.value.probe for tag in question.value.elicits}
    patterns = [tag.id for tag in taxonomy.tags if tag.broader and tag.id.startswith("pattern.")]
    missing = [tag for tag in patterns if tag not in probed]
    if missing:
        remarks.append(bank.fault((), f"no probe of their own for {len(missing)} sub-patterns: {', '.join(missing)}"))
    return remarks


def _reached(questions: Sequence[Located[Question]]) -> dict[str, list[Located[Question]]]:
    found: dict[str, list[Located[Question]]] = {}
    for question in questions:
        tags = {above for elicited in question.value.elicits for above in tag_and_broader(elicited)}
        for tag in tags:
            found.setdefault(tag, []).append(question)
    return found
