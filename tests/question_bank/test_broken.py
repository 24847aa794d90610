"""Banks that are broken in one way each: the check names that fault, at its line, and no other."""

from pathlib import Path

import pytest

from tests.question_bank.checking import HERE, checked_file

BROKEN = sorted((HERE / "broken").glob("*.yaml"))


def _expected(path: Path) -> tuple[str, int]:
    told, at = path.read_text(encoding="utf-8").splitlines()[:2]
    return told.removeprefix("# expect: "), int(at.removeprefix("# at: "))


@pytest.mark.parametrize("path", BROKEN, ids=[path.stem for path in BROKEN])
def test_a_broken_bank_has_the_one_fault_it_is_named_for(path: Path) -> None:
    """The fault is told once, with the file, the line, the entry and what would be right; nothing else is."""
    told, line = _expected(path)
    faults = checked_file(path).faults
    found = [(str(fault).removeprefix(f"{fault.file}:{fault.line}: "), fault.line) for fault in faults]
    assert found == [(told, line)]
    assert {fault.file for fault in faults} == {str(path)}


def test_there_are_many_ways_to_break_a_bank() -> None:
    """At least thirty, and each file says what it is broken in."""
    assert len(BROKEN) >= 30
    assert all(_expected(path)[0] for path in BROKEN)


def test_the_bank_they_are_made_from_has_no_fault() -> None:
    """What breaks them is what is named, and nothing that was there before."""
    assert checked_file(HERE / "whole.yaml").faults == ()
