from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Session
from digicom_desktop.ui.chips import MethodChip
from digicom_desktop.ui.worked_page import WorkedPage
from digicom_desktop.workspace import Workspace
from tests.ui.page_stage import Stage, staged


def make(session: Session, words: Words, workspace: Workspace) -> WorkedPage:
    return WorkedPage(session, words)


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path, make, filled=True) as stage:
        yield stage


def test_every_step_stands_with_its_lines_in_order(filled: Stage) -> None:
    expected = [text for step in filled.report.worked for text in (step.title, *step.lines)]
    said = filled.said
    assert said[-len(expected) :] == expected


def test_the_score_of_this_firm_is_the_end_of_the_sum(filled: Stage) -> None:
    assert any(filled.report.supported.shown in text for text in filled.said)
    assert filled.report.method_note in filled.find(MethodChip).toolTip()


def test_what_is_answered_is_worked_out_anew(filled: Stage) -> None:
    before = filled.said
    answer = replace(filled.session.current.answer("1.1"), level=0)
    filled.change(filled.session.current.with_answer(answer))
    changed = filled.said
    assert changed != before
    assert filled.report.worked[0].lines[0] in changed
    filled.undo()
    assert filled.said == before


def test_without_an_answer_the_page_stands_too(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path, make) as stage:
        assert {step.title for step in stage.report.worked} <= set(stage.said)


def test_a_step_is_copied_and_so_are_all(filled: Stage) -> None:
    worked = filled.report.worked
    filled.button(f"Copy: {worked[0].title}").click()
    assert QApplication.clipboard().text() == "\n".join((worked[0].title, *worked[0].lines))
    filled.button("Copy all").click()
    copied = QApplication.clipboard().text().split("\n\n")
    assert copied == ["\n".join((step.title, *step.lines)) for step in worked]


def test_a_line_can_be_marked_and_copied(qtbot: QtBot, filled: Stage) -> None:
    line = filled.report.worked[0].lines[0]
    label = filled.find(QLabel, lambda label: label.text() == line)
    middle = QPointF(label.rect().center())
    QApplication.sendEvent(label, QEnterEvent(middle, middle, middle))
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert label.selectedText()
    qtbot.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == line.replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_leads_to_the_method_and_back(filled: Stage) -> None:
    filled.button("How the score is made").click()
    filled.button("Back to results").click()
    assert filled.places == ["method", "results"]


def test_the_calculation_speaks_chinese(qtbot: QtBot, tmp_path: Path) -> None:
    with staged(tmp_path, make, Language.ZH, filled=True) as stage:
        assert stage.report.worked[0].lines[0] in stage.said
        assert "分" in stage.report.worked[0].lines[0]
