"""Reads YAML into plain values while remembering where each entry stands. With `yaml_values`, all that knows YAML."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from models.errors import ContentError, Fault
from question_bank.file_bytes import whole_file
from question_bank.yaml_values import EntryPath, YamlValues

LARGEST_FILE = 5_000_000
"""Bytes; a content file is a few hundred kilobytes at most."""
_QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """A YAML file: its value, and the line of each entry by its path."""

    file: str
    value: Any
    lines: dict[EntryPath, int]

    def line(self, path: EntryPath) -> int:
        """The line of an entry, or of the nearest thing around it that is written down."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, path: EntryPath, problem: str) -> Fault:
        """A fault at an entry."""
        return Fault(self.file, self.line(path), self.name(path), problem)

    def name(self, path: EntryPath) -> str:
        """What a person calls an entry: the id of the entry around it, and the field."""
        value = self.value
        named = value["id"] if path and isinstance(value, dict) and isinstance(value.get("id"), str) else ""
        rest: list[str] = []
        for key in path:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                value = None
            rest.append(f"[{key}]" if isinstance(key, int) else f".{key}" if rest else str(key))
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                named, rest = value["id"], []
        return f"{named} {''.join(rest).lstrip('.')}".strip()


def read_source(path: Path, name: str | None = None) -> Source:
    """Read a YAML file whole.

    Raises:
        ContentError: the file is missing, too large, not YAML, nested too deep, or uses anchors (refused: they can
            make a small file unfold into a huge one).
    """
    shown = name or str(path)
    try:
        held = whole_file(path, LARGEST_FILE)
        if len(held) > LARGEST_FILE:
            raise ContentError((Fault(shown, 0, "", f"is larger than {LARGEST_FILE // 1_000_000} MB; split it"),))
        text = io.TextIOWrapper(io.BytesIO(held), encoding="utf-8").read()
    except UnicodeDecodeError as error:
        raise ContentError((Fault(shown, 0, "", "is not UTF-8 text; save it as UTF-8"),)) from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a path").lower()
        problem = f"cannot be read ({reason}); check the path and its permissions"
        raise ContentError((Fault(shown, 0, "", problem),)) from error
    return parse_source(text, shown)


def parse_source(text: str, shown: str) -> Source:
    """Read YAML text. Raises ContentError as `read_source` does.

    The reader written in C is ten times as fast; the other one says more of what is wrong, and joins characters that
    are written as two escapes. So what the first refuses is read again by the second.
    """
    try:
        return _parsed(text, shown, _QUICK)
    except yaml.YAMLError:
        return _told(text, shown)


def _told(text: str, shown: str) -> Source:
    try:
        return _parsed(text, shown, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ContentError((Fault(shown, line, "", f"is not valid YAML: {error.problem or error.context}"),)) from error
    except yaml.YAMLError as error:
        problem = "is not valid YAML: it holds characters that YAML does not allow"
        raise ContentError((Fault(shown, 0, "", problem),)) from error


def _parsed(text: str, shown: str, loader: Any) -> Source:
    reading = YamlValues(yaml.parse(text, Loader=loader), shown)
    value = reading.read()
    if reading.faults:
        raise ContentError(tuple(reading.faults))
    return Source(shown, value, reading.lines)
