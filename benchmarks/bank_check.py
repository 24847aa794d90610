"""What checking a large bank costs: `python -m benchmarks.bank_check`.

A bank of 2,000 questions and 2,000 rules is made by chance. What `load_bank` checks is paid at every start of a
session, the rest only by `bank check`.
"""

import random
import sys
import time
from collections.abc import Callable

from assistant.bank_check import ground_of
from models.bank import Once, Question, Rule, Stage
from models.reading import Depth
from models.taxonomy import Taxonomy
from question_bank.bank_parts import BankParts
from question_bank.checks import bank_faults
from question_bank.entries import Located
from question_bank.lint.findings import bank_findings
from question_bank.loader import load_taxonomy, load_wording
from question_bank.yaml_source import Source

QUESTIONS, RULES, RUNS = 2000, 2000, 5
WORDS = ("work", "family", "visit", "team", "form", "day", "plan", "week", "call", "note", "meeting", "child", "school")


def main() -> int:
    """Print the cost of the checks that loading makes, and of all of them."""
    taxonomy = load_taxonomy()
    parts = large_bank(taxonomy, random.Random(1))  # noqa: S311  # no secret is made
    ground = ground_of(taxonomy, load_wording(), ["routine_practice"], [parts])
    print(f"{len(parts.questions):,} questions and {len(parts.rules):,} rules; the best of {RUNS} runs")
    print(f"what load_bank checks: {_best(lambda: bank_faults(parts.questions, parts.rules, taxonomy)) * 1e3:.0f} ms")
    print(f"all that bank check does: {_best(lambda: bank_findings(parts, ground)) * 1e3:.0f} ms")
    return 0


def large_bank(taxonomy: Taxonomy, chance: random.Random) -> BankParts:
    """A bank of half planned questions and half probes, with rules over all conditions that rules are looked up by."""
    tags = [tag.id for tag in taxonomy.tags]
    questions = [_question(place, tags, chance) for place in range(QUESTIONS)]
    probes = [each.id for each in questions if each.probe]
    rules = [_rule(place, questions, probes, tags, chance) for place in range(RULES)]
    return BankParts(_source("large"), None, _located(questions), _located(rules), (), whole=True, ships=True)


def _question(place: int, tags: list[str], chance: random.Random) -> Question:
    stage = list(Stage)[place % len(Stage)]
    text = f"What {' '.join(chance.choices(WORDS, k=8))} {place}?"
    return Question(
        id=f"{stage}.q{place}", stage=stage, text=text, elicits=tuple(chance.sample(tags, 2)), probe=place % 2 == 1
    )


def _rule(place: int, questions: list[Question], probes: list[str], tags: list[str], chance: random.Random) -> Rule:
    when = chance.choice(
        (
            {"tag": chance.sample(tags, 2), "direction": ["hindered"]},
            {"question": [chance.choice(questions).id], "depth": ["reports"]},
            {"stage": [chance.choice(list(Stage)[3:])], "depth": [chance.choice(list(Depth))], "words_at_least": place},
            {"signal": ["usual"], "stage": [chance.choice(list(Stage))], "not_mentioned": chance.choice(tags)},
        )
    )
    because = f'As in "{{quote}}", {" ".join(chance.choices(WORDS, k=6))} {place}.'
    once = Once.ANSWER if place % 3 == 0 else Once.EPISODE
    given = {"id": f"r{place}", "when": when, "ask": chance.choice(probes), "because": because, "once": once}
    return Rule.model_validate({**given, "salience": place % 100})


def _located(entries: list[Question] | list[Rule]) -> tuple[Located, ...]:  # type: ignore[type-arg]  # of either kind
    return tuple(Located(entry, _source(entry.id), ()) for entry in entries)


def _source(name: str) -> Source:
    return Source("large.yaml", {"id": name}, {})


def _best(work: Callable[[], object]) -> float:
    """Seconds of CPU of the quickest run."""
    costs = []
    for _ in range(RUNS):
        before = time.process_time()
        work()
        costs.append(time.process_time() - before)
    return min(costs)


if __name__ == "__main__":
    sys.exit(main())
