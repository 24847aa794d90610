"""What is asked after a real account: `python -m benchmarks.follow_ups --data ../shared/data/passages-dev.jsonl`.

Each passage of a kind is the first free-text answer of a session of its own, as `casewindow replay --text` gives it.
Counted are, of passages whose coders found no reason, those followed by a question for one; and, of those with reasons,
those whose first follow-up takes up a factor that was coded. Intervals are Wilson's, 95 %.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import NormalDist
from typing import Any

from assistant.bootstrap import Program
from assistant.playing import begin, play_text
from models.review import Role, Source
from models.script import Script, ScriptPerson, ScriptReview, ScriptSession, ScriptTurn
from models.taxonomy import top_level
from sessions.turns import Turn

ASK_WHY = ("probe.account.came_about", "probe.detail.part_played")
"""The probes that follow an account and ask for reasons."""


@dataclass(frozen=True)
class Followed:
    """A passage, and what was asked because of it."""

    row: dict[str, Any]
    probe: Turn | None
    tags: frozenset[str]
    """Top-level tags of the words that the follow-up rests on, and those it gives a chance to."""


def main() -> int:
    """Print how often a passage without a coded reason is asked for one, and how often a coded factor is taken up."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kind", default="inspection_practice_study")
    parser.add_argument("--bank", default="learning-together")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.read_text().splitlines()]
    rows = [row for row in rows if options.kind in (row.get("kind"), "all")]
    program = Program(Path(tempfile.mkdtemp()))
    followed = [_followed(program, row, options.bank) for row in rows]
    bare = [each for each in followed if not each.row["codes"] or not each.row["gives_reason"]]
    coded = [each for each in followed if each.row["codes"] and each.row["gives_reason"]]
    asked_why = sum(each.probe is not None and each.probe.question in ASK_WHY for each in bare)
    _say("no reason coded: asked how it came about, or what part something played", asked_why, len(bare))
    met = [each for each in coded if each.tags & {top_level(code["tag"]) for code in each.row["codes"]}]
    _say("reasons coded: follow-up takes up a coded factor", len(met), len(coded))
    _say("reasons coded: any follow-up", sum(each.probe is not None for each in coded), len(coded))
    for each in followed if options.show else ():
        print(each.row["id"], "taken up" if each in met else "not taken up", _told(each))
    return 0


def _told(followed: Followed) -> str:
    coded = ", ".join(sorted({top_level(code["tag"]) for code in followed.row["codes"]})) or "nothing"
    probe = followed.probe
    asked = f"{probe.question}: {probe.because.text}" if probe and probe.because else "no follow-up"
    return f"(coded: {coded}; rests on: {', '.join(sorted(followed.tags)) or 'no factor'}) {asked}"


def _followed(program: Program, row: dict[str, Any], bank: str) -> Followed:
    script = Script(
        review=ScriptReview(title="Text", kind="routine_practice"),
        people=(ScriptPerson(name="Reader", role=Role.REVIEWER),),
        session=ScriptSession(by="Reader", respondent="as written", source=Source.RECORD),
        turns=(ScriptTurn(park=True),),
    )
    playing = begin(program, script, program.bank(bank))
    for _ in play_text(playing, iter([row["text"]])):
        pass
    conductor = playing.conductor
    turn = conductor.current
    if turn is None or turn.because is None:
        return Followed(row, None, frozenset())
    rule = conductor.content.bank.rule[turn.because.rule]
    words = turn.because.quote if rule.when.tag else ""
    standing = conductor.state.of_turn(turn.because.turn)
    resting = {top_level(each.tag) for each in standing if words and words in each.quote}
    question = conductor.content.bank.by_id[turn.question]
    return Followed(row, turn, frozenset(resting | {top_level(tag) for tag in question.elicits}))


def _say(what: str, count: int, of: int) -> None:
    low, high = _wilson(count, of) if of else (0.0, 1.0)
    print(f"{what}: {count} of {of} ({count / max(of, 1):.2f}, {low:.2f}-{high:.2f})")


def _wilson(count: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    z, share = NormalDist().inv_cdf(0.975), count / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return middle - half, middle + half


if __name__ == "__main__":
    sys.exit(main())
