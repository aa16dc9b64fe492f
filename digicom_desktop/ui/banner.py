"""Banners: one sentence about a state, and what can be done."""

from types import MappingProxyType

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_8, Tone

_ICONS = MappingProxyType(
    {
        Tone.RED: "alert",
        Tone.AMBER: "warning",
        Tone.BLUE: "info",
        Tone.GREEN: "check",
        Tone.GREY: "info",
        Tone.ACCENT: "info",
    }
)


class Banner(QFrame):
    """A sentence on the fill of ``tone`` with its icon and, at the right, buttons."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.GREY,
        buttons: tuple[Button, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("tone", str(tone))
        self._label = PlainLabel(text, "compact", tone, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(SPACE_8)
        row.addWidget(IconLabel(_ICONS[tone], theme.current().tone(tone).text))
        row.addWidget(self._label, 1)
        for button in buttons:
            row.addSpacing(SPACE_8)
            row.addWidget(button)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Shows another sentence."""
        self._label.setText(text)
        self.setAccessibleName(text)


class IconLabel(QLabel):
    """An icon that says nothing alone: a word stands beside it."""

    def __init__(self, name: str, colour: str, size: int = 16) -> None:
        super().__init__()
        size = theme.px(size)
        self.setFixedSize(size, size)
        self.setPixmap(self._picture(name, colour, size))

    def set_icon(self, name: str, colour: str) -> None:
        """Shows another icon."""
        self.setPixmap(self._picture(name, colour, self.width()))

    @staticmethod
    def _picture(name: str, colour: str, size: int) -> QPixmap:
        return icons.pixmap(name, colour, size)
