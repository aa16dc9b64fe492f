"""Trials in a process of their own, so that a hang or the end of that process is seen and told."""

import multiprocessing
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection

from tests.torture.outcome import Outcome

_PATIENCE = 120.0
"""Seconds after which a trial, of some milliseconds, hangs. A watchdog, and no measure."""
_NOTES = 12
# A fork knows all modules already; elsewhere it is not to be had, or not safe.
if sys.platform == "linux":
    _PROCESSES = multiprocessing.get_context("fork")
else:
    _PROCESSES = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one trial showed; each text is "" where that did not happen, ``remark`` is no fault."""

    fault: bool = True
    loss: str = ""
    crash: str = ""
    false_saved: str = ""
    remark: str = ""


Trial = Callable[[int], Verdict]
"""Does the trial of a number, the same every time. Picklable."""


def verdicts(trial: Trial, numbers: Iterable[int]) -> Iterator[tuple[int, Verdict]]:
    """Do each trial in another process, and another one after a hang or an end."""
    left = list(numbers)
    while left:
        here, there = _PROCESSES.Pipe()
        worker = _PROCESSES.Process(target=_work, args=(trial, tuple(left), there), daemon=True)
        worker.start()
        there.close()
        try:
            while left:
                verdict = _next(here)
                yield left.pop(0), verdict
                if verdict.crash in {_HUNG, _ENDED}:
                    break
        finally:
            worker.kill()
            worker.join()
            here.close()


def outcome(name: str, found: Iterable[tuple[int, Verdict]]) -> Outcome:
    """A row of the table: what all ``found`` come to."""
    each = list(found)
    notes = [
        f"trial {number}: {text}"
        for number, verdict in each
        for text in (verdict.loss, verdict.crash, verdict.false_saved)
        if text
    ]
    remarks = [verdict.remark for _, verdict in each if verdict.remark]
    counted = [f"{remarks.count(text)} times {text}" for text in sorted(set(remarks))]
    return Outcome(
        name,
        trials=len(each),
        faults=sum(verdict.fault for _, verdict in each),
        losses=sum(bool(verdict.loss) for _, verdict in each),
        crashes=sum(bool(verdict.crash) for _, verdict in each),
        false_saved=sum(bool(verdict.false_saved) for _, verdict in each),
        notes=(*notes[:_NOTES], *counted),
    )


_HUNG = "it hung"
_ENDED = "the process ended"


def _next(here: Connection) -> Verdict:
    if not here.poll(_PATIENCE):
        return Verdict(crash=_HUNG)
    try:
        verdict: Verdict = here.recv()
    except EOFError:
        return Verdict(crash=_ENDED)
    return verdict


def _work(trial: Trial, numbers: tuple[int, ...], there: Connection) -> None:
    for number in numbers:
        there.send(_tried(trial, number))


def _tried(trial: Trial, number: int) -> Verdict:
    try:
        return trial(number)
    except Exception:
        return Verdict(crash="".join(traceback.format_exc(limit=-4)))
