"""What is asked next: each row is a small bank, the answers given, and the questions that follow."""

import pytest

from models.bank import Bank
from models.review import Review, Source
from tests.support import bank, question, route, rule

EPISODE = question("what_happened.moment", kind="episode", repeat=True)
HOW = question("probe.why.how")
BEFORE = question("probe.why.before")
OPEN = question("why.open")
NEXT = question("why.next")

PLAIN = bank(question("orientation.part"), OPEN, question("change.first"))
BY_DEPTH = bank(OPEN, NEXT, HOW, rule(HOW.id, depth=["reports"]))
BY_WORDING = bank(
    OPEN, NEXT, BEFORE, HOW, rule(HOW.id, depth=["reports"]), rule(BEFORE.id, wording=["hindsight"], salience=90)
)
BY_SIGNAL = bank(OPEN, NEXT, HOW, rule(HOW.id, signal=["assumption"]))
BY_TAG = bank(OPEN, NEXT, HOW, rule(HOW.id, tag=["factor.role"], direction=["helped"]))
BY_LENGTH = bank(OPEN, NEXT, HOW, rule(HOW.id, words_at_least=4, words_at_most=6))
OFFERED = bank(OPEN, question("why.role", elicits=["factor.role"], when={"not_mentioned": "factor.role"}), NEXT)
BY_KIND = bank(
    OPEN,
    question("why.records", when={"source": ["record"]}),
    question("why.good", when={"review_kind": ["good_practice"]}),
    NEXT,
)
EPISODES = bank(EPISODE, OPEN, question("went_well.what"), question("patterns.seen"))

ROUTES = [
    ("planned questions come in the order of the stages", PLAIN, ["a", "b", "c"], ["orientation.part", "why.open", "change.first", None]),
    ("a skipped question is not asked again", PLAIN, ["-", "b"], ["orientation.part", "why.open", "change.first"]),
    ("an answer that only reports is followed up", BY_DEPTH, ["We went out."], ["why.open", "probe.why.how"]),
    ("an answer that gives a reason is not", BY_DEPTH, ["We went out because she rang."], ["why.open", "why.next"]),
    ("a skip calls for no probe", BY_DEPTH, ["-"], ["why.open", "why.next"]),
    ("a probe is asked once in an episode", BY_DEPTH, ["Out.", "Out.", "Out."], ["why.open", "probe.why.how", "why.next", None]),
    ("of two rules the more salient asks, then the other", BY_WORDING, ["<hindsight>looking back</> it was odd", "Yes."],
     ["why.open", "probe.why.before", "probe.why.how"]),
    ("a signal opens a door", BY_SIGNAL, ["<assumption>so I assumed</> they were out"], ["why.open", "probe.why.how"]),
    ("a tag in the direction asked for is followed up", BY_TAG, ["<factor.role=helped>saw her daily</>"], ["why.open", "probe.why.how"]),
    ("a narrower tag counts for its broader one", BY_TAG, ["<factor.role.contact=helped>saw her daily</>"], ["why.open", "probe.why.how"]),
    ("the same tag in another direction is not", BY_TAG, ["<factor.role=hindered>duty only</>"], ["why.open", "why.next"]),
    ("another tag is not", BY_TAG, ["<factor.family=helped>she rang us</>"], ["why.open", "why.next"]),
    ("too few words are not followed up", BY_LENGTH, ["one two three"], ["why.open", "why.next"]),
    ("enough words are", BY_LENGTH, ["one two three four"], ["why.open", "probe.why.how"]),
    ("too many are not", BY_LENGTH, ["one two three four five six seven"], ["why.open", "why.next"]),
    ("a factor type that nobody mentioned is offered", OFFERED, ["nothing"], ["why.open", "why.role"]),
    ("one that was mentioned is not", OFFERED, ["<factor.role>my remit</>"], ["why.open", "why.next"]),
    ("each episode is gone through before patterns", EPISODES, ["first visit", "a", "b", "transfer", "c", "d", "-"],
     ["what_happened.moment", "why.open", "went_well.what", "what_happened.moment", "why.open", "went_well.what",
      "what_happened.moment", "patterns.seen"]),
    ("without an episode the case as a whole is gone through", EPISODES, ["-", "a", "b"],
     ["what_happened.moment", "why.open", "went_well.what", "patterns.seen"]),
]  # fmt: skip


@pytest.mark.parametrize(("made", "answers", "trail"), [row[1:] for row in ROUTES], ids=[row[0] for row in ROUTES])
def test_these_answers_lead_there(made: Bank, answers: list[str], trail: list[str | None]) -> None:
    """Given these answers, these questions follow."""
    assert route(made, *answers) == trail


@pytest.mark.parametrize(
    ("kind", "source", "second"),
    [
        ("routine_practice", Source.CONVERSATION, "why.next"),
        ("routine_practice", Source.RECORD, "why.records"),
        ("good_practice", Source.MEETING, "why.good"),
    ],
)
def test_a_question_may_be_asked_only_of_some_reviews_and_sources(kind: str, source: Source, second: str) -> None:
    """A planned question is asked only where its conditions on the review and the source hold."""
    review = Review(id="r1", title="R", kind=kind)
    assert route(BY_KIND, "an answer", review=review, source=source)[1] == second


def test_no_more_than_three_probes_follow_one_question() -> None:
    """Nobody is interrogated: after three probes on one thing it moves on."""
    probes = [question(f"probe.why.p{number}") for number in range(5)]
    made = bank(OPEN, NEXT, *probes, *(rule(probe.id, depth=["reports"]) for probe in probes))
    trail = route(made, "a.", "b.", "c.", "d.", "e.")
    assert trail[:5] == ["why.open", "probe.why.p0", "probe.why.p1", "probe.why.p2", "why.next"]


def test_a_rule_once_a_session_does_not_ask_in_the_next_episode() -> None:
    """A rule that may ask once a session keeps to it across episodes; one once an episode asks in each."""
    for once, expected in (("session", "why.next"), ("episode", "probe.why.how")):
        made = bank(EPISODE, OPEN, NEXT, HOW, rule(HOW.id, depth=["reports"], once=once))
        trail = route(made, "first", "a.", "b.", "c.", "second", "d.")
        assert trail[1:4] == ["why.open", "probe.why.how", "why.next"]
        assert trail[4:] == ["what_happened.moment", "why.open", expected]


def test_a_repeated_question_is_asked_until_it_is_skipped() -> None:
    """*What else?* is asked again after each answer, and no more after a skip."""
    made = bank(question("change.else", repeat=True))
    assert route(made, "this", "that", "-") == ["change.else", "change.else", "change.else", None]
