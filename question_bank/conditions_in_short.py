"""Conditions in a few words, as the label of a line in a drawing: *only reports, 7+ words, first follow-up*."""

from collections.abc import Iterable

from models.bank import When
from models.reading import Depth, WordingKind
from models.taxonomy import Taxonomy

_DEPTHS = {
    Depth.REPORTS: "only reports",
    Depth.REASON: "a reason",
    Depth.REASON_BEHIND: "a reason behind it",
    Depth.PATTERN: "a pattern",
}


def in_short(when: When, taxonomy: Taxonomy) -> str:
    """The conditions of a rule or a planned question, but for its stages and questions; `any answer` for none."""
    return ", ".join((*_of_the_answer(when, taxonomy), *_of_the_rest(when, taxonomy))) or "any answer"


def _of_the_answer(when: When, taxonomy: Taxonomy) -> list[str]:
    found = [_one_of(_DEPTHS[each] for each in when.depth), _wording(when), _one_of(map(_plain, when.signal))]
    if when.tag:
        tag = [_one_of(_label(each, taxonomy) for each in when.tag), _one_of(when.direction), _one_of(when.status)]
        score = [f"{when.score_at_least:g}+"] if when.score_at_least else []
        found.append(" ".join(filter(None, (*tag, *score))))
    found += ["no reason" if when.tag_alone else "", "accounts differ" if when.contradicts else ""]
    return [*filter(None, found), *_words(when)]


def _of_the_rest(when: When, taxonomy: Taxonomy) -> list[str]:
    before = when.follow_ups_at_most
    return [
        *([f"after {_label(when.mentioned, taxonomy)}"] if when.mentioned else []),
        *([f"{_label(when.not_mentioned, taxonomy)} not spoken of"] if when.not_mentioned else []),
        *([f"so far {_one_of(_DEPTHS[each] for each in when.episode_depth)}"] if when.episode_depth else []),
        *([_one_of(map(_plain, when.review_kind))] if when.review_kind else []),
        *([_one_of(when.source)] if when.source else []),
        *([_one_of(when.respondent)] if when.respondent else []),
        *([] if before is None else ["first follow-up"] if before == 0 else [f"at most {before} before"]),
    ]


def _wording(when: When) -> str:
    whole = set(when.wording) == set(WordingKind)
    return "looking back or blame" if whole else _one_of(map(_plain, when.wording))


def _words(when: When) -> list[str]:
    least = [f"{when.words_at_least}+ words"] if when.words_at_least else []
    return [*least, f"up to {when.words_at_most} words"] if when.words_at_most is not None else least


def _one_of(words: Iterable[str]) -> str:
    return " or ".join(words)


def _label(tag: str, taxonomy: Taxonomy) -> str:
    entry = taxonomy.by_id.get(tag)
    return entry.label if entry else tag


def _plain(name: str) -> str:
    return str(name).replace("_", " ")
