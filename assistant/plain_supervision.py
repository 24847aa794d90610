"""A supervisor's pass in lines: each undecided tag with its words in context, then the seal."""

from dataclasses import dataclass

from assistant.acts import what_fits
from assistant.conductor import Conductor
from assistant.in_words import act_in_words, tag_line
from assistant.plain import Lines
from assistant.playing import Verdict, decide
from assistant.shown import counted
from models.annotation import Annotation
from models.errors import UsageError
from models.session import Decided

CONTEXT = 200
"""Code points of the answer shown on either side of the words."""
CHOICES = "a accept, r reject, c change, s skip for now, u undo, q leave. A reason may follow: r not in the words"

_NAMES = ("accept", "reject", "change", "skip", "undo", "quit", "leave")


@dataclass
class PlainSupervision:
    """Decides the tags of one closed session, line by line."""

    conductor: Conductor
    lines: Lines

    def run(self) -> None:
        """Go through what is undecided, then offer to sign off."""
        waiting = self.conductor.undecided()
        self.lines.write(f"Session {self.conductor.session}: {counted(len(waiting), 'tag')} to decide. {CHOICES}")
        place = 0
        while place < len(waiting):
            self._show(waiting[place], place + 1, len(waiting))
            done = self._decide(waiting[place])
            if done is None:
                self.lines.write("Left; what was decided is kept.")
                return
            undone = [at for at, each in enumerate(waiting) if each.id == done]
            place = undone[0] if undone else place + 1
        self._offer_seal()

    def _show(self, annotation: Annotation, place: int, count: int) -> None:
        turn = self.conductor.state.turns[annotation.turn]
        text = turn.answer or ""
        before = text[max(0, annotation.start - CONTEXT) : annotation.start]
        after = text[annotation.end : annotation.end + CONTEXT]
        self.lines.write(f"\n{place} of {count}. Asked: {turn.text}")
        self.lines.write(f"{before}[{annotation.quote}]{after}")
        self.lines.write(tag_line(self.conductor, annotation))
        entry = self.conductor.content.taxonomy.by_id.get(annotation.tag)
        if entry is not None:
            self.lines.write(f"Code it when {entry.code_when}")

    def _decide(self, annotation: Annotation) -> str | None:
        """Take one decision.

        Returns None where the supervisor leaves, the id of the tag whose decision was undone, and nothing otherwise.
        """
        while (line := self.lines.read()) is not None:
            word, _, rest = line.strip().partition(" ")
            try:
                match _meant(word):
                    case "quit" | "leave":
                        return None
                    case "undo":
                        return self._undo()
                    case "skip":
                        pass
                    case "accept" | "reject" as decision:
                        decide(self.conductor, (annotation,), "", Verdict(decision, note=rest.strip()))
                    case "change":
                        self._change(annotation, rest)
                    case _:
                        self.lines.write(f"Type one of: {CHOICES}")
                        continue
            except UsageError as error:
                self.lines.write(str(error))
                continue
            return ""
        return None

    def _undo(self) -> str:
        event = self.conductor.undo()
        self.lines.write(f"Taken back: {act_in_words(event)}.")
        return event.decision.annotation if isinstance(event, Decided) else ""

    def _change(self, annotation: Annotation, rest: str) -> None:
        verdict = what_fits(rest, self.conductor.content.taxonomy.by_id)
        if verdict.to is None and verdict.direction is None:
            raise UsageError("Say what fits: c factor.role helped, or only the tag, or only the direction.")
        decide(self.conductor, (annotation,), "", verdict)

    def _offer_seal(self) -> None:
        left = len(self.conductor.undecided())
        if left:
            self.lines.write(f"\nStill undecided: {counted(left, 'tag')}. The session stays in the queue.")
            return
        self.lines.write("\nEvery tag is decided. Sign the session off? It is sealed then. yes or no")
        if (self.lines.read() or "").strip().lower() in ("y", "yes"):
            self.conductor.sign_off()
            self.lines.write("Signed off and sealed.")
        else:
            self.lines.write("Not signed off; the session stays in the queue.")


def _meant(word: str) -> str:
    """The choice that a word is, or begins; empty where it is none."""
    return next((name for name in _NAMES if word and name.startswith(word.lower())), "")
