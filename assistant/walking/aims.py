"""Which rules an answer to a question could meet, and what the answer has to show for it."""

from dataclasses import dataclass
from functools import cache

from assistant.engine.conditions import elicited, fits_session, mentioned
from assistant.engine.content import MOST_FOLLOW_UPS, Content, limit, same_episode
from models.bank import Rule, Stage, When
from models.reading import Depth, Reading
from models.taxonomy import Direction, is_at_or_below
from sessions.progress import Progress
from sessions.turns import Turn, depth_of

OPPOSITE = {Direction.HELPED: Direction.HINDERED, Direction.HINDERED: Direction.HELPED}


@dataclass(frozen=True, slots=True)
class Aim:
    """A rule that the next answer tries to meet."""

    rule: Rule
    depths: tuple[Depth, ...]
    """How far the answer's own words may go for it."""
    opposed: tuple[tuple[str, Direction], ...] = ()
    """With `contradicts`: tags and directions that another account says the opposite of."""


def aim_at(rule: Rule, content: Content, state: Progress, turn: Turn) -> Aim | str:
    """What an answer has to show for a rule to fit; or the name of the condition that no answer to it can meet."""
    when = rule.when
    out = _out_of_place(rule, content, state, turn)
    if out:
        return out
    depths = _depths(when, state, turn)
    if not depths:
        return "depth" if when.depth else "episode_depth"
    if not when.contradicts:
        return Aim(rule, depths)
    opposed = tuple(each for each in _opposed(content, state, turn) if _wanted(when, *each))
    return Aim(rule, depths, opposed) if opposed else "contradicts"


def _out_of_place(rule: Rule, content: Content, state: Progress, turn: Turn) -> str:
    when, before = rule.when, state.following(turn.chain)
    absent = when.not_mentioned
    if not fits_session(when, content, state):
        return "review_kind, source or respondent"
    if before >= MOST_FOLLOW_UPS or (when.follow_ups_at_most is not None and before > when.follow_ups_at_most):
        return "follow_ups_at_most"
    if (rule.id, limit(rule, turn.number, turn.episode)) in state.fired or _was_put(rule.ask, state, turn):
        return "once"
    if absent and (mentioned(state, turn.episode, absent) or elicited(content, state, turn.episode, absent)):
        return "not_mentioned"
    return ""


def _was_put(probe: str, state: Progress, turn: Turn) -> bool:
    asked = state.asked.get(turn.episode, {})
    return any(state.turns[number].chain == turn.chain for number in asked.get(probe, ()))


def _depths(when: When, state: Progress, turn: Turn) -> tuple[Depth, ...]:
    """How far the words of an answer may go for the answer, and its episode with it, to go as far as is wanted."""
    asked_of = state.turns[turn.because.turn].depth if turn.because else None
    reached = depths_reached(turn.stage, asked_of)
    said = state.said.get(turn.episode)
    so_far = said.depth.level if said and said.depth else 0
    levels = {depth.level for depth in when.episode_depth}
    return tuple(
        words
        for words, depth in reached
        if (not when.depth or depth in when.depth) and (not levels or max(so_far, depth.level) in levels)
    )


@cache
def depths_reached(stage: Stage, asked_of: Depth | None) -> tuple[tuple[Depth, Depth], ...]:
    """How far an answer goes, by how far its words go, in a stage, after an answer that went as far as this."""
    return tuple((words, depth_of(Reading(depth=words), stage, asked_of)) for words in Depth)


def _opposed(content: Content, state: Progress, turn: Turn) -> list[tuple[str, Direction]]:
    """Tags with the direction that somebody else says the opposite of, in this episode."""
    if turn.episode is None:
        return []
    title = same_episode(state.episodes.get(turn.episode, ""))
    told = [(each.tag, each.direction) for each in content.accounts if each.episode == title]
    apart = turn.stage is Stage.OTHER_ACCOUNTS
    said = state.said.get(turn.episode)
    for tag, names in said.by_tag.items() if said else ():
        for each in (state.annotations[name] for name in names):
            if (state.turns[each.turn].stage is Stage.OTHER_ACCOUNTS) != apart:
                told.append((tag, each.direction))
    return [(tag, OPPOSITE[direction]) for tag, direction in told if direction in OPPOSITE]


def _wanted(when: When, tag: str, direction: Direction) -> bool:
    named = not when.tag or any(is_at_or_below(tag, broader) for broader in when.tag)
    return named and (not when.direction or direction in when.direction)
