"""The text of a revision: read, searched, marked and copied, never changed."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.after_paint import AfterPaint
from digicom_desktop.ui.buttons import KEYBOARD, by_keyboard
from digicom_desktop.ui.revision_sections import Part
from digicom_desktop.ui.revision_writer import TextWriter
from digicom_desktop.ui.tokens import RADIUS_CONTROL, SPACE_12

_ABOVE = SPACE_12
_FIRST = 2
"""Parts that fill what is seen at first."""


class ReadText(QTextEdit):
    """Plain text only; ``reached`` tells the section at the top.

    The beginning is there at once, what follows as soon as that is seen, or sooner when needed.
    """

    reached = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._starts: list[int] = []
        self._found: list[QTextCursor] = []
        self._by_keyboard = False
        self._head: QWidget | None = None
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by = Qt.TextInteractionFlag
        # What can only be read has no caret.
        self.setCursorWidth(0)
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.writer = TextWriter(self.document())
        self._waiting: list[Part] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_section())

    def lead_with(self, head: QWidget) -> None:
        """Has ``head`` above the text, going away with it when it is scrolled."""
        self._head = head
        head.setParent(self.viewport())
        head.show()
        for part in (head, *head.findChildren(QWidget)):
            part.installEventFilter(self)
        self._fit_head()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._head and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._fit_head)
        is_shown = (
            isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in KEYBOARD
        )
        if is_shown and self._is_of_head(watched):
            self.verticalScrollBar().setValue(0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def fill(self, parts: Iterable[Part]) -> None:
        """Shows ``parts``, which write with the ``writer``."""
        self._waiting = [*parts]
        for _ in range(_FIRST):
            self._write_one()
        # What is inserted where the caret stands takes it along.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        AfterPaint(self.viewport(), self._on_next)

    def finish(self) -> None:
        """Writes what is not written yet."""
        while self._waiting:
            self._write_one()

    def go_to(self, section: int) -> None:
        """Brings the section ``section`` to the top."""
        self.finish()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._starts[section])
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(self._top(self._starts[section]) - _ABOVE)
        self.reached.emit(section)

    def search(self, wanted: str) -> int:
        """Marks where ``wanted`` stands, in whatever case; how often it does."""
        if wanted:
            self.finish()
        self._found = []
        cursor = QTextCursor(self.document())
        while wanted and not (cursor := self.document().find(wanted, cursor)).isNull():
            self._found.append(cursor)
        self.show_place(-1)
        return len(self._found)

    def show_place(self, number: int) -> None:
        """Marks the place ``number`` more than the others, and brings it into sight."""
        colours = theme.current()
        quiet = _ground(colours.tint, colours.text)
        self.setExtraSelections([_marked(cursor, quiet) for cursor in self._found])
        if number < 0:
            return
        self.setTextCursor(self._found[number])
        # Where much was just written, Qt does not know yet where the caret is.
        above = self._top(self._found[number].selectionStart()) - self.viewport().height() // 3
        self.verticalScrollBar().setValue(above)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = by_keyboard(event, self._by_keyboard)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._by_keyboard and self.hasFocus():
            painter = QPainter(self.viewport())
            rect = QRectF(self.viewport().rect())
            theme.paint_ring(painter, rect, RADIUS_CONTROL, theme.current())

    def _is_of_head(self, watched: QObject) -> bool:
        head = self._head
        return head is not None and isinstance(watched, QWidget) and head.isAncestorOf(watched)

    def _fit_head(self) -> None:
        """Gives the head its place, and has the text begin below it."""
        if self._head is None:
            return
        width = self.viewport().width()
        height = self._head.heightForWidth(width)
        self._head.setGeometry(0, -self.verticalScrollBar().value(), width, height)
        frame = self.document().rootFrame().frameFormat()
        if frame.topMargin() != height + _ABOVE:
            frame.setTopMargin(height + _ABOVE)
            self.document().rootFrame().setFrameFormat(frame)

    def _on_next(self) -> None:
        self._write_one()
        if self._waiting:
            self._next.start()

    def _write_one(self) -> None:
        if self._waiting:
            part = self._waiting.pop(0)
            with self.writer.at_once():
                if part.title:
                    self._starts.append(self.writer.title(part.title))
                part.write()

    def _tell_section(self) -> None:
        at = self.verticalScrollBar().value() + 2 * _ABOVE
        passed = [n for n, start in enumerate(self._starts) if self._top(start) <= at]
        self.reached.emit(passed[-1] if passed else 0)

    def _top(self, position: int) -> int:
        block = self.document().findBlock(position)
        return int(self.document().documentLayout().blockBoundingRect(block).top())


def _ground(ground: str, text: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    look.setForeground(QColor(text))
    return look


def _marked(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    marked = QTextEdit.ExtraSelection()
    marked.cursor, marked.format = cursor, look  # type: ignore[attr-defined]
    return marked
