"""The program on data that really cannot be opened, and what the person can do then."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder
from digicom_desktop.program import OK, PROBLEM, Program
from digicom_desktop.recovery import DamagedFolder, Salvage
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.recovery import SalvageDialog
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.workspace import Workspace
from tests.ui.stage import texts, workspace_in

RUBBISH = b"rubbish" * 2000


_PERSONS: "list[Person]" = []


@pytest.fixture(autouse=True)
def nobody_stays() -> Iterator[None]:
    """A person of one test presses nothing in the next one."""
    yield
    while _PERSONS:
        _PERSONS.pop().leave()


class Person:
    """Presses one button after the other, in whatever dialog is open; remembers what was said."""

    def __init__(self, *presses: str) -> None:
        self.said: list[str] = []
        self._presses = list(presses)
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()
        for earlier in _PERSONS:
            earlier.leave()
        _PERSONS.append(self)

    def leave(self) -> None:
        """Presses nothing more."""
        self._timer.stop()

    @property
    def is_done(self) -> bool:
        """Whether everything was pressed."""
        return not self._presses

    def _on_time(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible():
            return
        self.said.append("\n".join(sorted(texts(dialog))))
        buttons = {_text(button): button for button in dialog.findChildren(QPushButton)}
        wanted = self._presses.pop(0) if self._presses else "Quit"
        found = [button for text, button in buttons.items() if text.startswith(wanted)]
        if found:
            found[0].click()
        else:
            self.said.append(f"no {wanted!r} among {sorted(buttons)}")
            dialog.close()


def _text(button: QPushButton) -> str:
    return button.text().replace("&", "")


@contextmanager
def started_on(qapp: QApplication, folder: Path) -> Iterator[Program]:
    """The program, as it opens ``folder`` in English."""
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    program.make_window().show()
    program.open_workspace(folder)
    try:
        yield program
    finally:
        status = program.close()
        # A loop that was told to end is never told otherwise but by another one.
        QTimer.singleShot(0, qapp.exit)
        qapp.exec()
    assert status == OK


def banners(program: Program) -> list[str]:
    """What the banners above Home say."""
    assert program.window is not None
    QApplication.processEvents()
    found = program.window.home.findChildren(Banner)
    return [banner.accessibleName() for banner in found if banner.isVisible()]


def firms(program: Program) -> list[str]:
    """The firms that Home lists."""
    assert program.workspace is not None
    return sorted(row.summary.firm for row in program.workspace.rows())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the sample firm, an assessment without a name, and a backup of both."""
    with workspace_in(tmp_path) as workspace:
        workspace.add_sample()
        workspace.create(2024)
    return tmp_path


def break_a_page(folder: Path, tmp_path: Path) -> None:
    """Damages the database so that a start sees it, and some of it can still be read."""
    database = folder / "digicom.sqlite3"
    good = database.read_bytes()
    for page in range(1, len(good) // 4096):
        broken = good[: page * 4096] + b"\x00" * 4096 + good[(page + 1) * 4096 :]
        trial = tmp_path / f"trial {page}"
        shutil.copytree(folder, trial, ignore=shutil.ignore_patterns("trial*"))
        (trial / database.name).write_bytes(broken)
        kept = DamagedFolder(trial, resources_folder(), system_clock).salvage().kept
        if len({found.whole for found in kept}) == 2 and _is_refused(trial):
            database.write_bytes(broken)
            return
    pytest.fail("no page could be broken so")


def _is_refused(folder: Path) -> bool:
    try:
        Workspace.at(folder, resources_folder(), system_clock).close()
    except DigicomError as error:
        return error.id == "store.damaged"
    return False


def test_the_newest_good_backup_is_restored(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    person = Person("Restore the backup of")
    with started_on(qapp, folder) as program:
        assert person.is_done
        assert "The newest good backup is of" in person.said[0]
        assert firms(program) == ["", "婺源青禾里茶业有限公司（示例）"]
        assert program.window is not None
        assert program.window.home.lists.list.model().rowCount() == 2
        (said,) = banners(program)
        assert said.startswith("The backup of ")
        (aside,) = (folder / "damaged").iterdir()
        assert str(aside) in said
        assert (aside / "digicom.sqlite3").read_bytes() == RUBBISH


def test_a_banner_that_was_read_goes_away(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    _person = Person("Restore the backup of")
    with started_on(qapp, folder) as program:
        assert program.window is not None
        QApplication.processEvents()
        (banner,) = [b for b in program.window.home.findChildren(Banner) if b.isVisible()]
        banner.findChildren(QPushButton)[0].click()
        qtbot.waitUntil(lambda: not banners(program))


def test_quitting_touches_nothing(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    backups = set((folder / "backups").glob("*.sqlite3"))
    person = Person("Quit")
    with started_on(qapp, folder) as program:
        assert person.is_done
        assert program.workspace is None
    assert (folder / "digicom.sqlite3").read_bytes() == RUBBISH
    assert set((folder / "backups").glob("*.sqlite3")) == backups
    assert not (folder / "damaged").exists()


def test_escape_quits(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)

    def escape() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()

    QTimer.singleShot(50, escape)
    with started_on(qapp, folder) as program:
        assert program.workspace is None
    assert (folder / "digicom.sqlite3").read_bytes() == RUBBISH


def test_what_can_be_kept_is_shown_first_and_then_kept(
    qtbot: QtBot, qapp: QApplication, folder: Path, tmp_path: Path
) -> None:
    break_a_page(folder, tmp_path)
    person = Person("See what can be kept", "Back", "See what can be kept", "Go on with this")
    with started_on(qapp, folder) as program:
        assert person.is_done
        assert "Assessments that are whole: 1" in person.said[1]
        assert "With parts missing, please check them" in person.said[1].splitlines()
        assert "婺源青禾里茶业有限公司（示例） · 2025" in person.said[1].splitlines()
        assert firms(program) == ["", "婺源青禾里茶业有限公司（示例）"]
        (said,) = banners(program)
        assert "Assessments that are whole: 1" in said
        assert "婺源青禾里茶业有限公司（示例）" in said
        assert str(folder / "damaged") in said


def test_rubbish_can_still_be_restored_after_looking_for_what_can_be_kept(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    person = Person("See what can be kept", "Back", "Restore the backup of")
    with started_on(qapp, folder) as program:
        assert person.is_done
        assert "can be read any more" in person.said[1]
        assert "Go on with this" not in person.said[1]
        assert len(firms(program)) == 2


def test_where_nothing_can_be_kept_the_lost_are_named_and_only_back_is_offered(
    qtbot: QtBot, folder: Path
) -> None:
    with workspace_in(folder) as workspace:
        lost = tuple(row.summary for row in workspace.rows())
    dialog = SalvageDialog(Salvage((), lost))
    qtbot.addWidget(dialog)
    dialog.show()
    assert [_text(button) for button in dialog.findChildren(QPushButton)] == ["Back"]
    assert {
        "No assessment in the damaged file can be read any more. It was left as it is.",
        "婺源青禾里茶业有限公司（示例） · 2025",
        "firm not named · 2024",
    } <= texts(dialog)


def test_without_a_backup_a_new_start_is_made_only_after_a_question(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    shutil.rmtree(folder / "backups")
    person = Person("Start anew", "Cancel", "Start anew", "Start anew")
    with started_on(qapp, folder) as program:
        assert person.is_done
        assert "there is no good backup" in person.said[0]
        assert firms(program) == []
        assert banners(program)[0].startswith("A new beginning")
    (aside,) = (folder / "damaged").iterdir()
    assert (aside / "digicom.sqlite3").read_bytes() == RUBBISH


def test_a_database_that_has_gone_is_restored_or_begun_anew(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    (folder / "digicom.sqlite3").unlink()
    person = Person("See what can be kept")
    with started_on(qapp, folder) as program:
        assert "The database has gone" in person.said[0]
        assert person.said[1].startswith("no 'See what can be kept' among ['Quit', 'Restore")
        assert program.workspace is None
    person = Person("Restore the backup of")
    with started_on(qapp, folder) as program:
        assert len(firms(program)) == 2
        assert "damaged" not in banners(program)[0]


def test_a_recovery_that_fails_is_a_sentence_and_another_choice(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    (folder / "damaged").write_bytes(b"in the way")
    person = Person("Restore the backup of", "OK", "Quit")
    with started_on(qapp, folder) as program:
        assert person.is_done
        assert "The data folder cannot be written" in person.said[1]
        assert program.workspace is None
    assert (folder / "digicom.sqlite3").read_bytes() == RUBBISH


def test_another_backup_is_offered_where_the_first_turns_out_damaged(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    with workspace_in(folder) as workspace:
        workspace.create(2023)
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    newest = max((folder / "backups").glob("*.sqlite3"))
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    program.make_window().show()
    QTimer.singleShot(30, lambda: newest.write_bytes(RUBBISH))

    def press_later() -> None:
        persons.append(Person("Restore the backup of", "OK", "Restore the backup of"))

    persons: list[Person] = []
    QTimer.singleShot(60, press_later)
    program.open_workspace(folder)
    assert persons[0].is_done
    assert len(firms(program)) == 2  # the older one
    assert program.close() == OK


def test_a_name_that_looks_like_markup_is_shown_as_it_is(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with workspace_in(tmp_path) as workspace:
        session = workspace.add_sample()
        workspace.create(2024)
        company = replace(session.current.company, name="<img src=x>{0}=1+1")
        session.change(replace(session.current, company=company))
    break_a_page(tmp_path, tmp_path)
    person = Person("See what can be kept", "Go on with this")
    with started_on(qapp, tmp_path) as program:
        assert "<img src=x>{0}=1+1 · 2025" in person.said[1]
        assert "<img src=x>{0}=1+1 · 2025" in banners(program)[0]


@pytest.mark.parametrize("name", ["short", "a rather long name of a folder " * 5])
def test_the_dialog_shows_plain_text_and_all_of_it(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, name: str
) -> None:
    theme.apply(qapp, LIGHT)
    folder = tmp_path / name.strip()
    with workspace_in(folder) as workspace:
        workspace.create(2024)
    (folder / "digicom.sqlite3").write_bytes(RUBBISH)
    seen: list[QLabel] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        for part in dialog.findChildren(QLabel):
            assert part.textFormat() == Qt.TextFormat.PlainText
            assert part.height() >= part.heightForWidth(part.width()) > 0 or not part.wordWrap()
            seen.append(part)
        for button in dialog.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()
        dialog.close()

    QTimer.singleShot(50, look)
    with started_on(qapp, folder):
        assert len(seen) == 4


def block_backups(folder: Path) -> None:
    """From now on no backup can be begun."""
    for backup in (folder / "backups").glob("*.sqlite3"):
        backup.unlink()
    (folder / "backups" / "backup.part").mkdir()


def test_a_backup_that_fails_at_the_start_is_a_banner(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    block_backups(folder)
    with started_on(qapp, folder) as program:
        program.back_up()
        assert banners(program) == [
            "No backup was made because the backup folder cannot be written: "
            f'"{folder / "backups"}". Check its permissions.'
        ]
        program.back_up()
        assert len(banners(program)) == 2
        (folder / "backups" / "backup.part").rmdir()


def test_what_a_killed_run_left_without_a_backup_is_backed_up_soon(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    for backup in (folder / "backups").glob("*.sqlite3"):
        backup.unlink()
    with started_on(qapp, folder) as program:
        assert not list((folder / "backups").glob("*.sqlite3"))
        program._backing_up._due.setInterval(1)
        qtbot.waitUntil(lambda: bool(list((folder / "backups").glob("*-start-*.sqlite3"))))


def test_a_backup_that_fails_on_closing_is_a_sentence_and_status_1(
    qtbot: QtBot, qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(Message, "exec", lambda message: shown.append(message.text))
    block_backups(folder)
    program = Program(qapp, PreferenceFile(folder, Language.EN), [])
    program.make_window()
    program.open_workspace(folder)
    assert program.close() == PROBLEM
    assert shown[0].startswith("No backup was made")
    assert program.close() == OK, "a second call does nothing"
