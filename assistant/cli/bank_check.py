"""`casewindow bank check` and `bank list`."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.bank_check import Checked, CheckedBank, check_banks, every_bank
from assistant.cli.common import print_json, print_line, utf8_streams
from assistant.places import workspace_folder
from models.errors import ContentError, Fault
from question_bank.lint.reading_ease import Ease
from question_bank.loader import bank_ids, load_bank, load_taxonomy

EASE_IN_WORDS = ((90, "very easy"), (80, "easy"), (70, "fairly easy"), (60, "plain English"), (50, "fairly hard"))
"""Flesch's own names for reading ease, from each figure on."""


def check(options: argparse.Namespace) -> int:
    """Check a bank, or every bank there is, with the content it stands on: all faults and remarks at once."""
    utf8_streams()
    own = own_folder(options)
    found = check_banks([options.bank] if options.bank else every_bank(own), own)
    if options.strict:
        found = replace(found, faults=tuple(sorted((*found.faults, *found.remarks))), remarks=())
    if options.json:
        print_json(_as_json(found))
    else:
        _print(found)
    return 2 if found.faults else 0


def list_banks(options: argparse.Namespace) -> int:
    """List the banks that ship and those of one's own; one that cannot be used says why on standard error."""
    utf8_streams()
    own, taxonomy = own_folder(options), load_taxonomy()
    banks: list[dict[str, str]] = []
    faults: list[Fault] = []
    for name in every_bank(own):
        try:
            bank = load_bank(name, taxonomy, own)
        except ContentError as error:
            faults += error.faults
            continue
        where = "ships" if name in bank_ids() else name
        banks.append({"id": bank.id, "version": bank.version, "title": bank.title, "from": where})
    if options.json:
        print_json(banks, indent=1)
    else:
        for each in banks:
            print_line(f"{each['id']} {each['version']}: {each['title']} ({each['from']})")
    _refuse(tuple(faults))
    return 2 if faults else 0


def own_folder(options: argparse.Namespace) -> Path:
    """Where banks of one's own lie in the workspace that the command names."""
    return workspace_folder(Path(options.workspace) if options.workspace else None) / "banks"


def _print(found: Checked) -> None:
    for remark in found.remarks:
        print_line(f"remark: {remark}")
    end = "." if found.faults else "; no faults."
    for each in found.banks:
        _print_bank(each, end)
    if found.taxonomy is not None and not found.faults:
        print_line(f"taxonomy {found.taxonomy.version}: {len(found.taxonomy.tags)} tags{end}")
        print_line(f"terms: {_counted(found.places, 'place')}{end}")
    if found.remarks:
        print_line(f"{_counted(len(found.remarks), 'remark')}: look at each; it may be meant.")
    _refuse(found.faults)


def _print_bank(each: CheckedBank, end: str) -> None:
    bank, whole = each.bank, each.ease.whole
    print_line(
        f"{bank.id} {bank.version}: {sum(not each.probe for each in bank.questions)} planned questions, "
        f"{sum(each.probe for each in bank.questions)} probes, {len(bank.rules)} rules{end}"
    )
    print_line(
        f"  reading ease {whole.ease:.0f} ({_in_words(whole.ease)}), school year {_year(whole)}; hardest to read:"
    )
    for question, ease in each.ease.hardest:
        print_line(f"    year {_year(ease)}  {question.id}: {question.text}")


def _year(ease: Ease) -> str:
    return f"{max(1, ease.grade):.0f}"


def _refuse(faults: tuple[Fault, ...]) -> None:
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if faults:
        sys.stderr.write(f"casewindow: {_counted(len(faults), 'fault')}; mend each.\n")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _in_words(ease: float) -> str:
    return next((words for least, words in EASE_IN_WORDS if ease >= least), "hard")


def _as_json(found: Checked) -> dict[str, Any]:
    return {
        "banks": [_bank_as_json(each) for each in found.banks],
        "tags": len(found.taxonomy.tags) if found.taxonomy else 0,
        "places": found.places,
        "faults": [_fault_as_json(fault) for fault in found.faults],
        "remarks": [_fault_as_json(remark) for remark in found.remarks],
    }


def _bank_as_json(each: CheckedBank) -> dict[str, Any]:
    bank, whole = each.bank, each.ease.whole
    return {
        "id": bank.id,
        "version": bank.version,
        "title": bank.title,
        "file": each.file,
        "questions": len(bank.questions),
        "rules": len(bank.rules),
        "reading_ease": round(whole.ease, 1),
        "grade": round(whole.grade, 1),
        "hardest": [
            {"id": question.id, "grade": round(ease.grade, 1), "text": question.text}
            for question, ease in each.ease.hardest
        ],
    }


def _fault_as_json(fault: Fault) -> dict[str, Any]:
    return {"file": fault.file, "line": fault.line, "where": fault.where, "problem": fault.problem}
