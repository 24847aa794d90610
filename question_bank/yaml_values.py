"""YAML events made into plain values, with the line of each entry; anchors and deep nesting have no place."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from models.errors import ContentError, Fault

LONGEST_NUMBER = 10
"""Digits; what is longer is text."""
DEEPEST = 40
"""Levels of nesting; content needs fewer than ten."""

EntryPath: TypeAlias = tuple[str | int, ...]
"""Where an entry stands in its file: keys and places, outermost first."""

_NOTHING = ("", "~", "null", "Null", "NULL")
_YES, _NO = ("yes", "true", "on"), ("no", "false", "off")
_PLAIN: dict[str, bool | None] = {
    **dict.fromkeys(_NOTHING),
    **{form: value for words, value in ((_YES, True), (_NO, False)) for word in words
       for form in (word, word.capitalize(), word.upper())},
}  # fmt: skip
"""What words without quotation marks stand for (YAML 1.1, section on resolution)."""
_NUMBER = re.compile(r"0|[1-9][0-9]*|0[0-7]+", re.ASCII)


class YamlValues:
    """Reads the events of one text into a value."""

    def __init__(self, events: Iterator[Any], shown: str) -> None:
        """Take the events; `shown` is what a person calls the file."""
        self._events, self._shown = events, shown
        self.lines: dict[EntryPath, int] = {}
        """The line of each entry, from 1."""
        self.faults: list[Fault] = []
        """What can be told without giving up."""

    def read(self) -> Any:
        """The value of the first document; None where there is none. Raises ContentError for what has no place here."""
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                value = self._value(next(self._events), ())
                self._end()
                return value
        return None

    def _end(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise self._fault(event, "holds a second document; keep one, without a line of three dashes in it")

    def _value(self, event: Any, path: EntryPath) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._fault(event, "uses an anchor or alias (& or *); write it out")
        if len(path) > DEEPEST:
            raise self._fault(event, f"is nested deeper than {DEEPEST} levels")
        self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)

    def _sequence(self, path: EntryPath) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*path, len(found))))
        return found

    def _mapping(self, path: EntryPath) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._value(next(self._events), (*path, ""))
                continue
            if key in mapping:
                self._note(event, key, "stands twice; keep one")
            self.lines[*path, key] = event.start_mark.line + 1
            mapping[key] = self._value(next(self._events), (*path, key))
        return mapping

    def _key(self, event: Any, path: EntryPath) -> str | None:
        """A key as text; None, and its fault noted, where it is none."""
        if isinstance(event, yaml.ScalarEvent) and not event.anchor:
            return str(event.value)
        self._value(event, (*path, ""))
        self._note(event, str(path[-1]) if path else "", "holds a list or an entry as a key; a key must be plain text")
        return None

    def _scalar(self, event: Any, path: EntryPath) -> Any:
        text = event.value
        kind = event.tag.rpartition(":")[2] if event.tag else "" if event.implicit[0] else "str"
        if kind in ("", "null", "bool") and text in _PLAIN:
            return _PLAIN[text]
        if kind in ("", "int") and len(text) < LONGEST_NUMBER and _NUMBER.fullmatch(text):
            return int(text)
        try:
            return _whole_characters(text)
        except UnicodeError:
            self._note(event, str(path[-1]) if path else "", "holds half of a character; retype it")
            return ""

    def _note(self, event: Any, where: str, problem: str) -> None:
        self.faults.append(Fault(self._shown, event.start_mark.line + 1, where, problem))

    def _fault(self, event: Any, problem: str) -> ContentError:
        return ContentError((Fault(self._shown, event.start_mark.line + 1, "", problem),))


def _whole_characters(text: str) -> str:
    r"""Text whose characters written as two escapes (`"\ud83d\ude00"`) are one again. UnicodeError for a lone half."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16")
