"""A folder for what is needed only for a moment."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from digicom_desktop.errors import DigicomError
from digicom_desktop.files import is_disk_full


class PassingFolder:
    """A new folder that only this person may read, gone with the block if the system lets it go.

    ``tempfile.TemporaryDirectory`` calls itself without end, before Python 3.11.8 and 3.12.2, where
    a folder may not be removed.
    """

    def __init__(self) -> None:
        """Raises OSError where it cannot be made."""
        self._path = Path(mkdtemp(prefix="digicom-"))

    def __enter__(self) -> Path:
        return self._path

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._path, ignore_errors=True)


@contextmanager
def said_passing_folder() -> Iterator[Path]:
    """A ``PassingFolder`` of which every failure is a sentence.

    Raises DigicomError ``files.passing_full`` or ``files.passing_failed``, also for what is written
    into it.
    """
    try:
        with PassingFolder() as folder:
            yield folder
    except OSError as error:
        full = is_disk_full(error)
        raise _no_passing_folder(
            "files.passing_full" if full else "files.passing_failed"
        ) from error


def _no_passing_folder(id: str) -> DigicomError:
    try:
        place = gettempdir()
    except OSError:  # there is no folder at all that takes files
        place = "?"
    return DigicomError(id, folder=place)
