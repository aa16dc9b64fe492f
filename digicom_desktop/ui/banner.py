"""Banners: one sentence about a state, and what can be done."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_24, Tone

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


_LEAST_TEXT = 160


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
        self._row = 0
        self._buttons = QWidget() if buttons else None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 7, 10, 7)
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(IconLabel(_ICONS[tone], theme.current().tone(tone).text), 0, 0)
        self._grid.addWidget(self._label, 0, 1)
        if self._buttons is not None:
            row = QHBoxLayout(self._buttons)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(SPACE_24)
            for button in buttons:
                row.addWidget(button)
            self._place_buttons(self._buttons)
        self.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def set_text(self, text: str) -> None:
        """Shows another sentence."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def _fit_buttons(self) -> None:
        """They go below the sentence where it would be too narrow to be read beside them."""
        if self._buttons is None:
            return
        room = self.contentsRect().width() - self._buttons.sizeHint().width() - 5 * SPACE_8
        row = 0 if room >= theme.px(_LEAST_TEXT) else 1
        if row != self._row:
            self._row = row
            self._grid.removeWidget(self._buttons)
            self._place_buttons(self._buttons)

    def _place_buttons(self, buttons: QWidget) -> None:
        buttons.setContentsMargins(0 if self._row else SPACE_8, 0, 0, 0)
        below = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(buttons, self._row, 1 if self._row else 2, below)


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
