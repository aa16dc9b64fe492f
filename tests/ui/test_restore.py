"""A backup comes back from Home, and is made when the person wants one."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.one_file import save_as_one_file
from digicom_desktop.paths import resources_folder
from digicom_desktop.program import Program, dress
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.progress import Progress
from digicom_desktop.ui.told import Told
from digicom_desktop.ui.waiting import WaitingDialog, wait_for
from digicom_desktop.workspace import Workspace
from tests.ui.modal import answering, button, press
from tests.ui.stage import texts


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """What the old computer left on the stick: the example, and an empty assessment."""
    place = tmp_path / "U盘"
    place.mkdir()
    old = Workspace.at(tmp_path / "旧电脑", resources_folder(), system_clock)
    old.add_sample()
    old.create(2024)
    old.back_up_if_changed()
    old.copy_to_second_place(place)
    old.close()
    return place


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program on a new computer, where nothing is saved yet."""
    folder = tmp_path / "新电脑"
    folder.mkdir()
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    dress(qapp, program.preferences)
    program.make_window().show()
    program.open_workspace(folder)
    yield program
    program.close()


def _window(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def _workspace(program: Program) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def _told(program: Program) -> list[str]:
    return [text for told in _window(program).findChildren(Told) for text in texts(told)]


def _has_changed(program: Program, before: MainWindow) -> bool:
    return program.window is not before


def test_on_a_new_computer_the_empty_start_page_leads_to_the_backup_on_the_stick(
    qtbot: QtBot, program: Program, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(stick))
    before = _window(program)
    said: list[str] = []

    def read_and_restore(dialog: QDialog) -> None:
        said.extend(texts(dialog))
        button(dialog, "Restore").click()

    with answering(press("Restore from a folder or stick…"), read_and_restore):
        button(before.home.lists._empty, "Restore from a backup…").click()
        qtbot.waitUntil(lambda: _has_changed(program, before))
    assert any("Assessments in it: 2." in text for text in said)
    assert len(_workspace(program).rows()) == 2
    assert _window(program).home.lists.list.model().rowCount() == 2
    qtbot.waitUntil(lambda: any("was restored" in text for text in _told(program)))


def test_a_backup_opened_as_any_other_file_leads_to_the_same_question(
    qtbot: QtBot, program: Program, stick: Path
) -> None:
    (backup,) = (stick / "DigiCom" / "backups").glob("*.sqlite3")
    before = _window(program)
    with answering(press("Restore")):
        before.home.file_requested.emit(backup)
        qtbot.waitUntil(lambda: _has_changed(program, before))
    assert len(_workspace(program).rows()) == 2


def test_before_anything_happens_the_person_reads_what_would_change(
    qtbot: QtBot, program: Program, stick: Path
) -> None:
    (backup,) = (stick / "DigiCom" / "backups").glob("*.sqlite3")
    mine = _workspace(program).create(2020)
    said: list[str] = []

    def read_and_leave(dialog: QDialog) -> None:
        said.extend(texts(dialog))
        button(dialog, "Cancel").click()

    with answering(read_and_leave):
        _window(program).open_file(backup)
        qtbot.wait(400)
    assert "firm not named · 2020" in said
    assert any(text.startswith("Nothing is lost") for text in said)
    assert [row.id for row in _workspace(program).rows()] == [mine.id]


def test_what_was_here_before_comes_back_from_the_list_of_backups(
    qtbot: QtBot, program: Program, stick: Path
) -> None:
    (backup,) = (stick / "DigiCom" / "backups").glob("*.sqlite3")
    mine = _workspace(program).create(2020)
    first = _window(program)
    with answering(press("Restore")):
        first.open_file(backup)
        qtbot.waitUntil(lambda: _has_changed(program, first))
    second = _window(program)

    def restore_newest(dialog: QDialog) -> None:
        newest = next(
            each
            for each in dialog.findChildren(type(button(dialog, "Close")))
            if each.accessibleName().startswith("Restore the backup of Today")
        )
        newest.click()

    with answering(restore_newest, press("Restore")):
        second.show_backups()
        qtbot.waitUntil(lambda: _has_changed(program, second))
    assert [row.id for row in _workspace(program).rows()] == [mine.id]


def test_a_file_that_is_no_backup_is_said_to_be_none(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    other = tmp_path / "other.sqlite3"
    other.write_bytes(b"nothing of ours")
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, Message)
        said.append(dialog.text)
        dialog.accept()

    with answering(read):
        _window(program).open_file(other)
        qtbot.wait(400)
    assert "is no backup of DigiCom Desktop" in said[0]


def test_choosing_a_second_place_backs_up_todays_work_and_says_so(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    place = tmp_path / "新U盘"
    place.mkdir()
    _workspace(program).create(2026)
    program.preferences.change(backup_folder=str(place))
    _window(program).backup_folder_changed.emit()
    qtbot.waitUntil(lambda: any("copied with all evidence" in text for text in _told(program)))
    (backup,) = (place / "DigiCom" / "backups").glob("*.sqlite3")
    assert backup.name == _workspace(program).backups()[0].path.name


def test_back_up_now_makes_a_backup_and_says_when(qtbot: QtBot, program: Program) -> None:
    _workspace(program).create(2026)
    with answering(press("Back up now")):
        _window(program).show_backups()
    qtbot.waitUntil(lambda: any("Everything is backed up" in text for text in _told(program)))
    assert len(_workspace(program).backups()) == 1


def test_the_backups_in_the_second_place_are_listed_too(
    qtbot: QtBot, program: Program, stick: Path
) -> None:
    program.preferences.change(backup_folder=str(stick))
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        said.extend(texts(dialog))
        names = [
            each.accessibleName() for each in dialog.findChildren(type(button(dialog, "Close")))
        ]
        said.extend(names)
        dialog.reject()

    with answering(read):
        _window(program).show_backups()
    assert f"In the second place, {stick}" in said
    assert any(name.startswith("Restore the backup of Today") for name in said)


def test_everything_goes_to_a_new_computer_as_one_file(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _workspace(program).add_sample()
    _workspace(program).create(2024)
    target = tmp_path / "stick" / "all"  # without the suffix that it must have
    target.parent.mkdir()
    suggested: list[str] = []

    def save(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        suggested.append(Path(name).name)
        return str(target), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    with answering(press("Save everything as one file…")):
        _window(program).show_backups()
    qtbot.waitUntil(lambda: any("2 assessments" in text for text in _told(program)))
    (written,) = target.parent.iterdir()
    assert written.name == "all.digicom-all"
    assert suggested[0].endswith(".digicom-all")
    for row in _workspace(program).rows():
        _workspace(program).delete(row.id)
    before = _window(program)
    said: list[str] = []

    def read_and_restore(dialog: QDialog) -> None:
        said.extend(texts(dialog))
        button(dialog, "Restore").click()

    with answering(read_and_restore):
        before.home.file_requested.emit(written)
        qtbot.waitUntil(lambda: _has_changed(program, before))
    assert any(str(written) in text for text in said)
    assert len(_workspace(program).rows()) == 2
    assert not list(_workspace(program).database.parent.glob("unpacked*"))


def test_looking_at_a_file_with_everything_and_leaving_leaves_nothing(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    mine = _workspace(program).create(2024)
    _workspace(program).back_up_if_changed()
    data = _workspace(program).database.parent
    written = tmp_path / "all.digicom-all"
    save_as_one_file(data, written)
    with answering(press("Cancel")):
        _window(program).open_file(written)
        qtbot.wait(400)
    assert not list(data.glob("unpacked*"))
    assert [row.id for row in _workspace(program).rows()] == [mine.id]


def test_a_damaged_file_with_everything_is_said_to_be_damaged(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    _workspace(program).create(2024)
    _workspace(program).back_up_if_changed()
    written = tmp_path / "all.digicom-all"
    save_as_one_file(_workspace(program).database.parent, written)
    written.write_bytes(written.read_bytes()[:-100])
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, Message)
        said.append(dialog.text)
        dialog.accept()

    with answering(read):
        _window(program).open_file(written)
        qtbot.wait(400)
    assert "is incomplete" in said[0]


def test_where_nothing_is_saved_yet_that_is_said(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "all.digicom-all"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), ""))
    with answering(press("Save everything as one file…"), press("OK")):
        _window(program).show_backups()
    assert not target.exists()


def test_saving_that_is_called_off_learns_of_it_and_leaves_nothing(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    """The work waits until Cancel was pressed: what it does then is to end."""
    _workspace(program).add_sample()
    _workspace(program).back_up_if_changed()
    data, target = _workspace(program).database.parent, tmp_path / "all.digicom-all"
    progress, pressed, ended = Progress(), Event(), Event()

    def work() -> None:
        try:
            pressed.wait()
            save_as_one_file(data, target, progress.on_bytes, progress.go_on)
        finally:
            ended.set()

    def cancel() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WaitingDialog):
            timer.stop()
            assert dialog.findChild(QProgressBar) is not None
            button(dialog, "Cancel").click()
            pressed.set()

    timer = QTimer(interval=10)
    timer.timeout.connect(cancel)
    timer.start()
    assert wait_for(work, "Saving everything", "", _window(program), progress) is None
    assert ended.wait(60)
    assert not list(tmp_path.glob("*all*"))
    assert not list(tmp_path.glob(".digicom-*"))


def test_how_far_it_is_is_shown(qtbot: QtBot, program: Program) -> None:
    progress = Progress()
    dialog = WaitingDialog("Saving everything", "", _window(program), progress)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    progress.on_bytes(43, 100)
    assert bar.value() == 43
    dialog.reject()
    with pytest.raises(DigicomError, match=r"files\.cancelled"):
        progress.on_bytes(44, 100)
    dialog.deleteLater()


def test_what_a_backup_left_unreadable_follows_while_the_person_works(
    qtbot: QtBot, program: Program
) -> None:
    workspace = _workspace(program)
    for _ in range(30):
        workspace.create(2026)
    place = workspace.backup_folder / "readable"
    workspace.back_up_if_changed()
    assert 0 < len(list(place.glob("2026_*.json"))) < 30
    program.back_up()
    qtbot.waitUntil(lambda: len(list(place.glob("2026_*.json"))) == 30)
