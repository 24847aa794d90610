"""The command line: parses words, then loads only what the command needs."""

from __future__ import annotations

import sys
from importlib import import_module

from assistant.cli.front import VERSION, help_text
from assistant.cli.streams import NO_OUTPUT, complain, hold_closed_streams, let_go

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import TextIO


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the words name. Returns the exit code: 0 done, 1 could not be done, 2 wrong use."""
    hold_closed_streams()
    try:
        code = _ran(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        code = 1
    except KeyboardInterrupt:
        code = _told("Stopped. What was acknowledged before is kept.", 1)
    except Exception as error:  # the last door: whatever it is, a person reads one sentence
        code = _explained(error)
    finally:
        let_go()
    return code


def _ran(words: list[str]) -> int:
    if words[:1] in (["-h"], ["--help"], ["--version"]):
        text = f"casewindow {VERSION}\n" if words[0] == "--version" else help_text()
        _output().write(text)
        return 0
    from assistant.cli.arguments import parsed  # noqa: PLC0415  # help and version come before anything is loaded

    options = parsed(words)
    _output()
    module, _, function = options.command.partition(":")
    command: Callable[[argparse.Namespace], int] = getattr(import_module(module), function)
    return command(options)


def _output() -> TextIO:
    if sys.stdout is None:
        from models.errors import CasewindowError  # noqa: PLC0415  # only when something went wrong

        raise CasewindowError(NO_OUTPUT)
    return sys.stdout


def _explained(error: Exception) -> int:
    from models.errors import CasewindowError  # noqa: PLC0415  # only when something went wrong

    if isinstance(error, CasewindowError):
        return _told(str(error), error.exit_code)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        reason = (error.strerror or "could not be used").lower()
        return _told(f"{where}{reason}; check the path and its permissions.", 1)
    return _told(
        f"Something went wrong that Casewindow did not foresee ({type(error).__name__}); what was acknowledged is "
        "kept. Please report what you did.",
        1,
    )


def _told(sentence: str, code: int) -> int:
    complain(sentence)
    return code
