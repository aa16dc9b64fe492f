"""Signal 9 while somebody answers at the real window; *saved* is what the window says."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.statement import Statement
from tests.torture.outcome import Effort, Outcome
from tests.torture.window_person import level_of, note_of
from tests.torture.work import workspace_at

_ROOT = Path(__file__).parents[2]
_SECONDS = 1.0
"""The longest time from its first answer to the kill."""


def kill_window(folder: Path, effort: Effort, seed: int) -> Iterator[Outcome]:
    """Kill the program with its window again and again, and open what it left."""
    chance = random.Random(f"{seed}/window")
    data = folder / "data"
    workspace = workspace_at(data)
    workspace.create(2025)
    workspace.close()
    trials = 3 if effort is Effort.SHORT else 60
    faults = losses = false_saved = crashes = answered = 0
    notes: list[str] = []
    for trial in range(trials):
        last, killed, said = _answer_until_killed(data, answered, chance.uniform(0, _SECONDS))
        faults += killed
        if not killed:
            crashes += 1
            notes.append(f"trial {trial}: it ended by itself: {said[-300:]}")
        answered, problem = _judge(data, last)
        if problem:
            notes.append(f"trial {trial}: {problem}")
            false_saved += answered == last - 1
            losses += answered != last - 1
    yield Outcome(
        "kill -9 at the window, saved as its strip says",
        trials, faults, losses, crashes, false_saved, tuple(notes),
    )  # fmt: skip


def _answer_until_killed(folder: Path, answered: int, seconds: float) -> tuple[int, bool, str]:
    """The last answer that the window said was saved, whether it was killed, what it said else."""
    command = [sys.executable, "-m", "tests.torture.window_person", str(folder), str(answered)]
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.environ.get("PYTHONPATH", str(_ROOT)),
    }
    with subprocess.Popen(
        command,
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        killed = process.poll() is None
        process.kill()
        rest, said = process.communicate()
    lines = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    return int(lines[-1]) if lines else answered, killed and bool(lines), said


def _judge(folder: Path, last: int) -> tuple[int, str]:
    """The number of the last whole answer that is there, and what is wrong."""
    workspace = workspace_at(folder)
    (row,) = workspace.rows()
    session = workspace.open(row.id)
    workspace.close()
    items = [item.id for item in session.appraisal.edition.items]
    there = _last_whole(session.current, items, last)
    if there < last:
        return there, f"answer {last} was said to be saved, {there} is there"
    for number in range(max(1, last - len(items) + 2), last + 1):
        # The next one may have begun to take its place.
        id = items[number % len(items)]
        if _given(session.current, id) != (level_of(number), note_of(number)):
            return there, f"answer {number} of item {id} is not what was given"
    return there, ""


def _last_whole(current: Assessment, items: list[str], last: int) -> int:
    for number in (last + 1, last, last - 1, last - 2):
        given = _given(current, items[number % len(items)])
        if given == (level_of(number), note_of(number)):
            return number
    return 0


def _given(current: Assessment, id: str) -> tuple[object, str]:
    answer: Answer = current.answer(id)
    statement: Statement = answer.statement
    return answer.level, statement.note
