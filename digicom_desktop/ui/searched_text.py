"""A paragraph in which the places that were searched for are marked."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import RADIUS_TICK


class SearchedText(QWidget):
    """Plain text of one step of the type scale, lines ``line`` pixels high."""

    def __init__(self, text: str, type: str, line: int) -> None:
        super().__init__()
        self.text = text
        self._line = line
        self._places: tuple[int, ...] = ()
        self._length = 0
        self._current: int | None = None
        self._layout = QTextLayout(text, theme.font(type))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._wrapped = -1
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def search(self, wanted: str) -> int:
        """Marks where ``wanted`` stands, in whatever case; how often it does."""
        self._length = len(wanted)
        self._current = None
        self._places = tuple(_places(self.text.casefold(), wanted.casefold()))
        self.update()
        return len(self._places)

    def set_current(self, number: int | None) -> None:
        """Marks the place ``number`` more than the others."""
        self._current = number
        self.update()

    def place(self, number: int) -> QRectF:
        """Where the place ``number`` is drawn."""
        self._wrap(self.width())
        return next(self._rects(self._places[number]), QRectF(self.rect()))

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._line)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._wrap(width)
        return max(1, self._layout.lineCount()) * self._line

    def paintEvent(self, event: QPaintEvent) -> None:
        self._wrap(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        for number, place in enumerate(self._places):
            is_here = number == self._current
            painter.setPen(QColor(colours.accent) if is_here else QColor(colours.tintline))
            painter.setBrush(QColor(colours.tint))
            for rect in self._rects(place):
                painter.drawRoundedRect(rect, RADIUS_TICK, RADIUS_TICK)
        painter.setPen(QColor(colours.text))
        self._layout.draw(painter, QPointF(0, 0))

    def _rects(self, start: int) -> Iterator[QRectF]:
        """The marked part of each line that the place beginning at ``start`` touches."""
        end = start + self._length
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                yield QRectF(left, number * self._line + 1, right - left, self._line - 2)

    def _wrap(self, width: int) -> None:
        if width == self._wrapped:
            return
        self._wrapped = width
        self._layout.beginLayout()
        top = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            top += self._line
        self._layout.endLayout()


def _places(text: str, wanted: str) -> Iterator[int]:
    place = text.find(wanted) if wanted else -1
    while place >= 0:
        yield place
        place = text.find(wanted, place + len(wanted))


def _x(found: object) -> float:
    """PySide gives the position alone, or with the cursor's."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
