"""One open assessment in its frame: what is typed is saved, undone, told and never lost."""

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.ui import dialogs
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.guide_frame import GuideFrame
from digicom_desktop.ui.main_window import MainWindow, Whereabouts
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail import Rail
from digicom_desktop.ui.rail_rows import ItemRow, RailRow
from digicom_desktop.ui.theme import Appearance
from digicom_desktop.ui.tokens import (
    FRAME_HEIGHT,
    ITEM_ROW_HEIGHT,
    RAIL_WIDTH,
    SPACE_8,
    WINDOW_SIZE,
)
from digicom_desktop.ui.top_strip import Strip
from digicom_desktop.workspace import Workspace
from tests.ui.stage import (
    fill_disk,
    free_disk,
    page_of,
    part,
    small_makers,
    small_page,
    texts,
    window_on,
    workspace_in,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_in(tmp_path / "data") as workspace:
        yield workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    """A window with a new assessment open at the company page."""
    with window_on(workspace) as window:
        window.open_session(workspace.create(2025), "company")
        yield window


def type_name(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClicks(small_page(window).findChild(QLineEdit), text)


def stored_name(window: MainWindow, workspace: Workspace) -> str:
    return workspace.open(page_of(window).session.id).current.company.name


def strip_says(window: MainWindow) -> set[str]:
    return texts(part(window, Strip))


def rail_row(window: MainWindow, name: str) -> RailRow:
    rows = page_of(window).findChildren(RailRow)
    return next(row for row in rows if row.accessibleName().startswith(name))


def inked_height(row: RailRow) -> int:
    """From the first to the last line of pixels with something of the title of ``row``."""
    image = row.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 2)
    title = range(image.width() // 3, image.width() - image.width() // 5)
    inked = [
        y
        for y in range(3, image.height() - 3)
        if any(image.pixelColor(x, y) != ground for x in title)
    ]
    return max(inked) - min(inked)


def test_a_change_is_on_disk_and_the_strip_says_when(
    window: MainWindow, workspace: Workspace
) -> None:
    small_page(window).answer("1.1", 3)
    page = page_of(window)
    assert workspace.open(page.session.id).current.answer("1.1").level == 3
    time = page.session.saved_at.astimezone().strftime("%H:%M:%S")
    assert f"Saved {time}" in strip_says(window)
    assert len(small_page(window).changes) == 1


def test_the_title_names_the_firm_and_year_as_they_are_now(
    qtbot: QtBot, window: MainWindow
) -> None:
    name = window.windowTitle()
    type_name(qtbot, window, "tea")
    small_page(window).flush()
    assert window.windowTitle() == f"tea 2025 – {name}"
    page_of(window).undo()
    assert window.windowTitle() == name
    page_of(window).redo()
    window.show_home()
    assert window.windowTitle() == name


def test_while_a_field_waits_the_strip_says_typing(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    type_name(qtbot, window, "tea")
    assert "Typing" in strip_says(window)
    small_page(window).flush()
    assert "Typing" not in strip_says(window)
    assert stored_name(window, workspace) == "tea"


def test_typing_that_comes_to_nothing_leaves_the_strip_at_saved(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_name(qtbot, window, "a")
    small_page(window).flush()
    type_name(qtbot, window, "b")
    qtbot.keyClick(small_page(window).name.focusProxy(), Qt.Key.Key_Backspace)
    small_page(window).flush()
    assert "Typing" not in strip_says(window)


@pytest.mark.parametrize("leave", ["place", "home", "close", "language"])
def test_what_was_typed_is_saved_before_anything_else_happens(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, leave: str
) -> None:
    page = page_of(window)
    small_page(window).answer("1.1", 1)
    type_name(qtbot, window, "tea")
    actions: dict[str, Callable[[], object]] = {
        "place": lambda: page.go("item/2.1"),
        "home": window.show_home,
        "close": window.close,
        "language": window.whereabouts,
    }
    actions[leave]()
    assert workspace.open(page.session.id).current.company.name == "tea"


def test_the_firm_in_the_strip_follows_and_is_never_markup(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_name(qtbot, window, "<b>A</b>")
    small_page(window).flush()
    assert "<b>A</b>" in strip_says(window)


def test_undo_goes_to_where_the_change_was(window: MainWindow) -> None:
    page = page_of(window)
    page.go("item/1.1")
    small_page(window).answer("1.1", 3)
    page.go("item/2.2")
    page.undo()
    assert page.place == "item/1.1"
    assert page.session.current.answer("1.1").level is None
    page.redo()
    assert page.session.current.answer("1.1").level == 3
    page.go("results")
    page.undo()
    assert page.place == "results"


def test_a_step_back_is_the_pages_where_the_field_has_none_of_its_own(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    page.go("item/1.1")
    small_page(window).answer("1.1", 3)
    line = small_page(window).name.focusProxy()
    assert line is not None
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.session.current.answer("1.1").level is None
    again = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(line, Qt.Key.Key_Z, again)
    assert page.session.current.answer("1.1").level == 3


def test_what_was_taken_back_in_a_field_comes_again_there(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    type_name(qtbot, window, "tea")
    line = small_page(window).name.focusProxy()
    small_page(window).flush()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    small_page(window).flush()
    assert stored_name(window, workspace) == ""
    qtbot.keyClick(line, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    small_page(window).flush()
    assert stored_name(window, workspace) == "tea"


def test_typing_in_one_visit_is_one_step_of_undo(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    for letters in ("te", "a"):
        type_name(qtbot, window, letters)
        small_page(window).flush()
    page.undo()
    assert page.session.current.company.name == ""


def test_the_undo_buttons_are_there_when_there_is_something_to_undo(window: MainWindow) -> None:
    buttons = {
        button.accessibleName(): button
        for button in part(window, Strip).findChildren(QAbstractButton)
    }
    assert not buttons["Undo (Ctrl+Z)"].isEnabled()
    small_page(window).answer("1.1", 3)
    assert buttons["Undo (Ctrl+Z)"].isEnabled()
    buttons["Undo (Ctrl+Z)"].click()
    assert buttons["Redo (Ctrl+Y)"].isEnabled()


def test_the_rail_shows_state_and_place_of_every_item(window: MainWindow) -> None:
    page = page_of(window)
    small_page(window).answer("1.1", 1)
    small_page(window).answer("1.2", 4)
    page.go("item/1.2#evidence")
    assert small_page(window).target == "evidence"
    assert rail_row(window, "1.2").is_current
    assert rail_row(window, "1.1").accessibleDescription() == "level 1, supported"
    assert (
        rail_row(window, "1.2").accessibleDescription()
        == "level 4, not fully supported, in the check: 2 to explain"
    )
    assert rail_row(window, "1.3").accessibleDescription() == "not answered yet"
    assert rail_row(window, "1.3").isVisible()
    assert not rail_row(window, "2.1").isVisible()
    assert "2/22" in texts(page)
    assert len(page.findChildren(ItemRow)) == 22


def test_the_current_item_is_whole_in_the_rail_of_a_low_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1093, 614)
    page_of(window).go("item/6.3")
    row = rail_row(window, "6.3")
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    assert row.visibleRegion().boundingRect() == row.rect()


def test_what_ends_a_row_of_the_rail_stands_below_the_count_also_beside_a_scroll_bar(
    window: MainWindow,
) -> None:
    page_of(window).go("item/6.3")
    ends = []
    for height in (614, 1200):
        window.resize(1093, height)
        QApplication.processEvents()
        rail = part(window, Rail)
        row = rail_row(window, "6.3")
        ends.append(row.mapTo(rail, row.rect().topRight()).x())
    assert len(set(ends)) == 1


@pytest.mark.parametrize(
    "title",
    ("Sharing Services", "Experience Services", "Connected Services", "Computing Technologies"),
)
def test_the_title_of_an_item_is_drawn_in_as_many_lines_as_its_row_is_high_for(
    qtbot: QtBot, title: str
) -> None:
    row = ItemRow("1.1", title)
    qtbot.addWidget(row)
    row.resize(RAIL_WIDTH - 2 * SPACE_8, row.sizeHint().height())
    is_taller = row.height() > ITEM_ROW_HEIGHT
    assert (inked_height(row) > ITEM_ROW_HEIGHT // 2) == is_taller
    row.set_current(True)
    assert (inked_height(row) > ITEM_ROW_HEIGHT // 2) == is_taller


def test_the_rail_is_walked_with_the_arrow_keys(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.go("item/1.1")
    with qtbot.waitActive(window):
        window.activateWindow()
    row = rail_row(window, "1.1")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    below = rail_row(window, "1.2")
    assert below.hasFocus()
    qtbot.keyClick(below, Qt.Key.Key_Return)
    assert page.place == "item/1.2"


def test_a_place_without_a_page_is_not_offered(qtbot: QtBot, workspace: Workspace) -> None:
    makers = small_makers()
    fewer = type(makers)({"company": makers.pages["company"]}, {})
    with window_on(workspace, fewer) as window:
        window.open_session(workspace.create(2025), "company")
        names = {row.accessibleName() for row in page_of(window).findChildren(RailRow)}
        assert "Company" in names
        assert not {"Results", "Export", "Business profile"} & names


def test_a_page_that_was_left_leaves_nothing_behind(window: MainWindow) -> None:
    page = page_of(window)

    def left() -> tuple[int, int]:
        for place in ("profile", "company") * 5:
            page.go(place)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return len(QApplication.allWidgets()), weakref.getweakrefcount(page.session)

    assert left() == left()


def test_a_full_disk_is_said_nothing_is_lost_and_the_next_try_saves(
    window: MainWindow, workspace: Workspace
) -> None:
    page = page_of(window)
    fill_disk(workspace)
    small_page(window).write("x" * 100_000)
    small_page(window).answer("6.4", 3)
    assert not page.session.is_saved
    assert "Not saved" in strip_says(window)
    assert any("What you entered is still here" in text for text in texts(page))
    assert page.session.current.answer("6.4").level == 3
    free_disk(workspace)
    buttons = page.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Try again").click()
    assert page.session.is_saved
    assert "Not saved" not in strip_says(window)
    assert workspace.open(page.session.id).current == page.session.current


def test_closing_with_unsaved_changes_asks(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    page = page_of(window)
    fill_disk(workspace)
    small_page(window).write("x" * 100_000)
    assert not page.session.is_saved
    answers = iter([0, 1, 2])
    monkeypatch.setattr(dialogs.Question, "exec", lambda question: next(answers))
    assert not window.close()
    rescue = tmp_path / "rescue.json"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_, **__: (str(rescue), ""))
    )
    assert window.close()
    assert "x" * 100_000 in rescue.read_text(encoding="utf-8")
    free_disk(workspace)


def test_the_guide_is_beside_the_page_or_over_it(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    guide = part(window, GuideFrame)
    assert guide.isVisible()
    right_of_page = small_page(window).geometry().right()
    assert right_of_page < guide.geometry().left()

    window.resize(1093, 614)
    qtbot.waitUntil(lambda: not guide.isVisible())
    page.toggle_guide()
    assert guide.isVisible()
    assert small_page(window).geometry().right() > guide.geometry().left()
    page.close_guide_over_page()
    assert not guide.isVisible()

    window.resize(1366, 768)
    qtbot.waitUntil(guide.isVisible)
    page.close_guide_over_page()
    assert guide.isVisible()


def test_the_guide_stays_closed_once_closed(window: MainWindow, workspace: Workspace) -> None:
    page_of(window).toggle_guide()
    assert not part(window, GuideFrame).isVisible()
    assert PreferenceFile(workspace.database.parent).current.guide_open is False
    window.open_session(workspace.create(2024), "company")
    assert not part(window, GuideFrame).isVisible()


def test_another_window_goes_on_at_the_same_item_of_the_same_session(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    page = page_of(window)
    page.go("item/4.2")
    small_page(window).answer("4.2", 2)
    preferences = PreferenceFile(workspace.database.parent)
    preferences.change_look(Language.EN, Appearance.LIGHT)
    other = MainWindow(preferences, small_makers())
    qtbot.addWidget(other)
    where = window.whereabouts()
    other.use(workspace, where)
    assert where == Whereabouts(page.session, "item/4.2")
    assert page_of(other).session is page.session
    assert page_of(other).place == "item/4.2"
    page_of(other).undo()
    assert page.session.current.answer("4.2").level is None


def test_size_and_place_of_the_window_are_remembered(
    window: MainWindow, workspace: Workspace
) -> None:
    window.setGeometry(20, 30, 1200, 700)
    window.close()
    assert PreferenceFile(workspace.database.parent).current.geometry == (20, 30, 1200, 700)


def test_references_can_be_read_beside_an_assessment(window: MainWindow) -> None:
    page = page_of(window)
    page.go("guideline#1.1")
    assert page.place == "guideline"
    page.go("item/1.1")
    assert small_page(window).subject == "1.1"


def test_every_control_of_the_frame_has_a_name(window: MainWindow) -> None:
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button


def test_home_comes_back_to_the_row_that_was_open(window: MainWindow, workspace: Workspace) -> None:
    id = page_of(window).session.id
    workspace.create(2023)
    window.show_home()
    assert window.page is None
    view = window.home.lists.list
    assert view.row_at(view.currentIndex()).id == id


def test_an_assessment_page_has_no_place_before_it_goes_to_one(
    window: MainWindow, workspace: Workspace
) -> None:
    page = AssessmentPage(
        workspace.create(2025), workspace, window.words, small_makers(), guide_open=True
    )
    assert page.place == ""
    page.flush()
    page.deleteLater()


def test_a_screen_that_the_window_would_leave_is_filled_until_the_person_wants_another_size(
    qtbot: QtBot, tmp_path: Path
) -> None:
    preferences = PreferenceFile(tmp_path)
    first = MainWindow(preferences, small_makers())
    qtbot.addWidget(first)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.height() < WINDOW_SIZE[1] + FRAME_HEIGHT, "this screen is not small"
    assert first.isMaximized()
    preferences.change(geometry=(0, 0, 700, 600), maximised=False)
    second = MainWindow(preferences, small_makers())
    qtbot.addWidget(second)
    assert not second.isMaximized()


def test_a_page_that_goes_takes_nothing_of_the_next_one_along(qtbot: QtBot, tmp_path: Path) -> None:
    """PySide once took what stood behind a widget in the focus chain for its child."""
    with workspace_in(tmp_path / "data") as workspace:
        makers = page_makers(PreferenceFile(workspace.database.parent))
        with window_on(workspace, makers) as window:
            window.open_session(workspace.add_sample(), "company")
            for place in ("results", "plan", "review", "compare", "export", "results", "company"):
                page_of(window).go(place)
                for _ in range(3):
                    QApplication.processEvents()
                    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert page_of(window).place == "company"
