"""The bare inputs of choices inside the fields: a list, or one that is searched by typing."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
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
    QShowEvent,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from digicom_desktop.domain.choice_search import (
    Choice,
    ChoiceSearch,
    Found,
    searched,
    the_one_meant,
)
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import ENTER
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import restyle
from digicom_desktop.ui.tokens import ICON_INLINE

_CODE = Qt.ItemDataRole.UserRole
_AROUND_CHOICE = 13 + 11 + 24
"""Pixels beside the text of a choice: edges, their padding and the arrow."""
_TEXT = Qt.ItemDataRole.UserRole + 1
_MOST_SEEN = 10
_MOST_FOUND = 100
"""Who finds more than that types on."""

Offered = Sequence[tuple[str, str]] | Sequence[Choice]


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
    """Shows what the input has found, all of it, and puts in its text."""

    def splitPath(self, path: str) -> list[str]:
        return [""]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(_TEXT))


class SearchInput(LineInput):
    """A line in which one types to search a long list of choices.

    A click or the down key shows the whole list while nothing is searched; Enter takes the one
    choice that was surely meant.
    """

    chosen = Signal(str)
    leaving = Signal()
    """The Tab key is about to go on; where it goes is looked for only then."""

    def __init__(self, choices: Offered = (), parent: QWidget | None = None):
        super().__init__(parent=parent)
        self._choices: tuple[Choice, ...] = ()
        self._further: Callable[[], Iterable[Choice]] | None = None
        self._search: ChoiceSearch | None = None
        self._rows = QStandardItemModel(self)
        finder = _Completer(self._rows, self)
        finder.setMaxVisibleItems(_MOST_SEEN)
        self._list = ChoiceList()
        self._list.setProperty("popup", "true")
        finder.setPopup(self._list)
        # The overload that names the row: two rows may have the same text.
        finder.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self._finder = finder
        self.setCompleter(finder)
        self.textEdited.connect(self._show_found)
        self.setTextMargins(0, 0, theme.px(ICON_INLINE) + 4, 0)
        self.set_choices(choices)

    def set_choices(
        self, choices: Offered, further: Callable[[], Iterable[Choice]] | None = None
    ) -> None:
        """Offers ``choices``, as Choice or (code, text); ``further`` ones to who searches only."""
        self._choices = tuple(c if isinstance(c, Choice) else Choice(*c) for c in choices)
        self._further, self._search = further, None

    def text_of(self, code: str) -> str:
        """The text of ``code``, or the code itself where the list has none."""
        return next((choice.text for choice in self._choices if choice.code == code), code)

    def code_of(self, text: str) -> str | None:
        """The code whose text or code is ``text``, "" for a blank, None where nothing fits."""
        wanted = text.strip()
        if not wanted:
            return ""
        return next((c.code for c in self._choices if wanted in (c.code, c.text)), None)

    def found(self, text: str) -> tuple[Found, ...]:
        """What the list finds for ``text``, best first."""
        if self._further is not None and text.strip():
            self._choices = (*self._choices, *self._further())
            self._further = self._search = None
        if self._search is None:
            self._search = ChoiceSearch(self._choices)
        return self._search.find(text)

    def meant(self, text: str) -> str:
        """The code that ``text`` surely means, "" where it may mean several or none."""
        choice = the_one_meant(self.found(text)) if searched(text) else None
        return choice.code if choice is not None else ""

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
            self._show_found("")
            self._finder.complete()

    def _show_found(self, text: str) -> None:
        """Fills the list before it opens."""
        self._rows.clear()
        for found in self.found(text)[:_MOST_FOUND]:
            item = QStandardItem(found.shown)
            item.setData(found.choice.code, _CODE)
            item.setData(found.choice.text, _TEXT)
            self._rows.appendRow(item)
        self._list.fit()

    def _take_the_only_one(self) -> bool:
        popup = self._finder.popup()
        is_marked = popup.isVisible() and popup.currentIndex().isValid()
        meant = "" if self.code_of(self.text()) is not None else self.meant(self.text())
        if is_marked or not meant:
            return False
        popup.hide()
        self.chosen.emit(meant)
        return True

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(_CODE)))


class ChoiceList(QListView):
    """The list below a search: all of its text is seen, and it scrolls only if it is long."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Makes room for whole rows: the completer knows nothing of what is around them."""
        rows = min(self.model().rowCount(), _MOST_SEEN)
        if not rows:
            return
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self.sizeHintForColumn(0) + around)
        self.setFixedHeight(rows * self.sizeHintForRow(0) + margins.top() + margins.bottom())


def _paint_arrow(input: QWidget) -> None:
    """Draws the arrow that says: here is a list."""
    painter = QPainter(input)
    colours = theme.current()
    colour = colours.text2 if input.isEnabled() else colours.text3
    size = theme.px(ICON_INLINE)
    box = QRectF(input.width() - size - 9, (input.height() - size) / 2, size, size)
    icons.paint(painter, "arrow-down", box, colour)
