"""The contents beside a long text: its headings, to jump to, and where one is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.rail_frame import RailFrame, rail_caption
from digicom_desktop.ui.rail_rows import RailRow
from digicom_desktop.ui.tokens import ITEM_ROW_HEIGHT, SPACE_12, SPACE_24, Colours

_WIDTH = 212


class ContentsList(RailFrame):
    """``chosen`` tells the number of the heading that the person wants to see."""

    chosen = Signal(int)

    def __init__(self, headings: Sequence[tuple[int, str]]) -> None:
        """``headings``: how deep each stands (0 for the outermost), and what it says."""
        super().__init__(width=_WIDTH)
        self.setAccessibleName(self.tr("Contents"))
        self.body.addWidget(rail_caption(self.tr("Contents")))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (depth, title) in enumerate(headings):
            row = _HeadingRow(title, depth)
            row.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            self.register(row)
            column.addWidget(row)
        column.addStretch(1)
        self._scroll = DownScroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.show_inside(inside)
        self.body.addWidget(self._scroll, 1)

    def show_place(self, number: int) -> None:
        """Marks the heading ``number``."""
        row = self.rows[number]
        self.set_current(row)
        self._scroll.ensureWidgetVisible(row)


class _HeadingRow(RailRow):
    """A heading, further in the deeper it stands."""

    def __init__(self, title: str, depth: int) -> None:
        self._depth = depth
        super().__init__(title, theme.px(ITEM_ROW_HEIGHT))

    def _room(self) -> int:
        return self._rail_width - SPACE_24 - SPACE_12 - self._depth * SPACE_12

    def _paint_left(self, painter: QPainter, left: int, colours: Colours) -> int:
        return left + self._depth * SPACE_12
