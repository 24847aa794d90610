"""How far a session has come: per episode which factor types were spoken of, asked for or not, and the why gauge."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.engine.conditions import belongs, mentioned
from models.bank import Bank
from models.session import WHOLE_CASE
from models.taxonomy import TOP_LEVEL_TAGS, top_level
from sessions.progress import Progress, TurnState

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
    """One episode: its factor types, and how many of its answers give a reason."""

    episode: str
    title: str
    factors: dict[str, Cover]
    answers: int
    reasons: int

    @property
    def why_reached(self) -> bool:
        """Whether at least one answer about the episode says why."""
        return self.reasons > 0

    @property
    def stops_at_what(self) -> bool:
        """Whether there are answers, and none of them says why."""
        return self.answers > 0 and not self.reasons


def coverage(bank: Bank, state: Progress) -> tuple[EpisodeCover, ...]:
    """Each episode of a session; the case as a whole where none was named."""
    episodes = state.episodes or {WHOLE_CASE: "the case as a whole"}
    return tuple(_episode(bank, state, episode, title) for episode, title in episodes.items())


def _episode(bank: Bank, state: Progress, episode: str, title: str) -> EpisodeCover:
    answered = [turn for turn in state.turns.values() if belongs(turn, episode) and turn.state is TurnState.ANSWERED]
    return EpisodeCover(
        episode=episode,
        title=title,
        factors={factor: _cover(bank, state, episode, factor) for factor in FACTORS},
        answers=len(answered),
        reasons=sum(turn.reading is not None and turn.reading.gives_reason for turn in answered),
    )


def _cover(bank: Bank, state: Progress, episode: str, factor: str) -> Cover:
    if mentioned(state, episode, factor):
        return Cover.SPOKEN_OF
    states = {
        state.turns[number].state
        for question in bank.questions
        if any(top_level(tag) == factor for tag in question.elicits)
        for number in state.asked.get((question.id, episode), [])
    }
    if TurnState.ANSWERED in states:
        return Cover.ASKED
    return Cover.LEFT_OPEN if states else Cover.NOT_ASKED
