"""What a target takes: a sentence for each change, to be made an action with one click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.plan_view import as_action
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12

_TOP = Qt.AlignmentFlag.AlignTop


class WayList(QWidget):
    """``wanted`` tells the text of the action that is to be made."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._rows: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._column.addWidget(PlainLabel(self.tr("What this takes"), "caption", "text3"))

    def show_ways(self, ways: Sequence[str], taken: Sequence[str]) -> bool:
        """Shows ``ways``, those whose text is ``taken`` as actions already; whether any differs."""
        done = tuple(as_action(way) in taken for way in ways)
        if (tuple(ways), done) == self._shown:
            return False
        self._shown = (tuple(ways), done)
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        self._fill(self._rows, tuple(zip(ways, done, strict=True)))
        self._column.addWidget(self._rows)
        return True

    def _fill(self, rows: QWidget, ways: Sequence[tuple[str, bool]]) -> None:
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(1, 1)
        for row, (way, is_taken) in enumerate(ways):
            grid.addWidget(PlainLabel("•", "compact", "text3"), row, 0, _TOP)
            grid.addWidget(Paragraph(way, "compact", "text2" if is_taken else "text"), row, 1)
            grid.addWidget(self._end(way, is_taken), row, 2, _TOP | Qt.AlignmentFlag.AlignRight)

    def _end(self, way: str, is_taken: bool) -> QWidget:
        if is_taken:
            return PlainLabel(self.tr("Is an action"), "compact", "text3")
        link = Button(self.tr("Make it an action"), Kind.LINK)
        link.setAccessibleName(self.tr("Make it an action: {0}").format(way))
        link.clicked.connect(lambda: self.wanted.emit(as_action(way)))
        return link
