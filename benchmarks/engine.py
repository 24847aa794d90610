"""How fast the engine is alone: `python -m benchmarks.engine`.

A turn is all that happens between an answer and the next question but reading the words and keeping them: the answer
and its reading are folded into the state, the next question is chosen, worded and folded in. The collector
of cycles is set as the program sets it.
"""

import random
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.bootstrap import collect_seldom
from assistant.engine.content import Content
from assistant.engine.steps import Events, Reader, Steps
from benchmarks.sessions import readings
from models import session as log
from models.review import Review, Source
from question_bank.loader import load_bank, load_taxonomy
from sessions.progress import Progress, progress

TURNS, RUNS = 1000, 9
AT = datetime(2026, 5, 1, tzinfo=UTC)


def main() -> int:
    """Print turns a second over whole sessions, and the cost of a turn early and late in them."""
    collect_seldom()
    taxonomy = load_taxonomy()
    content = Content(
        load_bank("learning-together", taxonomy), taxonomy, Review(id="r1", title="R", kind="learning_review")
    )
    _session(content, random.Random(RUNS))  # noqa: S311  # no secret is made
    runs = [_session(content, random.Random(seed)) for seed in range(RUNS)]  # noqa: S311  # no secret is made
    every = sorted(cost for run in runs for cost in run.turns)
    median, p95 = statistics.median(every), every[int(len(every) * 0.95)]
    rate = statistics.median(TURNS / sum(run.turns) for run in runs)
    whole = statistics.median(TURNS / run.whole for run in runs)
    early = statistics.median(statistics.mean(run.turns[5:55]) for run in runs)
    late = statistics.median(statistics.mean(run.turns[-50:]) for run in runs)
    print(f"{RUNS} sessions of {TURNS} turns: {rate:,.0f} turns a second (median of the sessions)")
    print(f"with the measuring, the making of answers and the naming of episodes: {whole:,.0f} (processor's time)")
    print(f"a turn: median {median * 1e6:.0f} µs, p95 {p95 * 1e6:.0f} µs")
    print(f"turns 6 to 55: {early * 1e6:.0f} µs; the last 50 of {TURNS}: {late * 1e6:.0f} µs; ratio {late / early:.2f}")
    return 0


@dataclass(frozen=True)
class Run:
    """One session: the seconds of the processor it took as a whole, and the seconds on the clock of each turn."""

    whole: float
    turns: list[float]


def _session(content: Content, chance: random.Random) -> Run:
    """What one session costs."""
    started = log.SessionStarted(
        at=AT, session="s1", review="r1", by="lead", respondent="health visitor", source=Source.CONVERSATION,
        bank=content.bank.id, bank_version=content.bank.version, taxonomy_version=content.taxonomy.version,
    )  # fmt: skip
    state, given = progress([started]), iter(list(readings(content.taxonomy, chance, TURNS)))
    steps = Steps(content, Reader("none", lambda _text: next(given)), AT)
    _apply(state, steps.asking(state))
    begun = time.process_time()
    turns = [_turn(state, steps) for _ in range(TURNS)]
    return Run(time.process_time() - begun, turns)


def _turn(state: Progress, steps: Steps) -> float:
    number = state.current
    if number is None:
        _apply(state, iter([log.EpisodeNamed(at=AT, episode=f"x{len(state.episodes) + 1}", title="another moment")]))
        _apply(state, steps.asking(state))
        number = state.current or 1
    answered = log.Answered(at=AT, turn=number, text="They had builders in, so I assumed they were at her mum's.")
    begun = time.perf_counter()
    state.apply(answered)
    _apply(state, steps.after_answer(state, number))
    return time.perf_counter() - begun


def _apply(state: Progress, events: Events) -> None:
    for event in events:
        state.apply(event)


if __name__ == "__main__":
    sys.exit(main())
