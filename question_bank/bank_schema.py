"""A JSON Schema of banks and modules as authors write them, for editors that complete and check as one types."""

import ast
import inspect
from enum import Enum
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from models.annotation import Status
from models.bank import AnswerKind, Once, Question, Rule, Stage, When
from models.reading import Depth, SignalKind, WordingKind
from models.review import Source
from models.taxonomy import Direction
from question_bank.bank_parts import BankHead

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: tuple[type[BaseModel], ...] = (BankHead, Question, When, Rule)
_ENUMS: tuple[type[Enum], ...] = (
    Stage, AnswerKind, Once, Depth, WordingKind, SignalKind, Direction, Status, Source,
)  # fmt: skip
_OF_A_PROBE = ("id", "stage", "text", "help", "elicits")
"""What the author of a probe writes; the rest belongs to planned questions, or to the rule that asks it."""
_LISTS = {
    "questions": ("Question", "Planned questions, in the order they are asked within their stage."),
    "probes": ("Probe", "Follow-ups that only a rule asks."),
    "rules": ("Rule", "When an answer says this, ask that, and say why."),
}
_NEED_A_TAG = ("direction", "score_at_least", "status", "tag_alone")


def bank_schema() -> dict[str, Any]:
    """The schema. A file with any of a bank's own keys needs them all; one with none of them is a module."""
    _, made = models_json_schema([(model, "validation") for model in (BankHead, Question, Rule)])
    entries: dict[str, Any] = made["$defs"]
    for model in _MODELS:
        _describe_fields(model, entries[model.__name__])
    for enum in _ENUMS:
        _describe_members(enum, entries[enum.__name__])
    head = entries.pop("BankHead")
    _narrow(entries)
    lists = {
        name: {"title": name, "description": told, "type": "array", "items": {"$ref": f"#/$defs/{entry}"}}
        for name, (entry, told) in _LISTS.items()
    }
    needed: list[str] = head["required"]
    return {
        "$schema": DIALECT,
        "title": "Question bank or module",
        "description": "A bank says what it is, and holds questions, probes and rules; a module only holds these.",
        "type": "object",
        "properties": head["properties"] | lists,
        "additionalProperties": False,
        "minProperties": 1,
        "dependentRequired": {name: [other for other in needed if other != name] for name in head["properties"]},
        "$defs": entries,
    }


def _narrow(entries: dict[str, Any]) -> None:
    """What authors write, where it is less than the models take; and what depends on what."""
    question, rule, when = entries["Question"], entries["Rule"], entries["When"]
    fields = question["properties"]
    entries["Probe"] = question | {
        "title": "probe",
        "description": "A follow-up that only a rule asks.",
        "properties": {name: fields[name] for name in _OF_A_PROBE},
    }
    entries["Question"] = question | {
        "title": "question",
        "description": "A question asked for its place in the order.",
        "properties": {name: _without_default(field) for name, field in fields.items() if name != "probe"},
        "if": {"properties": {"kind": {"const": AnswerKind.CHOICE.value}}, "required": ["kind"]},
        "then": {"required": ["choices"]},
        "else": {"properties": {"choices": {"maxItems": 0}}},
    }
    because = rule["properties"]["because"] | {"pattern": r"\{quote\}"}
    entries["Rule"] = rule | {"title": "rule", "properties": rule["properties"] | {"because": because}}
    entries["When"] = when | {"title": "when", "dependentRequired": {name: ["tag"] for name in _NEED_A_TAG}}


def _without_default(field: dict[str, Any]) -> dict[str, Any]:
    """A field without the default that would fill in every condition there is."""
    return {key: value for key, value in field.items() if not (key == "default" and isinstance(value, dict))}


def _describe_fields(model: type[BaseModel], entry: dict[str, Any]) -> None:
    told = attribute_docstrings(model)
    for name, field in entry["properties"].items():
        field["title"] = name.replace("_", " ")
        if name in told:
            field["description"] = told[name]


def _describe_members(enum: type[Enum], entry: dict[str, Any]) -> None:
    told = attribute_docstrings(enum)
    lines = [f"- {each.value}: {told[each.name]}" for each in enum if each.name in told]
    entry["title"] = inspect.cleandoc(enum.__doc__ or "").partition("\n")[0].rstrip(".").lower()
    entry["description"] = "\n".join((inspect.cleandoc(enum.__doc__ or ""), *lines))


def attribute_docstrings(described: type) -> dict[str, str]:
    """The docstring under each attribute of a class, by name, read from its source.

    Pydantic would read them each time a class is made, which doubles the time to import the models.
    """
    body = ast.parse(inspect.getsource(described)).body[0]
    found = {}
    for attribute, text in pairwise(body.body if isinstance(body, ast.ClassDef) else []):
        name = _assigned(attribute)
        if name and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            found[name] = " ".join(str(text.value.value).split())
    return found


def _assigned(statement: ast.stmt) -> str | None:
    target = statement.target if isinstance(statement, ast.AnnAssign) else None
    if isinstance(statement, ast.Assign):
        target = statement.targets[0]  # type: ignore[assignment]  # any of them may be a name
    return target.id if isinstance(target, ast.Name) else None
