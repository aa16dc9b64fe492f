"""A shop owner's way through the real window, on a real database, to what the bureau is given."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digicom_desktop.documents.workbook_reader import WorkbookContent, read_workbook
from digicom_desktop.domain.assessment import Answer, Figure
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language
from digicom_desktop.session import Session
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.choice_card import ChoiceCard
from digicom_desktop.ui.export_files import ExportFiles
from digicom_desktop.ui.home_list import HomeList
from digicom_desktop.ui.item_page import ItemPage
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.review_row import ReviewRow
from digicom_desktop.ui.revision_text import ReadText
from digicom_desktop.ui.ticks import SwitchField, TickField
from tests.journeys.program import running_program
from tests.journeys.watchdog import Watchdog

W = TypeVar("W", bound=QWidget)

_NOT_APPLICABLE = "6.1"
_REASON = "本企业不提供云服务，也没有这方面的计划"
_COMPANY = {
    "Name of the firm, required": "婺源县江湾镇青禾茶叶店<img src=x>",
    "Unified social credit code, required": "91361130MA00CHA53J",
    "Legal representative, required": "程禾安",
    "Contact person, required": "=1+1",
    "Employees at the end of the year, {year}, required": "12",
    "Operating revenue, {year}, required": "1,260.5",
}
_SHOWN = {"revenue": "1,260.50"}
"""What was typed stands in files as it is, but for money."""
_LEFT_OUT = {
    "Region, required Province": "江西省",
    "Industry, required": "52",
    "Main practices, required": "用进销存记订货和发货。",
    "Results achieved, required": "发货快了一天。",
    "Problems, required": "没有专人管数据。",
}
_EXPLANATION = "已与负责人核对，情况属实 <b>=1+1</b>。"


def _page(window: MainWindow) -> AssessmentPage:
    assert window.page is not None
    return window.page


def _go(window: MainWindow, place: str) -> None:
    """Goes to ``place`` and sees it painted."""
    _page(window).go(place)
    QApplication.processEvents()


def _find(parent: QWidget, kind: type[W], wanted: Callable[[W], bool]) -> W:
    found = [widget for widget in parent.findChildren(kind) if wanted(widget)]
    assert len(found) == 1, [widget.accessibleName() for widget in found]
    return found[0]


def _button(parent: QWidget, text: str) -> QAbstractButton:
    return _find(parent, QAbstractButton, lambda b: b.text() == text and b.isVisible())


def _type(qtbot: QtBot, parent: QWidget, name: str, text: str) -> None:
    """Types into the field called ``name``, in place of what is there, and leaves it."""
    fields: list[QWidget] = [*parent.findChildren(QLineEdit), *parent.findChildren(QPlainTextEdit)]
    (field,) = [f for f in fields if f.accessibleName() == name and f.isVisibleTo(parent)]
    field.setFocus()
    # Chinese comes from an input method or the clipboard, never as key presses.
    QApplication.clipboard().setText(text)
    for key in (Qt.Key.Key_A, Qt.Key.Key_V):
        QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    field.clearFocus()
    QApplication.processEvents()


def _press(qtbot: QtBot, text: str) -> None:
    """Presses a button of the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.mouseClick(_button(dialog, text), Qt.MouseButton.LeftButton)


def _create(qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, lambda: _press(qtbot, "Start"))
    # While there is none yet, the list's place offers it, too.
    offered = [
        button
        for button in window.home.findChildren(QAbstractButton)
        if button.text() == "New assessment" and button.isVisible()
    ]
    qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)


def _answer(qtbot: QtBot, window: MainWindow, item: Item, number: int) -> Answer:
    """Answers ``item`` by mouse and keyboard; what was meant."""
    _go(window, f"item/{item.id}")
    page = _find(window, ItemPage, lambda page: page.isVisible())
    if item.id == _NOT_APPLICABLE:
        switch = _find(page, SwitchField, lambda _: True)
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center())
        _type(qtbot, page, "Reason why the item does not apply", _REASON)
        return Answer(item.id, not_applicable=True, reason=_REASON)
    level = number % 5
    cards = _find(page, ChoiceCard, lambda _: True)
    qtbot.keyClick(cards, Qt.Key(Qt.Key.Key_0 + level))
    practice = item.practices[number % len(item.practices)]
    tick = _find(page, TickField, lambda t: t.accessibleName() == practice.text.en)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    statement = Statement(
        system=f"进销存 {item.id}", since="2024年3月", scope="=1+1", person=f"程{number}",
        note=f"第 {item.id} 项的说明：<b>不是</b>标记。",
    )  # fmt: skip
    for name, text in zip(
        ("System or tool", "Since when", "Scope", "Person in charge", "Note (optional)"),
        (statement.system, statement.since, statement.scope, statement.person, statement.note),
        strict=True,
    ):
        _type(qtbot, page, name, text)
    figure = Figure(current=f"{number}.5", previous="约一成" if number == 3 else "")
    indicator = item.indicators[0]
    for year, text in (
        (window_year(window), figure.current),
        (window_year(window) - 1, figure.previous),
    ):
        if text:
            _type(qtbot, page, f"{indicator.name.en}, {year}", text)
    return (
        Answer(item.id, level=level, statement=statement)
        .with_practice(practice.id, ticked=True)
        .with_figure(indicator.id, figure)
    )


def window_year(window: MainWindow) -> int:
    """The year that is assessed."""
    return _page(window).session.current.year


def _export(
    qtbot: QtBot, window: MainWindow, folder: Path, watchdog: Watchdog
) -> tuple[Path, Path]:
    """Exports both files as the page does; where they are."""
    _go(window, "export")
    earlier = {*folder.iterdir()}
    files = _find(window, ExportFiles, lambda files: files.isVisible())
    # While a thread of ours writes, the heartbeat waits for the interpreter as long as that does.
    with watchdog.resting(), qtbot.waitSignal(files.finished, timeout=60_000):
        qtbot.mouseClick(_button(window, "Export 2 files"), Qt.MouseButton.LeftButton)
    pdf, workbook = sorted({*folder.iterdir()} - earlier, key=lambda path: path.suffix)
    return workbook, pdf


def _complete(qtbot: QtBot, window: MainWindow) -> None:
    """Fills in what must be there, and mends the figure that is none."""
    _go(window, "company")
    page = _page(window)
    for name, text in _LEFT_OUT.items():
        _type(qtbot, page, name, text)
    category = _find(page, QComboBox, lambda box: box.accessibleName() == "Category, required")
    qtbot.keyClick(category, Qt.Key.Key_Down)
    session = page.session
    wrong = next(f for f in session.appraisal.open_findings if f.rule == "figure.typed")
    _go(window, wrong.place)
    id = wrong.subject.removesuffix(".previous")
    name = next(i.name.en for item in session.edition.items for i in item.indicators if i.id == id)
    _type(qtbot, page, f"{name}, {window_year(window) - 1}", "10")
    page.flush()


def _explain(qtbot: QtBot, window: MainWindow) -> None:
    """Says something about each finding where the check page shows it."""
    _go(window, "review")
    session = _page(window).session
    for finding in session.appraisal.open_findings:
        key = finding.key
        row = _find(window, ReviewRow, lambda row, key=key: row.line.key == key)  # type: ignore[misc]
        if finding.class_ is FindingClass.VERIFY:
            tick = _find(row, TickField, lambda _: True)
            qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
        else:
            _type(
                qtbot,
                row,
                _find(row, QPlainTextEdit, lambda _: True).accessibleName(),
                _EXPLANATION,
            )
        QApplication.processEvents()
    assert session.appraisal.open_findings == ()


def _finalise(qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, lambda: _press(qtbot, "Finalise"))
    qtbot.mouseClick(_button(window, "Finalise…"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def _revision_says(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    _go(window, "revision/1")
    assert session.history.revision(1).code in _texts(window)
    read = _find(window, ReadText, lambda text: text.isVisible())
    wanted = (session.current.company.name, _REASON, _EXPLANATION)
    # What lies further down comes bit by bit.
    qtbot.waitUntil(lambda: all(text in read.toPlainText() for text in wanted))


# Without a window manager a list that pops up cannot do all that it tries.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_firm_is_assessed_closed_reopened_and_handed_in(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, watchdog: Watchdog
) -> None:
    data, target = tmp_path / "数据", tmp_path / "报送"
    target.mkdir()
    with running_program(qapp, data, watchdog) as window:
        _create(qtbot, window)
        for name, text in _COMPANY.items():
            _type(qtbot, _page(window), name.format(year=window_year(window)), text)
        session = _page(window).session
        meant = {
            item.id: _answer(qtbot, window, item, number)
            for number, item in enumerate(session.edition.items)
        }
        _page(window).flush()
        assert dict(session.current.answers) == meant
        before, said = session.current, session.report(Language.EN)

    PreferenceFile(data, Language.EN).change(export_folder=str(target))
    with running_program(qapp, data, watchdog) as window:
        kept = _find(window.home, HomeList, lambda rows: rows.isVisible())
        kept.setCurrentIndex(kept.model().index(0, 0))
        qtbot.keyClick(kept, Qt.Key.Key_Return)
        session = _page(window).session
        assert session.current == before
        assert session.report(Language.EN) == said
        _go(window, "results")
        assert any(said.supported.shown == text for text in _texts(window))
        _files_say(session, *_export(qtbot, window, target, watchdog))
        _complete(qtbot, window)
        _explain(qtbot, window)
        _finalise(qtbot, window)
        assert session.state is State.FINALISED
        _files_say(session, *_export(qtbot, window, target, watchdog))
        _revision_says(qtbot, window, session)


def _texts(window: MainWindow) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def _files_say(session: Session, workbook: Path, pdf: Path) -> None:
    _workbook_says(read_workbook(workbook), session)
    _pdf_says(pdf, session)


def _workbook_says(workbook: WorkbookContent, session: Session) -> None:
    report = session.report(Language.ZH)
    assert workbook.code == report.code
    assert workbook.content == report.content
    for name in ("name", "contact", "revenue", "employees"):
        typed = getattr(session.current.company, name)
        assert workbook.text("company", f"company.{name}", "value") == _SHOWN.get(name, typed)
    for item in session.edition.items:
        answer = session.current.answer(item.id)
        _row_says(workbook, item, answer)
    assert workbook.text("result", "supported", "value") == report.supported.shown


def _row_says(workbook: WorkbookContent, item: Item, answer: Answer) -> None:
    def text(column: str) -> str:
        return workbook.text("items", item.id, column)

    assert text("clause") == item.clause.zh
    assert text("reason") == answer.reason
    if answer.not_applicable:
        return
    assert text("claimed") == str(answer.level)
    for name in ("system", "since", "scope", "person", "note"):
        assert text(name) == getattr(answer.statement, name)
    ticked = [p.text.zh for p in item.practices if p.id in answer.practices]
    assert all(practice in text("practices") for practice in ticked)
    figure = answer.figure(item.indicators[0].id)
    assert workbook.text("figures", item.indicators[0].id, "current") == figure.current
    assert workbook.text("figures", item.indicators[0].id, "previous") == figure.previous


def _pdf_says(pdf: Path, session: Session) -> None:
    pages = [page.extract_text() for page in PdfReader(pdf).pages]
    said = re.sub(r"\s", "", "".join(pages))
    code = session.report(Language.ZH).code
    assert all(code in page for page in pages)
    for item in session.edition.items:
        answer = session.current.answer(item.id)
        assert re.sub(r"\s", "", item.clause.zh) in said
        for text in (answer.reason, answer.statement.system, answer.statement.note):
            assert re.sub(r"\s", "", text) in said
    assert re.sub(r"\s", "", session.current.company.name) in said
