"""A whole assessment, its row and its parts, written in the caller's transaction."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.parts import (
    content_hash,
    drop_part,
    put_part,
    seal_of,
    sealed_hashes,
)
from digicom_desktop.store.revisions import insert_revision
from digicom_desktop.store.saved_rows import insert_row, update_row


def insert_assessment(
    connection: Connection,
    row: SavedRow,
    parts: Mapping[str, bytes],
    revisions: Iterable[Revision] = (),
) -> None:
    """Write a new assessment, and what was finalised of it where it comes from."""
    hashes = {key: content_hash(content) for key, content in parts.items()}
    insert_row(connection, row, seal_of(row.id, hashes))
    for key, content in parts.items():
        put_part(connection, row.id, key, content, is_new=True)
    for revision in revisions:
        insert_revision(connection, row.id, revision)


def change_assessment(
    connection: Connection,
    id: str,
    parts: Mapping[str, bytes],
    removed: Collection[str],
    summary: Summary,
    changed: datetime,
) -> None:
    """Write the parts that differ, drop the ``removed``, and seal what is there then.

    Raises DigicomError ``store.unknown``, or ``store.altered`` rather than put a new seal on parts
    that were lost behind the program's back.
    """
    hashes = sealed_hashes(connection, id)
    for key in hashes.keys() & set(removed) - parts.keys():
        drop_part(connection, id, key)
        del hashes[key]
    for key, content in parts.items():
        hashes[key] = put_part(connection, id, key, content, is_new=key not in hashes)
    update_row(connection, id, summary, changed, seal_of(id, hashes))
