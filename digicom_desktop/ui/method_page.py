"""How the score is made: explanation, levels, evidence, and the conditions of each level."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.method_text import how_scored
from digicom_desktop.domain.text import LocalizedText
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.chips import MethodChip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_24

_LINE = 22
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class MethodPage(Page):
    """Everything with the numbers of ``edition``; no assessment is needed."""

    def __init__(self, edition: Edition, words: Words) -> None:
        super().__init__()
        self._edition = edition
        self._words = words
        scroll = ScrolledColumn()
        scroll.body.addLayout(self._head())
        # Its first paragraph is the notice that stands in the head.
        scroll.body.addWidget(
            self._list_card(self.tr("Scores and level"), how_scored(edition, words))
        )
        scroll.body.addWidget(self._levels())
        rules = [rule.in_(words.language) for rule in edition.reading_rules]
        scroll.body.addWidget(self._list_card(self.tr("How a level is read"), rules))
        scroll.body.addWidget(self._grades())
        scroll.body.addWidget(self._gates())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _head(self) -> FlowLayout:
        row = FlowLayout(SPACE_12, SPACE_4)
        row.addWidget(PlainLabel(self.tr("How the score is made"), "page"))
        row.addWidget(MethodChip(self._say(self._edition.method_note)))
        return row

    def _list_card(self, title: str, paragraphs: Sequence[str]) -> Card:
        card = _titled(title)
        for number, text in enumerate(paragraphs, 1):
            row = QHBoxLayout()
            row.setSpacing(SPACE_8)
            mark = PlainLabel(str(number), "body", "text3")
            mark.setFixedWidth(
                max(SPACE_12 + SPACE_8, theme.metrics("body").horizontalAdvance("00") + 2)
            )
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Paragraph(text, "body", line=_LINE), 1)
            card.body.addLayout(row)
        return card

    def _levels(self) -> Card:
        edition, method = self._edition, self._edition.method
        card = _titled(self.tr("Levels of an item"))
        rows = [
            (
                str(level),
                self._say(name),
                self._say(edition.level_meanings[level]),
                str(level * method.points_per_level),
            )
            for level, name in enumerate(edition.level_names)
        ]
        head = (self.tr("Level"), "", self.tr("Meaning"), self.tr("Points"))
        card.body.addWidget(_Table(head, rows, wide=2))
        return card

    def _grades(self) -> Card:
        edition, method = self._edition, self._edition.method
        card = _titled(self.tr("Grades of evidence"))
        rows = [
            (
                str(grade),
                self._say(name),
                self._say(edition.grade_meanings[grade]),
                str(method.grade_caps[grade]),
            )
            for grade, name in enumerate(edition.grade_names)
        ]
        head = (self.tr("Grade"), "", self.tr("Meaning"), self.tr("Counts up to"))
        card.body.addWidget(_Table(head, rows, wide=2))
        return card

    def _gates(self) -> Card:
        method = self._edition.method
        card = _titled(self.tr("Levels of the firm"))
        note = self.tr("All five conditions of a level must hold, on evidence-backed levels.")
        card.body.addWidget(PlainLabel(note, "caption", "text3", wrap=True))
        rows = [
            (
                self._say(gate.name),
                str(gate.score),
                str(gate.items),
                str(gate.directions),
                str(gate.evidenced_items),
                str(gate.data_level),
            )
            for gate in method.gates
        ]
        both = self._words.say("report.gate.or").join(method.data_items)
        head = (
            self.tr("Level of the firm"),
            self.tr("Evidence-backed score from"),
            self.tr("Items at that level"),
            self.tr("In directions"),
            self.tr("Of those, grade {0} or above").format(method.evidenced_grade),
            self._words.say("report.gate.data", items=both),
        )
        card.body.addWidget(_Table(head, rows, wide=0))
        return card

    def _say(self, text: LocalizedText) -> str:
        return text.in_(self._words.language)


class _Table(QWidget):
    """A head and rows; the column ``wide`` takes the room, the last ones are numbers."""

    def __init__(self, head: Sequence[str], rows: Sequence[Sequence[str]], wide: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_8)
        for column in range(len(head)):
            grid.setColumnStretch(column, 3 if column == wide else 0 if wide else 2)
        for column, text in enumerate(head):
            label = PlainLabel(text, "caption", "text3", wrap=column > wide)
            label.setAlignment(_RIGHT if column > wide else Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
        for place, row in enumerate(rows):
            grid.addWidget(Separator(), 2 * place + 1, 0, 1, len(head))
            for column, text in enumerate(row):
                grid.addWidget(_cell(text, column, wide), 2 * place + 2, column)


def _cell(text: str, column: int, wide: int) -> PlainLabel:
    if column == wide and wide:
        return Paragraph(text, "compact", "text2")
    label = PlainLabel(text, "strong" if column < max(wide, 1) else "compact")
    label.setAlignment(_RIGHT if column > wide else Qt.AlignmentFlag.AlignTop)
    return label


def _titled(title: str) -> Card:
    card = Card()
    card.body.addWidget(PlainLabel(title, "section"))
    return card
