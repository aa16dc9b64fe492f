"""The bare inputs of choices inside the fields: a list, or one that is searched by typing."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from digicom_desktop.domain.text import narrowed
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import ENTER
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import restyle
from digicom_desktop.ui.tokens import ICON_INLINE

_CODE = Qt.ItemDataRole.UserRole
_AROUND_CHOICE = 13 + 11 + 24
"""Pixels beside the text of a choice: edges, their padding and the arrow."""
_SEARCHED = Qt.ItemDataRole.UserRole + 1


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

    A click or the down key shows the whole list while nothing is searched; Enter takes the one
    choice that fits what was typed.
    """

    chosen = Signal(str)
    leaving = Signal()
    """The Tab key is about to go on; where it goes is looked for only then."""

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
        self.setTextMargins(0, 0, theme.px(ICON_INLINE) + 4, 0)
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

    def focusNextPrevChild(self, next: bool) -> bool:
        self.leaving.emit()
        return super().focusNextPrevChild(next)

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
        elif event.key() not in ENTER or not self._take_the_only_one():
            super().keyPressEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        answer = super().inputMethodQuery(query)
        popup = self._finder.popup()
        if isinstance(answer, QRect) and popup.windowHandle() is QGuiApplication.focusWindow():
            # An input method offers its words at the caret, but counts from the list's own window.
            # To close the list now would cost the letters typed meanwhile.
            corner = QPoint(0, 0)
            answer.translate(self.window().mapToGlobal(corner) - popup.mapToGlobal(corner))
        return answer

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)

    def _show_all(self) -> None:
        if self.code_of(self.text()) is not None:
            self._finder.setCompletionPrefix("")
            self._finder.complete()

    def _take_the_only_one(self) -> bool:
        popup = self._finder.popup()
        is_marked = popup.isVisible() and popup.currentIndex().isValid()
        found = () if self.code_of(self.text()) is not None else self.found(self.text())
        if is_marked or len(found) != 1:
            return False
        popup.hide()
        self.chosen.emit(found[0])
        return True

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
    size = theme.px(ICON_INLINE)
    box = QRectF(input.width() - size - 9, (input.height() - size) / 2, size, size)
    icons.paint(painter, "arrow-down", box, colour)


def _search_model(choices: Sequence[tuple[str, str]], parent: QCompleter) -> QAbstractItemModel:
    model = QStandardItemModel(parent)
    for code, text in choices:
        item = QStandardItem(text)
        item.setData(code, _CODE)
        item.setData(_searched(f"{text} {code}"), _SEARCHED)
        model.appendRow(item)
    return model
