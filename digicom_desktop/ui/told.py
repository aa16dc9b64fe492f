"""A notice above a page, there until the person has read it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.tokens import PAGE_SIDE, SPACE_12, Tone


class Told(QWidget):
    """One sentence in ``tone`` with the word that takes it away; ``below`` it are free pixels.

    Before that word stand other ``ways`` to answer.
    """

    gone = Signal()
    """It is not there any more."""

    def __init__(
        self, sentence: str, tone: Tone, below: int = 0, ways: tuple[Button, ...] = ()
    ) -> None:
        super().__init__()
        read = Button(self.tr("Understood"), Kind.LINK, on_click=self.take_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_SIDE, SPACE_12, PAGE_SIDE, below)
        row.addWidget(Banner(sentence, tone, (*ways, read)))

    def take_away(self) -> None:
        """There is nothing left to say."""
        self.gone.emit()
        self.hide()
        self.deleteLater()
