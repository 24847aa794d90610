"""Reads a script for `replay` and names every fault in it at once."""

from pathlib import Path

from models.bank import Bank
from models.errors import ContentError, Fault
from models.review import Role
from models.script import Script
from models.taxonomy import Taxonomy
from question_bank.entries import Located, read_entry
from question_bank.loader import load_bank, load_review_kinds
from question_bank.yaml_source import read_source


def load_script(path: Path, taxonomy: Taxonomy, own: Path | None = None) -> tuple[Script, Bank]:
    """A script and the bank it asks from: one that ships, or one in `own`. Raises ContentError with every fault."""
    faults: list[Fault] = []
    source = read_source(path)
    entry = read_entry(Script, source, (), source.value, faults)
    if entry is None:
        raise ContentError(tuple(faults))
    try:
        bank = load_bank(entry.value.session.bank, taxonomy, own)
    except ContentError as error:
        raise ContentError((*_faults(entry, None, taxonomy), *error.faults)) from error
    faults += _faults(entry, bank, taxonomy)
    if faults:
        raise ContentError(tuple(faults))
    return entry.value, bank


def _faults(entry: Located[Script], bank: Bank | None, taxonomy: Taxonomy) -> list[Fault]:
    script, faults = entry.value, []
    kinds = load_review_kinds()
    if script.review.kind not in kinds:
        faults.append(entry.fault(f"must be one of {', '.join(kinds)}", "review", "kind"))
    faults += _person_faults(entry)
    for place, turn in enumerate(script.turns):
        named = turn.revise if turn.act == "revise" else turn.to if turn.act in ("answer", "skip") else None
        if bank is not None and named is not None and named not in bank.by_id:
            key = "revise" if turn.act == "revise" else "to"
            problem = f"`{named}` is not a question of the bank {bank.id}; check its spelling"
            faults.append(entry.fault(problem, "turns", place, key))
        if turn.act == "tag" and turn.to is not None and turn.to not in taxonomy.by_id:
            faults.append(entry.fault(f"`{turn.to}` is not a tag of the taxonomy", "turns", place, "to"))
    return faults


def _person_faults(entry: Located[Script]) -> list[Fault]:
    script, faults = entry.value, []
    roles = {person.name: person.role for person in script.people}
    listed = ", ".join(roles)
    if script.session.by not in roles:
        faults.append(entry.fault(f"`{script.session.by}` is not under people; there are: {listed}", "session", "by"))
    supervision = script.supervision
    if supervision is not None and roles.get(supervision.by) is not Role.SUPERVISOR:
        problem = f"`{supervision.by}` is not a supervisor under people; there are: {listed}"
        faults.append(entry.fault(problem, "supervision", "by"))
    return faults
