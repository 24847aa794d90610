"""A session in lines: every question, command and decision, for screen readers and pipes. No cursor tricks."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.acts import Acts
from assistant.commands import CommandLine, command_line
from assistant.conductor import Conductor
from assistant.in_words import effect_lines, part_words, session_summary, tag_line
from assistant.shown import counted
from models.annotation import Annotation
from models.bank import AnswerKind
from models.errors import CasewindowError, UsageError
from models.session import WHOLE_CASE
from sessions.drafts import Draft, Drafts
from sessions.turns import Turn, TurnState

WELCOME = (
    "Type your answer; an empty line ends it. Commands begin with a slash: /help lists them, /skip leaves a question, "
    "/close ends the session. Everything you give is kept at once."
)


@dataclass
class Lines:
    """Where lines come from and go to."""

    read: Callable[[], str | None]
    """The next line without its end; None where there are no more."""
    write: Callable[[str], None]


@dataclass
class PlainSession:
    """A session in lines."""

    conductor: Conductor
    drafts: Drafts
    lines: Lines
    _told: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Ask and take answers until the session is closed, left, or the lines end."""
        self.lines.write(WELCOME)
        for change in self.conductor.changes:
            self.lines.write(change)
        asked: int | None = None
        while (turn := self.conductor.current) is not None:
            if asked != turn.number:
                self._ask(turn)
                asked = turn.number
            taken = self._answer_or_command(turn)
            if taken is None or (isinstance(taken, CommandLine) and taken.name == "quit"):
                self._leave()
                return
            self._take(turn, taken)
        self._end()

    def _take(self, turn: Turn, taken: str | CommandLine) -> None:
        """Do what was typed; where it cannot be done, say so and go on."""
        try:
            if isinstance(taken, str):
                self._give(turn, taken)
            elif taken.name == "close":
                self.conductor.close()
            elif taken.name == "revise":
                self._revise(taken.argument)
            else:
                for line in Acts(self.conductor, self._last_answered).do(taken):
                    self.lines.write(line)
        except UsageError as error:
            self.lines.write(str(error))

    def _ask(self, turn: Turn) -> None:
        if turn.episode and turn.episode != WHOLE_CASE and turn.episode not in self._told:
            self._told.add(turn.episode)
            self.lines.write(f"\nEpisode: {self.conductor.state.episodes.get(turn.episode, turn.episode)}")
        if turn.stage.value not in self._told:
            self._told.add(turn.stage.value)
            self.lines.write(f"\n{part_words(self.conductor.content, self.conductor.state, turn.stage)}")
        self.lines.write("")
        if turn.because is not None:
            self.lines.write(f"Why this is asked: {turn.because.text}")
        self.lines.write(f"Question {turn.number}: {turn.text}")
        question = self.conductor.question(turn)
        if question is not None and question.help:
            self.lines.write(f"({question.help})")
        for place, choice in enumerate(question.choices if question else (), start=1):
            self.lines.write(f"  {place} {choice}")
        draft = self._draft(turn)
        if draft is not None:
            words = len(draft.text.split())
            self.lines.write(f"A draft of {words} words, kept at {draft.at:%H:%M} UTC, begins your answer:")
            self.lines.write(draft.text)

    def _draft(self, turn: Turn) -> Draft | None:
        try:
            draft = self.drafts.load(self.conductor.session)
        except CasewindowError as error:
            if str(error) not in self._told:
                self._told.add(str(error))
                self.lines.write(str(error))
            return None
        return draft if draft is not None and draft.turn == turn.number and draft.text.strip() else None

    def _answer_or_command(self, turn: Turn) -> str | CommandLine | None:
        draft = self._draft(turn)
        begun = [draft.text] if draft else []
        held: list[str] = list(begun)
        single = _is_single(self.conductor, turn)
        while True:
            line = self.lines.read()
            if line is None:
                return "\n".join(held) if held != begun else None
            try:
                command = command_line(line)
            except CasewindowError as error:
                self.lines.write(str(error))
                continue
            if command is not None:
                return command
            if not line.strip():
                if held:
                    return "\n".join(held)
                continue
            held.append(line.replace("//", "/", 1) if line.startswith("//") else line)
            if single:
                return held[-1]
            self.drafts.save(self.conductor.session, turn.number, "\n".join(held))

    def _give(self, turn: Turn, text: str) -> None:
        if turn.answer is not None and text != turn.answer and not self._agreed(turn.number, text):
            return
        done = self.conductor.answer(text)
        self.drafts.clear(self.conductor.session)
        self._show_reading(done)

    def _show_reading(self, turn: Turn) -> None:
        annotations = self.conductor.state.of_turn(turn.number)
        if turn.reading is None:
            return
        for each in annotations:
            self.lines.write(f"  tag {tag_line(self.conductor, each)}")
        for flag in turn.reading.wording:
            self.lines.write(f'  {flag.kind.value} wording: "{flag.quote}"')
        if annotations:
            self.lines.write("  Tags are suggestions: /accept, /reject or /change them now or later.")

    def _revise(self, argument: str) -> None:
        numbers = [turn.number for turn in self.conductor.state.turns.values() if turn.answer is not None]
        if argument not in map(str, numbers):
            self.lines.write(f"Say which question: /revise and one of {', '.join(map(str, numbers)) or 'none yet'}.")
            return
        turn = self.conductor.state.turns[int(argument)]
        self.lines.write(f"Question {turn.number}: {turn.text}")
        self.lines.write(f"It stands as: {turn.answer}")
        self.lines.write("Type the new answer; an empty line ends it, and at once leaves it as it stands.")
        text = self._typed()
        if text and self._agreed(turn.number, text):
            self._show_reading(self.conductor.revise(turn.number, text))

    def _typed(self) -> str:
        held: list[str] = []
        while (line := self.lines.read()) is not None and line.strip():
            held.append(line)
        return "\n".join(held)

    def _agreed(self, number: int, text: str) -> bool:
        effects = effect_lines(self.conductor.effects_of(number, text))
        if not effects:
            return True
        for line in effects:
            self.lines.write(line)
        self.lines.write("Change it? yes or no")
        return (self.lines.read() or "").strip().lower() in ("y", "yes")

    def _last_answered(self) -> int | None:
        return max(
            (turn.number for turn in self.conductor.state.turns.values() if turn.state is TurnState.ANSWERED),
            default=None,
        )

    def _leave(self) -> None:
        self.lines.write(f"Left as it stands; `casewindow session --resume {self.conductor.session}` goes on.")

    def _end(self) -> None:
        if not self.conductor.finished:
            self.lines.write("\nNothing is left to ask. Close the session? yes or no")
            if (self.lines.read() or "").strip().lower() in ("y", "yes"):
                self.conductor.close()
            else:
                self._leave()
        for line in session_summary(self.conductor):
            self.lines.write(line)
        if self.conductor.finished:
            left: tuple[Annotation, ...] = self.conductor.undecided()
            self.lines.write(f"The session is closed. To be decided by a supervisor: {counted(len(left), 'tag')}.")


def _is_single(conductor: Conductor, turn: Turn) -> bool:
    question = conductor.question(turn)
    return question is not None and question.kind is not AnswerKind.TEXT
