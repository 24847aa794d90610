"""The commands of a session, by name: the same in lines and on the screen, and forgiving about spelling."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from models.bank import STAGE_TITLES, Stage
from models.errors import UsageError
from models.session import SkipKind

COMMANDS = {
    "help": "what can be typed here",
    "why": "why this question is asked",
    "skip": "leave the question: /skip not_known, withheld, not_applicable or not_asked",
    "back": "return to the question before; /back 3 for three before",
    "park": "lay the question aside for later",
    "parked": "what is laid aside; /go and its number takes one up again",
    "go": "/go 4 returns to question 4",
    "undo": "take back the last thing done; it stays in the log",
    "redo": "do again what was undone",
    "stage": "/stage why goes on with that part; /stage lists the parts",
    "revise": "/revise 4 changes the answer to question 4",
    "episode": "/episode second home visit names a key practice episode; /episode 2 goes on with the second one",
    "tags": "the tags of the last answer; /tags all for the whole session",
    "accept": "/accept accepts the tags of the last answer; /accept t4-2 one of them",
    "reject": "/reject t4-2 rejects a tag; words behind it are kept as the reason",
    "change": "/change t4-2 factor.role helped gives a tag another factor or direction",
    "tag": "/tag factor.role helped: words of the last answer - tags those words by hand",
    "where": "what has been covered, and what has not been asked",
    "close": "close the session: it goes to a supervisor",
    "quit": "leave; everything is kept, and the session can be taken up again",
}
"""Each command and what it does, in the order of the help."""

LEAST_LIKE = 70
"""How alike, of 100, a misspelt command must be to the one that is meant."""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A command as typed."""

    name: str
    argument: str


def command_line(typed: str) -> CommandLine | None:
    """The command that a line begins with; None where the line is none.

    Raises UsageError where it looks like a command and is like none.
    """
    stripped = typed.strip()
    if not stripped.startswith("/") or stripped.startswith("//"):
        return None
    word, _, argument = stripped[1:].partition(" ")
    name = _meant(word.lower(), COMMANDS)
    if name is None:
        raise UsageError(f"`/{word}` is not a command; /help lists them. To begin an answer with a slash, type two.")
    return CommandLine(name, argument.strip())


def skip_kind(typed: str) -> SkipKind:
    """The kind of skip that is meant; not known where nothing is typed. Raises UsageError where it is like none."""
    if not typed:
        return SkipKind.NOT_KNOWN
    kinds = {kind.value: kind for kind in SkipKind}
    name = _meant(typed.lower().replace(" ", "_"), kinds)
    if name is None:
        raise UsageError(f"`{typed}` is not a kind of skip; there are: {', '.join(kinds)}.")
    return kinds[name]


def stage_meant(typed: str) -> Stage | None:
    """The stage that is meant by its id, its title or a word near them; None where it is like none."""
    names = {stage.value.replace("_", " "): stage for stage in Stage} | {STAGE_TITLES[stage]: stage for stage in Stage}
    best = process.extractOne(typed.lower().replace("_", " "), list(names), scorer=fuzz.WRatio, score_cutoff=LEAST_LIKE)
    return names[str(best[0])] if best else None


def _meant(word: str, known: dict[str, object] | dict[str, str] | dict[str, SkipKind]) -> str | None:
    if word in known:
        return word
    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=LEAST_LIKE)
    return str(best[0]) if best else None
