"""The manifest of a file that holds everything: what is in it, and every member with its hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from digicom_desktop.documents.package_manifest import Member
from digicom_desktop.domain.canonical import Json, canonical_bytes
from digicom_desktop.domain.content_shape import (
    MOST_BYTES,
    matching,
    one_of,
    record,
    text,
    whole,
)
from digicom_desktop.errors import DigicomError

FORMAT = 1
"""Number of this shape of files; a new shape gets a new number and a reader for the old one."""
KIND, PROGRAM = "digicom-all", "DigiCom Desktop"
MANIFEST, BACKUPS, EVIDENCE = "manifest.json", "backups/", "evidence/"
MOST_FILES = 100_000
LONGEST = 40_000_000
"""Bytes of a manifest that names so many files."""

_SEAL = "sha256"
_COUNT = whole(0, 10**9)
_MEMBER = record(
    {"name": text, "size": whole(0, MOST_BYTES), "sha256": matching("[0-9a-f]{64}")}, {}
)
_COUNTS = ("assessments", "deleted", "revisions", "files", "lacking")


def _members(value: object) -> bool:
    return isinstance(value, list) and len(value) <= MOST_FILES + 1 and all(map(_MEMBER, value))


_SHAPE = record(
    {
        "kind": one_of(KIND),
        "format": one_of(FORMAT),
        "program": record({"name": text, "version": text}, {}),
        "schema": whole(1, 10**6),
        "made": matching(r"(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00"),
        "counts": record(dict.fromkeys(_COUNTS, _COUNT), {}),
        "members": _members,
        _SEAL: matching("[0-9a-f]{64}"),
    },
    {},
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in the file: assessments in the list and in the recycle bin, revisions, files.

    ``lacking`` are evidence files that the assessments name, but that could not be read.
    """

    assessments: int
    deleted: int
    revisions: int
    files: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the file says about itself; ``members`` are all but the manifest, by name."""

    program: str
    schema: int
    made: datetime
    counts: Counts
    members: tuple[Member, ...]


def manifest_bytes(manifest: Manifest) -> bytes:
    """``manifest`` as canonical JSON, with a hash over all the rest of it."""
    said: dict[str, Json] = {
        "kind": KIND,
        "format": FORMAT,
        "program": {"name": PROGRAM, "version": manifest.program},
        "schema": manifest.schema,
        "made": manifest.made.astimezone(UTC).isoformat(timespec="microseconds"),
        "counts": asdict(manifest.counts),
        "members": [asdict(member) for member in manifest.members],
    }
    return canonical_bytes({**said, _SEAL: _seal(said)})


def read_manifest(data: bytes, path: Path) -> Manifest:
    """The reverse of ``manifest_bytes``, for the file at ``path``.

    Raises DigicomError ``one_file.foreign`` for that of another kind of file, ``one_file.newer``,
    and ``one_file.damaged`` for what this program did not write so.
    """
    try:
        value = json.loads(data)
        is_canonical = canonical_bytes(value) == data
    except (ValueError, RecursionError) as error:
        raise DigicomError("one_file.damaged", path=path) from error
    if not isinstance(value, dict) or value.get("kind") != KIND:
        raise DigicomError("one_file.foreign", path=path)
    if whole(FORMAT + 1, 10**6)(value.get("format")):
        raise DigicomError("one_file.newer", path=path)
    if not is_canonical or not _SHAPE(value) or value.pop(_SEAL) != _seal(value):
        raise DigicomError("one_file.damaged", path=path)
    return _manifest(value, path)


def _seal(said: Mapping[str, Json]) -> str:
    return hashlib.sha256(canonical_bytes(said)).hexdigest()


def _manifest(value: Mapping[str, Any], path: Path) -> Manifest:
    names = [member["name"] for member in value["members"]]
    if names != sorted(set(names)):
        raise DigicomError("one_file.damaged", path=path)
    try:
        made = datetime.fromisoformat(value["made"])
    except ValueError as error:  # the 30th of February
        raise DigicomError("one_file.damaged", path=path) from error
    return Manifest(
        program=value["program"]["version"],
        schema=value["schema"],
        made=made,
        counts=Counts(**value["counts"]),
        members=tuple(Member(**said) for said in value["members"]),
    )
