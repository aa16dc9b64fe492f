"""A layout that sets widgets beside one another, and goes on in the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from digicom_desktop.ui.tokens import SPACE_8


class FlowLayout(QLayout):
    """As words in a text: widgets keep their size and their order.

    Where it ``is_titled``, the first stands alone in its line unless that has room for all.
    """

    def __init__(
        self, across: int = SPACE_8, down: int = SPACE_8, *, is_titled: bool = False
    ) -> None:
        super().__init__()
        self._is_titled = is_titled
        self._across = across
        self._down = down
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._across * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        result = QSize()
        for item in self._shown():
            result = result.expandedTo(item.minimumSize())
        return result

    def clear(self) -> None:
        """Takes all widgets out and away."""
        while (item := self.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Sets the widgets into ``rect`` if ``move``; the height that they need."""
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            left = rect.left()
            for item, size in line:
                if move:
                    down = (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top + down), size))
                left += size.width() + self._across
            top += height + self._down
        return max(0, top - self._down - rect.top())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The widgets with their sizes, line by line."""
        shown = self._shown()
        lines = self._broken(shown, width)
        if self._is_titled and len(lines) > 1:
            return [*self._broken(shown[:1], width), *self._broken(shown[1:], width)]
        return lines

    def _broken(
        self, items: list[QLayoutItem], width: int
    ) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = width
        for item in items:
            size = item.sizeHint().boundedTo(QSize(width, 10_000))
            left -= size.width()
            if not lines or left < 0:
                lines.append([])
                left = width - size.width()
            left -= self._across
            lines[-1].append((item, size))
        return lines
