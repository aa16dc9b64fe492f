"""A notice above a page, there until the person has read it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.tokens import PAGE_SIDE, SPACE_12, Tone


class Told(QWidget):
    """One sentence in ``tone`` with the word that takes it away; ``below`` it are free pixels."""

    def __init__(self, sentence: str, tone: Tone, below: int = 0) -> None:
        super().__init__()
        read = Button(self.tr("Understood"), Kind.LINK, on_click=self._on_read)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_SIDE, SPACE_12, PAGE_SIDE, below)
        row.addWidget(Banner(sentence, tone, (read,)))

    def _on_read(self) -> None:
        self.hide()
        self.deleteLater()
