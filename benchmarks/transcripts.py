"""Ten accounts and what the interviewer asks after each, as Markdown: `python -m benchmarks.transcripts`.

An account lies in `docs/transcripts`, with an answer to each further question after a line `---`. The account goes to
the first free-text question of a session of its own; the answers go to what is asked because of it.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.bootstrap import DEFAULT_BANK, Program
from assistant.in_words import DEPTH_WORDS
from assistant.playing import Playing, begin, play_text
from models.annotation import Annotation
from models.review import Role, Source
from models.script import Script, ScriptPerson, ScriptReview, ScriptSession, ScriptTurn
from models.taxonomy import Taxonomy
from sessions.turns import Turn

FOLDER = Path(__file__).parent.parent / "docs" / "transcripts"
BETWEEN_ANSWERS = re.compile(r"^---$", re.MULTILINE)
MOST_ANSWERS = 3
"""Follow-ups that are answered after an account."""


@dataclass(frozen=True)
class Told:
    """Where an account lies, and whose it is."""

    file: str
    title: str
    source: Source
    respondent: str


ACCOUNTS = (
    Told("01-two-brothers.txt", "Two brothers", Source.RECORD, "inspection report"),
    Told("02-found-sooner.txt", "Found sooner", Source.RECORD, "inspection report"),
    Told("03-one-line-on-the-form.txt", "One line on the form", Source.RECORD, "inspection report"),
    Told("04-a-young-carer.txt", "A young carer", Source.RECORD, "inspection report"),
    Told("05-before-the-birth.txt", "Before the birth", Source.RECORD, "inspection report"),
    Told("06-the-one-year-check.txt", "The one-year check", Source.CONVERSATION, "health visitor"),
    Told("07-eleven-round-the-table.txt", "Eleven round the table", Source.CONVERSATION, "mother"),
    Told("08-friday-ten-to-four.txt", "Friday, ten to four", Source.CONVERSATION, "duty social worker"),
    Told("09-no-no-no.txt", "No, no, no", Source.MEETING, "control room sergeant"),
    Told("10-closed-to-universal.txt", "Closed to universal", Source.RECORD, "case file"),
)


def main() -> int:
    """Print the transcript of each account, or of those whose file begins as asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="how the file begins, such as 07")
    parser.add_argument("--bank", default=DEFAULT_BANK)
    options = parser.parse_args()
    program = Program(Path(tempfile.mkdtemp()))
    for told in ACCOUNTS:
        if told.file.startswith(options.only):
            print("\n".join(_transcript(program, told, options.bank)))
    return 0


def _transcript(program: Program, told: Told, bank: str) -> Iterator[str]:
    account, *answers = [part.strip() for part in BETWEEN_ANSWERS.split((FOLDER / told.file).read_text("utf-8"))]
    playing = begin(program, _script(told), program.bank(bank))
    yield f"### {int(told.file[:2])}. {told.title}\n"
    yield f"Source: {told.source.value}. Respondent: {told.respondent}.\n"
    yield from _shown(program.taxonomy, playing, _given(playing, account))
    for place, answer in enumerate(answers[:MOST_ANSWERS]):
        if not _is_follow_up(playing.conductor.current):
            yield f"*Answers left over: {len(answers) - place}.*\n"
            break
        yield from _shown(program.taxonomy, playing, _given(playing, answer))
    yield from _next(playing.conductor.current)


def _script(told: Told) -> Script:
    return Script(
        review=ScriptReview(title=told.title, kind="practice_review"),
        people=(ScriptPerson(name="Reviewer", role=Role.REVIEWER),),
        session=ScriptSession(by="Reviewer", respondent=told.respondent, source=told.source),
        turns=(ScriptTurn(park=True),),
    )


def _given(playing: Playing, text: str) -> Turn:
    """Give a text to the next free-text question, and return that question as it then stands."""
    *_, played = play_text(playing, iter([text]))
    return playing.conductor.state.turns[played.turn.number]


def _is_follow_up(turn: Turn | None) -> bool:
    return turn is not None and turn.because is not None


def _shown(taxonomy: Taxonomy, playing: Playing, turn: Turn) -> Iterator[str]:
    """A question and its answer, and what was read in the answer."""
    yield from _asked(turn)
    yield "\n".join(f"> {line}".rstrip() for line in (turn.answer or "").splitlines()) + "\n"
    tags = playing.conductor.state.of_turn(turn.number)
    yield from _table(taxonomy, tags) if tags else ("No tag.\n",)
    yield f"Depth: {DEPTH_WORDS[turn.depth] if turn.depth else 'not read'}. {_flags(turn)}\n"


def _asked(turn: Turn) -> Iterator[str]:
    yield f"**{turn.text}**\n"
    if turn.because is not None:
        yield f"*Because:* {turn.because.text} (`{turn.because.rule}`)\n"


def _table(taxonomy: Taxonomy, tags: Iterable[Annotation]) -> Iterator[str]:
    yield "| words | tag | direction | like |\n|---|---|---|---|"
    for each in tags:
        told = (each.quote, taxonomy.label(each.tag), each.direction.value, each.reason.detail)
        yield "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in told) + " |"
    yield ""


def _flags(turn: Turn) -> str:
    """The wording that is flagged to the reviewer, and the wording that only opens a door."""
    if turn.reading is None:
        return ""
    flagged = "; ".join(f'{each.kind.value} "{each.quote}"' for each in turn.reading.wording) or "nothing"
    signals = "; ".join(f'{each.kind.value} "{each.quote}"' for each in turn.reading.signals) or "none"
    return f"Flagged: {flagged}. Signals: {signals}."


def _next(turn: Turn | None) -> Iterator[str]:
    """What would be asked next, unanswered here."""
    if turn is None:
        yield "Nothing more is asked.\n"
        return
    yield "Asked next, and not answered here:\n"
    yield from _asked(turn)


if __name__ == "__main__":
    sys.exit(main())
