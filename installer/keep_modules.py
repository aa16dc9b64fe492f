"""Lets a program go on while a package manager puts a newer version in its place.

PyInstaller runs this before the program. The modules lie in the program's own file, which is opened
anew for each of them: after an upgrade that would be another file. A file that is held open stays
what it was, and /proc names it.
"""

import os

import pyimod02_importers  # type: ignore[import-not-found]

_HELD = "/proc/self/fd"

if os.path.isdir(_HELD):  # noqa: PTH112  as early as this nothing else is there
    _archive = pyimod02_importers.pyz_archive
    _archive._filename = f"{_HELD}/{os.open(_archive._filename, os.O_RDONLY | os.O_CLOEXEC)}"
