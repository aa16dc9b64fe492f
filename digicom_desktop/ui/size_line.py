"""The size class of the firm, told by the program, and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.domain.company import Company
from digicom_desktop.domain.size_class import SizeStandard
from digicom_desktop.domain.size_text import size_name, size_sentence
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph


class SizeLine(QWidget):
    """Nothing to fill in: it follows from industry and figures."""

    def __init__(self, standard: SizeStandard, words: Words) -> None:
        super().__init__()
        self._standard, self._words = standard, words
        self._caption = words.say("company.size")
        self._name = PlainLabel("", "section")
        self._why = Paragraph("", "compact", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(self._caption, "caption", "text2"))
        column.addWidget(self._name)
        column.addWidget(self._why)
        column.addWidget(Paragraph(words.say("company.size.basis"), "caption", "text3"))

    def show_company(self, company: Company) -> None:
        """Tells the size of ``company``."""
        result = self._standard.of_company(company)
        name, why = size_name(result, self._words), size_sentence(result, self._words)
        self._name.setText(name)
        self._why.set_text(why)
        self.setAccessibleName(f"{self._caption} {name}")
        self.setAccessibleDescription(why)
