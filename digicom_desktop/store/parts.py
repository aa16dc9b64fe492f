"""The parts of an assessment: canonical bytes by key, each hashed, together sealed."""

import hashlib
from collections.abc import Mapping

from peewee import Expression

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.tables import AssessmentRow, PartRow


def content_hash(content: bytes) -> bytes:
    """The SHA-256 of one part."""
    return hashlib.sha256(content).digest()


def seal_of(id: str, hashes: Mapping[str, bytes]) -> bytes:
    """The SHA-256 over the hashes of all parts, sorted by key.

    Keys and the assessment's id are in it too, so that a part can neither be lost nor turn up
    under another key or in another assessment without being noticed.
    """
    digest = hashlib.sha256(f"{id}\n".encode())
    for key in sorted(hashes, key=str):  # a damaged key may have come back as bytes
        digest.update(f"{key} {hashes[key].hex()}\n".encode(errors="replace"))
    return digest.digest()


def sealed_hashes(connection: Connection, id: str) -> dict[str, bytes]:
    """The hash of each part, checked against the seal.

    Raises DigicomError ``store.unknown`` or ``store.altered``.
    """
    firm, seal = stored_seal(connection, id)
    rows = connection.fetch(
        PartRow.select(PartRow.key, PartRow.sha256).where(PartRow.assessment == id)
    )
    # A value that came back as another type is damage too: left out, the seal tells.
    hashes = {key: sha256 for key, sha256 in rows if isinstance(sha256, bytes)}
    if seal_of(id, hashes) != seal:
        raise DigicomError("store.altered", assessment=id, firm=firm)
    return hashes


def read_parts(connection: Connection, id: str) -> dict[str, bytes]:
    """The content of each part, checked against its hash and the seal.

    Raises DigicomError ``store.unknown`` or ``store.altered``.
    """
    firm, seal = stored_seal(connection, id)
    found = connection.fetch(
        PartRow.select(PartRow.key, PartRow.sha256, PartRow.content).where(PartRow.assessment == id)
    )
    parts = {key: content for key, sha256, content in found if is_intact(content, sha256)}
    if len(parts) < len(found) or not is_sealed(id, parts, seal):
        raise DigicomError("store.altered", assessment=id, firm=firm)
    return parts


def is_intact(content: object, sha256: object) -> bool:
    """Whether ``content`` is what was saved with this hash (and has not become text)."""
    return isinstance(content, bytes) and content_hash(content) == sha256


def is_sealed(id: str, parts: Mapping[str, bytes], seal: bytes) -> bool:
    """Whether ``parts`` are exactly what was saved last."""
    return seal_of(id, {key: content_hash(content) for key, content in parts.items()}) == seal


def stored_seal(connection: Connection, id: str) -> tuple[str, bytes]:
    """The firm and the seal in the assessment's row; raises DigicomError ``store.unknown``."""
    found = connection.fetch(
        AssessmentRow.select(AssessmentRow.firm, AssessmentRow.seal).where(AssessmentRow.id == id)
    )
    if not found:
        raise DigicomError("store.unknown", assessment=id)
    firm, seal = found[0]
    return firm, seal


def put_part(connection: Connection, id: str, key: str, content: bytes, *, is_new: bool) -> bytes:
    """Write one part, in the caller's transaction; its hash."""
    sha256 = content_hash(content)
    if is_new:
        connection.run(PartRow.insert(assessment=id, key=key, sha256=sha256, content=content))
    else:
        change = PartRow.update(sha256=sha256, content=content)
        connection.run(change.where(_is(id, key)))
    return sha256


def drop_part(connection: Connection, id: str, key: str) -> None:
    """Remove one part, in the caller's transaction."""
    connection.run(PartRow.delete().where(_is(id, key)))


def _is(id: str, key: str) -> Expression:
    return (PartRow.assessment == id) & (PartRow.key == key)
