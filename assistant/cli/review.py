"""`casewindow review` and `export`: what is here, and what leaves."""

import argparse
import os
from pathlib import Path
from typing import Any

from assistant.cli.common import print_json, print_line, program_for, tell_notices, utf8_streams
from assistant.shown import counted
from models.errors import UsageError
from models.export import AnswerRecord, ReviewExport
from sessions.disk import write_whole
from sessions.export.document import review_export, session_state
from sessions.export.formats import FORMATS


def list_reviews(options: argparse.Namespace) -> int:
    """The reviews of the workspace, oldest first."""
    utf8_streams()
    program = program_for(options)
    rows = []
    for file in program.workspace.reviews().values():
        sessions = program.workspace.sessions_of(file)
        rows.append(
            {
                "id": file.review.id,
                "title": file.review.title,
                "kind": file.review.kind,
                "started_at": file.started_at.isoformat(),
                "sessions": [{"id": each, "state": session_state(state)} for each, state in sessions.items()],
            }
        )
    tell_notices(program)
    code = 1 if program.workspace.unreadable else 0
    if options.json:
        print_json(rows, indent=1)
        return code
    if not rows and not code:
        print_line("No reviews here yet. `casewindow` starts one; `casewindow demo` shows a worked example.")
    for row in rows:
        print_line(f"{row['id']}  {row['title']}  ({row['kind']}, {counted(len(row['sessions']), 'session')})")
    return code


def show_review(options: argparse.Namespace) -> int:
    """One review: its sessions, and every answer as typed. Exits with 1 where a part of it could not be read."""
    utf8_streams()
    program = program_for(options)
    export = _document(program, options.review)
    tell_notices(program)
    if options.json:
        print_json(_as_json(export), indent=1)
    else:
        _print(export)
    return 1 if program.workspace.unreadable else 0


def export(options: argparse.Namespace) -> int:
    """Write a review to a file, whole or not at all. Exits with 1 where a session of it could not be read."""
    utf8_streams()
    if options.out.endswith(os.sep):
        raise UsageError(f"{options.out} names a folder; name a file in it, such as northfield.{options.format}.")
    program = program_for(options)
    made = _document(program, options.review)
    tell_notices(program)
    write_whole(Path(options.out), FORMATS[options.format].write(made))
    print_line(f"Wrote {options.out}: {len(made.codings)} tags, {made.undecided} of them not yet decided by a person.")
    print_line("It holds words as they were typed: look for names before it leaves this machine.")
    return 1 if program.workspace.unreadable else 0


def _document(program: Any, review: str) -> ReviewExport:
    file = program.workspace.review(review)
    return review_export(file, program.workspace.sessions_of(file), program.taxonomy)


def _as_json(export: ReviewExport) -> dict[str, Any]:
    value = export.model_dump(mode="json")
    return {"id": export.review.id, "title": export.review.title, **value}


def _print(export: ReviewExport) -> None:
    review = export.review
    place = ", ".join(filter(None, (review.place.locality, review.place.region, review.place.nation)))
    print_line(f"{review.title}  ({review.kind})  {place}")
    for session in export.sessions:
        print_line(
            f"\nSession {session.id}, {session.state.replace('_', ' ')}: {session.respondent}, {session.source.value}"
        )
        for turn in session.answers:
            print_line(f"\n{turn.turn:3d}  {turn.asked}")
            if turn.because:
                print_line(f"     why: {turn.because}")
            print_line(f"     > {_said(turn)}")
            for coding in export.codings:
                if (coding.session, coding.turn) == (session.id, turn.turn):
                    print_line(
                        f'       {coding.label} ({coding.direction.value}): "{coding.quote}" [{coding.status.value}]'
                    )


def _said(turn: AnswerRecord) -> str:
    if turn.answer is not None:
        return turn.answer
    return f"({turn.skip.value.replace('_', ' ') if turn.skip else turn.state})"
