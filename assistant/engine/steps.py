"""What follows from each thing a person does: the events it leads to. Pure: the caller applies each before the next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from assistant.engine.content import Content
from assistant.engine.select import Ask, next_question, planned, probe_for, probe_to_note, still_stands
from models import session as log
from models.bank import AnswerKind
from models.reading import Reading
from sessions.progress import Progress
from sessions.turns import Turn, TurnState

Events = Iterator[log.AnySessionEvent]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads answers: a tagger and its name."""

    name: str
    read: Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Effects:
    """What replacing an answer would do: shown before it is done."""

    parked: tuple[Turn, ...]
    """Follow-ups that lose their reason; they and their answers stay among what is parked."""
    restored: tuple[Turn, ...]
    """Follow-ups that have their reason again."""
    asked: tuple[str, ...]
    """Questions that it brings up, in words."""
    hidden: tuple[str, ...]
    """Questions still to come that would not come any more, in words."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What follows, by this content, read by this reader, at this time.

    Each generator reads the state as it is when its next event is asked for: `for event in ...: state.apply(event)`.
    """

    content: Content
    reader: Reader
    at: datetime

    def after_answer(self, state: Progress, number: int) -> Events:
        """An answer is read or names its episode, takes away or gives back the reason of follow-ups, and leads on."""
        turn = state.turns[number]
        question = self.content.bank.by_id.get(turn.question)
        if question is not None and question.kind is AnswerKind.EPISODE:
            title = one_line(turn.answer or "")
            yield log.EpisodeNamed(at=self.at, episode=f"t{number}", title=title, turn=number)
        elif question is None or question.kind is AnswerKind.TEXT:
            reading = self.reader.read(turn.answer or "")
            yield log.Read(at=self.at, turn=number, reading=reading, tagger=self.reader.name)
        if number in state.asked_because:
            yield from self._reconsidered(state, number)
        yield from self.leading_on(state, number)

    def after_skip(self, state: Progress, number: int) -> Events:
        """A skip takes away the reason of what was asked because of an earlier answer, and leads on."""
        yield from self._reconsidered(state, number)
        yield from self.asking(state)

    def leading_on(self, state: Progress, number: int) -> Events:
        """The next question, where nothing waits for an answer or the answer just given calls for a probe.

        What it calls for is only noted where enough was asked on one thing.
        """
        turn = state.turns[number]
        noted = probe_to_note(self.content, state, turn)
        if noted is not None:
            yield self._asked(state, noted, deferred=True)
        if state.current is None or probe_for(self.content, state, turn):
            ask = next_question(self.content, state)
            if ask is not None:
                yield self._asked(state, ask)

    def asking(self, state: Progress) -> Events:
        """The next question, where nothing waits for an answer."""
        if state.current is None:
            ask = next_question(self.content, state)
            if ask is not None:
                yield self._asked(state, ask)

    def catching_up(self, state: Progress) -> Events:
        """What a crash kept from being done: an answer that was kept and not read, a question not yet asked."""
        for turn in tuple(state.turns.values()):
            if turn.state is TurnState.ANSWERED and self._waits_for_its_reading(state, turn):
                yield from self.after_answer(state, turn.number)
        yield from self.asking(state)

    def effects(self, state: Progress, trial: Progress, number: int) -> Effects:
        """What an answer replaced in `trial`, a copy of `state`, leads to. Changes the trial."""
        made = []
        for event in self.after_answer(trial, number):
            trial.apply(event)
            made.append(event)
        before, after = self._to_come(state), self._to_come(trial)
        probes = tuple(event.text for event in made if isinstance(event, log.Asked) and event.because)
        return Effects(
            parked=tuple(state.turns[event.turn] for event in made if isinstance(event, log.Parked)),
            restored=tuple(state.turns[event.turn] for event in made if isinstance(event, log.Restored)),
            asked=(*probes, *(after[key] for key in after if key not in before and not _was_asked(state, key))),
            hidden=tuple(before[key] for key in before if key not in after and not _was_asked(trial, key)),
        )

    def _reconsidered(self, state: Progress, number: int) -> Events:
        """Follow-ups that lost their reason are parked; those that have it again stand as they stood."""
        for probe in tuple(state.asked_because.get(number, ())):
            turn = state.turns[probe]
            stands = still_stands(self.content, state, turn)
            if turn.state is not TurnState.PARKED and not stands:
                yield log.Parked(at=self.at, turn=probe, revised_turn=number)
            elif turn.unfounded and stands:
                yield log.Restored(at=self.at, turn=probe)

    def _waits_for_its_reading(self, state: Progress, turn: Turn) -> bool:
        question = self.content.bank.by_id.get(turn.question)
        if question is None or turn.reading is not None:
            return False
        unnamed = question.kind is AnswerKind.EPISODE and f"t{turn.number}" not in state.episodes
        return unnamed or question.kind is AnswerKind.TEXT

    def _to_come(self, state: Progress) -> dict[tuple[str, str | None], str]:
        state.gone_through.clear()
        return {(ask.question.id, ask.episode): ask.text for ask in planned(self.content, state)}

    def _asked(self, state: Progress, ask: Ask, *, deferred: bool = False) -> log.Asked:
        return log.Asked(
            at=self.at,
            turn=len(state.turns) + 1,
            question=ask.question.id,
            stage=ask.stage,
            episode=ask.episode,
            text=ask.text,
            because=ask.because,
            deferred=deferred,
        )


def _was_asked(state: Progress, key: tuple[str, str | None]) -> bool:
    question, episode = key
    return bool(state.asked.get(episode, {}).get(question))


def one_line(text: str) -> str:
    """A text as a title: one line of at most 80 code points."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79].rstrip() + "…"
