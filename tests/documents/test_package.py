"""A package says and carries exactly what it was made of."""

import json
import os
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, BinaryIO

import pytest
from hypothesis import given, settings, strategies as st
from jsonschema import Draft202012Validator

from digicom_desktop.documents.package_evidence import ALL_LIMIT, FILE_LIMIT
from digicom_desktop.documents.package_manifest import CONTENT, MANIFEST
from digicom_desktop.documents.package_reader import (
    PackageContent,
    copy_evidence,
    read_document,
    read_package,
    read_stated,
)
from digicom_desktop.documents.package_writer import check_package, write_package
from digicom_desktop.domain.assessment import Assessment, EvidenceFile
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.content_reader import read_content
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_whole
from digicom_desktop.paths import resources_folder
from digicom_desktop.store.evidence_files import EvidenceFiles
from tests.documents.packages import (
    FILES,
    ID,
    content_of,
    draft,
    members,
    only_second,
    quick,
    sha256,
    stored_files,
    tea_firm,
)
from tests.domain.random_assessments import assessments
from tests.domain.random_ratings import LIBRARY
from tests.domain.reports import report_of

EXAMPLES = int(os.environ.get("DIGICOM_EXAMPLES", "200"))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Evidence files as a store keeps them."""
    kept = tmp_path / "evidence"
    kept.mkdir()
    return stored_files(kept)


@pytest.fixture(scope="module")
def common_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same for all examples."""
    return stored_files(tmp_path_factory.mktemp("evidence"))


def with_files(assessment: Assessment) -> Assessment:
    """``assessment`` with evidence files that are really there."""
    names = list(FILES)
    entries = tuple(
        replace(entry, file=entry.file and _file(names[entry.file.size % len(names)]))
        for entry in assessment.evidence.entries
    )
    return replace(assessment, evidence=replace(assessment.evidence, entries=entries))


def _file(name: str) -> EvidenceFile:
    return EvidenceFile(name, len(FILES[name]), sha256(FILES[name]))


def schema(name: str) -> Any:
    """A validator of ``resources/schema/``."""
    text = (resources_folder() / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def taken(path: Path, content: PackageContent) -> dict[str, tuple[str, bytes]]:
    """All evidence of a package: name and bytes by hash."""
    found: dict[str, tuple[str, bytes]] = {}

    def take(name: str, stream: BinaryIO, hash: str) -> None:
        found[hash] = (name, stream.read())

    copy_evidence(path, content, take)
    return found


@settings(max_examples=EXAMPLES)
@given(
    assessments().map(with_files),
    st.lists(assessments().map(with_files), max_size=2),
)
def test_whatever_is_packed_is_read_again(
    common_files: dict[str, Path], assessment: Assessment, before: list[Assessment]
) -> None:
    source = draft(assessment, common_files, *before)
    with TemporaryDirectory() as folder:
        path = quick(source, Path(folder) / "p.digicom")
        read = read_package(path)
        evidence = taken(path, read)
        parts = members(path)
    assert read.content == source.said
    assert content_of(read_content(read.content)) == source.said
    assert read.revisions == source.revisions
    assert read.manifest.code == consistency_code(source.said)
    assert {hash: data for hash, (_, data) in evidence.items()} == {
        hash: common_files[hash].read_bytes() for hash in source.files
    }
    schema("package").validate(json.loads(parts[MANIFEST]))
    schema("content").validate(json.loads(parts[CONTENT]))
    for number in range(1, len(before) + 1):
        schema("content").validate(json.loads(parts[f"revisions/{number}.json"]))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("firm", [LIBRARY.sample(), tea_firm()], ids=["sample", "tea firm"])
def test_a_package_with_its_documents_is_written_checked_and_the_same_again(
    files: dict[str, Path], tmp_path: Path, firm: Assessment, language: Language
) -> None:
    source = replace(draft(firm, files), report=report_of(firm, language))
    path, again = tmp_path / "p.digicom", tmp_path / "again.digicom"
    write_whole(path, lambda to: write_package(source, to), lambda at: check_package(source, at))
    write_package(source, again)
    assert path.read_bytes() == again.read_bytes()
    assert read_package(path).manifest.language is language


def test_a_package_of_the_draft_carries_everything(files: dict[str, Path], tmp_path: Path) -> None:
    old = tea_firm(("合同 2025.PDF",), name="旧名")
    source = draft(tea_firm(("营业执照（副本）.jpg",)), files, old, tea_firm(()))
    path = quick(source, tmp_path / "p.digicom")
    read = read_package(path)
    assert (read.manifest.id, read.manifest.state, read.manifest.revision) == (ID, "draft", None)
    assert read.revisions == source.revisions
    assert [len(revision.changes) for revision in read.revisions] == [3, 2]
    # What a revision names goes with it, though the draft has dropped it.
    assert {name for name, _ in taken(path, read).values()} == {
        "营业执照（副本）.jpg",
        "合同 2025.PDF",
    }


def test_a_package_of_a_revision_carries_that_one_only(
    files: dict[str, Path], tmp_path: Path
) -> None:
    source = only_second(files)
    path = quick(source, tmp_path / "p.digicom")
    read = read_package(path)
    assert read.revisions == source.revisions[1:]
    assert (read.manifest.revision, read.manifest.state) == (2, "returned")
    assert read.content == read.revisions[0].content
    assert not any(name.startswith("revisions/") for name in members(path))
    assert read_stated(path) == read.manifest


def test_equal_files_travel_once_under_their_first_name(
    files: dict[str, Path], tmp_path: Path
) -> None:
    source = draft(tea_firm(), files)
    path = quick(source, tmp_path / "p.digicom")
    read = read_package(path)
    assert len(read.evidence) == len(FILES) - 1
    assert taken(path, read) == {
        sha256(data): (name, data) for name, data in FILES.items() if name != "同一份 (2).md"
    }


def test_a_store_elsewhere_keeps_the_evidence_as_it_was_kept_here(
    files: dict[str, Path], tmp_path: Path
) -> None:
    path = quick(draft(tea_firm(), files), tmp_path / "p.digicom")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    store = EvidenceFiles(elsewhere)
    copy_evidence(path, read_package(path), store.add_stream)
    kept = {path.name: path.read_bytes() for path in elsewhere.iterdir()}
    assert kept == {path.name: path.read_bytes() for path in files.values()}


def test_a_name_that_lost_its_suffix_gets_back_that_of_the_file(tmp_path: Path) -> None:
    data = FILES["合同 2025.PDF"]
    kept = tmp_path / f"{sha256(data)}.pdf"
    kept.write_bytes(data)
    firm = tea_firm(("合同 2025.PDF",))
    entry = firm.evidence.entries[0]
    cut = replace(entry, file=EvidenceFile("一份名字很长的合同", len(data), sha256(data)))
    firm = replace(firm, evidence=replace(firm.evidence, entries=(cut,)))
    path = quick(draft(firm, {sha256(data): kept}), tmp_path / "p.digicom")
    assert taken(path, read_package(path)) == {sha256(data): ("一份名字很长的合同.pdf", data)}


def test_equal_input_is_equal_bytes_in_any_order(files: dict[str, Path], tmp_path: Path) -> None:
    source = draft(tea_firm(), files, tea_firm(()))
    turned = dict(reversed(files.items()))
    for path in files.values():
        os.utime(path, (0, 0))
    one = quick(source, tmp_path / "1.digicom").read_bytes()
    assert quick(replace(source, evidence=turned), tmp_path / "2.digicom").read_bytes() == one


def test_only_what_is_not_compressed_is_deflated(files: dict[str, Path], tmp_path: Path) -> None:
    path = quick(draft(tea_firm(), files), tmp_path / "p.digicom")
    with zipfile.ZipFile(path) as archive:
        stored = {
            Path(info.filename).suffix
            for info in archive.infolist()
            if info.compress_type == zipfile.ZIP_STORED
        }
    assert stored == {".jpg", ".pdf", ".xlsx"}


def test_documents_are_called_like_the_exports(files: dict[str, Path], tmp_path: Path) -> None:
    source = draft(tea_firm(name="甲/乙:丙\u202e公司"), files)
    path = quick(source, tmp_path / "p.digicom")
    read = read_package(path)
    assert read.documents[".pdf"] == f"documents/{source.name}.pdf"
    assert source.name.startswith("甲_乙_丙公司_2025_")
    assert read_document(path, read, ".pdf") == b"a document .pdf"


@pytest.mark.parametrize("name", ["", "..", "CON", "~", "长" * 200, "a\nb", "../../x"])
def test_every_name_of_a_firm_gives_a_package(tmp_path: Path, name: str) -> None:
    source = draft(tea_firm((), name=name), {})
    assert read_package(quick(source, tmp_path / "p.digicom")).content == source.said


def test_what_the_draft_says_may_differ_from_what_the_documents_say(
    files: dict[str, Path], tmp_path: Path
) -> None:
    """A finalised assessment goes on carrying out its plan."""
    said = content_of(tea_firm(name="新名"))
    source = replace(draft(tea_firm(), files), content=said)
    assert read_package(quick(source, tmp_path / "p.digicom")).content == said


@pytest.mark.parametrize("lose", ["mapping", "disk"])
def test_lost_evidence_is_named(files: dict[str, Path], tmp_path: Path, lose: str) -> None:
    hash = sha256(FILES["合同 2025.PDF"])
    if lose == "disk":
        files[hash].unlink()
    else:
        del files[hash]
    with pytest.raises(DigicomError) as caught:
        quick(draft(tea_firm(), files), tmp_path / "p.digicom")
    assert caught.value.id == "package.evidence_lost"
    assert caught.value.values == {"number": "1.1-02", "title": "材料2"}


@pytest.mark.parametrize("change", [b"%PDF-1.7 c0ntract", b"longer than before it was", b""])
def test_changed_evidence_is_named(files: dict[str, Path], tmp_path: Path, change: bytes) -> None:
    files[sha256(FILES["合同 2025.PDF"])].write_bytes(change)
    with pytest.raises(DigicomError) as caught:
        quick(draft(tea_firm(), files), tmp_path / "p.digicom")
    assert caught.value.id == "package.evidence_changed"
    assert caught.value.values["number"] == "1.1-02"


def _sparse(folder: Path, *sizes: int) -> Iterator[tuple[str, Path]]:
    for number, (name, size) in enumerate(zip(FILES, sizes, strict=False)):
        path = folder / f"{number}.bin"
        with path.open("wb") as file:
            file.truncate(size)
        yield sha256(FILES[name]), path


def test_evidence_beyond_the_limits_is_refused_before_anything_is_packed(tmp_path: Path) -> None:
    large = dict(_sparse(tmp_path, FILE_LIMIT + 1, 1, 1, 1, 1))
    with pytest.raises(DigicomError) as caught:
        quick(draft(tea_firm(), large), tmp_path / "p.digicom")
    assert caught.value.id == "package.evidence_too_large"
    assert caught.value.values["number"] == "1.1-01"
    assert not (tmp_path / "p.digicom").exists()


def test_evidence_of_more_than_200_megabytes_in_all_is_refused(tmp_path: Path) -> None:
    full = tmp_path / "full.bin"
    with full.open("wb") as file:
        file.truncate(FILE_LIMIT)
    hashes = [f"{number:064x}" for number in range(11)]
    assert FILE_LIMIT * 10 == ALL_LIMIT
    entry = tea_firm().evidence.entries[0]
    entries = tuple(
        replace(entry, number=f"1.1-{n:02d}", file=EvidenceFile("a.bin", FILE_LIMIT, hash))
        for n, hash in enumerate(hashes, 1)
    )
    firm = tea_firm()
    firm = replace(firm, evidence=replace(firm.evidence, entries=entries))
    with pytest.raises(DigicomError) as caught:
        quick(draft(firm, dict.fromkeys(hashes, full)), tmp_path / "p.digicom")
    assert caught.value.id == "package.evidence_in_all"
    assert caught.value.values == {"size": 220, "limit": 200}


def test_evidence_is_never_held_in_memory_whole(tmp_path: Path) -> None:
    data = os.urandom(FILE_LIMIT)
    kept = tmp_path / "a.bin"
    kept.write_bytes(data)
    firm = tea_firm()
    entry = replace(firm.evidence.entries[0], file=EvidenceFile("a.bin", len(data), sha256(data)))
    firm = replace(firm, evidence=replace(firm.evidence, entries=(entry,)))
    source = draft(firm, MappingProxyType({sha256(data): kept}))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    del data
    tracemalloc.start()
    path = quick(source, tmp_path / "p.digicom")
    copy_evidence(path, read_package(path), EvidenceFiles(elsewhere).add_stream)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < FILE_LIMIT / 4
