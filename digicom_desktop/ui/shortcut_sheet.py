"""The sheet of keys (F1): what every key of the program does, by place."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.shortcuts import SHORTCUTS, Act, Where, shown_keys
from digicom_desktop.ui.tokens import (
    CHIP_HEIGHT,
    RADIUS_CHIP,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
)

_WIDTH = 860
_KEYS_WIDTH = 168
_COLUMNS = (
    (Where.ITEM, Where.REVIEW),
    (Where.ASSESSMENT, Where.HOME, Where.READING, Where.EVERYWHERE),
)


class KeyCap(QLabel):
    """One key, or several to be held together, as they stand on a keyboard."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("caption"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setText(keys)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * SPACE_8
        height = max(CHIP_HEIGHT, self.fontMetrics().height() + SPACE_4)
        return QSize(max(height, width), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setPen(QPen(QColor(colours.ctl), 1))
        painter.setBrush(QColor(colours.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CHIP, RADIUS_CHIP)
        painter.end()
        super().paintEvent(event)


class ShortcutSheet(PlainDialog):
    """Every act of the declaration that the keys themselves are bound from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keys"), parent, _WIDTH)
        self._acts = self._act_names()
        self._places = self._place_names()
        note = self.tr(
            "Everywhere: Tab goes on and Shift+Tab back, Space or Enter presses and ticks, the "
            "arrow keys walk along levels, steps and lists. In a field letters and digits are "
            "text; Tab leaves it, and keys with Ctrl or Alt lead on from it, too."
        )
        self.body.addWidget(Paragraph(note, "compact", "text2"))
        self.body.addLayout(self._columns())
        close = self.add_button(self.tr("Close"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        close.setDefault(True)
        close.setFocus()

    def _columns(self) -> QBoxLayout:
        """Two columns beside each other, or where the screen is too narrow, below each other."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        has_room = self.bounded(theme.px(_WIDTH)) == theme.px(_WIDTH)
        columns = QBoxLayout(across if has_room else down)
        columns.setSpacing(SPACE_24 if has_room else SPACE_16)
        for places in _COLUMNS:
            columns.addLayout(self._column(places), 1)
        return columns

    def _column(self, places: tuple[Where, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_16)
        for place in places:
            column.addLayout(self._group(place))
        column.addStretch(1)
        return column

    def _group(self, place: Where) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnMinimumWidth(0, theme.px(_KEYS_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(self._places[place], "section"), 0, 0, 1, 2)
        acts = [act for act, shortcut in SHORTCUTS.items() if place in shortcut.where]
        for row, act in enumerate(acts, 1):
            grid.addWidget(_caps(act), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(self._acts[act], "compact", line=CHIP_HEIGHT), row, 1)
        return grid

    def _place_names(self) -> Mapping[Where, str]:
        return {
            Where.EVERYWHERE: self.tr("Everywhere"),
            Where.HOME: self.tr("My assessments"),
            Where.ASSESSMENT: self.tr("An open assessment"),
            Where.ITEM: self.tr("An item"),
            Where.REVIEW: self.tr("Check"),
            Where.READING: self.tr("Texts and tables to read"),
        }

    def _act_names(self) -> Mapping[Act, str]:
        return {
            Act.SHEET: self.tr("Show these keys"),
            Act.SETTINGS: self.tr("Settings"),
            Act.OPEN_FILE: self.tr("Open a workbook or package"),
            Act.NEW: self.tr("New assessment"),
            Act.FIND: self.tr("Search"),
            Act.OPEN_ROW: self.tr("Open the assessment chosen"),
            Act.DELETE_ROW: self.tr("Move it to the recycle bin"),
            Act.NEXT_OPEN: self.tr("Next item that is not answered"),
            Act.UNDO: self.tr("Undo"),
            Act.REDO: self.tr("Redo"),
            Act.GUIDE: self.tr("Open or close the guide"),
            Act.CLOSE_GUIDE: self.tr("Close a guide that covers the page"),
            Act.LEVEL: self.tr("Choose the level"),
            Act.CLEAR: self.tr("On the levels: choose none"),
            Act.NOT_APPLICABLE: self.tr("Does not apply, or applies after all"),
            Act.FLAG: self.tr("Flag it to come back later, or take the flag off"),
            Act.CONFIRM: self.tr("Last year's answer is still true"),
            Act.PASTE: self.tr("Add files or a picture from the clipboard as evidence"),
            Act.PREVIOUS: self.tr("The item before"),
            Act.NEXT: self.tr("The item after"),
            Act.BACK: self.tr("The button at the bottom left"),
            Act.ONWARD: self.tr("The button at the bottom right"),
            Act.NEXT_FINDING: self.tr("Next open finding"),
            Act.PREVIOUS_FINDING: self.tr("Open finding before"),
            Act.PRINT: self.tr("Print the guideline"),
            Act.COPY: self.tr("Copy what is chosen"),
            Act.SELECT_ALL: self.tr("Choose all of a table"),
        }


def _caps(act: Act) -> QWidget:
    caps = QWidget()
    row = FlowLayout(SPACE_4, SPACE_4)
    caps.setLayout(row)
    for keys in shown_keys(act):
        row.addWidget(KeyCap(keys))
    return caps
