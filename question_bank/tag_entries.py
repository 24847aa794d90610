"""The tags of one file of the taxonomy: a top-level tag, and what hangs below it with what it shares."""

from models.errors import Fault
from models.taxonomy import Level, Tag
from question_bank.entries import Located, read_entry
from question_bank.yaml_source import Source


def tag_entries(source: Source, faults: list[Fault]) -> list[Located[Tag]]:
    """The tag of a file and its sub-tags, in their order; what does not fit is left out and its faults added."""
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
