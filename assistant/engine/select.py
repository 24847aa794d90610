"""The next question: a probe that the last answer calls for, else the next planned question that fits."""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.engine.conditions import Basis, Heard, basis, fits_place, fits_session, words_for
from assistant.engine.content import MOST_FOLLOW_UPS, Content, limit
from models.bank import Question, Rule, Stage
from models.session import WHOLE_CASE, Because
from sessions.progress import Progress
from sessions.turns import Turn, TurnState

LONGEST_QUOTE = 90
"""Code points of the reviewer's words in a because: enough to recognise them by."""
PER_EPISODE = tuple(stage for stage in Stage if stage.per_episode)


class Ask(NamedTuple):
    """A question to be put."""

    question: Question
    stage: Stage
    """The part of the session it is asked in: for a probe, that of the answer it follows."""
    episode: str | None
    text: str
    """What is asked, with the name of the episode in its place."""
    because: Because | None
    """None where it is asked for its place and not for what was said."""


class Spot(NamedTuple):
    """A part of the session: stages gone through one after the other, for one episode."""

    name: str
    """What tells it from every other spot of a session."""
    stages: tuple[Stage, ...]
    episode: str | None
    once_more: bool = True
    """Whether a question that repeats is asked again here."""


_ALONE = tuple(stage for stage in Stage if not stage.per_episode)
_BEFORE = tuple(
    Spot(f"before {stage}", (stage,), None, stage is not Stage.WHAT_HAPPENED)
    for stage in _ALONE[: _ALONE.index(Stage.PATTERNS)]
)
_AFTER = tuple(
    Spot(f"after {stage}", (stage,), None) for stage in (Stage.WHAT_HAPPENED, *_ALONE[_ALONE.index(Stage.PATTERNS) :])
)
"""What is gone through before and after the episodes; another episode is asked for after those named so far."""


def next_question(content: Content, state: Progress) -> Ask | None:
    """What to ask next; None where nothing is left to ask."""
    probe = probe_for(content, state, state.turns[state.last]) if state.last else None
    return probe or next(planned(content, state), None)


def probe_for(content: Content, state: Progress, turn: Turn) -> Ask | None:
    """The probe that an answer calls for; None where no rule fits, or enough has followed already."""
    return None if state.following(turn.chain) >= MOST_FOLLOW_UPS else called_for(content, state, turn)


def probe_to_note(content: Content, state: Progress, turn: Turn) -> Ask | None:
    """The probe that an answer calls for where enough has followed already: noted once, and not put."""
    enough = state.following(turn.chain) >= MOST_FOLLOW_UPS and not state.noted[turn.chain]
    return called_for(content, state, turn) if enough else None


def called_for(content: Content, state: Progress, turn: Turn) -> Ask | None:
    """The probe of the most salient rule that fits an answer, however many were put before."""
    if turn.state is not TurnState.ANSWERED or turn.reading is None:
        return None
    heard = Heard(content, state, turn, turn.reading)
    fired, asked = state.fired, state.asked.get(turn.episode, {})
    for _, _, rule in heard.rules():
        if (rule.id, limit(rule, turn.number, turn.episode)) in fired:
            continue
        if rule.ask in asked and any(state.turns[number].chain == turn.chain for number in asked[rule.ask]):
            continue  # its probe has followed this planned question already
        words = words_for(rule.when, heard)
        if words is not None:
            return _ask_by_rule(content, state, turn, rule, words)
    return None


def still_stands(content: Content, state: Progress, turn: Turn) -> bool:
    """Whether the words that a probe was asked for are still there. True for a planned question."""
    if turn.because is None:
        return True
    rule, asked_of = content.bank.rule.get(turn.because.rule), state.turns[turn.because.turn]
    if rule is None or asked_of.answer is None or asked_of.reading is None:
        return False
    return basis(content.grounds[rule.id], Heard(content, state, asked_of, asked_of.reading)) is not None


def _ask_by_rule(content: Content, state: Progress, turn: Turn, rule: Rule, found: Basis) -> Ask:
    question = content.bank.by_id[rule.ask]
    quote = clipped(found.quote or turn.answer or "")
    told = {
        "episode": _title(state, turn.episode),
        "quote": quote,
        "tag": content.taxonomy.label(found.tag) if found.tag else "",
        "other": clipped(found.other) if found.other else "",
        "who": found.who,
    }
    because = Because(rule=rule.id, text=content.filled(rule.because, told), quote=quote, turn=turn.number)
    return Ask(question, turn.stage, turn.episode, content.filled(question.text, told), because)


def planned(content: Content, state: Progress) -> Iterator[Ask]:
    """Planned questions that are due, in order. Another episode is asked for when those named are gone through."""
    for spot in _spots(state):
        changes = _changes(state, spot.episode)
        yield from _due_at(content, state, spot)
        state.gone_through[spot.name] = changes


def _due_at(content: Content, state: Progress, spot: Spot) -> Iterator[Ask]:
    asked = state.asked.get(spot.episode, {})
    for stage in spot.stages:
        for name, question, repeats, anywhere in content.planned[stage]:
            before = asked.get(name)
            if before and not (repeats and spot.once_more and _is_answered(state, before[-1])):
                continue
            if anywhere or fits_place(question.when, content, state, spot.episode):
                text = content.filled(question.text, {"episode": _title(state, spot.episode)})
                yield Ask(question, stage, spot.episode, text, None)


def _is_answered(state: Progress, number: int) -> bool:
    return state.turns[number].state is TurnState.ANSWERED


def _spots(state: Progress) -> Iterator[Spot]:
    """The parts of the session in their order, but for those seen to be gone through and not changed since.

    It begins where the person chose to go on.
    """
    gone, told, alone = state.gone_through, state.said, _changes(state, None)
    if state.at_stage:
        stage, episode = state.at_stage
        stages = PER_EPISODE[PER_EPISODE.index(stage) :] if stage.per_episode else (stage,)
        yield Spot(f"from {stage} {episode}", stages, episode)
    yield from (spot for spot in _BEFORE if gone.get(spot.name) != alone)
    for episode in state.episodes or (WHOLE_CASE,):
        if episode not in told or gone.get(episode) != told[episode].changes:
            yield Spot(episode, PER_EPISODE, episode)
    yield from (spot for spot in _AFTER if gone.get(spot.name) != alone)


def _changes(state: Progress, episode: str | None) -> int:
    said = state.said.get(episode)
    return said.changes if said else 0


def stages_of(content: Content, state: Progress) -> tuple[Stage, ...]:
    """The stages that hold a planned question for this review, source and respondent, in order."""
    return tuple(
        stage
        for stage, asked in content.bank.planned.items()
        if any(fits_session(question.when, content, state) for question in asked)
    )


def _title(state: Progress, episode: str | None) -> str:
    return state.episodes.get(episode or WHOLE_CASE, "the case as a whole")


def clipped(words: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of a text's first line with words in it, cut between words; exactly as typed."""
    line = next((line.strip() for line in words.splitlines() if line.strip()), "")
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", 1, longest + 1)
    return line[: cut if cut > 0 else longest].rstrip(" ,;:-")
