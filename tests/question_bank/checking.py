"""What tests of the check share: the ground it stands on, and a bank written down and read back."""

from pathlib import Path

from assistant.bank_check import ground_of
from models.bank import Question, Rule
from models.errors import ContentError
from models.taxonomy import TOP_LEVEL_TAGS
from question_bank.bank_parts import BankParts
from question_bank.entries import Located
from question_bank.lint.findings import bank_findings
from question_bank.lint.ground import Findings, Ground
from question_bank.loader import load_wording, read_bank
from question_bank.terms import kinds_of_review, load_terms
from question_bank.yaml_source import Source
from tests.support import TAXONOMY

HERE = Path(__file__).parent
WHOLE = (HERE / "whole.yaml").read_text(encoding="utf-8")
"""A small bank without fault."""
KINDS = tuple(kinds_of_review(load_terms()))
GROUND: Ground = ground_of(TAXONOMY, load_wording(), KINDS, ())


def checked(text: str, folder: Path) -> Findings:
    """What the check finds in a bank of these lines."""
    path = folder / "bank.yaml"
    path.write_text(text, encoding="utf-8")
    return checked_file(path)


def checked_file(path: Path) -> Findings:
    """What the check finds in a bank's file."""
    try:
        return bank_findings(read_bank(str(path), TAXONOMY), GROUND)
    except ContentError as error:
        return Findings(error.faults)


def parts_of(*entries: Question | Rule) -> BankParts:
    """A bank of these entries as the check takes it, as if read from a file that ships."""
    questions = tuple(Located(entry, _written(entry.id), ()) for entry in entries if isinstance(entry, Question))
    rules = tuple(Located(entry, _written(entry.id), ()) for entry in entries if isinstance(entry, Rule))
    return BankParts(_written("small"), None, questions, rules, (), whole=True, ships=True)


def _written(name: str) -> Source:
    return Source("made.yaml", {"id": name}, {})


def asking(text: str, field: str = "text") -> str:
    """The whole bank with this text in one of its places: a question's, its help, or a because."""
    quoted = "'" + text.replace("'", "''") + "'"
    helped = "text: 'What helped?'"
    if field == "help":
        return WHOLE.replace(helped, f"{helped}, help: {quoted}")
    if field == "because":
        return WHOLE.replace("'With \"{quote}\" a reason is named; reasons have reasons.'", quoted)
    return WHOLE.replace(helped, f"text: {quoted}")


ALL_TAGS = ", ".join(TOP_LEVEL_TAGS)
