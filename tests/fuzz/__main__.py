"""python -m tests.fuzz [--minutes N | --runs N] [--seed S] [--only NUMBER]: bad input for readers.

A run is one input for one reader. Each is made from the seed and its number alone. What is no
DigicomError, or is understood wrongly, or takes over five seconds or over 400 MB, is a finding: the
input is kept in the folder of temporary files.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from random import Random

from tests.fuzz.files import quick_folder
from tests.fuzz.runs import Finding, run
from tests.fuzz.tally import Tally

_MEMORY = 400 << 20


def main() -> int:
    """Run until the time is over, or so many runs; 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--runs", type=int, help="so many, however long they take")
    parser.add_argument("--seed", type=int, default=Random().randrange(1 << 32))
    parser.add_argument("--only", type=int, help="the number of one input, to see it again")
    parser.add_argument("--report", type=Path, help="a file for the figures, as JSON")
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    folder = quick_folder()
    print(f"seed {given.seed}, files in {folder}", flush=True)
    tally, findings = Tally(), 0
    for finding in run(folder, given.seed, _numbers(given), tally):
        findings += 1
        _show(finding)
    print(*tally.lines(), sep="\n")
    print(f"{tally.runs} runs, {findings} findings, {greatest_memory():.0f} MB")
    if given.report:
        given.report.write_text(json.dumps(_figures(tally, findings)), encoding="utf-8")
    if not findings:
        _remove(folder)
    return 1 if findings else 0


def _numbers(given: argparse.Namespace) -> Iterable[int]:
    if given.only is not None:
        return (given.only,)
    return range(given.runs) if given.runs else _until(time.monotonic() + given.minutes * 60)


def _until(end: float) -> Iterator[int]:
    for number in count():
        if time.monotonic() > end:
            return
        yield number


def _figures(tally: Tally, findings: int) -> dict[str, object]:
    return {
        "runs": tally.runs,
        "turned_away": tally.turned_away,
        "findings": findings,
        "memory": greatest_memory(),
        "guard": len(tally.reached("guard.")),
        "import": len(tally.reached("import.")),
        "lines": list(tally.lines()),
    }


def greatest_memory() -> float:
    """MB, of this program alone: what getrusage tells begins with that of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def _show(finding: Finding) -> None:
    print(f"\n{finding.subject} {finding.number}: {finding.path}\n{finding.problem}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
