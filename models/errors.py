"""What can go wrong, said so that the person at the keyboard knows what to do."""

from dataclasses import dataclass


class CasewindowError(Exception):
    """One plain sentence: what, where, and what to do. Shown as it stands; never a traceback."""

    exit_code = 1
    """What the command exits with: 1 where it could not do what was asked."""


class UsageError(CasewindowError):
    """The command, or a file given to it, is wrong in itself; the command exits with 2."""

    exit_code = 2


def placed(error: CasewindowError, where: str) -> CasewindowError:
    """The same sentence with its place before it; it ends the command as the first one would."""
    kind = UsageError if error.exit_code == UsageError.exit_code else CasewindowError
    return kind(f"{where}: {error}")


class ConflictError(CasewindowError):
    """Somebody else wrote to the same stream first; nothing was overwritten."""


class DamageError(CasewindowError):
    """A stored file does not read as it was written."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in a content file."""

    file: str
    """The file as the person named it."""
    line: int
    """1 for the first line; 0 where the fault belongs to the file as a whole."""
    where: str
    """The id or the path of the entry, e.g. `rules[3].ask`; empty where there is none."""
    problem: str
    """What is wrong and what would be right, in a sentence."""

    def __str__(self) -> str:
        """The fault on a line: file, line, entry, problem."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.where}: {self.problem}" if self.where else f"{place}: {self.problem}"


class ContentError(UsageError):
    """Content that is refused as a whole, with every fault found in it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults, sorted by file and line."""
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))
