"""Small dialogs: a message, a question, the year of a new assessment."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.fields import ChoiceField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import FRAME_HEIGHT, SPACE_8, SPACE_12, SPACE_16, SPACE_24

NARROW, WIDE = 440, 640
"""How wide dialogs are: those that say a sentence, and those with more to read or to fill in."""


class PlainDialog(QDialog):
    """A dialog with a title, a column to fill, and a row of buttons.

    The column of one that ``scrolls`` may become longer than the screen.
    """

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        width: int = NARROW,
        *,
        scrolls: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        outer.setSpacing(SPACE_16)
        outer.addWidget(PlainLabel(title, "panel"))
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_12)
        self._long: DownScroll | None = None
        if scrolls:
            self._long = _scrolled(self.body, title)
            outer.addWidget(self._long)
        else:
            outer.addLayout(self.body)
        outer.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_8)
        self._row.addStretch(1)
        outer.addSpacing(SPACE_8)
        outer.addLayout(self._row)

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

    def fit(self) -> None:
        """Takes the size that its texts need."""
        wanted = self.sizeHint()
        # A long sentence takes lines instead; a row of buttons has no choice.
        least = self.minimumSizeHint().width()
        width = max(
            self.minimumWidth(), theme.px(WIDE if least > theme.px(NARROW) else NARROW), least
        )
        if self._long is not None:
            self._fit_long(self._long, width)
            wanted = self.sizeHint()
        wanted = QSize(width, wanted.height())
        if self.hasHeightForWidth():
            wanted.setHeight(self.heightForWidth(wanted.width()))
        self.resize(wanted)

    def _fit_long(self, long: DownScroll, width: int) -> None:
        """As high as its column, where the screen is."""
        needed = self.body.heightForWidth(width - 2 * SPACE_24)
        if needed < 0:
            needed = self.body.sizeHint().height()
        long.setFixedHeight(needed)
        frame = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        room = self.screen().availableGeometry().height() - FRAME_HEIGHT - (frame - needed)
        long.setFixedHeight(max(1, min(needed, room)))


def _scrolled(body: QVBoxLayout, name: str) -> DownScroll:
    inside = QWidget()
    body.setContentsMargins(0, 0, 0, 0)
    inside.setLayout(body)
    scroll = DownScroll()
    scroll.setAccessibleName(name)
    scroll.show_inside(inside)
    return scroll


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
