"""The manifest of a package: whose it is, what became of it, and every member with its hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from digicom_desktop.domain.canonical import Json, canonical_bytes
from digicom_desktop.domain.content_shape import (
    MOST_BYTES,
    each,
    matching,
    one_of,
    record,
    text,
    whole,
)
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.domain.text import Language, clean
from digicom_desktop.errors import DigicomError

FORMAT = 1
"""Number of this shape of packages; a new shape gets a new number and a reader for the old one."""
PROGRAM = "DigiCom Desktop"
MANIFEST, CONTENT = "manifest.json", "assessment.json"
EVIDENCE, DOCUMENTS = "evidence/", "documents/"
WORKBOOK, PDF = ".xlsx", ".pdf"
LONGEST = 4_000_000
"""Bytes of a manifest."""

_SEAL = "sha256"
_MOST_REVISIONS = 10_000
_SHA256 = matching("[0-9a-f]{64}")
_CODE = matching("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{5}")
_TIME = matching(r"(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
_NUMBER = whole(1, _MOST_REVISIONS)
_CHANGE = record(
    {"state": one_of(*(state.value for state in State if state is not State.DRAFT))},
    {"on": text, "remark": text},
)
_SHAPE = record(
    {
        "format": one_of(FORMAT),
        "program": record({"name": text, "version": text}, {}),
        "assessment": record(
            {
                "id": matching("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                "state": one_of(*(state.value for state in State)),
                "code": _CODE,
                "language": one_of(*(language.value for language in Language)),
            },
            {"revision": _NUMBER},
        ),
        "revisions": each(
            record(
                {"number": _NUMBER, "finalised": _TIME, "code": _CODE},
                {"changes": each(_CHANGE)},
            )
        ),
        "members": each(
            record({"name": text, "size": whole(0, MOST_BYTES), "sha256": _SHA256}, {})
        ),
        _SEAL: _SHA256,
    },
    {},
)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the zip; ``sha256`` in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class RevisionHead:
    """All of a revision but its content."""

    number: int
    finalised: datetime
    code: str
    changes: tuple[StateChange, ...]

    @classmethod
    def of(cls, revision: Revision) -> "RevisionHead":
        """That of ``revision``."""
        return cls(revision.number, revision.finalised, revision.code, revision.changes)

    def with_content(self, content: bytes) -> Revision:
        """The revision."""
        return Revision(self.number, self.finalised, self.code, content, self.changes)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says about itself.

    ``revision`` is the number of the only revision that it carries, None for a draft, which
    carries all in ``revisions``, oldest first. ``code`` is that of CONTENT; ``members`` are all
    but the manifest, by name.
    """

    program: str
    id: str
    state: str
    code: str
    language: Language
    revision: int | None
    revisions: tuple[RevisionHead, ...]
    members: tuple[Member, ...]

    def revision_member(self, number: int) -> str:
        """The member that holds the content of the revision ``number``."""
        return CONTENT if number == self.revision else f"revisions/{number}.json"


def manifest_bytes(manifest: Manifest) -> bytes:
    """``manifest`` as canonical JSON, with a hash over all the rest of it.

    The hash shows damage and careless edits; it does not show who made the package.
    """
    said = _said(manifest)
    return canonical_bytes({**said, _SEAL: _seal(said)})


def read_manifest(data: bytes) -> Manifest:
    """The reverse of ``manifest_bytes``.

    Raises DigicomError ``package.newer``, or ``package.manifest`` for what this program did not
    write so.
    """
    try:
        value = json.loads(data)
        is_canonical = canonical_bytes(value) == data
    except (ValueError, RecursionError) as error:
        raise DigicomError("package.manifest") from error
    if isinstance(value, dict) and whole(FORMAT + 1, 10**6)(value.get("format")):
        raise DigicomError("package.newer")
    if not is_canonical or not _SHAPE(value) or value.pop(_SEAL) != _seal(value):
        raise DigicomError("package.manifest")
    return _manifest(value)


def _seal(said: Mapping[str, Json]) -> str:
    return hashlib.sha256(canonical_bytes(said)).hexdigest()


def _said(manifest: Manifest) -> dict[str, Json]:
    envelope: dict[str, Json] = {
        "id": manifest.id,
        "state": manifest.state,
        "code": manifest.code,
        "language": manifest.language.value,
    }
    if manifest.revision is not None:
        envelope["revision"] = manifest.revision
    return {
        "format": FORMAT,
        "program": {"name": PROGRAM, "version": manifest.program},
        "assessment": envelope,
        "revisions": [_said_revision(head) for head in manifest.revisions],
        "members": [
            {"name": member.name, "size": member.size, "sha256": member.sha256}
            for member in sorted(manifest.members, key=lambda member: member.name)
        ],
    }


def _said_revision(head: RevisionHead) -> Json:
    said: dict[str, Json] = {
        "number": head.number,
        "finalised": head.finalised.astimezone(UTC).isoformat(timespec="microseconds"),
        "code": head.code,
    }
    changes = [
        {"state": change.state.value}
        | {name: text for name in ("on", "remark") if (text := clean(getattr(change, name)))}
        for change in head.changes
    ]
    return said | {"changes": changes} if changes else said


def _manifest(value: Mapping[str, Any]) -> Manifest:
    envelope = value["assessment"]
    manifest = Manifest(
        program=value["program"]["version"],
        id=envelope["id"],
        state=envelope["state"],
        code=envelope["code"],
        language=Language(envelope["language"]),
        revision=envelope.get("revision"),
        revisions=tuple(_revision(said) for said in value["revisions"]),
        members=tuple(Member(**said) for said in value["members"]),
    )
    numbers = [head.number for head in manifest.revisions]
    names = [member.name for member in manifest.members]
    is_one = manifest.revision is None or numbers == [manifest.revision]
    if not is_one or numbers != sorted(set(numbers)) or names != sorted(set(names)):
        raise DigicomError("package.manifest")
    return manifest


def _revision(said: Mapping[str, Any]) -> RevisionHead:
    try:
        finalised = datetime.fromisoformat(said["finalised"])
    except ValueError as error:  # the 30th of February
        raise DigicomError("package.manifest") from error
    changes = (
        StateChange(State(change["state"]), change.get("on", ""), change.get("remark", ""))
        for change in said.get("changes", ())
    )
    return RevisionHead(said["number"], finalised, said["code"], tuple(changes))
