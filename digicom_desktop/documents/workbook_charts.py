"""The native charts of the sheet of scores: a radar of directions, bars of characteristics."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.chart.axis import ChartLines, Scaling
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from digicom_desktop.documents.workbook_styles import ACCENT, NEUTRAL

if TYPE_CHECKING:
    from openpyxl.chart.series import Series
    from openpyxl.worksheet.worksheet import Worksheet

_GRID = "DFE3E7"
_AXIS_MAX = 100
_STEP = 20
_TITLE_SIZE = 1200
"""In hundredths of a point."""
_INSET = 36_000
"""In English Metric Units: a millimetre."""
_EMU_PER_CHARACTER = 7 * 9_525
_LINE, _THIN_LINE = 28_575, 19_050
_Symbol = Literal["circle", "diamond"]


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
    """Where a chart stands: in row ``row`` from the column ``first`` to ``last``, both from 1.

    ``last_width`` is the width of the last one, in characters.
    """

    row: int
    first: int
    last: int
    last_width: float


def add_radar(source: Source, title: str, place: Place) -> None:
    """A radar with a line for each score, on a fixed scale of 0-100."""
    chart = RadarChart()
    chart.type = "marker"  # a filled area would hide the one behind it
    _fill(chart, source, title, place)
    supported, declared = chart.series
    solid = LineProperties(solidFill=ACCENT, w=_LINE)
    dashed = LineProperties(solidFill=NEUTRAL, prstDash="dash", w=_THIN_LINE)
    _draw(supported, solid, ACCENT, "circle")
    _draw(declared, dashed, NEUTRAL, "diamond")
    source.sheet.add_chart(chart)


def add_bars(source: Source, title: str, place: Place) -> None:
    """A bar for each score, first point on top, on a fixed scale of 0-100."""
    chart = BarChart()
    chart.type = "bar"
    chart.gapWidth = 60
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"  # the far end of an axis turned round is the bottom
    _fill(chart, source, title, place)
    supported, declared = chart.series
    supported.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
    declared.graphicalProperties = GraphicalProperties(solidFill="FFFFFF")
    declared.graphicalProperties.line = LineProperties(solidFill=NEUTRAL, prstDash="sysDash")
    source.sheet.add_chart(chart)


def _fill(chart: "RadarChart | BarChart", source: Source, title: str, place: Place) -> None:
    sheet, first, names = source.sheet, source.names + 1, source.names
    numbers = Reference(sheet, first, source.head, first + 1, source.last)
    chart.add_data(numbers, titles_from_data=True)
    chart.set_categories(Reference(sheet, names, source.head + 1, names, source.last))
    chart.title = _title(title)
    chart.anchor = _anchor(place)  # type: ignore[assignment]  # the stubs know names of cells only
    chart.legend = Legend(legendPos="b")
    chart.display_blanks = "gap"
    axis = chart.y_axis
    axis.scaling = Scaling(min=0, max=_AXIS_MAX)
    axis.majorUnit = _STEP
    axis.majorGridlines = ChartLines(GraphicalProperties(ln=LineProperties(solidFill=_GRID)))
    axis.number_format = "0"
    axis.delete = chart.x_axis.delete = False


def _title(text: str) -> Title:
    look = ParagraphProperties(defRPr=CharacterProperties(sz=_TITLE_SIZE, b=True))
    paragraph = Paragraph(pPr=look, r=[RegularTextRun(t=text)])
    return Title(Text(rich=RichText(p=[paragraph])), overlay=False)


def _anchor(place: Place) -> TwoCellAnchor:
    """Tied to cells, whose width depends on the font that is there."""
    top_left = AnchorMarker(col=place.first - 1, row=place.row - 1, colOff=_INSET, rowOff=_INSET)
    end = int(place.last_width * _EMU_PER_CHARACTER)  # not the next column: it would be printed
    bottom_right = AnchorMarker(col=place.last - 1, row=place.row, colOff=end)
    return TwoCellAnchor(editAs="twoCell", _from=top_left, to=bottom_right)


def _draw(series: "Series", line: LineProperties, color: str, symbol: _Symbol) -> None:
    series.graphicalProperties.line = line
    series.smooth = False
    edge = LineProperties(solidFill=color)
    fill = GraphicalProperties(solidFill=color, ln=edge)
    series.marker = Marker(symbol=symbol, size=7, spPr=fill)
