"""How a bank speaks: no blame, no looking back, no grade, no label; one open question at a time, in few words."""

import re
from collections.abc import Iterable, Iterator

from models.bank import AnswerKind, Question
from models.errors import Fault
from models.reading import WordingKind
from question_bank.checks import BLAMING
from question_bank.lint.ground import Ground
from question_bank.lint.texts import Text

MOST_WORDS = 25
"""Words of a question that a person can hold in mind while thinking of an answer."""
REACH = 60
"""Characters before a word in which its denial may begin."""
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|nothing|nor|without|instead of|rather than)\b[^.:;?!]{0,40}$|n't\b[^.:;?!]{0,40}$", re.I
)
"""Before a word: it is named in order to say that it is not meant."""
_LABELS = re.compile(
    r"\b(?:rule of optimism|disguised compliance|start[- ]again syndrome|professional(?:ly)? curio\w+|root causes?"
    r"|human errors?)\b",
    re.I,
)
_GRADES = re.compile(
    r"\bhow (?:severe|serious|harmful)\b|\bseverity\b|\blevels? of harm\b|\bon a scale\b"
    r"|\bgrad(?:e|es|ed|ing)\b(?! (?:\d|one|two|three|four|five|six|school))"
    r"|(?<!the )(?<!a )\brate (?:the|this|that|it|how)\b",
    re.I,
)
_LEADING = re.compile(
    r"(?:^|[:.!?,;–] ?)(?P<word>(?:is|are|was|were|did|do|does|would|could|should|has|have|had|wo|ca)n't|surely)\b"
    r"|(?P<tail>, (?:is|are|was|were|did|do|does|would|could|should|has|have|had)n't \w+\?)"
    r"|\b(?P<agree>(?:do|would) you (?:not )?agree)\b",
    re.I,
)
_SECOND = re.compile(r"\band (?:how|what|who|when|where|why|which|whose)\b", re.I)
_YES_OR_NO = re.compile(
    r"^(?:[^?]*: )?(did|was|were|is|are|do|does|have|has|can|could|would|should)\b"
    r"(?!.*, (?:how|what|who|when|where|why|which)\b)",
    re.I,
)
"""An opener, unless it begins a condition: *Should it come up again, what ...?*"""


def wording_faults(texts: Iterable[Text], ground: Ground) -> list[Fault]:
    """Texts that blame, look back, grade harm or name a label; questions that lead, or ask two things."""
    return [text.fault(problem) for text in texts for problem in _problems(text, ground)]


def wording_remarks(texts: Iterable[Text]) -> list[Fault]:
    """Questions that yes or no answers, and long ones."""
    return [text.fault(problem) for text in texts if text.asks for problem in _second_looks(text)]


def _problems(text: Text, ground: Ground) -> Iterator[str]:
    laid = "" if text.asks else _meant(BLAMING, text.words)  # a question that does so is not even loaded
    if laid:
        yield f"`{laid}` lays the matter on a person; say what shaped it"
    for pattern, problem in ((_LABELS, _LABELLED), (_GRADES, _GRADED)):
        met = _meant(pattern, text.words)
        if met:
            yield problem.format(met)
    if not (laid or BLAMING.search(text.words) or _LABELS.search(text.words)):
        yield from _flagged(text, ground)
    if text.asks:
        yield from _of_a_question(text.words)


_LABELLED = "`{}` is a label that covers what went on; ask what people saw, thought and did"
_GRADED = "`{}` asks for a grade, and nothing here is graded; ask what happened and what shaped it"
_OF_KIND = {
    WordingKind.HINDSIGHT: "`{}` sees it with what is known today; ask how it looked at the time",
    WordingKind.BLAME: "`{}` lays the matter on a person; say what shaped it",
}


def _flagged(text: Text, ground: Ground) -> Iterator[str]:
    for kind, quote in ground.flagged(text.words):
        if kind in _OF_KIND and not _denied(text.words, text.words.find(quote)):
            yield _OF_KIND[kind].format(quote.lower())
            return


def _of_a_question(words: str) -> Iterator[str]:
    leading = _LEADING.search(words)
    if leading:
        named = next(filter(None, leading.groups())).strip(" ,?").lower()
        yield f"`{named}` leads to the answer; begin with what, how, who, where or when"
    second = _SECOND.search(words)
    if words.count("?") > 1:
        yield "asks two questions at once; make a question of each"
    elif second:
        yield f"`{second[0].lower()}` asks a second question at once; make a question of each"


def _meant(pattern: re.Pattern[str], words: str) -> str:
    """The first words that a pattern meets and that are not named only to say what is not meant; else nothing."""
    met = (each for each in pattern.finditer(words) if not _denied(words, each.start()))
    return next((each[0].lower() for each in met), "")


def _denied(words: str, start: int) -> bool:
    """Whether what begins there is named in order to say that it is not meant."""
    return _DENIED.search(words[max(0, start - REACH) : start]) is not None


def _second_looks(text: Text) -> Iterator[str]:
    opener = _YES_OR_NO.match(text.words)
    question = text.entry.value
    if opener and isinstance(question, Question) and question.kind is not AnswerKind.CHOICE:
        yield f"`{opener[1].lower()}` can be answered with yes or no; what, how, who, where or when opens more"
    count = len(text.words.split())
    if count > MOST_WORDS:
        yield f"has {count} words; {MOST_WORDS} are enough for a question, the rest may go under `help`"
