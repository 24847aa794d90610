"""What things are called, by place: read from `content/terms`, picked by a review's place."""

from collections.abc import Mapping
from pathlib import Path

from models.errors import ContentError, Fault
from models.review import Place
from models.terms import Terms
from question_bank.entries import read_entry
from question_bank.loader import CONTENT
from question_bank.yaml_source import read_source

ANYWHERE = "anywhere"
"""The terms of a place that none of the files knows."""


def load_terms(folder: Path = CONTENT / "terms") -> dict[str, Terms]:
    """Read the terms of every place, by id. Raises ContentError with every fault found."""
    faults: list[Fault] = []
    found = [terms for path in sorted(folder.glob("*.yaml")) if (terms := _read(path, faults))]
    if ANYWHERE not in {terms.id for terms in found}:
        faults.append(Fault(str(folder), 0, "", f"has no {ANYWHERE}.yaml; add the words for a place that is not known"))
    if faults:
        raise ContentError(tuple(faults))
    return {terms.id: terms for terms in found}


def terms_for(place: Place, terms: Mapping[str, Terms]) -> Terms:
    """The terms of a place: of the nation it names, else of the region; those for anywhere where neither is known."""
    by_name = {_plain(name): each for each in terms.values() for name in (each.id, each.label, *each.also)}
    return by_name.get(_plain(place.nation or place.region), terms[ANYWHERE])


def kinds_of_review(terms: Mapping[str, Terms]) -> dict[str, str]:
    """Every kind of review that any place knows, by id, with what it is called where it stands first."""
    labels: dict[str, str] = {}
    for kind in (kind for each in terms.values() for kind in each.review_kinds):
        labels.setdefault(kind.id, kind.label)
    return labels


def _read(path: Path, faults: list[Fault]) -> Terms | None:
    try:
        source = read_source(path)
    except ContentError as error:
        faults.extend(error.faults)
        return None
    entry = read_entry(Terms, source, (), source.value, faults)
    if entry is not None and entry.value.id != path.stem:
        faults.append(source.fault(("id",), f"must be `{path.stem}`, as the file is called"))
    return entry.value if entry else None


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
