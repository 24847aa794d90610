"""What the command says of itself before anything is loaded: its version and its help."""

VERSION = "0.1.0"

COMMANDS = {
    "demo": "the application on a worked fictional example, thrown away at the end",
    "session": "a guided session",
    "replay": "play a scripted session through the real engine, tagger and store",
    "tag": "tag free text: which factors and patterns its words show",
    "bank": "question banks: check, list, show, graph, walk, schema",
    "review": "reviews and sessions: list, show, export",
    "supervise": "a supervisor's pass over closed sessions, line by line",
    "export": "write a review's answers and tags to a file",
}
"""Each command and what it does."""

_HEAD = """usage: casewindow [--help] [--version] [--workspace DIR] [COMMAND ...]

Guided analysis sessions for child-safeguarding case reviews, from what happened to why. Offline.
Without a command: the terminal application.

options:
  -h, --help       show this help; `casewindow COMMAND --help` shows that of a command
  --version        show the version
  --workspace DIR  where reviews are kept (default: the platform's data folder)

commands:
"""
_EXAMPLES = """
examples:
  casewindow                                          the terminal application
  casewindow demo                                     the same on a worked fictional example
  casewindow session --plain                          a guided session in lines
  casewindow replay examples/routine-practice.yaml    play a scripted session
  casewindow tag notes.txt                            tag the paragraphs of a text
"""


def help_text() -> str:
    """The help of the command as a whole."""
    return _HEAD + "".join(f"  {name:<11}{text}\n" for name, text in COMMANDS.items()) + _EXAMPLES
