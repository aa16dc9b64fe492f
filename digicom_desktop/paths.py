"""Where bundled files and the user's data live (source tree, wheel, frozen, portable)."""

import os
import sys
from pathlib import Path

from digicom_desktop.errors import DigicomError

DATABASE_NAME = "digicom.sqlite3"

_PACKAGE = Path(__file__).resolve().parent
_PORTABLE_MARKER = "portable"


def resources_folder() -> Path:
    """The folder with editions, words, fonts and icons."""
    return _bundled("resources")


def translations_folder() -> Path:
    """The folder with the translations of the window (``*.qm``)."""
    return _bundled("i18n")


def data_folder(chosen: Path | None = None) -> Path:
    """The folder of the person's assessments: ``chosen``, else portable, else the system's place.

    It need not exist. It is always on this computer's own disk: local, not roaming, application
    data, because the database must not lie on a network share. Raises DigicomError
    ``paths.no_home`` where the system does not know the person's own folder.
    """
    try:
        if chosen is not None:
            chosen = chosen.expanduser()
            return Path(os.path.abspath(chosen))  # noqa: PTH100  links stay as they are
        return _portable_folder() or _system_folder()
    except RuntimeError as error:  # a user without a home, or ~ before a name nobody has
        raise DigicomError("paths.no_home") from error


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
