"""Questions that ask the same in the same words, or nearly, and becauses that stand twice."""

from bisect import bisect_right
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from models.bank import Question, Rule
from models.errors import Fault
from question_bank.entries import Located

TOO_ALIKE = 92
"""Of 100, by RapidFuzz's ratio: from here on, two questions read like one."""


def repeat_faults(questions: Sequence[Located[Question]]) -> list[Fault]:
    """Questions that another one before them asks word for word."""
    first: dict[str, str] = {}
    faults = []
    for question in questions:
        said = first.setdefault(_plain(question.value.text), question.value.id)
        if said != question.value.id:
            faults.append(question.fault(f"asks word for word what `{said}` asks; reword it, or remove one", "text"))
    return faults


def repeat_remarks(questions: Sequence[Located[Question]], rules: Sequence[Located[Rule]]) -> list[Fault]:
    """Questions that read almost like another, and becauses that stand twice."""
    first: dict[str, str] = {}
    remarks = _alike(questions)
    for rule in rules:
        said = first.setdefault(_plain(rule.value.because), rule.value.id)
        if said != rule.value.id:
            remarks.append(rule.fault(f"has the same because as `{said}`; a person may read both", "because"))
    return remarks


def _alike(questions: Sequence[Located[Question]]) -> list[Fault]:
    """Each question is held only against longer ones that are not too long to be so much alike."""
    places = {_plain(question.value.text): place for place, question in reversed(list(enumerate(questions)))}
    texts = sorted(places, key=len)
    lengths = [len(text) for text in texts]
    remarks = []
    for start, text in enumerate(texts, start=1):
        behind = bisect_right(lengths, int(len(text) * (200 - TOO_ALIKE) / TOO_ALIKE) + 1)
        near = process.extract(text, texts[start:behind], scorer=fuzz.ratio, score_cutoff=TOO_ALIKE, limit=None)
        for other, score, _ in near:
            first, second = (questions[place] for place in sorted((places[text], places[other])))
            problem = f"reads almost like `{first.value.id}` ({score:.0f} of 100 alike); reword one if both are asked"
            remarks.append(second.fault(problem, "text"))
    return remarks


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).rstrip(" ?.!")
