"""python3 dev.py torture [--long] [--only NAME] [--seed N]: everything that could lose an answer.

Prints a table of what was tried, and ends with 1 when anything was lost, crashed, or was said to be
saved and was not. As many benches run at once as there are processors.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from tests.torture.benches import BENCHES
from tests.torture.outcome import Effort, Outcome

_ROOT = Path(__file__).parents[2]
_OFFLINE = _ROOT / "tests" / "offline"
_SEED = 20261126
_HEAD = ("", "trials", "faults", "losses", "crashes", "false saved", "seconds")
Row = tuple[Outcome, float]


def main() -> int:
    """Run what is asked for; 1 if anything was bad."""
    parser = argparse.ArgumentParser(prog="python3 dev.py torture", description=__doc__)
    parser.add_argument("--long", action="store_true", help="what a release must show")
    parser.add_argument("--only", choices=BENCHES, action="append", help="one bench")
    parser.add_argument("--seed", type=int, default=_SEED)
    given = parser.parse_args()
    effort = Effort.LONG if given.long else Effort.SHORT
    print(f"{effort.value} form, seed {given.seed}, Python {platform.python_version()}")
    print(_line(_HEAD), flush=True)
    began, all_good, faults, trials = time.monotonic(), True, 0, 0
    for outcome, seconds in _rows(given.only or list(BENCHES), effort, given.seed):
        all_good &= outcome.is_good
        trials, faults = trials + outcome.trials, faults + outcome.faults
        _show(outcome, seconds)
    print(f"{trials} trials, {faults} faults, {time.monotonic() - began:.0f} s")
    print("All is good." if all_good else "SOMETHING WAS LOST, OR CRASHED, OR SAID FALSELY.")
    return 0 if all_good else 1


def _rows(names: list[str], effort: Effort, seed: int) -> Iterator[Row]:
    """The rows of all benches as they come."""
    found: SimpleQueue[Row | None] = SimpleQueue()
    with (
        tempfile.TemporaryDirectory(prefix="digicom-torture-home-") as home,
        ThreadPoolExecutor(os.cpu_count()) as pool,
    ):
        environment = _environment(home)
        for name in names:
            pool.submit(_run, [name, effort.value, str(seed)], environment, found)
        running = len(names)
        while running:
            row = found.get()
            if row is None:
                running -= 1
            else:
                yield row


def _run(
    arguments: list[str], environment: Mapping[str, str], found: "SimpleQueue[Row | None]"
) -> None:
    command = [sys.executable, "-m", "tests.torture.one", *arguments]
    try:
        with subprocess.Popen(
            command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                found.put(_row(json.loads(line)))
        if process.returncode:
            said = f"it ended with {process.returncode}"
            found.put((Outcome(arguments[0], 1, 1, crashes=1, notes=(said,)), 0.0))
    finally:
        found.put(None)


def _row(said: dict[str, Any]) -> Row:
    seconds = float(said.pop("seconds"))
    return Outcome(**said | {"notes": tuple(said["notes"])}), seconds


def _environment(home: str) -> dict[str, str]:
    """A home of its own, no screen, and no network."""
    wanted = {
        "HOME": home,
        "PYTHONPATH": f"{_ROOT}{os.pathsep}{_OFFLINE}",
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | wanted


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
    print(_line((outcome.name, *map(str, numbers), f"{seconds:.0f}")), flush=True)
    for note in outcome.notes:
        print(f"    {note}", flush=True)


def _line(cells: tuple[str, ...]) -> str:
    first, *others = cells
    return f"{first:<58}" + "".join(f"{cell:>12}" for cell in others)


if __name__ == "__main__":
    sys.exit(main())
