"""Packages for tests: small ones, and those that somebody took apart and packed anew."""

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from digicom_desktop.documents.package_manifest import CONTENT, MANIFEST
from digicom_desktop.documents.package_source import PackageSource
from digicom_desktop.documents.package_writer import pack
from digicom_desktop.domain.assessment import (
    Assessment,
    Evidence,
    EvidenceFile,
    EvidenceRegister,
)
from digicom_desktop.domain.canonical import canonical_bytes, consistency_code
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.content import content
from digicom_desktop.domain.revision import Revision, State, StateChange
from tests.domain.random_ratings import EDITION, LIBRARY
from tests.domain.reports import report_of

ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
FILES = MappingProxyType(
    {
        "营业执照（副本）.jpg": b"\xff\xd8\xff picture",
        "合同 2025.PDF": b"%PDF-1.7 contract",
        "同一份.txt": "同一份\n".encode(),
        "同一份 (2).md": "同一份\n".encode(),
        "无扩展名": b"without suffix" * 1000,
    }
)
"""Evidence files by their names; two are the same."""
CHANGES = (
    StateChange(State.SUBMITTED, "2026-12-01", "交到区商务局，\n纸质一份"),
    StateChange(State.RETURNED, "2026年12月8日", "缺少佐证材料 <img src=x>"),
    StateChange(State.SUBMITTED, ""),
)


def sha256(data: bytes) -> str:
    """The hash in hex."""
    return hashlib.sha256(data).hexdigest()


def tea_firm(names: Sequence[str] = tuple(FILES), **changes: str) -> Assessment:
    """An assessment with the evidence files ``names``."""
    register = EvidenceRegister(
        tuple(
            Evidence(
                f"1.1-{number:02d}",
                title=f"材料{number}",
                items=("1.1",),
                file=EvidenceFile(name, len(FILES[name]), sha256(FILES[name])),
            )
            for number, name in enumerate(names, 1)
        ),
        MappingProxyType({"1.1": len(names)}),
    )
    company = Company(year=2025, **{"name": "婺源青禾茶业有限公司", **changes})
    return Assessment(EDITION.id, company, evidence=register)


def stored_files(folder: Path) -> dict[str, Path]:
    """The evidence files as a store keeps them, by hash."""
    kept: dict[str, Path] = {}
    for name, data in FILES.items():
        path = folder / f"{sha256(data)}{Path(name).suffix.lower()}"
        if sha256(data) not in kept:
            path.write_bytes(data)
            kept[sha256(data)] = path
    return kept


def content_of(assessment: Assessment) -> bytes:
    """The canonical content."""
    return canonical_bytes(content(EDITION, assessment, LIBRARY.metrics()))


def revisions_of(*assessments: Assessment) -> tuple[Revision, ...]:
    """A revision of each, the first with more that became of it than the second, and so on."""
    return tuple(
        Revision(
            number,
            datetime(2026, 11, 25, 8, 0, 1, 5, UTC) + timedelta(days=number),
            consistency_code(said),
            said,
            CHANGES[: max(0, 4 - number)],
        )
        for number, said in enumerate(map(content_of, assessments), 1)
    )


def draft(assessment: Assessment, files: Mapping[str, Path], *before: Assessment) -> PackageSource:
    """All of ``assessment``, of which ``before`` were finalised."""
    report = report_of(assessment)
    return PackageSource(report, ID, None, revisions_of(*before), files)


def only_second(files: Mapping[str, Path]) -> PackageSource:
    """The package of the second revision of two."""
    first, second = revisions_of(tea_firm((), name="旧名"), tea_firm())
    report = replace(report_of(tea_firm()), state="finalised", revision=2, content=second.content)
    return PackageSource(report, ID, second, (first, second), files)


def quick(source: PackageSource, path: Path) -> Path:
    """The package of ``source`` at ``path``, with documents that nobody will open."""
    documents = {suffix: path.with_suffix(suffix) for suffix in (".xlsx", ".pdf")}
    for suffix, document in documents.items():
        document.write_bytes(f"a document {suffix}".encode())
    pack(source, documents[".xlsx"], documents[".pdf"], path)
    return path


def members(path: Path) -> dict[str, bytes]:
    """All members of a zip."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, content: Mapping[str, bytes]) -> Path:
    """A zip of ``content`` at ``path``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def said(content: Mapping[str, bytes]) -> Any:
    """The manifest as JSON."""
    return json.loads(content[MANIFEST])


def forged(content: dict[str, bytes], manifest: Any = None) -> dict[str, bytes]:
    """``content`` with a manifest that fits it, and ``manifest`` otherwise, by who knows how."""
    value = said(content) if manifest is None else manifest
    value["members"] = [
        {"name": name, "size": len(data), "sha256": sha256(data)}
        for name, data in sorted(content.items())
        if name != MANIFEST
    ]
    value["assessment"]["code"] = consistency_code(content[CONTENT])
    return {**content, MANIFEST: sealed(value)}


def sealed(manifest: Any) -> bytes:
    """``manifest`` as bytes, with the hash over the rest of it."""
    value = {key: part for key, part in manifest.items() if key != "sha256"}
    return canonical_bytes({**value, "sha256": sha256(canonical_bytes(value))})
