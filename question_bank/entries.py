"""Entries of content files as models that remember where they stand, so that a fault can name its line."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from models.errors import Fault
from question_bank.fault_words import in_words
from question_bank.yaml_source import Source
from question_bank.yaml_values import EntryPath

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
            words = in_words(problem["type"], problem["msg"], problem.get("ctx", {}))
            written = _as_written(value, problem["loc"], missing=problem["type"] == "missing")
            faults.append(source.fault((*path, *written), words))
        return None


def _as_written(value: Any, location: EntryPath, *, missing: bool) -> EntryPath:
    """The keys and places of a location that a person wrote; names of types, which are put among them, are left out.

    Note: where a field is missing, the last part names it, and nobody wrote it.
    """
    written: list[str | int] = []
    for part in location[:-1] if missing else location:
        here = isinstance(value, dict) or (isinstance(value, list | tuple) and isinstance(part, int))
        if here and part in (value if isinstance(value, dict) else range(len(value))):
            value = value[part]
            written.append(part)
    return (*written, *(location[-1:] if missing else ()))


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
