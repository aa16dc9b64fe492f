"""Where the keyboard is can be seen, and Enter presses what it is at."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.dialogs import Message, PlainDialog, YearDialog
from digicom_desktop.ui.fields import LineField, TextField
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.remark import Remark
from digicom_desktop.ui.ticks import TickField
from digicom_desktop.ui.tokens import DARK, LIGHT, Colours

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK])
LEAST_CONTRAST = 3.0
"""What WCAG 2.2 asks of anything but text (1.4.11, 2.4.13)."""


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, LIGHT)


def shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def changed_pixels(before: QImage, after: QImage) -> int:
    """Pixels whose change is seen well enough."""
    return sum(
        contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= LEAST_CONTRAST
        for x in range(after.width())
        for y in range(after.height())
    )


@THEMES
@pytest.mark.parametrize("kind", [Kind.PRIMARY, Kind.SECONDARY, Kind.QUIET, Kind.DANGER])
def test_the_keyboard_at_a_button_is_seen_on_every_fill(
    qtbot: QtBot, qapp: QApplication, kind: Kind, colours: Colours
) -> None:
    theme.apply(qapp, colours)
    button = Button("Next", kind)
    window = shown(qtbot, LineInput(), button)
    before = picture(button)
    window.setFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    around = 2 * (button.width() + button.height())
    # One that has an edge already is given a pixel more.
    least = around // 2 if kind in (Kind.SECONDARY, Kind.DANGER) else around
    assert changed_pixels(before, picture(button)) > least


@THEMES
@pytest.mark.parametrize("kind", ["wrong", "unusual"])
def test_the_keyboard_in_a_field_with_a_remark_is_seen(
    qtbot: QtBot, qapp: QApplication, colours: Colours, kind: str
) -> None:
    theme.apply(qapp, colours)
    fields: list[LineField | TextField] = [LineField("Code", 20)]
    if kind == "wrong":
        fields.append(TextField("Text", 200))
    window = shown(qtbot, Button("First"), *fields)
    assert window.isVisible()
    for field in fields:
        field.set_remarks((Remark(kind, "Look at it", is_error=kind == "wrong"),))
        input = field._input
        frame_before = picture(input).pixelColor(input.width() // 2, 0)
        ground_before = picture(input).pixelColor(input.width() // 2, 4)
        field.setFocus()
        frame, ground = (picture(input).pixelColor(input.width() // 2, y) for y in (0, 4))
        assert frame != frame_before
        assert frame == QColor(colours.accent)
        # That something is to be looked at is still seen.
        assert ground != ground_before
        assert contrast(frame, ground) >= LEAST_CONTRAST


def test_the_button_that_enter_presses_is_marked_when_a_dialog_opens(qtbot: QtBot) -> None:
    message = Message("Title", "Text")
    qtbot.addWidget(message)
    message.show()
    message.activateWindow()
    qtbot.waitUntil(message.isActiveWindow)
    button = message.findChildren(Button)[0]
    assert button.hasFocus()
    marked = picture(button)
    button.clearFocus()
    assert picture(button) != marked


def test_a_button_is_still_marked_when_its_dialog_has_closed(qtbot: QtBot) -> None:
    button = Button("Open", Kind.PRIMARY)
    window = shown(qtbot, LineInput(), button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    marked = picture(button)
    other = shown(qtbot, LineInput())
    other.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert button.hasFocus()
    assert picture(button) == marked


@pytest.mark.parametrize("kind", [*Kind])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, kind: Kind) -> None:
    pressed: list[str] = []
    button = Button("Go", kind, on_click=lambda: pressed.append("button"))
    window = shown(qtbot, button)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        button.setFocus()
        QTest.keyClick(button, key)
    assert window.isVisible()
    assert len(pressed) == 3


def test_enter_ticks_a_box(qtbot: QtBot) -> None:
    tick = TickField("Done")
    window = shown(qtbot, tick)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert tick.isChecked()
    assert window.isVisible()


def dialog_at(qtbot: QtBot, text: str) -> PlainDialog:
    """A dialog whose default is to start, with the keyboard at the button ``text``."""
    dialog = YearDialog(2026)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    next(b for b in dialog.findChildren(Button) if b.text() == text).setFocus()
    return dialog


@pytest.mark.parametrize(("text", "result"), [("Cancel", 0), ("Start", 1)])
def test_enter_presses_the_button_of_a_dialog_that_it_is_at_and_not_the_default_one(
    qtbot: QtBot, text: str, result: int
) -> None:
    dialog = dialog_at(qtbot, text)
    dialog.setResult(-1)
    button = QApplication.focusWidget()
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert dialog.result() == result
    assert not dialog.isVisible()


@pytest.mark.parametrize("at", ["Start", ""])
def test_a_key_still_held_down_that_opened_a_dialog_does_not_answer_it(
    qtbot: QtBot, at: str
) -> None:
    dialog = dialog_at(qtbot, "Start")
    if not at:
        dialog._focus_first()
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        True,
    )
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(target, held)
    assert dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected
