"""The key figures of an item: a number for the assessed year and for the year before."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Answer, Figure
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.guideline import Indicator, Item
from digicom_desktop.domain.metric import YEARS
from digicom_desktop.domain.text import is_blank
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.block_paste import refusal, spread
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.figure_field import Block, FigureField
from digicom_desktop.ui.found_at import doubt, found_at
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.linked_text import Link, LinkedText
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
    pasted = Signal(object)
    """Several figures at once, by indicator: a block of cells, or the firm's own figure."""
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self,
        item: Item,
        year: int,
        needed_from: int,
        words: Words,
        shares: Set[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Key figures"), parent=parent)
        self._words, self._language, self._year = words, words.language, year
        self._shares = shares
        self._answer = Answer(item.id)
        self._offers: dict[str, tuple[LinkedText, Figure]] = {}
        self._fields: dict[tuple[str, str], FigureField] = {}
        self._of_year = self.tr("{1} ({0})", "a year, its figure")
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
        self._answer = answer
        for (id, which), field in self._fields.items():
            field.set_text(getattr(answer.figure(id), which))

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Says at each figure which of ``findings`` is about it, once the person has left it."""
        found = found_at(findings)
        for place, field in self._places().items():
            if not field.is_typed_in:
                here = found.get(f"item/{self._answer.item}#{place}", ())
                field.set_remarks([doubt(one, self._words) for one in here])

    def show_known(self, known: Mapping[str, Figure]) -> None:
        """Offers what is ``known`` of figures that are empty here and filled for the firm."""
        for id, (text, _) in self._offers.items():
            figure = _lacking(self._answer.figure(id), known.get(id, Figure()))
            years = ((figure.previous, self._year - 1), (figure.current, self._year))
            said = [self._of_year.format(year, typed) for typed, year in years if typed]
            between = self.tr(", ", "between years")
            sentence = self.tr("The company page says {0}: ").format(between.join(said))
            link = self.tr("take it over")
            text.show_parts([sentence, Link(link, id, sentence + link)])
            text.setVisible(bool(said))
            self._offers[id] = (text, figure)

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
            head = PlainLabel(text, "caption", "text" if column == _CURRENT else "text3")
            head.setContentsMargins(SPACE_12 if column == _NAME else 0, 0, 0, 0)
            head.setMinimumHeight(28)
            grid.addWidget(head, 0, column)

    def _add_indicator(self, grid: QGridLayout, indicator: Indicator, year: int) -> None:
        row = grid.rowCount()
        grid.addWidget(Separator(), row, 0, 1, 4)
        grid.setRowMinimumHeight(row + 1, SPACE_8)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._name(indicator), row + 2, _NAME, 5, 1, top)
        for column, which, of_year, width in (
            (_PREVIOUS, "previous", year - 1, theme.px(_PREVIOUS_WIDTH)),
            (_CURRENT, "current", year, theme.px(_CURRENT_WIDTH)),
        ):
            field = self._field(indicator, which, of_year)
            field.setFixedWidth(width)
            field.set_quiet(which == "previous")
            grid.addWidget(field, row + 2, column, top)
            # What is said of a figure needs more room than the figure.
            grid.addWidget(field.take_foot(), row + 2 + column, _PREVIOUS, 1, 3)
        unit = PlainLabel(indicator.unit.in_(self._language), "compact", "text2")
        unit.setMinimumHeight(32)
        unit.setContentsMargins(0, 0, SPACE_12, 0)
        grid.addWidget(unit, row + 2, _UNIT, top)
        grid.addWidget(self._offer(indicator), row + 5, _PREVIOUS, 1, 3)
        grid.setRowStretch(row + 6, 1)
        grid.setRowMinimumHeight(row + 7, SPACE_8)

    def _name(self, indicator: Indicator) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(SPACE_12, 0, SPACE_4, 0)
        column.setSpacing(0)
        column.addWidget(Paragraph(indicator.name.in_(self._language)))
        column.addWidget(Paragraph(indicator.definition.in_(self._language), "caption", "text3"))
        column.addStretch(1)
        return cell

    def _offer(self, indicator: Indicator) -> LinkedText:
        text = LinkedText("caption", "text2")
        text.chosen.connect(self._take_over)
        text.hide()
        self._offers[indicator.id] = (text, Figure())
        return text

    def _take_over(self, id: str) -> None:
        self.flush()
        here, offered = self._answer.figure(id), self._offers[id][1]
        taken = {which: getattr(offered, which) or getattr(here, which) for which in YEARS}
        self._fields[id, "current"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.pasted.emit({id: Figure(**taken)})

    def _on_block_pasted(self, block: Block, first: FigureField) -> None:
        self.flush()
        ids = dict.fromkeys(id for id, _ in self._fields)
        table = [[self._fields[id, which] for which in reversed(YEARS)] for id in ids]
        texts = spread(block, table, first)
        if texts is None:
            first.set_error(refusal(block))
            return
        figures = {}
        for id in ids:
            fields = {which: self._fields[id, which] for which in YEARS}
            said = {which: texts[field] for which, field in fields.items() if field in texts}
            if said:
                figures[id] = replace(self._answer.figure(id), **said)
        self.pasted.emit(figures)

    def _field(self, indicator: Indicator, which: str, year: int) -> FigureField:
        field = FigureField(
            "",
            indicator.measure,
            indicator.unit.in_(self._language),
            self._words,
            placeholder=self.tr("not filled"),
            lead=self.tr("{0}: ", "a year, before what is said of its figure").format(year),
            is_share=indicator.id in self._shares,
        )
        field.take_blocks(lambda block: self._on_block_pasted(block, field))
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


def _lacking(here: Figure, known: Figure) -> Figure:
    """What ``known`` has where ``here`` is blank."""
    blank = {which: is_blank(getattr(here, which)) for which in YEARS}
    return Figure(**{which: getattr(known, which) if blank[which] else "" for which in YEARS})
