"""A real disk filled to the last byte at every stage of a person's work."""

import shutil
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from random import Random

from tests.torture.apart import Verdict, outcome, verdicts
from tests.torture.filled_disk import Disk, FalseSavedError, can_mount, small_disk
from tests.torture.full_disk_stages import STAGES, Stage
from tests.torture.judging import LossError
from tests.torture.materials import prepare
from tests.torture.outcome import Effort, Outcome

_TRIALS = {Effort.SHORT: 2, Effort.LONG: 40}


def full_disk(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """Fill the disk in every stage of the work, and make room again."""
    if sys.platform == "win32" or not can_mount(folder):
        yield Outcome("full disk", 0, 0, skipped="no small disk can be mounted here")
        return
    data = prepare(folder, seed).closed
    for name, stage in STAGES.items():
        trial = partial(_try, stage, data, folder, f"{seed}/{name}")
        yield outcome(f"full disk: {name}", verdicts(trial, range(_TRIALS[effort])))


def _try(stage: Stage, data: Path, folder: Path, seed: str, number: int) -> Verdict:
    with small_disk(folder) as place:
        shutil.copytree(data, place / "data")
        try:
            return Verdict(fault=stage(_disk(place, seed, number)))
        except LossError as error:
            return Verdict(loss=str(error))
        except FalseSavedError as error:
            return Verdict(false_saved=str(error))


def _disk(place: Path, seed: str, number: int) -> Disk:
    """The first time it is filled to the last byte."""
    chance = Random(f"{seed}/{number}")
    return Disk(place, chance) if number else Disk(place, chance, (0,))
