"""`casewindow`, `demo` and `session` on the screen; where there is no terminal, an example played in lines."""

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.streams import has_terminal
from models.errors import CasewindowError, UsageError

if TYPE_CHECKING:
    from assistant.bootstrap import Program
    from assistant.tui.desk import Desk, Start


def home(options: argparse.Namespace) -> int:
    """The application on the workspace."""
    if not has_terminal():
        return _played_in_lines()
    return _run(_desk(options))


def demo(options: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes its options
    """The application on a worked example, in a workspace that is thrown away."""
    if not has_terminal():
        return _played_in_lines()
    from assistant.bootstrap import program  # noqa: PLC0415  # heavy
    from assistant.examples import preferred_example  # noqa: PLC0415  # heavy
    from assistant.tui.app import run  # noqa: PLC0415  # heavy
    from assistant.tui.desk import Desk  # noqa: PLC0415  # heavy

    with tempfile.TemporaryDirectory(prefix="casewindow-demo-") as made:
        folder = Path(made)
        return run(Desk(lambda: program(folder), folder, practice=True), example=preferred_example())


def open_session(options: argparse.Namespace) -> int:
    """The application, opened at a session."""
    from assistant.tui.desk import Start  # noqa: PLC0415  # heavy

    desk = _desk(options)
    _refuse_what_is_not_there(desk.program, options)
    start = Start(
        session=True,
        resume=options.resume or "",
        review=options.review or "",
        title=(options.title or "")[:200],
        kind=options.kind or "",
        by=options.by or "",
        respondent=(options.respondent or "")[:120],
        source=options.source or "",
        bank=options.bank or "",
    )
    return _run(desk, start)


def _run(desk: "Desk", start: "Start | None" = None) -> int:
    from assistant.tui.app import run  # noqa: PLC0415  # heavy

    return run(desk, start)


def _desk(options: argparse.Namespace) -> "Desk":
    """A desk whose program is loaded behind the first screen."""
    from assistant.places import workspace_folder  # noqa: PLC0415  # not for --help
    from assistant.tui.desk import Desk  # noqa: PLC0415  # heavy

    folder = workspace_folder(Path(options.workspace) if options.workspace else None)
    return Desk(lambda: _program(folder), folder)


def _program(folder: Path) -> "Program":
    from assistant.bootstrap import program  # noqa: PLC0415  # heavy

    return program(folder)


def _refuse_what_is_not_there(made: "Program", options: argparse.Namespace) -> None:
    """Say what is wrong before the screen is taken over."""
    from question_bank.terms import kinds_of_review  # noqa: PLC0415  # only where a session is opened

    if options.resume:
        made.workspace.session(options.resume)
    elif options.review:
        made.workspace.review(options.review)
    kinds = kinds_of_review(made.terms)
    if options.kind and options.kind not in kinds:
        raise UsageError(f"`{options.kind}` is not a kind of review; there are: {', '.join(kinds)}.")
    if options.bank:
        made.bank(options.bank)


def _played_in_lines() -> int:
    """Play an example through the real engine, print it, and write what would be exported."""
    from assistant.cli.common import print_line, utf8_streams  # noqa: PLC0415  # heavy
    from assistant.cli.replay import print_turn  # noqa: PLC0415  # only without a terminal
    from assistant.examples import begun_example, preferred_example  # noqa: PLC0415  # only without a terminal
    from sessions.disk import write_whole  # noqa: PLC0415  # only without a terminal
    from sessions.export.document import review_export  # noqa: PLC0415  # only without a terminal
    from sessions.export.formats import FORMATS  # noqa: PLC0415  # only without a terminal

    utf8_streams()
    path = preferred_example()
    print_line(f"There is no terminal here, so a fictional example is played instead: {path.stem}.\n")
    made = _example_program()
    playing, script = begun_example(made, path)
    for number, turn in enumerate(script.turns, start=1):
        print_turn(playing.turn(turn, number))
    playing.supervise(script)
    file = made.workspace.review(playing.conductor.state.started.review)
    export = review_export(file, made.workspace.sessions_of(file), made.taxonomy)
    out = made.folder / f"{file.review.id}.json"
    write_whole(out, FORMATS["json"].write(export))
    summary = playing.summary()
    print_line(f"{summary['asked']} questions asked, {summary['probes']} of them because of what was said.")
    print_line(
        f"The session is {str(summary['state']).replace('_', ' ')}; its {len(export.codings)} tags are exported to"
    )
    print_line(str(out))
    return 0


def _example_program() -> "Program":
    """A program over a fresh folder among the platform's caches, or among its temporary files."""
    import secrets  # noqa: PLC0415  # only without a terminal

    from platformdirs import user_cache_path  # noqa: PLC0415  # only without a terminal

    folder = user_cache_path("casewindow", appauthor=False) / f"example-{secrets.token_hex(3)}"
    try:
        folder.mkdir(parents=True, mode=0o700)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="casewindow-example-"))
    if not folder.is_dir():
        raise CasewindowError(f"{folder} cannot be used; set HOME to a folder that can be written.")
    return _program(folder)
