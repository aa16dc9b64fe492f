"""The stages of a person's work, each on a disk that is full meanwhile."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from digicom_desktop import restoring
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.moving import folder_in
from digicom_desktop.paths import DATABASE_NAME, resources_folder
from digicom_desktop.recovery import DamagedFolder
from digicom_desktop.store.database import Store
from digicom_desktop.store.moving import copy_data
from tests.finished import settle
from tests.torture.filled_disk import (
    Disk,
    FalseSavedError,
    contents,
    first_firm,
    is_done_by,
    require,
    require_after_kill,
)
from tests.torture.gone_folders import answer
from tests.torture.judging import LossError, hashes, opened, said
from tests.torture.old_schemas import FROZEN
from tests.torture.saved_data import version_of

Stage = Callable[[Disk], bool]
"""Does something on a disk that is full meanwhile; whether that was refused."""


def _answers(disk: Disk) -> bool:
    """Answers while it is full: saved, or said not to be, and saved when there is room again."""
    workspace = opened(disk.data, system_clock)
    session, refused = first_firm(workspace), False
    disk.fill()
    for number in range(40):
        answer(session, f"{number}" * disk.chance.randrange(1, 900))
        if session.problem is not None:
            said(session.problem)
        refused |= not session.is_saved
    expected = contents(workspace) | {session.id: version_of(session)}
    require_after_kill(disk, expected)
    disk.empty()
    wanted = session.current
    if not session.retry() or session.saved != wanted:
        raise LossError(f"there is room again, and still: {session.problem}")
    expected = contents(workspace)
    workspace.close()
    require(disk, expected)
    return refused


def _attaches(disk: Disk) -> bool:
    """Evidence that is attached is there, whole; what does not fit leaves nothing behind."""
    workspace = opened(disk.data, system_clock)
    session = first_firm(workspace)
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
    session = first_firm(workspace)
    answer(session, "once more")
    settle(session)
    count = len(session.history.revisions)
    disk.fill()
    is_done = is_done_by(session.finalise)
    expected = contents(workspace)
    if len(expected[session.id].revisions) != count + is_done:
        raise FalseSavedError("the number of revisions is not what was acknowledged")
    require_after_kill(disk, expected)
    disk.empty()
    if not is_done and not is_done_by(session.finalise):
        raise LossError("there is room again, and it cannot be finalised")
    expected = contents(workspace)
    workspace.close()
    require(disk, expected)
    return not is_done


def _exports(disk: Disk) -> bool:
    """An export replaces the older one whole, or leaves it as it was."""
    workspace = opened(disk.data, system_clock)
    session = first_firm(workspace)
    (target := disk.place / "export.digicom").write_bytes(old := b"an older export")
    source = session.package_source(None, Language.ZH)
    disk.fill()
    is_done = is_done_by(lambda: workspace.export_package(source, target))
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
    session = first_firm(workspace)
    answer(session, "to be backed up")
    before = {view.path: view.path.read_bytes() for view in workspace.backups()}
    disk.fill()
    is_done = is_done_by(workspace.back_up_if_changed)
    after = {view.path: view.path.read_bytes() for view in workspace.backups()}
    if not before.items() <= after.items() or len(after) != len(before) + is_done:
        raise FalseSavedError("the backups are not what was acknowledged")
    expected = contents(workspace)
    is_done_by(workspace.close)
    require(disk, expected)
    return not is_done


def _brings_in(disk: Disk) -> bool:
    """A package is brought in whole, or nothing has changed."""
    workspace = opened(disk.data, system_clock)
    package = disk.place.with_name("package.digicom")
    workspace.export_package(first_firm(workspace).package_source(None, Language.ZH), package)
    before = contents(workspace)
    hand_in = workspace.read_file(package)
    way = disk.chance.choice([IfExists.REPLACE, IfExists.KEEP])
    disk.fill()

    def bring_in() -> None:
        workspace.take_evidence(package, hand_in)
        workspace.bring_in(hand_in, (), way)

    is_done = is_done_by(bring_in)
    package.unlink()
    expected = contents(workspace)
    if not is_done and expected != before:
        raise LossError("it was refused, and something has changed")
    require_after_kill(disk, expected)
    disk.empty()
    workspace.close()
    require(disk, expected)
    return not is_done


def _migrates(disk: Disk) -> bool:
    """An old database is brought up whole, or stays as it was."""
    shutil.rmtree(disk.data)
    disk.data.mkdir()
    sample = disk.chance.choice(sorted(FROZEN.glob("*.sqlite3"))[:-1])
    shutil.copy(sample, disk.data / DATABASE_NAME)
    disk.fill()
    is_done = is_done_by(lambda: Store.open(disk.data, system_clock).close())
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
    is_done = is_done_by(lambda: copy_data(disk.data, target, fill_meanwhile))
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
    expected = contents(workspace)
    backup = workspace.backups()[-1].path
    workspace.close()
    held = restoring.look(backup, disk.data, system_clock)
    disk.fill()
    is_done = is_done_by(lambda: restoring.restore(held, disk.data, system_clock))
    disk.empty()
    if not is_done:
        require(disk, expected)
    elif {row.id for row in (*held.rows, *held.deleted)} != set(_raw_ids(disk)):
        raise FalseSavedError("the backup is not there")
    return not is_done


def _raw_ids(disk: Disk) -> Iterator[str]:
    workspace = opened(disk.data, system_clock)
    yield from contents(workspace)
    workspace.close()


def _recovers(disk: Disk) -> bool:
    """A damaged database: restored or salvaged, or all of it is where it was."""
    (disk.data / DATABASE_NAME).write_bytes(b"rubbish" * 20_000)
    disk.fill()
    damaged = DamagedFolder(disk.data, resources_folder(), system_clock)
    before = hashes(disk.data)
    backup = offered_backup(disk)
    is_done = backup is not None and is_done_by(lambda: damaged.restore(backup).workspace.close())
    if not before.items() <= _aside(disk).items():
        raise LossError("what was damaged is not there any more")
    disk.empty()
    if not is_done:
        damaged.restore(offered_backup(disk)).workspace.close()
    opened(disk.data, system_clock).close()
    return not is_done


def offered_backup(disk: Disk) -> object:
    """The backup that a start offers, None where it says another thing first."""
    try:
        opened(disk.data, system_clock).close()
    except DigicomError as error:
        said(error)
        return error.values.get("backup")
    raise FalseSavedError("rubbish was opened as a database")


def _aside(disk: Disk) -> dict[str, bytes]:
    """The files of the folder, those in ``damaged/`` by the names that they had."""
    found = hashes(disk.data)
    aside = {Path(name).name: content for name, content in found.items() if "damaged" in name}
    return found | aside


STAGES: dict[str, Stage] = {
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
