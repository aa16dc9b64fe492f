"""A second place for what is saved, such as a memory stick: the newest backup, and all evidence."""

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import is_disk_full, sha256_of, sync_file, sync_folder
from digicom_desktop.long_paths import plain, reachable
from digicom_desktop.store.backups import (
    Backup,
    is_damaged,
    list_backups,
    worth_keeping,
)
from digicom_desktop.store.layout import Layout

OURS = "DigiCom"
"""The folder in the second place, so that its own files stay apart from others."""
_EVIDENCE = re.compile(r"([0-9a-f]{64})(\.[a-z0-9]{1,10})?")
_UNFINISHED = "*.digicom-part"


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """What was copied: whether a backup was, and how many evidence files."""

    backup: bool
    evidence: int


def copy_to_second_place(data: Path, place: Path) -> SecondCopy:
    """Copy the newest backup of the data folder ``data``, and what evidence is missing there.

    Needs no database, so any thread may call it. Every file is written beside its place, flushed,
    read back and compared before it is moved there; one that is there under its name stays as it
    is. Raises DigicomError ``store.second.absent`` where ``place`` is not there now,
    ``store.second.inside`` where it is the data folder itself, ``store.second.full`` and
    ``store.second.failed``; what was copied before stays.
    """
    layout, place = Layout(data), reachable(place)
    with _as_sentence(place):
        if not place.is_dir():
            raise DigicomError("store.second.absent", folder=place)
        if plain(place.resolve()).is_relative_to(plain(data.resolve())):
            raise DigicomError("store.second.inside", folder=place)
        ours = place / OURS
        backups, evidence = ours / layout.backups.name, ours / layout.evidence.name
        for folder in (backups, evidence):
            folder.mkdir(parents=True, exist_ok=True)
            _remove_unfinished(folder)
        copied = [_copy(file, evidence / file.name) for file in _evidence(layout.evidence)]
        backup = _copy_backup(layout, backups)
    return SecondCopy(backup, sum(copied))


def backups_in(place: Path) -> tuple[Backup, ...] | None:
    """The backups in the second ``place``, newest first; None where it is not there now."""
    place = reachable(place)
    try:
        if not place.is_dir():
            return None
        # Another computer, with numbers of its own, may use the same stick.
        found = list_backups(place / OURS / "backups")
        return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))
    except OSError:  # the stick is being pulled out
        return None


def _copy_backup(layout: Layout, target: Path) -> bool:
    for backup in list_backups(layout.backups):
        there = target / backup.path.name
        # What lies there was looked into when it was copied.
        if backup.whole and (there.exists() or not is_damaged(backup.path)):
            is_copied = _copy(backup.path, there)
            _thin(target, backup.path.name)
            return is_copied
    return False


def _evidence(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if _EVIDENCE.fullmatch(path.name))


def _copy(source: Path, target: Path) -> bool:
    """Copy ``source`` unless it is there; whether it was copied."""
    if target.exists() and target.stat().st_size == source.stat().st_size:
        return False
    unfinished = target.with_name(f"{secrets.token_hex(8)}.digicom-part")
    try:
        shutil.copyfile(source, unfinished)
        sync_file(unfinished)
        if sha256_of(unfinished) != sha256_of(source):
            raise DigicomError("store.second.failed", folder=target.parent)
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return True


def _remove_unfinished(folder: Path) -> None:
    for path in folder.glob(_UNFINISHED):
        with suppress(OSError):
            path.unlink()


def _thin(folder: Path, newest: str) -> None:
    # The last of a day, a week and a month stay: another computer may use the same stick, and its
    # backups must not go because this one made some today.
    found = list_backups(folder)
    kept = worth_keeping(backup.made for backup in found)
    for backup in found:
        if backup.made not in kept and backup.path.name != newest:
            with suppress(OSError):
                backup.path.unlink()


@contextmanager
def _as_sentence(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        id = "store.second.full" if is_disk_full(error, place) else "store.second.failed"
        raise DigicomError(id, folder=place) from error
