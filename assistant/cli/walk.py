"""`casewindow bank walk`: random walks through a bank, all of which must end."""

import argparse
from dataclasses import asdict
from typing import Any

from assistant.cli.common import print_json, print_line, program_for, utf8_streams
from assistant.shown import counted
from assistant.walking.reasons import Unreached, only_on_going_back, unreached
from assistant.walking.walks import Walks, walks
from models.bank import Bank
from question_bank.bank_in_words import names
from question_bank.terms import ANYWHERE, kinds_of_review


def walk(options: argparse.Namespace) -> int:
    """Walk through a bank by chance, and say what was reached."""
    utf8_streams()
    program = program_for(options)
    bank, terms, kinds = program.bank(options.bank), program.terms[ANYWHERE], kinds_of_review(program.terms)
    found = walks(
        bank, program.taxonomy, terms, tuple(kinds), count=options.walks, seed=options.seed, most_acts=options.most
    )
    left = unreached(found.record, names(bank, program.taxonomy, terms, kinds))
    if options.json:
        print_json(_as_json(bank, found, left, options.seed), indent=1)
    else:
        _print(bank, found, options.seed)
        for each in left:
            print_line(f"  not reached: {each.kind} {each.id} {each.reason}")
    return 0 if found.ended == len(found.walked) else 1


def _print(bank: Bank, found: Walks, seed: int) -> None:
    ended = "all ended" if found.ended == len(found.walked) else f"{found.ended:,} of them ended"
    print_line(f"{bank.id} {bank.version}: {counted(len(found.walked), 'walk')} with seed {seed}, {ended}")
    print_line(f"  turns: {found.median_turns:g} in the middle, {found.most_turns} at the most")
    print_line(f"  acts: {found.longest} at the most; every walk has to end within {found.most_acts:,}")
    for place, each in enumerate(found.walked, start=1):
        if each.waits is not None:
            print_line(f"  walk {place} did not end: after {each.acts:,} acts `{each.waits}` waits for an answer")
    print_line(f"  questions reached: {_of(found.questions_reached, len(bank.questions))}")
    print_line(f"  rules reached: {_of(found.rules_reached, len(bank.rules))}")
    for each_rule in only_on_going_back(found.record):
        print_line(f"  hardly reached: {each_rule.kind} {each_rule.id} {each_rule.reason}")


def _of(reached: int, every: int) -> str:
    return f"{reached} of {every} ({_percent(reached, every)} %)"


def _percent(reached: int, every: int) -> float:
    return round(100 * reached / every, 1) if every else 100.0


def _as_json(bank: Bank, found: Walks, left: tuple[Unreached, ...], seed: int) -> dict[str, Any]:
    return {
        "bank": bank.id,
        "version": bank.version,
        "seed": seed,
        "walks": len(found.walked),
        "ended": found.ended,
        "not_ended": [
            {"walk": place, "acts": each.acts, "waits": each.waits}
            for place, each in enumerate(found.walked, start=1)
            if each.waits is not None
        ],
        "turns": {"median": found.median_turns, "most": found.most_turns},
        "acts": {"most": found.longest, "must_end_within": found.most_acts},
        "questions": _counts(found.questions_reached, len(bank.questions)),
        "rules": _counts(found.rules_reached, len(bank.rules)),
        "hardly_reached": [asdict(each) for each in only_on_going_back(found.record)],
        "unreached": [asdict(each) for each in left],
    }


def _counts(reached: int, every: int) -> dict[str, Any]:
    return {"all": every, "reached": reached, "percent": _percent(reached, every)}
