"""A page shows its beginning first; what follows is there before anybody asks for it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.after_paint import AfterPaint, show_in
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.company_page import CompanyPage
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.preferences import PreferenceFile
from tests.ui.page_stage import Stage, staged
from tests.ui.stage import page_of, window_on, workspace_in

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


class Sheet(QWidget):
    """Notes in what order it is painted and worked on."""

    def __init__(self, events: list[str]) -> None:
        super().__init__()
        self._events = events
        self.further = AfterPaint(self, lambda: events.append("work"))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._events.append("paint")


def _rounds(count: int = 5) -> None:
    for _ in range(count):
        QApplication.processEvents()


def test_a_widget_in_sight_is_painted_before_the_work_is_done(qtbot: QtBot) -> None:
    events: list[str] = []
    sheet = Sheet(events)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitUntil(lambda: "work" in events)
    assert events[0] == "paint"
    _rounds()
    assert events.count("work") == 1


def test_for_a_widget_out_of_sight_it_is_done_soon(qtbot: QtBot) -> None:
    events: list[str] = []
    sheet = Sheet(events)
    qtbot.addWidget(sheet)
    _rounds()
    assert events == ["work"]


def test_it_is_done_at_once_where_that_is_asked_for_and_never_again(qtbot: QtBot) -> None:
    events: list[str] = []
    sheet = Sheet(events)
    qtbot.addWidget(sheet)
    sheet.further.finish()
    assert events == ["work"]
    sheet.show()
    _rounds()
    sheet.further.finish()
    assert events.count("work") == 1


def test_what_is_added_later_has_its_place_at_once(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    column.addWidget(QLineEdit())
    outer.show()
    _rounds()
    added = QLineEdit()
    show_in(column, added)
    assert added.isVisible()
    assert added.height() >= added.sizeHint().height()


@pytest.fixture
def company(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """The company page of the example, shown but not painted yet."""
    with staged(tmp_path, CompanyPage, Language.ZH, filled=True) as stage:
        yield stage


def test_a_jump_to_a_field_further_down_finds_it_before_the_page_is_painted(
    company: Stage,
) -> None:
    assert len(company.page.findChildren(QPlainTextEdit)) == 1
    company.page.focus_start("problems")
    field = company.page.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == company.session.current.company.problems
    assert company.page.rect().contains(field.mapTo(company.page, QPoint(0, 0)))


def test_what_is_changed_before_all_is_there_is_shown_further_down(company: Stage) -> None:
    current = company.session.current
    company.change(replace(current, company=replace(current.company, problems="改了")))
    _rounds(10)
    shown = [text.toPlainText() for text in company.page.findChildren(QPlainTextEdit)]
    assert "改了" in shown


def test_the_tab_key_goes_down_the_page(company: Stage) -> None:
    _rounds(10)
    places = []
    widget = company.page.nextInFocusChain()
    while widget is not None and widget is not company.page:
        if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox) and widget.isVisible():
            places.append(widget.mapTo(company.page, QPoint(0, 0)).y())
        widget = widget.nextInFocusChain()
    assert len(places) > 50
    assert places == sorted(places)


class _Flashes(QObject):
    """Remembers every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window and not isinstance(watched, MainWindow):
            self.seen.append(repr(watched))
        return False


@pytest.mark.parametrize(
    "place", ["company", "profile", "item/1.1", "item/5.2", "results", "export"]
)
def test_no_part_of_a_page_flashes_up_as_a_window(qtbot: QtBot, tmp_path: Path, place: str) -> None:
    flashes = _Flashes()
    with workspace_in(tmp_path) as workspace:
        makers = page_makers(PreferenceFile(tmp_path))
        with window_on(workspace, makers) as window:
            QCoreApplication.instance().installEventFilter(flashes)  # type: ignore[union-attr]
            window.open_session(workspace.add_sample(), place)
            page_of(window).toggle_guide()
            _rounds()
            page_of(window).go("method" if place == "company" else "company")
            _rounds()
            QCoreApplication.instance().removeEventFilter(flashes)  # type: ignore[union-attr]
    assert flashes.seen == []
