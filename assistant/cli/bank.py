"""`casewindow bank`: checks question banks and the taxonomy they speak of."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from assistant.cli.common import print_json, print_line, utf8_streams
from assistant.cli.streams import complain
from assistant.cue_faults import cue_faults
from assistant.shown import counted, inert
from models.bank import Bank
from models.errors import ContentError, Fault
from models.taxonomy import Taxonomy
from question_bank.loader import bank_ids, load_bank, load_review_kinds, load_taxonomy, load_wording


def check(options: argparse.Namespace) -> int:
    """Check a bank, or all that ship, with the taxonomy: every fault at once."""
    utf8_streams()
    faults: list[Fault] = []
    taxonomy = _kept(load_taxonomy, faults)
    _kept(load_review_kinds, faults)
    _kept(lambda: _compiled(taxonomy), faults)
    banks = [options.bank] if options.bank else list(bank_ids())
    loaded = [_kept(partial(load_bank, name, taxonomy), faults) for name in banks] if taxonomy else []
    found = [bank for bank in loaded if bank is not None]
    if options.json:
        print_json(_as_json(found, taxonomy, faults))
    else:
        _print(found, taxonomy, faults)
    return 2 if faults else 0


def _kept(load: Callable[[], Any], faults: list[Fault]) -> Any:
    try:
        return load()
    except ContentError as error:
        faults.extend(error.faults)
        return None


def _compiled(taxonomy: Taxonomy | None) -> None:
    """Compile every cue, so that each that is not well written is named."""
    faults = cue_faults(taxonomy or Taxonomy(version="", tags=()), load_wording())
    if faults:
        raise ContentError(tuple(faults))


def _print(banks: list[Bank], taxonomy: Taxonomy | None, faults: list[Fault]) -> None:
    for fault in sorted(faults):
        sys.stderr.write(f"{inert(str(fault))}\n")
    if faults:
        complain(f"{counted(len(faults), 'fault')}; mend each.")
        return
    for bank in banks:
        print_line(
            f"{bank.id} {bank.version}: {sum(not each.probe for each in bank.questions)} planned questions, "
            f"{sum(each.probe for each in bank.questions)} probes, {len(bank.rules)} rules; no faults."
        )
    if taxonomy is not None:
        print_line(f"taxonomy {taxonomy.version}: {len(taxonomy.tags)} tags; no faults.")


def _as_json(banks: list[Bank], taxonomy: Taxonomy | None, faults: list[Fault]) -> dict[str, Any]:
    return {
        "banks": [
            {"id": bank.id, "version": bank.version, "questions": len(bank.questions), "rules": len(bank.rules)}
            for bank in banks
        ],
        "tags": len(taxonomy.tags) if taxonomy else 0,
        "faults": [
            {"file": fault.file, "line": fault.line, "where": fault.where, "problem": fault.problem}
            for fault in sorted(faults)
        ],
    }
