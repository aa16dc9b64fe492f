"""Others at the same folder and files, clocks that jump, folders that vanish."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from random import Random

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.exchange import Exchange
from digicom_desktop.paths import DATABASE_NAME, resources_folder
from digicom_desktop.recovery import DamagedFolder
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.database import Store
from digicom_desktop.store.moving import copy_data
from digicom_desktop.store.restoring import look_into, put_back
from tests.torture.apart import Verdict, outcome, verdicts
from tests.torture.clock_jumps import jumps
from tests.torture.gone_folders import PROJECT, answer, gone, powerless, read_only
from tests.torture.judging import hashes, opened, said
from tests.torture.materials import prepare
from tests.torture.outcome import Effort, Outcome
from tests.torture.saved_data import version_of

_COUNTS = {
    Effort.SHORT: {"second": 1, "locked": 2, "target": 3, "clock": 1, "gone": 4, "read_only": 1},
    Effort.LONG: {"second": 8, "locked": 20, "target": 30, "clock": 40, "gone": 60, "read_only": 4},
}


def rivals(folder: Path, effort: Effort, seed: int) -> Iterable[Outcome]:
    """Try each kind on copies of one data folder."""
    data = prepare(folder, seed).closed
    counts = _COUNTS[effort]
    if sys.platform == "win32":
        yield Outcome("rivals", 0, 0, skipped="locks and permissions are another matter there")
        return
    for name, trial, count in (
        ("a second program on the same folder", _second, counts["second"]),
        ("the database locked by another program", _locked, counts["locked"]),
        ("the target of an export held, forbidden or no file", _target, counts["target"]),
        ("a clock that jumps between any two steps", jumps, counts["clock"]),
        ("the data folder removed or replaced meanwhile", gone, counts["gone"]),
    ):
        found = verdicts(partial(trial, data, folder, f"{seed}/{name}"), range(count))
        yield outcome(name, found)
    name, prefix = "the data folder made read-only meanwhile", powerless()
    if prefix is None:
        yield Outcome(name, 0, 0, skipped="root cannot lay down its powers here")
    else:
        trial = partial(read_only, data, folder, prefix)
        yield outcome(name, verdicts(trial, range(counts["read_only"])))


def _ways_in(folder: Path, elsewhere: Path) -> Iterator[Callable[[], object]]:
    """All that another process could do with a data folder."""
    backup = list_backups(folder / "backups")[0]
    damaged = DamagedFolder(folder, resources_folder(), system_clock)
    yield lambda: Store.open(folder, system_clock)
    yield lambda: damaged.restore(backup)
    yield damaged.start_fresh
    yield lambda: copy_data(folder, elsewhere, lambda: False)
    yield lambda: put_back(
        look_into(backup.path, folder, system_clock), folder, system_clock, lambda: False
    )


_HOLDER = """
import sys
from pathlib import Path
from digicom_desktop.domain.clock import system_clock
from tests.torture.gone_folders import answer
from tests.torture.judging import opened
workspace = opened(Path(sys.argv[1]), system_clock)
session = workspace.open(workspace.rows()[0].id)
print("holds", flush=True)
for line in sys.stdin:
    answer(session, line.strip())
    print("saved" if session.is_saved else session.problem, flush=True)
workspace.close()
"""


@contextmanager
def _holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has ``folder`` open, and saves each line that it is sent."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def _ask(process: subprocess.Popen[str], line: str) -> str:
    assert process.stdin is not None and process.stdout is not None
    if line:
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
    return process.stdout.readline().strip()


def _second(data: Path, place: Path, seed: str, number: int) -> Verdict:
    """One has the folder open and saves: every other is refused, and nothing changes."""
    shutil.copytree(data, folder := place / "live")
    try:
        with _holder(folder) as process:
            text = ""
            if _ask(process, text) != "holds":
                return Verdict(crash="the first program did not start")
            for step, way in enumerate(_ways_in(folder, place / "moved")):
                text = f"{seed} {number} {step}"
                if _ask(process, text) != "saved":
                    return Verdict(loss="the first program could not save any more")
                if problem := _refused(folder, way):
                    return Verdict(loss=problem)
        # It was killed: the next one starts as if nothing had been.
        workspace = opened(folder, system_clock)
        session = workspace.open(workspace.rows()[0].id)
        reason = session.current.answer(session.edition.items[0].id).reason
        workspace.close()
        return Verdict(loss="" if reason == text else "what the first one saved is not there")
    finally:
        shutil.rmtree(folder)


def _refused(folder: Path, way: Callable[[], object]) -> str:
    """What is wrong with how the second program was refused, "" if nothing is."""
    before = hashes(folder)
    try:
        way()
    except DigicomError as error:
        said(error)
        if error.id != "store.in_use":
            return f"the second program was told: {error}"
        return "" if hashes(folder) == before else "the second program changed something"
    return "the second program was let in"


def _locked(data: Path, place: Path, seed: str, number: int) -> Verdict:
    """Another program, such as a viewer of databases, holds locks of SQLite."""
    chance = Random(f"{seed}/{number}")
    shutil.copytree(data, folder := place / "live")
    try:
        with closing(sqlite3.connect(folder / DATABASE_NAME, timeout=0)) as other:
            other.execute(chance.choice(["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"]))
            before = hashes(folder)
            if problem := _refused_or_open(folder):
                return Verdict(loss=problem)
            if not before.items() <= hashes(folder).items():
                return Verdict(loss="the program changed files that it was refused")
            other.rollback()
        workspace = opened(folder, system_clock)
        session = workspace.open(workspace.rows()[0].id)
        if _could_delete(folder / DATABASE_NAME):
            return Verdict(loss="another program could delete while this one was open")
        answer(session, "still here")
        is_saved, saved = session.is_saved, version_of(session)
        workspace.close()
        again = opened(folder, system_clock)
        is_there = version_of(again.open(session.id)) == saved
        again.close()
        return Verdict(
            loss="" if is_there else "what was saved is not there",
            false_saved="" if is_saved else "it could not save",
        )
    finally:
        shutil.rmtree(folder)


def _could_delete(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database, timeout=0)) as other:
            other.execute("DELETE FROM part")
    except sqlite3.OperationalError:
        return False
    return True


def _refused_or_open(folder: Path) -> str:
    try:
        opened(folder, system_clock).close()
    except DigicomError as error:
        said(error)
        return "" if error.id == "store.in_use" else f"it was told: {error}"
    return "it opened a database that another program had locked"


def _target(data: Path, place: Path, seed: str, number: int) -> Verdict:
    """Export to where a file cannot come: a sentence, and what was there is as it was."""
    chance = Random(f"{seed}/{number}")
    shutil.copytree(data, folder := place / "live")
    (targets := place / "targets").mkdir()
    workspace = opened(folder, system_clock)
    try:
        id = next(row.id for row in workspace.rows() if row.summary.firm)
        source = workspace.open(id).package_source(None, Language.ZH)
        target, undo = chance.choice(_HINDRANCES)(targets)
        before = _seen(targets)
        try:
            Exchange.export_package(source, target)
        except DigicomError as error:
            said(error)
            return Verdict(loss="" if _seen(targets) == before else "files were changed")
        finally:
            undo()
        is_there = target.is_file() and stat.S_ISREG(target.lstat().st_mode)
        return Verdict(fault=False, false_saved="" if is_there else "it is not there")
    finally:
        workspace.close()
        shutil.rmtree(folder)
        shutil.rmtree(targets)


def _seen(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.lstat().st_mode, path.lstat().st_size) for path in folder.rglob("*")}


def _nothing() -> None:
    """Needs no undoing."""


Hindered = tuple[Path, Callable[[], None]]


def _folder_there(folder: Path) -> Hindered:
    (target := folder / "a.digicom").mkdir()
    return target, _nothing


def _read_only_file(folder: Path) -> Hindered:
    (target := folder / "a.digicom").write_bytes(b"an older export")
    target.chmod(0o400)
    return target, _nothing


def _pipe(folder: Path) -> Hindered:
    os.mkfifo(target := folder / "a.digicom")
    return target, _nothing


def _no_folder(folder: Path) -> Hindered:
    return folder / "not there" / "a.digicom", _nothing


def _file_as_folder(folder: Path) -> Hindered:
    (folder / "file").write_bytes(b"x")
    return folder / "file" / "a.digicom", _nothing


def _loop(folder: Path) -> Hindered:
    (target := folder / "a.digicom").symlink_to(target.name)
    return target, _nothing


def _long_name(folder: Path) -> Hindered:
    return folder / f"{'长' * 90}.digicom", _nothing


def _proc(_: Path) -> Hindered:
    return Path("/proc/a.digicom"), _nothing


_HINDRANCES = (
    _folder_there,
    _read_only_file,
    _pipe,
    _no_folder,
    _file_as_folder,
    _loop,
    _long_name,
    _proc,
)
