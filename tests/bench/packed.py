"""A package with 50 MB of evidence: written, read, and brought into another data folder."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.documents.package_reader import copy_evidence, read_package
from digicom_desktop.documents.package_writer import PackageSource, check_package, write_package
from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Assessment, Evidence, EvidenceFile, EvidenceRegister
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.content_reader import read_content
from digicom_desktop.domain.text import Language
from digicom_desktop.files import write_whole
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.store.database import Store
from tests.bench.timing import median, milliseconds

_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
_COUNT, _SIZE = 10, 5_000_000


def measure(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Rows of name, milliseconds and goal."""
    folder.mkdir(parents=True)
    library, path = Library(resources_folder()), folder / "firm.digicom"
    source = _source(folder, library)
    write = milliseconds(
        lambda: write_whole(
            path, lambda to: write_package(source, to), lambda at: check_package(source, at)
        )
    )
    yield "package with 50 MB of evidence, written and checked", write, ""
    yield "package with 50 MB of evidence, read", median(lambda: read_package(path), 5), ""
    stores = iter(range(5))

    def bring_in() -> None:
        _bring_in(path, folder / f"data {next(stores)}", library)

    yield "package with 50 MB of evidence, read, copied, saved", median(bring_in, 5), "<= 2000"


def _source(folder: Path, library: Library) -> PackageSource:
    files = {}
    entries = []
    for number in range(1, _COUNT + 1):
        data = os.urandom(_SIZE)
        sha256 = hashlib.sha256(data).hexdigest()
        files[sha256] = folder / f"{sha256}.jpg"
        files[sha256].write_bytes(data)
        file = EvidenceFile(f"照片 {number}.jpg", _SIZE, sha256)
        entries.append(Evidence(f"1.1-{number:02d}", title="照片", items=("1.1",), file=file))
    register = EvidenceRegister(tuple(entries), {"1.1": _COUNT})
    firm = replace(library.sample(), evidence=register)
    report = _appraisal(firm, library).report(Language.ZH, system_clock())
    return PackageSource(report, _ID, evidence=files)


def _appraisal(firm: Assessment, library: Library) -> Appraisal:
    return Appraisal(library, firm, system_clock().date())


def _bring_in(path: Path, folder: Path, library: Library) -> None:
    store = Store.open(folder, system_clock)
    content = read_package(path)
    copy_evidence(path, content, store.evidence.add_stream)
    firm = read_content(content.content)
    summary = _appraisal(firm, library).summary("company")
    store.bring_in(parts.parts(firm), summary, content.revisions, id=content.manifest.id)
    store.close()
