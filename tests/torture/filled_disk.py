"""A real small disk that is filled and emptied again, and what must hold on it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.torture.judging import opened, said
from tests.torture.saved_data import Version, version_of

_DISK = 24_000
"""Kilobytes: a move asks for 20 MB beside the data."""
_LEFT = (0, 0, 1, 100, 4096, 5000, 20_000, 65_536, 100_000, 140_000, 200_000, 400_000)
"""Bytes that are left free."""


def can_mount(folder: Path) -> bool:
    with suppress(OSError, subprocess.CalledProcessError), small_disk(folder):
        return True
    return False


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
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

    def __init__(self, place: Path, chance: Random, left: Sequence[int] = _LEFT) -> None:
        self.place = place
        self.data = place / "data"
        self.chance = chance
        self._left = left
        self._filler = place / "filler"

    def fill(self) -> None:
        """Leave little, or nothing at all."""
        left = self.chance.choice(self._left)
        with self._filler.open("wb") as file, suppress(OSError):
            while True:
                os.write(file.fileno(), bytes(4096))
        size = self._filler.stat().st_size
        os.truncate(self._filler, max(0, size - left))

    def empty(self) -> None:
        """Somebody made room."""
        self._filler.unlink(missing_ok=True)


class FalseSavedError(Exception):
    """Something was acknowledged that is not there."""


def contents(workspace: Workspace) -> dict[str, Version]:
    rows = (*workspace.rows(), *workspace.rows(deleted=True))
    return {row.id: version_of(workspace.open(row.id)) for row in rows}


def require(disk: Disk, expected: dict[str, Version]) -> None:
    """Raise FalseSavedError unless a start in the folder, with room again, finds ``expected``."""
    disk.empty()
    workspace = opened(disk.data, system_clock)
    try:
        if contents(workspace) != expected:
            raise FalseSavedError("what was acknowledged is not there")
    finally:
        workspace.close()


def is_done_by(do: Callable[[], object]) -> bool:
    """Whether ``do`` succeeded; what it refuses is a sentence."""
    try:
        do()
    except DigicomError as error:
        said(error)
        return False
    return True


def first_firm(workspace: Workspace) -> Session:
    return workspace.open(next(row.id for row in workspace.rows() if row.summary.firm))


def require_after_kill(disk: Disk, expected: dict[str, Version]) -> None:
    """Raise FalseSavedError unless a kill now would leave ``expected``."""
    copy = disk.place.with_name("as after a kill")
    shutil.copytree(disk.data, copy)
    try:
        workspace = opened(copy, system_clock)
        found = contents(workspace)
        workspace.close()
    finally:
        shutil.rmtree(copy)
    if found != expected:
        raise FalseSavedError("what was acknowledged would be lost by a kill")
