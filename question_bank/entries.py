"""Entries of content files as models that remember where they stand, so that a fault can name its line."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from models.errors import Fault
from question_bank.yaml_source import EntryPath, Source

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Located(Generic[Model]):
    """A model and the place in the file that it was read from."""

    value: Model
    source: Source
    path: EntryPath

    def fault(self, problem: str, *below: str | int) -> Fault:
        """A fault at this entry, or at a field below it."""
        return self.source.fault((*self.path, *below), problem)


def read_entry(
    kind: type[Model], source: Source, path: EntryPath, value: Any, faults: list[Fault]
) -> Located[Model] | None:
    """An entry as a model; None, and its faults added, where it does not fit."""
    try:
        return Located(kind.model_validate(value), source, path)
    except ValidationError as error:
        problems = error.errors()
        within = {problem["loc"][:depth] for problem in problems for depth in range(len(problem["loc"]))}
        for problem in problems:
            if problem["type"] == "too_short" and problem["loc"] in within:
                continue  # its entries are faulty, not missing
            words = _in_words(problem["type"], problem["msg"], problem.get("ctx", {}))
            faults.append(source.fault((*path, *problem["loc"]), words))
        return None


def read_entries(
    kind: type[Model], source: Source, key: str, faults: list[Fault], **preset: Any
) -> list[Located[Model]]:
    """The entries of a list in a file as models, each with the preset fields."""
    value = source.value.get(key, []) if isinstance(source.value, dict) else []
    if not isinstance(value, list):
        faults.append(source.fault((key,), "must be a list: put a dash before each entry"))
        return []
    found = []
    for place, entry in enumerate(value):
        given = {**entry, **preset} if isinstance(entry, dict) else entry
        found.append(read_entry(kind, source, (key, place), given, faults))
    return [entry for entry in found if entry is not None]


def unknown_keys(source: Source, known: tuple[str, ...]) -> list[Fault]:
    """A fault for each key at the top of a file that nothing reads."""
    if not isinstance(source.value, dict):
        return [source.fault((), f"must hold the keys {', '.join(known)}")]
    return [
        source.fault((key,), f"is not a key that is known here; known are: {', '.join(known)}")
        for key in source.value
        if key not in known
    ]


def _in_words(kind: str, message: str, context: dict[str, Any]) -> str:
    plain = {
        "extra_forbidden": "is not a field that is known here; check the spelling or remove it",
        "missing": "is missing; add it",
        "enum": f"must be one of {context.get('expected', '')}",
        "literal_error": f"must be one of {context.get('expected', '')}",
        "too_short": "must hold at least one entry",
        "string_type": "must be text; put quotation marks around it",
        "bool_type": "must be true or false",
        "bool_parsing": "must be true or false",
        "model_type": "must be an entry with fields, not a single value",
        "tuple_type": "must be a list: put it in [ ] or on lines with a dash",
        "string_pattern_mismatch": "must be lower-case words joined by dots, dashes or underscores",
    }
    return plain.get(kind, message.removeprefix("Value error, "))
