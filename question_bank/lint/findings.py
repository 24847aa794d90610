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
    Where a bank of one's own takes in a module that ships, what does not go together there is a remark.
    """
    questions, rules = parts.questions, parts.rules
    texts = tuple(texts_of(questions, rules))
    faults = [*parts.faults, *wording_faults(texts, ground), *ease_faults(questions), *repeat_faults(questions)]
    faults += [fault for question in questions for fault in question_faults(question, ground)]
    faults += [fault for rule in rules for fault in rule_faults(rule, ground)]
    remarks = [*wording_remarks(texts), *repeat_remarks(questions, rules)]
    if not parts.faults:
        between, doubtful = _between(parts, ground)
        others = [] if parts.ships else [fault for fault in between if is_shipped(Path(fault.file))]
        faults, remarks = faults + [fault for fault in between if fault not in others], remarks + doubtful + others
    return Findings(_in_order(faults), _in_order(remarks))


def _between(parts: BankParts, ground: Ground) -> tuple[list[Fault], list[Fault]]:
    questions, rules = parts.questions, parts.rules
    ways = routes(questions, rules, ground.most_follow_ups)
    faults = [*way_faults(questions, rules, ways, ground), *shadow_faults(rules, ways)]
    remarks = [*way_remarks(rules, ways), *shadow_remarks(rules, ways)]
    remarks += reach_remarks(questions, parts.source, ground.taxonomy)
    return faults + reach_faults(questions, parts.source), remarks


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults)))
