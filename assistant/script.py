"""Reads a script for `replay` and names every fault in it at once."""

from pathlib import Path

from models.bank import Bank
from models.errors import ContentError, Fault
from models.names import plain_name
from models.review import Role
from models.script import Script, ScriptDecision
from models.taxonomy import Taxonomy
from question_bank.entries import Located, read_entry
from question_bank.loader import load_bank
from question_bank.terms import kinds_of_review, load_terms
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
        of_bank = [_at_bank(entry, fault) for fault in error.faults]
        raise ContentError((*_faults(entry, None, taxonomy), *of_bank)) from error
    faults += _faults(entry, bank, taxonomy)
    if faults:
        raise ContentError(tuple(faults))
    return entry.value, bank


def _at_bank(entry: Located[Script], fault: Fault) -> Fault:
    """A fault of the bank; one that has no line of its own stands where the script names the bank."""
    return fault if fault.line else entry.fault(f"{fault.file} {fault.problem}", "session", "bank")


def _faults(entry: Located[Script], bank: Bank | None, taxonomy: Taxonomy) -> list[Fault]:
    script, faults = entry.value, []
    kinds = kinds_of_review(load_terms())
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
    return faults + _decision_faults(entry, taxonomy)


def _decision_faults(entry: Located[Script], taxonomy: Taxonomy) -> list[Fault]:
    decisions = entry.value.supervision.decisions if entry.value.supervision else ()
    return [
        entry.fault(f"`{each.to}` is not a tag of the taxonomy", "supervision", "decisions", place, "to")
        for place, each in enumerate(decisions)
        if isinstance(each, ScriptDecision) and each.to is not None and each.to not in taxonomy.by_id
    ]


def _person_faults(entry: Located[Script]) -> list[Fault]:
    script, faults = entry.value, _name_faults(entry)
    roles = {person.name: person.role for person in script.people}
    listed, by, supervision = ", ".join(roles), script.session.by, script.supervision
    if by not in roles:
        faults.append(entry.fault(f"`{by}` is not under people; there are: {listed}", "session", "by"))
    elif roles[by] is not Role.REVIEWER:
        faults.append(
            entry.fault(f"`{by}` has the role {roles[by].value}; a reviewer leads a session", "session", "by")
        )
    if supervision is None:
        return faults
    if roles.get(supervision.by) is not Role.SUPERVISOR:
        problem = f"`{supervision.by}` is not a supervisor under people; there are: {listed}"
        faults.append(entry.fault(problem, "supervision", "by"))
    if plain_name(supervision.by) == plain_name(by):
        faults.append(entry.fault("nobody signs off their own session; name somebody else", "supervision", "by"))
    return faults


def _name_faults(entry: Located[Script]) -> list[Fault]:
    """Names that cannot be seen, and one name under two spellings or two roles."""
    faults, earlier = [], dict[str, str]()
    for place, person in enumerate(entry.value.people):
        plain = plain_name(person.name)
        if not plain:
            faults.append(entry.fault("has nothing in it that can be seen; give a name", "people", place, "name"))
        elif plain in earlier:
            problem = f"is the same name as `{earlier[plain]}` above; one person has one role, so give another name"
            faults.append(entry.fault(problem, "people", place, "name"))
        earlier.setdefault(plain, person.name)
    return faults
