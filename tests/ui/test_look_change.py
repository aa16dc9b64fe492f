"""Another language or theme in the middle of typing: the person goes on in the same field."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.assessment import Answer
from digicom_desktop.domain.plan import Plan
from digicom_desktop.domain.text import Language
from digicom_desktop.program import Program, dress
from digicom_desktop.ui import theme
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.card import ScrolledColumn
from digicom_desktop.ui.file_row import FileRow
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.settings_dialog import SettingsDialog
from digicom_desktop.ui.theme import Appearance
from digicom_desktop.ui.ticks import TickField
from tests.finished import settle as settle_findings

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

LOOKS = [(Language.EN, Appearance.DARK), (Language.ZH, Appearance.LIGHT)]


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program in English and light, with the sample open."""
    program = Program(qapp, PreferenceFile(tmp_path, Language.EN), [])
    program.preferences.change_look(Language.EN, Appearance.LIGHT)
    dress(qapp, program.preferences)
    window = program.make_window()
    program.open_workspace(tmp_path)
    window.home.sample_requested.emit()
    window.show()
    yield program
    program.preferences.change_look(Language.EN, Appearance.LIGHT)
    program.change_look()
    rounds()
    program.close()


def rounds() -> None:
    for _ in range(30):
        QApplication.processEvents()


def assessment(program: Program) -> AssessmentPage:
    assert program.window is not None
    assert program.window.page is not None
    return program.window.page


def page(program: Program) -> Page:
    return next(page for page in assessment(program).findChildren(Page) if page.isVisible())


def change_look(program: Program, look: tuple[Language, Appearance]) -> None:
    program.preferences.change_look(*look)
    program.change_look()
    rounds()


def type_on(qtbot: QtBot, program: Program, text: str) -> None:
    """What the keyboard does: it goes to whatever has the focus."""
    assert program.window is not None
    qtbot.keyClicks(program.window.focusWidget(), text)
    assessment(program).flush()


def begin(qtbot: QtBot, program: Program, place: str, said: str) -> QWidget:
    """Goes to the field that says ``said``, puts the caret behind its third letter and types."""
    assessment(program).go(place)
    rounds()
    texts = [e for e in page(program).findChildren(QPlainTextEdit) if e.toPlainText() == said]
    lines = [e for e in page(program).findChildren(QLineEdit) if e.text() == said]
    assert len(texts) + len(lines) == 1
    found = texts[0] if texts else lines[0]
    scroll = page(program).findChildren(ScrolledColumn)[0]
    scroll.ensureWidgetVisible(found, 0, 60)
    found.setFocus()
    if isinstance(found, QPlainTextEdit):
        cursor = found.textCursor()
        cursor.setPosition(3)
        found.setTextCursor(cursor)
    else:
        found.setCursorPosition(3)
    type_on(qtbot, program, "1")
    return found


def with_note(answer: Answer, note: str) -> Answer:
    return replace(answer, statement=replace(answer.statement, note=note))


def top(program: Program, field: QWidget) -> int:
    return field.mapTo(assessment(program), QPoint(0, 0)).y()


@pytest.mark.parametrize("look", LOOKS)
def test_a_narrative_is_typed_on(
    qtbot: QtBot, program: Program, look: tuple[Language, Appearance]
) -> None:
    session = assessment(program).session
    said = session.current.company.main_practices
    before = session.current
    field = begin(qtbot, program, "company", said)
    stood = top(program, field)
    change_look(program, look)
    now = assessment(program).focusWidget()
    assert abs(top(program, now) - stood) <= 2
    assert not now.visibleRegion().isEmpty()
    type_on(qtbot, program, "23")
    typed = replace(before.company, main_practices=f"{said[:3]}123{said[3:]}")
    assert session.current == replace(before, company=typed)


def test_the_settings_take_nobody_out_of_a_field(qtbot: QtBot, program: Program) -> None:
    session = assessment(program).session
    said = session.current.company.problems
    begin(qtbot, program, "company", said)
    old = program.window
    assert old is not None

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        dialog.findChildren(QComboBox)[1].setCurrentIndex(2)
        dialog.accept()

    QTimer.singleShot(0, answer)
    old.show_settings()
    qtbot.waitUntil(lambda: program.window is not old)
    rounds()
    assert theme.current().name == "dark"
    type_on(qtbot, program, "23")
    assert session.current.company.problems == f"{said[:3]}123{said[3:]}"


@pytest.mark.parametrize("look", LOOKS)
def test_the_note_of_an_item_is_typed_on_and_no_level_changes(
    qtbot: QtBot, program: Program, look: tuple[Language, Appearance]
) -> None:
    session = assessment(program).session
    answer = with_note(session.current.answer("4.2"), "Written for this test")
    session.change(session.current.with_answer(answer))
    field = begin(qtbot, program, "item/4.2", answer.statement.note)
    stood = top(program, field)
    change_look(program, look)
    assert abs(top(program, assessment(program).focusWidget()) - stood) <= 2
    type_on(qtbot, program, "23")
    changed = session.current.answer("4.2")
    assert changed == with_note(answer, "Wri123tten for this test")


@pytest.mark.parametrize("look", LOOKS)
def test_an_action_of_the_plan_is_typed_on(
    qtbot: QtBot, program: Program, look: tuple[Language, Appearance]
) -> None:
    session = assessment(program).session
    plan = Plan()
    for item in ("4.2", "5.4", "6.4", "1.2"):
        plan = plan.with_target(item, 3).with_new(item, f"Ask the shops of {item}")
    session.change(replace(session.current, plan=plan))
    begin(qtbot, program, "plan", "Ask the shops of 6.4")
    change_look(program, look)
    type_on(qtbot, program, "23")
    texts = {action.text for action in session.current.plan.actions}
    assert texts == {
        "Ask123 the shops of 6.4",
        *(f"Ask the shops of {item}" for item in ("4.2", "5.4", "1.2")),
    }


@pytest.mark.parametrize("look", LOOKS)
def test_where_the_field_is_gone_a_digit_changes_nothing(
    qtbot: QtBot, program: Program, look: tuple[Language, Appearance]
) -> None:
    session = assessment(program).session
    answer = with_note(session.current.answer("4.2"), "Written for this test")
    session.change(session.current.with_answer(answer))
    begin(qtbot, program, "item/4.2", answer.statement.note)
    before = session.current.answer("4.2")
    gone = with_note(before, "Something else")
    session.change(session.current.with_answer(gone))
    change_look(program, look)
    assert not page(program).isAncestorOf(assessment(program).focusWidget() or page(program))
    type_on(qtbot, program, "023")
    assert session.current.answer("4.2") == gone


def test_what_is_compared_stays_the_same(qtbot: QtBot, program: Program) -> None:
    session = assessment(program).session
    for name in ("One", "Another"):
        settle_findings(session)
        session.finalise()
        company = replace(session.current.company, filled_by=name)
        session.change(replace(session.current, company=company))
    assessment(program).go("compare")
    rounds()
    first = page(program).kept()
    assessment(program).go("compare#revision/1")
    rounds()
    assert page(program).kept() == ("revision/1",) != first
    for look in LOOKS:
        change_look(program, look)
        assert page(program).kept() == ("revision/1",)


def test_files_stay_ticked_and_another_revision_stays_chosen(
    qtbot: QtBot, program: Program
) -> None:
    session = assessment(program).session
    settle_findings(session)
    session.finalise()
    company = replace(session.current.company, filled_by="Another")
    session.change(replace(session.current, company=company))
    assessment(program).go("export#1")
    rounds()
    boxes = page(program).findChildren(FileRow)
    assert [row.is_ticked for row in boxes] == [True, True, False, False]
    for row, wanted in zip(boxes, (False, True, True, True), strict=True):
        if row.is_ticked != wanted:
            row.findChildren(TickField)[0].click()
    change_look(program, LOOKS[0])
    assert [row.is_ticked for row in page(program).findChildren(FileRow)] == [
        False,
        True,
        True,
        True,
    ]
    assert page(program).kept()[0] == "1"
