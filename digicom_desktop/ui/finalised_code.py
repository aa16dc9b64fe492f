"""What finalising has made: the consistency code to compare and to copy, and what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import PlainLabel, restyle
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8

_TYPE, _SMALLER = "code", "panel"


class FinalisedCode(QWidget):
    """As narrow as the guide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = PlainLabel("", _TYPE, "accent")
        self._code.let_copy()
        self._code.setMinimumWidth(1)  # asks for no more than the panel has
        self._meaning = Paragraph("", "caption", "text2")
        self._copy = Button(self.tr("Copy the code"), Kind.SECONDARY, "copy")
        self._copy.clicked.connect(self._on_copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(PlainLabel(self.tr("Consistency code"), "compact", "text2"))
        column.addWidget(self._code)
        column.addWidget(self._meaning)
        column.addSpacing(SPACE_8)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_code(self, code: str, meaning: str) -> None:
        """Shows ``code``."""
        if code != self._code.text():
            self._copy.set_label(self.tr("Copy the code"))
        self._code.setText(code)
        self._code.setAccessibleName(f"{self.tr('Consistency code')} {code}")
        self._meaning.set_text(meaning)
        self._fit()

    def _fit(self) -> None:
        """Compared sign by sign, the code stays in one line, in smaller letters if need be."""
        metrics = theme.metrics(_TYPE)
        needed = metrics.horizontalAdvance(self._code.text()) + len(self._code.text())
        type = _TYPE if needed <= self.width() else _SMALLER
        if self._code.property("type") != type:
            self._code.setProperty("type", type)
            restyle(self._code)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text())
        self._copy.set_label(self.tr("Copied"))
