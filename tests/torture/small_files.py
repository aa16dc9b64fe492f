"""The small files beside the database, damaged: preferences, the note of a move, the lock."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from digicom_desktop.errors import DigicomError
from digicom_desktop.moving import follow
from digicom_desktop.paths import MOVED_TO, data_folder, usual_folder
from digicom_desktop.store.database import Store
from digicom_desktop.ui.preferences import FILE_NAME, PreferenceFile
from tests.torture.apart import Verdict, outcome, verdicts
from tests.torture.judging import said
from tests.torture.outcome import Outcome
from tests.torture.saved_data import SteadyClock


def small_files(data: Path, folder: Path, seed: int, count: int) -> Iterator[Outcome]:
    """Damage each of them beside a copy of ``data``, in ``folder``."""
    for name, judge in (
        ("the note of a move damaged", _moved),
        ("preferences damaged", _preferences),
        ("lock file damaged", _lock),
    ):
        trial = partial(_try, judge, data, folder, f"{seed}/{name}")
        yield outcome(name, verdicts(trial, range(count)))


Judge = Callable[[Path, Random], str]
"""Damages a file of a data folder and looks what becomes of it; what was lost."""


def _try(judge: Judge, data: Path, place: Path, seed: str, number: int) -> Verdict:
    folder = place / "a person's disk" / "trial"
    shutil.copytree(data, folder)
    try:
        return Verdict(loss=judge(folder, Random(f"{seed}/{number}")))
    finally:
        shutil.rmtree(folder.parent)


def _hurt(path: Path, chance: Random) -> None:
    content = bytearray(path.read_bytes())
    way = chance.randrange(4)
    if way == 0 and content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif way == 1 and content:
        del content[chance.randrange(len(content)) :]
    elif way == 2:
        content = bytearray(chance.randbytes(chance.choice([1, 60, 5000])))
    else:
        content = bytearray(len(content))
    path.write_bytes(content)


def _moved(folder: Path, chance: Random) -> str:
    """A start in another folder than that of the data would look as if all were lost."""
    os.environ["XDG_DATA_HOME"] = str(folder.parent / "usual")
    follow(folder)
    _hurt(usual_folder() / MOVED_TO, chance)
    try:
        found = data_folder()
    except DigicomError as error:
        said(error)
        return ""
    return "" if found == folder else f"the next start would begin anew in {found}"


def _preferences(folder: Path, chance: Random) -> str:
    PreferenceFile(folder).change(scores_shown=False, export_folder="/somewhere")
    _hurt(folder / FILE_NAME, chance)
    preferences = PreferenceFile(folder)
    preferences.change(maximised=not preferences.current.maximised)
    again = PreferenceFile(folder).current
    return "" if again.maximised == preferences.current.maximised else "a preference was not kept"


def _lock(folder: Path, chance: Random) -> str:
    lock = folder / "digicom.lock"
    _hurt(lock, chance)
    if chance.random() < 0.5:
        lock.unlink()
    store = Store.open(folder, SteadyClock())
    try:
        rows = store.rows()
    finally:
        store.close()
    return "" if rows else "the list is empty"
