"""`casewindow session` and `supervise`: in lines where asked for, or where there is no terminal; else on the screen."""

import argparse
import sys

from assistant.bootstrap import Program
from assistant.cli.common import print_json, print_line, program_for, tell_notices, utf8_streams
from assistant.cli.streams import has_terminal
from assistant.conductor import Conductor
from assistant.plain import Lines, PlainSession
from assistant.plain_supervision import PlainSupervision
from assistant.queue import waiting
from assistant.typed import checked, is_whole
from models.errors import CasewindowError, UsageError
from models.review import LONGEST_NAME, LONGEST_TITLE, Place, Review, Role, Source
from question_bank.terms import kinds_of_review, terms_for
from sessions.export.document import session_state

_NONE_WAITS = "No closed session waits for a supervisor."


def session(options: argparse.Namespace) -> int:
    """A guided session."""
    utf8_streams()
    _refuse_odd_words(options)
    if not options.plain and has_terminal():
        from assistant.cli.screens import open_session  # noqa: PLC0415  # the screen is heavy

        return open_session(options)
    program = program_for(options)
    lines = Lines(_read_line, print_line)
    conductor = _opened(program, options, lines)
    PlainSession(conductor, program.drafts, lines).run()
    tell_notices(program)
    return 0


def supervise(options: argparse.Namespace) -> int:
    """A supervisor's pass over a closed session, in lines."""
    utf8_streams()
    program = program_for(options)
    queue = waiting(program.workspace)
    told, code = tell_notices(program), int(program.workspace.unreadable)
    if options.json:
        print_json([each.as_json() for each in queue], indent=1)
        return code
    chosen = options.session or (queue[0].session if queue else None)
    if chosen is None:
        print_line("No closed session that can be read waits for a supervisor." if code else _NONE_WAITS)
        return code
    lines = Lines(_read_line, print_line)
    name = checked(options.by or "", "--by", LONGEST_NAME) or _asked(lines, "Your name, as supervisor:")
    state = program.workspace.session(chosen)
    if session_state(state) != "closed":
        raise UsageError(f"Session {chosen} is {session_state(state).replace('_', ' ')}; only a closed one is decided.")
    supervisor = program.person(name, Role.SUPERVISOR)
    PlainSupervision(program.open_session(chosen, supervisor), lines).run()
    tell_notices(program, told)
    return code


def _opened(program: Program, options: argparse.Namespace, lines: Lines) -> Conductor:
    if options.resume:
        state = program.workspace.session(options.resume)
        by = program.workspace.people().get(state.started.by)
        if by is None:
            raise CasewindowError(f"Session {options.resume} names a person who is not in this workspace.")
        conductor = program.open_session(options.resume, by)
        if conductor.finished:
            raise UsageError(f"Session {options.resume} is {session_state(state).replace('_', ' ')}; begin a new one.")
        return conductor
    by = program.person(options.by or _asked(lines, "Your name:"), Role.REVIEWER)
    bank = program.bank(options.bank) if options.bank else None
    review = options.review or _new_review(program, options, lines).id
    bank = bank or program.bank(program.usual_bank(program.workspace.review(review).review))
    respondent = options.respondent or _asked(lines, "Who is it with, by role (for example: health visitor)?")
    source = options.source or _chosen(lines, "What do the answers rest on?", [each.value for each in Source])
    return program.start_session(review, by, respondent, Source(source), bank)


def _new_review(program: Program, options: argparse.Namespace, lines: Lines) -> Review:
    place = Place(locality=options.locality or "", region=options.region or "", nation=options.nation or "")
    kinds = [kind.id for kind in terms_for(place, program.terms).review_kinds]
    title = options.title or _asked(lines, "A title for the review:", LONGEST_TITLE)
    kind = options.kind or _chosen(lines, "What kind of review is it?", kinds)
    known = kinds_of_review(program.terms)
    if kind not in known:
        raise UsageError(f"`{kind}` is not a kind of review; there are: {', '.join(known)}.")
    return program.start_review(Review(id=program.review_id(title), title=title, kind=kind, place=place))


def _refuse_odd_words(options: argparse.Namespace) -> None:
    """Say what cannot be kept of the words on the command line, before anything is asked or kept."""
    checked(options.title or "", "--title", LONGEST_TITLE)
    checked(options.by or "", "--by", LONGEST_NAME)
    for name in ("respondent", "locality", "region", "nation"):
        checked(getattr(options, name) or "", f"--{name}", LONGEST_NAME)


def _asked(lines: Lines, question: str, most: int = LONGEST_NAME) -> str:
    lines.write(question)
    while (line := lines.read()) is not None:
        try:
            if checked(line.strip(), "That", most):
                return line.strip()
        except UsageError as error:
            lines.write(str(error))
    raise UsageError(f"The input ended before this was answered: {question}")


def _chosen(lines: Lines, question: str, choices: list[str]) -> str:
    listed = "".join(f"\n  {place} {choice.replace('_', ' ')}" for place, choice in enumerate(choices, start=1))
    while True:
        given = _asked(lines, question + listed).replace(" ", "_").lower()
        numbered = {str(place): choice for place, choice in enumerate(choices, start=1)}
        if given in numbered:
            return numbered[given]
        if given in choices:
            return given
        lines.write("Type the number of one of them.")


def _read_line() -> str | None:
    """The next line that is text. One that is none is told of, and the next is read in its place."""
    while line := sys.stdin.readline() if sys.stdin is not None else "":
        if is_whole(line):
            return line.rstrip("\r\n")
        print_line("That line holds bytes that are no UTF-8 text, so it was not taken; type it again.")
    return None
