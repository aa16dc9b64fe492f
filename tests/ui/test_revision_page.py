from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.revision import State
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.export_page import ExportPage
from digicom_desktop.ui.revision_page import RevisionPage
from digicom_desktop.ui.revision_row import RevisionRow
from digicom_desktop.ui.revision_text import ReadText
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import HOSTILE, Stage, staged
from tests.ui.revision_stage import edit, finalise


def make(session: Session, words: Words, workspace: Workspace) -> RevisionPage:
    if not session.finalised:
        finalise(session)
        edit(session, "后来的联系人")
    return RevisionPage(session, words, workspace, 1)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path / "data", make, filled=True) as stage:
        yield stage


def text_of(stage: Stage) -> ReadText:
    text = stage.find(ReadText)
    text.finish()
    return text


def everything(stage: Stage) -> str:
    return text_of(stage).toPlainText()


def test_a_revision_says_everything_that_was_finalised(stage: Stage) -> None:
    report = stage.session.history.report(1, Language.EN)
    said = everything(stage)
    expected = [row.value for row in report.company]
    expected += report.narratives[0].value.split("\n")
    expected += [report.declared.shown, report.supported.shown, report.firm_level.name]
    expected += [gate.name for gate in report.firm_level.gates]
    for item in report.items:
        expected += [f"{item.id}  {item.title}", item.reason, item.hold_back, item.last_year]
        expected += [row.value for row in item.statement]
        expected += [figure.current for figure in item.figures]
    expected += [metric.current for metric in report.metrics]
    for entry in report.evidence:
        expected += [entry.number, entry.title, entry.proves, entry.grade_name]
    for line in report.plan.lines:
        expected += [line.title, *(action.text for action in line.actions)]
    for finding in report.explained:
        expected += [finding.sentence, finding.said]
    assert report.explained
    assert report.plan.lines
    assert [text for text in expected if text and text not in said] == []


def test_evidence_without_a_file_says_so(stage: Stage) -> None:
    report = stage.session.history.report(1, Language.EN)
    without = [entry for entry in report.evidence if not entry.file_name]
    assert without
    assert everything(stage).count("No file attached") == len(without)


def test_a_revision_says_what_it_said_whatever_became_of_the_draft(stage: Stage) -> None:
    assert "后来的联系人" in stage.session.current.company.contact
    assert "后来的联系人" not in everything(stage)
    assert "Revision 1" in stage.said
    assert stage.session.history.revision(1).code in stage.said
    assert "Finalised" in stage.said


def test_a_change_of_the_draft_changes_nothing_here(stage: Stage) -> None:
    before = everything(stage)
    company = replace(stage.session.current.company, name="另一家")
    stage.change(replace(stage.session.current, company=company))
    stage.undo()
    stage.undo()
    assert everything(stage) == before


def test_no_part_of_the_page_can_change_anything(qtbot: QtBot, stage: Stage) -> None:
    current, stored = stage.session.current, stage.stored
    revision, before = stage.session.history.revision(1), everything(stage)
    text = text_of(stage)
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "abc")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        qtbot.keyClick(text, key)
    QGuiApplication.clipboard().setText("pasted")
    text.selectAll()
    text.paste()
    text.cut()
    for button in stage.page.findChildren(QAbstractButton):
        button.click()
    fields = [*stage.page.findChildren(QLineEdit), *stage.page.findChildren(QComboBox)]
    assert [field.accessibleName() for field in fields] == ["Search the text"]
    assert stage.page.findChildren(QPlainTextEdit) == []
    assert [edit.isReadOnly() for edit in stage.page.findChildren(QTextEdit)] == [True]
    assert everything(stage) == before
    assert (stage.session.current, stage.stored) == (current, stored)
    assert stage.session.history.revision(1) == revision


def test_text_is_marked_and_copied_as_plain_text(qtbot: QtBot, stage: Stage) -> None:
    text = text_of(stage)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert stage.session.history.report(1, Language.EN).credit_code in data.text()
    assert not data.hasHtml()


def test_a_text_that_is_only_read_has_no_caret(qtbot: QtBot, stage: Stage) -> None:
    text = stage.find(ReadText)
    assert text.cursorWidth() == 0
    qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(text.textCursor().selectedText()) == 1


def test_the_code_is_copied(stage: Stage) -> None:
    code = stage.session.history.revision(1).code
    stage.button(f"Copy the code {code}").click()
    assert QGuiApplication.clipboard().text() == code


def test_the_beginning_is_there_at_once_and_the_rest_soon(qtbot: QtBot, stage: Stage) -> None:
    text = stage.find(ReadText)
    assert stage.session.history.report(1, Language.EN).firm in text.toPlainText()
    assert "Explanations" not in text.toPlainText()
    qtbot.waitUntil(lambda: "Explanations" in text.toPlainText(), timeout=10_000)
    assert text.verticalScrollBar().value() == 0


def test_a_section_is_brought_to_the_top_and_marked(stage: Stage) -> None:
    text = stage.find(ReadText)
    reached: list[int] = []
    text.reached.connect(reached.append)
    stage.button("Evidence").click()
    QApplication.processEvents()
    assert reached[-1] == 5
    top = text.cursorForPosition(text.viewport().rect().topLeft())
    near = text.cursorForPosition(text.viewport().rect().center())
    between = text.toPlainText()[top.position() : near.position()]
    assert "Evidence" in between
    text.verticalScrollBar().setValue(0)
    assert reached[-1] == 0


def test_a_search_finds_what_is_not_written_yet_and_goes_round(stage: Stage) -> None:
    text = stage.find(ReadText)
    line = stage.line("Search the text")
    entry = stage.session.history.report(1, Language.EN).evidence[-1]
    line.setText(entry.title)
    count = text.toPlainText().count(entry.title)
    assert f"1/{count}" in stage.said
    assert text.textCursor().selectedText() == entry.title
    assert text.viewport().rect().contains(text.cursorRect())
    line.setText("2025")
    count = text.toPlainText().count("2025")
    for _ in range(count):
        line.returnPressed.emit()
    assert f"1/{count}" in stage.said
    stage.button("Previous place").click()
    assert f"{count}/{count}" in stage.said
    line.setText("没有这句话")
    assert "Not found" in stage.said
    line.setText("")
    assert "Not found" not in stage.said


def test_the_links_lead_to_what_is_open_to_the_export_and_to_the_comparison(stage: Stage) -> None:
    for name in ("Back to what is open now", "Export this revision…", "Compare"):
        stage.button(name).click()
    assert stage.places == ["export", "export#1", "compare"]


def test_where_a_revision_stands_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    def make_submitted(session: Session, words: Words, workspace: Workspace) -> RevisionPage:
        finalise(session)
        session.history.change_state(1, State.SUBMITTED, "2026-03-20")
        return RevisionPage(session, words, workspace, 1)

    with staged(tmp_path / "data", make_submitted, filled=True) as stage:
        assert "Submitted 2026-03-20" in stage.said


def test_markup_that_somebody_typed_is_shown_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    hostile = "\n".join(HOSTILE)

    def make_hostile(session: Session, words: Words, workspace: Workspace) -> RevisionPage:
        company = replace(session.current.company, main_practices=hostile * 3, address=HOSTILE[0])
        session.change(replace(session.current, company=company))
        finalise(session)
        return RevisionPage(session, words, workspace, 1)

    with staged(tmp_path / "data", make_hostile, filled=True) as stage:
        said = everything(stage)
        assert said.count(HOSTILE[0]) >= 4
        assert said.count(HOSTILE[3]) >= 3


def test_a_damaged_revision_is_a_sentence_and_the_draft_stays_usable(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def make_damaged(session: Session, words: Words, workspace: Workspace) -> RevisionPage:
        finalise(session)
        edit(session, "张")
        _damage(workspace)
        opened = workspace.open(session.id)
        return RevisionPage(opened, words, workspace, 1)

    with staged(tmp_path / "data", make_damaged, filled=True) as stage:
        assert any("It was not opened" in text for text in stage.said)
        assert "Revision 1" in stage.said
        stage.page.focus_start()
        stage.button("Back to what is open now").click()
        assert stage.places == ["export"]
        edit(stage.session, "李")
        assert stage.stored.company.contact == "李"
        export = ExportPage(
            stage.workspace.open(stage.session.id), stage.words, stage.workspace, tmp_path
        )
        qtbot.addWidget(export)
        assert export.findChildren(RevisionRow) == []


def test_a_revision_that_never_was_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    def make_unknown(session: Session, words: Words, workspace: Workspace) -> RevisionPage:
        return RevisionPage(session, words, workspace, 7)

    with staged(tmp_path / "data", make_unknown, filled=True) as stage:
        assert (
            'There is no revision 7. Choose one of those on the page "Finalise and export".'
            in stage.said
        )


def _damage(workspace: Workspace) -> None:
    """A disk that failed in the middle of a revision."""
    connection = workspace._store._connection
    connection.fetch("DROP TRIGGER revision_is_never_changed")
    connection.fetch("UPDATE revision SET content = x'7b7d'")
