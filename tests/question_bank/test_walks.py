"""Random walks through banks: all end, the same seed gives the same, and what is not reached has its reason."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.walking.reasons import Unreached, only_on_going_back, unreached
from assistant.walking.walker import bound
from assistant.walking.walks import Walks, walks
from models.bank import Bank
from question_bank.bank_in_words import names
from question_bank.loader import bank_ids, load_bank
from question_bank.terms import load_terms
from tests.support import TAXONOMY, bank, question, rule

TERMS = load_terms()["anywhere"]
KINDS = {"routine_practice": "routine practice", "practice_review": "practice review"}
STAGES = ("orientation", "what_happened", "tunnel", "why", "went_well", "other_accounts", "patterns", "change")
PLANNED = tuple(question(f"{stage}.open") for stage in STAGES)
MOMENT = question("what_happened.moment", kind="episode", repeat=True)


def walked(made: Bank, count: int = 20, seed: int = 7) -> Walks:
    return walks(made, TAXONOMY, TERMS, tuple(KINDS), count=count, seed=seed)


def told(found: Walks) -> tuple[Unreached, ...]:
    return unreached(found.record, names(found.record.bank, TAXONOMY, TERMS, KINDS))


@cache
def shipped(name: str) -> Walks:
    return walked(load_bank(name, TAXONOMY))


@pytest.mark.parametrize("name", bank_ids())
def test_twenty_walks_through_a_bank_that_ships_end_and_reach_nearly_all(name: str) -> None:
    """Every walk ends within its bound; at least 95 of a hundred questions and rules are reached."""
    found = shipped(name)
    assert found.ended == 20
    assert found.longest < found.most_acts
    assert found.questions_reached >= 0.95 * len(found.record.bank.questions)
    assert found.rules_reached >= 0.95 * len(found.record.bank.rules)


def test_the_same_seed_gives_the_same_walks() -> None:
    """What was found can be shown again; another seed goes other ways."""
    made = load_bank("routine-practice", TAXONOMY)
    once, again, other = (walked(made, 5, seed) for seed in (3, 3, 4))
    assert once.walked == again.walked
    assert once.record.rules == again.record.rules
    assert once.walked != other.walked


RARE = [
    ("a role", {"respondent": ["grandmother"]}),
    ("a source and a kind of review", {"source": ["meeting"], "review_kind": ["practice_review"]}),
    ("a tag in a direction, surely shown", {"tag": ["pattern.tools"], "direction": ["both"], "score_at_least": 0.9}),
    ("a tag that a person accepted", {"tag": ["factor.role"], "status": ["accepted"]}),
    ("a tag alone", {"tag": ["factor.role"], "tag_alone": True}),
    ("wording and a signal", {"wording": ["blame"], "signal": ["usual"]}),
    ("a reason behind a reason", {"stage": ["why"], "depth": ["reason_behind"], "words_at_least": 60}),
    ("a short answer", {"words_at_most": 2, "stage": ["patterns"], "depth": ["pattern"]}),
    ("accounts that differ", {"contradicts": True, "tag": ["factor.role"], "stage": ["why"]}),
    ("what was spoken of", {"stage": ["change"], "mentioned": "pattern.tools"}),
    ("what was not spoken of", {"stage": ["why"], "not_mentioned": "factor.national"}),
    ("an episode that only reports", {"stage": ["went_well"], "episode_depth": ["reports"]}),
    ("a follow-up to a follow-up", {"question": ["probe.why.first"], "follow_ups_at_most": 1}),
]


@pytest.mark.parametrize("when", [row[1] for row in RARE], ids=[row[0] for row in RARE])
def test_a_careful_tester_meets_every_kind_of_condition(when: dict[str, object]) -> None:
    """Values that conditions speak of are drawn, so that a rule that asks rarely is reached in few walks."""
    first = (question("probe.why.first"), rule("probe.why.first", question=["why.open"], salience=90))
    made = bank(*PLANNED, MOMENT, *first, question("probe.why.rare"), rule("probe.why.rare", **when))
    assert told(walked(made)) == ()


UNREACHABLE = [
    ("behind another", {"question": ["why.open"], "salience": 10}, "where it fitted, `rule.probe.why.first` came first in"),
    ("after too many", {"question": ["probe.why.first"], "follow_ups_at_most": 0}, "what stood in its way was `follow_ups_at_most`, at"),
    ("after what is never put", {"question": ["probe.why.never"]}, "nothing that it follows was ever put"),
    ("where nothing is answered in words", {"stage": ["preparation"]}, "no answer that it looks at was given"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "reason"), [row[1:] for row in UNREACHABLE], ids=[row[0] for row in UNREACHABLE])
def test_what_is_not_reached_has_its_reason(when: dict[str, object], reason: str) -> None:
    """The rule is named with its conditions and what stood in its way, its probe with the rule that never asked."""
    first = (question("probe.why.first"), rule("probe.why.first", question=["why.open"], once="answer", salience=90))
    never = (question("probe.why.never"), rule("probe.why.never", question=["probe.why.left"], depth=["pattern"]))
    made = bank(*PLANNED, *first, *never, question("probe.why.left"), rule("probe.why.left", **when))
    found = walked(made)
    by_id = {each.id: each for each in (*told(found), *only_on_going_back(found.record))}
    assert reason in by_id["rule.probe.why.left"].reason
    if "probe.why.left" in by_id:
        assert "`rule.probe.why.left` only, which never asked" in by_id["probe.why.left"].reason


def test_a_planned_question_that_is_never_asked_is_named() -> None:
    """Its conditions are said."""
    made = bank(
        *PLANNED,
        question("why.role", elicits=["factor.role"]),
        question("why.late", when={"not_mentioned": "factor.role"}),
    )
    [left] = told(walked(made))
    assert (left.kind, left.id) == ("question", "why.late")
    assert left.reason.startswith("is asked where nothing said in the episode so far shows")


def test_a_walk_that_is_broken_off_says_what_waits() -> None:
    """A walk that has not ended when it has to is told with the question it stopped at."""
    made = bank(*PLANNED)
    found = walks(made, TAXONOMY, TERMS, tuple(KINDS), count=3, seed=1, most_acts=2)
    assert found.ended == 0
    assert {each.acts for each in found.walked} == {2}
    assert all(each.waits in made.by_id for each in found.walked)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_walks_through_any_small_bank_end(data: st.DataObject) -> None:
    """Whatever repeats, opens episodes or follows itself, every walk ends within the bound derived from its bank."""
    repeats = data.draw(st.lists(st.sampled_from(STAGES), unique=True))
    planned = [question(f"{stage}.open", repeat=stage in repeats) for stage in STAGES]
    probes = [question(f"probe.why.p{place}") for place in range(4)]
    named = st.lists(st.sampled_from([*(each.id for each in planned), *(each.id for each in probes)]), max_size=3)
    rules = [
        rule(each.id, question=data.draw(named), once=data.draw(st.sampled_from(["answer", "episode", "session"])))
        for each in probes
    ]
    made = bank(*planned, *([MOMENT] if data.draw(st.booleans()) else []), *probes, *rules)
    found = walked(made, 5, data.draw(st.integers(0, 1000)))
    assert found.ended == 5
    assert found.longest < bound(made)
