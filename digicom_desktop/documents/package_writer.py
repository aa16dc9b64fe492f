"""Writes a package: content, revisions, evidence and both documents of a report in one zip."""

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.documents.package_check import check_package
from digicom_desktop.documents.package_evidence import (
    ALL_LIMIT,
    FILE_LIMIT,
    NamedFile,
    megabytes,
)
from digicom_desktop.documents.package_manifest import (
    CONTENT,
    DOCUMENTS,
    EVIDENCE,
    MANIFEST,
    PDF,
    WORKBOOK,
    Manifest,
    Member,
    RevisionHead,
    manifest_bytes,
)
from digicom_desktop.documents.package_reader import LIMITS
from digicom_desktop.documents.package_source import PackageSource
from digicom_desktop.documents.zip_members import LEVEL, member_info
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import sha256_of
from digicom_desktop.passing_folder import PassingFolder

__all__ = ["PackageSource", "check_package", "write_package"]

_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class _Packed:
    """A member to be, with what it is made of; ``named`` if it is evidence."""

    member: Member
    source: Path | bytes
    named: NamedFile | None = None


def write_package(source: PackageSource, path: Path) -> None:
    """Write ``source`` to ``path``; ``files.write_whole`` makes that safe. Any thread.

    Equal sources give equal bytes. Raises DigicomError ``package.evidence_lost``,
    ``package.evidence_changed``, ``package.evidence_too_large`` (number, title),
    ``package.evidence_in_all``, ``package.too_large``, and OSError.
    """
    from digicom_desktop.documents.pdf_report import write_pdf
    from digicom_desktop.documents.workbook_writer import write_workbook

    with PassingFolder() as folder:
        workbook, pdf = folder / f"document{WORKBOOK}", folder / f"document{PDF}"
        write_workbook(source.report, workbook)
        write_pdf(source.report, pdf)
        pack(source, workbook, pdf, path)


def pack(source: PackageSource, workbook: Path, pdf: Path, path: Path) -> None:
    """``write_package`` with documents that are written already."""
    documents = _documents(source, workbook, pdf)
    _pack(source, (*_texts(source), *_evidence(source), *documents), path)


def _evidence(source: PackageSource) -> Iterator[_Packed]:
    in_all = 0
    for sha256, named in sorted(source.files.items()):
        path = source.evidence.get(sha256)
        if path is None or not path.is_file():
            raise DigicomError("package.evidence_lost", **named.told)
        size = path.stat().st_size
        in_all += size
        if size > FILE_LIMIT:
            limit = megabytes(FILE_LIMIT)
            raise DigicomError("package.evidence_too_large", limit=limit, **named.told)
        member = Member(f"{EVIDENCE}{sha256}{path.suffix}", size, sha256)
        yield _Packed(member, path, named)
    if in_all > ALL_LIMIT:
        values = {"size": megabytes(in_all), "limit": megabytes(ALL_LIMIT)}
        raise DigicomError("package.evidence_in_all", **values)


def _documents(source: PackageSource, *documents: Path) -> Iterator[_Packed]:
    for path in documents:
        name = f"{DOCUMENTS}{source.name}{path.suffix}"
        yield _Packed(Member(name, path.stat().st_size, sha256_of(path).hex()), path)


def _texts(source: PackageSource) -> Iterator[_Packed]:
    texts = {f"revisions/{r.number}.json": r.content for r in source.revisions_beside}
    for name, data in {CONTENT: source.said, **texts}.items():
        yield _Packed(Member(name, len(data), hashlib.sha256(data).hexdigest()), data)


def _pack(source: PackageSource, packed: tuple[_Packed, ...], path: Path) -> None:
    manifest = _manifest(source, packed)
    with zipfile.ZipFile(path, "w") as archive:
        # First, so that a program can say whose package it is before it reads all.
        archive.writestr(member_info(MANIFEST), manifest_bytes(manifest), compresslevel=LEVEL)
        for one in sorted(packed, key=lambda one: one.member.name):
            _add(archive, one)
    if path.stat().st_size > LIMITS.file:
        raise DigicomError("package.too_large", limit=LIMITS.file // 1_000_000)


def _manifest(source: PackageSource, packed: tuple[_Packed, ...]) -> Manifest:
    return Manifest(
        program=source.report.program,
        id=source.id,
        state=source.state,
        code=consistency_code(source.said),
        language=source.report.language,
        revision=None if source.revision is None else source.revision.number,
        revisions=tuple(map(RevisionHead.of, source.kept)),
        members=tuple(one.member for one in packed),
    )


def _add(archive: zipfile.ZipFile, packed: _Packed) -> None:
    """Copy a member, and refuse evidence that is no longer what was attached."""
    member = packed.member
    digest = hashlib.sha256()
    info = member_info(member.name)
    info.file_size = member.size
    with archive.open(info, "w") as to:
        for chunk in _chunks(packed):
            digest.update(chunk)
            to.write(chunk)
    if digest.hexdigest() != member.sha256 and packed.named is not None:
        raise DigicomError("package.evidence_changed", **packed.named.told)


def _chunks(packed: _Packed) -> Iterator[bytes]:
    if isinstance(packed.source, bytes):
        yield packed.source
        return
    try:
        with packed.source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        if packed.named is None:
            raise
        raise DigicomError("package.evidence_lost", **packed.named.told) from error
