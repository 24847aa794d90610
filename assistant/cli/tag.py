"""`casewindow tag`: tags free text from a file or standard input."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.cli.common import print_json, print_line, program_for, utf8_streams
from assistant.cli.streams import complain
from assistant.passages import paragraphs, text_lines
from assistant.typed import is_whole
from models.reading import Reading
from models.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be tagged, or what is wrong with the line that should hold one."""

    id: str | int
    text: str
    fault: str = ""


def tag(options: argparse.Namespace) -> int:
    """Tag each passage as it comes; a line that cannot be read is named, and the rest goes on."""
    utf8_streams()
    program = program_for(options)
    lines = text_lines(options.file)
    passages = _from_json(lines) if options.input == "jsonl" else _from_text(lines)
    faults = 0
    for passage in passages:
        if passage.fault:
            faults += 1
            complain(passage.fault)
            continue
        reading = program.tagger.read(passage.text)
        if options.format == "jsonl":
            print_json(reading_json(passage, reading))
        else:
            _print_reading(passage, reading, program.taxonomy)
    return 1 if faults else 0


def _from_text(lines: Iterator[str]) -> Iterator[Passage]:
    for number, text in enumerate(paragraphs(lines), start=1):
        yield Passage(str(number), text)


def _from_json(lines: Iterator[str]) -> Iterator[Passage]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _passage(line, number)


def _passage(line: str, number: int) -> Passage:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return Passage("", "", f"line {number} is not JSON; write one object with `id` and `text` on each line.")
    known = isinstance(value, dict) and isinstance(value.get("text"), str) and is_whole(value["text"])
    if not known or type(value.get("id", "")) not in (str, int):  # a truth value is an int too, and no id
        return Passage(
            "", "", f'line {number} does not hold a passage of whole characters; write {{"id": "1", "text": "..."}}.'
        )
    return Passage(value.get("id", str(number)), value["text"])


def reading_json(passage: Passage, reading: Reading) -> dict[str, Any]:
    """A reading as a line of `tag --format jsonl`."""
    return {
        "id": passage.id,
        "text": passage.text,
        "gives_reason": reading.gives_reason,
        "tags": [{"tag": tag, "score": score} for tag, score in reading.tag_scores().items()],
        "annotations": [each.model_dump(mode="json") for each in reading.suggestions],
        "language": [each.model_dump(mode="json") for each in reading.wording],
    }


def _print_reading(passage: Passage, reading: Reading, taxonomy: Taxonomy) -> None:
    start = passage.text if len(passage.text) <= 200 else passage.text[:199] + "…"
    print_line(f"{passage.id}  {' '.join(start.split())}")
    print_line(f"    {'gives a reason' if reading.gives_reason else 'reports, and gives no reason'}")
    for each in reading.suggestions:
        print_line(f'    {taxonomy.label(each.tag)} ({each.direction.value}): "{each.quote}"')
        print_line(f"        met by {each.reason.detail}, score {each.score:.2f}; a suggestion until a person decides")
    for flag in reading.wording:
        print_line(f'    {flag.kind.value} wording: "{flag.quote}"')
    print_line()
