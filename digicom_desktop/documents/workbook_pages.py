"""How the sheets print, and what the file says of itself."""

from datetime import UTC

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from digicom_desktop.documents.workbook_cells import FIRST_COLUMN
from digicom_desktop.documents.workbook_formulas import Places
from digicom_desktop.documents.workbook_layout import NAMES
from digicom_desktop.documents.workbook_page_rows import PageRows
from digicom_desktop.documents.workbook_shapes import Sheet
from digicom_desktop.documents.workbook_xml import letter, lookalikes_escaped
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language, clean_line

_A4 = 9
_MARGIN, _MARGIN_TOP, _MARGIN_HEADER = 0.4, 0.75, 0.35
"""In inches."""
_POINTS = 72
_FIRM_LENGTH = 24
"""Most characters of the firm's name for which a page header has room."""
_CELL_PADDING = 5 / 7
"""What a width in the file is wider than the characters it holds."""


def set_up_sheet(worksheet: Worksheet, sheet: Sheet, head: int, report: Report) -> None:
    """Columns, view and print set-up of ``sheet``, whose column heads stand in row ``head``."""
    _set_columns(worksheet, sheet)
    worksheet.sheet_view.showGridLines = False
    if sheet.hidden:
        worksheet.sheet_state = "hidden"
        return
    if sheet.frozen:
        worksheet.freeze_panes = f"{letter(FIRST_COLUMN + sheet.repeated)}{head + 1}"
        worksheet.print_title_rows = f"{head}:{head}"
    _set_page(worksheet, sheet)
    _set_header(worksheet, report)


def _set_columns(worksheet: Worksheet, sheet: Sheet) -> None:
    worksheet.column_dimensions["A"].hidden = True
    for number, width in enumerate(sheet.widths):
        dimension = worksheet.column_dimensions[letter(FIRST_COLUMN + number)]
        dimension.width = width + _CELL_PADDING


def _set_page(worksheet: Worksheet, sheet: Sheet) -> None:
    page, margins = worksheet.page_setup, worksheet.page_margins
    page.paperSize = _A4
    page.orientation = "landscape" if sheet.landscape else "portrait"
    margins.left = margins.right = _MARGIN
    margins.top = margins.bottom = _MARGIN_TOP
    margins.header = margins.footer = _MARGIN_HEADER
    worksheet.print_options.horizontalCentered = sheet.pages_across == 1
    if sheet.scale is not None:
        page.scale = sheet.scale
        return
    # How wide a column prints depends on a font that may be missing.
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.fitToWidth, page.fitToHeight = sheet.pages_across, 0
    if sheet.pages_across > 1:
        page.pageOrder = "overThenDown"
        worksheet.print_title_cols = f"A:{letter(FIRST_COLUMN + sheet.repeated - 1)}"


def set_breaks(worksheet: Worksheet, sheet: Sheet, rows: PageRows) -> None:
    """Page breaks of a sheet that is not fitted to its pages."""
    if sheet.scale is None:
        return
    margin = _MARGIN_TOP * _POINTS
    for row in rows.breaks(sheet.scale, margin, landscape=sheet.landscape):
        worksheet.row_breaks.append(Break(row))


def _set_header(worksheet: Worksheet, report: Report) -> None:
    say = report.words.say
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    header.left.text = _plain(short_name(report))
    header.center.text = _plain(_marks(report)) or None
    header.right.text = _plain(say("workbook.header.code", code=report.code))
    footer.left.text = _plain(report.method_note)
    # Excel puts the numbers for &P and &N.
    footer.right.text = _plain(say("workbook.header.page", page="\0", pages="\1")).translate(
        {0: "&P", 1: "&N"}
    )
    worksheet.oddHeader, worksheet.oddFooter = header, footer


def _marks(report: Report) -> str:
    """What every page says of a draft, and of a copy in another language."""
    marks = [report.state_name] if report.state == "draft" else []
    if report.language is not Language.ZH:
        marks.append(report.words.say("workbook.header.copy"))
    return " · ".join(marks)


def short_name(report: Report) -> str:
    """The firm's name where there is room for one line only."""
    firm = clean_line(report.firm)
    return firm if len(firm) <= _FIRM_LENGTH else f"{firm[: _FIRM_LENGTH - 1]}…"


def _plain(text: str) -> str:
    """``text`` for a page header, where & begins a command."""
    return lookalikes_escaped(text).replace("&", "&&")


def set_properties(workbook: Workbook, report: Report) -> None:
    """Title, author and time of the file; nothing of the computer it is written on."""
    properties, firm = workbook.properties, clean_line(report.firm)
    properties.title = report.words.say("workbook.title", firm=firm, year=report.year)
    properties.creator = properties.lastModifiedBy = firm
    properties.subject = report.edition_title
    properties.description = report.method_note
    properties.keywords = properties.identifier = report.code
    properties.category = report.words.say("workbook.cover_title")
    properties.contentStatus = report.state_name
    properties.version = None if report.revision is None else str(report.revision)
    properties.language = str(report.language).replace("_", "-")
    # Both in UTC, as the format wants it; openpyxl takes no aware times.
    properties.created = report.saved_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.modified = properties.created
    facts = {
        "DigiCom code": report.code,
        "DigiCom credit code": clean_line(report.credit_code),
        "DigiCom year": str(report.year),
        "DigiCom edition": report.edition,
        "DigiCom program": report.program,
    }
    for name, value in facts.items():
        if value:
            property_ = StringProperty(name=name, value=value)
            workbook.custom_doc_props.append(property_)  # type: ignore[attr-defined]


def set_names(workbook: Workbook, places: Places) -> None:
    """Names of the whole workbook for what others' formulas look for."""
    for name in NAMES:
        workbook.defined_names[name.name] = DefinedName(name.name, attr_text=places.target(name))
