"""A process that is killed loses nothing that it said was saved."""

import random
import subprocess
import sys
import time
from pathlib import Path

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.paths import resources_folder
from digicom_desktop.workspace import Workspace
from tests.journeys.watchdog import Watchdog

_TRIALS = 30
_ANSWERING = Path(__file__).with_name("answering.py")


def test_an_answer_that_was_acknowledged_survives_signal_9(
    tmp_path: Path, watchdog: Watchdog
) -> None:
    workspace = Workspace.at(tmp_path, resources_folder(), system_clock)
    id = workspace.create(2025).id
    workspace.close()
    chance = random.Random(9)
    for trial in range(_TRIALS):
        with watchdog.resting():  # only the test waits for the other process
            acknowledged = _answer_until_killed(tmp_path, id, trial, chance.uniform(0.002, 0.1))
        workspace = Workspace.at(tmp_path, resources_folder(), system_clock)
        note = workspace.open(id).current.answer("1.1").statement.note
        workspace.close()
        begun, _, count = note.partition(":")
        assert int(begun) == trial
        # The one after the last acknowledged may have reached the disk too: never fewer.
        assert int(count) in (acknowledged, acknowledged + 1)


def _answer_until_killed(folder: Path, id: str, trial: int, seconds: float) -> int:
    """The number of the last answer that the process acknowledged before it was killed."""
    command = [sys.executable, str(_ANSWERING), str(folder), id, str(trial)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
    return int([line for line in lines if line.endswith("\n")][-1])
