"""Conditions read as a person would say them."""

from typing import Any

import pytest

from models.bank import When
from question_bank.conditions_in_short import in_short
from question_bank.conditions_in_words import Names, place_in_words, rule_in_words
from tests.support import TAXONOMY

NAMES = Names(
    question=lambda name: f"What about {name}?", tag=TAXONOMY.label, review_kind=lambda kind: kind.replace("_", " ")
)

RULES: list[tuple[dict[str, Any], str, str]] = [
    ({}, "when there is an answer", "any answer"),
    ({"stage": ["why"], "depth": ["reports"], "words_at_least": 7, "follow_ups_at_most": 1},
     "when an answer of at least seven words in “why (contributory factors)” only reports, and no more than one follow-up has been put on it yet",
     "only reports, 7+ words, at most 1 before"),
    ({"question": ["why.role", "why.team"], "follow_ups_at_most": 0},
     "when there is an answer to “What about why.role?” or “What about why.team?”, and no follow-up has been put on it yet", "first follow-up"),
    ({"tag": ["factor.role"], "direction": ["helped", "both"], "score_at_least": 0.7, "status": ["accepted"]},
     "when an answer shows “aspects of the role” as something that helped or as something that helped and hindered (scored 0.7 or more; accepted by a person)",
     "aspects of the role helped or both accepted 0.7+"),
    ({"tag": ["factor.role"], "tag_alone": True},
     "when an answer shows “aspects of the role” and gives no reason that says how that worked", "aspects of the role, no reason"),
    ({"signal": ["assumption", "usual"], "wording": ["blame"]},
     "when an answer lays the matter on somebody and speaks of an assumption or what is usual", "blame, assumption or usual"),
    ({"wording": ["counterfactual", "hindsight", "obviousness", "blame", "outcome"]},
     "when an answer says what ought to have been done, looks back with what became known later, calls something plain to see, lays the matter on somebody or judges by how things ended",
     "looking back or blame"),
    ({"mentioned": "factor.role", "episode_depth": ["reports", "reason"]},
     "when there is an answer, and something said in the episode so far shows “aspects of the role”, and the deepest answer of the episode so far only reports or gives a reason",
     "after aspects of the role, so far only reports or a reason"),
    ({"not_mentioned": "factor.role"},
     "when there is an answer, and nothing said in the episode so far shows “aspects of the role” and no question there was about it", "aspects of the role not spoken of"),
    ({"contradicts": True, "source": ["record", "meeting"], "review_kind": ["routine_practice"], "respondent": ["manager"]},
     "when there is an answer, and another account of the same episode says the opposite, and the review is of the kind “routine practice”, and the session rests on records or is a meeting, and the respondent's role holds “manager”",
     "accounts differ, routine practice, record or meeting, manager"),
    ({"words_at_most": 1}, "when there is an answer of at most one word", "up to 1 words"),
    ({"words_at_least": 12, "words_at_most": 40}, "when there is an answer of twelve to 40 words", "12+ words, up to 40 words"),
    ({"tag": ["factor.gone"]}, "when an answer shows “factor.gone”", "factor.gone"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "long", "short"), RULES)
def test_the_conditions_of_a_rule_are_a_sentence_and_a_label(when: dict[str, object], long: str, short: str) -> None:
    """Every condition is said, in words for a document and in few words for a drawing."""
    conditions = When.model_validate(when)
    assert rule_in_words(conditions, NAMES) == long
    assert in_short(conditions, TAXONOMY) == short


def test_every_condition_there_is_has_its_words() -> None:
    """A condition added to the model and forgotten here would be asked of nobody who signs a bank."""
    said = {name for when, _, _ in RULES for name in when}
    assert said == set(When.model_fields)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({}, "always"),
        ({"stage": ["why"], "depth": ["reports"]}, "always"),
        ({"source": ["record"]}, "where the session rests on records"),
        (
            {"respondent": ["review team"], "mentioned": "factor.role"},
            "where the respondent's role holds “review team”, and something said in the episode so far shows "
            "“aspects of the role”",
        ),
    ],
)
def test_a_planned_question_is_asked_where_the_engine_looks(when: dict[str, object], said: str) -> None:
    """What the engine does not look at for a planned question is not said of it either."""
    assert place_in_words(When.model_validate(when), NAMES) == said
