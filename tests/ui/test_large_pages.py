"""Single pages in texts twice as large on a common notebook: all can be read and reached."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui import theme
from digicom_desktop.ui.action_bar import ActionBar
from digicom_desktop.ui.all_pages import page_makers
from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.buttons import OnwardButton
from digicom_desktop.ui.choice_card import ChoiceRow
from digicom_desktop.ui.company_page import CompanyPage
from digicom_desktop.ui.compare_entry import Columns
from digicom_desktop.ui.compare_page import ComparePage
from digicom_desktop.ui.export_desk import ExportDesk
from digicom_desktop.ui.export_page import ExportPage
from digicom_desktop.ui.finalised_code import FinalisedCode
from digicom_desktop.ui.guide_frame import GuideFrame
from digicom_desktop.ui.main_window import MainWindow, Whereabouts
from digicom_desktop.ui.metric_table import MetricTable
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.reason_field import ReasonField
from digicom_desktop.ui.review_page import ReviewPage
from digicom_desktop.ui.revision_text import ReadText
from digicom_desktop.ui.search_head import SearchHead
from digicom_desktop.ui.section_strip import SectionStrip, StickyBar
from digicom_desktop.ui.theme import TextSize
from digicom_desktop.ui.tokens import LIGHT
from digicom_desktop.workspace import Workspace
from tests.finished import finished
from tests.showcase.demo import speaking
from tests.showcase.inspection import cut_off, painted_cut_off
from tests.showcase.scenes import settle

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

NOTEBOOK = (1366, 768)
W = TypeVar("W", bound=QWidget)


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    theme.apply(qapp, LIGHT, TextSize.DOUBLE)
    with speaking(request.param):
        yield request.param
    theme.apply(qapp, LIGHT)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.at(tmp_path, resources_folder(), lambda: datetime.now(UTC))
    yield workspace
    workspace.close()


def opened(workspace: Workspace, language: Language, *, filled: bool = False) -> MainWindow:
    """The window with a new assessment, or the sample, at its company page."""
    preferences = PreferenceFile(workspace.database.parent, language)
    preferences.change(export_folder=str(workspace.database.parent))
    window = MainWindow(preferences, page_makers(preferences))
    session = workspace.add_sample() if filled else workspace.create(2025)
    window.use(workspace, Whereabouts(session, "company"))
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*NOTEBOOK)
    window.show()
    window.activateWindow()
    settle()
    return window


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, language: Language) -> Iterator[MainWindow]:
    window = opened(workspace, language)
    yield window
    window.deleteLater()


@pytest.fixture
def filled(qtbot: QtBot, workspace: Workspace, language: Language) -> Iterator[MainWindow]:
    window = opened(workspace, language, filled=True)
    yield window
    window.deleteLater()


def page_of(window: MainWindow) -> AssessmentPage:
    assert window.page is not None
    return window.page


def go(window: MainWindow, place: str) -> None:
    page_of(window).go(place)
    settle()


def part(window: MainWindow, kind: type[W]) -> W:
    """The one of ``kind`` that is shown."""
    found = [widget for widget in window.findChildren(kind) if widget.isVisible()]
    assert len(found) == 1
    return found[0]


def finalise_and_go_on(window: MainWindow) -> None:
    """A revision, and a draft after it that says something else."""
    session = page_of(window).session
    session.finalise()
    company = replace(session.current.company, filled_by="Another")
    session.change(replace(session.current, company=company))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def is_in_sight(widget: QWidget) -> bool:
    """Whether all of ``widget`` is in the part of its page that is seen."""
    scroll = widget.parentWidget()
    while scroll is not None and not isinstance(scroll, QScrollArea):
        scroll = scroll.parentWidget()
    assert isinstance(scroll, QScrollArea)
    top = widget.mapTo(scroll.viewport(), QPoint())
    return scroll.viewport().rect().contains(QRect(top, widget.size()))


def lies_over(upper: QWidget, lower: QWidget) -> bool:
    return QRect(upper.mapToGlobal(QPoint()), upper.size()).intersects(
        QRect(lower.mapToGlobal(QPoint()), lower.size())
    )


@pytest.mark.parametrize("level", [3, 2, 1, 0])
def test_a_level_that_is_chosen_by_its_digit_is_in_sight(
    qtbot: QtBot, window: MainWindow, level: int
) -> None:
    go(window, "item/5.2")
    qtbot.keyClick(focused(), str(level))
    settle()
    (row,) = (row for row in window.findChildren(ChoiceRow) if row.isChecked())
    assert row.number == level
    assert is_in_sight(row)
    sticky = window.findChildren(StickyBar)[0]
    assert not (sticky.isVisible() and lies_over(sticky, row))


def test_a_level_that_is_chosen_by_the_arrows_is_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    go(window, "item/5.2")
    for _ in range(4):
        qtbot.keyClick(focused(), Qt.Key.Key_Down)
        settle()
        assert is_in_sight(focused())


def test_what_is_missing_takes_two_lines_at_most_and_is_told_whole(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, "item/5.2")
    bar = part(window, ActionBar)
    without = bar.height()
    qtbot.keyClick(focused(), "3")
    settle()
    assert bar._sentence.text()
    assert bar.height() <= without + theme.px(10)
    assert len(bar._sentence.accessibleName()) > len(bar._sentence.text())
    assert bar._sentence.toolTip()


def test_a_strip_that_goes_on_in_another_line_is_seen_whole(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, "item/5.2#statement")
    sticky = part(window, StickyBar)
    for level in "0123":
        qtbot.keyClick(part(window, ActionBar)._next, level)
        go(window, "item/5.2#statement")
        anchors = sticky.findChildren(SectionStrip)[0].findChildren(QAbstractButton)
        assert len(anchors) == 5
        for anchor in anchors:
            end = anchor.mapTo(sticky, anchor.rect().bottomRight())
            assert sticky.rect().contains(end)


@pytest.mark.parametrize("field", ["email", "filled_on", "problems"])
def test_a_place_that_is_jumped_to_is_in_sight(window: MainWindow, field: str) -> None:
    go(window, "item/1.1")
    go(window, f"company#{field}")
    page = part(window, CompanyPage)
    assert is_in_sight(page._fields[field])
    assert page._fields[field].isAncestorOf(focused())


def test_a_field_that_tab_reaches_is_seen_with_its_caption_and_help(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, "company")
    page = part(window, CompanyPage)
    room = page._scroll.viewport().height()
    long = 0
    for _ in range(40):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        found = [field for field in page._fields.values() if field.isAncestorOf(focused())]
        if not found:
            continue
        assert found[0].height() > room or is_in_sight(found[0])
        long += isinstance(focused(), QPlainTextEdit)
    assert long


def test_the_guide_over_the_page_can_be_left_and_leads_the_keyboard_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, "item/5.2")
    before = focused()
    page_of(window).toggle_guide()
    settle()
    guide = part(window, GuideFrame)
    assert guide.is_over
    assert guide.isAncestorOf(focused())
    assert "Esc" in focused().accessibleName()
    assert not lies_over(guide, part(window, OnwardButton))
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert not guide.isVisible()
    assert focused() is before


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_whoever_goes_on_behind_the_guide_is_on_the_page_again(
    qtbot: QtBot, window: MainWindow, key: Qt.Key
) -> None:
    go(window, "item/5.2")
    before = focused()
    page_of(window).toggle_guide()
    settle()
    guide = part(window, GuideFrame)
    for _ in range(60):
        qtbot.keyClick(focused(), key)
        if not guide.isVisible():
            break
        assert guide.isAncestorOf(focused())
    assert not guide.isVisible()
    assert focused() is before


def test_a_guide_beside_the_page_has_nothing_to_close_it_by_and_takes_no_keyboard(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    theme.apply(qapp, LIGHT)
    window = opened(workspace, Language.EN)
    go(window, "item/5.2")
    guide = part(window, GuideFrame)
    assert not guide.is_over
    assert not guide._close.isVisible()
    assert not guide.isAncestorOf(focused())
    window.deleteLater()


def test_the_panel_to_finalise_shows_the_whole_code_in_one_line(
    qtbot: QtBot, workspace: Workspace, language: Language
) -> None:
    session = finished(workspace)
    session.finalise()
    window = opened(workspace, language)
    window.open_session(session, "review")
    settle()
    page_of(window).toggle_guide()
    settle()
    code = part(window, FinalisedCode)._code
    assert code.fontMetrics().horizontalAdvance(code.text()) <= code.width()
    assert list(cut_off(part(window, GuideFrame))) == []
    window.deleteLater()


def test_no_word_beside_a_finding_is_broken(filled: MainWindow) -> None:
    go(filled, "review")
    page, metrics = part(filled, ReviewPage), theme.metrics("compact")
    where = page._list._columns.where
    for line in page._lines:
        for word in line.view.where.split():
            assert metrics.horizontalAdvance(word) <= where


def test_a_prompt_of_two_lines_is_whole(qtbot: QtBot, language: Language) -> None:
    field = ReasonField("Reason", "Such as a change in business, or how it is counted")
    qtbot.addWidget(field)
    field.resize(300, 400)
    field.show()
    settle()
    area = field.findChild(QPlainTextEdit)
    assert isinstance(area, QPlainTextEdit)
    room = QRect(0, 0, area.viewport().width(), 1000)
    flags = Qt.TextFlag.TextWordWrap
    needed = area.fontMetrics().boundingRect(room, flags, area.placeholderText()).height()
    assert needed > area.fontMetrics().lineSpacing()
    assert area.viewport().height() >= needed
    area.setPlainText("x")
    settle()
    assert area.height() == theme.px(32)


def test_the_question_about_files_that_are_there_is_where_the_person_looks(
    qtbot: QtBot, filled: MainWindow
) -> None:
    go(filled, "export")
    desk = part(filled, ExportDesk)
    desk.bar._export.click()
    qtbot.waitUntil(lambda: not desk.is_running, timeout=20_000)
    page = part(filled, ExportPage)
    page._scroll.verticalScrollBar().setValue(page._scroll.verticalScrollBar().maximum())
    desk.bar._export.click()
    settle()
    assert is_in_sight(desk.question)
    assert desk.question.isAncestorOf(focused())
    assert focused() is desk._keep
    folder = Path(desk._where.folder)
    count = len([*folder.glob("*.xlsx")])
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not desk.is_running, timeout=20_000)
    assert len([*folder.glob("*.xlsx")]) == count + 1


def test_a_revision_that_is_asked_for_is_said_to_be_ready(
    qtbot: QtBot, workspace: Workspace, language: Language
) -> None:
    session = finished(workspace)
    session.finalise()
    window = opened(workspace, language)
    window.open_session(session, "export")
    settle()
    page = part(window, ExportPage)
    page._scroll.verticalScrollBar().setValue(page._scroll.verticalScrollBar().maximum())
    before = page._desk.bar._title.text()
    page._list.export_requested.emit(1)
    settle()
    assert page._desk.bar._title.text() != before
    assert "1" in page._desk.bar._title.text()
    assert is_in_sight(page._desk.files_title)
    window.deleteLater()


def test_while_a_long_name_is_written_the_word_for_it_is_whole(filled: MainWindow) -> None:
    go(filled, "export")
    bar = part(filled, ExportDesk).bar
    bar.show_running(2)
    bar.show_step("婺源县晓起老林茶业有限公司_2025_数商自评_定稿1_佐证材料汇编.pdf")
    settle()
    words = bar._title.text().split()
    widest = max(theme.metrics("strong").horizontalAdvance(word) for word in words)
    assert bar._title.width() >= widest


def test_the_cells_of_a_comparison_grow_with_the_texts(qtbot: QtBot, language: Language) -> None:
    columns = Columns.of(900)
    digit = theme.metrics("compact").horizontalAdvance("+2")
    assert columns.levels > 2 * theme.px(24) + 2 * digit
    assert columns.supported - columns.claimed > columns.levels
    assert columns.title_width > theme.px(150) / 2


def test_a_revision_is_read_on_most_of_the_page(filled: MainWindow) -> None:
    page_of(filled).session.finalise()
    go(filled, "revision/1")
    text = part(filled, ReadText)
    head = text._head
    assert head is not None
    begins = text.cursorRect().top()
    assert begins >= head.height()
    text.verticalScrollBar().setValue(10_000)
    settle()
    assert head.geometry().bottom() < 0
    assert text.viewport().height() > NOTEBOOK[1] // 2 - theme.px(32)
    text.verticalScrollBar().setValue(0)
    settle()
    assert head.geometry().top() == 0


def test_the_search_line_goes_below_a_title_that_needs_the_room(filled: MainWindow) -> None:
    filled.show_home("guideline")
    settle()
    head = part(filled, SearchHead)
    assert head._title.width() >= head._title.sizeHint().width()
    assert head.line.mapTo(head, QPoint()).y() > head._title.geometry().top()
    filled.resize(2600, 800)
    settle()
    assert abs(head.line.mapTo(head, QPoint()).y() - head._title.mapTo(head, QPoint()).y()) < 20


@pytest.mark.parametrize(
    "place", ["review", "compare", "revision/1", "guideline", "profile", "item/5.2", "export"]
)
def test_every_text_of_the_page_is_whole(filled: MainWindow, place: str) -> None:
    finalise_and_go_on(filled)
    go(filled, place)
    page = page_of(filled)._page
    assert page is not None
    found = [*cut_off(page), *painted_cut_off(page)]
    # The letters of a strip's anchor are measured a pixel or two wider than they are drawn.
    assert [line for line in found if "_Anchor" not in line] == []


def test_two_cards_of_a_comparison_stand_one_below_the_other(filled: MainWindow) -> None:
    finalise_and_go_on(filled)
    go(filled, "compare")
    body = part(filled, ComparePage)._body
    assert body is not None
    assert body._scores.y() + body._scores.height() <= body._radar.y()


@pytest.mark.parametrize("place", ["guideline", "manual", "method"])
def test_every_text_that_is_read_on_home_is_whole(filled: MainWindow, place: str) -> None:
    filled.show_home(place)
    settle()
    assert [*cut_off(filled.home), *painted_cut_off(filled.home)] == []


def test_figures_of_the_firm_stand_in_columns_and_show_eight_digits(
    language: Language, workspace: Workspace, qtbot: QtBot
) -> None:
    session = workspace.add_sample()
    page = CompanyPage(session, workspace.words(language), workspace)
    qtbot.addWidget(page)
    page.resize(1366 - 250, 700)
    page.show()
    page.focus_start("orders")
    settle()
    for table in page.findChildren(MetricTable):
        for which in ("previous", "current"):
            fields = [row.fields[which] for row in table.rows.values()]
            assert len({field.mapTo(page, QPoint()).x() for field in fields}) == 1
            text = fields[0].fontMetrics().horizontalAdvance("12,345,678")
            assert all(field.width() > text for field in fields)
