"""All checks of a bank, put together."""

from pathlib import Path

from models.errors import Fault
from question_bank.bank_parts import BankParts
from question_bank.lint.conditions import question_faults, rule_faults
from question_bank.lint.ground import Findings, Ground
from question_bank.lint.reach import reach_faults, reach_remarks
from question_bank.lint.reading_ease import ease_faults
from question_bank.lint.repeats import repeat_faults, repeat_remarks
from question_bank.lint.routes import routes
from question_bank.lint.shadows import shadow_faults, shadow_remarks
from question_bank.lint.texts import texts_of
from question_bank.lint.ways import way_faults, way_remarks
from question_bank.lint.wording import wording_faults, wording_remarks
from question_bank.loader import is_shipped


def bank_findings(parts: BankParts, ground: Ground) -> Findings:
    """Every fault and every remark about a bank.

    What entries mean for each other is looked at only where each can be used: before, half of it would be guessed.
    """
    questions, rules = parts.questions, parts.rules
    texts = tuple(texts_of(questions, rules))
    faults = [*parts.faults, *wording_faults(texts, ground), *ease_faults(questions), *repeat_faults(questions)]
    faults += [fault for question in questions for fault in question_faults(question, ground)]
    faults += [fault for rule in rules for fault in rule_faults(rule, ground)]
    remarks = [*wording_remarks(texts), *repeat_remarks(questions, rules)]
    if not parts.faults:
        between, doubtful = _between(parts, ground)
        faults, remarks = faults + between, remarks + doubtful
    return Findings(_in_order(faults), _in_order(remarks))


def _between(parts: BankParts, ground: Ground) -> tuple[list[Fault], list[Fault]]:
    questions, rules = parts.questions, parts.rules
    ways = routes(questions, rules, ground.most_follow_ups)
    faults = [*way_faults(questions, rules, ways, ground), *shadow_faults(rules, ways)]
    remarks = [*way_remarks(rules, ways), *shadow_remarks(rules, ways)]
    remarks += reach_remarks(questions, parts.source, ground.taxonomy)
    faults += reach_faults(questions, parts.source)
    return _own(faults, parts), _own(remarks, parts)


def _own(found: list[Fault], parts: BankParts) -> list[Fault]:
    """What its author can mend: in a module that ships, what has no place in a bank of one's own just rests."""
    return found if parts.ships else [each for each in found if not is_shipped(Path(each.file))]


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults)))
