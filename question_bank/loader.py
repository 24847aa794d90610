"""The one door to content: banks, taxonomy, wording and terms, read into models with every fault named at once."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from models.bank import Bank
from models.base import Frozen
from models.errors import ContentError, Fault
from models.taxonomy import TOP_LEVEL_TAGS, Taxonomy
from models.wording import DirectionWords, WordingCues
from question_bank.bank_parts import BankHead, BankParts, head_of, questions_of, rules_of, sources_of
from question_bank.checks import bank_faults, taxonomy_faults
from question_bank.entries import Located, read_entry
from question_bank.fitting import fitted
from question_bank.tag_entries import tag_entries
from question_bank.yaml_source import Source, read_source

CONTENT = Path(str(files("question_bank"))) / "content"
"""The content that ships with the program."""

TAXONOMY_VERSION = "0.1.0"
"""Goes up with every change of a tag's meaning."""

_SHIPPED = CONTENT / "banks"
_Whole = TypeVar("_Whole", bound=Frozen)


def load_taxonomy(folder: Path = CONTENT / "taxonomy") -> Taxonomy:
    """Read all tags. Raises ContentError with every fault found."""
    faults: list[Fault] = []
    frameworks = read_source(CONTENT / "crosswalk.yaml").value
    sources = [_source(folder / f"{top}.yaml", faults) for top in TOP_LEVEL_TAGS]
    tags = [tag for source in sources if source for tag in tag_entries(source, faults)]
    faults += taxonomy_faults(tags, frameworks)
    _refuse(faults)
    return Taxonomy(version=TAXONOMY_VERSION, tags=tuple(tag.value for tag in tags))


def load_bank(bank: str, taxonomy: Taxonomy, own: Path | None = None) -> Bank:
    """Read a bank by its id, or by the path of its YAML file. Raises ContentError with every fault found.

    `own` is the folder of banks of one's own, beside those that ship.
    """
    parts = read_bank(bank, taxonomy, own)
    _refuse(parts.faults)
    return parts.bank()


def read_bank(bank: str, taxonomy: Taxonomy, own: Path | None = None) -> BankParts:
    """A bank as its files have it, with the faults that keep it from being used.

    Raises ContentError where there is no such bank, or its file is no YAML.
    """
    path = bank_path(bank, own)
    source = read_source(path)
    faults: list[Fault] = []
    head = head_of(source, faults)
    sources = sources_of(source, head, lambda name: _module(path, name, head, faults), faults)
    questions, rules = questions_of(sources, faults), rules_of(sources, faults)
    whole, ships = not faults, is_shipped(path)
    if not ships:
        questions, rules = fitted(questions, rules, lambda entry: is_shipped(Path(entry.source.file)))
    faults += bank_faults(questions, rules, taxonomy, whole=whole)
    if head and not ships:
        faults += _own_faults(head, path, own)
    return BankParts(source, head, questions, rules, tuple(faults), whole, ships)


def _own_faults(head: Located[BankHead], path: Path, own: Path | None) -> list[Fault]:
    """A bank of one's own is found again by its id: no bank that ships has it, and its file is called so."""
    if head.value.id in bank_ids():
        return [head.fault(f"`{head.value.id}` is the id of a bank that ships; give yours another", "id")]
    if own is not None and path.resolve().parent == own.resolve() and head.value.id != path.stem:
        problem = f"must be `{path.stem}`, as the file is called; change the id, or call the file {head.value.id}.yaml"
        return [head.fault(problem, "id")]
    return []


def bank_path(bank: str, own: Path | None = None) -> Path:
    """The file of a bank named by id or by path. Raises ContentError where there is none, naming those there are."""
    given = Path(bank)
    if given.suffix in (".yaml", ".yml") or len(given.parts) > 1:
        return given
    known = {path.stem: path for path in (*own_banks(own), *_SHIPPED.glob("*.yaml"))}
    if bank in known:
        return known[bank]
    put = f"put {bank}.yaml into {own}, " if own and bank else ""
    problem = f"is not a bank that is known; there are: {', '.join(bank_ids(own))}; {put}or give the path of its file"
    raise ContentError((Fault(bank or "an empty name", 0, "", problem),))


def bank_ids(own: Path | None = None) -> tuple[str, ...]:
    """The banks that ship with the program, and those of one's own behind them."""
    shipped = tuple(sorted(path.stem for path in _SHIPPED.glob("*.yaml")))
    return (*shipped, *(path.stem for path in own_banks(own) if path.stem not in shipped))


def own_banks(own: Path | None) -> tuple[Path, ...]:
    """The files of banks of one's own, by name; none where there is no such folder."""
    return tuple(sorted(own.glob("*.yaml"))) if own else ()


def is_shipped(file: Path) -> bool:
    """Whether a file is part of the content that ships with the program."""
    return file.resolve().is_relative_to(CONTENT.resolve())


def _module(bank: Path, name: str, head: Located[BankHead] | None, faults: list[Fault]) -> Source | None:
    """A module of a bank: that in the folder `modules` beside it, else the one that ships."""
    for folder in (bank.parent, CONTENT):
        path = folder / "modules" / f"{name}.yaml"
        if path.exists():
            return _source(path, faults)
    if head is not None:
        problem = f"`{name}` is not a module: no {name}.yaml in a folder `modules` beside the bank, and none that ships"
        faults.append(head.fault(problem, "modules"))
    return None


def load_wording(path: Path = CONTENT / "wording.yaml") -> WordingCues:
    """Read the phrases that the tagger flags or takes as signals. Raises ContentError with every fault found."""
    cues = _whole(WordingCues, path)
    return cues.model_copy(update={"direction": _whole(DirectionWords, CONTENT / "direction.yaml")})


def _whole(kind: type[_Whole], path: Path) -> _Whole:
    faults: list[Fault] = []
    source = read_source(path)
    entry = read_entry(kind, source, (), source.value, faults)
    if entry is None:
        raise ContentError(tuple(faults))
    return entry.value


def _source(path: Path, faults: list[Fault]) -> Source | None:
    try:
        return read_source(path)
    except ContentError as error:
        faults.extend(error.faults)
        return None


def _refuse(faults: Sequence[Fault]) -> None:
    if faults:
        raise ContentError(tuple(faults))
