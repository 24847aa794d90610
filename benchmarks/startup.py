"""CPU time of starting, side by side in one run: bare Python, `--help`, `--version`.

python -m benchmarks.startup [--runs 15]
"""

import argparse
import resource
import statistics
import subprocess
import sys
from pathlib import Path

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "casewindow --help": [str(Path(sys.executable).parent / "casewindow"), "--help"],
    "casewindow --version": [str(Path(sys.executable).parent / "casewindow"), "--version"],
}


def main() -> None:
    """Print the median and the highest CPU time of each, and its ratio to bare Python."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            times[name].append(_cpu(command))
    bare = statistics.median(times["python -c pass"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:22s} median {median * 1000:6.1f} ms  max {max(taken) * 1000:6.1f} ms  {median / bare:.2f} x")


def _cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603  # our own command
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
