"""What can still be read out of a damaged database."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from peewee import PeeweeException

from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import is_disk_full
from digicom_desktop.passing_folder import PassingFolder
from digicom_desktop.store.connection import Connection, Values
from digicom_desktop.store.layout import Layout, os_failures
from digicom_desktop.store.parts import is_intact, is_sealed, stored_seal
from digicom_desktop.store.revision_seals import CHANGES, REVISIONS, Gathered, gather
from digicom_desktop.store.saved_rows import find_row_of_any_schema


@dataclass(frozen=True, slots=True)
class Salvaged:
    """An assessment read from a damaged database.

    Every part and every revision in it is as it was saved; ``whole`` says whether all are there.
    """

    row: SavedRow
    parts: dict[str, bytes]
    revisions: tuple[Revision, ...]
    whole: bool


def salvage(folder: Path) -> tuple[Salvaged, ...]:
    """All that can be read in the database of ``folder``, which is left untouched.

    Works on a copy: opening a database replays its log and changes it. Raises DigicomError
    ``store.disk_full`` or ``store.unwritable`` where there is no place for that: what could not be
    copied would pass for lost.
    """
    layout = Layout(folder)
    place = Path(gettempdir())
    with os_failures(place, "store.unwritable"), PassingFolder() as passing:
        copy = Layout(passing)
        log, copied_log = layout.side_files[0], copy.side_files[0]
        for source, target in ((layout.database, copy.database), (log, copied_log)):
            try:
                shutil.copyfile(source, target)
            except OSError as error:  # of the damaged disk: what was copied is read
                if is_disk_full(error):
                    raise
        return tuple(_read_all(copy.database))


def _read_all(database: Path) -> Iterator[Salvaged]:
    try:
        connection = Connection(database)
    except (DigicomError, PeeweeException):
        return
    try:
        for id in _ids(connection):
            with suppress(DigicomError, PeeweeException):
                yield _read(connection, id)
    finally:
        connection.close()


def _ids(connection: Connection) -> list[str]:
    # From both ends, each until the damage: rows before and after it are found.
    found: dict[str, None] = {}
    for order in ("ASC", "DESC"):
        for (id,) in _rows_until_damage(
            connection, f"SELECT id FROM assessment ORDER BY rowid {order}"
        ):
            if isinstance(id, str):  # a damaged one may have come back as bytes
                found[id] = None
    return list(found)


def _read(connection: Connection, id: str) -> Salvaged:
    row = find_row_of_any_schema(connection, id)
    _, seal = stored_seal(connection, id)
    parts: dict[str, bytes] = {}
    for order in ("ASC", "DESC"):
        query = f"SELECT * FROM part WHERE assessment = ? ORDER BY key {order}"
        for owner, key, sha256, content in _rows_until_damage(connection, query, (id,)):
            # Where pages are in each other's place, a search meets the rows of others.
            if owner == id and isinstance(key, str) and is_intact(content, sha256):
                parts[key] = content
    gathered = _revisions(connection, id)
    whole = is_sealed(id, parts, seal) and gathered.is_sealed(id, _revisions_seal(connection, id))
    return Salvaged(row, parts, gathered.revisions, whole)


def _revisions(connection: Connection, id: str) -> Gathered:
    revisions: dict[object, Values] = {}
    changes: dict[object, Values] = {}
    for order in ("ASC", "DESC"):
        query = f"{REVISIONS} ORDER BY number {order}"
        revisions |= {v[0]: v for v in _rows_until_damage(connection, query, (id,))}
        query = f"{CHANGES} ORDER BY number {order}, position {order}"
        changes |= {v[:2]: v for v in _rows_until_damage(connection, query, (id,))}
    return gather(id, revisions.values(), changes.values())


def _revisions_seal(connection: Connection, id: str) -> object:
    query = "SELECT revisions_seal FROM assessment WHERE id = ?"
    found = list(_rows_until_damage(connection, query, (id,)))
    return found[0][0] if found else b""  # of an older schema, which had no revisions


def _rows_until_damage(
    connection: Connection, query: str, values: tuple[object, ...] = ()
) -> Iterator[Values]:
    with suppress(DigicomError, PeeweeException):
        yield from connection.each(query, values)
