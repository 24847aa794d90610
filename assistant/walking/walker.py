"""One walk: a made-up person goes through a session, by the order of the questions and against it, until it ends."""

from dataclasses import dataclass

from assistant.engine.conditions import Heard, basis
from assistant.engine.content import MOST_FOLLOW_UPS, Content
from assistant.walking.aims import Aim, aim_at
from assistant.walking.detours import Detours
from assistant.walking.draws import MOST, TITLES, Draws, Session, Temper
from assistant.walking.record import Record
from assistant.walking.sitting import Sitting
from models import session as log
from models.annotation import Status
from models.bank import AnswerKind, Bank, Question, Rule
from sessions.turns import Turn, TurnState

_SKIPS = tuple(log.SkipKind)


@dataclass(frozen=True, slots=True)
class Walked:
    """How a walk went."""

    turns: int
    """Questions put, those that were only noted included."""
    acts: int
    """Things the person did."""
    waits: str | None
    """The question that still waited for an answer; None where the walk ended."""


def bound(bank: Bank) -> int:
    """More things than a person of any temper can do before nothing is left to ask.

    Each planned question outside episodes is put once, each of an episode once for each episode, and again as often as
    a walk answers one that repeats or names an episode. A detour brings back what was waiting: one planned question,
    and one for each detour before it. On each of these at most MOST_FOLLOW_UPS probes are put, and one more is noted.
    Whatever is put takes one act; a detour takes one itself, and one for the question it opens again.
    """
    alone = sum(len(asked) for stage, asked in bank.planned.items() if not stage.per_episode)
    of_each_episode = sum(len(asked) for stage, asked in bank.planned.items() if stage.per_episode)
    episodes = MOST.episodes + MOST.detours + 1
    again = MOST.repeats + MOST.episodes + MOST.detours * (MOST.detours + 1)
    return (alone + of_each_episode * episodes + again) * (1 + MOST_FOLLOW_UPS + 1) + 2 * MOST.detours


class Walk:
    """A person on the way through a session."""

    def __init__(self, content: Content, session: Session, temper: Temper, draws: Draws, record: Record) -> None:
        """Sit down; nothing is asked yet."""
        self._draws, self._chance, self._temper = draws, draws.chance, temper
        self._record, self._wanted = record, record.wanted()
        self._sitting = Sitting(content, session.respondent, session.source, self._seen)
        self._detours, self._detours_left = Detours(self._sitting, self._chance, self._meet), temper.detours
        self._repeats, self._titles = temper.repeats, list(TITLES[: temper.episodes])
        self._in_order = True
        self._aim: Aim | None = None
        self._fits = False
        self._asked_by: str | None = None

    def walked(self, most: int) -> Walked:
        """Go on until nothing is left to ask, or more was done than can be."""
        sitting, acts = self._sitting, 0
        sitting.begin()
        while (turn := sitting.current) is not None and acts < most:
            acts += 1
            if self._detours_left and self._chance.random() < 0.08:
                self._detour()
            else:
                self._meet(turn)
        return Walked(len(sitting.state.turns), acts, sitting.current.question if sitting.current else None)

    def _detour(self) -> None:
        self._detours_left, self._in_order = self._detours_left - 1, False
        self._detours.take_one()
        self._in_order = True

    def _seen(self, event: log.AnySessionEvent) -> None:
        if isinstance(event, log.Read) and self._aim is not None:
            self._fits = self._holds(self._aim.rule, event.turn)
        elif isinstance(event, log.Asked):
            self._record.note(event, in_order=self._in_order)
            if event.because and self._asked_by is None:
                self._asked_by = event.because.rule

    def _meet(self, turn: Turn) -> None:
        """Answer what is asked, or leave it."""
        question = self._sitting.question(turn)
        if question.kind is AnswerKind.EPISODE:
            self._name(turn)
        elif question.repeat and not self._repeats:
            self._sitting.skip(turn, log.SkipKind.NOT_KNOWN)
        else:
            self._repeats -= question.repeat
            self._meet_freely(turn, question)

    def _meet_freely(self, turn: Turn, question: Question) -> None:
        if question.kind is AnswerKind.TEXT:
            self._meet_in_words(turn)
        elif self._chance.random() < self._temper.skips:
            self._leave(turn)
        else:
            value = self._chance.choice(question.choices) if question.choices else None
            self._sitting.answer(turn, value or self._draws.text(most=8), value=value)

    def _meet_in_words(self, turn: Turn) -> None:
        aim = self._aimed(turn) if self._chance.random() < self._temper.aims else None
        if aim is not None:
            self._try(turn, aim)
        elif self._chance.random() < self._temper.skips:
            self._leave(turn)
        else:
            self._sitting.answer(turn, self._draws.text(), self._draws.any_reading(self._temper))

    def _name(self, turn: Turn) -> None:
        if self._titles:
            self._sitting.answer(turn, self._titles.pop(0))
        else:
            self._sitting.skip(turn, log.SkipKind.NOT_APPLICABLE)

    def _leave(self, turn: Turn) -> None:
        if self._chance.random() < 0.3:
            self._sitting.park(turn)
        else:
            self._sitting.skip(turn, self._chance.choice(_SKIPS))

    def _aimed(self, turn: Turn) -> Aim | None:
        """A rule not yet reached that an answer to this question could meet."""
        found = []
        for rule in self._wanted.at(turn):
            aim = aim_at(rule, self._sitting.content, self._sitting.state, turn)
            if isinstance(aim, Aim):
                found.append(aim)
            else:
                self._record.missed[rule.id][aim] += 1
        return self._chance.choice(found) if found else None

    def _try(self, turn: Turn, aim: Aim) -> None:
        when, sitting = aim.rule.when, self._sitting
        self._aim, self._fits, self._asked_by = aim, False, None
        sitting.answer(turn, self._draws.text(when.words_at_least, when.words_at_most), self._draws.reading_for(aim))
        if when.status and Status.SUGGESTED not in when.status:
            self._decide_and_look_again(turn.number, when.status[0])
        self._count(aim.rule)
        self._aim = None

    def _decide_and_look_again(self, number: int, status: Status) -> None:
        """What a person decided about a tag is heard when its answer is looked at again."""
        sitting = self._sitting
        for each in sitting.state.of_turn(number):
            sitting.decide(each, status)
        turn = sitting.state.turns[number]
        if turn.state is TurnState.ANSWERED and self._aim is not None:
            self._fits, self._asked_by = self._holds(self._aim.rule, number), None
            sitting.go_to(turn)
            sitting.keep(turn)

    def _holds(self, rule: Rule, number: int) -> bool:
        turn = self._sitting.state.turns[number]
        if turn.reading is None:
            return False
        return basis(rule.when, Heard(self._sitting.content, self._sitting.state, turn, turn.reading)) is not None

    def _count(self, rule: Rule) -> None:
        self._record.fitted[rule.id] += self._fits
        if self._fits and self._asked_by != rule.id:
            self._record.beaten[rule.id][self._asked_by or ""] += 1
