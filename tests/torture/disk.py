"""Makes and loads the library that stands between a program and its disk (disk.c)."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

_SOURCE = Path(__file__).with_name("disk.c")
_OPTIONS = ("-std=gnu11", "-O2", "-shared", "-fPIC")
PROJECT = Path(__file__).resolve().parents[2]


class NoLibraryError(Exception):
    """Why the library cannot be made here."""


def make_library(folder: Path) -> Path:
    """Compile the library into ``folder``; raises NoLibraryError where that is not to be had."""
    if sys.platform != "linux" or sys.maxsize < 1 << 40:
        raise NoLibraryError("only on 64-bit Linux")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise NoLibraryError("no C compiler here")
    library = folder / "disk.so"
    command = [compiler, *_OPTIONS, "-o", str(library), str(_SOURCE), "-lpthread"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NoLibraryError(f"the compiler refuses: {done.stderr[:200]}")
    return library


def environment(library: Path, inside: Path, trace: Path | None = None) -> dict[str, str]:
    """The environment of a process whose disk ``inside`` is watched, and recorded in ``trace``."""
    own = {
        "LD_PRELOAD": str(library),
        "DISK_FOLDER": str(inside),
        "PYTHONPATH": os.environ.get("PYTHONPATH", str(PROJECT)),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return os.environ | own | ({"DISK_TRACE": str(trace)} if trace is not None else {})


class Faults:
    """The library as it is loaded in this process."""

    def __init__(self) -> None:
        """Raises AttributeError in a process that was started without it."""
        library = ctypes.CDLL(None)
        self._fail = library.disk_fail
        self._fail.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int]
        self._fail.restype = None
        self._calls, self._faults = library.disk_calls, library.disk_faults
        self._calls.restype = self._faults.restype = ctypes.c_long

    def begin(self, nth: int, error: int, *, lasting: bool) -> None:
        """Count from now on, and fail at the ``nth`` call (never at 0), or from then on."""
        self._fail(nth, error, lasting)

    def end(self) -> tuple[int, int]:
        """Fail no more; how many calls there were, and how many of them failed."""
        counted = int(self._calls()), int(self._faults())
        self._fail(-1, 0, 0)
        return counted


def faster_folder(folder: Path) -> Path:
    """A new folder in memory where there is one, else in ``folder``: states are many and short."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        return folder
    place = memory / f"digicom-torture-{os.getpid()}-{folder.name}"
    place.mkdir(mode=0o700)
    return place
