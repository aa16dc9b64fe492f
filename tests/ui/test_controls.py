"""Where small controls stand: texts below each other begin at the same place."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.choice_inputs import ChoiceInput
from digicom_desktop.ui.export_more import ExportMore
from digicom_desktop.ui.guideline_page import GuidelinePage
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.revision_search import RevisionSearch
from digicom_desktop.ui.revision_text import ReadText
from digicom_desktop.ui.tokens import LIGHT

_SAID = "HHH"
_DARK = 150


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The style sheet, without which nothing has its place."""
    theme.apply(qapp, LIGHT)
    yield
    qapp.setStyleSheet("")


def _shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    return window


def _ink(widget: QWidget, inside: QRect | None = None) -> QRect:
    """Where ``widget`` is dark: its text, ``inside`` of its edges."""
    part = inside or widget.rect()
    place = QRect(widget.mapTo(widget.window(), part.topLeft()), part.size())
    picture = widget.window().grab(place).toImage()
    dark = [
        QPoint(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < _DARK
    ]
    xs, ys = [point.x() for point in dark], [point.y() for point in dark]
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))


def test_a_link_begins_where_a_label_above_it_begins(qtbot: QtBot) -> None:
    label, link = PlainLabel(_SAID), Button(_SAID, Kind.LINK)
    window = _shown(qtbot, label, link)
    assert window.isVisible()
    assert _ink(link).left() == _ink(label).left()


@pytest.mark.parametrize("wrong", [None, "true"])
def test_a_choice_begins_where_a_line_begins(qtbot: QtBot, wrong: str | None) -> None:
    line, choice = LineInput(), ChoiceInput([("a", _SAID)])
    line.setText(_SAID)
    choice.set_code("a")
    for field in (line, choice):
        field.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no caret
        field.setProperty("wrong", wrong)
    window = _shown(qtbot, QLabel(), line, choice)
    inside = QRect(4, 4, 60, 24)
    assert window.isVisible()
    assert line.height() == choice.height() == 32
    assert _ink(line, inside) == _ink(choice, inside)


def test_the_text_behind_an_icon_of_a_line_stands_close_to_it(qtbot: QtBot) -> None:
    line = LineInput()
    line.setText(_SAID)
    window = _shown(qtbot, QLabel(), line)
    assert window.isVisible()
    plain = _ink(line, QRect(4, 4, 80, 24)).left()
    line.lead_with("search")
    QApplication.processEvents()
    text = _ink(line, QRect(25, 4, 80, 24)).left() + 25 - 4
    assert 18 <= text - plain <= 24


def test_the_arrows_of_a_search_stand_behind_its_line_and_rest_while_it_is_empty(
    qtbot: QtBot,
) -> None:
    library = Library(resources_folder())
    words = library.words(Language.EN)
    text = ReadText("text")
    text.setPlainText("one two one")
    guideline = GuidelinePage(library.edition("mofcom-trial-2"), words)
    for part in (guideline, RevisionSearch(text)):
        window = _shown(qtbot, part)
        window.resize(900, 500)
        (line,) = part.findChildren(LineInput)
        buttons = part.findChildren(IconButton)
        arrows = [button for button in buttons if button.accessibleName().endswith(" place")]
        assert len(arrows) == 2
        assert not any(arrow.isEnabled() for arrow in arrows)
        assert line.actions()
        for arrow in arrows:
            assert arrow.mapTo(window, QPoint()).x() > line.mapTo(window, QPoint()).x()
        line.setText("的" if part is guideline else "one")
        assert all(arrow.isEnabled() for arrow in arrows)
    text.deleteLater()


def test_the_line_between_the_options_begins_below_their_head(qtbot: QtBot) -> None:
    more = ExportMore(Library(resources_folder()).words(Language.EN))
    window = _shown(qtbot, more)
    more._fold.click()
    QApplication.processEvents()
    (line,) = more.findChildren(Separator)
    head = next(x for x in more.findChildren(PlainLabel) if x.text() == "Parts of the PDF report")
    assert line.mapTo(window, QPoint()).x() == head.mapTo(window, QPoint()).x()


def test_a_link_reached_by_keyboard_is_marked_without_cutting_its_letters(qtbot: QtBot) -> None:
    first, link = Button("first"), Button(_SAID, Kind.LINK)
    window = _shown(qtbot, first, link)
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    plain = _ink(link)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert link.hasFocus()
    marked = _ink(link)
    assert marked.bottom() == link.height() - 1
    assert plain.bottom() < link.height() - 2
