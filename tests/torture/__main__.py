"""python3 dev.py torture [--long] [--only NAME] [--seed N]: everything that could lose an answer.

Prints a table of what was tried, and ends with 1 when anything was lost, crashed, or was said to be
saved and was not.
"""

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.torture.benches import BENCHES
from tests.torture.outcome import Effort, Outcome

_SEED = 20261126
_HEAD = ("", "trials", "faults", "losses", "crashes", "false saved", "seconds")


def main() -> int:
    """Run what is asked for; 1 if anything was bad."""
    parser = argparse.ArgumentParser(prog="python3 dev.py torture", description=__doc__)
    parser.add_argument("--long", action="store_true", help="what a release must show")
    parser.add_argument("--only", choices=BENCHES, action="append", help="one bench")
    parser.add_argument("--seed", type=int, default=_SEED)
    given = parser.parse_args()
    effort = Effort.LONG if given.long else Effort.SHORT
    print(f"{effort.value} form, seed {given.seed}, Python {platform.python_version()}")
    print(_row(_HEAD), flush=True)
    all_good = True
    for outcome, seconds in _outcomes(given.only or list(BENCHES), effort, given.seed):
        all_good &= outcome.is_good
        _show(outcome, seconds)
    print("All is good." if all_good else "SOMETHING WAS LOST, OR CRASHED, OR SAID FALSELY.")
    return 0 if all_good else 1


def _outcomes(names: list[str], effort: Effort, seed: int) -> Iterator[tuple[Outcome, float]]:
    for name in names:
        with tempfile.TemporaryDirectory(prefix="digicom-torture-") as folder:
            began = time.monotonic()
            for outcome in BENCHES[name](Path(folder), effort, seed):
                yield outcome, time.monotonic() - began
                began = time.monotonic()


def _show(outcome: Outcome, seconds: float) -> None:
    if outcome.skipped:
        print(f"{outcome.name}: not tried, {outcome.skipped}", flush=True)
        return
    numbers = (
        outcome.trials,
        outcome.faults,
        outcome.losses,
        outcome.crashes,
        outcome.false_saved,
    )
    print(_row((outcome.name, *map(str, numbers), f"{seconds:.0f}")), flush=True)
    for note in outcome.notes:
        print(f"    {note}", flush=True)


def _row(cells: tuple[str, ...]) -> str:
    first, *others = cells
    return f"{first:<58}" + "".join(f"{cell:>12}" for cell in others)


if __name__ == "__main__":
    sys.exit(main())
