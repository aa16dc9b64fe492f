"""Writes everything that is saved as one file: a backup of all, and the evidence that it names."""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digicom_desktop.documents.one_file_manifest import (
    BACKUPS,
    EVIDENCE,
    MANIFEST,
    MOST_FILES,
    Counts,
    Manifest,
    manifest_bytes,
)
from digicom_desktop.documents.one_file_reader import LIMITS, OnBytes
from digicom_desktop.documents.package_evidence import FILE_LIMIT
from digicom_desktop.documents.package_manifest import Member
from digicom_desktop.documents.zip_members import LEVEL, member_info
from digicom_desktop.errors import DigicomError

_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class OneFileSource:
    """What the file is made of.

    ``backup`` is a whole database with everything, made ``made`` with the tables of ``schema``;
    ``evidence`` says by SHA-256 where each file lies that it names, None where it is nowhere.
    """

    program: str
    backup: Path
    schema: int
    made: datetime
    assessments: int
    deleted: int
    revisions: int
    evidence: Mapping[str, Path | None]

    @property
    def size(self) -> int:
        """So many bytes at most the file will have, but for its list of members."""
        found = (path for path in self.evidence.values() if path is not None and path.is_file())
        return sum(path.stat().st_size for path in (self.backup, *found))


def write_one_file(source: OneFileSource, path: Path, on_bytes: OnBytes) -> Manifest:
    """Write ``source`` to ``path``; ``files.write_whole`` makes that safe. Any thread.

    An evidence file that cannot be read, or that the disk altered, does not keep the rest back: it
    is counted as lacking. Raises DigicomError ``one_file.too_large``, OSError, and what
    ``on_bytes`` raises.
    """
    if source.size > LIMITS.all or len(source.evidence) > MOST_FILES:
        raise DigicomError("one_file.too_large", path=path, limit=LIMITS.all // 1_000_000_000)
    with zipfile.ZipFile(path, "w", compresslevel=LEVEL) as archive:
        manifest = _Writing(archive, source, on_bytes).run()
        archive.writestr(member_info(MANIFEST), manifest_bytes(manifest))
    return manifest


class _Writing:
    """One file while it is written."""

    def __init__(self, archive: zipfile.ZipFile, source: OneFileSource, on_bytes: OnBytes) -> None:
        self._archive, self._source = archive, source
        self._on_bytes, self._done, self._all = on_bytes, 0, source.size

    def run(self) -> Manifest:
        """Writes all members but the manifest, which only then can be made."""
        source = self._source
        files = tuple(self._evidence())
        backup = self._add(f"{BACKUPS}{source.backup.name}", _pieces(source.backup))
        counts = Counts(
            source.assessments,
            source.deleted,
            source.revisions,
            len(files),
            len(source.evidence) - len(files),
        )
        members = sorted((backup, *files), key=lambda member: member.name)
        return Manifest(source.program, source.schema, source.made, counts, tuple(members))

    def _evidence(self) -> Iterator[Member]:
        for sha256, path in sorted(self._source.evidence.items()):
            content = None if path is None else _content(path, sha256)
            if path is not None and content is not None:
                yield self._add(f"{EVIDENCE}{sha256}{path.suffix}", iter([content]))

    def _add(self, name: str, pieces: Iterator[bytes]) -> Member:
        digest, size = hashlib.sha256(), 0
        info = member_info(name)
        with self._archive.open(info, "w", force_zip64=name.startswith(BACKUPS)) as to:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                to.write(piece)
                self._done += len(piece)
                self._on_bytes(self._done, self._all)
        return Member(name, size, digest.hexdigest())


def _content(path: Path, sha256: str) -> bytes | None:
    """The evidence file at ``path``, None unless it is what its name says."""
    try:
        with path.open("rb") as file:
            content = file.read(FILE_LIMIT + 1)
    except OSError:
        return None
    is_whole = len(content) <= FILE_LIMIT and hashlib.sha256(content).hexdigest() == sha256
    return content if is_whole else None


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece
