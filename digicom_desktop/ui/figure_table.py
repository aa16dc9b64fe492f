"""The key figures of an item: a number for the assessed year and for the year before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Answer, Figure
from digicom_desktop.domain.guideline import Indicator, Item
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.figure_field import FigureField
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12

_PREVIOUS_WIDTH = 112
_CURRENT_WIDTH = 128
_UNIT_WIDTH = 40
_NAME, _PREVIOUS, _CURRENT, _UNIT = range(4)


class FigureTable(ItemSection):
    """One row per key figure; text that is no number is red, and kept.

    ``edited`` tells the indicator, its ``Figure``, and which year was typed.
    """

    edited = Signal(str, object, str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self,
        item: Item,
        year: int,
        needed_from: int,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Key figures"), parent=parent)
        self._words, self._language = words, words.language
        self._fields: dict[tuple[str, str], FigureField] = {}
        self.set_hint(
            self.tr("From level {0} on, at least one number for {1} is needed (0 counts)").format(
                needed_from, year
            )
        )
        card = Card(padded=False)
        grid = self._grid()
        card.body.addLayout(grid)
        self._add_heads(grid, year)
        for indicator in item.indicators:
            self._add_indicator(grid, indicator, year)
        self.body.addWidget(card)

    def show_figures(self, answer: Answer) -> None:
        """Shows the figures of ``answer``; a field that the person types in is left alone."""
        for (id, which), field in self._fields.items():
            field.set_text(getattr(answer.figure(id), which))

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for field in self._fields.values():
            field.flush()

    def has_place(self, place: str) -> bool:
        """Whether ``place`` ("4.3.k1", "4.3.k1.previous") is a field here."""
        return place in self._places()

    def focus_place(self, place: str, reason: Qt.FocusReason) -> QWidget:
        """Puts the keyboard on the field at ``place``, what stands there chosen; the field."""
        field = self._places()[place]
        field.setFocus(reason)
        field.select_all()
        return field

    def _places(self) -> dict[str, FigureField]:
        """The fields by where a finding says that they are."""
        return {
            id if which == "current" else f"{id}.{which}": field
            for (id, which), field in self._fields.items()
        }

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard on the assessed year of the first figure."""
        next(f for (_, which), f in self._fields.items() if which == "current").setFocus(reason)

    @staticmethod
    def _grid() -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(_NAME, 1)
        grid.setColumnMinimumWidth(_PREVIOUS, theme.px(_PREVIOUS_WIDTH))
        grid.setColumnMinimumWidth(_CURRENT, theme.px(_CURRENT_WIDTH))
        grid.setColumnMinimumWidth(_UNIT, theme.px(_UNIT_WIDTH))
        return grid

    def _add_heads(self, grid: QGridLayout, year: int) -> None:
        year_text = self.tr("{0}", "a year as the head of a column")
        heads = {
            _NAME: self.tr("Figure"),
            _PREVIOUS: year_text.format(year - 1),
            _CURRENT: year_text.format(year),
            _UNIT: self.tr("Unit"),
        }
        for column, text in heads.items():
            head = PlainLabel(text, "caption", "text3")
            head.setContentsMargins(SPACE_12 if column == _NAME else 0, 0, 0, 0)
            head.setMinimumHeight(28)
            grid.addWidget(head, 0, column)

    def _add_indicator(self, grid: QGridLayout, indicator: Indicator, year: int) -> None:
        row = grid.rowCount()
        grid.addWidget(Separator(), row, 0, 1, 4)
        grid.setRowMinimumHeight(row + 1, SPACE_8)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._name(indicator), row + 2, _NAME, 4, 1, top)
        for column, which, of_year, width in (
            (_PREVIOUS, "previous", year - 1, theme.px(_PREVIOUS_WIDTH)),
            (_CURRENT, "current", year, theme.px(_CURRENT_WIDTH)),
        ):
            field = self._field(indicator, which, of_year)
            field.setFixedWidth(width)
            grid.addWidget(field, row + 2, column, top)
            # What is said of a figure needs more room than the figure.
            grid.addWidget(field.take_foot(), row + 2 + column, _PREVIOUS, 1, 3)
        unit = PlainLabel(indicator.unit.in_(self._language), "compact", "text2")
        unit.setMinimumHeight(32)
        unit.setContentsMargins(0, 0, SPACE_12, 0)
        grid.addWidget(unit, row + 2, _UNIT, top)
        grid.setRowStretch(row + 5, 1)
        grid.setRowMinimumHeight(row + 6, SPACE_8)

    def _name(self, indicator: Indicator) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(SPACE_12, 0, SPACE_4, 0)
        column.setSpacing(0)
        column.addWidget(Paragraph(indicator.name.in_(self._language)))
        column.addWidget(Paragraph(indicator.definition.in_(self._language), "caption", "text3"))
        column.addStretch(1)
        return cell

    def _field(self, indicator: Indicator, which: str, year: int) -> FigureField:
        field = FigureField(
            "",
            indicator.measure,
            indicator.unit.in_(self._language),
            self._words,
            placeholder=self.tr("not filled"),
            lead=self.tr("{0}: ", "a year, before what is said of its figure").format(year),
        )
        field.set_name(
            self.tr("{0}, {1}", "a figure, its year").format(
                indicator.name.in_(self._language), year
            )
        )
        field.edited.connect(lambda _, id=indicator.id, which=which: self._tell(id, which))
        field.typing.connect(self.typing)
        field.visit_ended.connect(self.visit_ended)
        self._fields[indicator.id, which] = field
        return field

    def _tell(self, indicator: str, which: str) -> None:
        figure = Figure(
            current=self._fields[indicator, "current"].text(),
            previous=self._fields[indicator, "previous"].text(),
        )
        self.edited.emit(indicator, figure, which)
