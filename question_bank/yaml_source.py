"""Reads YAML into plain values while remembering where each entry stands. The only module that knows YAML."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from models.errors import ContentError, Fault
from question_bank.file_bytes import whole_file

LARGEST_FILE = 5_000_000
"""Bytes; a content file is a few hundred kilobytes at most."""
LONGEST_NUMBER = 10
"""Digits; what is longer is text."""
DEEPEST = 40
"""Levels of nesting; content needs fewer than ten."""

EntryPath: TypeAlias = tuple[str | int, ...]
"""Where an entry stands in its file: keys and places, outermost first."""


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
    """Read YAML text. Raises ContentError as `read_source` does."""
    try:
        _refuse_anchors(text, shown)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ContentError((Fault(shown, line, "", f"is not valid YAML: {error.problem or error.context}"),)) from error
    except (yaml.YAMLError, RecursionError) as error:
        problem = "is not valid YAML: it holds characters that YAML does not allow, or is nested too deep"
        raise ContentError((Fault(shown, 0, "", problem),)) from error
    lines: dict[EntryPath, int] = {}
    faults: list[Fault] = []
    value = _value(node, (), lines, faults, shown) if node is not None else None
    if faults:
        raise ContentError(tuple(faults))
    return Source(shown, value, lines)


def _refuse_anchors(text: str, shown: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ContentError((Fault(shown, line, "", "uses an anchor or alias (& or *); write it out"),))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise ContentError((Fault(shown, line, "", f"is nested deeper than {DEEPEST} levels"),))


def _value(node: yaml.Node, path: EntryPath, lines: dict[EntryPath, int], faults: list[Fault], shown: str) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, faults, shown)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, place), lines, faults, shown) for place, child in enumerate(node.value)]
    return _scalar(node, path, lines, faults, shown)


def _scalar(node: yaml.Node, path: EntryPath, lines: dict[EntryPath, int], faults: list[Fault], shown: str) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    if kind == "int" and node.value.isdecimal() and len(node.value) < LONGEST_NUMBER:
        return int(node.value)
    try:
        return _whole_characters(node.value)
    except UnicodeError:
        faults.append(Fault(shown, lines[path], str(path[-1]) if path else "", "holds half of a character; retype it"))
        return ""


def _whole_characters(text: str) -> str:
    r"""Text whose characters written as two escapes (`"\ud83d\ude00"`) are one again. UnicodeError for a lone half."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16")


def _mapping(
    node: yaml.MappingNode, path: EntryPath, lines: dict[EntryPath, int], faults: list[Fault], shown: str
) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key_node, child in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            problem = "holds a list or an entry as a key; a key must be plain text"
            faults.append(Fault(shown, key_node.start_mark.line + 1, str(path[-1]) if path else "", problem))
            continue
        key = str(key_node.value)
        if key in mapping:
            faults.append(Fault(shown, key_node.start_mark.line + 1, key, "stands twice; keep one"))
        mapping[key] = _value(child, (*path, key), lines, faults, shown)
        lines[*path, key] = key_node.start_mark.line + 1
    return mapping
