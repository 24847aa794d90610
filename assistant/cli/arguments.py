"""The words of the command line and their help. Imports nothing heavy: this is all that `--help` loads."""

from __future__ import annotations

import argparse
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn  # costs two milliseconds at run time

VERSION = "0.1.0"

_EXAMPLES = """examples:
  casewindow                                          the terminal application
  casewindow demo                                     the same on a worked fictional example
  casewindow session --plain                          a guided session in lines
  casewindow replay examples/routine-practice.yaml    play a scripted session
  casewindow tag notes.txt                            tag the paragraphs of a text
"""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on standard error, and exit with 2."""
        sys.stderr.write(f"casewindow: {_plain(message)}; `{self.prog} --help` shows how it is used.\n")
        sys.exit(2)


def _help_formatter(prog: str) -> argparse.HelpFormatter:
    """Help as wide as the terminal. The width is asked for here, because argparse would load much to find it."""
    try:
        width = os.get_terminal_size().columns - 2
    except OSError:
        width = 98
    return argparse.RawDescriptionHelpFormatter(prog, width=max(40, width))


def _plain(message: str) -> str:
    if "invalid choice" in message:
        word, _, rest = message.partition("invalid choice: ")[2].partition(" (choose from ")
        return f"{word} is not known here; known are: {rest.rstrip(')')}"
    return message


def build_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(
        prog="casewindow",
        description="Guided analysis sessions for child-safeguarding case reviews, from what happened to why. Offline.",
        epilog=_EXAMPLES,
        formatter_class=_help_formatter,
    )
    parser.add_argument("--version", action="version", version=f"casewindow {VERSION}")
    parser.add_argument(
        "--workspace", metavar="DIR", help="where reviews are kept (default: the platform's data folder)"
    )
    parser.set_defaults(command="assistant.cli.screens:home")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    for add in (_demo, _session, _replay, _tag, _bank, _review, _supervise, _export):
        add(commands)
    return parser


def _command(commands: argparse._SubParsersAction[Parser], name: str, handler: str, text: str, example: str) -> Parser:
    parser = commands.add_parser(
        name,
        help=text,
        description=text[0].upper() + text[1:] + ".",
        epilog=f"example:\n  {example}",
        formatter_class=_help_formatter,
    )
    folder = "where reviews are kept (default: the platform's data folder)"
    parser.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS, help=folder)
    parser.set_defaults(command=handler)
    return parser


def _demo(commands: argparse._SubParsersAction[Parser]) -> None:
    text = "the application on a worked fictional example, in a workspace that is thrown away"
    _command(commands, "demo", "assistant.cli.screens:demo", text, "casewindow demo")


def _session(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "casewindow session --plain --title 'Northfield' --kind routine_practice"
    parser = _command(commands, "session", "assistant.cli.session:session", "a guided session", example)
    parser.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    parser.add_argument("--review", metavar="ID", help="a session of this review (default: a new review)")
    parser.add_argument("--resume", metavar="ID", help="go on with this session")
    parser.add_argument("--title", help="the new review's title")
    parser.add_argument("--kind", help="the new review's kind, e.g. routine_practice")
    parser.add_argument("--by", metavar="NAME", help="who leads the session")
    parser.add_argument("--respondent", metavar="ROLE", help="with whom, by role: 'health visitor'")
    parser.add_argument("--source", choices=("conversation", "record", "meeting"), help="what the answers rest on")
    parser.add_argument("--bank", default="learning-together", help="question bank, by id or file")


def _replay(commands: argparse._SubParsersAction[Parser]) -> None:
    text = "play a scripted session through the real engine, tagger and store"
    example = "casewindow replay examples/routine-practice.yaml --workspace /tmp/try --json"
    parser = _command(commands, "replay", "assistant.cli.replay:replay", text, example)
    parser.add_argument("script", metavar="SCRIPT", nargs="?", help="a script (YAML)")
    parser.add_argument("--text", metavar="FILE", help="plain paragraphs instead, each an answer to the next question")
    parser.add_argument("--bank", default="learning-together", help="with --text: question bank, by id or file")
    parser.add_argument("--json", action="store_true", help="a JSON line per turn, and a summary")


def _tag(commands: argparse._SubParsersAction[Parser]) -> None:
    text = "tag free text: which factors and patterns its words show"
    parser = _command(commands, "tag", "assistant.cli.tag:tag", text, "casewindow tag notes.txt --format jsonl")
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="a file, or - for standard input")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="what is printed")
    parser.add_argument("--input", choices=("text", "jsonl"), default="text", help="paragraphs, or lines of JSON")


def _bank(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _command(commands, "bank", "assistant.cli.bank:usage", "question banks", "casewindow bank check")
    below = parser.add_subparsers(metavar="COMMAND", title="commands", required=True)
    text = "check a question bank and the taxonomy: every fault at once"
    check = _command(below, "check", "assistant.cli.bank:check", text, "casewindow bank check learning-together")
    check.add_argument("bank", metavar="BANK", nargs="?", help="id or file (default: all that ship)")
    check.add_argument("--json", action="store_true", help="one JSON document")


def _review(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _command(
        commands, "review", "assistant.cli.review:usage", "reviews and sessions", "casewindow review list"
    )
    below = parser.add_subparsers(metavar="COMMAND", title="commands", required=True)
    listed = _command(below, "list", "assistant.cli.review:list_reviews", "the reviews here", "casewindow review list")
    listed.add_argument("--json", action="store_true", help="one JSON document")
    text = "one review: its sessions, and every answer as typed"
    show = _command(below, "show", "assistant.cli.review:show_review", text, "casewindow review show northfield-1a2b3c")
    show.add_argument("review", metavar="ID")
    show.add_argument("--json", action="store_true", help="one JSON document")
    text = "write a review to a file"
    export = _command(
        below, "export", "assistant.cli.review:export", text, _EXPORT_EXAMPLE.replace("export", "review export", 1)
    )
    _export_arguments(export)


def _supervise(commands: argparse._SubParsersAction[Parser]) -> None:
    text = "a supervisor's pass over closed sessions, line by line"
    example = "casewindow supervise --by 'Method one'"
    parser = _command(commands, "supervise", "assistant.cli.session:supervise", text, example)
    parser.add_argument("--by", metavar="NAME", help="the supervisor")
    parser.add_argument("--session", metavar="ID", help="this session (default: the longest waiting)")
    parser.add_argument("--json", action="store_true", help="only list what waits, as one JSON document")


_EXPORT_EXAMPLE = "casewindow export northfield-1a2b3c --format csv --out northfield.csv"


def _export(commands: argparse._SubParsersAction[Parser]) -> None:
    text = "write a review's answers and tags to a file"
    _export_arguments(_command(commands, "export", "assistant.cli.review:export", text, _EXPORT_EXAMPLE))


def _export_arguments(parser: Parser) -> None:
    parser.add_argument("review", metavar="REVIEW")
    parser.add_argument("--format", choices=("csv", "json"), required=True, help="json: all of it; csv: the tags")
    parser.add_argument("--out", metavar="PATH", required=True, help="the file to write")
