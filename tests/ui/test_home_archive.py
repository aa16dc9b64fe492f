"""The archive of Home, its backups, its filled example, and how it begins."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.ui.backups_dialog import BackupsDialog
from digicom_desktop.ui.home_menu import RowMenu
from digicom_desktop.ui.home_rows import Order, Progress, Wanted, select
from digicom_desktop.ui.main_window import MainWindow
from digicom_desktop.ui.segments import Segments
from digicom_desktop.workspace import Workspace
from tests.finished import finished
from tests.ui.modal import answering
from tests.ui.stage import page_of, texts, window_on, workspace_in

pytestmark = pytest.mark.qt_log_ignore(
    "support raise", "grabbing the keyboard", "does not support", extend=True
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    with window_on(workspace) as window:
        yield window


def _shown(window: MainWindow) -> list[int]:
    """The years in the list, from above."""
    rows = window.home.lists.list.rows
    return [rows.row_at(rows.index(n, 0)).summary.year for n in range(rows.rowCount())]


def _choose_in_menu(window: MainWindow, text: str) -> None:
    """Opens the menu of the current row by the keyboard's key for it, and chooses ``text``."""
    list = window.home.lists.list
    row = list.rows.row_at(list.currentIndex())
    list.menu_requested.emit(row, list.mapToGlobal(list.rect().center()))
    menu = window.findChildren(RowMenu)[-1]
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def _button(inside: QWidget, text: str) -> QPushButton:
    return next(b for b in inside.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_what_is_archived_is_only_in_the_archive_and_can_be_brought_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    first, _ = workspace.create(2023), workspace.create(2024)
    window.show_home()
    lists = window.home.lists
    assert not lists.tools.segments._buttons[Progress.ARCHIVED].isVisible()
    lists.choose(first.id)
    _choose_in_menu(window, "Move to the archive")
    assert _shown(window) == [2024]
    assert any("is in the archive now" in text for text in texts(window.home))
    qtbot.mouseClick(lists.tools.segments._buttons[Progress.ARCHIVED], Qt.MouseButton.LeftButton)
    assert _shown(window) == [2023]
    lists.choose(first.id)
    _choose_in_menu(window, "Bring back from the archive")
    lists.tools.segments.choose(Progress.ALL)
    assert _shown(window) == [2024, 2023]


def test_archiving_can_be_taken_back_at_once(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    only = workspace.create(2024)
    window.show_home()
    window.home.lists.choose(only.id)
    _choose_in_menu(window, "Move to the archive")
    assert _shown(window) == []
    qtbot.mouseClick(_button(window, "Bring it back"), Qt.MouseButton.LeftButton)
    assert _shown(window) == [2024]


def test_the_notice_about_the_archive_is_gone_after_another_page(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.create(2024)
    window.show_home()
    window.home.lists.show_archived(workspace.rows()[0])
    assert any("is in the archive now" in text for text in texts(window.home))
    window.home.show_place("manual", QWidget())
    window.home.show_place("list")
    assert not any("is in the archive now" in text for text in texts(window.home))


def test_an_archived_one_is_still_opened_and_deleted(
    window: MainWindow, workspace: Workspace
) -> None:
    only = workspace.create(2024)
    workspace.archive(only.id)
    window.show_home()
    window.home.lists.tools.segments.choose(Progress.ARCHIVED)
    window.home.lists.choose(only.id)
    _choose_in_menu(window, "Move to the recycle bin")
    assert [row.id for row in workspace.rows(deleted=True)] == [only.id]
    window.show_home("bin")
    assert _shown(window) == [2024]


def test_the_example_is_begun_afresh_and_the_old_one_is_in_the_bin(
    window: MainWindow, workspace: Workspace
) -> None:
    window.home.place_requested.emit("sample")
    played = page_of(window).session
    untouched = played.current
    answer = untouched.answer("1.1")
    played.change(untouched.with_answer(replace(answer, level=0)))
    window.show_home()
    window.home.lists.choose(played.id)
    _choose_in_menu(window, "Begin the example afresh")
    fresh = page_of(window).session
    assert fresh.id != played.id
    assert fresh.current == untouched
    assert [row.id for row in workspace.rows(deleted=True)] == [played.id]


def test_only_the_example_can_be_begun_afresh(window: MainWindow, workspace: Workspace) -> None:
    only = workspace.create(2024)
    window.show_home()
    window.home.lists.choose(only.id)
    with pytest.raises(StopIteration):
        _choose_in_menu(window, "Begin the example afresh")


def test_the_recent_backups_are_listed_with_the_way_to_them(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    workspace.create(2024)
    workspace.back_up_if_changed()
    window.show_home()
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupsDialog)
        said.extend(texts(dialog))
        _button(dialog, "Open folder").click()
        dialog.reject()

    with answering(look):
        qtbot.mouseClick(_button(window, "Recent backups…"), Qt.MouseButton.LeftButton)
    assert any(text.startswith("Today ") for text in said)
    assert any(text.endswith("KB") for text in said)
    assert opened == [str(workspace.backup_folder)]


@pytest.mark.parametrize(
    "way", ["New assessment", "Open a file…", "Look at a filled example", "Restore from a backup…"]
)
def test_an_empty_home_offers_the_ways_to_begin(qtbot: QtBot, window: MainWindow, way: str) -> None:
    empty = window.home.lists._empty
    signals = {
        "New assessment": empty.new_requested,
        "Open a file…": empty.file_requested,
        "Look at a filled example": empty.sample_requested,
        "Restore from a backup…": empty.backups_requested,
    }
    window.home.new_requested.disconnect()
    window.home.file_requested.disconnect()
    window.home.backups_requested.disconnect()
    with qtbot.waitSignal(signals[way]):
        qtbot.mouseClick(_button(empty, way), Qt.MouseButton.LeftButton)


def _search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    tools = window.home.lists.tools
    tools.search.clear()
    qtbot.keyClicks(tools.search, text)


def test_a_search_says_what_it_would_find_in_the_archive_and_leads_there(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    for year in (2023, 2024):
        workspace.create(year)
    put_aside = next(row for row in workspace.rows() if row.summary.year == 2023)
    workspace.archive(put_aside.id)
    window.show_home()
    assert "Found in the archive: 1" not in texts(window.home)
    _search(qtbot, window, "2023")
    assert _shown(window) == []
    assert "Found in the archive: 1" in texts(window.home)
    qtbot.mouseClick(_button(window, "Show them"), Qt.MouseButton.LeftButton)
    assert _shown(window) == [2023]
    assert "Found in the archive: 1" not in texts(window.home)


@pytest.mark.parametrize("written", [str, str.lower, lambda code: code.replace("-", " ")[:9]])
def test_an_assessment_is_found_by_the_code_on_the_paper(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, written: Callable[[str], str]
) -> None:
    session = finished(workspace)
    code = session.finalise().code
    workspace.create(2020)
    window.show_home()
    _search(qtbot, window, written(code))
    assert _shown(window) == [2025]
    _search(qtbot, window, "ZZZZ-ZZZZ")
    assert _shown(window) == []


def test_firms_are_sorted_by_the_sound_of_their_names(
    window: MainWindow, workspace: Workspace
) -> None:
    names = ("婺源青禾", "上饶云岭", "德兴铜业", "义乌晨帆", "安徽茶行")
    for name in names:
        session = workspace.create(2025)
        company = replace(session.current.company, name=name)
        session.change(replace(session.current, company=company))
    found = select(workspace.rows(), Wanted(order=Order.FIRM))
    assert [row.summary.firm for row in found] == [
        "安徽茶行",
        "德兴铜业",
        "上饶云岭",
        "婺源青禾",
        "义乌晨帆",
    ]


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_count_is_painted_anew_also_when_it_is_as_wide_as_before(qtbot: QtBot) -> None:
    segments = Segments((("all", "All"), ("some", "Some")), "Which")
    qtbot.addWidget(segments)
    segments.set_count("all", 4)
    segments.show()
    qtbot.waitExposed(segments)
    qtbot.wait(100)  # until it is painted as it was shown
    paints = _Paints(segments._buttons["all"])
    segments.set_count("all", 3)
    qtbot.waitUntil(lambda: paints.count > 0)
