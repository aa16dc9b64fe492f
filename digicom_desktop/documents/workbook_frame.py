"""The part of a sheet around its rows: columns, view, page, header and footer, as XML.

Written directly for the same reason as the cells: openpyxl takes most of an export for it.
"""

from collections.abc import Sequence

from digicom_desktop.documents.workbook_cells import FIRST_COLUMN
from digicom_desktop.documents.workbook_page_rows import PageRows
from digicom_desktop.documents.workbook_pages import footer, header
from digicom_desktop.documents.workbook_shapes import Sheet
from digicom_desktop.documents.workbook_xml import escaped, letter
from digicom_desktop.domain.report import Report

_NAMESPACES = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_A4 = 9
_MARGIN, _MARGIN_TOP, _MARGIN_HEADER = 0.4, 0.75, 0.35
"""In inches."""
_POINTS = 72
_CELL_PADDING = 5 / 7
"""What a width in the file is wider than the characters it holds."""
_MOST_COLUMNS = 16_383
"""How far a page break reaches."""


def sheet_xml(
    sheet: Sheet, head: int, last: int, rows: Sequence[str], page: PageRows, report: Report
) -> str:
    """A whole sheet: ``rows`` are its elements from ``sheetData`` to ``dataValidations``.

    Column heads stand in row ``head``, the last row is ``last``. All charts are in one drawing.
    """
    parts = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
        f"<worksheet {_NAMESPACES}>",
        "" if sheet.hidden or sheet.scale else '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
        f'<dimension ref="A1:{letter(FIRST_COLUMN + len(sheet.widths) - 1)}{last}"/>',
        _view(sheet, head),
        '<sheetFormatPr defaultRowHeight="15"/>',
        _columns(sheet),
        *rows,
        "" if sheet.hidden else _page(sheet, page, report),
        '<drawing r:id="rId1"/>' if sheet.has_charts else "",
        "</worksheet>",
    )
    return "".join(parts)


def _view(sheet: Sheet, head: int) -> str:
    lines = "" if sheet.hidden else ' showGridLines="0"'
    pane = _pane(sheet.repeated, head) if sheet.frozen else ""
    view = f'<sheetView{lines} workbookViewId="0">{pane}</sheetView>'
    return f"<sheetViews>{view}</sheetViews>"


def _pane(repeated: int, head: int) -> str:
    """Column heads stay in sight, and the ``repeated`` first columns."""
    columns = FIRST_COLUMN + repeated - 1
    corner = f"{letter(columns + 1)}{head + 1}"
    return (
        f'<pane xSplit="{columns}" ySplit="{head}" topLeftCell="{corner}"'
        ' activePane="bottomRight" state="frozen"/>'
        '<selection pane="topRight"/><selection pane="bottomLeft"/>'
        f'<selection pane="bottomRight" activeCell="{corner}" sqref="{corner}"/>'
    )


def _columns(sheet: Sheet) -> str:
    """The hidden column of ids, and the others."""
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width + _CELL_PADDING:.4f}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, FIRST_COLUMN)
    )
    return f'<cols><col min="1" max="1" width="13" hidden="1" customWidth="1"/>{columns}</cols>'


def _page(sheet: Sheet, page: PageRows, report: Report) -> str:
    centred = '<printOptions horizontalCentered="1"/>' if sheet.pages_across == 1 else ""
    top, side, edge = _MARGIN_TOP, _MARGIN, _MARGIN_HEADER
    return (
        f'{centred}<pageMargins left="{side}" right="{side}" top="{top}" bottom="{top}"'
        f' header="{edge}" footer="{edge}"/>'
        f'<pageSetup paperSize="{_A4}" orientation="{_orientation(sheet)}"{_fit(sheet)}/>'
        f"<headerFooter><oddHeader>{escaped(header(report))}</oddHeader>"
        f"<oddFooter>{escaped(footer(report))}</oddFooter></headerFooter>{_breaks(sheet, page)}"
    )


def _orientation(sheet: Sheet) -> str:
    return "landscape" if sheet.landscape else "portrait"


def _fit(sheet: Sheet) -> str:
    """How large it prints; how wide a column is there depends on a font that may be missing."""
    if sheet.scale is not None:
        return f' scale="{sheet.scale}"'
    order = ' pageOrder="overThenDown"' if sheet.pages_across > 1 else ""
    return f' fitToWidth="{sheet.pages_across}" fitToHeight="0"{order}'


def _breaks(sheet: Sheet, page: PageRows) -> str:
    """Page breaks of a sheet that is not fitted to its pages."""
    if sheet.scale is None:
        return ""
    rows = page.breaks(sheet.scale, _MARGIN_TOP * _POINTS, landscape=sheet.landscape)
    breaks = "".join(f'<brk id="{row}" max="{_MOST_COLUMNS}" man="1"/>' for row in rows)
    count = len(rows)
    return (
        f'<rowBreaks count="{count}" manualBreakCount="{count}">{breaks}</rowBreaks>'
        if rows
        else ""
    )
