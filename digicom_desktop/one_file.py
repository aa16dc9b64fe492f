"""Everything that is saved, as one file for another computer, and its way back."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop import __version__
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import OnStep, nobody, write_whole
from digicom_desktop.paths import ONE_FILE_SUFFIX
from digicom_desktop.store.everything import everything_in
from digicom_desktop.store.layout import Layout

OnBytes = Callable[[int, int], None]
"""Told how many bytes of how many are done; what it raises ends everything."""
_SPARE = 20_000_000


@dataclass(frozen=True, slots=True)
class SavedAsOne:
    """What the file holds; ``lacking`` evidence files are named, but could not be read."""

    assessments: int
    files: int
    lacking: int


def ignore(done: int, all: int) -> None:
    """Is told of bytes and does nothing."""


def save_as_one_file(
    data: Path, path: Path, on_bytes: OnBytes = ignore, on_step: OnStep = nobody
) -> SavedAsOne:
    """Write the newest backup of ``data``, and the evidence that it names, to ``path``.

    Whole or not at all, and read back; any thread. Raises DigicomError ``files.…``,
    ``one_file.too_large``, ``store.nothing_saved`` and ``store.…`` for a backup that cannot be
    read, and what is raised by those who are told.
    """
    from digicom_desktop.documents.one_file_manifest import Manifest
    from digicom_desktop.documents.one_file_reader import check_one_file
    from digicom_desktop.documents.one_file_writer import OneFileSource, write_one_file

    found = everything_in(data)
    source = OneFileSource(
        __version__,
        found.backup,
        found.schema,
        found.made,
        found.assessments,
        found.deleted,
        found.revisions,
        found.evidence,
    )
    written: list[Manifest] = []
    half = source.size  # it is written, and read again
    _require_room(path, half)
    write_whole(
        path,
        lambda to: written.append(
            write_one_file(source, to, lambda done, _: on_bytes(done, 2 * half))
        ),
        lambda at: check_one_file(written[0], at, lambda done, _: on_bytes(half + done, 2 * half)),
        on_step,
    )
    counts = written[0].counts
    return SavedAsOne(counts.assessments, counts.files, counts.lacking)


def is_one_file(path: Path) -> bool:
    """Whether ``path`` is called as such a file is."""
    return path.suffix.lower() == ONE_FILE_SUFFIX and not path.is_dir()


def unpack(path: Path, data: Path, on_bytes: OnBytes = ignore) -> Path:
    """A private folder with what the file at ``path`` holds, as a second place would; any thread.

    It lies in ``data`` until ``remove_unpacked``, or the next start. Raises DigicomError like
    ``unpack_one_file``, ``store.unwritable`` and ``store.disk_full``; nothing is left then.
    """
    from digicom_desktop.documents.one_file_reader import unpack_one_file

    folder = Layout(data).make_unpacking()
    try:
        unpack_one_file(path, folder, on_bytes)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def remove_unpacked(data: Path) -> None:
    """Remove all that was unpacked into ``data``."""
    Layout(data).remove_unpacked()


def _require_room(path: Path, needed: int) -> None:
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:  # the writing says why not
        return
    if free < needed + _SPARE:
        raise DigicomError("files.disk_full", path=path)
