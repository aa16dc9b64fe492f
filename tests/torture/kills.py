"""Signal 9 at any moment of any work."""

import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.torture.killed_answers import Answering, Finalising, Migrating
from tests.torture.killed_copies import BackingUp, Moving, Restoring
from tests.torture.killed_exchange import Exporting, Importing
from tests.torture.outcome import Effort, Outcome
from tests.torture.work import Judged, Work

_PATIENCE = 60.0
"""Seconds after which a process that does not begin hangs."""
_WORKS: tuple[tuple[type[Work], int, int], ...] = (
    (Answering, 20, 600),
    (Finalising, 6, 150),
    (Exporting, 2, 40),
    (Importing, 5, 120),
    (Migrating, 9, 300),
    (BackingUp, 5, 150),
    (Restoring, 5, 150),
    (Moving, 5, 150),
)
"""What is being done, and how often it is killed in the short and in the long form."""


def kill(folder: Path, effort: Effort, seed: int) -> Iterator[Outcome]:
    """Kill a process at its work again and again, and open what it left."""
    if not hasattr(os, "fork"):
        yield Outcome("kill -9", 0, 0, skipped="this system knows no fork")
        return
    for kind, short, long in _WORKS:
        work = kind()
        place = folder / kind.__name__
        place.mkdir()
        yield _kill(work, place / "data", short if effort is Effort.SHORT else long, seed)


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a process ended: what it acknowledged, whether by the kill, whether by a failure."""

    acknowledged: list[str]
    killed: bool
    failed: bool


def _kill(work: Work, folder: Path, trials: int, seed: int) -> Outcome:
    chance = random.Random(f"{seed}/{work.name}")
    work.prepare(folder)
    faults = crashes = losses = false_saved = 0
    notes: list[str] = []
    for trial in range(trials):
        work.renew(folder, trial)
        ended = _run(work, folder, chance.uniform(0, work.seconds))
        faults += ended.killed
        judged = Judged()
        if ended.failed:
            crashes += 1
            notes.append(f"trial {trial}: it ended by itself")
        try:
            judged = work.judge(folder, ended.acknowledged)
        except Exception as error:
            crashes += 1
            notes.append(f"trial {trial}: {error!r}")
            traceback.print_exc()
        losses += bool(judged.losses)
        false_saved += bool(judged.false_saved)
        notes += [f"trial {trial}: {said}" for said in (*judged.losses, *judged.false_saved)]
    return Outcome(work.name, trials, faults, losses, crashes, false_saved, tuple(notes[:9]))


def _run(work: Work, folder: Path, seconds: float) -> _Ended:
    reader, writer = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work_and_leave(work, folder, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        begun, _, _ = select.select([pipe], [], [], _PATIENCE)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        lines = pipe.read().decode().splitlines(keepends=True)
    killed = os.WIFSIGNALED(status)
    failed = not begun or (not killed and os.WEXITSTATUS(status) != 0)
    return _Ended([line[:-1] for line in lines if line.endswith("\n")], killed, failed)


def _work_and_leave(work: Work, folder: Path, writer: int) -> None:
    """Never returns: nothing of the process that forked goes on twice."""
    status = 1
    try:
        work.do(folder, lambda fact: _write(writer, fact))
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _write(writer: int, fact: str) -> None:
    os.write(writer, f"{fact}\n".encode())
