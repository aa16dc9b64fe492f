"""The frame of a rail, of Home or of an assessment."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.labels import PlainLabel, restyle
from digicom_desktop.ui.rail_rows import RailRow
from digicom_desktop.ui.tokens import RAIL_WIDTH, SPACE_4, SPACE_8, SPACE_16

_MOST = 0.27
"""The most of a window that a rail takes, unless texts are as large as usual."""


class RailFrame(QFrame):
    """A rail at the side of a window; its rows are walked with the arrow keys.

    Where there is no room for all of it, it scrolls.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = RAIL_WIDTH) -> None:
        super().__init__(parent)
        self._least = width
        self.setFixedWidth(theme.width(width))
        self.rows: list[RailRow] = []
        self._bodies: list[QVBoxLayout] = []
        self._wanted: RailRow | None = None
        inside = QWidget()
        self._parts = QVBoxLayout(inside)
        self._parts.setContentsMargins(SPACE_8, SPACE_8 + SPACE_4, 0, SPACE_8)
        self._parts.setSpacing(0)
        self.body = self._add_part()
        self.area = RailScroll(inside)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def add_to_edge(self, widget: QWidget) -> None:
        """Puts ``widget`` below all others, as wide as the rail is; ``body`` goes on below it."""
        self._parts.addWidget(widget)
        self.body = self._add_part()

    def keep_in_sight(self, row: RailRow | None) -> None:
        """Scrolls to ``row``, and again whenever there is another height to show it in."""
        self._wanted = row
        self._show_wanted()

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self.area.ensureWidgetVisible(self._wanted, 0, SPACE_16)

    def show_row(self, row: RailRow) -> None:
        """Scrolls to ``row`` where it is out of sight."""
        around = row.parentWidget()
        while around is not None and around is not self:
            if isinstance(around, DownScroll):
                around.ensureWidgetVisible(row, 0, SPACE_16)
            around = around.parentWidget()

    def event(self, event: QEvent) -> bool:
        beside = self.parentWidget()
        if event.type() == QEvent.Type.ParentChange and beside is not None:
            beside.installEventFilter(self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._share(watched.width())
        return super().eventFilter(watched, event)

    def _share(self, width: int) -> None:
        """Large texts make a rail wider, but not at the cost of the middle of a small window."""
        wanted = max(self._least, min(theme.width(self._least), round(width * _MOST)))
        if wanted != self.width():
            self.setFixedWidth(wanted)
            for row in self.rows:
                row.set_rail_width(wanted)

    def _on_range_changed(self, least: int, most: int) -> None:
        # The bar stands in the margin of the rows, which stay as wide as they are.
        margin = 0 if most > least else SPACE_8
        for body in self._bodies:
            body.setContentsMargins(0, 0, margin, 0)
        self._show_wanted()

    def _add_part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setContentsMargins(0, 0, SPACE_8, 0)
        part.setSpacing(0)
        self._parts.addLayout(part)
        self._bodies.append(part)
        return part

    def register(self, row: RailRow) -> None:
        """Makes ``row`` the next one that the arrow keys reach."""
        self.rows.append(row)
        row.set_rail_width(self.minimumWidth())
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
        self.show_row(shown[wanted])


class RailScroll(DownScroll):
    """Scrolls rows under a bar that is as narrow as the margin beside them."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_inside(inside)
        bar = self.verticalScrollBar()
        bar.setProperty("narrow", "true")
        restyle(bar)


def rail_caption(text: str) -> PlainLabel:
    """The head of a part of a rail."""
    label = PlainLabel(text, "caption", "text3")
    label.setContentsMargins(SPACE_8, SPACE_8 + SPACE_4, SPACE_8, SPACE_4)
    return label
