"""Reads a package that may come from anybody: nothing is believed, and nothing is unpacked."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from digicom_desktop.documents.package_evidence import (
    ALL_LIMIT,
    FILE_LIMIT,
    NamedFile,
    megabytes,
    named_files,
)
from digicom_desktop.documents.package_manifest import (
    CONTENT,
    DOCUMENTS,
    EVIDENCE,
    LONGEST,
    MANIFEST,
    PDF,
    WORKBOOK,
    Manifest,
    Member,
    read_manifest,
)
from digicom_desktop.documents.package_stream import as_stream
from digicom_desktop.documents.zip_guard import GuardedZip, ZipLimits, shown
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.content_shape import require_content
from digicom_desktop.domain.revision import Revision
from digicom_desktop.errors import DigicomError
from digicom_desktop.program_files import is_program_name, is_program_start, real_suffix

LIMITS = ZipLimits(file=300_000_000, part=FILE_LIMIT, all=300_000_000)
LONGEST_CONTENT = 8_000_000
"""Bytes of one content."""

_EVIDENCE_NAME = re.compile(re.escape(EVIDENCE) + r"([0-9a-f]{64})(\.[a-z0-9]{1,10})?")
_DOCUMENT_NAME = re.compile(re.escape(DOCUMENTS) + r"[^/]+(\.[a-z]+)")

Take = Callable[[str, BinaryIO, str], object]
"""Gets the name of an evidence file, its bytes and its SHA-256 in hex."""


@dataclass(frozen=True, slots=True)
class PackageContent:
    """A package of which every byte was checked.

    ``content`` is canonical and has its shape; so has that of each of ``revisions``, oldest first.
    ``evidence`` maps SHA-256 to the name of the member, ``files`` to the evidence that first names
    it; ``documents`` maps ".xlsx" and ".pdf" to theirs.
    """

    manifest: Manifest
    content: bytes
    revisions: tuple[Revision, ...]
    evidence: Mapping[str, str]
    files: Mapping[str, NamedFile]
    documents: Mapping[str, str]


def read_package(path: Path) -> PackageContent:
    """The package at ``path``; every member is read once, in pieces. Any thread.

    Raises DigicomError, always with ``path``: ``guard.…`` for what is no harmless zip;
    ``package.foreign``, ``package.newer``, ``package.manifest``; ``package.member_missing``,
    ``package.member_unknown``, ``package.member_altered`` (name); ``package.evidence_missing``,
    ``package.evidence_altered``, ``package.evidence_program`` (number, title),
    ``package.evidence_in_all``; ``package.content_unreadable`` (name), ``package.wrong_code``
    (code) and ``package.wrong_revision`` (number), ``assessment.newer``.
    """
    with _about(path), GuardedZip.open(path, LIMITS) as zip:
        return _Reading(zip).package()


def read_stated(path: Path) -> Manifest:
    """Only what the package at ``path`` says about itself, be the rest as it may; quick.

    Raises DigicomError ``guard.…``, ``package.foreign``, ``package.newer``, ``package.manifest``.
    """
    with _about(path), GuardedZip.open(path, LIMITS) as zip:
        return _stated(zip)


def read_document(path: Path, content: PackageContent, suffix: str) -> bytes:
    """The document of a package that was read, ".xlsx" or ".pdf"; it is as it was then.

    Raises DigicomError ``guard.…``, ``package.member_missing``, ``package.member_altered`` (name).
    """
    name = content.documents[suffix]
    with _about(path), GuardedZip.open(path, LIMITS) as zip:
        if name not in zip.names:
            raise DigicomError("package.member_missing", name=shown(name))
        document = zip.read(name)
        if _member(name, document) not in content.manifest.members:
            raise DigicomError("package.member_altered", name=shown(name))
        return document


def copy_evidence(path: Path, content: PackageContent, take: Take) -> None:
    """Hand every evidence file of a package that was read to ``take``, one after the other.

    ``take`` is to compare the hash itself: the file may be another by now. Raises DigicomError
    ``guard.…``, ``package.evidence_missing``, and what ``take`` raises.
    """
    with _about(path), GuardedZip.open(path, LIMITS) as zip:
        for sha256, member in sorted(content.evidence.items()):
            named = content.files[sha256]
            if member not in zip.names:
                raise DigicomError("package.evidence_missing", **named.told)
            stream = as_stream(zip.stream(member))
            take(_file_name(named.names[0], member), stream, sha256)


def _member(name: str, data: bytes) -> Member:
    return Member(name, len(data), hashlib.sha256(data).hexdigest())


def _file_name(name: str, member: str) -> str:
    """``name``, with the suffix under which the file was kept where it comes from."""
    suffix = real_suffix(member)
    return name if real_suffix(name) == suffix else f"{name}{suffix}"


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Says of which file an error is."""
    try:
        yield
    except DigicomError as error:
        raise DigicomError(error.id, **{"path": path, **error.values}) from error


def _stated(zip: GuardedZip) -> Manifest:
    if MANIFEST not in zip.names:
        raise DigicomError("package.foreign")
    return read_manifest(zip.read(MANIFEST, LONGEST))


class _Reading:
    """One package while it is read."""

    def __init__(self, zip: GuardedZip) -> None:
        self._zip = zip
        self._manifest = _stated(zip)
        self._members = {member.name: member for member in self._manifest.members}

    def package(self) -> PackageContent:
        """All of it; content first, because it says what the evidence is called."""
        manifest = self._manifest
        content = self._content(CONTENT)
        if consistency_code(content) != manifest.code:
            raise DigicomError("package.wrong_code", code=manifest.code)
        revisions = tuple(self._revisions())
        beside = () if manifest.revision is not None else reversed(revisions)
        files = named_files([content, *(revision.content for revision in beside)])
        evidence = self._evidence(files)
        documents = self._documents()
        contents = {CONTENT, *(manifest.revision_member(r.number) for r in revisions)}
        self._refuse_unknown({*contents, *evidence.values(), *documents.values()})
        return PackageContent(
            manifest,
            content,
            revisions,
            MappingProxyType(evidence),
            files,
            MappingProxyType(documents),
        )

    def _content(self, name: str) -> bytes:
        content = b"".join(self._checked(name, LONGEST_CONTENT))
        try:
            require_content(content)
        except DigicomError as error:
            if error.id != "assessment.unreadable":
                raise
            raise DigicomError("package.content_unreadable", name=name) from error
        return content

    def _revisions(self) -> Iterator[Revision]:
        for head in self._manifest.revisions:
            content = self._content(self._manifest.revision_member(head.number))
            if consistency_code(content) != head.code:
                raise DigicomError("package.wrong_revision", number=head.number)
            yield head.with_content(content)

    def _evidence(self, files: Mapping[str, NamedFile]) -> dict[str, str]:
        """The member of each of ``files``, read whole and compared."""
        there = {}
        for name in self._members:
            if match := _EVIDENCE_NAME.fullmatch(name):
                there[match[1]] = name
        in_all = 0
        for sha256, named in files.items():
            if sha256 not in there or there[sha256] not in self._zip.names:
                raise DigicomError("package.evidence_missing", **named.told)
            in_all += self._zip.sizes[there[sha256]]
            if in_all > ALL_LIMIT:
                values = {"size": megabytes(in_all), "limit": megabytes(ALL_LIMIT)}
                raise DigicomError("package.evidence_in_all", **values)
            self._check_evidence(there[sha256], sha256, named)
        return {sha256: name for sha256, name in there.items() if sha256 in files}

    def _check_evidence(self, name: str, sha256: str, named: NamedFile) -> None:
        if self._members[name].sha256 != sha256:
            raise DigicomError("package.evidence_altered", **named.told)
        is_program = any(map(is_program_name, (name, *named.names)))
        try:
            for number, piece in enumerate(self._checked(name)):
                is_program = is_program or (number == 0 and is_program_start(piece))
        except DigicomError as error:
            if error.id != "package.member_altered":
                raise
            raise DigicomError("package.evidence_altered", **named.told) from error
        if is_program:
            raise DigicomError("package.evidence_program", **named.told)

    def _documents(self) -> dict[str, str]:
        found = {}
        for name in self._members:
            match = _DOCUMENT_NAME.fullmatch(name)
            if match and match[1] in (WORKBOOK, PDF) and match[1] not in found:
                found[match[1]] = name
                for _ in self._checked(name):
                    pass
        for suffix in (WORKBOOK, PDF):
            if suffix not in found:
                raise DigicomError("package.member_missing", name=f"{DOCUMENTS}*{suffix}")
        return found

    def _refuse_unknown(self, known: set[str]) -> None:
        """Both what only the zip holds and what only the manifest names."""
        for name in sorted({*self._zip.names, *self._members} - known - {MANIFEST}):
            raise DigicomError("package.member_unknown", name=shown(name))

    def _checked(self, name: str, limit: int | None = None) -> Iterator[bytes]:
        """The pieces of a member, which is what the manifest says once all have come."""
        member = self._members.get(name)
        if member is None or name not in self._zip.names:
            raise DigicomError("package.member_missing", name=shown(name))
        digest, size = hashlib.sha256(), 0
        for piece in self._zip.stream(name, limit):
            digest.update(piece)
            size += len(piece)
            yield piece
        if Member(name, size, digest.hexdigest()) != member:
            raise DigicomError("package.member_altered", name=shown(name))
