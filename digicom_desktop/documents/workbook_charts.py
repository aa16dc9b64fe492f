"""The native charts of the sheet of scores: a radar of directions, bars of characteristics."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from openpyxl.chart import BarChart, RadarChart
from openpyxl.chart.axis import ChartLines, Scaling
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
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
from openpyxl.utils import quote_sheetname

from digicom_desktop.documents.workbook_styles import ACCENT, GRID, GROUND, NEUTRAL
from digicom_desktop.documents.workbook_values import Value
from digicom_desktop.documents.workbook_xml import letter

_AXIS_MAX = 100
_STEP = 20
_TITLE_SIZE, _LABEL_SIZE, _SMALL_LABEL_SIZE = 1200, 900, 750
"""In hundredths of a point."""
_SHORT_NAME = 12
"""Most characters of a name that has room beside a radar in the larger size."""
_INSET = 36_000
"""In English Metric Units: a millimetre."""
_EMU_PER_CHARACTER = 7 * 9_525
_LINE, _THIN_LINE = 28_575, 19_050
_Symbol = Literal["circle", "diamond"]
_Chart = RadarChart | BarChart


@dataclass(frozen=True, slots=True)
class Source:
    """Where a chart's numbers stand, and the numbers, for programs that draw without calculating.

    Below the row ``head`` each row of ``values`` holds a name, the evidence-backed and the declared
    score (None: no point), from the sheet column ``column`` on, counted from 1.
    """

    sheet: str
    head: int
    column: int
    heads: Sequence[str]
    values: Sequence[Sequence[Value]]

    def area(self, offset: int) -> str:
        """The cells of the ``offset``-th column, without its head."""
        column, first = letter(self.column + offset), self.head + 1
        last = self.head + len(self.values)
        return f"{quote_sheetname(self.sheet)}!${column}${first}:${column}${last}"

    def head_cell(self, offset: int) -> str:
        """The cell of a column's head."""
        return f"{quote_sheetname(self.sheet)}!${letter(self.column + offset)}${self.head}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chart stands: in row ``row`` from the column ``first`` to ``last``, both from 1.

    ``last_width`` is the width of the last one, in characters.
    """

    row: int
    first: int
    last: int
    last_width: float


def radar_chart(source: Source, title: str, place: Place) -> RadarChart:
    """A radar with a line for each score, on a fixed scale of 0-100."""
    chart = RadarChart()
    chart.type = "marker"  # a filled area would hide the one behind it
    supported, declared = _fill(chart, source, title, place)
    solid = LineProperties(solidFill=ACCENT, w=_LINE)
    dashed = LineProperties(solidFill=NEUTRAL, prstDash="dash", w=_THIN_LINE)
    _draw(supported, solid, ACCENT, "circle")
    _draw(declared, dashed, NEUTRAL, "diamond")
    return chart


def bar_chart(source: Source, title: str, place: Place) -> BarChart:
    """A bar for each score, first point on top, on a fixed scale of 0-100."""
    chart = BarChart()
    chart.type = "bar"
    chart.gapWidth = 60
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"  # the far end of an axis turned round is the bottom
    supported, declared = _fill(chart, source, title, place)
    supported.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
    edge = LineProperties(solidFill=NEUTRAL, prstDash="sysDash")
    declared.graphicalProperties = GraphicalProperties(solidFill=GROUND, ln=edge)
    return chart


def _fill(chart: _Chart, source: Source, title: str, place: Place) -> tuple[Series, Series]:
    """What both charts share; the series of evidence-backed and of declared scores."""
    both = _series(source, 1), _series(source, 2)
    for series in both:
        chart.append(series)
    chart.title = _title(title)
    chart.anchor = _anchor(place)  # type: ignore[assignment]  # the stubs know names of cells only
    chart.legend = Legend(legendPos="b")
    chart.display_blanks = "gap"
    axis = chart.y_axis
    axis.scaling = Scaling(min=0, max=_AXIS_MAX)
    axis.majorUnit = _STEP
    axis.majorGridlines = ChartLines(GraphicalProperties(ln=LineProperties(solidFill=GRID)))
    axis.number_format = "0"
    is_short = all(len(str(row[0])) <= _SHORT_NAME for row in source.values)
    size = _LABEL_SIZE if is_short else _SMALL_LABEL_SIZE
    for each in (axis, chart.x_axis):
        each.delete = False
        each.txPr = RichText(p=[Paragraph(pPr=_characters(size), endParaRPr=None)])
    return both


def _series(source: Source, offset: int) -> Series:
    scores = [row[offset] for row in source.values]
    numbers = NumData(
        ptCount=len(scores),
        pt=[NumVal(idx=n, v=f"{v}") for n, v in enumerate(scores) if isinstance(v, Decimal)],
    )
    names = _texts(source.area(0), (str(row[0]) for row in source.values))
    series = Series(
        tx=SeriesLabel(strRef=_texts(source.head_cell(offset), [source.heads[offset]])),
        cat=AxDataSource(strRef=names),
        val=NumDataSource(numRef=NumRef(f=source.area(offset), numCache=numbers)),
    )
    series.graphicalProperties = GraphicalProperties()
    return series


def _texts(area: str, texts: Iterable[str]) -> StrRef:
    points = [StrVal(idx=n, v=text) for n, text in enumerate(texts)]
    return StrRef(f=area, strCache=StrData(ptCount=len(points), pt=points))


def _characters(size: int, *, bold: bool = False) -> ParagraphProperties:
    return ParagraphProperties(defRPr=CharacterProperties(sz=size, b=bold))


def _title(text: str) -> Title:
    paragraph = Paragraph(pPr=_characters(_TITLE_SIZE, bold=True), r=[RegularTextRun(t=text)])
    return Title(Text(rich=RichText(p=[paragraph])), overlay=False)


def _anchor(place: Place) -> TwoCellAnchor:
    """Tied to cells, whose width depends on the font that is there."""
    top_left = AnchorMarker(col=place.first - 1, row=place.row - 1, colOff=_INSET, rowOff=_INSET)
    end = int(place.last_width * _EMU_PER_CHARACTER)  # not the next column: it would be printed
    bottom_right = AnchorMarker(col=place.last - 1, row=place.row, colOff=end)
    return TwoCellAnchor(editAs="twoCell", _from=top_left, to=bottom_right)


def _draw(series: Series, line: LineProperties, color: str, symbol: _Symbol) -> None:
    series.graphicalProperties = GraphicalProperties(ln=line)
    series.smooth = False
    edge = LineProperties(solidFill=color)
    fill = GraphicalProperties(solidFill=color, ln=edge)
    series.marker = Marker(symbol=symbol, size=7, spPr=fill)
