"""One turn of a session: engine, tagger and store meet here and nowhere else. Every front end drives this object."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from assistant.choices import choice_meant
from assistant.engine.content import Content
from assistant.engine.steps import Effects, Events, Reader, Steps, one_line
from assistant.tagging.tagger import Tagger
from assistant.typed import checked, is_whole
from assistant.versions import content_changes, versions
from models import session as log
from models.annotation import LONGEST_NOTE, Annotation, Decision, Status
from models.bank import AnswerKind, Question, Stage
from models.errors import CasewindowError, UsageError
from models.names import plain_name
from models.reading import Reason, ReasonBy, Suggestion
from models.review import Role
from models.taxonomy import Direction
from sessions.folding import acted_by
from sessions.progress import Progress, progress
from sessions.turns import Turn, TurnState
from sessions.workspace import Workspace

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Place:
    """Who is at the keyboard, in which role."""

    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class Means:
    """What a conductor works with."""

    workspace: Workspace
    tagger: Tagger
    clock: Clock


class Conductor:
    """A session being worked on. Every change is in the store before the method returns."""

    def __init__(self, means: Means, session: str, content: Content, place: Place) -> None:
        """Open a session that has begun, and finish a turn that a crash cut short."""
        events = means.workspace.events(session)
        self.content = content
        self.state: Progress = progress(events)
        self.changes = content_changes(content, self.state)
        """What changed in bank and taxonomy since the session last went on, in sentences."""
        self.place = place
        self._position = len(events)
        self._workspace, self._clock, self._tagger = means.workspace, means.clock, means.tagger
        if place.role is Role.REVIEWER and not self.finished:
            self._catch_up()

    @property
    def session(self) -> str:
        """The session's id."""
        return self.state.started.session

    @property
    def finished(self) -> bool:
        """Whether the session is closed or signed off: nothing more is asked."""
        return self.state.closed_by is not None or self.state.signed_off_by is not None

    @property
    def current(self) -> Turn | None:
        """The question that waits for an answer; None where nothing is left to ask."""
        return self.state.turns[self.state.current] if self.state.current and not self.finished else None

    def question(self, turn: Turn) -> Question | None:
        """The bank's entry for a turn; None where this version of the bank no longer has it."""
        return self.content.bank.by_id.get(turn.question)

    def answer(self, text: str) -> Turn:
        """Keep an answer to the current question, read it, and ask what follows.

        Raises UsageError for an empty answer, or one that is none of the choices offered.
        """
        turn = self._open_turn()
        if turn.answer is not None:
            return self.revise(turn.number, text)
        value = self._checked(turn, text)
        self._record(log.Answered(at=self._clock(), turn=turn.number, text=text, value=value))
        self._follow(self._steps.after_answer(self.state, turn.number))
        return self.state.turns[turn.number]

    def revise(self, number: int, text: str) -> Turn:
        """Replace an answer. Follow-ups whose reason it takes away are parked, never deleted.

        Raises UsageError where the turn has no answer.
        """
        self._require_open()
        turn = self._answered_turn(number)
        value = self._checked(turn, text)
        if text == turn.answer:
            self._record(log.Kept(at=self._clock(), turn=number))
            self._follow(self._steps.leading_on(self.state, number))
            return self.state.turns[number]
        self._record(log.Revised(at=self._clock(), turn=number, text=text, value=value))
        self._follow(self._steps.after_answer(self.state, number))
        return self.state.turns[number]

    def effects_of(self, number: int, text: str) -> Effects:
        """What replacing an answer would park, bring back, ask and hide: shown before it is done."""
        events = self._workspace.events(self.session)
        trial = progress(events)
        trial.apply(log.Revised(at=self._clock(), turn=self._answered_turn(number).number, text=text))
        return self._steps.effects(progress(events), trial, number)

    def skip(self, kind: log.SkipKind) -> Turn:
        """Leave the current question without an answer, and say why."""
        turn = self._open_turn()
        self._record(log.Skipped(at=self._clock(), turn=turn.number, kind=kind))
        self._follow(self._steps.after_skip(self.state, turn.number))
        return self.state.turns[turn.number]

    def park(self) -> Turn:
        """Lay the current question aside; it stays in the list of what is parked."""
        turn = self._open_turn()
        self._record(log.Parked(at=self._clock(), turn=turn.number))
        self._follow(self._steps.asking(self.state))
        return self.state.turns[turn.number]

    def parked(self) -> tuple[Turn, ...]:
        """What was laid aside, oldest first."""
        return tuple(turn for turn in self.state.turns.values() if turn.state is TurnState.PARKED)

    def back(self, steps: int = 1) -> Turn:
        """Go back over answered and skipped questions. Raises UsageError where there is none so far back."""
        self._require_open()
        shown = [n for n, turn in self.state.turns.items() if turn.state in (TurnState.ANSWERED, TurnState.SKIPPED)]
        here = self.state.current if self.state.current in shown else None
        earlier = shown[: shown.index(here)] if here else shown
        if steps < 1 or len(earlier) < steps:
            raise UsageError(f"There is no question {steps} back; {len(earlier)} came before this one.")
        return self.go_to(earlier[-steps])

    def go_to(self, number: int) -> Turn:
        """Make an earlier or parked question the current one. Raises UsageError where there is no such turn."""
        self._require_open()
        if number not in self.state.turns:
            raise UsageError(f"There is no turn {number} in this session; the last is {len(self.state.turns)}.")
        self._record(log.WentTo(at=self._clock(), turn=number))
        return self.state.turns[number]

    def name_episode(self, title: str) -> str:
        """Add a key practice episode at any time. Returns its id. Raises UsageError where the title cannot be kept."""
        self._require_open()
        if not checked(title, "The episode's name", log.LONGEST_ANSWER).strip():
            raise UsageError("An episode needs a few words as its name, such as: second home visit.")
        episode = f"x{sum(each.startswith('x') for each in self.state.episodes) + 1}"
        self._record(log.EpisodeNamed(at=self._clock(), episode=episode, title=one_line(title)))
        self._follow(self._steps.asking(self.state))
        return episode

    def jump(self, stage: Stage, episode: str | None = None) -> Turn | None:
        """Go on with another stage or episode. What waits for an answer is asked again in its place.

        Returns what is asked there; None where nothing is left to ask. Raises UsageError for an unknown episode.
        """
        self._require_open()
        at = self._episode_for(stage, episode)
        self._record(log.JumpedTo(at=self._clock(), stage=stage, episode=at))
        self._follow(self._steps.asking(self.state))
        return self.current

    def undo(self) -> log.AnySessionEvent:
        """Take back the last thing done, with all that followed. It stays in the log, and can be done again.

        Returns the event that began it. Raises UsageError where there is nothing, or it was somebody else's.
        """
        self._require_unsealed()
        if len(self.state.acts) < 2:
            raise UsageError("There is nothing to undo in this session yet.")
        act = self.state.acts[-1]
        if acted_by(act[0], self.state.started) != self.place.person:
            raise UsageError("The last thing done here was another person's; only they can undo it.")
        self._record(log.Undone(at=self._clock(), by=self.place.person))
        return act[0]

    def redo(self) -> log.AnySessionEvent:
        """Do again what was undone last. Raises UsageError where nothing was, or something was done since."""
        self._require_unsealed()
        if not self.state.undone:
            raise UsageError("There is nothing to do again: nothing was undone, or something was done since.")
        act = self.state.undone[-1]
        if acted_by(act[0], self.state.started) != self.place.person:
            raise UsageError("What was undone last was another person's; only they can do it again.")
        self._record(log.Redone(at=self._clock(), by=self.place.person))
        return act[0]

    def decide(
        self,
        annotations: tuple[str, ...],
        status: Status,
        *,
        tag: str | None = None,
        direction: Direction | None = None,
        note: str = "",
    ) -> None:
        """Accept, change or reject tags, as one act.

        Raises UsageError for an unknown annotation or tag, a note that cannot be kept, or a sealed session; nothing is
        decided then.
        """
        self._require_unsealed()
        checked(note, "The reason", LONGEST_NOTE)
        unknown = next((each for each in annotations if each not in self.state.annotations), None)
        if unknown is not None:
            raise UsageError(f"There is no tag `{unknown}` in this session; show its tags to see their ids.")
        if tag is not None and tag not in self.content.taxonomy.by_id:
            raise UsageError(f"`{tag}` is not a tag of the taxonomy; search it by a word of its name.")
        now, by, role = self._clock(), self.place.person, self.place.role
        told = {"by": by, "role": role, "at": now, "tag": tag, "direction": direction, "note": note}
        made = [Decision.model_validate({"annotation": each, "status": status, **told}) for each in annotations]
        self._follow(log.Decided(at=now, decision=decision) for decision in made)

    def tag(self, number: int, tag: str, words: str, direction: Direction, detail: str = "") -> None:
        """Tag words of an answer by hand. Raises UsageError where the words or the tag are not there."""
        self._require_unsealed()
        checked(detail, "The reason", LONGEST_NOTE)
        text = self._answered_turn(number).answer or ""
        start = text.find(words)
        if not words.strip() or start < 0:
            raise UsageError("Those words are not in the answer; copy them exactly as they stand there.")
        if tag not in self.content.taxonomy.by_id:
            raise UsageError(f"`{tag}` is not a tag of the taxonomy; search it by a word of its name.")
        suggestion = Suggestion(
            tag=tag,
            start=start,
            end=start + len(words),
            quote=words,
            score=1.0,
            direction=direction,
            reason=Reason(by=ReasonBy.PERSON, detail=detail),
        )
        self._record(
            log.Tagged(at=self._clock(), turn=number, by=self.place.person, role=self.place.role, suggestion=suggestion)
        )

    def close(self) -> None:
        """Close the session: it waits for a supervisor."""
        self._require_open()
        self._record(log.Closed(at=self._clock(), by=self.place.person))

    def reopen(self) -> None:
        """Open a closed session for more answers. Raises UsageError where it was signed off."""
        self._require_unsealed()
        if self.state.closed_by is not None:
            self._record(log.Reopened(at=self._clock(), by=self.place.person))
            self._catch_up()

    def undecided(self) -> tuple[Annotation, ...]:
        """Suggestions that nobody has decided yet, in the order of the answers."""
        return tuple(each for each in self.state.annotations.values() if each.status is Status.SUGGESTED)

    def sign_off(self) -> None:
        """Seal the session. Raises UsageError saying what stands in the way."""
        self._require_unsealed()
        if self.place.role is not Role.SUPERVISOR:
            raise UsageError("Only a supervisor signs a session off; choose a person with that role.")
        if self._is_own_work():
            raise UsageError("Nobody signs off their own session; ask another supervisor.")
        if self.state.closed_by is None:
            raise UsageError("The session is still open; its reviewer closes it first.")
        left = len(self.undecided())
        if left:
            raise UsageError(f"{left} {'tag is' if left == 1 else 'tags are'} still undecided; decide each one first.")
        self._record(log.SignedOff(at=self._clock(), by=self.place.person))

    def _is_own_work(self) -> bool:
        """Whether the person here began or closed the session, be it under another role or another spelling."""
        workers = (self.state.started.by, self.state.closed_by)
        names = {person: plain_name(known.name) for person, known in self._workspace.people().items()}
        here = names.get(self.place.person)
        return self.place.person in workers or (
            here is not None and here in [names.get(each or "") for each in workers]
        )

    def _checked(self, turn: Turn, text: str) -> str | None:
        """The choice that an answer names; None where the question takes any words."""
        if not text.strip():
            raise UsageError("An empty answer is not kept; skip the question instead, and say why.")
        if not is_whole(text):
            raise UsageError("The answer holds half of a character, which cannot be kept; retype or paste it again.")
        if len(text) > log.LONGEST_ANSWER:
            raise UsageError(f"The answer has {len(text):,} characters; the most is {log.LONGEST_ANSWER:,}. Divide it.")
        question = self.question(turn)
        return choice_meant(question, text) if question and question.kind is AnswerKind.CHOICE else None

    @property
    def _steps(self) -> Steps:
        return Steps(self.content, Reader(self._tagger.name, self._tagger.read), self._clock())

    def _catch_up(self) -> None:
        """Read an answer that was kept and not yet read, and ask where nothing is asked."""
        if versions(self.content) != (self.state.bank_version, self.state.taxonomy_version):
            bank, taxonomy = versions(self.content)
            self._record(log.Continued(at=self._clock(), bank_version=bank, taxonomy_version=taxonomy))
        self._follow(self._steps.catching_up(self.state))

    def _record(self, event: log.AnySessionEvent) -> None:
        self._position = self._workspace.append(self.session, self._position, [event])
        self.state.apply(event)

    def _follow(self, events: Events) -> None:
        """Keep what follows from one thing done, all or none; where it cannot be kept, know only what was."""
        made = []
        try:
            for event in events:
                self.state.apply(event)
                made.append(event)
            if made:
                self._position = self._workspace.append(self.session, self._position, made)
        except BaseException:
            self.state = progress(self._workspace.events(self.session)[: self._position])
            raise

    def _episode_for(self, stage: Stage, episode: str | None) -> str | None:
        """The episode that a stage is gone through for: the one named, else the one in hand, else the first."""
        if not stage.per_episode:
            return None
        known = tuple(self.state.episodes) or (log.WHOLE_CASE,)
        if episode is not None and episode not in known:
            raise UsageError(f"There is no episode `{episode}` in this session; there are: {', '.join(known)}.")
        here = self.current.episode if self.current else None
        return episode or (here if here in known else known[0])

    def _require_open(self) -> None:
        if self.finished:
            raise UsageError("The session is closed; open it again before you add to it.")

    def _require_unsealed(self) -> None:
        if self.state.signed_off_by is not None:
            raise UsageError("The session is signed off and sealed; nothing in it changes any more.")

    def _open_turn(self) -> Turn:
        self._require_open()
        turn = self.current
        if turn is None:
            raise CasewindowError("Nothing is left to ask in this session; close it, or name another episode.")
        return turn

    def _answered_turn(self, number: int) -> Turn:
        turn = self.state.turns.get(number)
        if turn is None or turn.answer is None:
            raise UsageError(f"Turn {number} has no answer to change; answer it first.")
        return turn
