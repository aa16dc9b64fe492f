"""Copies a whole data folder to another place, all of it or nothing."""

import re
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import is_disk_full, sha256_of, sync_file, sync_folder
from digicom_desktop.long_paths import plain
from digicom_desktop.paths import DATABASE_NAME, MOVED_TO
from digicom_desktop.store.inspection import altered_assessments, inspect, reading
from digicom_desktop.store.layout import Layout, create_private
from digicom_desktop.store.lock import FolderLock
from digicom_desktop.store.migrations import Migrations

_SPARE = 20_000_000
"""Bytes that must be free beside what is copied: the program goes on writing there."""
_UNFINISHED = ".digicom-"
"""What stands in the name of half a copy, between that of the target and a number of our own."""


def copy_data(source: Path, target: Path, is_called_off: Callable[[], bool]) -> None:
    """Copy the data folder ``source`` to ``target``, which comes to exist whole or not at all.

    Nobody may have ``source`` open, and nobody can while it is copied. Every file is flushed, read
    back and compared; the database is copied by SQLite and inspected. ``source`` stays as it is.
    Raises DigicomError ``store.move.inside``, ``store.move.taken``, ``store.move.no_room``,
    ``store.move.called_off``, ``store.move.failed``, and ``store.in_use``.
    """
    layout = Layout(source)
    with _as_sentence(target):
        _require_place(source, target)
        _require_room(layout, target)
        lock = FolderLock(layout.lock)
        try:
            with _unfinished(target) as folder:
                _copy_database(layout.database, folder / DATABASE_NAME)
                for file in _others(layout):
                    if is_called_off():
                        raise DigicomError("store.move.called_off")
                    _copy(file, folder / file.relative_to(source))
        finally:
            lock.release()


def remove_data(folder: Path) -> None:
    """Delete what the program keeps in ``folder``, and it, if nothing else is in it.

    The preferences stay: they say in which language to ask for data that is not there. Raises
    DigicomError ``store.move.remains``.
    """
    layout = Layout(folder)
    try:
        made = (layout.backups, layout.evidence, layout.damaged, layout.logs)
        for tree in (*made, layout.requests, layout.unpacking):
            if tree.exists():
                shutil.rmtree(tree)
        for file in (layout.database, *layout.side_files, layout.unfinished, layout.lock):
            file.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise DigicomError("store.move.remains", folder=folder) from error


def remove_copy(target: Path) -> None:
    """Delete what ``copy_data`` made; what the system does not let go stays."""
    shutil.rmtree(target, ignore_errors=True)


def _require_place(source: Path, target: Path) -> None:
    here, there = plain(source.resolve()), plain(target.resolve())
    if there.is_relative_to(here) or here.is_relative_to(there):
        raise DigicomError("store.move.inside", folder=target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise DigicomError("store.move.taken", folder=target)


def _require_room(layout: Layout, target: Path) -> None:
    files = [layout.database, *layout.side_files, *_others(layout)]
    needed = _SPARE + sum(file.stat().st_size for file in files if file.exists())
    if shutil.disk_usage(target.parent).free < needed:
        raise _no_room(target, needed)


def _no_room(target: Path, needed: int = _SPARE) -> DigicomError:
    return DigicomError("store.move.no_room", folder=target.parent, megabytes=needed // 1_000_000)


def _others(layout: Layout) -> Iterator[Path]:
    """What lies in the data folder beside the database and what stands for one running program.

    Readable texts are left out: there may be very many, and the next backup writes them again.
    """
    own = {layout.database, *layout.side_files, layout.unfinished, layout.lock}
    own.add(layout.folder / MOVED_TO)
    left_out = {layout.readable, layout.requests}
    return (
        path
        for path in sorted(layout.folder.rglob("*"))
        if path.is_file() and path not in own and left_out.isdisjoint(path.parents)
    )


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """Yield a folder to fill; it becomes ``target`` when all of it is on the disk, or goes."""
    _remove_unfinished(target)
    folder = target.with_name(f"{target.name}{_UNFINISHED}{secrets.token_hex(8)}")
    folder.mkdir(mode=0o700)
    try:
        yield folder
        for inside in (*folder.rglob("*"), folder):
            if inside.is_dir():
                sync_folder(inside)
        if target.exists():
            target.rmdir()
        folder.rename(target)
        sync_folder(target.parent)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _remove_unfinished(target: Path) -> None:
    """Remove what processes that were killed left: nobody else gives a folder such a name."""
    name = re.compile(f"{re.escape(target.name)}{re.escape(_UNFINISHED)}[0-9a-f]{{16}}")
    with suppress(OSError):  # a folder that may be written, but not listed
        for path in target.parent.iterdir():
            if name.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)


def _copy_database(source: Path, target: Path) -> None:
    """Copy by SQLite, which also brings what only its log holds."""
    if not source.exists():
        return
    create_private(target)
    with reading(source) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
    sync_file(target)
    inspect(target, Migrations.of().newest)
    # What the disk had altered before goes along as it is.
    if altered_assessments(target) != altered_assessments(source):
        raise DigicomError("store.move.failed", folder=target.parent)


def _copy(source: Path, target: Path) -> None:
    for folder in reversed(target.parents):  # those made on the way are to be private, too
        folder.mkdir(mode=0o700, exist_ok=True)
    create_private(target)
    shutil.copyfile(source, target)
    sync_file(target)
    if sha256_of(target) != sha256_of(source):
        raise DigicomError("store.move.failed", folder=target.parent)


@contextmanager
def _as_sentence(target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, OSError) and is_disk_full(error, target.parent):
            raise _no_room(target) from error
        raise DigicomError("store.move.failed", folder=target) from error
    except DigicomError as error:
        if error.id == "store.disk_full":
            raise _no_room(target) from error
        if error.id.startswith("store.move.") or error.id == "store.in_use":
            raise
        raise DigicomError("store.move.failed", folder=target) from error
