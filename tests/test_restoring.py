"""A backup comes back from wherever it lies, and nothing that is here is lost by it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.restoring import let_go, look, preview, restore
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace
from tests.store.samples import TickingClock

_CLOCK = TickingClock()


def _at(folder: Path) -> Workspace:
    return Workspace.at(folder, resources_folder(), _CLOCK)


def _with_evidence(session: Session, file: Path) -> str:
    copied = session.copy_evidence(file)
    register = session.current.evidence
    entry = Evidence(register.next_number("1.1"), "合同", items=("1.1",), file=copied)
    session.change(replace(session.current, evidence=register.with_new(entry)))
    return copied.sha256


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A memory stick with what the old computer copied there: two assessments, one with a file."""
    place = tmp_path / "U盘"
    place.mkdir()
    scan = tmp_path / "合同.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    old = _at(tmp_path / "旧电脑")
    old.create(2025)
    _with_evidence(old.create(2026), scan)
    old.back_up_if_changed()
    old.copy_to_second_place(place)
    old.close()
    return place


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of the new computer."""
    return tmp_path / "新电脑"


def _restore(chosen: Path, data: Path) -> Workspace:
    workspace = _at(data)
    held = look(chosen, data, _CLOCK)
    let_go(workspace)
    restore(held, data, _CLOCK)
    return _at(data)


@pytest.mark.parametrize("inside", ["", "DigiCom", "DigiCom/backups"])
def test_on_a_new_computer_all_comes_back_from_the_stick_with_its_evidence(
    stick: Path, data: Path, inside: str
) -> None:
    workspace = _restore(stick / inside, data)
    rows = workspace.rows()
    assert sorted(row.summary.year for row in rows) == [2025, 2026]
    session = workspace.open(rows[0].id)
    (entry,) = session.current.evidence.entries
    assert entry.file is not None
    assert session.evidence_path(entry.file.sha256).read_bytes() == b"%PDF-1.7 scan"
    workspace.close()


def test_a_backup_that_was_given_another_name_comes_back_as_well(
    stick: Path, data: Path, tmp_path: Path
) -> None:
    (backup,) = (stick / "DigiCom" / "backups").glob("*.sqlite3")
    copy = tmp_path / "妈妈的备份.sqlite3"
    shutil.copyfile(backup, copy)
    held = look(copy, data, _CLOCK)
    assert [path for _, path in held.files] == [None]
    workspace = _restore(copy, data)
    assert len(workspace.rows()) == 2
    workspace.close()


def test_the_data_folder_of_a_dead_computer_comes_back_itself(tmp_path: Path, data: Path) -> None:
    old = _at(tmp_path / "旧盘")
    old.create(2024)
    old.close()
    for backup in (tmp_path / "旧盘" / "backups").glob("*.sqlite3"):
        backup.unlink()
    workspace = _restore(tmp_path / "旧盘", data)
    assert [row.summary.year for row in workspace.rows()] == [2024]
    workspace.close()


def test_the_preview_names_what_is_newer_and_what_is_not_in_the_backup(
    tmp_path: Path, data: Path
) -> None:
    workspace = _at(data)
    kept, changed = workspace.create(2023), workspace.create(2024)
    workspace.back_up_if_changed()
    company = replace(changed.current.company, name="杭州甲商贸有限公司")
    changed.change(replace(changed.current, company=company))
    added = workspace.create(2025)
    (backup,) = workspace.backups()
    shown = preview(look(backup.path, data, _CLOCK), workspace.rows())
    assert [row.id for row in shown.absent] == [added.id]
    assert [row.id for row in shown.later] == [changed.id]
    assert (shown.here, len(shown.held.rows)) == (3, 2)
    assert kept.id in {row.id for row in shown.held.rows}
    workspace.close()


def test_what_was_here_can_be_had_back_the_same_way(stick: Path, data: Path) -> None:
    workspace = _at(data)
    mine = workspace.create(2020)
    workspace.close()
    restored = _restore(stick, data)
    assert mine.id not in {row.id for row in restored.rows()}
    before = restored.backups()[0].path
    assert list((data / "damaged").glob("*/digicom.sqlite3"))
    restored.close()
    again = _restore(before, data)
    assert [row.id for row in again.rows()] == [mine.id]
    again.close()


def test_without_a_backup_of_what_is_here_nothing_is_restored(
    stick: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _at(data)
    mine = workspace.create(2020)
    shutil.rmtree(data / "backups")
    (data / "backups").write_bytes(b"in the way")
    with pytest.raises(DigicomError, match=r"store\.restore\.no_backup_before"):
        let_go(workspace)
    assert [row.id for row in workspace.rows()] == [mine.id]


def test_what_is_no_backup_is_refused_and_everything_stays(data: Path, tmp_path: Path) -> None:
    workspace = _at(data)
    mine = workspace.create(2020)
    photo = tmp_path / "photo.sqlite3"
    photo.write_bytes(b"no database at all" * 400)
    empty = tmp_path / "empty"
    empty.mkdir()
    cases = {
        photo: "store.restore.not_ours",
        empty: "store.restore.none_there",
        data / "digicom.sqlite3": "store.restore.own",
        tmp_path / "gone.sqlite3": "store.restore.none_there",
    }
    for chosen, id in cases.items():
        with pytest.raises(DigicomError) as caught:
            look(chosen, data, _CLOCK)
        assert caught.value.id == id
    assert [row.id for row in workspace.rows()] == [mine.id]
    workspace.close()


def test_a_damaged_backup_is_passed_over_in_a_folder_and_named_alone(
    stick: Path, data: Path
) -> None:
    backups = stick / "DigiCom" / "backups"
    (good,) = backups.iterdir()
    torn = backups / "20990101T000000.000000Z-close.sqlite3"
    torn.write_bytes(good.read_bytes()[:9000])
    with pytest.raises(DigicomError, match=r"store\.restore\.damaged"):
        look(torn, data, _CLOCK)
    assert look(stick, data, _CLOCK).path == good


@pytest.mark.parametrize("at", [0, 1])
def test_called_off_at_the_evidence_or_at_the_last_moment_everything_stays(
    stick: Path, data: Path, at: int
) -> None:
    workspace = _at(data)
    mine = workspace.create(2020)
    held = look(stick, data, _CLOCK)
    let_go(workspace)
    asked: list[int] = []

    def is_called_off() -> bool:
        asked.append(1)
        return len(asked) > at

    with pytest.raises(DigicomError, match=r"store\.restore\.called_off"):
        restore(held, data, _CLOCK, is_called_off)
    again = _at(data)
    assert [row.id for row in again.rows()] == [mine.id]
    again.close()


def test_an_evidence_file_that_the_stick_spoiled_does_not_keep_the_rest_back(
    stick: Path, data: Path
) -> None:
    (scan,) = (stick / "DigiCom" / "evidence").iterdir()
    scan.write_bytes(b"spoiled")
    workspace = _restore(stick, data)
    assert len(workspace.rows()) == 2
    assert not list((data / "evidence").iterdir())
    workspace.close()


def test_without_room_to_try_a_backup_that_is_said(
    stick: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(DigicomError, match=r"store\.restore\.unreadable"):
        look(stick, data, _CLOCK)
