"""`casewindow replay`: plays a script and prints a line per turn."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic_core import to_jsonable_python

from assistant.cli.common import print_json, print_line, program_for, tell_notices, utf8_streams
from assistant.in_words import session_summary
from assistant.passages import paragraphs, text_lines
from assistant.playing import Played, Playing, begin, play_text
from assistant.script import load_script
from models.annotation import Annotation
from models.errors import UsageError
from models.review import Role, Source
from models.script import Script, ScriptPerson, ScriptReview, ScriptSession, ScriptTurn
from sessions.turns import TurnState


def replay(options: argparse.Namespace) -> int:
    """Play a script, or plain paragraphs, through the real engine, tagger and store."""
    utf8_streams()
    if bool(options.script) == bool(options.text):
        raise UsageError("Name a script, or plain paragraphs with --text FILE; one of the two.")
    program = program_for(options)
    show = _print_turn_json if options.json else print_turn
    if options.text:
        texts = list(paragraphs(text_lines(options.text)))
        if not texts:
            raise UsageError(f"{options.text} holds no paragraphs; write answers with a blank line between them.")
        script, bank = _script_of_text(options.text), program.bank(options.bank)
        playing = begin(program, script, bank)
        turns: Iterator[Played] = play_text(playing, iter(texts))
    else:
        script, bank = load_script(Path(options.script), program.taxonomy, program.own_banks)
        playing = begin(program, script, bank)
        turns = (playing.turn(turn, number) for number, turn in enumerate(script.turns, start=1))
    for played in turns:
        show(played)
    playing.supervise(script)
    _print_summary(playing, as_json=options.json)
    tell_notices(program)
    return 0


def _script_of_text(file: str) -> Script:
    name = "standard input" if file == "-" else Path(file).stem
    return Script(
        review=ScriptReview(title=f"Text: {name}", kind="routine_practice"),
        people=(ScriptPerson(name="Reader", role=Role.REVIEWER),),
        session=ScriptSession(by="Reader", respondent="as written", source=Source.RECORD),
        turns=(ScriptTurn(park=True),),
    )


def turn_json(played: Played) -> dict[str, Any]:
    """A turn as a line of `replay --json`."""
    turn = played.turn
    line: dict[str, Any] = {
        "turn": turn.number,
        "question": {"id": turn.question, "stage": turn.stage.value, "text": turn.text},
        "because": turn.because.text if turn.because else None,
        "rule": turn.because.rule if turn.because else None,
        "answer": turn.answer if played.act in ("answer", "revise") else None,
        "annotations": [annotation_json(each) for each in played.annotations],
        "language": [each.model_dump(mode="json") for each in (turn.reading.wording if turn.reading else ())],
        "act": played.act,
    }
    if turn.state is TurnState.SKIPPED and turn.skip is not None:
        line["skip"] = turn.skip.value
    return line


def annotation_json(annotation: Annotation) -> dict[str, Any]:
    """An annotation as the contract of `tag` has it, with its id and status."""
    kept = annotation._asdict()
    return {name: to_jsonable_python(kept[name]) for name in _ANNOTATION_FIELDS}


_ANNOTATION_FIELDS = ("id", "tag", "start", "end", "quote", "score", "direction", "reason", "status")


def _print_turn_json(played: Played) -> None:
    print_json(turn_json(played))


def print_turn(played: Played) -> None:
    """A turn as a person reads it."""
    turn = played.turn
    if turn.because is not None:
        print_line(f"    why this is asked: {turn.because.text}")
    print_line(f"{turn.number:3d}  {turn.text}")
    if played.act in ("answer", "revise"):
        print_line(f"     > {turn.answer}")
    elif turn.skip is not None:
        print_line(f"     > (skipped: {turn.skip.value.replace('_', ' ')})")
    else:
        print_line(f"     > ({played.act})")
    for each in played.annotations:
        print_line(
            f'       {each.tag}  {each.direction.value}  "{each.quote}"  {each.reason.detail}  [{each.status.value}]'
        )
    print_line()


def _print_summary(playing: Playing, *, as_json: bool) -> None:
    summary = playing.summary()
    if as_json:
        print_json({"summary": summary})
        return
    print_line(
        f"Review {summary['review']}: {summary['asked']} questions asked, {summary['probes']} of them because of what "
        f"was said; {summary['annotations']} tags; a reason was reached in {summary['why_reached']} of "
        f"{summary['episodes']} episodes."
    )
    for line in session_summary(playing.conductor):
        print_line(line)
