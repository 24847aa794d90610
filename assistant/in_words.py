"""What the line mode and the screen say of a session: tags, reasons, parked questions, how far an episode goes."""

from assistant.conductor import Conductor
from assistant.engine.content import Content
from assistant.engine.coverage import Cover, EpisodeCover, coverage
from assistant.engine.select import stages_of
from assistant.engine.steps import Effects
from assistant.shown import counted
from models.annotation import Annotation
from models.bank import STAGE_TITLES, Stage
from models.reading import Depth
from models.session import AnySessionEvent, EpisodeNamed
from sessions.progress import Progress
from sessions.turns import Turn

COVER_WORDS = {
    Cover.SPOKEN_OF: "spoken of",
    Cover.ASKED: "asked, not spoken of",
    Cover.LEFT_OPEN: "left open",
    Cover.NOT_ASKED: "not asked",
}

PARKING = "This takes away the reason for these questions; they and their answers are parked, not deleted:"
DEPTH_WORDS = {
    Depth.REPORTS: "what happened",
    Depth.REASON: "a reason",
    Depth.REASON_BEHIND: "a reason behind the reason",
    Depth.PATTERN: "a pattern",
}


def why_asked(conductor: Conductor, turn: Turn) -> str:
    """Why a question is asked: its because, or its place in the bank."""
    if turn.because is not None:
        return f"{turn.because.text} (By {turn.because.rule}, because of question {turn.because.turn}.)"
    question = conductor.question(turn)
    extra = f" {question.help}" if question and question.help else ""
    terms = conductor.content.terms
    levels = f" Levels of change here: {terms.levels.told}." if terms and turn.stage is Stage.CHANGE else ""
    return f"It is asked in its place, in the part on {STAGE_TITLES[turn.stage]}.{extra}{levels}"


def reach(cover: EpisodeCover) -> str:
    """How far an episode goes from what to why, in words."""
    if cover.depth is None:
        return "nothing is said of it yet"
    if cover.stops_at_what:
        return "it stops at what happened: no answer gives a reason yet"
    return f"it reaches {DEPTH_WORDS[cover.depth]} (depth {cover.depth.level} of {len(DEPTH_WORDS)})"


def part_words(content: Content, state: Progress, stage: Stage) -> str:
    """Which part of the session a stage is: `Part 2 of 8: what happened`."""
    parts = stages_of(content, state)
    place = parts.index(stage) + 1 if stage in parts else 0
    return f"Part {place} of {len(parts)}: {STAGE_TITLES[stage]}"


def session_summary(conductor: Conductor) -> list[str]:
    """How far each episode goes, and what waits for later, in lines."""
    lines = [f"{cover.title}: {reach(cover)}." for cover in coverage(conductor.content.bank, conductor.state)]
    parked = conductor.parked()
    return [*lines, f"Parked: {counted(len(parked), 'question')}; /parked lists them."] if parked else lines


def parked_line(turn: Turn) -> str:
    """A parked question in a line, and why it is there."""
    if turn.deferred:
        why = "noted for later: enough had been asked on one thing"
    elif turn.unfounded:
        why = "the words it was asked for were changed"
    else:
        why = "laid aside"
    return f"{turn.number}  {turn.text} ({why})"


_ACT_WORDS = {
    "answered": "the answer to question {turn}",
    "revised": "the change of answer {turn}",
    "skipped": "the skip of question {turn}",
    "parked": "the parking of question {turn}",
    "went_to": "the step to question {turn}",
    "kept": "the look back at question {turn}",
    "tagged": "a tag on answer {turn}",
}


def act_in_words(event: AnySessionEvent) -> str:
    """What a person did, in words: the answer to question 4, an episode named."""
    if isinstance(event, EpisodeNamed):
        return f"the episode {event.title}"
    plain = {"jumped_to": "the step to another part", "decided": "a decision on tags", "closed": "the closing"}
    words = _ACT_WORDS.get(event.type) or plain.get(event.type) or event.type.replace("_", " ")
    return words.format(turn=getattr(event, "turn", ""))


def effect_lines(effects: Effects) -> list[str]:
    """What replacing an answer would do besides, in lines; none where it changes nothing else."""
    parts = (
        (
            "This takes away the reason for these questions; they and their answers are parked, not deleted:",
            effects.parked,
        ),
        ("These questions have their reason again and stand as they stood:", effects.restored),
    )
    lines = []
    for head, turns in parts:
        lines += [head, *(f"  {turn.number}  {turn.text}" for turn in turns)] if turns else []
    for head, texts in (("This would be asked:", effects.asked), ("This would not be asked any more:", effects.hidden)):
        lines += [head, *(f"  {text}" for text in texts)] if texts else []
    return lines


def tag_line(conductor: Conductor, annotation: Annotation) -> str:
    """A tag on words in a line: its id, what it says, the words, the reason and where it stands."""
    label = conductor.content.taxonomy.label(annotation.tag)
    reason = annotation.reason.detail or "tagged by hand"
    return (
        f'{annotation.id}  {label}, {annotation.direction.value}: "{annotation.quote}" '
        f"(like {reason}; {annotation.status.value})"
    )
