"""The firm's figures: one row each, for the assessed year and the year before."""

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.metric import Metric, MetricValue
from digicom_desktop.domain.metric_views import change_text
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.figure_field import FigureField
from digicom_desktop.ui.labels import ElidedLabel, PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, SPACE_4, SPACE_8, SPACE_12

_WIDTHS = MappingProxyType({"previous": 112, "current": 128})
_UNIT_WIDTH = 88
_CHANGE_WIDTH = 84
_PREVIOUS, _CURRENT, _UNIT, _CHANGE = range(1, 5)
_COLUMNS = MappingProxyType({"previous": _PREVIOUS, "current": _CURRENT})
"""The years as they follow each other, here and at the items: the eye need not think."""
_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MetricRow(QWidget):
    """Name and definition, a field for each year, the unit, and the change on the year before.

    ``edited`` tells the figure, its ``MetricValue``, and which year was typed.
    """

    edited = Signal(str, object, str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self, metric: Metric, year: int, words: Words, unit_width: int, *, required: bool
    ) -> None:
        super().__init__()
        self._figure, self._words = metric, words
        language = words.language
        name = metric.name.in_(language)
        self.fields = {
            which: self._field(which, of_year, required=required and which == "current")
            for which, of_year in (("previous", year - 1), ("current", year))
        }
        self._change = ElidedLabel("", "compact", "text2")
        # A long one must not push the fields out of their columns.
        self._change.setFixedWidth(theme.width(_CHANGE_WIDTH))
        grid = columns_grid(unit_width)
        grid.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        grid.addWidget(self._head(f"{name} *" if required else name), 0, 0, 4, 1, _TOP)
        for which, field in self.fields.items():
            grid.addWidget(field, 0, _COLUMNS[which], _TOP)
            grid.addWidget(field.take_foot(), _COLUMNS[which], _PREVIOUS, 1, 4)
        unit = PlainLabel(metric.unit.in_(language), "compact", "text2", wrap=True)
        unit.setFixedWidth(unit_width)
        unit.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self._change.setFixedHeight(theme.px(CONTROL_HEIGHT))
        self._change.setAlignment(_RIGHT)
        grid.addWidget(unit, 0, _UNIT, _TOP)
        grid.addWidget(self._change, 0, _CHANGE, _TOP)
        grid.setRowStretch(3, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(0)
        column_.addWidget(Separator())
        column_.addLayout(grid)

    def show_value(self, value: MetricValue) -> None:
        """Shows ``value``; a field that the person types in is left alone."""
        for which, field in self.fields.items():
            field.set_text(getattr(value, which))
        change = change_text(self._figure, value, self._words)
        self._change.setText(change or "—")
        self._change.setAccessibleName(self.tr("Change on the year before: {0}").format(change))

    @property
    def is_typed_in(self) -> bool:
        """Whether the person is in the middle of typing a figure here."""
        return any(field.is_typed_in for field in self.fields.values())

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for field in self.fields.values():
            field.flush()

    def _head(self, name: str) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, SPACE_4, SPACE_8, 0)
        column.setSpacing(0)
        column.addWidget(Paragraph(name))
        definition = self._figure.definition.in_(self._words.language)
        column.addWidget(Paragraph(definition, "caption", "text3"))
        return cell

    def _field(self, which: str, year: int, *, required: bool) -> FigureField:
        metric, language = self._figure, self._words.language
        lead = self.tr("{0}: ", "a year, before what is said of its figure").format(year)
        unit = metric.unit.in_(language)
        field = FigureField("", metric.measure, unit, self._words, lead=lead)
        name = self.tr("{0}, {1}", "a figure, its year").format(metric.name.in_(language), year)
        field.set_name(self.tr("{0}, required").format(name) if required else name)
        field.setFixedWidth(theme.width(_WIDTHS[which]))
        field.set_quiet(which == "previous")
        field.edited.connect(lambda _: self._tell(which))
        field.typing.connect(self.typing)
        field.visit_ended.connect(self.visit_ended)
        return field

    def _tell(self, which: str) -> None:
        value = MetricValue(**{year: field.text() for year, field in self.fields.items()})
        self.edited.emit(self._figure.id, value, which)


class MetricTable(QWidget):
    """The heads of the columns, and a row for each of ``metrics``; see ``MetricRow``."""

    edited = Signal(str, object, str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self,
        title: str,
        metrics: Sequence[Metric],
        year: int,
        words: Words,
        required: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.rows: dict[str, MetricRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        texts = (metric.unit.in_(words.language) for metric in metrics)
        longest = max(map(theme.metrics("compact").horizontalAdvance, texts), default=0) + 1
        unit = min(max(_UNIT_WIDTH, longest), theme.width(_UNIT_WIDTH))
        column.addLayout(self._heads(title, year, unit))
        for metric in metrics:
            row = MetricRow(metric, year, words, unit, required=metric.id in required)
            row.edited.connect(self.edited)
            row.typing.connect(self.typing)
            row.visit_ended.connect(self.visit_ended)
            self.rows[metric.id] = row
            column.addWidget(row)

    def _heads(self, title: str, year: int, unit_width: int) -> QGridLayout:
        grid = columns_grid(unit_width)
        grid.setContentsMargins(0, 0, 0, SPACE_4)
        grid.addWidget(Paragraph(title, "strong"), 0, 0)
        year_text = self.tr("{0}", "a year as the head of a column")
        for column, text in (
            (_PREVIOUS, year_text.format(year - 1)),
            (_CURRENT, year_text.format(year)),
            (_UNIT, self.tr("Unit")),
            (_CHANGE, self.tr("Change")),
        ):
            head = PlainLabel(text, "caption", "text" if column == _CURRENT else "text3")
            if column == _CHANGE:
                head.setAlignment(_RIGHT)
            grid.addWidget(head, 0, column)
        return grid


def columns_grid(unit_width: int) -> QGridLayout:
    """The columns of rows and heads, which stand in grids of their own.

    Units have ``unit_width`` and take two lines in it: none pushes the fields of its row away.
    """
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_12)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    for column, width in (
        (_PREVIOUS, theme.width(_WIDTHS["previous"])),
        (_CURRENT, theme.width(_WIDTHS["current"])),
        (_UNIT, unit_width),
        (_CHANGE, theme.width(_CHANGE_WIDTH)),
    ):
        grid.setColumnMinimumWidth(column, width)
    return grid
