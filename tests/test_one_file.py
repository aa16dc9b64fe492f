"""Everything goes to another computer as one file, and nothing but what went comes out of it."""

import json
import os
import sqlite3
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from digicom_desktop.documents import one_file_reader, one_file_writer
from digicom_desktop.documents.one_file_manifest import manifest_bytes, read_manifest
from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import Step
from digicom_desktop.library import Library
from digicom_desktop.one_file import SavedAsOne, is_one_file, save_as_one_file, unpack
from digicom_desktop.paths import resources_folder
from digicom_desktop.restoring import forget, let_go, look, preview, restore
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.finished import finished
from tests.hostile.raw_zip import Entry, zipped
from tests.small_disk import small_disk
from tests.store.samples import TickingClock

_CLOCK = TickingClock()
_LIBRARY = Library(resources_folder())


def _at(folder: Path) -> Workspace:
    return Workspace.at(folder, resources_folder(), _CLOCK)


def _attach(session: Session, file: Path) -> str:
    copied = session.copy_evidence(file)
    register = session.current.evidence
    entry = Evidence(register.next_number("1.1"), "合同", items=("1.1",), file=copied)
    session.change(replace(session.current, evidence=register.with_new(entry)))
    return copied.sha256


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The data folder of the old computer: a revision, two evidence files, one of a deleted one."""
    scans = [tmp_path / "合同.pdf", tmp_path / "照片.bin"]
    scans[0].write_bytes(b"%PDF-1.7 scan")
    scans[1].write_bytes(os.urandom(300_000))
    folder = tmp_path / "旧电脑"
    workspace = _at(folder)
    first = finished(workspace)
    first.finalise()
    first.history.change_state(1, State.SUBMITTED, "2026-12-01", "交到区商务局")
    deleted = workspace.create(2025)
    for session, scan in zip((first, deleted), scans, strict=True):
        _attach(session, scan)
    workspace.delete(deleted.id)
    workspace.create(2024)
    workspace.back_up_if_changed()
    workspace.close()
    return folder


@pytest.fixture
def file(old: Path, tmp_path: Path) -> Path:
    """Everything of the old computer as one file."""
    path = tmp_path / "数商自评全部数据-2026-11-26.digicom-all"
    assert save_as_one_file(old, path) == SavedAsOne(assessments=2, files=2, lacking=0)
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of the new computer, where nothing is yet."""
    folder = tmp_path / "新电脑"
    _at(folder).close()
    return folder


def _left(data: Path) -> list[Path]:
    return [path for path in data.rglob("*") if "unpacked" in str(path.relative_to(data))]


def _refused(path: Path, data: Path) -> str:
    """Why ``path`` is not restored; nothing of it is left, and the sentence is there."""
    with pytest.raises(DigicomError) as caught:
        look(path, data, _CLOCK)
    for language in Language:
        assert str(path) in _LIBRARY.words(language).error(caught.value) or caught.value.id in {
            "guard.missing",
        }
    assert not [found for found in _left(data) if found.is_file()]
    return caught.value.id


def _said(workspace: Workspace) -> list[object]:
    rows = [*workspace.rows(), *workspace.rows(deleted=True)]
    sessions = [workspace.open(row.id) for row in rows]
    return [(row, s.current, s.history.revisions) for row, s in zip(rows, sessions, strict=True)]


def test_on_an_empty_computer_all_is_as_it_was_on_the_old_one(
    old: Path, file: Path, data: Path
) -> None:
    workspace = _at(data)
    held = look(file, data, _CLOCK)
    shown = preview(held, workspace.rows(), file)
    assert (len(held.rows), len(held.deleted), shown.files, shown.files_lacking) == (2, 1, 2, 0)
    assert shown.path == file, "the person never sees where it was unpacked"
    let_go(workspace)
    assert restore(held, data, _CLOCK) == 2
    forget(data)
    before, now = _at(old), _at(data)
    assert _said(now) == _said(before)
    assert sum(len(now.open(row.id).history.revisions) for row in now.rows()) == 1
    for each in (before, now):
        each.close()
    files = {path.name: path.read_bytes() for path in (old / "evidence").iterdir()}
    assert {path.name: path.read_bytes() for path in (data / "evidence").iterdir()} == files
    assert not _left(data)


def test_what_is_unpacked_is_private_and_gone_when_the_folder_is_opened_again(
    file: Path, data: Path
) -> None:
    folder = unpack(file, data)
    found = [folder, *folder.rglob("*")]
    if os.name == "posix":
        modes = {oct(path.stat().st_mode & 0o777) for path in found}
        assert modes == {"0o700", "0o600"}
    assert len([path for path in found if path.is_file()]) == 3
    _at(data).close()  # as after a kill
    assert not _left(data)


def test_an_evidence_file_that_is_lost_or_spoiled_here_does_not_keep_the_rest_back(
    old: Path, tmp_path: Path, data: Path
) -> None:
    first, second = sorted((old / "evidence").iterdir())
    first.unlink()
    second.write_bytes(b"spoiled")
    path = tmp_path / "all.digicom-all"
    assert save_as_one_file(old, path) == SavedAsOne(assessments=2, files=0, lacking=2)
    assert len(look(path, data, _CLOCK).rows) == 2


def test_where_nothing_was_ever_saved_there_is_nothing_to_save(data: Path, tmp_path: Path) -> None:
    with pytest.raises(DigicomError, match=r"store\.nothing_saved"):
        save_as_one_file(data, tmp_path / "all.digicom-all")
    assert not (tmp_path / "all.digicom-all").exists()


def test_cut_at_any_length_it_is_refused_and_nothing_stays(file: Path, data: Path) -> None:
    content = file.read_bytes()
    ids = set()
    lengths = [0, 1, 3, 4, 30, *range(100, len(content), len(content) // 60)]
    lengths += range(len(content) - 90, len(content))
    for length in lengths:
        file.write_bytes(content[:length])
        ids.add(_refused(file, data))
    assert ids <= {"one_file.cut", "one_file.damaged"}
    assert "one_file.cut" in ids


def test_a_byte_that_differs_anywhere_is_noticed_or_means_nothing(file: Path, data: Path) -> None:
    content = file.read_bytes()
    good = look(file, data, _CLOCK)
    for place in range(0, len(content), len(content) // 150):
        flipped = bytearray(content)
        flipped[place] ^= 0x41
        file.write_bytes(flipped)
        try:
            found = look(file, data, _CLOCK)
        except DigicomError as error:
            assert error.id.startswith("one_file."), error
        else:
            assert (found.rows, found.deleted) == (good.rows, good.deleted)
        forget(data)


def _rewritten(file: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """``file`` with other members."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def _restated(file: Path, **changes: Any) -> None:
    """``file`` with another manifest, that has its own hash right."""

    def change(members: dict[str, bytes]) -> None:
        said = json.loads(members["manifest.json"]) | changes
        said.pop("sha256")
        seal = sha256(canonical_bytes(said)).hexdigest()
        members["manifest.json"] = canonical_bytes(said | {"sha256": seal})

    _rewritten(file, change)


def _evidence_in(members: dict[str, bytes]) -> str:
    return next(name for name in members if name.startswith("evidence/"))


def _more(members: dict[str, bytes]) -> None:
    members["extra.txt"] = b"more"


def _less(members: dict[str, bytes]) -> None:
    del members[_evidence_in(members)]


def _other_evidence(members: dict[str, bytes]) -> None:
    name = _evidence_in(members)
    members[name] = bytes(len(members[name]))


def _edited_manifest(members: dict[str, bytes]) -> None:
    members["manifest.json"] = members["manifest.json"].replace(b'"revisions":1', b'"revisions":2')


def _no_json(members: dict[str, bytes]) -> None:
    members["manifest.json"] = b"{"


@pytest.mark.parametrize(
    "change", [_more, _less, _other_evidence, _edited_manifest, _no_json], ids=lambda c: c.__name__
)
def test_what_is_not_as_its_list_of_members_says_is_refused(
    file: Path, data: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    _rewritten(file, change)
    assert _refused(file, data) == "one_file.damaged"


def test_a_file_of_a_newer_program_is_said_to_be_one(file: Path, data: Path) -> None:
    _restated(file, format=2, something="new")
    assert _refused(file, data) == "one_file.newer"


def test_a_database_of_a_newer_program_is_said_to_be_one(
    file: Path, data: Path, tmp_path: Path
) -> None:
    folder = unpack(file, data)
    (backup,) = (folder / "backups").glob("*.sqlite3")
    with sqlite3.connect(backup) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    name = f"backups/{backup.name}"
    member = {
        "name": name,
        "size": backup.stat().st_size,
        "sha256": sha256(backup.read_bytes()).hexdigest(),
    }
    _rewritten(file, lambda members: members.update({name: backup.read_bytes()}))
    with zipfile.ZipFile(file) as archive:
        stated = json.loads(archive.read("manifest.json"))["members"]
    forget(data)
    _restated(file, members=[member if one["name"] == name else one for one in stated])
    assert _refused(file, data) == "store.restore.newer"


def test_other_files_under_its_name_are_said_to_be_others(file: Path, data: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert _refused(file, data) == "one_file.foreign"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", b'{"format":1,"program":{}}')
    assert _refused(file, data) == "one_file.foreign"
    for content in (b"SQLite format 3\0" * 40, b"%PDF-1.7", b"\xd0\xcf\x11\xe0" * 9, b"text"):
        file.write_bytes(content)
        assert _refused(file, data) == "one_file.foreign"
    file.unlink()
    assert _refused(file, data) in {"guard.missing", "store.restore.none_there"}


@pytest.mark.parametrize(
    "name",
    [
        "../../digicom.sqlite3",
        "/etc/passwd",
        "backups/../../x.sqlite3",
        "C:\\x.sqlite3",
        "evidence/" + "0" * 64 + ".exe",
        "evidence/deeper/" + "0" * 64,
        "backups/second.sqlite3",
    ],
)
def test_a_name_that_leads_elsewhere_is_never_written(file: Path, data: Path, name: str) -> None:
    content = b"hostile"
    with zipfile.ZipFile(file) as archive:
        stated = json.loads(archive.read("manifest.json"))["members"]
    member = {"name": name, "size": len(content), "sha256": sha256(content).hexdigest()}
    _rewritten(file, lambda members: members.update({name: content}))
    _restated(file, members=sorted([*stated, member], key=lambda one: str(one["name"])))
    before = {path: path.read_bytes() for path in data.parent.rglob("*") if path.is_file()}
    assert _refused(file, data) == "one_file.damaged"
    after = {path: path.read_bytes() for path in data.parent.rglob("*") if path.is_file()}
    assert after == before


def test_links_passwords_and_lies_about_sizes_are_refused(file: Path, data: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        good = [Entry(name, archive.read(name)) for name in archive.namelist()]
    for lie in (
        {"listed": {"attributes": 0o120777 << 16}},
        {"flags": 0x801},
        {"listed": {"size": 5}, "local": {"size": 5}},
        {"listed": {"size": 1 << 31}, "local": {"size": 1 << 31}},
        {"method": 12},
    ):
        bad = replace(good[0], **lie)
        file.write_bytes(zipped([bad, *good[1:]]))
        assert _refused(file, data) == "one_file.damaged"
    file.write_bytes(zipped(good))
    assert len(look(file, data, _CLOCK).rows) == 2


class _CalledOffError(Exception):
    pass


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 1.0])
def test_called_off_at_any_time_the_old_file_stays_and_nothing_new(
    old: Path, file: Path, part: float
) -> None:
    before, there = file.read_bytes(), set(file.parent.iterdir())

    def on_bytes(done: int, all: int) -> None:
        if done >= part * all:
            raise _CalledOffError

    with pytest.raises(_CalledOffError):
        save_as_one_file(old, file, on_bytes)
    assert (file.read_bytes(), set(file.parent.iterdir())) == (before, there)


def test_called_off_at_the_last_step_the_old_file_stays(old: Path, file: Path) -> None:
    before = file.read_bytes()

    def on_step(step: Step) -> None:
        if step is Step.PLACING:
            raise _CalledOffError

    with pytest.raises(_CalledOffError):
        save_as_one_file(old, file, on_step=on_step)
    assert file.read_bytes() == before


def test_unpacking_that_is_called_off_leaves_nothing(file: Path, data: Path) -> None:
    def on_bytes(done: int, all: int) -> None:
        if done > all // 2:
            raise _CalledOffError

    with pytest.raises(_CalledOffError):
        unpack(file, data, on_bytes)
    assert not [path for path in _left(data) if path.is_file()]


def test_a_full_disk_leaves_the_old_file(old: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path, 200) as disk:
        path = disk / "all.digicom-all"
        path.write_bytes(b"the old one")
        with pytest.raises(DigicomError, match=r"files\.disk_full"):
            save_as_one_file(old, path)
        assert [(p.name, p.read_bytes()) for p in disk.iterdir()] == [(path.name, b"the old one")]


def test_without_room_to_unpack_it_is_said_how_much_is_needed(file: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path, 2_000) as disk:
        data = disk / "data"
        data.mkdir()
        with pytest.raises(DigicomError) as caught:
            unpack(file, data)
        assert caught.value.id == "one_file.no_room"
        assert caught.value.values["megabytes"] == 21
        assert not [path for path in disk.rglob("*") if path.is_file()]


def test_a_file_of_hundreds_of_megabytes_is_never_in_memory(
    old: Path, data: Path, tmp_path: Path
) -> None:
    workspace = _at(old)
    session = workspace.create(2023)
    for number in range(16):
        scan = tmp_path / f"{number}.zip"
        scan.write_bytes(os.urandom(19_000_000))
        _attach(session, scan)
        scan.unlink()
    workspace.back_up_if_changed()
    workspace.close()
    path = tmp_path / "large.digicom-all"
    tracemalloc.start()
    try:
        save_as_one_file(old, path)
        held = look(path, data, _CLOCK)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 300_000_000
    assert len(held.files) == 18
    assert peak < 60_000_000, "one evidence file, twice at most"
    forget(data)


def test_more_than_one_file_can_hold_is_said_before_anything_is_written(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = replace(one_file_reader.LIMITS, all=1000)
    monkeypatch.setattr(one_file_writer, "LIMITS", limits)
    with pytest.raises(DigicomError, match=r"one_file\.too_large"):
        save_as_one_file(old, tmp_path / "all.digicom-all")
    assert not list(tmp_path.glob("*all*"))


def test_its_manifest_says_what_is_in_it(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        manifest = read_manifest(archive.read("manifest.json"), file)
        assert manifest_bytes(manifest) == archive.read("manifest.json")
    counts = manifest.counts
    assert (counts.assessments, counts.deleted, counts.revisions, counts.files) == (2, 1, 1, 2)
    assert [member.name.split("/")[0] for member in manifest.members] == [
        "backups", "evidence", "evidence",
    ]  # fmt: skip


def test_only_its_own_suffix_makes_it_one_file(tmp_path: Path) -> None:
    assert is_one_file(Path("x.digicom-all"))
    assert is_one_file(Path("X.DIGICOM-ALL"))
    assert not is_one_file(Path("x.digicom"))
    (tmp_path / "folder.digicom-all").mkdir()
    assert not is_one_file(tmp_path / "folder.digicom-all")
