"""Inputs that are bad at random, for every reader of what comes from outside."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.torture.outcome import Effort, Outcome

_RUNS = {Effort.SHORT: 4_000, Effort.LONG: 1_000_000}
_PATIENCE = {Effort.SHORT: 300, Effort.LONG: 6 * 3_600}
"""Seconds after which the whole program counts as hung."""
_NAME = "bad input for every reader"


def fuzz(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """Many runs in one process of at most 400 MB; each is made from the seed and its number."""
    report, runs = folder / "report.json", _RUNS[effort]
    command = [sys.executable, "-m", "tests.fuzz", f"--runs={runs}", f"--seed={seed}"]
    try:
        done = subprocess.run(
            [*command, f"--report={report}"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=_PATIENCE[effort],
        )
    except subprocess.TimeoutExpired:
        yield Outcome(_NAME, runs, 0, crashes=1, notes=("the program hung",))
        return
    if not report.exists():
        last = done.stderr.strip().splitlines()[-3:]
        yield Outcome(_NAME, runs, 0, crashes=1, notes=(f"ended with {done.returncode}", *last))
        return
    yield _outcome(json.loads(report.read_text(encoding="utf-8")), effort, seed)


def _outcome(said: dict[str, Any], effort: Effort, seed: int) -> Outcome:
    """Faults are the runs that came past the first gate of their reader."""
    reached = ", ".join(f"{count} {kind}.*" for kind, count in said["reached"].items())
    notes = [f"seed {seed}: {found}" for found in said["found"]]
    notes.append(f"reached {reached}; {said['memory']:.0f} MB")
    if effort is Effort.LONG:
        notes += said["lines"]
    return Outcome(
        _NAME, said["runs"], said["let_in"], crashes=len(said["found"]), notes=tuple(notes)
    )
