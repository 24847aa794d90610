"""How fast the engine is alone: `python -m benchmarks.engine`.

A turn is all that happens between an answer and the next question but reading the words and keeping them: the answer
and its reading are folded into the state, the next question is chosen, worded and folded in.
"""

import random
import statistics
import sys
import time
from datetime import UTC, datetime

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
    taxonomy = load_taxonomy()
    content = Content(
        load_bank("learning-together", taxonomy), taxonomy, Review(id="r1", title="R", kind="learning_review")
    )
    runs = [_session(content, random.Random(seed)) for seed in range(RUNS)]  # noqa: S311  # no secret is made
    every = sorted(cost for costs in runs for cost in costs)
    median, p95 = statistics.median(every), every[int(len(every) * 0.95)]
    rate = statistics.median(len(costs) / sum(costs) for costs in runs)
    early = statistics.median(statistics.mean(costs[5:55]) for costs in runs)
    late = statistics.median(statistics.mean(costs[-50:]) for costs in runs)
    print(f"{RUNS} sessions of {TURNS} turns: {rate:,.0f} turns a second (median of the sessions)")
    print(f"a turn: median {median * 1e6:.0f} µs, p95 {p95 * 1e6:.0f} µs")
    print(f"turns 6 to 55: {early * 1e6:.0f} µs; the last 50 of {TURNS}: {late * 1e6:.0f} µs; ratio {late / early:.2f}")
    return 0


def _session(content: Content, chance: random.Random) -> list[float]:
    """The cost of each turn of one session, in seconds."""
    started = log.SessionStarted(
        at=AT, session="s1", review="r1", by="lead", respondent="health visitor", source=Source.CONVERSATION,
        bank=content.bank.id, bank_version=content.bank.version, taxonomy_version=content.taxonomy.version,
    )  # fmt: skip
    state, given = progress([started]), iter(list(readings(content.taxonomy, chance, TURNS)))
    steps = Steps(content, Reader("none", lambda _text: next(given)), AT)
    _apply(state, steps.asking(state))
    return [_turn(state, steps) for _ in range(TURNS)]


def _turn(state: Progress, steps: Steps) -> float:
    number = state.current
    if number is None:
        _apply(state, iter([log.EpisodeNamed(at=AT, episode=f"x{len(state.episodes) + 1}", title="another moment")]))
        _apply(state, steps.asking(state))
        number = state.current or 1
    begun = time.process_time()
    state.apply(log.Answered(at=AT, turn=number, text="They had builders in, so I assumed they were at her mum's."))
    _apply(state, steps.after_answer(state, number))
    return time.process_time() - begun


def _apply(state: Progress, events: Events) -> None:
    for event in events:
        state.apply(event)


if __name__ == "__main__":
    sys.exit(main())
