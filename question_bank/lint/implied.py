"""Whether the conditions of one rule hold wherever those of another do."""

import re

from models.bank import When
from models.reading import Depth
from models.taxonomy import is_at_or_below

_BETWEEN_WORDS = re.compile(r"[^\w']+")


def holds_whenever(wide: When, narrow: When) -> bool:
    """Whether `wide` certainly holds at every answer at which `narrow` does. False where that is not certain."""
    return _lists(wide, narrow) and _numbers(wide, narrow) and _tags(wide, narrow) and _episode(wide, narrow)


def _lists(wide: When, narrow: When) -> bool:
    loose = narrow.contradicts  # with it, the engine does not look at wording and signals
    return (
        _within(wide.stage, narrow.stage)
        and _within(wide.question, narrow.question)
        and _within(wide.depth, narrow.depth)
        and _within(wide.source, narrow.source)
        and _within(wide.review_kind, narrow.review_kind)
        and _within(wide.episode_depth, narrow.episode_depth)
        and _within(wide.wording, () if loose else narrow.wording)
        and _within(wide.signal, () if loose else narrow.signal)
        and _respondents(wide, narrow)
    )


def _within(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    """Whether one of `wide` is met where one of `narrow` is; an empty list asks nothing."""
    return not wide or (bool(narrow) and set(narrow) <= set(wide))


def _respondents(wide: When, narrow: When) -> bool:
    if not wide.respondent:
        return True
    wanted = [f" {role_words(word)} " for word in wide.respondent]
    named = [f" {role_words(word)} " for word in narrow.respondent]
    return bool(named) and all(any(word in role for word in wanted) for role in named)


def role_words(role: str) -> str:
    """The words of a role as they are looked for in that of a respondent: whole, whatever stands between them."""
    return " ".join(_BETWEEN_WORDS.split(role.casefold())).strip()


def _numbers(wide: When, narrow: When) -> bool:
    return (
        wide.words_at_least <= narrow.words_at_least
        and _at_most(wide.words_at_most, narrow.words_at_most)
        and _at_most(wide.follow_ups_at_most, narrow.follow_ups_at_most)
    )


def _at_most(wide: int | None, narrow: int | None) -> bool:
    return wide is None or (narrow is not None and narrow <= wide)


def _tags(wide: When, narrow: When) -> bool:
    alone = not wide.tag_alone or narrow.tag_alone or set(narrow.depth) == {Depth.REPORTS}
    if not wide.tag:
        return alone
    covered = all(any(is_at_or_below(tag, broad) for broad in wide.tag) for tag in narrow.tag)
    return (
        alone
        and bool(narrow.tag)
        and covered
        and _within(wide.direction, narrow.direction)
        and _within(wide.status, narrow.status)
        and wide.score_at_least <= narrow.score_at_least
    )


def _episode(wide: When, narrow: When) -> bool:
    mentioned = not wide.mentioned or (bool(narrow.mentioned) and _below(narrow.mentioned, wide.mentioned))
    absent = not wide.not_mentioned or (bool(narrow.not_mentioned) and _below(wide.not_mentioned, narrow.not_mentioned))
    return mentioned and absent and (not wide.contradicts or narrow.contradicts)


def _below(tag: str | None, broader: str | None) -> bool:
    return tag is not None and broader is not None and is_at_or_below(tag, broader)
