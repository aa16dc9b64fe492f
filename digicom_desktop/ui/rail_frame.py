"""The frame of a rail, of Home or of an assessment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.rail_rows import RailRow
from digicom_desktop.ui.tokens import RAIL_WIDTH, SPACE_4, SPACE_8


class RailFrame(QFrame):
    """A rail of fixed width; its rows are walked with the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.width(RAIL_WIDTH))
        self.rows: list[RailRow] = []
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(SPACE_8, SPACE_8 + SPACE_4, 0, SPACE_8)
        self._parts.setSpacing(0)
        self.body = self._add_part()

    def add_to_edge(self, widget: QWidget) -> None:
        """Puts ``widget`` below all others, as wide as the rail is; ``body`` goes on below it."""
        self._parts.addWidget(widget)
        self.body = self._add_part()

    def _add_part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setContentsMargins(0, 0, SPACE_8, 0)
        part.setSpacing(0)
        self._parts.addLayout(part)
        return part

    def register(self, row: RailRow) -> None:
        """Makes ``row`` the next one that the arrow keys reach."""
        self.rows.append(row)
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.arrow_pressed.connect(lambda step: self._on_arrow_pressed(row, step))

    def set_current(self, current: RailRow | None) -> None:
        """Marks ``current``; it is the row that the Tab key reaches."""
        reached = current or self.rows[0]
        for row in self.rows:
            row.set_current(row is current)
            policy = Qt.FocusPolicy.StrongFocus if row is reached else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)

    def _on_arrow_pressed(self, row: RailRow, step: int) -> None:
        shown = [other for other in self.rows if other.isVisible()]
        wanted = max(0, min(len(shown) - 1, shown.index(row) + step))
        shown[wanted].setFocus(Qt.FocusReason.TabFocusReason)


def rail_caption(text: str) -> PlainLabel:
    """The head of a part of a rail."""
    label = PlainLabel(text, "caption", "text3")
    label.setContentsMargins(SPACE_8, SPACE_8 + SPACE_4, SPACE_8, SPACE_4)
    return label
