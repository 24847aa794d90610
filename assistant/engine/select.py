"""The next question: a probe that the last answer calls for, else the next planned question that fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.engine.conditions import Basis, basis, fits_place
from models.bank import Bank, Once, Question, Rule, Stage
from models.review import Review
from models.session import WHOLE_CASE, Because
from models.taxonomy import Taxonomy
from sessions.progress import Progress, Turn, TurnState

MOST_FOLLOW_UPS = 3
"""Probes that may follow one planned question, so that nobody is interrogated."""
LONGEST_QUOTE = 90
"""Code points of the reviewer's words in a because: enough to recognise them by."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to be put."""

    question: Question
    stage: Stage
    """The part of the session it is asked in: for a probe, that of the answer it follows."""
    episode: str | None
    text: str
    """What is asked, with the name of the episode in its place."""
    because: Because | None
    """None where it is asked for its place and not for what was said."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the engine asks from."""

    bank: Bank
    taxonomy: Taxonomy
    review: Review


def next_question(content: Content, state: Progress) -> Ask | None:
    """What to ask next; None where nothing is left to ask."""
    probe = _probe(content, state)
    return probe or next(_planned(content, state), None)


def probe_for(content: Content, state: Progress, turn: Turn) -> Ask | None:
    """The probe that an answer calls for; None where no rule fits, or enough has followed already."""
    if turn.state is not TurnState.ANSWERED or state.following(turn.chain) >= MOST_FOLLOW_UPS:
        return None
    for rule in sorted(content.bank.rules, key=lambda rule: -rule.salience):
        if _may_fire(rule, state, turn):
            found = basis(rule.when, content.review, content.bank, state, turn)
            if found is not None:
                return _ask_by_rule(content, state, turn, rule, found)
    return None


def still_stands(content: Content, state: Progress, turn: Turn) -> bool:
    """Whether the words that a probe was asked for are still there. True for a planned question."""
    if turn.because is None:
        return True
    rule = next((rule for rule in content.bank.rules if rule.id == turn.because.rule), None)
    asked_of = state.turns[turn.because.turn]
    return rule is not None and basis(rule.when, content.review, content.bank, state, asked_of) is not None


def _probe(content: Content, state: Progress) -> Ask | None:
    return probe_for(content, state, state.turns[state.last]) if state.last else None


def _may_fire(rule: Rule, state: Progress, turn: Turn) -> bool:
    limit = {
        Once.ANSWER: f"answer:{turn.number}",
        Once.EPISODE: f"episode:{turn.episode}",
        Once.SESSION: "session",
    }[rule.once]
    if (rule.id, limit) in state.fired:
        return False
    asked_before = state.asked.get((rule.ask, turn.episode), [])
    return not any(state.turns[number].chain == turn.chain for number in asked_before)


def _ask_by_rule(content: Content, state: Progress, turn: Turn, rule: Rule, found: Basis) -> Ask:
    question = content.bank.by_id[rule.ask]
    quote = clipped(found.quote or turn.answer or "")
    tag = content.taxonomy.label(found.tag) if found.tag else ""
    episode = _title(state, turn.episode)
    text = rule.because.format(quote=quote, tag=tag, episode=episode)
    because = Because(rule=rule.id, text=text, quote=quote, turn=turn.number)
    return Ask(question, turn.stage, turn.episode, question.text.format(episode=episode), because)


def _planned(content: Content, state: Progress) -> Iterator[Ask]:
    """Planned questions that are due, in order. Another episode is asked for when those named are gone through."""
    for stage, episode, once_more in _places(state):
        for question in content.bank.questions:
            if question.stage is stage and not question.probe and _is_due(content, state, question, episode, once_more):
                yield Ask(question, stage, episode, question.text.format(episode=_title(state, episode)), None)


def _places(state: Progress) -> Iterator[tuple[Stage, str | None, bool]]:
    per_episode = [stage for stage in Stage if stage.per_episode]
    for stage in Stage:
        if stage is per_episode[0]:
            for episode in state.episodes or (WHOLE_CASE,):
                yield from ((each, episode, True) for each in per_episode)
            yield Stage.WHAT_HAPPENED, None, True
        elif not stage.per_episode:
            yield stage, None, stage is not Stage.WHAT_HAPPENED


def _is_due(content: Content, state: Progress, question: Question, episode: str | None, once_more: bool) -> bool:
    asked = state.asked.get((question.id, episode), [])
    if asked and not (once_more and question.repeat and state.turns[asked[-1]].state is TurnState.ANSWERED):
        return False
    return fits_place(question.when, content.review, content.bank, state, episode)


def _title(state: Progress, episode: str | None) -> str:
    return state.episodes.get(episode or WHOLE_CASE, "the case as a whole")


def clipped(words: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of a text's first line with words in it, cut between words; exactly as typed."""
    line = next((line.strip() for line in words.splitlines() if line.strip()), "")
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", 1, longest + 1)
    return line[: cut if cut > 0 else longest].rstrip(" ,;:-")
