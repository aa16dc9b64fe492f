"""A folder for what is needed only for a moment."""

import shutil
from pathlib import Path
from tempfile import mkdtemp


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
