"""What whoever mends the program needs to know, in one zip: nothing that a person entered."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digicom_desktop import __version__
from digicom_desktop.documents.diagnostics_file import (
    check_texts,
    versions as document_versions,
    write_texts,
)
from digicom_desktop.fatal_trace import last_end
from digicom_desktop.files import write_whole
from digicom_desktop.log import Log
from digicom_desktop.store.layout import Layout
from digicom_desktop.store.versions import versions as store_versions

if TYPE_CHECKING:
    from digicom_desktop.workspace import Workspace

_VERSIONS = "versions.txt"
_LAST_END = "last-end.txt"


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen in logical pixels, and how many real ones each of them is wide."""

    width: int
    height: int
    scale: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What only the window knows; ``platform`` is Qt's name of what draws it."""

    qt: str
    platform: str
    language: str
    appearance: str
    text_size: int
    screens: tuple[Screen, ...]


def write_diagnostics(target: Path, log: Log, seen: Seen, workspace: Workspace | None) -> None:
    """Write the diagnostics whole or not at all; ``workspace`` is None where none is open.

    They hold neither answers nor names nor paths. Whatever of them cannot be found out is missing:
    the program may be in trouble. In the thread of the store. Raises DigicomError ``files.…``.
    """
    folder = workspace.database.parent if workspace is not None else log.folder
    lines = (*_of_program(), *_of_window(seen), *_of_data(folder, workspace))
    texts = {_VERSIONS: "".join(f"{line}\n" for line in lines), **log.texts()}
    if last := last_end(folder):
        texts[_LAST_END] = last
    write_whole(target, lambda to: write_texts(to, texts), lambda at: check_texts(at, texts))


def _of_program() -> Iterator[str]:
    yield f"DigiCom Desktop = {__version__}"
    yield f"Python = {platform.python_version()}"
    for versions in (store_versions, document_versions):
        yield from _found("libraries", partial(_pairs, versions))
    yield f"system = {platform.platform()}"
    yield f"architecture = {platform.machine()}"
    yield f"frozen = {bool(getattr(sys, 'frozen', False))}"


def _of_window(seen: Seen) -> Iterator[str]:
    yield f"Qt = {seen.qt}"
    yield f"drawn by = {seen.platform}"
    yield f"language = {seen.language}"
    yield f"appearance = {seen.appearance}"
    yield f"text size = {seen.text_size} %"
    for screen in seen.screens:
        yield f"screen = {screen.width} x {screen.height} at {screen.scale:g}"


def _of_data(folder: Path | None, workspace: Workspace | None) -> Iterator[str]:
    if workspace is not None:
        yield f"schema = {workspace.schema}"
        yield from _found("assessments", lambda: _counts(workspace))
    if folder is not None:
        yield from _found("sizes", lambda: _sizes(Layout(folder)))


def _counts(workspace: Workspace) -> Iterator[str]:
    yield f"assessments = {len(workspace.rows())}"
    yield f"in the recycle bin = {len(workspace.rows(deleted=True))}"


def _sizes(layout: Layout) -> Iterator[str]:
    for what, paths in (
        ("database", (layout.database, *layout.side_files)),
        ("backups", layout.backups.glob("*")),
        ("evidence", layout.evidence.glob("*")),
        ("set aside as damaged", layout.damaged.rglob("*")),
    ):
        sizes = [path.stat().st_size for path in paths if path.is_file()]
        yield f"{what} = {sum(sizes)} bytes in {len(sizes)} files"
    yield f"free on the disk = {shutil.disk_usage(layout.folder).free} bytes"


def _pairs(find: Callable[[], dict[str, str]]) -> Iterator[str]:
    return (f"{name} = {value}" for name, value in find().items())


def _found(what: str, find: Callable[[], Iterator[str]]) -> Iterator[str]:
    try:
        yield from list(find())
    except Exception as error:
        # Of a program in trouble, and only its type: the message may hold a path.
        yield f"{what} = ? ({type(error).__name__})"
