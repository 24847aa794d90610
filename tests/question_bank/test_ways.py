"""What the check says is never asked, the engine never asks: tried on banks and sessions made by chance."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.bank import Bank, Once, Question, Rule
from question_bank.lint.conditions import rule_faults
from question_bank.lint.routes import routes
from question_bank.lint.shadows import shadow_faults
from question_bank.lint.ways import way_faults
from tests.question_bank.checking import GROUND, parts_of
from tests.support import asked, bank, begun, give, question

PLANNED = (
    question("orientation.part", kind="short"),
    question("what_happened.told"),
    question("tunnel.view"),
    question("why.role", elicits=["factor.role"]),
    question("why.more", elicits=["factor.role.focus"], when={"not_mentioned": "factor.role"}),
    question("patterns.usual"),
)
PROBES = tuple(question(f"probe.why.{name}") for name in ("a", "b", "c", "d"))
NAMES = [each.id for each in (*PLANNED, *PROBES)]
ANSWERS = (
    "-",
    "We went there twice that week, as planned.",
    "It was so because of the rota.",
    "It came of what was behind that.",
    "It is so everywhere.",
    "<factor.role=helped>I saw her daily</>",
    "<factor.role.focus=hindered>We looked at the adults</> because of the form",
    "Short.",
)

TAGGED = st.fixed_dictionaries(
    {"tag": st.sampled_from([["factor.role"], ["factor.role.focus"], ["factor.role", "factor.personal"]])},
    optional={"direction": st.sampled_from([["helped"], ["hindered"]]), "status": st.just(["rejected"])},
)
CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "stage": st.lists(st.sampled_from(["orientation", "tunnel", "why", "patterns"]), min_size=1, max_size=3),
        "question": st.lists(st.sampled_from(NAMES), min_size=1, max_size=3),
        "depth": st.lists(st.sampled_from(["reports", "reason", "reason_behind", "pattern"]), min_size=1, max_size=2),
        "episode_depth": st.lists(st.sampled_from(["reports", "reason", "pattern"]), min_size=1, max_size=2),
        "not_mentioned": st.sampled_from(["factor.role", "factor.role.focus"]),
        "mentioned": st.sampled_from(["factor.role", "factor.role.focus"]),
        "words_at_least": st.integers(1, 9),
        "words_at_most": st.integers(1, 9),
        "follow_ups_at_most": st.integers(0, 2),
        "contradicts": st.just(True),
    },
)
RULES = st.lists(
    st.tuples(
        CONDITIONS,
        st.just({}) | TAGGED,
        st.sampled_from([each.id for each in PROBES]),
        st.sampled_from(list(Once)),
        st.integers(49, 51),
    ),
    max_size=8,
)


def _bank(rows: list[tuple[dict[str, object], dict[str, object], str, Once, int]]) -> Bank:
    rules = [
        Rule.model_validate(
            {"id": f"r{place}", "when": when | tagged, "ask": ask, "once": once, "salience": salience, "because": 'As in "{quote}".'}
        )
        for place, (when, tagged, ask, once, salience) in enumerate(rows)
    ]  # fmt: skip
    return bank(*PLANNED, *PROBES, *rules)


def _said_to_be_dead(made: Bank) -> tuple[set[str], set[str]]:
    """The rules and the questions that the check says are never asked."""
    parts = parts_of(*made.questions, *made.rules)
    ways = routes(parts.questions, parts.rules, GROUND.most_follow_ups)
    faults = way_faults(parts.questions, parts.rules, ways, GROUND)
    faults += [fault for fault in shadow_faults(parts.rules, ways) if fault.problem.startswith("never asks")]
    faults += [fault for rule in parts.rules for fault in rule_faults(rule, GROUND)]
    named = {fault.where.split()[0] for fault in faults}
    unreached = {each.id for each in made.questions if each.id not in ways.stages}
    return {rule.id for rule in made.rules} & named, ({each.id for each in made.questions} & named) | unreached


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(RULES, st.lists(st.sampled_from(ANSWERS), min_size=6, max_size=24))
def test_what_is_said_to_be_never_asked_is_never_asked(
    rows: list[tuple[dict[str, object], dict[str, object], str, Once, int]], answers: list[str]
) -> None:
    """A rule or question with such a fault is neither put nor noted, whatever the bank and whatever is answered."""
    made = _bank(rows)
    rules, questions = _said_to_be_dead(made)
    conductor = begun(made)
    for text in answers:
        if asked(conductor) is None:
            break
        give(conductor, text)
    turns = conductor.state.turns.values()
    assert not {turn.because.rule for turn in turns if turn.because} & rules
    assert not {turn.question for turn in turns} & questions


def _dead(*entries: Question | Rule) -> tuple[set[str], set[str]]:
    return _said_to_be_dead(bank(*entries))


def test_a_question_that_comes_too_late_is_told() -> None:
    """An earlier question of its stage, always asked, speaks of what it waits to be absent."""
    late = question("why.late", when={"not_mentioned": "factor.role"})
    assert _dead(question("why.role", elicits=["factor.role.focus"]), late)[1] == {"why.late"}
    assert _dead(late, question("why.role", elicits=["factor.role.focus"]))[1] == set()
    sometimes = question("why.role", elicits=["factor.role"], when={"source": ["record"]})
    assert _dead(sometimes, late)[1] == set()
