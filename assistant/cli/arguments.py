"""The words of each command, and their help. Imports nothing heavy."""

from __future__ import annotations

import argparse
import os
import sys

from assistant.cli.front import VERSION, help_text
from assistant.cli.streams import NO_OUTPUT, complain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn, TypeAlias  # costs two milliseconds at run time

    Commands: TypeAlias = "argparse._SubParsersAction[Parser] | _Alone"


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on standard error, and exit with 2."""
        complain(f"{_plain(message)}; `{self.prog} --help` shows how it is used.")
        sys.exit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or version, as argparse does, where there is something to print to."""
        if sys.stdout is None:
            complain(NO_OUTPUT)
            sys.exit(1)
        super()._print_message(message, file)


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


class _Alone:
    """Stands in for argparse's list of commands and makes only the one that is named, which is quicker."""

    def add_parser(self, name: str, *, help: str, **words: Any) -> Parser:  # noqa: A002, ARG002  # argparse's own names
        return Parser(prog=f"casewindow {name}", **words)


def parsed(arguments: list[str]) -> argparse.Namespace:
    """What the words of a command line say. Ends the program, with a sentence, where they say nothing that is known."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] == "--workspace" else 1
    top = _top()
    options = top.parse_args(arguments[:place])
    if place >= len(arguments):
        return options
    name = arguments[place]
    if name not in _BUILDERS:
        top.error(f"{name!r} is not known here; known are: {', '.join(_BUILDERS)}")
    parser = _BUILDERS[name](_Alone())
    made = parser.parse_args(arguments[place + 1 :], argparse.Namespace(workspace=options.workspace))
    for word, value in vars(made).items():
        if value == "":
            parser.error(f"{word} is empty; give it a value or leave it out")
    return made


class _Top(Parser):
    def format_help(self) -> str:
        """The help that the command prints before this module is loaded."""
        return help_text()


def _top() -> Parser:
    parser = _Top(prog="casewindow")
    parser.add_argument("--version", action="version", version=f"casewindow {VERSION}")
    parser.add_argument("--workspace", metavar="DIR")
    parser.set_defaults(command="assistant.cli.screens:home")
    return parser


def _command(commands: Commands, name: str, handler: str, text: str, example: str) -> Parser:
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


def _demo(commands: Commands) -> Parser:
    text = "the application on a worked fictional example, in a workspace that is thrown away"
    return _command(commands, "demo", "assistant.cli.screens:demo", text, "casewindow demo")


def _session(commands: Commands) -> Parser:
    example = "casewindow session --plain --title 'Northfield' --kind routine_practice"
    parser = _command(commands, "session", "assistant.cli.session:session", "a guided session", example)
    parser.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    parser.add_argument("--review", metavar="ID", help="a session of this review (default: a new review)")
    parser.add_argument("--resume", metavar="ID", help="go on with this session")
    parser.add_argument("--title", help="the new review's title")
    parser.add_argument("--kind", help="the new review's kind, e.g. routine_practice")
    parser.add_argument("--nation", help="the new review's nation, e.g. Wales: it picks the kinds and the words")
    parser.add_argument("--region", help="the new review's region")
    parser.add_argument("--locality", help="the new review's town or district")
    parser.add_argument("--by", metavar="NAME", help="who leads the session")
    parser.add_argument("--respondent", metavar="ROLE", help="with whom, by role: 'health visitor'")
    parser.add_argument("--source", choices=("conversation", "record", "meeting"), help="what the answers rest on")
    parser.add_argument("--bank", help="question bank, by id or file (default: the one made for the kind of review)")
    return parser


def _replay(commands: Commands) -> Parser:
    text = "play a scripted session through the real engine, tagger and store"
    example = "casewindow replay examples/routine-practice.yaml --workspace /tmp/try --json"
    parser = _command(commands, "replay", "assistant.cli.replay:replay", text, example)
    parser.add_argument("script", metavar="SCRIPT", nargs="?", help="a script (YAML)")
    parser.add_argument("--text", metavar="FILE", help="plain paragraphs instead, each an answer to the next question")
    parser.add_argument("--bank", default="learning-together", help="with --text: question bank, by id or file")
    parser.add_argument("--json", action="store_true", help="a JSON line per turn, and a summary")
    return parser


def _tag(commands: Commands) -> Parser:
    text = "tag free text: which factors and patterns its words show"
    parser = _command(commands, "tag", "assistant.cli.tag:tag", text, "casewindow tag notes.txt --format jsonl")
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="a file, or - for standard input")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="what is printed")
    parser.add_argument("--input", choices=("text", "jsonl"), default="text", help="paragraphs, or lines of JSON")
    return parser


def _bank(commands: Commands) -> Parser:
    parser = _command(commands, "bank", "assistant.cli.bank:usage", "question banks", "casewindow bank check")
    below = parser.add_subparsers(metavar="COMMAND", title="commands", required=True)
    text = "check a question bank and what it stands on: every fault at once, and remarks"
    check = _command(below, "check", "assistant.cli.bank_check:check", text, "casewindow bank check learning-together")
    check.add_argument("bank", metavar="BANK", nargs="?", help="id or file (default: all that ship, and your own)")
    check.add_argument("--strict", action="store_true", help="take remarks for faults")
    check.add_argument("--json", action="store_true", help="one JSON document")
    text = "the banks there are: those that ship, and your own"
    listed = _command(below, "list", "assistant.cli.bank_check:list_banks", text, "casewindow bank list")
    listed.add_argument("--json", action="store_true", help="one JSON document")
    _bank_show(below)
    _bank_graph(below)
    _bank_walk(below)
    _bank_schema(below)
    return parser


def _bank_show(below: Commands) -> None:
    text = "a whole question bank as a document that a board can sign off"
    example = "casewindow bank show learning-together --format docx --place england --out bank.docx"
    parser = _bank_command(below, "show", "assistant.cli.bank:show", text, example)
    parser.add_argument("--format", choices=("md", "docx"), default="md", help="Markdown (default), or a DOCX file")
    parser.add_argument("--place", metavar="PLACE", help="whose words are used, e.g. england (default: plain ones)")
    parser.add_argument("--json", action="store_true", help="the same as one JSON document")


def _bank_graph(below: Commands) -> None:
    text = "draw the flow of a question bank: its parts, their questions in order, and what may follow them"
    example = "casewindow bank graph learning-together --format dot --stage why --out why.dot"
    parser = _bank_command(below, "graph", "assistant.cli.bank:graph", text, example)
    parser.add_argument("--format", choices=("mermaid", "dot"), default="mermaid", help="default: mermaid, in Markdown")
    parser.add_argument("--stage", metavar="STAGE", help="only this part, with all that may follow there, e.g. why")


def _bank_walk(below: Commands) -> None:
    text = "random walks through a question bank: all must end, and what none reaches is named"
    example = "casewindow bank walk learning-together -n 1000 --seed 7"
    parser = _bank_command(below, "walk", "assistant.cli.walk:walk", text, example, out=False)
    parser.add_argument("-n", dest="walks", metavar="N", type=_count, default=1000, help="how many (default: 1000)")
    parser.add_argument("--seed", type=int, default=7, help="the same seed gives the same walks (default: 7)")
    most = "break a walk off after this many acts (default: more than any can need)"
    parser.add_argument("--most", metavar="ACTS", type=_count, help=most)
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _bank_schema(below: Commands) -> None:
    text = "the JSON Schema of question banks and modules, for editors that complete and check while you type"
    example = "casewindow bank schema --out bank.schema.json"
    parser = _command(below, "schema", "assistant.cli.bank:schema", text, example)
    parser.add_argument("--out", metavar="PATH", help=_OUT)


def _bank_command(  # noqa: PLR0913  # what every command has, and whether it writes
    below: Commands, name: str, handler: str, text: str, example: str, *, out: bool = True
) -> Parser:
    parser = _command(below, name, handler, text, example)
    parser.add_argument("bank", metavar="BANK", nargs="?", default="learning-together", help="id or file")
    if out:
        parser.add_argument("--out", metavar="PATH", help=_OUT)
    return parser


_OUT = "the file to write (default: standard output)"


def _count(text: str) -> int:
    if not text.isdecimal() or int(text[:9]) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a count; give 1 or more, in digits")
    return int(text[:9])


def _review(commands: Commands) -> Parser:
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
    return parser


def _supervise(commands: Commands) -> Parser:
    text = "a supervisor's pass over closed sessions, line by line"
    example = "casewindow supervise --by 'Method one'"
    parser = _command(commands, "supervise", "assistant.cli.session:supervise", text, example)
    parser.add_argument("--by", metavar="NAME", help="the supervisor")
    parser.add_argument("--session", metavar="ID", help="this session (default: the longest waiting)")
    parser.add_argument("--json", action="store_true", help="only list what waits, as one JSON document")
    return parser


_EXPORT_EXAMPLE = "casewindow export northfield-1a2b3c --format csv --out northfield.csv"


def _export(commands: Commands) -> Parser:
    text = "write a review's answers and tags to a file"
    parser = _command(commands, "export", "assistant.cli.review:export", text, _EXPORT_EXAMPLE)
    _export_arguments(parser)
    return parser


def _export_arguments(parser: Parser) -> None:
    parser.add_argument("review", metavar="REVIEW")
    parser.add_argument("--format", choices=("csv", "json"), required=True, help="json: all of it; csv: the tags")
    parser.add_argument("--out", metavar="PATH", required=True, help="the file to write")


_BUILDERS: dict[str, Callable[[Commands], Parser]] = {
    "demo": _demo,
    "session": _session,
    "replay": _replay,
    "tag": _tag,
    "bank": _bank,
    "review": _review,
    "supervise": _supervise,
    "export": _export,
}
"""What builds the parser of each command."""
