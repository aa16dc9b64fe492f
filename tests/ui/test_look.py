"""Icons, labels and buttons."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicom_desktop.ui import icons
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.labels import ElidedLabel, PlainLabel, plain_tip
from digicom_desktop.ui.style_sheet import style_sheet
from digicom_desktop.ui.ticks import SwitchField, TickField
from digicom_desktop.ui.tokens import DARK, LIGHT, Tone


def test_the_style_sheet_leaves_no_placeholder(qtbot: QtBot) -> None:
    for colours in (LIGHT, DARK):
        assert "$" not in style_sheet(colours)


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_stays_on_its_grid(name: str) -> None:
    bounds = icons.path(name).boundingRect()
    assert bounds.width() + bounds.height() > 4
    assert bounds.left() >= 0.5
    assert bounds.top() >= 0.5
    assert bounds.right() <= 15.5
    assert bounds.bottom() <= 15.5


HOSTILE = '<img src="file:///etc/passwd"><b>x</b>'


def test_no_label_renders_markup(qtbot: QtBot) -> None:
    labels = [PlainLabel(HOSTILE), Chip(HOSTILE)]
    banner = Banner(HOSTILE, Tone.RED)
    qtbot.addWidget(banner)
    labels += banner.findChildren(PlainLabel)
    for label in labels:
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == HOSTILE


def test_a_tool_tip_shows_markup_as_text() -> None:
    assert plain_tip("茶叶") == "茶叶"
    assert "<img" not in plain_tip(HOSTILE)


def test_an_ampersand_in_a_button_is_an_ampersand(qtbot: QtBot) -> None:
    button = Button("A&B")
    qtbot.addWidget(button)
    assert button.text() == "A&&B"
    assert button.accessibleName() == "A&B"


@pytest.mark.parametrize("kind", [TickField, SwitchField])
def test_a_tick_tells_only_what_a_person_ticked(
    qtbot: QtBot, kind: type[TickField] | type[SwitchField]
) -> None:
    field = kind("每周看一次报表")
    qtbot.addWidget(field)
    told: list[bool] = []
    field.edited.connect(told.append)
    field.show()
    field.set_ticked(True)
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Space)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert told == [False, True]


def test_a_long_tick_wraps_and_is_never_cut(qtbot: QtBot) -> None:
    field = TickField(
        "每天把接单、收银、进销存等数据汇进一张报表或云端，专人核对算法是否一致。" * 2
    )
    qtbot.addWidget(field)
    assert field.heightForWidth(200) > 2 * field.heightForWidth(2000)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_text_that_is_cut_is_whole_in_its_tool_tip_also_after_it_changed(qtbot: QtBot) -> None:
    label = ElidedLabel("A firm whose name is far too long for its room")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()

    def tip() -> str:
        QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
        return label.toolTip()

    assert tip() == label.text()
    label.setText("Another firm whose name is too long")
    assert tip() == label.text()
    label.setText("Short")
    assert tip() == ""
