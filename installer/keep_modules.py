"""What PyInstaller runs before the program on Linux.

The modules lie in the program's own file, which is opened anew for each of them: after an upgrade
that would be another file. A file that is held open stays what it was, and /proc names it. And the
path of libraries that PyInstaller needed to begin is no path for WPS or a browser that the program
opens a file with.
"""

import os

import pyimod02_importers  # type: ignore[import-not-found]

_HELD = "/proc/self/fd"

if os.path.isdir(_HELD):  # noqa: PTH112  as early as this nothing else is there
    _archive = pyimod02_importers.pyz_archive
    _archive._filename = f"{_HELD}/{os.open(_archive._filename, os.O_RDONLY | os.O_CLOEXEC)}"

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
