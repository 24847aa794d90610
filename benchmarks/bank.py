"""How long a bank of 2,000 questions and 2,000 rules takes to load, checked: `python -m benchmarks.bank`.

The bank is made up: half of the questions planned, half probes, each rule with four conditions. Beside it, in the same
run, the bank that ships and the taxonomy.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from models.bank import Stage
from models.taxonomy import TOP_LEVEL_TAGS
from question_bank.loader import load_bank, load_taxonomy

RUNS, COUNT = 15, 2000
HEAD = ("id: big", "version: '1'", "title: Big", "description: Made up.")
STAGES = [stage.value for stage in Stage]


def main() -> int:
    """Print median and p95 of the time from file to checked bank, in seconds of the processor."""
    taxonomy = load_taxonomy()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.yaml"
        path.write_text("\n".join((*HEAD, *_entries())))
        _say(f"{COUNT:,} questions, {COUNT:,} rules", lambda: load_bank(str(path), taxonomy))
    _say("learning-together", lambda: load_bank("learning-together", taxonomy))
    _say("the taxonomy", load_taxonomy)
    return 0


def _say(what: str, load: Callable[[], object]) -> None:
    load()
    costs = sorted(_cost(load) for _ in range(RUNS))
    p95 = costs[int(len(costs) * 0.95)]
    print(f"{what}: median {statistics.median(costs):.3f} s, p95 {p95:.3f} s of {RUNS} loads")


def _cost(load: Callable[[], object]) -> float:
    begun = time.process_time()
    load()
    return time.process_time() - begun


def _entries() -> list[str]:
    half = COUNT // 2
    return [
        "questions:", *(line for number in range(half) for line in _planned(number)),
        "probes:", *(line for number in range(half) for line in _probe(number)),
        "rules:", *(line for number in range(COUNT) for line in _rule(number, number % half)),
    ]  # fmt: skip


def _planned(number: int) -> list[str]:
    stage = STAGES[number % len(STAGES)]
    return [
        f"  - id: {stage}.q{number}",
        f"    stage: {stage}",
        f"    text: What number {number} came to mind about the thing that happened then?",
        f"    help: 'Something seen, said or read; number {number}.'",
        f"    elicits: [{TOP_LEVEL_TAGS[number % len(TOP_LEVEL_TAGS)]}]",
    ]


def _probe(number: int) -> list[str]:
    stage = STAGES[number % len(STAGES)]
    return [
        f"  - id: probe.{stage}.p{number}",
        f"    stage: {stage}",
        f"    text: How did the thing with number {number} come about at the time?",
    ]


def _rule(number: int, probe: int) -> list[str]:
    stage, tag = STAGES[probe % len(STAGES)], TOP_LEVEL_TAGS[number % len(TOP_LEVEL_TAGS)]
    return [
        f"  - id: rule.r{number}",
        f"    when: {{stage: [{stage}], tag: [{tag}], direction: [hindered, both, unclear], follow_ups_at_most: 1}}",
        f"    ask: probe.{stage}.p{probe}",
        f"    because: 'The words \"{{quote}}\" speak of {{tag}}; this asks what that did to number {number}.'",
        f"    salience: {40 + number % 50}",
    ]


if __name__ == "__main__":
    sys.exit(main())
