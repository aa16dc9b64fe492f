"""The technical words of an item, explained on a click."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.guideline import Term
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12


class GuideTerms(QWidget):
    """The words in a row; below them what the one chosen last means."""

    def __init__(
        self, terms: tuple[Term, ...], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._meaning = Paragraph("", "compact", "text2")
        self._meaning.hide()
        words = QWidget()
        row = FlowLayout(SPACE_12, SPACE_4)
        words.setLayout(row)
        for term in terms:
            name, explanation = term.name.in_(language), term.explanation.in_(language)
            button = Button(name, Kind.LINK)
            button.setAccessibleDescription(explanation)
            button.clicked.connect(
                lambda _=False, name=name, said=explanation: self._explain(name, said)
            )
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(words)
        column.addWidget(self._meaning)

    def _explain(self, name: str, explanation: str) -> None:
        self._meaning.set_text(self.tr("{0}: {1}").format(name, explanation))
        self._meaning.show()
