"""The command line: parses words, then loads only what the command needs."""

from __future__ import annotations

import sys
from importlib import import_module

from assistant.cli.front import VERSION, help_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the words name. Returns the exit code: 0 done, 1 could not be done, 2 wrong use."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] in (["-h"], ["--help"], ["--version"]):
        sys.stdout.write(f"casewindow {VERSION}\n" if words[0] == "--version" else help_text())
        return 0
    from assistant.cli.arguments import parsed  # noqa: PLC0415  # help and version come before anything is loaded

    options = parsed(words)
    module, _, function = options.command.partition(":")
    try:
        command: Callable[[argparse.Namespace], int] = getattr(import_module(module), function)
        code = command(options)
        sys.stdout.flush()
    except BrokenPipeError:
        return _pipe_closed()
    except KeyboardInterrupt:
        return _say("Stopped. What was acknowledged before is kept.", 1)
    except Exception as error:  # the last door: whatever it is, a person reads one sentence
        return _explained(error)
    return code


def _explained(error: Exception) -> int:
    from models.errors import CasewindowError  # noqa: PLC0415  # only when something went wrong

    if isinstance(error, CasewindowError):
        return _say(str(error), error.exit_code)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return _say(f"{where}{(error.strerror or 'could not be used').lower()}; check the path and its permissions.", 1)
    return _say(
        f"Something went wrong that Casewindow did not foresee ({type(error).__name__}); what was acknowledged is "
        "kept. Please report what you did.",
        1,
    )


def _say(sentence: str, code: int) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"casewindow: {sentence}\n")
    return code


def _pipe_closed() -> int:
    sys.stderr.close()
    return 1
