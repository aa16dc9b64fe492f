"""The bare inputs inside the fields: they clean what comes in and ignore the wheel."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QPlainTextEdit, QWidget

from digicom_desktop.domain.text import clean, clean_line, narrowed, pasted
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.labels import restyle
from digicom_desktop.ui.tokens import ICON_INLINE

_CODE = Qt.ItemDataRole.UserRole
_AROUND_CHOICE = 2 * 11 + 24
"""Pixels beside the text of a choice: edges, their padding and the arrow."""
_SEARCHED = Qt.ItemDataRole.UserRole + 1


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


class LineInput(QLineEdit):
    """One line of plain text of at most ``limit`` characters."""

    left = Signal()

    def __init__(self, limit: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(_Cleaner(limit, self))

    def set_text(self, text: str) -> None:
        """Shows ``text``; nobody is told."""
        self.setText(text)
        self.setCursorPosition(0)

    @property
    def can_redo(self) -> bool:
        """Whether something typed was taken back here."""
        return self.isRedoAvailable()

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


class TextInput(QPlainTextEdit):
    """Lines of plain text of at most ``limit`` characters; Tab goes on to the next field."""

    left = Signal()
    typed = Signal()

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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


class ChoiceInput(QComboBox):
    """A drop-down list of (code, text); the wheel scrolls the page and changes nothing."""

    left = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.currentIndexChanged.connect(self._show_whether_blank)
        self.set_choices(choices)
        self._show_whether_blank()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers ``choices`` (code, text); nothing is chosen then."""
        self.clear()
        for code, text in choices:
            self.addItem(text, code)
        self.setCurrentIndex(-1)

    def show_whole(self) -> None:
        """Keeps so much room that every choice can be read."""
        metrics = theme.metrics("compact")
        texts = (self.itemText(place) for place in range(self.count()))
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        self.setMinimumWidth(widest + _AROUND_CHOICE)

    def code(self) -> str:
        """The code chosen, "" for none."""
        return str(self.currentData() or "")

    def set_code(self, code: str) -> None:
        """Shows the choice ``code``; nobody is told."""
        self.setCurrentIndex(self.findData(code))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)

    def _show_whether_blank(self) -> None:
        """The style sheet's colour goes before the one that Qt has for a place to be filled."""
        blank = "true" if self.currentIndex() < 0 else None
        if self.property("blank") != blank:
            self.setProperty("blank", blank)
            restyle(self)


class _Completer(QCompleter):
    """Finds what contains the typed text or its code, and puts in the text alone."""

    def splitPath(self, path: str) -> list[str]:
        return [_searched(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class SearchInput(LineInput):
    """A line in which one types to search a long list of (code, text).

    A click or the down key shows the whole list while nothing is searched.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None):
        super().__init__(parent=parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        finder = _Completer(self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionRole(_SEARCHED)
        finder.setMaxVisibleItems(10)
        popup = QListView()
        popup.setProperty("popup", "true")
        finder.setPopup(popup)
        # The overload that names the row: two rows may have the same text.
        finder.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self._finder = finder
        self.setCompleter(finder)
        self.setTextMargins(0, 0, ICON_INLINE + 4, 0)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers ``choices`` (code, text)."""
        self._choices = tuple(choices)
        self._finder.setModel(_search_model(self._choices, self._finder))

    def text_of(self, code: str) -> str:
        """The text of ``code``, or the code itself where the list has none."""
        return next((text for known, text in self._choices if known == code), code)

    def code_of(self, text: str) -> str | None:
        """The code whose text or code is ``text``, "" for a blank, None where nothing fits."""
        wanted = text.strip()
        if not wanted:
            return ""
        return next((code for code, shown in self._choices if wanted in (code, shown)), None)

    def found(self, text: str) -> tuple[str, ...]:
        """The codes that the list finds for ``text``."""
        wanted = _searched(text)
        if text.strip() and not wanted:
            return ()
        return tuple(
            code for code, shown in self._choices if wanted in _searched(f"{shown} {code}")
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._show_all()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)

    def _show_all(self) -> None:
        if self.code_of(self.text()) is not None:
            self._finder.setCompletionPrefix("")
            self._finder.complete()

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(_CODE)))


def _searched(text: str) -> str:
    """What a search compares: 农林牧渔 means 农、林、牧、渔业."""
    return "".join(c for c in narrowed(text).casefold() if c.isalnum())


def _paint_arrow(input: QWidget) -> None:
    """Draws the arrow that says: here is a list."""
    painter = QPainter(input)
    colours = theme.current()
    colour = colours.text2 if input.isEnabled() else colours.text3
    top = (input.height() - ICON_INLINE) / 2
    box = QRectF(input.width() - ICON_INLINE - 9, top, ICON_INLINE, ICON_INLINE)
    icons.paint(painter, "arrow-down", box, colour)


def _search_model(choices: Sequence[tuple[str, str]], parent: QCompleter) -> QAbstractItemModel:
    model = QStandardItemModel(parent)
    for code, text in choices:
        item = QStandardItem(text)
        item.setData(code, _CODE)
        item.setData(_searched(f"{text} {code}"), _SEARCHED)
        model.appendRow(item)
    return model
