"""What stands beside a reason: whether it will do, and whether it still holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.ticks import TICK_INSET
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, ICON_INLINE, SPACE_4, SPACE_8


class StateMark(QWidget):
    """A short word beside the answer: done, or how much is lacking; nothing while it is open."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("check", theme.current().green.text, ICON_INLINE)
        self._text = PlainLabel("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self.setFixedHeight(theme.px(CONTROL_HEIGHT))

    def show_done(self, text: str) -> None:
        """It is dealt with."""
        self._show(text, "green", has_icon=True)

    def show_short(self, text: str) -> None:
        """Something is said, but too little."""
        self._show(text, "amber", has_icon=False)

    def show_nothing(self) -> None:
        """It is open, or being typed."""
        self._show("", "text3", has_icon=False)

    def _show(self, text: str, tone: str, *, has_icon: bool) -> None:
        self._icon.setVisible(has_icon)
        self._text.set_tone(tone)
        self._text.setText(text)


class StaleNotice(QWidget):
    """The values have changed; one click says that what was said still holds."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sentence = PlainLabel("", "caption", "amber", wrap=True)
        icon = IconLabel("warning", theme.current().amber.text, ICON_INLINE)
        self._still = Button(self.tr("Still true"), Kind.LINK)
        self._still.clicked.connect(lambda: self.confirmed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(TICK_INSET, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._still)

    @property
    def stop(self) -> QWidget:
        """What takes the keyboard."""
        return self._still

    def show_notice(self, sentence: str, offered: bool) -> None:
        """Says what has changed; ``offered`` where what was said would do, if it is still true."""
        self._sentence.setText(sentence)
        self._still.setVisible(offered)
