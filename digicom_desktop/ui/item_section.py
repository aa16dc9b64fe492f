"""A section of the item page: title, hint, and what the person fills in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8


class ItemSection(QWidget):
    """Fill its ``body``; ``aside`` stands at the right of the title."""

    def __init__(
        self,
        title: str,
        hint: str = "",
        aside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._hint = Paragraph(hint, "compact", "text3", line=22, marked=True)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_8)
        head.addWidget(PlainLabel(title, "section"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._hint, 1)
        if aside:
            head.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_4 + 1)
        self.body.addLayout(head)

    def set_hint(self, hint: str) -> None:
        """Shows another hint beside the title; ``*`` marks what is bold in it."""
        self._hint.set_text(hint)
