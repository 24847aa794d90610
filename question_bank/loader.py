"""The one door to content: banks, taxonomy, wording and terms, read into models with every fault named at once."""

from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from models.bank import Bank, Question, Rule
from models.base import Frozen, Identifier
from models.errors import ContentError, Fault
from models.taxonomy import TOP_LEVEL_TAGS, Level, Tag, Taxonomy
from models.wording import DirectionWords, WordingCues
from question_bank.checks import bank_faults, taxonomy_faults
from question_bank.entries import Located, read_entries, read_entry, unknown_keys
from question_bank.yaml_source import Source, read_source

CONTENT = Path(str(files("question_bank"))) / "content"
"""The content that ships with the program."""

TAXONOMY_VERSION = "0.1.0"
"""Goes up with every change of a tag's meaning."""

_LISTS = ("questions", "probes", "rules")
_Whole = TypeVar("_Whole", bound=Frozen)


class ReviewKind(Frozen):
    """A kind of review and the words for it."""

    id: Identifier
    label: str
    where: str
    """Where the kind is used, in a few words."""


class _ReviewKinds(Frozen):
    kinds: tuple[ReviewKind, ...]


class _BankHead(Frozen):
    id: Identifier
    version: str
    title: str
    description: str
    modules: tuple[Identifier, ...] = ()


def load_taxonomy(folder: Path = CONTENT / "taxonomy") -> Taxonomy:
    """Read all tags. Raises ContentError with every fault found."""
    faults: list[Fault] = []
    frameworks = read_source(CONTENT / "crosswalk.yaml").value
    sources = [_source(folder / f"{top}.yaml", faults) for top in TOP_LEVEL_TAGS]
    tags = [tag for source in sources if source for tag in _tags(source, faults)]
    faults += taxonomy_faults(tags, frameworks)
    _refuse(faults)
    return Taxonomy(version=TAXONOMY_VERSION, tags=tuple(tag.value for tag in tags))


def _tags(source: Source, faults: list[Fault]) -> list[Located[Tag]]:
    if not isinstance(source.value, dict):
        faults.append(source.fault((), "must hold one tag with its sub_tags"))
        return []
    head = {key: value for key, value in source.value.items() if key not in ("sub_tags", "hints")}
    top = read_entry(Tag, source, (), {"broader": None, **_with_hints(head, source.value)}, faults)
    level, broader = (top.value.level if top else Level.FRONTLINE), source.value.get("id")
    below = source.value.get("sub_tags", [])
    found = [top]
    for place, entry in enumerate(below if isinstance(below, list) else []):
        fields = {key: value for key, value in entry.items() if key != "hints"} if isinstance(entry, dict) else entry
        shared = {"broader": broader, "level": level, "crosswalk": _merged(source.value, entry)}
        given = {**_with_hints(fields, entry), **shared} if isinstance(entry, dict) else entry
        found.append(read_entry(Tag, source, ("sub_tags", place), given, faults))
    return [tag for tag in found if tag is not None]


def _merged(top: dict[str, object], entry: object) -> object:
    """The crosswalk of a sub-tag: its own where it names one, the broader tag's for every other framework."""
    broad, own = top.get("crosswalk") or {}, (entry.get("crosswalk") or {}) if isinstance(entry, dict) else {}
    return {**broad, **own} if isinstance(broad, dict) and isinstance(own, dict) else own


def _with_hints(fields: dict[str, object], entry: dict[str, object]) -> dict[str, object]:
    cues = fields.get("cues") or {}
    return {**fields, "cues": {**cues, "hints": entry.get("hints") or []} if isinstance(cues, dict) else cues}


def load_bank(bank: str, taxonomy: Taxonomy) -> Bank:
    """Read a bank by its id, or by the path of its YAML file. Raises ContentError with every fault found."""
    path = bank_path(bank)
    source = read_source(path)
    faults = unknown_keys(source, (*_BankHead.model_fields, *_LISTS))
    head = _head(source, faults)
    modules = [_source(_module_path(path, name), faults) for name in (head.modules if head else ())]
    parts = [source, *(module for module in modules if module)]
    for module in parts[1:]:
        faults += unknown_keys(module, _LISTS)
    questions = [question for part in parts for question in _questions(part, faults)]
    rules = [rule for part in parts for rule in read_entries(Rule, part, "rules", faults)]
    faults += bank_faults(questions, rules, taxonomy)
    _refuse(faults)
    fields = head.model_dump(exclude={"modules"}) if head else {}
    return Bank(**fields, questions=tuple(q.value for q in questions), rules=tuple(r.value for r in rules))


def _head(source: Source, faults: list[Fault]) -> _BankHead | None:
    if not isinstance(source.value, dict):
        return None
    given = {key: value for key, value in source.value.items() if key in _BankHead.model_fields}
    head = read_entry(_BankHead, source, (), given, faults)
    return head.value if head else None


def _questions(source: Source, faults: list[Fault]) -> list[Located[Question]]:
    planned = read_entries(Question, source, "questions", faults)
    return planned + read_entries(Question, source, "probes", faults, probe=True)


def bank_path(bank: str) -> Path:
    """The file of a bank named by id or by path. Raises ContentError where there is none, naming those there are."""
    given = Path(bank)
    if given.suffix in (".yaml", ".yml") or len(given.parts) > 1:
        return given
    if bank in bank_ids():
        return CONTENT / "banks" / f"{bank}.yaml"
    problem = f"is not a bank that is known; there are: {', '.join(bank_ids())}; or give a .yaml file"
    raise ContentError((Fault(bank or "an empty name", 0, "", problem),))


def bank_ids() -> tuple[str, ...]:
    """The banks that ship with the program."""
    return tuple(sorted(path.stem for path in (CONTENT / "banks").glob("*.yaml")))


def _module_path(bank: Path, module: str) -> Path:
    own = bank.parent / "modules" / f"{module}.yaml"
    return own if own.exists() else CONTENT / "modules" / f"{module}.yaml"


def load_wording(path: Path = CONTENT / "wording.yaml") -> WordingCues:
    """Read the phrases that the tagger flags or takes as signals. Raises ContentError with every fault found."""
    cues = _whole(WordingCues, path)
    return cues.model_copy(update={"direction": _whole(DirectionWords, CONTENT / "direction.yaml")})


def load_review_kinds(path: Path = CONTENT / "review_kinds.yaml") -> dict[str, ReviewKind]:
    """Read the kinds of review by id. Raises ContentError with every fault found."""
    return {kind.id: kind for kind in _whole(_ReviewKinds, path).kinds}


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


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise ContentError(tuple(faults))
