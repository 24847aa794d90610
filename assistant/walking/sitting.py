"""A session without a store: what a person can do in it, as the events that the conductor would keep."""

from collections.abc import Callable
from datetime import UTC, datetime

from assistant.engine.content import Content
from assistant.engine.steps import Events, Reader, Steps
from models import session as log
from models.annotation import Annotation, Decision, Status
from models.bank import Question, Stage
from models.reading import Reading
from models.review import Role, Source
from sessions.progress import Progress, progress
from sessions.turns import Turn, TurnState

AT = datetime(2026, 5, 1, 9, tzinfo=UTC)
"""The time of everything: walks take no time."""
_NOTHING = Reading()

Seen = Callable[[log.AnySessionEvent], None]
"""Told of each thing that follows from what a person does, once it is part of the state."""


class Sitting:
    """A session being walked through."""

    def __init__(self, content: Content, respondent: str, source: Source, seen: Seen) -> None:
        """Begin; nothing is asked yet."""
        self.content, self._seen = content, seen
        self._reading = _NOTHING
        self._steps = Steps(content, Reader("made up", lambda _text: self._reading), AT)
        self.state: Progress = progress([_started(content, respondent, source)])

    def begin(self) -> None:
        """Put the first question."""
        self._follow(self._steps.asking(self.state))

    @property
    def current(self) -> Turn | None:
        """The question that waits for an answer; None where the session has ended."""
        return self.state.turns[self.state.current] if self.state.current else None

    def question(self, turn: Turn) -> Question:
        """The bank's entry for a turn."""
        return self.content.bank.by_id[turn.question]

    def answer(self, turn: Turn, text: str, reading: Reading = _NOTHING, value: str | None = None) -> None:
        """Answer a question, or replace its answer, with words that are read so."""
        self._reading = reading
        kind = log.Answered if turn.answer is None else log.Revised
        self.state.apply(kind(at=AT, turn=turn.number, text=text, value=value))
        self._follow(self._steps.after_answer(self.state, turn.number))

    def keep(self, turn: Turn) -> None:
        """Look at an earlier answer again and leave it as it stands."""
        self.state.apply(log.Kept(at=AT, turn=turn.number))
        self._follow(self._steps.leading_on(self.state, turn.number))

    def skip(self, turn: Turn, kind: log.SkipKind) -> None:
        """Leave a question without an answer."""
        self.state.apply(log.Skipped(at=AT, turn=turn.number, kind=kind))
        self._follow(self._steps.after_skip(self.state, turn.number))

    def park(self, turn: Turn) -> None:
        """Lay a question aside."""
        self.state.apply(log.Parked(at=AT, turn=turn.number))
        self._follow(self._steps.asking(self.state))

    def go_to(self, turn: Turn) -> None:
        """Make an earlier or parked question the current one."""
        self.state.apply(log.WentTo(at=AT, turn=turn.number))

    def name_episode(self, title: str) -> None:
        """Add a key practice episode out of turn."""
        number = sum(each.startswith("x") for each in self.state.episodes) + 1
        self.state.apply(log.EpisodeNamed(at=AT, episode=f"x{number}", title=title))
        self._follow(self._steps.asking(self.state))

    def jump(self, stage: Stage, episode: str | None) -> None:
        """Go on with another stage or episode."""
        self.state.apply(log.JumpedTo(at=AT, stage=stage, episode=episode))
        self._follow(self._steps.asking(self.state))

    def undo(self) -> None:
        """Take back the last thing done, with all that followed; nothing where nothing was done."""
        if len(self.state.acts) > 1:
            self.state.apply(log.Undone(at=AT, by="walker"))

    def redo(self) -> None:
        """Do again what was undone last; nothing where nothing was."""
        if self.state.undone:
            self.state.apply(log.Redone(at=AT, by="walker"))

    def decide(self, annotation: Annotation, status: Status) -> None:
        """Accept or reject a tag, or change the direction it has to the same."""
        changed = annotation.direction if status is Status.CHANGED else None
        decision = Decision(
            annotation=annotation.id, status=status, by="walker", role=Role.REVIEWER, at=AT, direction=changed
        )
        self.state.apply(log.Decided(at=AT, decision=decision))

    def earlier(self) -> list[Turn]:
        """What was answered or skipped, oldest first."""
        return [each for each in self.state.turns.values() if each.state in (TurnState.ANSWERED, TurnState.SKIPPED)]

    def parked(self) -> list[Turn]:
        """What was laid aside or only noted, oldest first."""
        return [each for each in self.state.turns.values() if each.state is TurnState.PARKED]

    def _follow(self, events: Events) -> None:
        for event in events:
            self.state.apply(event)
            self._seen(event)


def _started(content: Content, respondent: str, source: Source) -> log.SessionStarted:
    return log.SessionStarted(
        at=AT,
        session="walk",
        review=content.review.id,
        by="walker",
        respondent=respondent,
        source=source,
        bank=content.bank.id,
        bank_version=content.bank.version,
        taxonomy_version=content.taxonomy.version,
    )
