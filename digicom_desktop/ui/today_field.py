"""A date that is nearly always today's: one click fills it in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.fields import DateField
from digicom_desktop.ui.tokens import SPACE_8


class TodayField(DateField):
    """``today`` is asked for when the button beside the line is pressed."""

    def __init__(self, caption: str, today: Callable[[], date]) -> None:
        self._today = today
        self._button = Button(QCoreApplication.translate("Field", "Today"))
        super().__init__(caption)
        self._button.clicked.connect(lambda: self._fill_in())
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        place = self._column.indexOf(self._line)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self._column.insertLayout(place, row)

    def set_name(self, name: str) -> None:
        super().set_name(name)
        spoken = QCoreApplication.translate("Field", "{0}: today").format(name)
        self._button.setAccessibleName(spoken)

    def _fill_in(self) -> None:
        self._line.setText(self._today().isoformat())
        self._on_typed()
        self._on_left()
