"""What an item is about, what counts as it, and what does not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.text import Language, LocalizedText
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8

_BODY_LINE = 24


class CorePractice(QWidget):
    """Three short texts; nothing where an edition does not say them."""

    def __init__(self, item: Item, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        for title, text in (
            (self.tr("What is asked"), item.core),
            (self.tr("Counts"), item.counts),
            (self.tr("Does not count"), item.excluded),
        ):
            if text is not None:
                self._add(title, text)

    def _add(self, title: str, text: LocalizedText) -> None:
        if self._column.count():
            self._column.addSpacing(SPACE_8)
        self._column.addWidget(Paragraph(title, "caption", "text3"))
        self._column.addWidget(Paragraph(text.in_(self._language), "body", line=_BODY_LINE))
