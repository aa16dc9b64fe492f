"""Small dialogs: a message, a question, the year of a new assessment."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import ENTER, Button, Kind
from digicom_desktop.ui.dialog_scroll import DialogScroll
from digicom_desktop.ui.fields import ChoiceField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_8, SPACE_16, SPACE_24
from digicom_desktop.ui.window_place import room_for

NARROW, WIDE = 440, 640
"""How wide dialogs are: those that say a sentence, and those with more to read or to fill in."""


class PlainDialog(QDialog):
    """A dialog with a title, a column to fill, and a row of buttons.

    It is never larger than its screen: the column scrolls then, title and buttons stay.
    """

    def __init__(self, title: str, parent: QWidget | None = None, width: int = NARROW) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(self.bounded(theme.px(width)))
        self._scroll = DialogScroll(title)
        self.body = self._scroll.body
        self._row = QHBoxLayout()
        self._row.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, 0)
        self._row.setSpacing(SPACE_8)
        self._row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SPACE_16, 0, SPACE_16)
        outer.setSpacing(SPACE_16)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_24, 0, SPACE_24, 0)
        head.addWidget(Paragraph(title, "panel"))
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._row)
        self._scroll.needs_more.connect(self._grow)

    def bounded(self, width: int) -> int:
        """``width``, or that of the screen where it is less."""
        return min(width, room_for(self).width())

    def add_button(self, text: str, kind: Kind, result: int) -> Button:
        """Adds a button that closes the dialog with ``result``; add the primary one last."""
        button = Button(text, kind, on_click=lambda: self.done(result))
        self._row.addWidget(button)
        return button

    def keep_apart(self, button: Button) -> None:
        """Moves ``button`` to the other end of the row."""
        self._row.removeWidget(button)
        self._row.insertWidget(0, button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now are the fonts known: how wide the buttons are, how many lines the text takes.
        self.fit()
        over = self.parentWidget()
        centre = over.window().geometry().center() if over else room_for(self).center()
        self._set_place(self.size(), centre)
        if self._beginning() in (None, self._scroll):
            self._focus_first()
        beginning = self._beginning()
        if isinstance(beginning, Button):
            beginning.show_ring()
        # Where it begins may be below the edge; what is scrolled is laid out once it is shown.
        QTimer.singleShot(0, self, self._show_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QApplication.sendEvent(self._scroll.verticalScrollBar(), event)
        elif event.key() not in ENTER or not event.isAutoRepeat():
            # A key still held down has opened this dialog; it does not answer it as well.
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Takes the size that its texts need."""
        # A long sentence takes lines instead; a row of buttons has no choice.
        least = self.minimumSizeHint().width()
        usual = theme.px(WIDE if least > theme.px(NARROW) else NARROW)
        width = max(self.minimumWidth(), usual, least)
        self.take(QSize(width, self._height(self.bounded(width), self._scroll.wanted_height)))

    def take(self, size: QSize) -> None:
        """Takes ``size`` where it is, or as much of it as the screen has room for."""
        self._set_place(size, self.geometry().center())

    def _grow(self) -> None:
        """Makes room for what has come in, where there is some."""
        width = max(self.width(), self.minimumSizeHint().width())
        needed = self._height(self.bounded(width), self._scroll.least_height)
        if self.isVisible() and (needed > self.height() or width > self.width()):
            self.take(QSize(width, max(needed, self.height())))

    def _focus_first(self) -> None:
        """Begins at the first thing to do, not at the text around it."""
        widget = self._scroll.nextInFocusChain()
        while widget is not None and widget is not self._scroll:
            if widget.isVisibleTo(self) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus()
                return
            widget = widget.nextInFocusChain()

    def _show_focus(self) -> None:
        widget = self._beginning()
        if widget is not None and self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, SPACE_24)

    def _beginning(self) -> QWidget | None:
        """Where the keyboard is in this dialog."""
        return self.focusWidget()

    def _height(self, width: int, height_of_body: Callable[[int], int]) -> int:
        outer = self.layout()
        if outer is None:
            return self.height()
        self._scroll.updateGeometry()  # else the hint of an earlier look counts
        around = outer.totalHeightForWidth(width) - self._scroll.sizeHint().height()
        return around + height_of_body(width)

    def _set_place(self, size: QSize, centre: QPoint) -> None:
        room = room_for(self)
        wanted = QRect(QPoint(), size.boundedTo(room.size()))
        wanted.moveCenter(centre)
        wanted.moveTop(max(room.top(), min(wanted.top(), room.bottom() + 1 - wanted.height())))
        wanted.moveLeft(max(room.left(), min(wanted.left(), room.right() + 1 - wanted.width())))
        if wanted != self.geometry():
            self.setGeometry(wanted)


class Question(PlainDialog):
    """A question with its answers, the safest first; Escape answers 0.

    The primary one stands at the right, and what destroys something at the other end then.
    """

    def __init__(
        self,
        title: str,
        text: str,
        answers: Sequence[tuple[str, Kind]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.body.addWidget(Paragraph(text, "body"))
        order = sorted(range(len(answers)), key=lambda place: answers[place][1] is Kind.PRIMARY)
        buttons = {place: self.add_button(*answers[place], place) for place in order}
        if any(kind is Kind.PRIMARY for _, kind in answers):
            for place, (_, kind) in enumerate(answers):
                if kind is Kind.DANGER:
                    self.keep_apart(buttons[place])
        buttons[0].setDefault(True)
        buttons[0].setFocus()

    def ask(self) -> int:
        """The place of the answer given; the dialog is gone then."""
        answer = self.exec()
        self.deleteLater()
        return answer


class YearDialog(PlainDialog):
    """Asks for the year of a new assessment, all that is needed to begin."""

    def __init__(self, this_year: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("New assessment"), parent)
        years = [str(this_year - back) for back in range(7)]
        self._year = ChoiceField(
            self.tr("Which year is assessed?"),
            [(year, year) for year in years],
            self.tr("Usually last year: its figures are complete."),
        )
        self._year.set_text(str(this_year - 1))
        self.body.addWidget(self._year)
        self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        self.add_button(self.tr("Start"), Kind.PRIMARY, QDialog.DialogCode.Accepted).setDefault(
            True
        )

    @property
    def year(self) -> int:
        """The year chosen."""
        return int(self._year.text())


class Message(PlainDialog):
    """A sentence that can be copied, and one button."""

    def __init__(
        self, title: str, text: str, parent: QWidget | None = None, button: str = ""
    ) -> None:
        super().__init__(title, parent)
        self.text = text
        label = PlainLabel(text, "body", wrap=True)
        label.let_copy()
        self.body.addWidget(label)
        close = self.add_button(button or self.tr("OK"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        close.setDefault(True)
        close.setFocus()


def show_message(title: str, text: str, parent: QWidget | None = None, button: str = "") -> None:
    """Shows a sentence that may hold anybody's text; it is never taken for markup.

    ``button`` says what comes after it.
    """
    message = Message(title, text, parent, button)
    message.exec()
    message.deleteLater()
