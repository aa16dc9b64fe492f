"""The bare inputs of text inside the fields: they clean what comes in."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from digicom_desktop.domain.text import cells, clean, clean_line, pasted
from digicom_desktop.ui import icons, theme

_TOO_WIDE = 6
"""Pixels that are left between icon and text over what they need."""


class _Cleaner(QValidator):
    """Lets every text in, but only after ``clean_line``: pasted line breaks become blanks.

    What goes over ``limit`` is taken away before the caret, where it was just typed. ``position``
    counts UTF-16 units as Qt does, of which a rare character of a name takes two.
    """

    def __init__(self, limit: int | None, parent: QLineEdit) -> None:
        super().__init__(parent)
        self._limit = limit

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        units = text.encode("utf-16-le", "surrogatepass")
        typed, behind = (
            clean_line(pasted(part.decode("utf-16-le", "surrogatepass")))
            for part in (units[: 2 * position], units[2 * position :])
        )
        if self._limit is not None:
            typed = typed[: max(0, self._limit - len(behind))]
            behind = behind[: self._limit]
        return QValidator.State.Acceptable, typed + behind, len(typed.encode("utf-16-le")) // 2


def _is_for_the_page(event: QKeyEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether ``event`` asks for a step back, or again, in an input that has none of its own."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo


def in_one_line(source: QMimeData) -> QMimeData:
    """What is pasted, for an input whose text wraps but has no lines of its own."""
    line = QMimeData()
    line.setText(clean_line(pasted(source.text()).strip()))
    return line


class LineInput(QLineEdit):
    """One line of plain text of at most ``limit`` characters.

    ``is_composing``: an input method holds characters that are not chosen yet. ``typed`` tells of
    every change but those by ``set_text``: what a screen reader or a dictation puts in is the
    person's, too, and Qt's ``textEdited`` does not tell of it.
    """

    left = Signal()
    typed = Signal()
    block_pasted = Signal(object)
    """Several cells of a spreadsheet, row by row, where ``takes_blocks``."""

    takes_blocks = False

    def __init__(self, limit: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_composing = False
        self.setValidator(_Cleaner(limit, self))
        self._is_shown = False
        self.textChanged.connect(self._on_text_changed)

    def lead_with(self, icon: str, tone: str = "text3") -> None:
        """Shows ``icon`` before the text; Qt itself would leave a wide gap behind it."""
        picture = icons.icon(icon, getattr(theme.current(), tone))
        self.addAction(picture, LineInput.ActionPosition.LeadingPosition)
        self.setTextMargins(-_TOO_WIDE, 0, 0, 0)

    def set_text(self, text: str) -> None:
        """Shows ``text``; nobody is told."""
        self._is_shown = True
        self.setText(text)
        self._is_shown = False
        self.setCursorPosition(0)

    @property
    def can_redo(self) -> bool:
        """Whether something typed was taken back here."""
        return self.isRedoAvailable()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_for_the_page(event, can_undo=self.isUndoAvailable(), can_redo=self.can_redo):
            event.ignore()
        elif self.takes_blocks and event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        if self.takes_blocks:
            for action in menu.actions():
                if action.objectName() == "edit-paste":
                    action.triggered.disconnect()
                    action.triggered.connect(self._paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        block = cells(pasted(QGuiApplication.clipboard().text()))
        if len(block) > 1 or len(block[0]) > 1:
            self.block_pasted.emit(block)
        else:
            self.paste()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # A file dropped here would leave its address; the page may know what to do with it.
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _on_text_changed(self) -> None:
        if not self._is_shown:
            self.typed.emit()


class TextInput(QPlainTextEdit):
    """Lines of plain text of at most ``limit`` characters; Tab goes on to the next field.

    ``is_composing`` as in ``LineInput``.
    """

    left = Signal()
    typed = Signal()

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_composing = False
        self._limit = limit
        self._known = ""
        self._added_until = 0
        self.setTabChangesFocus(True)
        self.document().contentsChange.connect(self._on_contents_change)
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """The text; an input method's unfinished characters are not part of it."""
        return clean(self.toPlainText())

    def set_text(self, text: str) -> None:
        """Shows ``text``; nobody is told."""
        self._known = text
        self.setPlainText(text)

    @property
    def can_redo(self) -> bool:
        """Whether something typed was taken back here."""
        return self.document().isRedoAvailable()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        can_undo = self.document().isUndoAvailable()
        if _is_for_the_page(event, can_undo=can_undo, can_redo=self.can_redo):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = self._limit - len(self.text()) + len(self.textCursor().selection().toPlainText())
        self.insertPlainText(clean(pasted(source.text()), max(0, room)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        self._added_until = position + added

    def _on_text_changed(self) -> None:
        text = self.text()
        if text == self._known:
            return
        if len(text) > self._limit and len(text) > len(self._known):
            self._take_back(len(text) - max(self._limit, len(self._known)))
            return
        self._known = text
        self.typed.emit()

    def _take_back(self, count: int) -> None:
        """Removes the last ``count`` characters of what was typed over the limit."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._added_until, self.document().characterCount() - 1))
        cursor.joinPreviousEditBlock()
        for _ in range(count):
            cursor.deletePreviousChar()
        cursor.endEditBlock()
