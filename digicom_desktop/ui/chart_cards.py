"""The cards with charts: directions, characteristics, and the strip of all items."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from digicom_desktop.domain.chart_geometry import (
    Axis,
    Cell,
    Group,
    Role,
    Shape,
    bars,
    strip,
    strip_height,
)
from digicom_desktop.domain.report import DirectionView, ItemView, Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.chart_card import ChartCard
from digicom_desktop.ui.chart_look import radar_shapes
from digicom_desktop.ui.chart_view import ChartView, Mark
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.linked_text import Link, LinkedText, listed
from digicom_desktop.ui.numbers_table import Numbers
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12

_LINE = 17.0
_RADAR_HEIGHT = 226
RADAR_WIDTH = 290
"""With less room its labels would stand on each other."""
_BAR_ROW = 25.0
_BAR_NAME_GAP = 12
_BAR_NAME_ABOVE = 18.0
_LEAST_BAR = 120
"""With less room beside its name a bar stands below it."""
_SCORES = 100
_CELL = 31.0
_NO_BREAK = "\N{NO-BREAK SPACE}"


class RadarCard(ChartCard):
    """The six directions on a wheel, with last year's where they are known."""

    def __init__(self) -> None:
        title = self.tr("Six directions")
        chart = ChartView(
            title, lambda _width: theme.px(_RADAR_HEIGHT), least_width=theme.px(RADAR_WIDTH)
        )
        super().__init__(title, chart)
        self.add_legend(Role.SUPPORTED, self.tr("Evidence-backed"))
        self.add_legend(Role.DECLARED, self.tr("Declared"))
        self._previous = self.add_legend(Role.PREVIOUS)
        self.chart.fill_height()
        self.body.setStretchFactor(self.chart, 1)
        self.body.addStretch(0)  # for the table, which is as high as its rows

    def show_report(self, report: Report) -> None:
        """Shows the directions of ``report``."""
        axes = [self._axis(report, direction) for direction in report.directions]
        year = "" if report.previous is None else self._year(report.previous.year)
        self._previous.set_text(year)
        self.show_aids()
        self.chart.show_chart(
            lambda width, height: radar_shapes(axes, width, height),
            [Mark(axis.key, self._says(report, axis)) for axis in axes],
        )
        heads = (self.tr("Direction"), self.tr("Evidence-backed"), self.tr("Declared"))
        rows = [(axis.name, *_values(axis), *_before(report, axis)) for axis in axes]
        self.show_numbers(Numbers((*heads, year) if year else heads, tuple(rows)))

    def _axis(self, report: Report, direction: DirectionView) -> Axis:
        before = None if report.previous is None else report.previous.directions[direction.id]
        return replace(self.axis(report, direction), previous=before)

    def _says(self, report: Report, axis: Axis) -> str:
        sentence = self.says(axis)
        if report.previous is None or axis.previous is None:
            return sentence
        before = report.previous.shown[axis.key]
        # A tool tip is one line per thing that it says.
        return f"{sentence}\n{self._year(report.previous.year)}: {before}"

    def _year(self, year: int) -> str:
        said = self.tr("{0}", "a year").format(year)
        return said.replace(" ", _NO_BREAK)


class BarsCard(ChartCard):
    """The six characteristics as bars, and the strongest and weakest items."""

    item_chosen = Signal(str)

    def __init__(self) -> None:
        title = self.tr("Six characteristics")
        self._axes: tuple[Axis, ...] = ()
        self._names = 0
        super().__init__(title, ChartView(title, self._chart_height, name_type="compact"))
        self.add_legend(Role.BAR, self.tr("Evidence-backed"))
        self.add_legend(Role.TICK, self.tr("Declared"))
        self._extremes = (LinkedText(), LinkedText())
        self.body.addSpacing(SPACE_4)
        self.body.addWidget(Separator())
        self.body.addSpacing(SPACE_4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(1, 1)
        captions = (self.tr("Strongest"), self.tr("Weakest"))
        for row, text in enumerate(self._extremes):
            text.chosen.connect(self.item_chosen)
            caption = PlainLabel(captions[row], "compact", "text3")
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def show_report(self, report: Report) -> None:
        """Shows the characteristics of ``report`` and its extreme items."""
        self._axes = axes = tuple(self.axis(report, view) for view in report.characteristics)
        metrics = theme.metrics("compact")
        widest = max(metrics.horizontalAdvance(axis.name) for axis in axes)
        self._names = widest + _BAR_NAME_GAP
        self.chart.show_chart(
            self._shapes,
            [Mark(axis.key, self.says(axis)) for axis in axes],
        )
        heads = (self.tr("Characteristic"), self.tr("Evidence-backed"), self.tr("Declared"))
        self.show_numbers(Numbers(heads, tuple((axis.name, *_values(axis)) for axis in axes)))
        weakest = [id for id in report.weakest if id not in report.strongest]
        for text, ids in zip(self._extremes, (report.strongest, weakest), strict=True):
            self._show_items(report, text, ids)

    def _shapes(self, width: float, _height: float) -> tuple[Shape, ...]:
        names, above = (
            (0, float(theme.px(_BAR_NAME_ABOVE))) if self._is_narrow(width) else (self._names, 0.0)
        )
        return bars(self._axes, width, theme.px(_BAR_ROW), names, theme.px(_SCORES), above)

    def _chart_height(self, width: int) -> int:
        above = theme.px(_BAR_NAME_ABOVE) if self._is_narrow(width) else 0
        return round(len(self._axes) * (theme.px(_BAR_ROW) + above))

    def _is_narrow(self, width: float) -> bool:
        return width - self._names - theme.px(_SCORES) < _LEAST_BAR

    def _show_items(self, report: Report, text: LinkedText, ids: Sequence[str]) -> None:
        titles = {item.id: item.title for item in report.items}
        links = [Link(titles[id], id, f"{id} {titles[id]}") for id in ids]
        between = self.tr(", ", "between items")
        text.show_parts([*listed(links, between, between)] or ["—"])


class StripCard(ChartCard):
    """All items as cells; a click leads to the item."""

    item_chosen = Signal(str)

    def __init__(self) -> None:
        title = self.tr("All items")
        chart = ChartView(title, self._chart_height, is_linked=True)
        super().__init__(title, chart)
        self._groups: tuple[Group, ...] = ()
        self.add_note(
            self.tr(
                "Cell: evidence-backed level · ↑ claimed level · – not applicable · click to go"
            )
        )
        chart.chosen.connect(self.item_chosen)

    def show_report(self, report: Report) -> None:
        """Shows the items of ``report``."""
        self._groups = tuple(
            Group(view.id, view.name, tuple(_cell(item) for item in view.items))
            for view in report.directions
        )
        self.chart.show_chart(
            lambda width, _height: strip(
                self._groups, width, theme.px(_LINE), self._columns(width), theme.px(_CELL)
            ),
            [Mark(item.id, self._item_says(item)) for item in report.items],
        )
        heads = (self.tr("Item"), self.tr("Evidence-backed level"), self.tr("Claimed level"))
        self.show_numbers(Numbers(heads, tuple(map(_item_row, report.items))))

    def _item_says(self, item: ItemView) -> str:
        name = f"{item.id} {item.title}"
        if item.claimed is None:
            return f"{name}: {item.state_name}"
        return self.tr("{0}: evidence-backed level {1} {2}, claimed level {3} {4}").format(
            name, item.supported, item.supported_name, item.claimed, item.claimed_name
        )

    def _chart_height(self, width: int) -> int:
        return round(
            strip_height(len(self._groups), theme.px(_LINE), self._columns(width), theme.px(_CELL))
        )

    def _columns(self, width: float) -> int:
        """As many groups in a row as have room for their cells and their names."""
        metrics = theme.metrics("caption")
        widest = max(
            (
                max(metrics.horizontalAdvance(group.name), len(group.cells) * theme.px(_CELL))
                for group in self._groups
            ),
            default=theme.px(_CELL),
        )
        return next((n for n in (6, 3, 2) if width / n >= widest + SPACE_4), 1)


def _cell(item: ItemView) -> Cell:
    held_back = item.claimed if item.hold_back else None
    return Cell(item.id, item.supported, held_back, item.state != "not_applicable")


def _values(axis: Axis) -> tuple[str, str]:
    if axis.supported is None:
        return axis.missing, axis.missing
    return axis.supported_text, axis.declared_text


def _before(report: Report, axis: Axis) -> tuple[str, ...]:
    return () if report.previous is None else (report.previous.shown[axis.key],)


def _item_row(item: ItemView) -> tuple[str, str, str]:
    if item.claimed is None:
        return f"{item.id} {item.title}", item.state_name, item.state_name
    return (
        f"{item.id} {item.title}",
        f"{item.supported} {item.supported_name}",
        f"{item.claimed} {item.claimed_name}",
    )
