"""A bank as its files have it: its head, its own entries and those of its modules, each with its place."""

from collections.abc import Callable
from dataclasses import dataclass

from models.bank import Bank, Question, Rule
from models.base import Frozen, Identifier
from models.errors import Fault
from question_bank.entries import Located, read_entries, read_entry, unknown_keys
from question_bank.yaml_source import Source

LISTS = ("questions", "probes", "rules")
"""What a bank and a module hold."""


class BankHead(Frozen):
    """What a bank says of itself."""

    id: Identifier
    """What commands and sessions call it; the file of a bank of one's own is called the same."""
    version: str
    """Goes up with every change that people should know of; in quotation marks: `'1.2'`."""
    title: str
    """What people call it."""
    description: str
    """What it is for, in a few sentences."""
    modules: tuple[Identifier, ...] = ()
    """Files whose questions, probes and rules come behind its own: `modules/ID.yaml` beside it, or one that ships."""


@dataclass(frozen=True)
class BankParts:
    """A bank as its files have it, with every fault that keeps it from being used."""

    source: Source
    """The bank's own file."""
    head: Located[BankHead] | None
    """None where it does not fit."""
    questions: tuple[Located[Question], ...]
    rules: tuple[Located[Rule], ...]
    faults: tuple[Fault, ...]
    whole: bool
    """Whether every entry could be read: what is missing is then missing indeed."""
    ships: bool
    """Whether it is one of the banks that ship with the program."""

    def bank(self) -> Bank:
        """The bank. For one without faults."""
        fields = self.head.value.model_dump(exclude={"modules"}) if self.head else {}
        return Bank(
            **fields,
            questions=tuple(each.value for each in self.questions),
            rules=tuple(each.value for each in self.rules),
        )


def head_of(source: Source, faults: list[Fault]) -> Located[BankHead] | None:
    """What the file of a bank says of it; None, and its faults added, where that does not fit."""
    faults += unknown_keys(source, (*BankHead.model_fields, *LISTS))
    if not isinstance(source.value, dict):
        return None
    given = {key: value for key, value in source.value.items() if key in BankHead.model_fields}
    return read_entry(BankHead, source, (), given, faults)


def sources_of(
    source: Source, head: Located[BankHead] | None, module: Callable[[str], Source | None], faults: list[Fault]
) -> list[Source]:
    """The file of a bank and those of its modules, in the order it names them."""
    modules = [found for name in (head.value.modules if head else ()) if (found := module(name))]
    for each in modules:
        faults += unknown_keys(each, LISTS)
    return [source, *modules]


def questions_of(sources: list[Source], faults: list[Fault]) -> tuple[Located[Question], ...]:
    """Planned questions and probes, in the order of the files."""
    found: list[Located[Question]] = []
    for source in sources:
        found += read_entries(Question, source, "questions", faults)
        found += read_entries(Question, source, "probes", faults, probe=True)
    return tuple(found)


def rules_of(sources: list[Source], faults: list[Fault]) -> tuple[Located[Rule], ...]:
    """Rules, in the order of the files."""
    return tuple(rule for source in sources for rule in read_entries(Rule, source, "rules", faults))
