"""What content has to keep to be used at all: ids that exist, probes that are asked, stages that are there.

`bank check` looks at much more, in `question_bank.lint`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from string import Formatter
from typing import Any

from rapidfuzz import fuzz, process

from models.bank import AnswerKind, Question, Rule, Stage, When
from models.errors import Fault
from models.taxonomy import Tag, Taxonomy
from models.terms import TERM_WORDS
from question_bank.entries import Located

BLAMING = re.compile(
    r"\b(?:why did(?:n't| not)? you|should(?:n't| not)? have|fail\w*|mistak\w+|faults?|faulty|errors?|blam\w+)\b", re.I
)
"""Words that no question may put to a person."""
LIKE = 80
"""Of 100: from here on, a misspelt tag is like one that there is."""
IN_BECAUSE = ("quote", "tag", "episode", "other", "who")
"""What a because may hold in braces, besides the terms of a place."""
OPTIONAL_STAGES = (Stage.PREPARATION,)
"""Stages that a bank may leave out."""


def taxonomy_faults(tags: list[Located[Tag]], frameworks: dict[str, dict[str, Any]]) -> list[Fault]:
    """Faults between tags: doubled ids, ids that do not hang below their broader tag, unknown crosswalk ids."""
    faults = _doubled(tags)
    for tag in tags:
        broader = tag.value.broader
        if broader is not None and not tag.value.id.startswith(f"{broader}."):
            faults.append(tag.fault(f"must begin with `{broader}.`, the tag it hangs below", "id"))
        for framework, ids in tag.value.crosswalk:
            faults += [
                tag.fault(f"`{unknown}` is not in crosswalk.yaml under {framework}", "crosswalk")
                for unknown in ids
                if unknown not in frameworks.get(framework, {})
            ]
    return faults


def bank_faults(
    questions: Sequence[Located[Question]],
    rules: Sequence[Located[Rule]],
    taxonomy: Taxonomy,
    *,
    whole: bool = True,
) -> list[Fault]:
    """Faults between questions, rules and the taxonomy; what is missing is one only where the bank is read `whole`."""
    asked = {rule.value.ask for rule in rules} if whole else {question.value.id for question in questions}
    faults = _doubled(questions) + _doubled(rules) + (_stage_faults(questions) if whole else [])
    for question in questions:
        faults += _question_faults(question, asked, taxonomy)
    by_id = {question.value.id: question.value for question in questions}
    for rule in rules:
        faults += _rule_faults(rule, by_id, taxonomy)
    return faults


def _doubled(entries: Iterable[Located[Any]]) -> list[Fault]:
    entries = list(entries)
    counts = Counter(entry.value.id for entry in entries)
    seen: set[str] = set()
    faults = []
    for entry in entries:
        if counts[entry.value.id] > 1 and entry.value.id in seen:
            faults.append(entry.fault(f"the id `{entry.value.id}` is used twice; give one of them another", "id"))
        seen.add(entry.value.id)
    return faults


def _stage_faults(questions: Sequence[Located[Question]]) -> list[Fault]:
    planned = {question.value.stage for question in questions if not question.value.probe}
    missing = [stage.value for stage in Stage if stage not in (*planned, *OPTIONAL_STAGES)]
    if not questions or not missing:
        return []
    return [questions[0].source.fault((), f"no planned question in stage {', '.join(missing)}; add one to each")]


def _question_faults(question: Located[Question], asked: set[str], taxonomy: Taxonomy) -> list[Fault]:
    value = question.value
    faults = [question.fault(_no_tag(tag, taxonomy), "elicits") for tag in value.elicits if tag not in taxonomy.by_id]
    faults += _placeholder_faults(question, "text", value.text, {"episode", *TERM_WORDS})
    if value.probe and value.id not in asked:
        faults.append(question.fault("no rule asks this probe; add a rule or remove it", "id"))
    if value.probe and value.kind is not AnswerKind.TEXT:
        faults.append(question.fault("a probe is answered in free text; remove its kind", "kind"))
    faults += [
        question.fault(f"`{met[0].lower()}` lays the matter on the person asked; ask what shaped it", "text")
        for met in BLAMING.finditer(value.text.replace("’", "'"))
    ]
    return faults + _when_faults(question, value.when, taxonomy)


def _rule_faults(rule: Located[Rule], by_id: dict[str, Question], taxonomy: Taxonomy) -> list[Fault]:
    faults = _when_faults(rule, rule.value.when, taxonomy)
    faults += _placeholder_faults(rule, "because", rule.value.because, {*IN_BECAUSE, *TERM_WORDS})
    target = by_id.get(rule.value.ask)
    if target is None:
        faults.append(rule.fault(f"`{rule.value.ask}` is not a question of this bank; check its spelling", "ask"))
    elif not target.probe:
        faults.append(rule.fault(f"`{rule.value.ask}` is a planned question; a rule asks a probe", "ask"))
    faults += [
        rule.fault(f"`{question}` is not a question of this bank; check its spelling", "when", "question")
        for question in rule.value.when.question
        if question not in by_id
    ]
    return faults


def _when_faults(entry: Located[Any], when: When, taxonomy: Taxonomy) -> list[Fault]:
    named = [*when.tag, *filter(None, (when.mentioned, when.not_mentioned))]
    return [entry.fault(_no_tag(tag, taxonomy), "when") for tag in named if tag not in taxonomy.by_id]


def _no_tag(tag: str, taxonomy: Taxonomy) -> str:
    near = process.extractOne(tag, list(taxonomy.by_id), scorer=fuzz.ratio, score_cutoff=LIKE)
    return f"`{tag}` is not a tag of the taxonomy; {f'is {near[0]} meant?' if near else 'check its spelling'}"


def _placeholder_faults(entry: Located[Any], field: str, text: str, known: set[str]) -> list[Fault]:
    if "{" not in text and "}" not in text:
        return []
    try:
        parts = [(name, form, kind) for _, name, form, kind in Formatter().parse(text) if name is not None]
    except ValueError:
        return [entry.fault("holds a single { or }; write {{ or }} for a brace", field)]
    faults = [
        entry.fault(f"{{{name}}} is not known here; known are: {', '.join(sorted(known))}", field)
        for name in sorted({name for name, _, _ in parts} - known)
    ]
    formed = [name for name, form, kind in parts if (form or kind) and name in known]
    return faults + [entry.fault(f"holds more than a word in braces; write {{{name}}}", field) for name in formed]
