"""A real disk filled to the last byte at every stage of a person's work."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random

from digicom_desktop import restoring
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.moving import folder_in
from digicom_desktop.paths import DATABASE_NAME, resources_folder
from digicom_desktop.recovery import DamagedFolder
from digicom_desktop.session import Session
from digicom_desktop.store.database import Store
from digicom_desktop.store.moving import copy_data
from digicom_desktop.workspace import Workspace
from tests.finished import settle
from tests.torture.apart import Verdict, outcome, verdicts
from tests.torture.gone_folders import answer
from tests.torture.judging import LossError, hashes, opened, said
from tests.torture.materials import prepare
from tests.torture.old_schemas import FROZEN
from tests.torture.outcome import Effort, Outcome
from tests.torture.saved_data import Version, version_of

_DISK = 24_000
"""Kilobytes: a move asks for 20 MB beside the data."""
_TRIALS = {Effort.SHORT: 2, Effort.LONG: 40}
_LEFT = (0, 0, 1, 100, 4096, 5000, 20_000, 65_536, 100_000, 140_000, 200_000, 400_000)
"""Bytes that are left free."""


def full_disk(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """Fill the disk in every stage of the work, and make room again."""
    if sys.platform == "win32" or not _can_mount(folder):
        yield Outcome("full disk", 0, 0, skipped="no small disk can be mounted here")
        return
    data = prepare(folder, seed).closed
    for name, stage in _STAGES.items():
        trial = partial(_try, stage, data, folder, f"{seed}/{name}")
        yield outcome(f"full disk: {name}", verdicts(trial, range(_TRIALS[effort])))


def _can_mount(folder: Path) -> bool:
    with suppress(OSError, subprocess.CalledProcessError), _disk(folder):
        return True
    return False


@contextmanager
def _disk(folder: Path) -> Iterator[Path]:
    place = folder / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}k", "digicom-test", str(place)]
    try:
        subprocess.run(command, check=True, capture_output=True)
        try:
            yield place
        finally:
            subprocess.run(["umount", "-l", str(place)], check=True)
    finally:
        place.rmdir()


class Disk:
    """A disk with the data folder ``data`` in it, that can be filled and emptied."""

    def __init__(self, place: Path, chance: Random) -> None:
        self.place = place
        self.data = place / "data"
        self.chance = chance
        self._filler = place / "filler"

    def fill(self) -> None:
        """Leave little, or nothing at all."""
        left = self.chance.choice(_LEFT)
        with self._filler.open("wb") as file, suppress(OSError):
            while True:
                os.write(file.fileno(), bytes(4096))
        size = self._filler.stat().st_size
        os.truncate(self._filler, max(0, size - left))

    def empty(self) -> None:
        """Somebody made room."""
        self._filler.unlink(missing_ok=True)


Stage = Callable[[Disk], bool]
"""Does something on a disk that is full meanwhile; whether that was refused."""


def _try(stage: Stage, data: Path, folder: Path, seed: str, number: int) -> Verdict:
    with _disk(folder) as place:
        shutil.copytree(data, place / "data")
        try:
            return Verdict(fault=stage(Disk(place, Random(f"{seed}/{number}"))))
        except LossError as error:
            return Verdict(loss=str(error))
        except FalseSavedError as error:
            return Verdict(false_saved=str(error))


class FalseSavedError(Exception):
    """Something was acknowledged that is not there."""


def _contents(workspace: Workspace) -> dict[str, Version]:
    rows = (*workspace.rows(), *workspace.rows(deleted=True))
    return {row.id: version_of(workspace.open(row.id)) for row in rows}


def _require(disk: Disk, expected: dict[str, Version]) -> None:
    """Raise FalseSavedError unless a start in the folder, with room again, finds ``expected``."""
    disk.empty()
    workspace = opened(disk.data, system_clock)
    try:
        if _contents(workspace) != expected:
            raise FalseSavedError("what was acknowledged is not there")
    finally:
        workspace.close()


def _done(do: Callable[[], object]) -> bool:
    """Whether ``do`` succeeded; what it refuses is a sentence."""
    try:
        do()
    except DigicomError as error:
        said(error)
        return False
    return True


def _first(workspace: Workspace) -> Session:
    return workspace.open(next(row.id for row in workspace.rows() if row.summary.firm))


def _answers(disk: Disk) -> bool:
    """Answers while it is full: saved, or said not to be, and saved when there is room again."""
    workspace = opened(disk.data, system_clock)
    session, refused = _first(workspace), False
    disk.fill()
    for number in range(40):
        answer(session, f"{number}" * disk.chance.randrange(1, 900))
        if session.problem is not None:
            said(session.problem)
        refused |= not session.is_saved
    expected = _contents(workspace) | {session.id: version_of(session)}
    _require_after_kill(disk, expected)
    disk.empty()
    wanted = session.current
    if not session.retry() or session.saved != wanted:
        raise LossError(f"there is room again, and still: {session.problem}")
    expected = _contents(workspace)
    workspace.close()
    _require(disk, expected)
    return refused


def _require_after_kill(disk: Disk, expected: dict[str, Version]) -> None:
    """Raise FalseSavedError unless a kill now would leave ``expected``."""
    copy = disk.place.with_name("as after a kill")
    shutil.copytree(disk.data, copy)
    try:
        workspace = opened(copy, system_clock)
        found = _contents(workspace)
        workspace.close()
    finally:
        shutil.rmtree(copy)
    if found != expected:
        raise FalseSavedError("what was acknowledged would be lost by a kill")


def _attaches(disk: Disk) -> bool:
    """Evidence that is attached is there, whole; what does not fit leaves nothing behind."""
    workspace = opened(disk.data, system_clock)
    session = _first(workspace)
    content = disk.chance.randbytes(disk.chance.randrange(1, 300_000))
    (source := disk.place.with_name("source.txt")).write_bytes(b"text " + content)
    before = hashes(disk.data / "evidence")
    disk.fill()
    try:
        copied = session.copy_evidence(source)
    except DigicomError as error:
        said(error)
        if hashes(disk.data / "evidence") != before:
            raise LossError("half a file was left") from error
        return True
    else:
        if session.evidence_path(copied.sha256).read_bytes() != source.read_bytes():
            raise FalseSavedError("the evidence is not what was attached")
        return False
    finally:
        source.unlink()
        disk.empty()
        workspace.close()


def _finalises(disk: Disk) -> bool:
    """A revision is there as it was acknowledged, or there is none and it works later."""
    workspace = opened(disk.data, system_clock)
    session = _first(workspace)
    answer(session, "once more")
    settle(session)
    count = len(session.history.revisions)
    disk.fill()
    is_done = _done(session.finalise)
    expected = _contents(workspace)
    if len(expected[session.id].revisions) != count + is_done:
        raise FalseSavedError("the number of revisions is not what was acknowledged")
    _require_after_kill(disk, expected)
    disk.empty()
    if not is_done and not _done(session.finalise):
        raise LossError("there is room again, and it cannot be finalised")
    expected = _contents(workspace)
    workspace.close()
    _require(disk, expected)
    return not is_done


def _exports(disk: Disk) -> bool:
    """An export replaces the older one whole, or leaves it as it was."""
    workspace = opened(disk.data, system_clock)
    session = _first(workspace)
    (target := disk.place / "export.digicom").write_bytes(old := b"an older export")
    source = session.package_source(None, Language.ZH)
    disk.fill()
    is_done = _done(lambda: workspace.export_package(source, target))
    if not is_done and target.read_bytes() != old:
        raise LossError("the older export is damaged")
    if [path.name for path in disk.place.glob(".digicom-*")]:
        raise LossError("half an export was left")
    disk.empty()
    if is_done:
        workspace.read_file(target)
    workspace.close()
    return not is_done


def _backs_up(disk: Disk) -> bool:
    """A backup that was made is whole; one that was not costs none of the others."""
    workspace = opened(disk.data, system_clock)
    session = _first(workspace)
    answer(session, "to be backed up")
    before = {view.path: view.path.read_bytes() for view in workspace.backups()}
    disk.fill()
    is_done = _done(workspace.back_up_if_changed)
    after = {view.path: view.path.read_bytes() for view in workspace.backups()}
    if not before.items() <= after.items() or len(after) != len(before) + is_done:
        raise FalseSavedError("the backups are not what was acknowledged")
    expected = _contents(workspace)
    _done(workspace.close)
    _require(disk, expected)
    return not is_done


def _brings_in(disk: Disk) -> bool:
    """A package is brought in whole, or nothing has changed."""
    workspace = opened(disk.data, system_clock)
    package = disk.place.with_name("package.digicom")
    workspace.export_package(_first(workspace).package_source(None, Language.ZH), package)
    before = _contents(workspace)
    hand_in = workspace.read_file(package)
    way = disk.chance.choice([IfExists.REPLACE, IfExists.KEEP])
    disk.fill()

    def bring_in() -> None:
        workspace.take_evidence(package, hand_in)
        workspace.bring_in(hand_in, (), way)

    is_done = _done(bring_in)
    package.unlink()
    expected = _contents(workspace)
    if not is_done and expected != before:
        raise LossError("it was refused, and something has changed")
    _require_after_kill(disk, expected)
    disk.empty()
    workspace.close()
    _require(disk, expected)
    return not is_done


def _migrates(disk: Disk) -> bool:
    """An old database is brought up whole, or stays as it was."""
    shutil.rmtree(disk.data)
    disk.data.mkdir()
    sample = disk.chance.choice(sorted(FROZEN.glob("*.sqlite3"))[:-1])
    shutil.copy(sample, disk.data / DATABASE_NAME)
    disk.fill()
    is_done = _done(lambda: Store.open(disk.data, system_clock).close())
    disk.empty()
    Store.open(disk.data, system_clock).close()
    (disk.place / "again").mkdir()
    shutil.copy(sample, disk.place / "again" / DATABASE_NAME)
    if _raw(disk.data) != _raw(disk.place / "again"):
        raise LossError("the old database is not as it was")
    return not is_done


def _raw(folder: Path) -> dict[str, dict[str, bytes]]:
    store = Store.open(folder, system_clock)
    try:
        return {row.id: store.read(row.id) for row in store.rows()}
    finally:
        store.close()


def _moves(disk: Disk) -> bool:
    """The data is copied whole to the full disk, or nothing is left there."""
    target = folder_in(disk.place / "there")
    target.parent.mkdir()
    before = hashes(disk.data)
    looks = iter(range(disk.chance.randrange(-1, 6), 99))

    def fill_meanwhile() -> bool:
        if next(looks) == 5:
            disk.fill()
        return False

    if next(looks) == 0:
        disk.fill()
    is_done = _done(lambda: copy_data(disk.data, target, fill_meanwhile))
    disk.empty()
    if hashes(disk.data) != before:
        raise LossError("the old folder has changed")
    if is_done:
        copied = {path: before[path] for path in before if path != DATABASE_NAME}
        if not copied.items() <= hashes(target).items():
            raise FalseSavedError("the copy is not what is in the old folder")
    elif list(target.parent.iterdir()):
        raise LossError("half a copy was left")
    return not is_done


def _restores(disk: Disk) -> bool:
    """A backup is put back whole, or what was there is still there."""
    workspace = opened(disk.data, system_clock)
    expected = _contents(workspace)
    backup = workspace.backups()[-1].path
    workspace.close()
    held = restoring.look(backup, disk.data, system_clock)
    disk.fill()
    is_done = _done(lambda: restoring.restore(held, disk.data, system_clock))
    disk.empty()
    if not is_done:
        _require(disk, expected)
    elif {row.id for row in (*held.rows, *held.deleted)} != set(_raw_ids(disk)):
        raise FalseSavedError("the backup is not there")
    return not is_done


def _raw_ids(disk: Disk) -> Iterator[str]:
    workspace = opened(disk.data, system_clock)
    yield from _contents(workspace)
    workspace.close()


def _recovers(disk: Disk) -> bool:
    """A damaged database: restored or salvaged, or all of it is where it was."""
    (disk.data / DATABASE_NAME).write_bytes(b"rubbish" * 20_000)
    disk.fill()
    damaged = DamagedFolder(disk.data, resources_folder(), system_clock)
    before = hashes(disk.data)
    is_done = False
    try:
        opened(disk.data, system_clock)
    except DigicomError as error:
        said(error)
        if "backup" in error.values:
            backup = error.values["backup"]
            is_done = _done(lambda: damaged.restore(backup).workspace.close())
    if not before.items() <= _aside(disk).items():
        raise LossError("what was damaged is not there any more")
    disk.empty()
    if not is_done:
        try:
            opened(disk.data, system_clock).close()
        except DigicomError as error:
            damaged.restore(error.values["backup"]).workspace.close()
    opened(disk.data, system_clock).close()
    return not is_done


def _aside(disk: Disk) -> dict[str, bytes]:
    """The files of the folder, those in ``damaged/`` by the names that they had."""
    found = hashes(disk.data)
    aside = {Path(name).name: content for name, content in found.items() if "damaged" in name}
    return found | aside


_STAGES: dict[str, Stage] = {
    "answering": _answers,
    "attaching evidence": _attaches,
    "finalising": _finalises,
    "exporting": _exports,
    "backing up and closing": _backs_up,
    "bringing a package in": _brings_in,
    "bringing an old database up": _migrates,
    "moving the data": _moves,
    "restoring a backup": _restores,
    "recovering a damaged database": _recovers,
}
