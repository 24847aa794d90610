"""The JSON Schema of banks and modules: published as it is made, and true of what ships."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from question_bank.bank_schema import bank_schema
from question_bank.loader import CONTENT

PUBLISHED = Path(__file__).parent.parent.parent / "docs" / "schema" / "bank.schema.json"
SHIPPED = sorted([*(CONTENT / "banks").glob("*.yaml"), *(CONTENT / "modules").glob("*.yaml")])
VALIDATOR = Draft202012Validator(bank_schema())
HEAD = {"id": "try", "version": "1", "title": "Try", "description": "For a test."}
QUESTION = {"id": "why.role", "stage": "why", "text": "What about it?"}
RULE = {"id": "rule.r", "when": {"depth": ["reports"]}, "ask": "probe.p", "because": 'You said "{quote}".'}

WRONG: list[tuple[str, dict[str, Any]]] = [
    ("nothing", {}),
    ("half a head", {"id": "try", "title": "Try"}),
    ("modules without a head", {"modules": ["a"]}),
    ("a key that is none", {"questions": [], "extra": 1}),
    ("a stage that is none", {"questions": [QUESTION | {"stage": "tunel"}]}),
    ("a text that is too short", {"questions": [QUESTION | {"text": "What?"}]}),
    ("a choice without choices", {"questions": [QUESTION | {"kind": "choice"}]}),
    ("choices without a choice", {"questions": [QUESTION | {"choices": ["a"]}]}),
    ("a probe of a kind", {"probes": [QUESTION | {"kind": "short"}]}),
    ("a planned question that says it is a probe", {"questions": [QUESTION | {"probe": True}]}),
    ("a because without the words said", {"rules": [RULE | {"because": "You said something."}]}),
    ("a direction without a tag", {"rules": [RULE | {"when": {"direction": ["helped"]}}]}),
    ("a condition that is none", {"rules": [RULE | {"when": {"mood": ["low"]}}]}),
    ("a salience too high", {"rules": [RULE | {"salience": 101}]}),
    ("an id with capitals", {"rules": [RULE | {"id": "Rule"}]}),
]


def test_the_published_schema_is_the_one_that_is_made() -> None:
    """After a change of the models: `casewindow bank schema --out docs/schema/bank.schema.json`."""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == bank_schema()


def test_it_is_a_schema() -> None:
    """The schema itself is valid in its dialect."""
    Draft202012Validator.check_schema(bank_schema())


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_every_file_that_ships_is_valid(path: Path) -> None:
    """An editor underlines nothing in the banks and modules that ship."""
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(value)] == []


@pytest.mark.parametrize(
    "value", [HEAD, HEAD | {"modules": ["a"]}, {"questions": [QUESTION]}, {"probes": [QUESTION], "rules": [RULE]}]
)
def test_a_bank_and_a_module_are_valid(value: dict[str, Any]) -> None:
    """A bank with its head, and a module without one."""
    VALIDATOR.validate(value)


@pytest.mark.parametrize("value", [row[1] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_underlined(value: dict[str, Any]) -> None:
    """What the loader would refuse, and what it would not look at, is not valid."""
    assert not VALIDATOR.is_valid(value)


def test_every_key_says_what_it_means() -> None:
    """Each has a title and a description."""
    entries = [bank_schema(), *bank_schema()["$defs"].values()]
    fields = {name: field for entry in entries for name, field in entry.get("properties", {}).items()}
    assert [name for name, field in fields.items() if not field.get("title") or not field.get("description")] == []
