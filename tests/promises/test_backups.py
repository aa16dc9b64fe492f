"""A backup that is offered can be restored, and one that cannot is not called good."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.hand_in import IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.recovery import DamagedFolder
from digicom_desktop.restoring import let_go, look, restore
from digicom_desktop.session import Session
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.workspace import Workspace
from tests.finished import settle
from tests.promises.stage import ROOT, SetClock, export, finalised, opened
from tests.ui.modal import answering
from tests.ui.stage import texts, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def rename(session: Session, name: str) -> None:
    company = replace(session.current.company, name=name)
    session.change(replace(session.current, company=company))


def firms(workspace: Workspace) -> list[str]:
    return [row.summary.firm for row in workspace.rows()]


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def blank_a_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)


def alter_an_answer(path: Path) -> None:
    """Inside one answer, where SQLite's own check sees nothing."""
    content = path.read_bytes()
    assert b'"level":3' in content
    path.write_bytes(content.replace(b'"level":3', b'"level":4'))


def lose_a_part(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM part WHERE key = 'company'")
        connection.commit()


DAMAGE = [cut_off, blank_a_page, alter_an_answer, lose_a_part]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_backup_that_cannot_be_restored_is_never_called_good_or_the_newest(
    qtbot: QtBot, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    """It was good when it was made, and was damaged on the disk afterwards."""
    data, stick = tmp_path / "data", tmp_path / "stick"
    stick.mkdir()
    with opened(data) as workspace:
        session = workspace.add_sample()
        (sample,) = firms(workspace)
        workspace.back_up_if_changed()
        rename(session, "后来的名称")
        workspace.back_up_if_changed()
        spoilt, good = workspace.backups()
        damage(spoilt.path)

        found = workspace.looked_into(workspace.backups())
        assert [backup.damaged for backup in found] == [True, False]
        preferences = PreferenceFile(data, Language.EN)
        said: list[str] = []
        buttons: list[str] = []

        def read(dialog: QDialog) -> None:
            said.extend(texts(dialog))
            buttons.extend(b.accessibleName() for b in dialog.findChildren(QAbstractButton))
            dialog.reject()

        with window_on(workspace) as window, answering(read):
            assert preferences.language is Language.EN
            window.show_backups()
        assert sum(text.endswith("damaged, cannot be restored") for text in said) == 1
        assert sum(name.startswith("Restore the backup of") for name in buttons) == 1

        workspace.copy_to_second_place(stick)
        assert [p.name for p in (stick / "DigiCom" / "backups").glob("*.sqlite3")] == [
            good.path.name
        ]
        before, after = firms(workspace), [good.path, spoilt.path]
    # Nothing was changed since the spoilt one, and the end made a good one all the same.
    (at_end,) = {path for path in (data / "backups").glob("*.sqlite3") if path not in after}
    (data / "digicom.sqlite3").write_bytes(b"rubbish")
    assert recovered(data) == before == ["后来的名称"]
    damage(at_end)
    (data / "digicom.sqlite3").write_bytes(b"rubbish")
    assert recovered(data) == [sample]


def recovered(data: Path) -> list[str]:
    """The firms after a start on a damaged database, with the backup that it offers."""
    with pytest.raises(DigicomError, match=r"store\.damaged") as damaged:
        Workspace.at(data, resources_folder(), SetClock())
    backup = damaged.value.values["backup"]
    found = DamagedFolder(data, resources_folder(), SetClock()).restore(backup)
    names = firms(found.workspace)
    found.workspace._store._let_go()  # without the backup of an end
    return names


def test_every_backup_that_the_program_makes_can_be_restored(tmp_path: Path) -> None:
    """One for each reason there is: of a start, an end, a migration, a person's wish, …"""
    data, clock, expected = tmp_path / "data", SetClock(), dict[str, list[str]]()
    data.mkdir()
    old = ROOT / "tests" / "old_databases" / "schema_1.sqlite3"
    (data / "digicom.sqlite3").write_bytes(old.read_bytes())

    def note(workspace: Workspace, names: list[str]) -> None:
        for backup in workspace.backups():
            expected.setdefault(backup.path.name, names)

    with opened(data, clock) as workspace:
        note(workspace, firms(workspace))  # migration
        frozen = {row.id for row in workspace.rows()}  # whose content means nothing
        session = finalised(workspace, tmp_path)
        workspace.back_up_if_changed("start")
        note(workspace, firms(workspace))
        rename(session, "甲")
        workspace.back_up_if_changed("asked")
        note(workspace, firms(workspace))
        rename(session, "乙")
        package = export("package", workspace, session, tmp_path)
        before = firms(workspace)
        workspace.bring_in(workspace.read_file(package), (), IfExists.KEEP)
        note(workspace, before)
        workspace.delete(session.id)
        before = firms(workspace)
        workspace.purge(session.id)
        note(workspace, before)
        at_end = firms(workspace)
    workspace = Workspace.at(data, resources_folder(), clock)
    note(workspace, at_end)
    workspace.create(2025)
    at_end = firms(workspace)
    held = look(workspace.backups()[0].path, data, clock)
    let_go(workspace)
    restore(held, data, clock)
    with opened(data, clock) as workspace:
        note(workspace, at_end)

    reasons = {name.split("-")[1].split(".")[0] for name in expected}
    assert reasons == {"migration", "start", "asked", "import", "purge", "close", "restore"}
    for number, (name, names) in enumerate(expected.items()):
        place = tmp_path / f"back {number}"
        restore(look(data / "backups" / name, place, clock), place, clock)
        with opened(place, clock) as workspace:
            assert firms(workspace) == names, name
            assert all(workspace.open(row.id) for row in workspace.rows() if row.id not in frozen)


def test_a_clock_that_was_set_back_a_year_loses_nothing_and_is_said(tmp_path: Path) -> None:
    data, clock = tmp_path / "data", SetClock()
    with opened(data, clock) as workspace:
        session = finalised(workspace, tmp_path)
        other = workspace.create(2025)
        for number in range(14):  # more than are kept of a day
            rename(other, f"第{number}天")
            clock.now += timedelta(days=1)
            workspace.back_up_if_changed()
        right = clock.now
        clock.now -= timedelta(days=365)
        rename(session, "时钟往回拨了一年")
        settle(session)
        with pytest.raises(DigicomError) as refused:
            session.finalise()
        assert refused.value.id == "finalise.clock"
        sentence = workspace.words(Language.EN).error(refused.value)
        assert f"{clock.now.astimezone():%Y-%m-%d}" in sentence
        assert len(session.history.revisions) == 1
        assert session.is_saved
        times = [row.changed for row in workspace.rows()]
        assert times == sorted(times, reverse=True)
        assert sorted(firms(workspace)) == ["时钟往回拨了一年", "第13天"]
    (data / "digicom.sqlite3").write_bytes(b"rubbish")
    with pytest.raises(DigicomError, match=r"store\.damaged") as damaged:
        Workspace.at(data, resources_folder(), clock)
    backup = damaged.value.values["backup"]
    found = DamagedFolder(data, resources_folder(), clock).restore(backup)
    assert sorted(firms(found.workspace)) == ["时钟往回拨了一年", "第13天"]
    clock.now = right + timedelta(days=1)
    again = found.workspace.open(session.id)
    settle(again)
    assert again.finalise().number == 2
    found.workspace.close()
