"""One rule's conditions hold wherever another's do: claimed only where the engine agrees."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.bank import Stage, When
from models.reading import Depth
from question_bank.lint.implied import holds_whenever

TAGS = ("factor.role", "factor.role.focus", "factor.role.frequency", "factor.personal")

ONE_OF_EACH: Mapping[str, object] = {
    "stage": ["why"],
    "question": ["why.role"],
    "depth": ["reports"],
    "wording": ["blame"],
    "signal": ["usual"],
    "tag": ["factor.role"],
    "not_mentioned": "factor.role",
    "mentioned": "factor.role",
    "episode_depth": ["reports"],
    "contradicts": True,
    "review_kind": ["routine_practice"],
    "source": ["record"],
    "respondent": ["nurse"],
    "words_at_least": 5,
    "words_at_most": 5,
    "follow_ups_at_most": 1,
}
WITH_A_TAG: Mapping[str, object] = {
    "direction": ["helped"],
    "score_at_least": 0.5,
    "status": ["accepted"],
    "tag_alone": True,
}

HOLDS = [
    ("one that asks nothing", {}, {"depth": ["reports"]}, True),
    ("the same", {"depth": ["reports"]}, {"depth": ["reports"]}, True),
    ("more of a list", {"stage": ["why", "tunnel"]}, {"stage": ["why"]}, True),
    ("less of a list", {"stage": ["why"]}, {"stage": ["why", "tunnel"]}, False),
    ("a broader tag", {"tag": ["factor.role"]}, {"tag": ["factor.role.focus"]}, True),
    ("a narrower tag", {"tag": ["factor.role.focus"]}, {"tag": ["factor.role"]}, False),
    ("a tag whose id only begins alike", {"tag": ["factor.role"]}, {"tag": ["factor.roles"]}, False),
    ("fewer words", {"words_at_least": 5}, {"words_at_least": 9}, True),
    ("more words", {"words_at_least": 9}, {"words_at_least": 5}, False),
    ("a higher limit", {"words_at_most": 9}, {"words_at_most": 5}, True),
    ("a limit where the other has none", {"words_at_most": 9}, {}, False),
    ("less of the episode absent", {"not_mentioned": "factor.role.focus"}, {"not_mentioned": "factor.role"}, True),
    ("more of the episode absent", {"not_mentioned": "factor.role"}, {"not_mentioned": "factor.role.focus"}, False),
    ("a broader mention", {"mentioned": "factor.role"}, {"mentioned": "factor.role.focus"}, True),
    ("part of the role's name", {"respondent": ["nurse"]}, {"respondent": ["School Nurse"]}, True),
    ("part of a word of the role", {"respondent": ["nurse"]}, {"respondent": ["nursery"]}, False),
    ("another role", {"respondent": ["nurse", "police"]}, {"respondent": ["school"]}, False),
    ("a tag alone that only reports", {"tag": ["factor.role"], "tag_alone": True}, {"tag": ["factor.role"], "depth": ["reports"]}, True),
    ("a wording that a contradiction does not look at", {"wording": ["blame"]}, {"wording": ["blame"], "contradicts": True}, False),
]  # fmt: skip


@pytest.mark.parametrize(("wide", "narrow", "held"), [row[1:] for row in HOLDS], ids=[row[0] for row in HOLDS])
def test_wider_conditions_hold_wherever_narrower_ones_do(
    wide: dict[str, object], narrow: dict[str, object], held: bool
) -> None:
    """And where that is not certain, it is not claimed."""
    assert holds_whenever(When.model_validate(wide), When.model_validate(narrow)) is held


@pytest.mark.parametrize("name", sorted(When.model_fields))
def test_every_condition_counts(name: str) -> None:
    """What asks something holds less often than what asks nothing, and as often as itself."""
    tagged = {"tag": ["factor.role"]} if name in WITH_A_TAG else {}
    asks = When.model_validate({**tagged, name: {**ONE_OF_EACH, **WITH_A_TAG}[name]})
    assert not holds_whenever(asks, When.model_validate(tagged))
    assert holds_whenever(asks, asks)
    assert holds_whenever(When(), asks)


WHENS = st.builds(
    lambda tags, **fields: When.model_validate(
        {**fields, "tag": tags, "direction": fields["direction"] if tags else [], "tag_alone": bool(tags) and fields["tag_alone"]}
    ),
    tags=st.lists(st.sampled_from(TAGS), max_size=2),
    stage=st.lists(st.sampled_from(list(Stage)[3:6]), max_size=2),
    depth=st.lists(st.sampled_from(list(Depth)), max_size=2),
    direction=st.lists(st.sampled_from(["helped", "hindered"]), max_size=1),
    tag_alone=st.booleans(),
    mentioned=st.none() | st.sampled_from(TAGS),
    not_mentioned=st.none() | st.sampled_from(TAGS),
    words_at_least=st.integers(0, 3),
    words_at_most=st.none() | st.integers(3, 6),
    contradicts=st.booleans(),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(WHENS, WHENS, WHENS)
def test_what_holds_wherever_another_does_is_an_order(one: When, two: When, three: When) -> None:
    """Each holds wherever it holds itself, and through a third one."""
    assert holds_whenever(one, one)
    if holds_whenever(one, two) and holds_whenever(two, three):
        assert holds_whenever(one, three)
