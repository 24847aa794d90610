"""Plays a scripted session through the real engine, tagger and store, one turn at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from assistant.bootstrap import Program
from assistant.conductor import Conductor
from assistant.engine.coverage import coverage
from models.annotation import Annotation, Status
from models.bank import AnswerKind, Bank
from models.errors import CasewindowError, UsageError, placed
from models.review import Person, Place, Review
from models.script import Script, ScriptDecision, ScriptTurn
from models.session import SkipKind
from models.taxonomy import Direction, is_at_or_below
from sessions.export.document import session_state
from sessions.turns import Turn, TurnState

_STATUS = {"accept": Status.ACCEPTED, "reject": Status.REJECTED, "change": Status.CHANGED}


@dataclass(frozen=True, slots=True)
class Played:
    """One thing done in the session: the question it went to, as it stands afterwards."""

    act: str
    turn: Turn
    annotations: tuple[Annotation, ...]


@dataclass(slots=True)
class Playing:
    """A session being played."""

    program: Program
    conductor: Conductor
    people: dict[str, Person]
    lines: int = 0
    last_answered: int | None = field(default=None)

    def turn(self, turn: ScriptTurn, number: int) -> Played:
        """Do what a turn of a script says. Raises CasewindowError naming the turn where it cannot be done."""
        try:
            done = self._do(turn)
        except CasewindowError as error:
            raise placed(error, f"turn {number}") from error
        self.lines += 1
        return Played(turn.act, done, self.conductor.state.of_turn(done.number))

    def _do(self, turn: ScriptTurn) -> Turn:
        match turn.act:
            case "answer":
                return self._answer(turn)
            case "skip":
                self._expect(turn.to)
                return self.conductor.skip(turn.skip or SkipKind.NOT_KNOWN)
            case "revise":
                return self._revise(turn.revise or "", turn.answer or "")
            case "tag":
                return self._tag(turn)
            case _:
                return self._move(turn)

    def _move(self, turn: ScriptTurn) -> Turn:
        if turn.park:
            return self.conductor.park()
        if turn.back is not None:
            return self.conductor.back(turn.back)
        if turn.stage is not None:
            return self.conductor.jump(turn.stage) or self._last()
        if turn.undo or turn.redo:
            self.conductor.undo() if turn.undo else self.conductor.redo()
        else:
            self.conductor.name_episode(turn.episode or "")
        return self.conductor.current or self._last()

    def _answer(self, turn: ScriptTurn) -> Turn:
        self._expect(turn.to)
        done = self.conductor.answer(turn.answer or "")
        self.last_answered = done.number
        return done

    def _expect(self, question: str | None) -> None:
        current = self.conductor.current
        if question is not None and (current is None or current.question != question):
            asked = f"`{current.question}` ({current.text})" if current else "nothing: the bank has no more to ask"
            raise UsageError(f"`{question}` was to be answered, but what was asked is {asked}")

    def _revise(self, question: str, text: str) -> Turn:
        turns = [
            turn
            for turn in self.conductor.state.turns.values()
            if turn.question == question and turn.answer is not None
        ]
        if not turns:
            raise UsageError(f"`{question}` has not been answered in this session, so it cannot be revised")
        self.last_answered = turns[-1].number
        return self.conductor.revise(turns[-1].number, text)

    def _tag(self, turn: ScriptTurn) -> Turn:
        last = self._last()
        if turn.tag == "add":
            direction = turn.direction or Direction.UNCLEAR
            self.conductor.tag(last.number, turn.to or "", turn.words or "", direction, turn.note)
        else:
            verdict = Verdict(turn.tag or "accept", turn.to, turn.direction, turn.note)
            decide(self.conductor, self.conductor.state.of_turn(last.number), turn.which, verdict)
        return self.conductor.state.turns[last.number]

    def _last(self) -> Turn:
        turn = self.conductor.state.turns.get(self.last_answered or 0)
        if turn is None:
            raise UsageError("no answer has been given yet")
        return turn

    def supervise(self, script: Script) -> None:
        """Close the session, and let the supervisor decide and sign off as the script says."""
        self.conductor.close()
        if script.supervision is None:
            return
        supervisor = self.people[script.supervision.by]
        desk = self.program.open_session(self.conductor.session, supervisor, self.conductor.content.bank)
        if script.supervision.decisions == "accept_all":
            decide(desk, desk.undecided(), "", Verdict("accept"))
        else:
            for place, decision in enumerate(script.supervision.decisions, start=1):
                _decide_as_scripted(desk, decision, place)
        if script.supervision.sign_off:
            desk.sign_off()
        self.conductor = desk

    def summary(self) -> dict[str, object]:
        """The figures of the session: what the last line of `replay --json` holds."""
        state = self.conductor.state
        covers = coverage(self.conductor.content.bank, state)
        return {
            "review": state.started.review,
            "session": state.started.session,
            "turns": self.lines,
            "asked": sum(not turn.deferred for turn in state.turns.values()),
            "probes": sum(turn.because is not None and not turn.deferred for turn in state.turns.values()),
            "noted": sum(turn.deferred for turn in state.turns.values()),
            "annotations": len(state.annotations),
            "why_reached": sum(cover.why_reached for cover in covers),
            "episodes": len(covers),
            "stop_at_what": [cover.title for cover in covers if cover.stops_at_what],
            "stages": list(dict.fromkeys(turn.stage.value for turn in state.turns.values())),
            "skipped": sum(turn.state is TurnState.SKIPPED for turn in state.turns.values()),
            "state": session_state(state),
            "undecided": len(self.conductor.undecided()),
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decides about tags."""

    decision: Literal["accept", "reject", "change"]
    to: str | None = None
    """With `change`: the tag that fits."""
    direction: Direction | None = None
    note: str = ""


def decide(conductor: Conductor, candidates: tuple[Annotation, ...], which: str, verdict: Verdict) -> int:
    """Decide those of the annotations that `which` names, by their id or by a tag at or above theirs.

    Raises UsageError where it names none.
    """
    meant = [each for each in candidates if not which or which == each.id or is_at_or_below(each.tag, which)]
    if which and not meant:
        there = ", ".join(f"{each.id} {each.tag}" for each in candidates) or "none"
        raise UsageError(f"`{which}` names no tag here; there are: {there}")
    status, ids = _STATUS[verdict.decision], tuple(each.id for each in meant)
    conductor.decide(ids, status, tag=verdict.to, direction=verdict.direction, note=verdict.note)
    return len(meant)


def _decide_as_scripted(desk: Conductor, decision: ScriptDecision, place: int) -> None:
    try:
        every = tuple(desk.state.annotations.values())
        candidates = every if decision.which else desk.undecided()
        verdict = Verdict(decision.decision, decision.to, decision.direction, decision.note)
        decide(desk, candidates, decision.which, verdict)
    except CasewindowError as error:
        raise placed(error, f"supervision, decision {place}") from error


def begin(program: Program, script: Script, bank: Bank) -> Playing:
    """Keep the review and the people of a script, and begin its session."""
    people = {each.name: program.person(each.name, each.role) for each in script.people}
    given = script.review
    review = program.start_review(
        Review(
            id=program.review_id(given.title),
            title=given.title,
            kind=given.kind,
            place=Place(locality=given.locality, region=given.region, nation=given.nation),
            agencies=given.agencies,
        )
    )
    session = script.session
    conductor = program.start_session(review.id, people[session.by], session.respondent, session.source, bank)
    return Playing(program, conductor, people)


def play_text(playing: Playing, paragraphs: Iterator[str]) -> Iterator[Played]:
    """Give each paragraph as the answer to the next free-text question; all else is skipped as not known."""
    for number, paragraph in enumerate(paragraphs, start=1):
        while (current := playing.conductor.current) is not None and not _takes_text(playing.conductor, current):
            yield playing.turn(ScriptTurn(skip=SkipKind.NOT_KNOWN), number)
        yield playing.turn(ScriptTurn(answer=paragraph), number)


def _takes_text(conductor: Conductor, turn: Turn) -> bool:
    question = conductor.question(turn)
    return question is None or question.kind is AnswerKind.TEXT
