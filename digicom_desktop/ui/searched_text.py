"""A paragraph in which the places that were searched for are marked."""

import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.paragraph import TextBlock
from digicom_desktop.ui.tokens import RADIUS_TICK

Place = tuple[int, int]
"""Where a place begins, and where it ends."""
_SPACE_BESIDE_CHINESE = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
"""People set it or leave it out as they like: "U 盘", "U盘"."""


class SearchedText(QWidget):
    """Plain text of one step of the type scale, lines ``line`` pixels high."""

    def __init__(self, text: str, type: str, line: int) -> None:
        super().__init__()
        self.text = text
        self._places: tuple[Place, ...] = ()
        self._current: int | None = None
        self._block = TextBlock(text, type, line=line)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def search(self, wanted: str) -> int:
        """Marks where ``wanted`` stands, as ``places`` finds it; how often it does."""
        self._current = None
        self._places = tuple(places(self.text, wanted))
        self.update()
        return len(self._places)

    def set_current(self, number: int | None) -> None:
        """Marks the place ``number`` more than the others."""
        self._current = number
        self.update()

    def place(self, number: int) -> QRectF:
        """Where the place ``number`` is drawn."""
        return next(self._rects(self._places[number]), QRectF(self.rect()))

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._block.line)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._block.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        for number, place in enumerate(self._places):
            is_here = number == self._current
            painter.setPen(QColor(colours.accent) if is_here else QColor(colours.tintline))
            painter.setBrush(QColor(colours.tint))
            for rect in self._rects(place):
                painter.drawRoundedRect(rect, RADIUS_TICK, RADIUS_TICK)
        self._block.paint(painter, QPointF(0, 0), self.width(), colours.text)

    def _rects(self, place: Place) -> Iterator[QRectF]:
        """The marked part of each line that ``place`` touches."""
        start, end = place
        for rect in self._block.rects(start, end - start, self.width()):
            yield rect.adjusted(0, 1, 0, -1)


def places(text: str, wanted: str) -> Iterator[Place]:
    """Where ``wanted`` stands in ``text``: in whatever case and width, with blanks or without."""
    plain, at = _folded(text)
    sought, _ = _folded(wanted.strip())
    found = plain.find(sought) if sought else -1
    while found >= 0:
        yield at[found], at[found + len(sought) - 1] + 1
        found = plain.find(sought, found + len(sought))


def _folded(text: str) -> tuple[str, list[int]]:
    """``text`` in small letters and half width; for each character where it came from."""
    blanks = {n for m in _SPACE_BESIDE_CHINESE.finditer(text) for n in range(*m.span())}
    folded = [
        (folded, n)
        for n, character in enumerate(text)
        if n not in blanks
        for folded in unicodedata.normalize("NFKC", character).casefold()
    ]
    return "".join(character for character, _ in folded), [n for _, n in folded]
