"""python -m tests.fuzz [--minutes N] [--seed S] [--only NUMBER]: bad files for guard and readers.

Each file is made from the seed and its number alone. What is no DigicomError, or takes over five
seconds or over 400 MB, is a finding: the file is kept in the folder of temporary files.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.fuzz.runs import Finding, run

_MEMORY = 400 << 20


def main() -> int:
    """Run until the time is over; 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=Random().randrange(1 << 32))
    parser.add_argument("--only", type=int, help="the number of one file, to see it again")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="digicom-fuzz-"))
    print(f"seed {given.seed}, files in {folder}", flush=True)
    until = time.monotonic() + given.minutes * 60
    kinds: Counter[str] = Counter()
    findings = list(run(folder, given.seed, until, kinds, given.only))
    for finding in findings:
        _show(finding)
    for kind, count in kinds.most_common():
        print(f"{count:8}  {kind}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
    print(f"{kinds.total()} files, {len(findings)} findings, {memory >> 20} MB")
    return 1 if findings or memory > _MEMORY else 0


def _show(finding: Finding) -> None:
    print(f"\n{finding.subject} {finding.number}: {finding.path}\n{finding.problem}")


if __name__ == "__main__":
    sys.exit(main())
