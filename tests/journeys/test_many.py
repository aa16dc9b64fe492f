"""Ten thousand assessments on Home: listed, scrolled, searched and sorted without a pause."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from digicom_desktop.domain import parts
from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.paths import resources_folder
from digicom_desktop.store.assessments import insert_assessment
from digicom_desktop.ui.home_list import HomeList
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.workspace import Workspace
from tests.journeys.program import running_program
from tests.journeys.watchdog import Watchdog

_COUNT = 10_000
_NAMES = ("青禾茶业", "江南小店", "晨帆进出口", "港联仓储", "云岭茶叶", "宏远玩具")


def _fill(folder: Path) -> None:
    """So many assessments of firms with numbers in their names, in one transaction."""
    workspace = Workspace.at(folder, resources_folder(), system_clock)
    session = workspace.add(workspace.library.sample())
    known, written = workspace.rows()[0], parts.parts(session.current)
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    connection = workspace._store._connection
    with connection.transaction():
        for number in range(_COUNT - 1):
            firm = f"{_NAMES[number % len(_NAMES)]}{number}号"
            score = f"{number % 100}.{number % 10}"
            summary = replace(known.summary, firm=firm, year=2020 + number % 6, supported=score)
            time = begun + timedelta(seconds=number)
            row = SavedRow(f"{number:032x}", summary, time, time, None)
            insert_assessment(connection, row, {"plan": written["plan"]})
    workspace.close()


def _list(window: MainWindow) -> HomeList:
    (shown,) = [each for each in window.home.findChildren(HomeList) if each.isVisible()]
    return shown


def _turn_wheel(rows: HomeList, turns: int) -> None:
    for _ in range(turns):
        event = QWheelEvent(
            QPointF(100, 100), rows.mapToGlobal(QPointF(100, 100)), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(rows.viewport(), event)
        QApplication.processEvents()


def test_ten_thousand_assessments_are_scrolled_searched_and_sorted_without_a_pause(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, watchdog: Watchdog
) -> None:
    with watchdog.resting():
        _fill(tmp_path)
    with running_program(qapp, tmp_path, watchdog) as window:
        rows = _list(window)
        assert rows.model().rowCount() == _COUNT
        _turn_wheel(rows, 40)
        assert rows.indexAt(QPoint(5, 5)).row() > 40
        for key in (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
            QTest.keyClick(rows, key)
            QApplication.processEvents()
        line = next(w for w in window.home.findChildren(QLineEdit) if w.isVisible())
        for letter in "2025":
            QTest.keyClicks(line, letter)
            QApplication.processEvents()
        qtbot.waitUntil(lambda: rows.model().rowCount() < _COUNT)
        line.clear()
        qtbot.waitUntil(lambda: rows.model().rowCount() == _COUNT)
        order = next(w for w in window.home.findChildren(QComboBox) if w.isVisible())
        for place in range(order.count()):
            order.setCurrentIndex(place)
            order.activated.emit(place)
            QApplication.processEvents()
        assert rows.model().rowCount() == _COUNT
