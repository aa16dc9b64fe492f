"""What is restored or salvaged where the database cannot be opened."""

import random
from pathlib import Path

import pytest

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.parts import parts
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.recovery import DamagedFolder, can_recover
from digicom_desktop.store.salvage import salvage
from digicom_desktop.workspace import Workspace
from tests.small_disk import small_disk


def filled(folder: Path) -> tuple[str, str]:
    """A closed workspace with the sample firm and an empty assessment; their ids."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    ids = workspace.add_sample().id, workspace.create(2024).id
    workspace.close()
    return ids


def damaged(folder: Path) -> DamagedFolder:
    """The folder as one that cannot be opened."""
    return DamagedFolder(folder, resources_folder(), system_clock)


def open_error(folder: Path) -> DigicomError:
    """What a start in ``folder`` says."""
    with pytest.raises(DigicomError) as caught:
        Workspace.at(folder, resources_folder(), system_clock)
    return caught.value


def lose_part(folder: Path, key: str) -> None:
    """Overwrites one part of the sample firm in the database file."""
    found = next(s for s in salvage(folder) if s.row.summary.firm)
    database = folder / "digicom.sqlite3"
    content = database.read_bytes()
    at = content.index(found.parts[key][:40])  # the rest may lie on other pages
    database.write_bytes(content[:at] + b"\x00" * 20 + content[at + 20 :])


def test_a_restored_backup_is_open_and_the_damaged_files_are_named(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "digicom.sqlite3").write_bytes(b"rubbish" * 2000)
    error = open_error(tmp_path)
    assert can_recover(error)
    recovered = damaged(tmp_path).restore(error.values["backup"])
    assert len(recovered.workspace.rows()) == 2
    assert recovered.aside is not None
    assert recovered.aside.parent == tmp_path / "damaged"
    assert (recovered.aside / "digicom.sqlite3").read_bytes() == b"rubbish" * 2000
    recovered.workspace.close()


def test_whole_assessments_are_kept_to_the_letter(tmp_path: Path) -> None:
    sample, _ = filled(tmp_path)
    workspace = Workspace.at(tmp_path, resources_folder(), system_clock)
    before = workspace.open(sample).current
    rows = set(workspace.rows())
    workspace.close()
    salvaged = damaged(tmp_path).salvage()
    assert (salvaged.whole, salvaged.incomplete, salvaged.lost) == (2, (), ())
    recovered = damaged(tmp_path).start_fresh(salvaged)
    assert set(recovered.workspace.rows()) == rows
    assert recovered.workspace.open(sample).current == before
    recovered.workspace.close()


@pytest.mark.parametrize("key", ["company", "profile", "evidence", "answer/1.1"])
def test_an_assessment_without_one_part_is_kept_named_and_can_be_opened(
    tmp_path: Path, key: str
) -> None:
    sample, _ = filled(tmp_path)
    workspace = Workspace.at(tmp_path, resources_folder(), system_clock)
    before = workspace.open(sample).current
    workspace.close()
    lose_part(tmp_path, key)
    salvaged = damaged(tmp_path).salvage()
    assert salvaged.whole == 1
    assert [(s.firm, s.year) for s in salvaged.incomplete] == [
        (before.company.name, before.company.year)
    ]
    recovered = damaged(tmp_path).start_fresh(salvaged)
    session = recovered.workspace.open(sample)
    stored, original = parts(session.current), parts(before)
    assert {k for k in original if stored.get(k) != original[k]} == {key}
    (row,) = [row for row in recovered.workspace.rows() if row.id == sample]
    report = session.report(Language.ZH)
    assert row.summary.answered == report.answered + report.not_applicable
    assert row.summary.supported == report.supported.shown
    recovered.workspace.close()


def test_what_the_disk_has_no_room_to_look_at_does_not_pass_for_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path / "data")
    with small_disk(tmp_path, 40) as tiny:
        monkeypatch.setattr("tempfile.tempdir", str(tiny))
        with pytest.raises(DigicomError, match=r"store\.disk_full"):
            damaged(tmp_path / "data").salvage()
    monkeypatch.undo()
    assert damaged(tmp_path / "data").salvage().whole == 2


def test_nothing_is_touched_until_the_person_decides(tmp_path: Path) -> None:
    filled(tmp_path)
    database = tmp_path / "digicom.sqlite3"
    lose_part(tmp_path, "company")
    before = database.read_bytes()
    damaged(tmp_path).salvage()
    assert database.read_bytes() == before
    assert not (tmp_path / "damaged").exists()


def test_a_lost_database_is_replaced_without_a_place_for_damaged_files(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "digicom.sqlite3").unlink()
    error = open_error(tmp_path)
    assert error.id == "store.missing"
    recovered = damaged(tmp_path).restore(error.values["backup"])
    assert recovered.aside is None
    recovered.workspace.close()


def test_any_damage_leaves_something_to_go_on_with(tmp_path: Path) -> None:
    """Pages full of rubbish at random: whatever is left is salvaged, opened and never wrong."""
    sample, _ = filled(tmp_path)
    workspace = Workspace.at(tmp_path, resources_folder(), system_clock)
    original = parts(workspace.open(sample).current)
    workspace.close()
    good, chance, kept = (tmp_path / "digicom.sqlite3").read_bytes(), random.Random(4), 0
    for trial in range(25):
        here = tmp_path / str(trial)
        here.mkdir()
        content = bytearray(good)
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(content) // 512) * 512
            content[at : at + 512] = chance.randbytes(512)
        (here / "digicom.sqlite3").write_bytes(content)
        recovered = damaged(here).start_fresh(damaged(here).salvage())
        for row in recovered.workspace.rows():
            kept += 1
            stored = parts(recovered.workspace.open(row.id).current)
            if row.id == sample:
                empty = {key for key in stored if stored[key] != original[key]}
                assert empty <= {"company", "profile", "evidence"}
        recovered.workspace.close()
    assert kept > 10
