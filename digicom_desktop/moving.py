"""The data folder of this person moves to another place, and every later start finds it there."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from digicom_desktop.domain.clock import Clock
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import sync_folder, write_bytes
from digicom_desktop.long_paths import plain, reachable
from digicom_desktop.paths import DATABASE_NAME, MOVED_TO, usual_folder
from digicom_desktop.store.database import Store
from digicom_desktop.store.moving import copy_data, remove_copy, remove_data

_NAME = "DigiCom Desktop"


def folder_in(place: Path) -> Path:
    """The folder of our own in a ``place`` that the person chose, where other things may lie."""
    return place if place.name == _NAME else place / _NAME


def move_data(source: Path, target: Path, clock: Clock, is_called_off: Callable[[], bool]) -> None:
    """Copy the data to ``target``, prove that the program works there, and begin there from now on.

    Nobody has ``source`` open; any thread. What is in ``source`` stays, and until the very last
    step it is what every start finds. Raises DigicomError ``store.…`` or ``files.…``; then nothing
    has changed, and ``target`` is not there.
    """
    target = reachable(target)
    copy_data(source, target, is_called_off)
    try:
        Store.open(target, clock).close()
        _use(target)
    except BaseException:
        remove_copy(target)
        raise


def follow(folder: Path) -> None:
    """Begin in ``folder``, where the data lies by now, from now on.

    Raises DigicomError ``paths.no_data`` where it does not, and ``files.…``.
    """
    if not (folder / DATABASE_NAME).is_file():
        raise DigicomError("paths.no_data", folder=folder)
    _use(folder)


def use_usual_folder() -> None:
    """Begin in the usual folder again; raises DigicomError ``files.failed``."""
    file = usual_folder() / MOVED_TO
    try:
        file.unlink(missing_ok=True)
        sync_folder(file.parent)
    except OSError as error:
        raise DigicomError("files.failed", path=file, reason=error.strerror or "") from error


def remove_old(source: Path) -> None:
    """Delete the copy that a move left behind; raises DigicomError ``store.move.remains``."""
    remove_data(source)


def _use(folder: Path) -> None:
    usual = usual_folder()
    with suppress(OSError):  # the writing says why not
        usual.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_bytes(usual / MOVED_TO, f"{plain(folder)}\n".encode())
