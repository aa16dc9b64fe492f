"""The person moves the data folder, and finds it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from digicom_desktop import paths
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.moving import move_data
from digicom_desktop.paths import data_folder, usual_folder
from digicom_desktop.program import Program, dress
from digicom_desktop.ui.data_move import AwayData
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.telling import words_of
from digicom_desktop.ui.told import Told
from digicom_desktop.workspace import Workspace
from tests.store.samples import TickingClock
from tests.ui.modal import answering, press


@pytest.fixture
def program(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program in the usual folder, with an assessment that is open at item 2.3."""
    monkeypatch.setattr(paths, "_system_folder", lambda: tmp_path / "家" / "digicom-desktop")
    folder = usual_folder()
    folder.mkdir(parents=True)
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    dress(qapp, program.preferences)
    program.make_window().show()
    program.open_workspace(folder)
    assert program.window is not None
    program.window.open_session(_workspace(program).create(2025), "item/2.3")
    yield program
    program.close()


def _workspace(program: Program) -> Workspace:
    assert program.workspace is not None
    return program.workspace


def _choose(monkeypatch: pytest.MonkeyPatch, *folders: Path | str) -> None:
    chosen = iter(map(str, folders))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: next(chosen))


def _move_by_settings(qtbot: QtBot, program: Program, *answers: str) -> None:
    before = program.window
    assert before is not None
    with answering(press("Move the data to another folder…"), *map(press, answers)):
        before.show_settings()
        if answers and answers[0] == "Move":
            qtbot.waitUntil(lambda: program.window is not before)
        qtbot.wait(50)


@pytest.mark.parametrize("after", ["Keep the old copy", "Delete the old copy"])
def test_the_data_moves_and_the_person_goes_on_at_the_same_item(
    qtbot: QtBot,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    after: str,
) -> None:
    place = tmp_path / "另一块磁盘"
    place.mkdir()
    _choose(monkeypatch, place)
    assert program.window is not None
    assert program.window.page is not None
    id = program.window.page.session.id
    _move_by_settings(qtbot, program, "Move", after)
    new = place / "DigiCom Desktop"
    assert data_folder() == new == _workspace(program).database.parent
    window = program.window
    assert window is not None
    assert window.page is not None
    assert (window.page.session.id, window.page.place) == (id, "item/2.3")
    for name in ("digicom.sqlite3", "logs"):
        assert (usual_folder() / name).exists() == (after == "Keep the old copy")
    noted = (new / "logs" / "digicom.log").read_text(encoding="utf-8").splitlines()
    assert [line.split()[1] for line in noted[-2:]] == ["opened", "moved"]
    program.preferences.change(maximised=True)
    assert PreferenceFile(new).current.maximised


def test_the_backup_that_is_due_while_the_data_moves_disturbs_nothing(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, tmp_path)
    before = program.window
    assert before is not None

    def move(dialog: QDialog) -> None:
        program._backing_up._due.start(1)
        press("Move")(dialog)

    with answering(press("Move the data to another folder…"), move, press("Keep the old copy")):
        before.show_settings()
        qtbot.waitUntil(lambda: program.window is not before)
        qtbot.wait(50)
    assert data_folder() == tmp_path / "DigiCom Desktop" == _workspace(program).database.parent


def test_whoever_thinks_better_of_it_keeps_everything_where_it_is(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, tmp_path)
    window = program.window
    _move_by_settings(qtbot, program, "Cancel")
    assert program.window is window
    assert data_folder() == usual_folder()


def test_a_place_that_cannot_be_is_said_on_the_page_and_nothing_has_changed(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "DigiCom Desktop").mkdir()
    (tmp_path / "DigiCom Desktop" / "photo.jpg").write_bytes(b"1")
    _choose(monkeypatch, tmp_path)
    _move_by_settings(qtbot, program, "Move")
    assert data_folder() == usual_folder() == _workspace(program).database.parent
    assert program.window is not None
    told = program.window.findChildren(Told)
    assert any("There is something in" in text for one in told for text in _texts(one))
    assert program.window.page is not None
    assert program.window.page.place == "item/2.3"


def _texts(told: Told) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in told.findChildren(QLabel)]


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DigicomError:
    """What is said of data that moved to "new" and from there, by hand, to "elsewhere"."""
    monkeypatch.setattr(paths, "_system_folder", lambda: tmp_path / "家" / "digicom-desktop")
    from digicom_desktop.store.database import Store

    Store.open(usual_folder(), TickingClock()).close()
    move_data(usual_folder(), tmp_path / "new", TickingClock(), lambda: False)
    (tmp_path / "new").rename(tmp_path / "elsewhere")
    with pytest.raises(DigicomError) as said:
        data_folder()
    return said.value


def test_who_is_asked_for_data_that_is_away_can_show_where_it_is(
    qapp: QApplication, away: DigicomError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, tmp_path, "", tmp_path / "elsewhere")
    answers = [press(text) for text in ("Show where it is…", "Show where it is…", "Try again")]
    with answering(*answers, press("Show where it is…")):
        found = AwayData(words_of(Language.EN)).find(away)
    assert found == tmp_path / "elsewhere" == data_folder()


def test_who_is_asked_for_data_that_is_away_can_begin_in_the_usual_folder(
    qapp: QApplication, away: DigicomError
) -> None:
    with answering(press("Use the usual folder")):
        assert AwayData(words_of(Language.EN)).find(away) == usual_folder() == data_folder()


def test_who_is_asked_for_data_that_is_away_can_quit(
    qapp: QApplication, away: DigicomError
) -> None:
    with answering(press("Quit")):
        assert AwayData(words_of(Language.EN)).find(away) is None


def test_the_disk_that_is_connected_meanwhile_is_found(
    qapp: QApplication, away: DigicomError, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").rename(tmp_path / "new")
    with answering(press("Try again")):
        assert AwayData(words_of(Language.EN)).find(away) == tmp_path / "new"
