"""Damaged data folders, opened, recovered and opened again: no wrong answer without a word."""

import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from random import Random

from tests.torture.apart import Verdict, outcome, verdicts
from tests.torture.damages import DAMAGES
from tests.torture.judging import Case, hashes, judge
from tests.torture.materials import Materials, prepare
from tests.torture.old_schemas import FROZEN, old_schema
from tests.torture.outcome import Effort, Outcome
from tests.torture.saved_data import SteadyClock
from tests.torture.small_files import small_files

_TRIALS = {Effort.SHORT: 2, Effort.LONG: 75}
"""Of each kind of damage."""


def damage(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """Damage copies of data folders in every way, and see what the program makes of them."""
    materials = prepare(folder, seed)
    for name in DAMAGES:
        trial = partial(_try, materials, name, seed)
        yield outcome(name, verdicts(trial, range(_TRIALS[effort])))
    for sample in sorted(FROZEN.glob("*.sqlite3")):
        yield old_schema(sample, folder, seed, _TRIALS[effort])
    yield from small_files(materials.closed, folder, seed, _TRIALS[effort])


def _try(materials: Materials, name: str, seed: int, number: int) -> Verdict:
    chance = Random(f"{seed}/{name}/{number}")
    kind = DAMAGES[name]
    sources = [materials.closed] * kind.closed + [materials.killed] * kind.killed
    source = chance.choice(sources)
    folder = materials.folder / "trial"
    shutil.copytree(source, folder)
    try:
        kind.hurt(folder, chance, materials)
        before, after = hashes(source), hashes(folder)
        if before == after:
            return Verdict(fault=False)
        intact = {
            Path(path).name
            for path in before.keys() & after.keys()
            if path.startswith("backups") and before[path] == after[path]
        }
        case = Case(
            folder,
            materials.record,
            frozenset(intact),
            kind.older,
            materials.others,
            SteadyClock(),
        )
        return judge(case, chance)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
