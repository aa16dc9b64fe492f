"""Texts at 150 % and 200 %: dialogs stay on the screen, and what pages share is whole."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.ui import theme
from digicom_desktop.ui.chart_cards import RadarCard
from digicom_desktop.ui.dialog_scroll import DialogScroll
from digicom_desktop.ui.dialogs import Message, PlainDialog, YearDialog
from digicom_desktop.ui.gates_card import GatesCard
from digicom_desktop.ui.home_columns import ColumnWidths
from digicom_desktop.ui.home_row_painter import RowPainter, RowState
from digicom_desktop.ui.home_rows import row_texts
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.rail import Rail
from digicom_desktop.ui.rail_frame import RailFrame
from digicom_desktop.ui.rail_rows import ItemRow
from digicom_desktop.ui.results_page import ResultsPage
from digicom_desktop.ui.shortcut_sheet import KeyCap, ShortcutSheet
from digicom_desktop.ui.theme import TextSize
from digicom_desktop.ui.tokens import DARK, LIGHT
from digicom_desktop.ui.top_strip import Strip
from digicom_desktop.workspace import Workspace
from tests.showcase.demo import demo_workspace, speaking
from tests.showcase.inspection import cut_off, listening, painted_cut_off
from tests.showcase.scenes import SCENES, Stage, screen_of, settle, show, window_for

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

NOTEBOOK, SMALL = (1366, 768), (1024, 600)
LARGE = (TextSize.HUGE, TextSize.DOUBLE)
EVERY = list(itertools.product(Language, (NOTEBOOK, SMALL), LARGE))
BY_NAME = {scene.name: scene for scene in SCENES}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo firm; nothing here changes it."""
    workspace = demo_workspace(tmp_path_factory.mktemp("large") / "data")
    yield workspace
    workspace.close()


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, LIGHT)


def preferences_of(workspace: Workspace, language: Language) -> PreferenceFile:
    folder = workspace.database.parent
    preferences = PreferenceFile(folder, language)
    preferences.change(export_folder=str(folder))
    return preferences


def too_large(dialog: QDialog, size: tuple[int, int]) -> Iterator[str]:
    """Where ``dialog`` or one of its buttons leaves a screen of ``size``."""
    screen = QRect(0, 0, *size)
    if not screen.contains(dialog.geometry()):
        yield f"{dialog.windowTitle()}: {dialog.geometry()} on {screen}"
    for button in dialog.findChildren(QPushButton):
        scrolls = any(area.isAncestorOf(button) for area in dialog.findChildren(DialogScroll))
        place = QRect(button.mapTo(dialog, button.rect().topLeft()), button.size())
        if button.isVisible() and not scrolls and not dialog.rect().contains(place):
            yield f"{dialog.windowTitle()}: {button.text()} at {place} of {dialog.size()}"


@pytest.mark.parametrize(("language", "size", "text_size"), EVERY)
def test_every_dialog_fits_into_the_screen_with_its_buttons(
    qapp: QApplication,
    workspace: Workspace,
    language: Language,
    size: tuple[int, int],
    text_size: TextSize,
) -> None:
    theme.apply(qapp, LIGHT, text_size)
    preferences = preferences_of(workspace, language)
    found: list[str] = []
    seen: list[str] = []

    def look(opened: QWidget) -> None:
        if isinstance(opened, QDialog):
            seen.append(opened.windowTitle())
            found.extend((*too_large(opened, size), *cut_off(opened), *painted_cut_off(opened)))

    with speaking(language):
        for scene in SCENES:
            if scene.opens is not None:
                with window_for(scene, workspace, preferences, size) as window:
                    show(scene, Stage(window, workspace), look)
    assert found == []
    assert len(seen) > 20


PAGES = ("company", "item", "results", "plan", "export", "review", "home")


def shared(window: QWidget) -> Iterator[QWidget]:
    """What the pages share, and the results."""
    for kind in (RailFrame, Strip, ResultsPage):
        yield from (part for part in window.findChildren(kind) if part.isVisible())


@pytest.mark.parametrize(("language", "size", "text_size"), EVERY)
def test_rail_strip_and_results_are_whole(
    qapp: QApplication,
    workspace: Workspace,
    language: Language,
    size: tuple[int, int],
    text_size: TextSize,
) -> None:
    theme.apply(qapp, LIGHT, text_size)
    preferences = preferences_of(workspace, language)
    found: list[str] = []
    with speaking(language):
        for name in PAGES:
            scene = BY_NAME[name]
            with window_for(scene, workspace, preferences, size) as window:
                show(scene, Stage(window, workspace), lambda seen: None)
                for part in shared(window):
                    cut = (*cut_off(part), *painted_cut_off(part))
                    found.extend(f"{name}: {line}" for line in cut)
    assert found == []


@pytest.mark.parametrize("language", [*Language])
@pytest.mark.parametrize("size", [NOTEBOOK, (1280, 720), (1093, 614), SMALL])
def test_no_label_of_the_radar_stands_on_another_and_no_condition_in_lines_of_a_word(
    qapp: QApplication, workspace: Workspace, language: Language, size: tuple[int, int]
) -> None:
    preferences = preferences_of(workspace, language)
    for text_size in (TextSize.NORMAL, TextSize.LARGE, TextSize.LARGER, *LARGE):
        theme.apply(qapp, LIGHT, text_size)
        with (
            speaking(language),
            window_for(BY_NAME["results"], workspace, preferences, size) as window,
        ):
            (radar,), (gates,) = window.findChildren(RadarCard), window.findChildren(GatesCard)
            assert overlaps(radar) == [], text_size
            names = [row.name for row in gates._rows]
            assert all(name.width() >= theme.px(100) for name in names), text_size


def overlaps(radar: RadarCard) -> list[tuple[str, str]]:
    with listening() as painted:
        radar.grab()
    # A line's room is higher than its letters.
    less = theme.px(6)
    labels = [
        (call.text, QRectF(call.room).adjusted(1, less, -1, -less))
        for call in painted
        if call.widget is radar.chart
    ]
    assert len(labels) >= 12
    return [
        (text, other)
        for (text, room), (other, place) in itertools.combinations(labels, 2)
        if room.intersects(place)
    ]


@pytest.mark.parametrize(("size", "columns"), [(TextSize.NORMAL, 2), (TextSize.DOUBLE, 1)])
def test_the_keys_stand_in_one_column_where_there_is_no_room_for_two(
    qapp: QApplication, qtbot: QtBot, size: TextSize, columns: int
) -> None:
    theme.apply(qapp, LIGHT, size)
    with screen_of(NOTEBOOK):
        sheet = ShortcutSheet()
        qtbot.addWidget(sheet)
        sheet.show()
        settle()
    lefts = {cap.parentWidget().x() for cap in sheet.findChildren(KeyCap)}  # type: ignore[union-attr]
    assert len(lefts) == columns


def long_message(qtbot: QtBot) -> PlainDialog:
    with screen_of(SMALL):
        message = Message("Title", "A long sentence with many words. " * 100)
        qtbot.addWidget(message)
        message.show()
        settle()
    return message


def test_what_is_too_long_for_the_screen_is_scrolled_by_keyboard(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, LIGHT, TextSize.DOUBLE)
    message = long_message(qtbot)
    (scroll,) = message.findChildren(DialogScroll)
    button = message.focusWidget()
    assert isinstance(button, QPushButton)
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    # The bar takes nothing of the text's own room.
    assert scroll.body.itemAt(0).geometry().width() == message.width() - 48


def test_a_dialog_that_has_room_is_no_stop_of_the_tab_key(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, LIGHT)
    dialog = YearDialog(2026)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    (scroll,) = dialog.findChildren(DialogScroll)
    assert scroll.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert isinstance(dialog.focusWidget(), QComboBox)


def test_a_dialog_grows_with_what_comes_into_it(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, LIGHT)
    with screen_of(NOTEBOOK):
        dialog = PlainDialog("Title")
        qtbot.addWidget(dialog)
        dialog.body.addWidget(PlainLabel("Short"))
        dialog.show()
        settle()
        before = dialog.height()
        for number in range(8):
            dialog.body.addWidget(PlainLabel(f"Line {number}"))
        settle()
        assert dialog.height() > before + 8 * 10
        for number in range(80):
            dialog.body.addWidget(PlainLabel(f"Line {number}"))
        settle()
        assert QRect(0, 0, *NOTEBOOK).contains(dialog.geometry())


@pytest.mark.parametrize("language", [*Language])
def test_the_rail_scrolls_as_a_whole_where_its_items_would_have_too_little_room(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, language: Language
) -> None:
    theme.apply(qapp, LIGHT, TextSize.DOUBLE)
    preferences = preferences_of(workspace, language)
    with (
        speaking(language),
        window_for(BY_NAME["item"], workspace, preferences, NOTEBOOK) as window,
    ):
        (rail,) = window.findChildren(Rail)
        items = [row for row in rail.findChildren(ItemRow) if row.isVisible()]
        assert len(items) == 5
        assert rail._scroll.verticalScrollBar().maximum() == 0
        seen = [row for row in items if rail.rect().contains(row_in(rail, row).center())]
        assert len(seen) >= 4
        # The arrow keys lead to what is out of sight.
        items[0].setFocus()
        for _ in rail.rows:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Qt.Key.Key_Down)
        last = QApplication.focusWidget()
        assert last is rail.rows[-1]
        assert rail.rect().contains(row_in(rail, last))


def row_in(rail: Rail, row: QWidget) -> QRect:
    return QRect(row.mapTo(rail, row.rect().topLeft()), row.size())


@pytest.mark.parametrize("text_size", [TextSize.NORMAL, *LARGE])
@pytest.mark.parametrize("language", [*Language])
def test_the_strip_says_words_before_bare_numbers_and_is_laid_out_anew_with_every_text(
    qapp: QApplication, workspace: Workspace, language: Language, text_size: TextSize
) -> None:
    theme.apply(qapp, LIGHT, text_size)
    preferences = preferences_of(workspace, language)
    with (
        speaking(language),
        window_for(BY_NAME["company"], workspace, preferences, NOTEBOOK) as window,
    ):
        (strip,) = window.findChildren(Strip)
        assert all(caption.isVisible() for caption, _ in strip._captions)
        for score in (strip._declared, strip._supported):
            score.setText("0.0")
        strip.show_state()
        settle()
        assert list(cut_off(strip)) == []
        widths = [strip._firm.width()]
        for typing in (True, False):
            strip.show_saved(typing)
            settle()
            widths.append(strip._firm.width())
        assert len({*widths}) == 1
        assert list(cut_off(strip)) == []


def test_the_dialog_for_files_of_qt_grows_with_the_texts(qapp: QApplication, qtbot: QtBot) -> None:
    with screen_of(NOTEBOOK):
        theme.apply(qapp, DARK, TextSize.DOUBLE)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert dialog.width() >= 1000
    assert dialog.height() >= 600
    places = dialog.findChild(QComboBox, "lookInCombo")
    assert isinstance(places, QComboBox)
    assert places.width() >= 300


@pytest.mark.parametrize("text_size", [TextSize.NORMAL, *LARGE])
def test_a_long_name_of_a_firm_takes_two_lines_of_its_row(
    qapp: QApplication, workspace: Workspace, text_size: TextSize
) -> None:
    theme.apply(qapp, LIGHT, text_size)
    width = theme.px(560)
    row = workspace.rows()[0]
    texts = row_texts(row, Language.ZH, row.changed)
    canvas = QWidget()
    canvas.resize(width, theme.px(72))
    columns = replace(ColumnWidths().columns(width), firm=(16, theme.px(150)))
    pixmap = QPixmap(canvas.size())
    drawn: list[str] = []
    paint = QPainter.drawText
    QPainter.drawText = lambda painter, *given: drawn.append(given[-1])  # type: ignore[method-assign,assignment]
    try:
        painter = QPainter(pixmap)
        RowPainter().paint(painter, canvas.rect(), columns, texts, 0.5, RowState())
        painter.end()
    finally:
        QPainter.drawText = paint  # type: ignore[method-assign]
    canvas.deleteLater()
    first, second, below = drawn[:3]
    assert first + second == texts.firm
    assert below.startswith(f"{texts.year} · ")
