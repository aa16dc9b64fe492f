from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.text import Language, clean, clean_line
from digicom_desktop.ui.buttons import IconButton
from digicom_desktop.ui.choice_card import ChoiceRow
from digicom_desktop.ui.dialogs import Question
from digicom_desktop.ui.evidence_choice import EvidenceChoice
from digicom_desktop.ui.evidence_dialog import EvidenceDialog
from digicom_desktop.ui.evidence_list import EvidenceList
from digicom_desktop.ui.evidence_row import EvidenceRow
from tests.ui.item_stage import Stage, staged
from tests.ui.modal import answering, press
from tests.ui.page_stage import HOSTILE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path / "data") as stage:
        qtbot.waitExposed(stage.page)
        yield stage


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path / "data", filled=True) as stage:
        qtbot.waitExposed(stage.page)
        yield stage


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    path = tmp_path / "发票 <img src=x>.pdf"
    path.write_bytes(b"%PDF-1.7 an invoice")
    return path


def _click(qtbot: QtBot, stage: Stage, name: str) -> None:
    button = stage.find(QAbstractButton, lambda found: found.accessibleName() == name)
    qtbot.mouseClick(button, LEFT)


def _menu(stage: Stage, number: str, text: str) -> None:
    """Chooses ``text`` in the menu of the row of ``number``."""
    more = stage.find(IconButton, lambda b: b.accessibleName() == f"Actions for {number}")
    next(action for action in more.menu().actions() if action.text() == text).trigger()


def _dialog(qtbot: QtBot) -> EvidenceDialog:
    def shown() -> None:
        assert isinstance(QApplication.activeModalWidget(), EvidenceDialog)

    qtbot.waitUntil(shown)
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, EvidenceDialog):
        raise LookupError("no dialog")
    return dialog


def _line(dialog: QWidget, name: str) -> QLineEdit:
    return next(x for x in dialog.findChildren(QLineEdit) if x.accessibleName() == name)


def _press(qtbot: QtBot, dialog: QWidget, text: str) -> None:
    buttons = dialog.findChildren(QAbstractButton)
    qtbot.mouseClick(next(b for b in buttons if b.text() == text), LEFT)


def _drop(stage: Stage, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    _drag(stage.page.findChildren(EvidenceList)[0], mime)


def _drag(target: QWidget, mime: QMimeData) -> QDropEvent:
    """Drags over ``target``, and lets go, as a file manager that would rather move than copy."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), actions, mime, LEFT, none))
    event = QDropEvent(QPointF(5, 5), actions, mime, LEFT, none)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(target, event)
    QApplication.processEvents()
    return event


def _said(stage: Stage) -> str:
    QApplication.processEvents()  # a new row is shown by the layout it came into
    labels = stage.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_chosen_file_is_copied_attached_and_then_described(
    qtbot: QtBot, stage: Stage, invoice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = ([str(invoice)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    _click(qtbot, stage, "choose files…")
    dialog = _dialog(qtbot)
    (entry,) = stage.evidence
    assert (entry.number, entry.title, entry.grade) == ("1.1-01", invoice.stem, 2)
    assert entry.file is not None
    assert entry.file.name == invoice.name
    assert stage.session.evidence_path(entry.file.sha256).read_bytes() == invoice.read_bytes()
    _line(dialog, "Title").setText("Invoice")
    _line(dialog, "Date of the document").setText("2025-08-31")
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("what was bought")
    qtbot.mouseClick(next(r for r in dialog.findChildren(ChoiceRow) if r.number == 3), LEFT)
    _press(qtbot, dialog, "Keep")
    assert stage.evidence == (
        Evidence("1.1-01", "Invoice", "2025-08-31", "what was bought", 3, ("1.1",), entry.file),
    )
    assert "With what is there, up to level 4 counts" in _said(stage)


def test_dropped_files_become_evidence_each(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    _drop(stage, *paths, tmp_path)
    stage.page.flush()
    assert [(e.number, e.title) for e in stage.evidence] == [("1.1-01", "a"), ("1.1-02", "b")]
    assert QApplication.activeModalWidget() is None


def test_what_is_dropped_is_copied_never_moved(stage: Stage, invoice: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(invoice))])
    for target in (stage.page.findChildren(EvidenceList)[0], stage.page):
        event = _drag(target, mime)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction


def test_a_file_dropped_beside_the_evidence_is_evidence_too(stage: Stage, invoice: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(invoice))])
    _drag(stage.page, mime)
    stage.page.flush()
    assert len(stage.evidence) == 1


def test_cancelling_the_description_of_a_new_file_takes_it_back(
    qtbot: QtBot, stage: Stage, invoice: Path
) -> None:
    before = stage.stored
    _drop(stage, invoice)
    dialog = _dialog(qtbot)
    assert len(stage.evidence) == 1
    _press(qtbot, dialog, "Cancel")
    assert stage.stored == before


def _workbook(stage: Stage, folder: Path) -> Path:
    path = folder / "self-assessment.xlsx"
    stage.workspace.write_template(path, 2025, Language.ZH)
    return path


@pytest.mark.parametrize(
    ("answer", "added", "opened"),
    [("Cancel", 0, 0), ("Add as evidence", 1, 0), ("Open it", 0, 1)],
)
@pytest.mark.parametrize("kind", ["package", "workbook"])
def test_of_a_self_assessment_dropped_on_the_evidence_it_is_asked_what_to_do(
    stage: Stage, tmp_path: Path, kind: str, answer: str, added: int, opened: int
) -> None:
    path = tmp_path / "self-assessment.digicom"
    path.write_bytes(b"PK")
    if kind == "workbook":
        path = _workbook(stage, tmp_path)
    asked: list[Path] = []
    stage.page.file_requested.connect(asked.append)
    with answering(press(answer)):
        _drop(stage, path)
    stage.page.flush()
    assert len(stage.evidence) == added
    assert asked == [path] * opened


def test_beside_the_evidence_a_self_assessment_is_left_to_be_opened(
    stage: Stage, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(_workbook(stage, tmp_path)))])
    assert not _drag(stage.page, mime).isAccepted()
    stage.page.flush()
    assert not stage.evidence


def test_flush_waits_for_files_that_are_being_copied(stage: Stage, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    large.write_bytes(b"x" * (15 << 20))
    _drop(stage, large)
    assert not stage.evidence
    stage.page.flush()
    assert [entry.title for entry in stage.evidence] == ["large"]


def test_a_file_that_is_refused_is_a_sentence(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    _drop(stage, program)
    stage.page.flush()
    assert not stage.evidence
    assert '"setup.exe" is a program or a script and cannot be added as evidence.' in _said(stage)


def test_the_same_file_is_no_second_evidence(qtbot: QtBot, stage: Stage, invoice: Path) -> None:
    _drop(stage, invoice)
    stage.page.flush()
    _drop(stage, invoice)
    stage.page.flush()
    assert len(stage.evidence) == 1
    assert "this file is already evidence 1.1-01" in _said(stage)


def test_evidence_without_a_file_counts(qtbot: QtBot, stage: Stage) -> None:
    _click(qtbot, stage, "Without a file…")
    dialog = _dialog(qtbot)
    _line(dialog, "Title").setText("Ledger on paper")
    _press(qtbot, dialog, "Keep")
    assert stage.evidence == (Evidence("1.1-01", "Ledger on paper", items=("1.1",)),)


def test_a_cancelled_dialog_changes_nothing(qtbot: QtBot, filled: Stage) -> None:
    before = filled.stored
    _click(qtbot, filled, "Without a file…")
    _press(qtbot, _dialog(qtbot), "Cancel")
    _menu(filled, "1.1-01", "Edit…")
    dialog = _dialog(qtbot)
    _line(dialog, "Title").setText("other")
    _press(qtbot, dialog, "Cancel")
    assert filled.stored == before


def test_a_click_on_a_row_edits_it(qtbot: QtBot, filled: Stage) -> None:
    qtbot.mouseClick(filled.page.findChildren(EvidenceRow)[0], LEFT)
    dialog = _dialog(qtbot)
    assert dialog.windowTitle() == "Evidence 1.1-01"
    dialog.reject()


@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_of_the_dialog_is_cut(qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    with staged(tmp_path / "data", language=language, filled=True) as stage:
        entry = stage.evidence[0]
        dialog = EvidenceDialog(entry, "1.1", stage.session.edition, language)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        for row in dialog.findChildren(ChoiceRow):
            assert row.height() >= row.heightForWidth(row.width())


def test_a_wrong_date_is_red_and_kept(qtbot: QtBot, filled: Stage) -> None:
    _menu(filled, "1.1-01", "Edit…")
    dialog = _dialog(qtbot)
    date = _line(dialog, "Date of the document")
    qtbot.waitUntil(dialog.isActiveWindow)
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "last May")
    qtbot.keyClick(date, Qt.Key.Key_Tab)
    assert date.property("wrong")
    _press(qtbot, dialog, "Keep")
    assert filled.evidence[0].date == "last May"


@pytest.mark.parametrize(("typed", "is_wrong"), [("长期", False), ("一直有效吗", True)])
def test_a_licence_without_a_last_day_is_valid_for_long(
    qtbot: QtBot, filled: Stage, typed: str, *, is_wrong: bool
) -> None:
    _menu(filled, "1.1-01", "Edit…")
    dialog = _dialog(qtbot)
    until = _line(dialog, "Valid until (licences, contracts)")
    qtbot.waitUntil(dialog.isActiveWindow)
    until.setFocus()
    until.setText("")
    QApplication.clipboard().setText(typed)
    until.paste()
    qtbot.keyClick(until, Qt.Key.Key_Tab)
    assert bool(until.property("wrong")) is is_wrong
    _press(qtbot, dialog, "Keep")
    assert filled.evidence[0].valid_until == typed


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_about_evidence_comes_out_plain_and_exact(
    qtbot: QtBot, stage: Stage, hostile: str
) -> None:
    QApplication.clipboard().setText(hostile)
    _click(qtbot, stage, "Without a file…")
    dialog = _dialog(qtbot)
    for name in ("Title", "Date of the document"):
        _line(dialog, name).paste()
    dialog.findChildren(QPlainTextEdit)[0].paste()
    _press(qtbot, dialog, "Keep")
    (entry,) = stage.evidence
    wanted = clean_line(hostile)
    assert (entry.title, entry.date, entry.proves) == (wanted, wanted, clean(hostile))
    assert wanted in _said(stage)


def test_one_piece_supports_up_to_three_items(qtbot: QtBot, filled: Stage) -> None:
    _menu(filled, "1.1-01", "Edit…")
    dialog = _dialog(qtbot)
    _line(dialog, "Also for another item (optional)").setText("6.3")
    _line(dialog, "And one more (optional)").setText("1.2")
    _press(qtbot, dialog, "Keep")
    assert filled.evidence[0].items == ("1.1", "1.2", "6.3")
    # No line of it ends with the point.
    assert "·\N{NO-BREAK SPACE}also for 1.2, 6.3" in _said(filled)


def test_evidence_of_another_item_is_used_and_taken_off_again(qtbot: QtBot, filled: Stage) -> None:
    _click(qtbot, filled, "Use evidence of another item…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EvidenceChoice)
    _line(dialog, "Evidence").setText("1.2-01")
    _press(qtbot, dialog, "Use")
    assert [entry.number for entry in filled.evidence] == ["1.1-01", "1.1-02", "1.2-01"]
    _menu(filled, "1.2-01", "Take off this item")
    assert [entry.number for entry in filled.evidence] == ["1.1-01", "1.1-02"]
    assert filled.stored.evidence.entry("1.2-01").items == ("1.2",)


@pytest.mark.parametrize(("answer", "left"), [(0, 2), (1, 1)])
def test_deleting_asks_first_and_undo_brings_back(
    qtbot: QtBot, filled: Stage, answer: int, left: int
) -> None:
    def give_answer() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, Question):
            question.done(answer)

    QTimer.singleShot(0, give_answer)
    _menu(filled, "1.1-01", "Delete…")
    assert len(filled.evidence) == left
    filled.undo()
    assert len(filled.evidence) == 2


def test_a_number_is_never_given_out_again(qtbot: QtBot, stage: Stage, invoice: Path) -> None:
    _drop(stage, invoice)
    stage.page.flush()
    current = stage.session.current
    stage.change(replace(current, evidence=current.evidence.without("1.1-01")))
    _drop(stage, invoice)
    stage.page.flush()
    assert [entry.number for entry in stage.evidence] == ["1.1-02"]


def test_a_file_is_attached_to_evidence_that_had_none(
    qtbot: QtBot, filled: Stage, invoice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(invoice), ""))
    before = filled.evidence[0]
    _menu(filled, "1.1-01", "Attach a file…")
    filled.page.flush()
    after = filled.evidence[0]
    assert after.file is not None
    assert (after.file.name, after.title) == (invoice.name, before.title)


def test_a_copy_of_a_file_is_handed_out(
    qtbot: QtBot, stage: Stage, invoice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _drop(stage, invoice)
    stage.page.flush()
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    _menu(stage, "1.1-01", "Save a copy of the file…")
    stage.page.flush()
    assert target.read_bytes() == invoice.read_bytes()


def test_a_copy_that_a_disk_spoiled_is_not_handed_out(
    qtbot: QtBot, stage: Stage, invoice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _drop(stage, invoice)
    stage.page.flush()
    file = stage.evidence[0].file
    assert file is not None
    stage.session.evidence_path(file.sha256).write_bytes(b"%PDF-1.7 spoiled")
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    _menu(stage, "1.1-01", "Save a copy of the file…")
    stage.page.flush()
    assert not target.exists()
    assert "is not what was added" in _said(stage)


def test_a_copy_that_is_lost_is_a_sentence(
    qtbot: QtBot, stage: Stage, invoice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _drop(stage, invoice)
    stage.page.flush()
    file = stage.evidence[0].file
    if file is not None:
        stage.session.evidence_path(file.sha256).unlink()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x"), ""))
    _menu(stage, "1.1-01", "Save a copy of the file…")
    stage.page.flush()
    assert "The file of a piece of evidence has gone" in _said(stage)
