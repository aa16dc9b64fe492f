"""Whatever somebody does to a package is found, and said in one precise sentence."""

import json
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from digicom_desktop.documents.package_manifest import CONTENT, MANIFEST
from digicom_desktop.documents.package_reader import copy_evidence, read_package, read_stated
from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.evidence_files import EvidenceFiles
from tests.documents.packages import (
    FILES,
    draft,
    forged,
    members,
    only_second,
    packed,
    quick,
    said,
    sealed,
    sha256,
    stored_files,
    tea_firm,
)
from tests.domain.random_ratings import LIBRARY

Members = dict[str, bytes]
PICTURE = f"evidence/{sha256(FILES['营业执照（副本）.jpg'])}.jpg"
CONTRACT = f"evidence/{sha256(FILES['合同 2025.PDF'])}.pdf"
FILE = ("evidence", "1.1-01", "file")
UNREADABLE, MANIFEST_ID = "package.content_unreadable", "package.manifest"
_SECONDS = 5


@pytest.fixture
def whole(tmp_path: Path) -> Members:
    """The members of a package with two revisions and evidence."""
    kept = tmp_path / "evidence"
    kept.mkdir()
    source = draft(tea_firm(), stored_files(kept), tea_firm((), name="旧名"), tea_firm())
    return members(quick(source, tmp_path / "whole.digicom"))


def refused(path: Path) -> DigicomError:
    """How the package at ``path`` is refused, soon and in both languages."""
    started = time.monotonic()
    with pytest.raises(DigicomError) as caught:
        read_package(path)
    assert time.monotonic() - started < _SECONDS
    for language in Language:
        assert LIBRARY.words(language).say(caught.value.id, **caught.value.values)
    assert caught.value.values["path"] == path
    return caught.value


def test_the_whole_package_packed_anew_by_any_program_is_read(
    whole: Members, tmp_path: Path
) -> None:
    path = packed(tmp_path / "p.digicom", dict(reversed(whole.items())))
    assert read_package(path).content == whole[CONTENT]
    assert read_package(packed(path, forged(whole))).content == whole[CONTENT]


def test_every_member_that_is_changed_is_found(whole: Members, tmp_path: Path) -> None:
    for name, data in whole.items():
        for changed in (data[:-1], data + b" ", b"", data[:-1] + bytes([data[-1] ^ 1])):
            error = refused(packed(tmp_path / "p.digicom", {**whole, name: changed}))
            if name == MANIFEST:
                assert error.id == MANIFEST_ID
            elif name.startswith("evidence/"):
                assert error.id == "package.evidence_altered"
                assert str(error.values["number"]).startswith("1.1-0")
            else:
                assert (error.id, error.values["name"]) == ("package.member_altered", name)


def test_every_member_that_is_missing_is_found(whole: Members, tmp_path: Path) -> None:
    for name in whole:
        error = refused(packed(tmp_path / "p.digicom", {n: whole[n] for n in whole if n != name}))
        if name == MANIFEST:
            assert error.id == "package.foreign"
        elif name.startswith("evidence/"):
            assert error.id == "package.evidence_missing"
        else:
            assert (error.id, error.values["name"]) == ("package.member_missing", name)


def test_every_two_members_that_are_swapped_are_found(whole: Members, tmp_path: Path) -> None:
    for one in whole:
        for other in whole:
            if whole[one] != whole[other]:
                swapped = {**whole, one: whole[other], other: whole[one]}
                refused(packed(tmp_path / "p.digicom", swapped))


@pytest.mark.parametrize(
    "name",
    [
        "extra.txt",
        "revisions/3.json",
        "revisions/01.json",
        "evidence/note.txt",
        f"evidence/{'0' * 64}.pdf",
        f"evidence/{'0' * 64}.exe",
        "documents/second.pdf",
        "documents/deep/er.pdf",
        "documents/macro.xlsm",
        "Assessment.JSON.bak",
    ],
)
def test_whatever_is_added_is_found(whole: Members, tmp_path: Path, name: str) -> None:
    added = {**whole, name: b"%PDF-1.7"}
    listed = refused(packed(tmp_path / "p.digicom", forged(added)))
    unlisted = refused(packed(tmp_path / "p.digicom", added))
    assert listed.id == unlisted.id == "package.member_unknown"
    assert str(unlisted.values["name"])[:50] == name[:50]


def test_every_byte_of_the_manifest_counts(whole: Members, tmp_path: Path) -> None:
    manifest = whole[MANIFEST]
    for at in range(0, len(manifest), 7):
        changed = manifest[:at] + bytes([manifest[at] ^ 1]) + manifest[at + 1 :]
        error = refused(packed(tmp_path / "p.digicom", {**whole, MANIFEST: changed}))
        assert error.id == MANIFEST_ID


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(manifest: Any) -> None:
        for step in path[:-1]:
            manifest = manifest[step]
        manifest[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (_set("format", to=2), "package.newer"),
        (_set("format", to=0), MANIFEST_ID),
        (_set("format", to="1"), MANIFEST_ID),
        (_set("new", to=1), MANIFEST_ID),
        (_set("assessment", "id", to="../../x"), MANIFEST_ID),
        (_set("assessment", "state", to="famous"), MANIFEST_ID),
        (_set("assessment", "language", to="fr"), MANIFEST_ID),
        (_set("assessment", "revision", to=1), MANIFEST_ID),
        (_set("assessment", "code", to="AAAA-AAAA-AAAAA"), "package.wrong_code"),
        (_set("revisions", 0, "code", to="AAAA-AAAA-AAAAA"), "package.wrong_revision"),
        (_set("revisions", 0, "number", to=2), MANIFEST_ID),
        (_set("revisions", 0, "number", to=0), MANIFEST_ID),
        (_set("revisions", 1, "number", to=7), "package.member_missing"),
        (_set("revisions", 0, "finalised", to="2026-02-30T00:00:00.000000+00:00"), MANIFEST_ID),
        (_set("revisions", 0, "finalised", to="9999-12-31T23:59:59.000000+00:00"), MANIFEST_ID),
        (_set("revisions", 0, "changes", 0, "state", to="draft"), MANIFEST_ID),
        (_set("revisions", 0, "changes", 0, "remark", to="\x00"), MANIFEST_ID),
        (_set("revisions", to=[]), "package.member_unknown"),
        (_set("members", to=[]), "package.member_missing"),
        (_set("members", 0, "size", to=10**30), MANIFEST_ID),
        (_set("members", 0, "size", to=1), "package.member_altered"),
        (_set("members", 0, "name", to="assessment.jsom"), "package.member_missing"),
    ],
)  # fmt: skip
def test_a_manifest_with_a_right_hash_that_says_wrong_things_is_found(
    whole: Members, tmp_path: Path, change: Callable[[Any], None], id: str
) -> None:
    manifest = said(whole)
    change(manifest)
    error = refused(packed(tmp_path / "p.digicom", {**whole, MANIFEST: sealed(manifest)}))
    assert error.id == id


@pytest.mark.parametrize(
    "manifest",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"format":1}', b'{"format":1e9}',
     b"9" * 5000, b'{"format":1,"format":1}', b'"\\ud800"'],
)  # fmt: skip
def test_what_is_no_manifest_is_found(whole: Members, tmp_path: Path, manifest: bytes) -> None:
    error = refused(packed(tmp_path / "p.digicom", {**whole, MANIFEST: manifest}))
    assert error.id == MANIFEST_ID


def _content(change: Callable[[Any], None]) -> Callable[[Members], bytes]:
    def changed(whole: Members) -> bytes:
        value = json.loads(whole[CONTENT])
        change(value)
        return canonical_bytes(value)

    return changed


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (lambda whole: whole[CONTENT] + b" ", UNREADABLE),
        (lambda whole: json.dumps(json.loads(whole[CONTENT])).encode(), UNREADABLE),
        (lambda _: b"{}", UNREADABLE),
        (lambda _: b"[" * 200_000, UNREADABLE),
        (lambda _: b"\xff", UNREADABLE),
        (lambda _: b"", UNREADABLE),
        (_content(_set("format", to=2)), "assessment.newer"),
        (_content(_set("year", to="2025")), UNREADABLE),
        (_content(_set("year", to=10**20)), UNREADABLE),
        (_content(_set("answers", "1.1", to={"level": 7})), UNREADABLE),
        (_content(_set("answers", "1.1", to={"level": True})), UNREADABLE),
        (_content(_set("company", "name", to="a\x01b")), UNREADABLE),
        (_content(_set("company", "name", to="a" * 40_000)), UNREADABLE),
        (_content(_set("company", "nick", to="a")), UNREADABLE),
        (_content(_set("evidence", "1.1-xx", to={"grade": 2})), UNREADABLE),
        (_content(_set("evidence", "1.1-01", "grade", to=9)), UNREADABLE),
        (_content(_set(*FILE, "sha256", to="../x")), UNREADABLE),
        (_content(_set(*FILE, "sha256", to="0" * 64)), "package.evidence_missing"),
        (_content(_set(*FILE, "name", to="a.exe")), "package.evidence_program"),
    ],
)  # fmt: skip
def test_content_that_says_wrong_things_under_a_right_code_is_found(
    whole: Members, tmp_path: Path, change: Callable[[Members], bytes], id: str
) -> None:
    for name in (CONTENT, "revisions/2.json"):
        changed = {**whole, name: change(whole)}
        manifest = said(whole)
        if name != CONTENT:
            manifest["revisions"][1]["code"] = said(forged({**whole, CONTENT: changed[name]}))[
                "assessment"
            ]["code"]
        error = refused(packed(tmp_path / "p.digicom", forged(changed, manifest)))
        assert error.id == id
        if error.id == UNREADABLE:
            assert error.values["name"] == name


@pytest.mark.parametrize("data", [b"MZ\x90", b"\x7fELF", b"#!/bin/sh\n"])
def test_a_program_under_the_name_of_a_picture_is_refused(
    whole: Members, tmp_path: Path, data: bytes
) -> None:
    value = json.loads(whole[CONTENT])
    value["evidence"]["1.1-01"]["file"] |= {"sha256": sha256(data), "size": len(data)}
    changed = {name: part for name, part in whole.items() if not name.startswith("revisions/")}
    manifest = said(whole) | {"revisions": []}
    changed |= {CONTENT: canonical_bytes(value), f"evidence/{sha256(data)}.jpg": data}
    del changed[PICTURE]
    error = refused(packed(tmp_path / "p.digicom", forged(changed, manifest)))
    assert error.id == "package.evidence_program"
    assert error.values["number"] == "1.1-01"


@pytest.mark.parametrize("suffix", [".exe", ".js", ".lnk", ".sh"])
def test_evidence_with_the_suffix_of_a_program_is_refused(
    whole: Members, tmp_path: Path, suffix: str
) -> None:
    changed = {name: data for name, data in whole.items() if name != PICTURE}
    changed[PICTURE.replace(".jpg", suffix)] = whole[PICTURE]
    error = refused(packed(tmp_path / "p.digicom", forged(changed)))
    assert error.id == "package.evidence_program"


def test_evidence_under_the_hash_of_another_is_refused(whole: Members, tmp_path: Path) -> None:
    changed = {**whole, PICTURE: whole[CONTRACT]}
    error = refused(packed(tmp_path / "p.digicom", forged(changed)))
    assert error.id == "package.evidence_altered"


def test_evidence_twice_under_two_suffixes_is_refused(whole: Members, tmp_path: Path) -> None:
    changed = {**whole, PICTURE.replace(".jpg", ".png"): whole[PICTURE]}
    error = refused(packed(tmp_path / "p.digicom", forged(changed)))
    assert error.id == "package.member_unknown"


def test_a_package_of_a_revision_under_another_number_is_found(tmp_path: Path) -> None:
    kept = tmp_path / "evidence"
    kept.mkdir()
    one = members(quick(only_second(stored_files(kept)), tmp_path / "p.digicom"))
    manifest = said(one)
    manifest["assessment"]["revision"] = 1
    error = refused(packed(tmp_path / "p.digicom", {**one, MANIFEST: sealed(manifest)}))
    assert error.id == MANIFEST_ID


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "/etc/passwd",
        "C:\\evil.txt",
        "evidence\\x.pdf",
        "documents/../../x.pdf",
        "a\u202eb.pdf",
    ],
)
def test_members_that_point_elsewhere_are_refused(
    whole: Members, tmp_path: Path, name: str
) -> None:
    path = packed(tmp_path / "p.digicom", whole)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name.replace("\\", "/")), b"x")
    data = path.read_bytes()
    raw, wanted = name.replace("\\", "/").encode(), name.encode()
    path.write_bytes(data.replace(raw, wanted))
    assert refused(path).id.startswith("guard.")


def test_links_are_refused(whole: Members, tmp_path: Path) -> None:
    path = packed(tmp_path / "p.digicom", whole)
    link = zipfile.ZipInfo("documents/link.pdf")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, b"/etc/passwd")
    assert refused(path).id == "guard.link"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [CONTENT, "ASSESSMENT.json", MANIFEST, PICTURE])
def test_members_that_come_twice_are_refused(whole: Members, tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "p.digicom", whole)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"other")
    assert refused(path).id == "guard.twice"


def test_members_that_unpack_without_end_are_refused(whole: Members, tmp_path: Path) -> None:
    for name in (MANIFEST, CONTENT, CONTRACT, "documents/bomb.pdf"):
        changed = {**whole, name: bytes(60_000_000)}
        error = refused(packed(tmp_path / "p.digicom", changed))
        assert error.id in {"guard.bomb", "package.member_unknown"}


def test_a_member_that_lies_about_its_size_is_refused(whole: Members, tmp_path: Path) -> None:
    path = packed(tmp_path / "p.digicom", {**whole, CONTRACT: bytes(30_000_000)})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 30_000_000), struct.pack("<L", 17)))
    assert refused(path).id.startswith("guard.")


def test_a_package_that_is_cut_anywhere_is_refused(whole: Members, tmp_path: Path) -> None:
    data = packed(tmp_path / "p.digicom", whole).read_bytes()
    for length in [0, 1, 3, 4, 30, *range(100, len(data), len(data) // 60), len(data) - 1]:
        path = tmp_path / "cut.digicom"
        path.write_bytes(data[:length])
        refused(path)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x05\x06" + bytes(18), b"%PDF-1.7", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
     b"PK\x03\x04", "中文".encode("gb18030")],
)  # fmt: skip
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "p.digicom"
    path.write_bytes(data)
    assert refused(path).id.startswith("guard.")


def test_another_zip_is_no_package(tmp_path: Path) -> None:
    error = refused(packed(tmp_path / "p.digicom", {"[Content_Types].xml": b"<Types/>"}))
    assert error.id == "package.foreign"


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.digicom").id == "guard.missing"
    assert refused(tmp_path).id == "guard.folder"


def test_a_tampered_package_still_says_which_revision_it_wants_to_be(
    whole: Members, tmp_path: Path
) -> None:
    path = packed(tmp_path / "p.digicom", {**whole, CONTENT: b"{}"})
    assert read_stated(path).code == said(whole)["assessment"]["code"]


def test_a_file_that_is_exchanged_between_reading_and_copying_brings_nothing_wrong(
    whole: Members, tmp_path: Path
) -> None:
    path = packed(tmp_path / "p.digicom", whole)
    content = read_package(path)
    packed(path, {**whole, CONTRACT: b"other", PICTURE: b"other too"})
    place = tmp_path / "elsewhere"
    place.mkdir()
    with pytest.raises(DigicomError, match=r"store\.evidence\.not_as_stated"):
        copy_evidence(path, content, EvidenceFiles(place).add_stream)
    packed(path, {name: data for name, data in whole.items() if name != CONTRACT})
    with pytest.raises(DigicomError, match=r"package\.evidence_missing"):
        copy_evidence(path, content, EvidenceFiles(place).add_stream)
    assert not [kept for kept in place.iterdir() if kept.stem != sha256(kept.read_bytes())]
