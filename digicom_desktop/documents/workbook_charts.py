"""The native charts of the sheet of scores: a radar of directions, bars of characteristics."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from digicom_desktop.documents.workbook_styles import ACCENT, NEUTRAL

if TYPE_CHECKING:
    from openpyxl.chart.series import Series
    from openpyxl.worksheet.worksheet import Worksheet

_GRID = "DFE3E7"
_AXIS_MAX = 100
_STEP = 20


@dataclass(frozen=True, slots=True)
class Source:
    """Where a chart's numbers stand: rows ``head`` (names of the series) to ``last``.

    Columns are counted from 1; the names of the points are in ``names``, the evidence-backed
    scores in the next column, the declared ones in the one after.
    """

    sheet: "Worksheet"
    head: int
    last: int
    names: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chart stands: the cell of its upper left corner, and its size in centimetres."""

    corner: str
    width: float
    height: float


def add_radar(source: Source, title: str, place: Place) -> None:
    """A radar with a line for each score, on a fixed scale of 0-100."""
    chart = RadarChart()
    chart.type = "marker"  # a filled area would hide the one behind it
    _fill(chart, source, title, place)
    supported, declared = chart.series
    _draw_line(supported, ACCENT, "solid", 28_575, "circle")
    _draw_line(declared, NEUTRAL, "dash", 19_050, "diamond")
    source.sheet.add_chart(chart, place.corner)


def add_bars(source: Source, title: str, place: Place) -> None:
    """A column for each score, on a fixed scale of 0-100."""
    chart = BarChart()
    chart.type = "col"
    chart.gapWidth = 60
    chart.overlap = -5
    _fill(chart, source, title, place)
    supported, declared = chart.series
    supported.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
    declared.graphicalProperties = GraphicalProperties(solidFill="FFFFFF")
    declared.graphicalProperties.line = LineProperties(solidFill=NEUTRAL, prstDash="sysDash")
    source.sheet.add_chart(chart, place.corner)


def _fill(chart: "RadarChart | BarChart", source: Source, title: str, place: Place) -> None:
    first = source.names + 1
    numbers = Reference(
        source.sheet, min_col=first, max_col=first + 1, min_row=source.head, max_row=source.last
    )
    names = Reference(
        source.sheet, min_col=source.names, min_row=source.head + 1, max_row=source.last
    )
    chart.add_data(numbers, titles_from_data=True)
    chart.set_categories(names)
    chart.title = title
    chart.width, chart.height = place.width, place.height
    chart.legend.position = "b"
    chart.display_blanks = "gap"
    _scale(chart)


def _scale(chart: "RadarChart | BarChart") -> None:
    axis = chart.y_axis
    axis.scaling.min, axis.scaling.max = 0, _AXIS_MAX
    axis.majorUnit = _STEP
    axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_GRID))
    axis.number_format = "0"
    axis.delete = chart.x_axis.delete = False


def _draw_line(series: "Series", color: str, dash: str, width: int, symbol: str) -> None:
    """``width`` in English Metric Units, 12,700 to a point."""
    series.graphicalProperties.line = LineProperties(solidFill=color, prstDash=dash, w=width)
    series.smooth = False
    series.marker.symbol = symbol
    series.marker.size = 7
    series.marker.graphicalProperties = GraphicalProperties(solidFill=color)
    series.marker.graphicalProperties.line.solidFill = color
