"""Where bundled files and the user's data live (source tree, wheel, frozen, portable)."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.long_paths import reachable

DATABASE_NAME = "digicom.sqlite3"
LOCK_NAME = "digicom.lock"
"""The file in a data folder that whoever has the folder open holds locked."""
BACKUP_SUFFIX = ".sqlite3"
"""What names of backups end in."""
ONE_FILE_SUFFIX = ".digicom-all"
"""What names of files end in that hold everything, to be restored like a backup."""
MOVED_TO = "moved-to.txt"
"""The file in the usual folder that says where the data was moved to: its path and nothing else."""

_PACKAGE = Path(__file__).resolve().parent
_BACKUPS = "backups"
_PORTABLE_MARKER = "portable"


def resources_folder() -> Path:
    """The folder with editions, words, fonts and icons."""
    return _bundled("resources")


def translations_folder() -> Path:
    """The folder with the translations of the window (``*.qm``)."""
    return _bundled("i18n")


def data_folder(chosen: Path | None = None) -> Path:
    """The folder of the person's assessments: ``chosen``, else where it was moved, else the usual.

    It need not exist, unless it was moved. Raises DigicomError ``paths.no_home`` where the system
    does not know the person's own folder; ``paths.moved_away`` where the data was moved to a folder
    that is not there now, ``paths.moved_empty`` where nothing of it is in that folder, and
    ``paths.moved_unreadable`` where nobody can say to which: going on in the usual folder, or in an
    empty one, would look as if everything were lost.
    """
    if chosen is None:
        usual = usual_folder()
        return _moved_folder(usual / MOVED_TO) or usual
    with _knowing_home():
        # Links stay as they are.
        return reachable(Path(os.path.abspath(chosen.expanduser())))  # noqa: PTH100


def usual_folder() -> Path:
    """Where the data lies unless somebody says otherwise: portable, else the system's place.

    It is on this computer's own disk: local, not roaming, application data, because the database
    must not lie on a network share. Raises DigicomError ``paths.no_home``.
    """
    with _knowing_home():
        return reachable(_portable_folder() or _system_folder())


def is_movable(folder: Path) -> bool:
    """Whether a start without any wish finds the data in ``folder``, and would follow it."""
    try:
        return _portable_folder() is None and folder == data_folder()
    except DigicomError:
        return False


@contextmanager
def _knowing_home() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:  # a user without a home, or ~ before a name nobody has
        raise DigicomError("paths.no_home") from error


def _moved_folder(file: Path) -> Path | None:
    try:
        folder = reachable(Path(file.read_text(encoding="utf-8").strip()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise DigicomError("paths.moved_unreadable", file=file) from error
    if not folder.is_absolute():
        raise DigicomError("paths.moved_unreadable", file=file)
    if not folder.is_dir():
        raise DigicomError("paths.moved_away", folder=folder)
    # A note that lost its end names a folder further up; a disk that is not there, an empty one.
    if not any((folder / name).exists() for name in (DATABASE_NAME, _BACKUPS)):
        raise DigicomError("paths.moved_empty", folder=folder)
    return folder


def _bundled(name: str) -> Path:
    # A wheel carries the folder inside the package, the source tree beside it. In a frozen build
    # the package's own path lies in the unpacked folder, so both places are right there too.
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{name} is missing: the program is not installed completely")


def _portable_folder() -> Path | None:
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).parent
    return beside / "data" if (beside / _PORTABLE_MARKER).is_file() else None


def _system_folder() -> Path:
    if sys.platform == "win32":
        return _folder_from("LOCALAPPDATA", "AppData/Local") / "DigiCom Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "DigiCom Desktop"
    return _folder_from("XDG_DATA_HOME", ".local/share") / "digicom-desktop"


def _folder_from(variable: str, otherwise: str) -> Path:
    # A relative path there is invalid by the XDG rules, and would depend on where we were started.
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / otherwise
