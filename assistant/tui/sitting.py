"""A session on the screen: what is done to it, and a picture of how it stands after each act. Knows no Textual."""

from dataclasses import dataclass, field

from assistant.acts import Acts
from assistant.commands import CommandLine
from assistant.conductor import Conductor
from assistant.engine.coverage import EpisodeCover, episode_cover
from assistant.in_words import effect_lines, part_words
from assistant.playing import Verdict, decide
from models.annotation import Annotation, Status
from models.bank import Question
from models.session import WHOLE_CASE
from sessions.drafts import Draft, Drafts
from sessions.export.document import episode_title, session_state
from sessions.turns import Turn, TurnState


@dataclass(frozen=True, slots=True)
class Picture:
    """How a session stands: taken after each act, and all that the screen draws from."""

    current: Turn | None
    question: Question | None
    episode: str
    """The title of the episode that is spoken of; empty where there is none."""
    said: tuple[Turn, ...]
    """Every question that was dealt with, but for the current one."""
    in_hand: Turn | None
    """The answer whose tags are shown."""
    tags: tuple[Annotation, ...]
    cover: EpisodeCover
    undecided: int
    part: str
    """The part of the session that the current question belongs to, in words; empty where nothing is asked."""
    state: str
    """`open`, `closed` or `signed_off`."""

    @property
    def finished(self) -> bool:
        """Whether no more answers are taken."""
        return self.state != "open"


@dataclass
class Sitting:
    """One session being worked on. Its methods may take long and are called one at a time, never two at once."""

    conductor: Conductor
    drafts: Drafts
    viewing: int | None = field(default=None)
    """The answer the person chose to see the tags of; None for the last one given."""

    def picture(self) -> Picture:
        """How the session stands."""
        state, current = self.conductor.state, self.conductor.current
        shown = self._in_hand()
        episode = (current or shown or next(reversed(state.turns.values()), None)) if state.turns else None
        named = episode.episode if episode else None
        return Picture(
            current=current,
            question=self.conductor.question(current) if current else None,
            episode=episode_title(state, named),
            said=tuple(turn for turn in state.turns.values() if _was_said(turn) and turn != current),
            in_hand=shown,
            tags=state.of_turn(shown.number) if shown else (),
            cover=self._cover(named),
            undecided=len(self.conductor.undecided()),
            part=part_words(self.conductor.content, state, current.stage) if current else "",
            state=session_state(state),
        )

    def last_answered(self) -> int | None:
        """The turn whose tags are in hand."""
        shown = self._in_hand()
        return shown.number if shown else None

    def answer(self, text: str) -> Turn:
        """Give an answer to what is asked."""
        self.viewing = None
        return self.conductor.answer(text)

    def effects(self, text: str) -> list[str]:
        """What answering would change besides, in lines, where the current question has an answer already."""
        current = self.conductor.current
        if current is None or current.answer is None or current.answer == text:
            return []
        return effect_lines(self.conductor.effects_of(current.number, text))

    def told(self, command: CommandLine) -> list[str]:
        """Do a command as the line mode does it, and return what it says."""
        if command.name == "revise":
            return [f"Question {self.conductor.go_to(int(command.argument or 0)).number}: change it below."]
        return Acts(self.conductor, self.last_answered).do(command)

    def decided(self, annotations: tuple[Annotation, ...], verdict: Verdict) -> int:
        """Decide tags."""
        return decide(self.conductor, annotations, "", verdict)

    def waiting_tags(self) -> tuple[Annotation, ...]:
        """The tags in hand that nobody has decided."""
        number = self.last_answered()
        found = self.conductor.state.of_turn(number) if number else ()
        return tuple(each for each in found if each.status is Status.SUGGESTED)

    def view(self, steps: int) -> int | None:
        """See the tags of the answer before or after the one in hand."""
        answered = [turn.number for turn in self.conductor.state.turns.values() if turn.state is TurnState.ANSWERED]
        number = self.last_answered()
        if number in answered:
            place = answered.index(number) + steps
            self.viewing = answered[min(max(place, 0), len(answered) - 1)]
        return self.viewing

    def close(self) -> bool:
        """Close the session."""
        self.conductor.close()
        return True

    def reopen(self) -> bool:
        """Open a closed session again."""
        self.conductor.reopen()
        return True

    def draft(self, turn: int) -> Draft | None:
        """What was typed for a question and not given."""
        for name in (self.conductor.session, self._aside(turn)):
            found = self.drafts.load(name)
            if found is not None and found.turn == turn and found.text.strip():
                return found
        return None

    def keep_draft(self, turn: int, text: str) -> bool:
        """Keep what is being typed. Returns whether there was anything to keep; what is blank is forgotten."""
        if not text.strip():
            self.drafts.clear(self.conductor.session)
            return False
        self.drafts.save(self.conductor.session, turn, text)
        return True

    def lay_draft_by(self, turn: int, text: str) -> None:
        """Keep what was typed for a question that is left for now."""
        if text.strip():
            self.drafts.save(self._aside(turn), turn, text)
        self.drafts.clear(self.conductor.session)

    def drop_draft(self, turn: int) -> None:
        """Forget what was typed for a question: it was given."""
        self.drafts.clear(self.conductor.session)
        self.drafts.clear(self._aside(turn))

    def _aside(self, turn: int) -> str:
        return f"{self.conductor.session}.t{turn}"

    def _cover(self, named: str | None) -> EpisodeCover:
        """The cover of one episode only: the last one named where none is spoken of."""
        state = self.conductor.state
        which = named if named in state.episodes else next(reversed(state.episodes), None)
        return episode_cover(self.conductor.content.bank, state, which or WHOLE_CASE)

    def _in_hand(self) -> Turn | None:
        state = self.conductor.state
        answered = [turn for turn in state.turns.values() if turn.state is TurnState.ANSWERED]
        for wanted in (self.viewing, state.last):
            if wanted is not None and state.turns[wanted].state is TurnState.ANSWERED:
                return state.turns[wanted]
        return answered[-1] if answered else None


def _was_said(turn: Turn) -> bool:
    return turn.was_put and turn.state is not TurnState.OPEN
