"""The head of an item page: number and title, the plain question, the official clause."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.guideline import Item
from digicom_desktop.domain.text import Language
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.theme import TextSize
from digicom_desktop.ui.ticks import SwitchField
from digicom_desktop.ui.tokens import ICON_INLINE, SPACE_4, SPACE_8, SPACE_12


class ItemHead(QWidget):
    """``not_applicable_switched`` tells whether the person said that the item does not apply."""

    not_applicable_switched = Signal(bool)

    def __init__(self, item: Item, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = SwitchField(self.tr("Does not apply"))
        self._switch.edited.connect(self.not_applicable_switched)
        first = QHBoxLayout()
        first.setSpacing(SPACE_8)
        title = Paragraph(f"{item.id}  {item.title.in_(language)}", "compact", "text2")
        first.addWidget(title, 1)
        first.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        # Twice as large as usual a title would leave no room for what it asks.
        is_large = theme.text_size() >= TextSize.HUGE
        question = Paragraph(item.plain.in_(language), "panel" if is_large else "question")
        column.addWidget(question)
        column.addWidget(OfficialClause(item, language))

    def show_not_applicable(self, not_applicable: bool) -> None:
        """Shows the switch; nobody is told."""
        self._switch.set_ticked(not_applicable)


class OfficialClause(QWidget):
    """The guideline's own sentence, folded until asked for."""

    def __init__(self, item: Item, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = Button(self.tr("Official clause"), Kind.QUIET)
        self._fold.setProperty("tight", "true")
        self._fold.set_icon("arrow-right", ICON_INLINE)
        self._fold.setCheckable(True)
        self._fold.clicked.connect(self._on_fold_clicked)
        self._text = QWidget()
        inside = QVBoxLayout(self._text)
        inside.setContentsMargins(SPACE_12 + SPACE_4, 0, 0, SPACE_4)
        inside.setSpacing(SPACE_4)
        inside.addWidget(Paragraph(item.clause.zh, "body", "text2", line=24))
        if language is not Language.ZH:
            inside.addWidget(Paragraph(item.clause.in_(language), "body", "text2", line=24))
            note = self.tr("The Chinese sentence is the official one; the translation is ours.")
            inside.addWidget(Paragraph(note, "caption", "text3"))
        self._text.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        row = QHBoxLayout()
        row.addWidget(self._fold)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._text)

    def _on_fold_clicked(self, unfolded: bool) -> None:
        self._text.setVisible(unfolded)
        self._fold.set_icon("arrow-down" if unfolded else "arrow-right", ICON_INLINE)
