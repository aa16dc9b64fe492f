"""python -m tests.fuzz [--minutes N | --runs N] [--seed S] [--only NUMBER]: bad input for readers.

A run is one input for one reader. Each is made from the seed and its number alone. What is no
DigicomError, or is understood wrongly, or takes over five seconds or over 400 MB, is a finding: the
input is kept in the folder of temporary files.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from random import Random

from tests.fuzz.files import quick_folder
from tests.fuzz.runs import Finding, run
from tests.fuzz.tally import Tally
from tests.hostile.trials import bound_memory, greatest_memory


def main() -> int:
    """Run until the time is over, or so many runs; 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--runs", type=int, help="so many, however long they take")
    parser.add_argument("--seed", type=int, default=Random().randrange(1 << 32))
    parser.add_argument("--only", type=int, help="the number of one input, to see it again")
    parser.add_argument("--report", type=Path, help="a file for the figures, as JSON")
    given = parser.parse_args()
    bound_memory()
    folder = quick_folder()
    print(f"seed {given.seed}, files in {folder}", flush=True)
    tally = Tally()
    findings = []
    for finding in run(folder, given.seed, _numbers(given), tally):
        findings.append(finding)
        _show(finding)
    print(*tally.lines(), sep="\n")
    print(f"{tally.runs} runs, {len(findings)} findings, {greatest_memory():.0f} MB")
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


def _figures(tally: Tally, findings: Sequence[Finding]) -> dict[str, object]:
    kinds = ("guard", "import", "package")
    return {
        "runs": tally.runs,
        "let_in": tally.runs - tally.turned_away,
        "found": [f"{f.subject} --only {f.number}: {f.problem.splitlines()[-1]}" for f in findings],
        "memory": greatest_memory(),
        "reached": {kind: len(tally.reached(f"{kind}.")) for kind in kinds},
        "lines": list(tally.lines()),
    }


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def _show(finding: Finding) -> None:
    print(f"\n{finding.subject} {finding.number}: {finding.path}\n{finding.problem}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
