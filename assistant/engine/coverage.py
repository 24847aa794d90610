"""How far a session has come: per episode which factor types were spoken of, asked for or not, and the why gauge."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.engine.conditions import mentioned
from models.annotation import Status
from models.bank import Bank
from models.reading import Depth
from models.session import WHOLE_CASE
from models.taxonomy import TOP_LEVEL_TAGS, top_level
from sessions.progress import Progress, told_of
from sessions.turns import Turn, TurnState

FACTORS = tuple(tag for tag in TOP_LEVEL_TAGS if tag.startswith("factor."))


class Cover(StrEnum):
    """Where a factor type stands in an episode. It counts as absent only where its question was reached."""

    SPOKEN_OF = "spoken_of"
    """Words of an answer show it."""
    ASKED = "asked"
    """Its question was answered, and nothing in the answer shows it."""
    LEFT_OPEN = "left_open"
    """Its question was put, and skipped or parked."""
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class EpisodeCover:
    """One episode: its factor types, and how far its answers go from what to why."""

    episode: str
    title: str
    factors: dict[str, Cover]
    depths: dict[str, Depth]
    """By factor type: how far the deepest answer that shows it goes."""
    answers: int
    reasons: int
    depth: Depth | None
    """How far the deepest answer goes; None where nothing was said."""

    @property
    def why_reached(self) -> bool:
        """Whether at least one answer about the episode says why."""
        return self.reasons > 0

    @property
    def stops_at_what(self) -> bool:
        """Whether there are answers, and none of them says why."""
        return self.answers > 0 and not self.reasons


def coverage(bank: Bank, state: Progress) -> tuple[EpisodeCover, ...]:
    """Each episode of a session; the case as a whole too, where none was named or questions were put about it."""
    whole = (WHOLE_CASE,) if not state.episodes or state.asked.get(WHOLE_CASE) else ()
    return tuple(episode_cover(bank, state, episode) for episode in (*whole, *state.episodes))


def episode_cover(bank: Bank, state: Progress, episode: str) -> EpisodeCover:
    """How far a session has come with one episode."""
    title = state.episodes.get(episode, "the case as a whole")
    answered = [turn for turn in state.turns.values() if turn.counts and episode in told_of(turn)]
    said = state.said.get(episode)
    return EpisodeCover(
        episode=episode,
        title=title,
        factors={factor: _cover(bank, state, episode, factor) for factor in FACTORS},
        depths=_depths(state, answered),
        answers=len(answered),
        reasons=sum(turn.reading is not None and turn.reading.gives_reason for turn in answered),
        depth=said.depth if said else None,
    )


def _depths(state: Progress, answered: list[Turn]) -> dict[str, Depth]:
    found: dict[str, Depth] = {}
    for turn in answered:
        depth = turn.depth or Depth.REPORTS
        for each in state.of_turn(turn.number):
            factor = top_level(each.tag)
            if factor in FACTORS and each.status is not Status.REJECTED:
                found[factor] = max(found.get(factor, depth), depth, key=lambda depth: depth.level)
    return found


def _cover(bank: Bank, state: Progress, episode: str, factor: str) -> Cover:
    if mentioned(state, episode, factor):
        return Cover.SPOKEN_OF
    asked = state.asked.get(episode, {})
    states = {state.turns[number].state for each in bank.eliciting.get(factor, ()) for number in asked.get(each, ())}
    if TurnState.ANSWERED in states:
        return Cover.ASKED
    return Cover.LEFT_OPEN if states else Cover.NOT_ASKED
