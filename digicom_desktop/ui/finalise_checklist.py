"""The checklist before finalising: what is ready, and what is not yet."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from digicom_desktop.domain.words import Words
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.finalise_state import FinaliseState, Part
from digicom_desktop.ui.finalise_words import part_note, part_title
from digicom_desktop.ui.paragraph import TextBlock
from digicom_desktop.ui.tokens import ICON_SIZE, RADIUS_CONTROL, SPACE_4, SPACE_8

_TEXT_LEFT = ICON_SIZE + SPACE_8


class FinaliseChecklist(QWidget):
    """``place_requested`` leads to the first thing that is not ready."""

    place_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows = {part: _CheckRow() for part in Part}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for row in self._rows.values():
            row.clicked.connect(lambda _=False, row=row: self.place_requested.emit(row.place))
            column.addWidget(row)

    def show_state(self, state: FinaliseState) -> None:
        """Shows what is ready in ``state``."""
        ready, not_ready = self.tr("ready"), self.tr("not ready")
        for part, row in self._rows.items():
            found = state.part(part)
            row.show_line(
                part_title(part, state),
                part_note(found, state, self._words),
                ready if found.is_ready else not_ready,
                "" if found.is_ready else found.places[0],
            )


class _CheckRow(PaintedButton):
    """Icon, title and note; it leads somewhere while something is open there."""

    def __init__(self) -> None:
        super().__init__()
        self.place = ""
        self._title, self._note = TextBlock(""), TextBlock("", "caption")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_line(self, title: str, note: str, state: str, place: str) -> None:
        """Shows another state; without a ``place`` there is nothing to press."""
        self.place = place
        self._title, self._note = TextBlock(title), TextBlock(note, "caption")
        self.setAccessibleName(f"{title}: {note}")
        self.setAccessibleDescription(state)
        leads = bool(place)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not leads)
        cursor = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(cursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(self._title.natural_width(), self._note.natural_width())
        return QSize(theme.px(_TEXT_LEFT) + width, self._height(100_000))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_TEXT_LEFT) + 80, self._height(100_000))

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        icon, tone = ("alert", colours.red) if self.place else ("check", colours.green)
        icons.paint(
            painter,
            icon,
            QRectF(0, SPACE_4 + 2, theme.px(ICON_SIZE), theme.px(ICON_SIZE)),
            tone.text,
        )
        room = self.width() - theme.px(_TEXT_LEFT)
        hovered = bool(self.place) and self.underMouse()
        title = colours.accent if hovered else colours.text
        self._title.paint(painter, QPointF(theme.px(_TEXT_LEFT), SPACE_4), room, title)
        below = SPACE_4 + self._title.height(room)
        self._note.paint(painter, QPointF(theme.px(_TEXT_LEFT), below), room, colours.text2)
        if self.wears_ring:
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CONTROL, colours)

    def _height(self, width: int) -> int:
        room = max(1, width - theme.px(_TEXT_LEFT))
        return self._title.height(room) + self._note.height(room) + SPACE_8
