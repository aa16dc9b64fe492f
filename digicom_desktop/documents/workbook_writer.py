"""Writes the workbook of a report."""

import io
import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.relationship import Relationship, RelationshipList
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from digicom_desktop.documents.workbook_cells import FIRST_COLUMN, SheetRows
from digicom_desktop.documents.workbook_charts import Place, Source, bar_chart, radar_chart
from digicom_desktop.documents.workbook_formulas import Places
from digicom_desktop.documents.workbook_frame import sheet_xml
from digicom_desktop.documents.workbook_layout import COVER, SHEETS
from digicom_desktop.documents.workbook_pages import (
    set_names,
    set_properties,
    short_name,
)
from digicom_desktop.documents.workbook_rows import lines
from digicom_desktop.documents.workbook_shapes import Block, Sheet
from digicom_desktop.documents.workbook_styles import FONT, FONT_SIZE, Styles
from digicom_desktop.documents.workbook_xml import PROTECTION, Choice, choices_xml, letter
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import clean_line

_CHART_ROW = 265.0
"""Height of the row that the charts stand in, in points."""
_CHARTS_AFTER = "result"
_BLOCK_GAP = 10.0

# A zip knows no time before 1980; the time of writing would make equal reports unequal files.
_MEMBER_TIME = (1980, 1, 1, 0, 0, 0)
_COMPRESSION = 3
"""A twentieth larger than with the usual 6, and a millisecond faster."""
_FIRST_MEMBER = "[Content_Types].xml"
"""Where programs look to learn what kind of zip it is; openpyxl writes it last."""


def write_workbook(report: Report, path: Path) -> None:
    """Write ``report`` to ``path`` just so; ``files.write_whole`` makes that safe.

    Equal reports give equal bytes.
    """
    path.write_bytes(_workbook_bytes(report))


def _workbook_bytes(report: Report) -> bytes:
    workbook = Workbook()
    # Widths of columns are counted in digits of this font.
    workbook._named_styles["Normal"].font = Font(name=FONT, size=FONT_SIZE)  # type: ignore[attr-defined]
    styles, places = Styles(workbook), Places()
    sheets = [_add_sheet(workbook, sheet, styles, places, report) for sheet in SHEETS]
    set_names(workbook, places, report)
    set_properties(workbook, report)
    # The check shall say what follows from the levels that are there, whoever changed them.
    workbook.calculation.fullCalcOnLoad = True
    members = _frame(workbook)
    for number, rows in enumerate(sheets, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        members[name] = _sheet(rows, places, report).encode()
    return _packed(members)


def _add_sheet(
    workbook: Workbook, sheet: Sheet, styles: Styles, places: Places, report: Report
) -> SheetRows:
    name = report.words.say(f"workbook.sheets.{sheet.id}")
    if sheet is SHEETS[0]:
        worksheet = workbook.worksheets[0]
        worksheet.title = name
    else:
        worksheet = workbook.create_sheet(name)
    rows = SheetRows(sheet, name, styles, places)
    _add_heading(rows, report)
    for block in sheet.blocks:
        _add_block(rows, block, report)
        if block.id == _CHARTS_AFTER:
            rows.add_gap(_CHART_ROW)
            rows.heads["charts"] = rows.last
    if "charts" in rows.heads:
        _add_charts(worksheet, rows, report)
    _set_print_titles(worksheet, rows)
    if sheet.hidden:
        worksheet.sheet_state = "hidden"
    return rows


def _set_print_titles(worksheet: Worksheet, rows: SheetRows) -> None:
    """Column heads and first columns that come again on every page."""
    sheet = rows.sheet
    if sheet.frozen:
        head = rows.heads[sheet.blocks[0].id]
        worksheet.print_title_rows = f"{head}:{head}"
    if sheet.pages_across > 1:
        worksheet.print_title_cols = f"A:{letter(FIRST_COLUMN + sheet.repeated - 1)}"


def _add_heading(rows: SheetRows, report: Report) -> None:
    say, sheet = report.words.say, rows.sheet
    if sheet.hidden:
        return
    if sheet is COVER:
        _add_cover_heading(rows, report)
        return
    # Texts over all columns would scroll and print badly in a wide sheet; those in the repeated
    # columns would be cut on its second page.
    span, look = (1, "caption") if sheet.frozen else (len(sheet.widths), "subtitle")
    at = sheet.repeated if sheet.pages_across > 1 else 0
    rows.add_text(say(f"workbook.sheets.{sheet.id}"), "title", 1)
    rows.add_text(_headline(report, sheet), look, span, at)
    if sheet.says_method:
        rows.add_text(say("workbook.method", note=report.method_note), look, span, at)


def _headline(report: Report, sheet: Sheet) -> str:
    """Which content this is, in one line."""
    if report.state == "template":
        return report.words.say("workbook.template.mark")
    return report.words.say(
        "workbook.headline",
        firm=short_name(report) if sheet.frozen else clean_line(report.firm),
        year=report.year,
        state=report.state_name,
        code=report.code,
    )


def _add_cover_heading(rows: SheetRows, report: Report) -> None:
    span = len(rows.sheet.widths)
    rows.add_gap(60)
    if report.state == "draft":
        rows.add_text(report.words.say("workbook.draft_mark"), "cover_draft", span)
    elif report.state == "template":
        rows.add_text(report.words.say("workbook.template.mark"), "cover_subtitle", span)
    rows.add_text(report.words.say("workbook.cover_title"), "cover_title", span)
    rows.add_text(report.edition_title, "cover_subtitle", span)
    rows.add_gap(40)


def _add_block(rows: SheetRows, block: Block, report: Report) -> None:
    if block.for_template and report.state != "template":
        return
    say = report.words.say
    if rows.last and not rows.sheet.frozen and not block.joined:
        rows.add_gap(_BLOCK_GAP)
    if block.new_page:
        rows.page_rows.begin_page()
    if block.title:
        rows.add_text(say(f"workbook.titles.{block.id}"), "section", 1)
    heads = _heads(block, report) if block.heads else ()
    found = tuple(lines(block.id, report))
    rows.add_block(block, heads, found)
    if not found:
        rows.add_text(say("workbook.none"), "note", len(rows.sheet.widths))


def _heads(block: Block, report: Report) -> tuple[str, ...]:
    return tuple(
        report.words.say(block.head(column), year=report.year, last=report.year - 1)
        for column in block.columns
    )


def _add_charts(worksheet: Worksheet, rows: SheetRows, report: Report) -> None:
    for draw, block, first, end in (
        (radar_chart, "directions", 0, 3),
        (bar_chart, "characteristics", 3, len(rows.sheet.widths)),
    ):
        source = Source(
            worksheet.title,
            rows.heads[block],
            FIRST_COLUMN,
            _heads(rows.sheet.block(block), report),
            tuple(line.values for line in lines(block, report)),
        )
        last = FIRST_COLUMN + end - 1
        place = Place(rows.heads["charts"], FIRST_COLUMN + first, last, rows.sheet.widths[end - 1])
        worksheet.add_chart(draw(source, report.words.say(f"workbook.charts.{block}"), place))


class _FrameWriter(ExcelWriter):
    """Writes all of a workbook but its sheets; only what belongs to their charts."""

    def write_worksheet(self, ws: Worksheet) -> None:
        """Nothing but the tie of ``ws`` to its drawing."""
        ws._rels = RelationshipList()  # type: ignore[attr-defined]
        ws._drawing = None  # type: ignore[attr-defined]
        if ws._charts:  # type: ignore[attr-defined]
            ws._drawing = SpreadsheetDrawing()  # type: ignore[attr-defined]
            ws._drawing.charts = ws._charts  # type: ignore[attr-defined]
            ws._rels.append(Relationship("rId1", type="drawing", Target=""))  # type: ignore[attr-defined]
        self.manifest.append(ws)


def _frame(workbook: Workbook) -> dict[str, bytes]:
    """The members of the workbook as openpyxl writes them, without the sheets."""
    buffer = io.BytesIO()
    # Not workbook.save(), which would put the present time into the properties.
    _FrameWriter(workbook, zipfile.ZipFile(buffer, "w")).save()
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _sheet(rows: SheetRows, places: Places, report: Report) -> str:
    """A sheet around its rows."""
    lists = [Choice(cells, places.choices(list_)) for cells, list_ in rows.choices]
    say = report.words.say
    own = (
        rows.data_xml,
        PROTECTION,
        rows.merges_xml,
        choices_xml(lists, say("workbook.choice.title"), say("workbook.choice.advice")),
    )
    head = next(iter(rows.heads.values()))
    return sheet_xml(rows.sheet, head, rows.last, own, rows.page_rows, report)


def _packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members, key=lambda name: name != _FIRST_MEMBER):
            member = zipfile.ZipInfo(name, _MEMBER_TIME)
            member.create_system = 0  # the same bytes on every system
            archive.writestr(member, members[name], zipfile.ZIP_DEFLATED, _COMPRESSION)
    return buffer.getvalue()
