"""What finalising has made: the consistency code to compare and to copy, and what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8


class FinalisedCode(QWidget):
    """As narrow as the guide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = PlainLabel("", "code", "accent")
        self._code.let_copy()
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

    def show_code(self, code: str, meaning: str) -> None:
        """Shows ``code``."""
        if code != self._code.text():
            self._copy.set_label(self.tr("Copy the code"))
        self._code.setText(code)
        self._code.setAccessibleName(f"{self.tr('Consistency code')} {code}")
        self._meaning.set_text(meaning)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text())
        self._copy.set_label(self.tr("Copied"))
