"""What a file holds is shown before it is brought in, and only what was chosen is."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Assessment, EvidenceFile, EvidenceRegister
from digicom_desktop.domain.hand_in import HandIn, IfExists, Taken
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.program import Program
from digicom_desktop.ui import theme
from digicom_desktop.ui.choice_card import ChoiceCard
from digicom_desktop.ui.dialogs import Message
from digicom_desktop.ui.file_drop import FileDrop
from digicom_desktop.ui.import_dialog import ImportDialog
from digicom_desktop.ui.import_difference_list import DifferenceList
from digicom_desktop.ui.import_differences import DifferenceRows
from digicom_desktop.ui.import_notes import NoteList, note_text
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.ui.waiting import WaitingDialog, wait_for
from digicom_desktop.workspace import Workspace
from tests.showcase.hand_ins import CODE, LONG, choices, difference, edited, filled, notes, plain
from tests.ui.modal import answering, button, press
from tests.ui.stage import page_of, texts, window_on, workspace_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    PreferenceFile(workspace.database.parent).change(language=Language.EN)
    with window_on(workspace) as window:
        yield window


def dialog_on(
    qtbot: QtBot, workspace: Workspace, make: object = edited, *, known: bool = False
) -> ImportDialog:
    assert callable(make)
    sample = workspace.library.sample()
    row = None
    if known:
        workspace.add_sample()
        row = workspace.rows()[0]
    edition = workspace.library.edition(sample.edition)
    words = workspace.words(Language.EN)
    dialog = ImportDialog(make(sample), "file.xlsx", edition, row, words)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def said(dialog: QDialog) -> set[str]:
    QApplication.processEvents()
    return {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}


def test_what_stands_in_the_cells_counts_unless_chosen_otherwise(
    qtbot: QtBot, workspace: Workspace
) -> None:
    dialog = dialog_on(qtbot, workspace, choices)
    differences = choices(workspace.library.sample()).differences
    assert [each.cell for each in dialog.visible] == [each.cell for each in differences]


def test_a_difference_is_chosen_by_the_arrow_keys_and_by_space(
    qtbot: QtBot, workspace: Workspace
) -> None:
    dialog = dialog_on(qtbot, workspace, choices)
    rows = dialog.findChild(DifferenceList)
    assert isinstance(rows, DifferenceList)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rows, Qt.Key.Key_Right)
    assert [each.cell for each in dialog.visible] == ["F8", "F9", "F10"]
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert [each.cell for each in dialog.visible] == ["F9", "F10"]
    qtbot.keyClick(rows, Qt.Key.Key_Left)
    assert [each.cell for each in dialog.visible] == ["F8", "F9", "F10"]


def test_a_difference_is_chosen_by_a_click_on_its_text(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = dialog_on(qtbot, workspace, choices)
    rows = dialog.findChild(DifferenceList)
    assert isinstance(rows, DifferenceList)
    QApplication.processEvents()
    rect = rows.visualRect(rows.model().index(1, 0))
    original = QPoint(rect.right() - 60, rect.center().y())
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=original)
    assert "F8" not in {each.cell for each in dialog.visible}
    visible = QPoint(rect.center().x(), rect.center().y())
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=visible)
    assert "F8" in {each.cell for each in dialog.visible}


def test_one_choice_is_made_for_all(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = dialog_on(qtbot, workspace, choices)
    button(dialog, "All as it was").click()
    assert dialog.visible == ()
    button(dialog, "All as in the cells").click()
    assert len(dialog.visible) == 4


def test_a_screen_reader_hears_both_texts_and_which_is_chosen() -> None:
    rows = DifferenceRows((difference(7, "2", "3", "Level"),))
    assert rows.data(rows.index(0, 0)) == (
        "Level, 自评表 F7. Chosen: In the cells, 3. Other: As it was, 2"
    )
    rows.take(0, Taken.ORIGINAL)
    assert rows.data(rows.index(0, 0)) == (
        "Level, 自评表 F7. Chosen: As it was, 2. Other: In the cells, 3"
    )


def test_a_long_text_is_whole_below_the_list(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = dialog_on(qtbot, workspace, choices)
    rows = dialog.findChild(DifferenceList)
    assert isinstance(rows, DifferenceList)
    rows.setCurrentIndex(rows.model().index(2, 0))
    whole = [text.toPlainText() for text in dialog.findChildren(QPlainTextEdit)]
    assert whole == [LONG.replace("每周", "每天"), LONG]


def test_the_facts_follow_what_is_chosen(qtbot: QtBot, workspace: Workspace) -> None:
    """Of a template only what was typed says which firm it is."""
    dialog = dialog_on(qtbot, workspace, filled)
    sample = workspace.library.sample()
    assert {sample.company.name, "22 of 22 items", "Filled template, values read: 1"} <= said(
        dialog
    )


def test_a_template_asks_for_no_choices(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = dialog_on(qtbot, workspace, filled)
    assert dialog.findChild(DifferenceList) is None
    assert len(dialog.visible) == 1


def test_grave_remarks_come_first_and_all_can_be_copied(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = dialog_on(qtbot, workspace)
    assert "About what is not brought in: 3" in said(dialog)
    rows = dialog.findChild(NoteList)
    assert isinstance(rows, NoteList)
    first = rows.model().data(rows.model().index(0, 0))
    assert first.startswith("Not brought in, 自评表 F9, ")
    button(dialog, "Copy all remarks").click()
    words = workspace.words(Language.EN)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert sorted(copied) == sorted(note_text(note, words) for note in notes())


def test_what_becomes_of_an_assessment_that_is_there_is_asked(
    qtbot: QtBot, workspace: Workspace
) -> None:
    dialog = dialog_on(qtbot, workspace, plain, known=True)
    card = dialog.findChild(ChoiceCard)
    assert isinstance(card, ChoiceCard)
    chosen = [dialog.if_exists]
    for number in (2, 3):
        card.choose(number)
        chosen.append(dialog.if_exists)
    assert chosen == [IfExists.KEEP, IfExists.REPLACE, IfExists.SKIP]
    button(dialog, "Skip this file").click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_nothing_is_asked_where_nothing_is_there(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = dialog_on(qtbot, workspace, plain)
    assert dialog.findChild(ChoiceCard) is None
    assert {"Package", "Revision 2 · Submitted", CODE} <= said(dialog)


def test_which_one_is_here_and_that_the_file_says_the_same_is_said(
    qtbot: QtBot, workspace: Workspace
) -> None:
    sample = workspace.library.sample()
    workspace.add_sample()
    row = workspace.rows()[0]
    edition = workspace.library.edition(sample.edition)
    words = workspace.words(Language.EN)
    dialog = ImportDialog(plain(sample), "file.xlsx", edition, row, words, same=2)
    qtbot.addWidget(dialog)
    dialog.show()
    changed = f"{row.changed.astimezone():%Y-%m-%d %H:%M}"
    which = f"{sample.company.name}, 2025, is here already (Draft, last changed {changed})."
    assert f"{which} What becomes of it?" in said(dialog)
    assert "The file says exactly what revision 2 here says." in said(dialog)
    assert "The file itself is not changed." in said(dialog)


def test_evidence_is_counted_with_and_without_files(qtbot: QtBot, workspace: Workspace) -> None:
    entries = workspace.library.sample().evidence.entries
    first = entries[0]
    file = EvidenceFile("记录.png", 12, "0" * 63 + "1")
    filed = EvidenceRegister((replace(first, file=file), *entries[1:]))

    def one_file(sample: Assessment) -> HandIn:
        return plain(replace(sample, evidence=filed))

    assert f"{len(entries)}, of which with a file: 1" in said(dialog_on(qtbot, workspace, one_file))
    assert f"{len(entries)} listed; a workbook holds no files" in said(
        dialog_on(qtbot, workspace, choices)
    )


def test_a_workbook_that_was_altered_says_why_it_is_a_draft(
    qtbot: QtBot, workspace: Workspace
) -> None:
    dialog = dialog_on(qtbot, workspace, edited)
    assert "Draft: the workbook was altered since revision 1 was exported" in said(dialog)


def test_a_thousand_remarks_and_differences_are_there_at_once(
    qtbot: QtBot, workspace: Workspace
) -> None:
    sample = workspace.library.sample()
    many = replace(
        edited(sample),
        notes=notes(1_000),
        differences=tuple(difference(n, "一" * 2_000, "二" * 2_000) for n in range(1_000)),
    )
    edition = workspace.library.edition(sample.edition)
    words = workspace.words(Language.EN)
    began = time.process_time()
    dialog = ImportDialog(many, "file.xlsx", edition, None, words)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.grab()
    assert time.process_time() - began < 0.5
    assert len(dialog.visible) == 1_000


def template(workspace: Workspace, folder: Path) -> Path:
    """A template that somebody has begun to fill in, without the program."""
    path = folder / "模板.xlsx"
    workspace.write_template(path, 2025, Language.ZH)
    workbook = load_workbook(path)
    put(workbook, "企业名称", "婺源县江湾镇青禾茶叶店")
    workbook.save(path)
    return path


def put(workbook: object, label: str, text: str) -> None:
    """Writes ``text`` into the cell at the right of ``label``."""
    from openpyxl import Workbook

    assert isinstance(workbook, Workbook)
    for row in workbook["企业信息"].iter_rows():
        for cell in row:
            if str(cell.value or "").startswith(label):
                free = [
                    each
                    for each in row[cell.column :]
                    if not each.protection.locked and each.value in (None, "")
                ]
                free[0].value = text
                return
    raise LookupError(label)


def drop(home: QWidget, *paths: Path) -> bool:
    """Drops files on Home or another widget; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(500, 300), copy, data, left, none)
    QApplication.sendEvent(home, enter)
    event = QDropEvent(QPointF(500, 300), copy, data, left, none)
    QApplication.sendEvent(home, event)
    return enter.isAccepted()


def test_a_filled_template_dropped_on_home_is_brought_in_and_opened(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    path = template(workspace, tmp_path)
    with answering(press("Import")):
        assert drop(window.home, path)
        qtbot.waitUntil(lambda: window.page is not None)
    session = page_of(window).session
    assert session.current.company.name == "婺源县江湾镇青禾茶叶店"
    assert page_of(window).place == "company"
    told = f"Brought in from {path.name}: 0 of 22 items answered."
    qtbot.waitUntil(lambda: told in texts(window))
    button(window, "Understood").click()
    QApplication.processEvents()
    assert told not in texts(window)


def test_a_file_may_be_left_where_it_is(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    path = template(workspace, tmp_path)
    with answering(press("Cancel")):
        window.open_file(path)
    assert window.page is None
    assert workspace.rows() == ()


def test_a_workbook_dropped_on_an_open_assessment_is_opened_and_changes_nothing_there(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    path = template(workspace, tmp_path)
    session = workspace.add_sample()
    window.open_session(session, "company")
    before = session.current
    with answering(press("Import")):
        assert drop(page_of(window), path)
        qtbot.waitUntil(lambda: window.page is not None and window.page.session is not session)
    assert page_of(window).session.current.company.name == "婺源县江湾镇青禾茶叶店"
    assert workspace.open(session.id).current == before


def test_a_picture_cannot_be_dropped_on_an_open_assessment(
    window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    window.open_session(workspace.add_sample(), "company")
    picture = tmp_path / "a.png"
    picture.write_bytes(b"png")
    assert not drop(page_of(window), picture)


def test_several_files_at_once_are_not_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        path.write_bytes(b"")
    drop(window.home, *paths)
    hover = window.home.findChild(FileDrop)
    assert isinstance(hover, FileDrop)
    assert hover._veil._sentence.startswith("Only one file can be opened at a time")
    qtbot.waitUntil(lambda: "Open one file at a time, please." in texts(window))


def test_a_folder_cannot_be_dropped(window: MainWindow, tmp_path: Path) -> None:
    assert not drop(window.home, tmp_path)


def test_a_file_that_is_none_of_ours_is_a_sentence_and_changes_nothing(
    window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 not really")
    heard: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, Message)
        heard.append(dialog.text)
        dialog.accept()

    with answering(read):
        window.open_file(path)
    assert path.name in heard[0]
    assert workspace.rows() == ()


def test_ctrl_o_lets_the_person_choose_a_file(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = template(workspace, tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.activateWindow()
    with answering(press("Import")):
        qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: window.page is not None)


def test_nothing_chosen_leaves_the_open_assessment_open(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_session(workspace.create(2025), "company")
    page = page_of(window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    window.open_file()
    assert window.page is page


def test_a_file_on_the_command_line_is_brought_in(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with workspace_in(tmp_path / "elsewhere") as elsewhere:
        path = template(elsewhere, tmp_path)
    theme.apply(qapp, LIGHT)
    folder = tmp_path / "data"
    program = Program(qapp, PreferenceFile(folder, Language.EN), [], path)
    window = program.make_window()
    window.show()
    with answering(press("Import")):
        program.open_workspace(folder)
        qtbot.waitUntil(lambda: window.page is not None)
    while program.reading_ahead is not None and program.reading_ahead.is_alive():
        QApplication.processEvents()
    window.close()
    program.close()


def slowly(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


def test_the_window_lives_while_something_takes_long(qtbot: QtBot, qapp: QApplication) -> None:
    beats: list[float] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    assert wait_for(lambda: slowly(0.5), "Reading", "file.xlsx") == "done"
    timer.stop()
    assert len(beats) > 20


def test_what_takes_long_is_called_off(qtbot: QtBot, qapp: QApplication) -> None:
    def call_off() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WaitingDialog)
        assert "file.xlsx" in said(dialog)
        button(dialog, "Cancel").click()

    QTimer.singleShot(300, call_off)
    began = time.monotonic()
    assert wait_for(lambda: slowly(1), "Reading", "file.xlsx") is None
    assert time.monotonic() - began < 0.9


def test_what_fails_in_the_thread_is_raised_here(qtbot: QtBot, qapp: QApplication) -> None:
    def fail() -> None:
        raise DigicomError("import.unsupported", name="a.txt")

    with pytest.raises(DigicomError, match=r"import\.unsupported"):
        wait_for(fail, "Reading", "file.xlsx")
