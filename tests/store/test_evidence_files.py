import hashlib
import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.database import Store
from digicom_desktop.store.evidence_files import LIMIT, EvidenceFiles, StoredFile


@pytest.fixture
def evidence(tmp_path: Path) -> EvidenceFiles:
    """An empty place for copies."""
    place = tmp_path / "evidence"
    place.mkdir()
    return EvidenceFiles(place)


def file(folder: Path, name: str, content: bytes = b"%PDF-1.7 content") -> Path:
    """A file of the person."""
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_copy_lies_under_the_hash_of_its_content(evidence: EvidenceFiles, tmp_path: Path) -> None:
    source = file(tmp_path, "营业执照 2026.PDF")
    stored = evidence.add(source)
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    assert (stored.sha256, stored.size) == (sha256, 16)
    assert (stored.suffix, stored.name) == (".pdf", "营业执照 2026.PDF")
    assert evidence.path(sha256).name == f"{sha256}.pdf"
    assert evidence.verify(sha256).read_bytes() == source.read_bytes()


def test_the_same_content_is_kept_once(evidence: EvidenceFiles, tmp_path: Path) -> None:
    first = evidence.add(file(tmp_path, "a.pdf"))
    second = evidence.add(file(tmp_path, "b.PDF"))
    assert first.sha256 == second.sha256
    assert len(list((tmp_path / "evidence").iterdir())) == 1


def test_a_copy_that_was_altered_is_noticed_and_mended_by_adding_again(
    evidence: EvidenceFiles, tmp_path: Path
) -> None:
    source = file(tmp_path, "a.pdf")
    stored = evidence.add(source)
    evidence.path(stored.sha256).write_bytes(b"other")
    with pytest.raises(DigicomError, match=r"store\.evidence\.altered"):
        evidence.verify(stored.sha256)
    evidence.add(source)
    evidence.verify(stored.sha256)
    assert len(list((tmp_path / "evidence").iterdir())) == 1


@pytest.mark.parametrize("sha256", ["0" * 64, "", "*", "../../etc/passwd", "A" * 64])
def test_what_was_never_copied_is_missing(
    evidence: EvidenceFiles, tmp_path: Path, sha256: str
) -> None:
    evidence.add(file(tmp_path, "a.pdf"))
    with pytest.raises(DigicomError, match=r"store\.evidence\.missing"):
        evidence.verify(sha256)


@pytest.mark.parametrize(
    ("size", "id"),
    [(0, "store.evidence.empty"), (LIMIT + 1, "store.evidence.too_large")],
)
def test_sizes_outside_the_limits_are_refused_and_leave_nothing(
    evidence: EvidenceFiles, tmp_path: Path, size: int, id: str
) -> None:
    source = file(tmp_path, "a.pdf", b"")
    with source.open("r+b") as opened:
        opened.truncate(size)
    with pytest.raises(DigicomError) as caught:
        evidence.add(source)
    assert caught.value.id == id
    assert list((tmp_path / "evidence").iterdir()) == []


def test_a_file_of_exactly_the_limit_is_taken(evidence: EvidenceFiles, tmp_path: Path) -> None:
    source = file(tmp_path, "a.pdf", b"")
    with source.open("r+b") as opened:
        opened.truncate(LIMIT)
    assert evidence.add(source).size == LIMIT


@pytest.mark.parametrize(
    "name",
    [
        "a.exe",
        "合同.pdf.EXE",
        "a.bat",
        "a.js",
        "a.lnk",
        "a.sh",
        "a.py",
        "a.ps1",
        "a.scr .",
        "a.jar",
        ".exe",
        "a.exe\u200b",
        "a.ex\u00ade",
        "a.exe\ufe0f",
        "a.exe\u3000.\u200b",
        "a.ｅｘｅ",
        "a．exe",
        "／.exe",
        "a.e\u200d\uff58e\u202e",
    ],
)
def test_programs_and_scripts_are_refused_by_name(
    evidence: EvidenceFiles, tmp_path: Path, name: str
) -> None:
    with pytest.raises(DigicomError, match=r"store\.evidence\.program"):
        evidence.add(file(tmp_path, name))


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00",
        b"\x7fELF\x02",
        b"#!/bin/sh\nrm -r ~",
        b"\xfe\xed\xfa\xce\x00",
        b"\xce\xfa\xed\xfe\x07",
        b"\xfe\xed\xfa\xcf\x01",
        b"\xcf\xfa\xed\xfe\x07",
        b"\xca\xfe\xba\xbe\x00",
        b"\xca\xfe\xba\xbf\x00",
    ],
)
def test_programs_under_another_name_are_refused(
    evidence: EvidenceFiles, tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(DigicomError, match=r"store\.evidence\.program"):
        evidence.add(file(tmp_path, "合同.pdf", content))
    assert list((tmp_path / "evidence").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("扫描件", ""),
        ("a.照片", ""),
        ("a.tar.gz", ".gz"),
        ("a.b c", ""),
        ("a.abcdefghijk", ""),
        ("a.ＰＤＦ\u200b", ".pdf"),
        ("网站a.com首页", ""),
        ("a.", ""),
    ],
)
def test_only_a_plain_suffix_is_kept(
    evidence: EvidenceFiles, tmp_path: Path, name: str, suffix: str
) -> None:
    stored = evidence.add(file(tmp_path, name))
    assert stored.suffix == suffix
    assert evidence.path(stored.sha256).name == stored.sha256 + suffix


def test_what_cannot_be_read_is_said(evidence: EvidenceFiles, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    if sys.platform != "win32":
        os.mkfifo(pipe)
    for source in (tmp_path, tmp_path / "gone.pdf", pipe):
        with pytest.raises(DigicomError, match=r"store\.evidence\.unreadable"):
            evidence.add(source)


def test_a_worker_thread_copies_while_the_store_is_open(store: Store, tmp_path: Path) -> None:
    sources = [file(tmp_path, f"{n}.pdf", b"%d" % n * 1000) for n in range(20)]
    with ThreadPoolExecutor(4) as pool:
        stored = list(pool.map(store.evidence.add, sources * 3))
    assert len({s.sha256 for s in stored}) == 20
    for one in stored:
        store.evidence.verify(one.sha256)


def test_a_stream_is_kept_like_a_file(evidence: EvidenceFiles) -> None:
    content = b"%PDF-1.7 content"
    sha256 = hashlib.sha256(content).hexdigest()
    stored = evidence.add_stream("周报 2026.PDF", io.BytesIO(content), sha256)
    assert stored == StoredFile(sha256, 16, ".pdf", "周报 2026.PDF")
    assert evidence.verify(sha256).read_bytes() == content


@pytest.mark.parametrize(
    ("name", "content", "id"),
    [
        ("a.pdf", b"other", "store.evidence.not_as_stated"),
        ("a.exe", b"content", "store.evidence.program"),
        ("a.pdf", b"MZ", "store.evidence.program"),
        ("a.pdf", b"", "store.evidence.empty"),
        ("a.pdf", b"x" * (LIMIT + 1), "store.evidence.too_large"),
    ],
)
def test_a_stream_that_must_not_be_kept_leaves_nothing(
    evidence: EvidenceFiles, tmp_path: Path, name: str, content: bytes, id: str
) -> None:
    stated = hashlib.sha256(b"content").hexdigest()
    with pytest.raises(DigicomError) as caught:
        evidence.add_stream(name, io.BytesIO(content), stated)
    assert caught.value.id == id
    assert list((tmp_path / "evidence").iterdir()) == []
