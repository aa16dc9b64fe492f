"""The workbook is a form: open cells to fill in, lists to choose from, boxes to sign and stamp."""

import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from digicom_desktop.documents.workbook_layout import NAMES, SHEETS
from digicom_desktop.documents.workbook_page_rows import PageRows
from digicom_desktop.documents.workbook_reader import read_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from tests.documents.sample_report import read_words, sample_report


def written(report: Report, folder: Path) -> Path:
    path = folder / "report.xlsx"
    write_workbook(report, path)
    return path


def cell_of(path: Path, workbook: Workbook, block: str, row: str, column: str) -> Cell:
    """The cell with that value, found by its ids."""
    found = read_workbook(path).blocks[block][row][column]
    cell = workbook[found.sheet][found.cell]
    assert isinstance(cell, Cell)
    return cell


def test_every_sheet_is_protected_without_a_password(tmp_path: Path) -> None:
    for sheet in load_workbook(written(sample_report(), tmp_path)).worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert not sheet.protection.formatColumns
        assert not sheet.protection.formatRows
        assert not sheet.protection.selectLockedCells


@pytest.mark.parametrize(
    ("block", "row", "column"),
    [
        ("company", "company.name", "value"),
        ("narratives", "company.results", "text"),
        ("items", "1.1", "claimed"),
        ("items", "1.1", "note"),
        ("items", "5.1", "reason"),
        ("figures", "1.1.k1", "current"),
        ("metrics", "revenue", "previous"),
        ("evidence", "1.1-01", "grade"),
        ("targets", "1.1", "target"),
        ("actions", "a1", "state"),
        ("review", "level.jump:B", "said"),
        ("undersigned", "phone", "value"),
    ],
)
def test_what_a_firm_fills_in_is_open(block: str, row: str, column: str, tmp_path: Path) -> None:
    path = written(sample_report(), tmp_path)
    assert not cell_of(path, load_workbook(path), block, row, column).protection.locked


@pytest.mark.parametrize(
    ("block", "row", "column"),
    [
        ("cover", "supported", "value"),
        ("company", "company.size", "value"),
        ("items", "1.1", "clause"),
        ("items", "1.1", "supported"),
        ("figures", "1.1.k1", "unit"),
        ("evidence", "1.1-01", "file_sha256"),
        ("directions", "1", "supported"),
        ("undersigned", "code", "value"),
        ("data", "code", "value"),
    ],
)
def test_all_else_is_locked(block: str, row: str, column: str, tmp_path: Path) -> None:
    path = written(sample_report(), tmp_path)
    assert cell_of(path, load_workbook(path), block, row, column).protection.locked


@pytest.mark.parametrize("language", list(Language))
def test_lists_offer_what_may_stand_there(language: Language, tmp_path: Path) -> None:
    path, words = written(sample_report(language), tmp_path), read_words(language)
    workbook = load_workbook(path)
    expected = {
        ("items", "1.1", "claimed"): [0, 1, 2, 3, 4, words.say("workbook.not_applicable")],
        ("evidence", "1.1-01", "grade"): [0, 1, 2, 3],
        ("targets", "1.1", "target"): [1, 2, 3, 4],
        ("company", "company.category", "value"): [
            words.say("company.category.application"),
            words.say("company.category.service"),
        ],
    }
    for ids, offered in expected.items():
        assert _offered(workbook, cell_of(path, workbook, *ids)) == offered
    states = _offered(workbook, cell_of(path, workbook, "actions", "a1", "state"))
    assert words.say("report.action.dropped") in states
    ownerships = _offered(
        workbook, cell_of(path, workbook, "company", "company.ownership", "value")
    )
    assert len(ownerships) == 7


def _offered(workbook: Workbook, cell: Cell) -> list[object]:
    """What the drop-down list of ``cell`` offers."""
    assert isinstance(cell.parent, Worksheet)
    validations = cell.parent.data_validations.dataValidation
    (validation,) = (v for v in validations if cell.coordinate in v.sqref)
    assert validation.type == "list"
    sheet, _, area = str(validation.formula1).rpartition("!")
    cells = workbook[sheet.strip("'")][area.replace("$", "")]
    return [row[0].value for row in cells]


_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection",
    "mergeCells", "dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "drawing",
)  # fmt: skip
"""As the standard asks (ECMA-376, CT_Worksheet); Excel offers to repair a sheet in another one."""


@pytest.mark.parametrize("language", list(Language))
def test_the_parts_of_a_sheet_stand_in_the_order_of_the_standard(
    language: Language, tmp_path: Path
) -> None:
    with zipfile.ZipFile(written(sample_report(language), tmp_path)) as archive:
        for number in range(1, len(SHEETS) + 1):
            root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            names = [child.tag.rpartition("}")[2] for child in root]
            assert names == [name for name in _ORDER if name in names]


@pytest.mark.parametrize("language", list(Language))
def test_texts_of_lists_are_as_short_as_excel_asks(language: Language) -> None:
    words = read_words(language)
    assert len(words.say("workbook.choice.title")) <= 32
    assert len(words.say("workbook.choice.advice")) <= 255


def test_names_of_the_workbook_lead_to_scores_level_and_code(tmp_path: Path) -> None:
    report = sample_report()
    workbook = load_workbook(written(report, tmp_path), data_only=True)
    values = {}
    for name in NAMES:
        ((sheet, cell),) = workbook.defined_names[name.name].destinations
        values[name.name] = workbook[sheet][cell].value
    assert values["digicom_code"] == report.code
    assert values["digicom_level"] == report.firm_level.name
    assert values["digicom_credit_code"] == report.credit_code
    for side, score in (("supported", report.supported), ("declared", report.declared)):
        for id in (f"digicom_{side}", f"digicom_check_{side}"):
            assert Decimal(str(values[id])) == Decimal(score.shown)


def test_the_statement_of_truth_names_who_signs_and_what(tmp_path: Path) -> None:
    report, words = sample_report(), read_words(Language.ZH)
    content = read_workbook(written(report, tmp_path))
    for number in range(1, 6):
        clause = words.say(f"declaration.clause.{number}")
        assert content.text("declaration", f"clause.{number}", "text") == clause
    assert content.text("undersigned", "representative", "value") == "程䶮"
    assert content.text("undersigned", "code", "value") == report.code
    assert content.text("stamping", "pages", "text") == "盖章处：封面、承诺书；各页盖骑缝章。"


def test_boxes_to_sign_and_stamp_are_empty_tall_and_framed(tmp_path: Path) -> None:
    workbook = load_workbook(written(sample_report(), tmp_path))
    for name, height in (("承诺书", 100), ("主管部门意见", 150)):
        sheet = workbook[name]
        boxes = [n for n, d in sheet.row_dimensions.items() if (d.height or 0) > height]
        assert boxes
        for row in boxes:
            last = sheet.cell(row, 5)
            assert last.value is None
            assert last.border.right.style


def test_the_notes_say_that_there_is_no_password_and_name_the_names(tmp_path: Path) -> None:
    content = read_workbook(written(sample_report(), tmp_path))
    texts = [found["text"].value for found in content.blocks["protection"].values()]
    assert any("没有设密码" in str(text) for text in texts)
    assert any("digicom_supported" in str(text) for text in texts)


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    rows = PageRows()
    for _ in range(35):
        rows.add(20, stays=False)
    rows.add(10, stays=True)
    rows.add(0, stays=True)
    rows.add(20, stays=False)
    assert rows.breaks(100, 54, landscape=False) == [35]


def test_rows_that_are_kept_together_go_to_the_next_page_together() -> None:
    rows = PageRows()
    for _ in range(35):
        rows.add(20, stays=False)
    rows.keep(4)
    rows.add(20, stays=False)
    assert rows.breaks(100, 54, landscape=False) == [35]
    rows.keep(5)
    assert rows.breaks(100, 54, landscape=False) == [31]


def test_a_row_taller_than_what_is_left_begins_a_page() -> None:
    rows = PageRows()
    for height in (400, 400, 100):
        rows.add(height, stays=False)
    assert rows.breaks(100, 54, landscape=False) == [1]


def test_no_page_ends_with_a_heading(tmp_path: Path) -> None:
    """Sections have a bold heading of 12 points; below it stand a hidden row and column heads."""
    workbook = load_workbook(written(sample_report(), tmp_path))
    for declared in (sheet for sheet in SHEETS if sheet.scale):
        name = read_words(Language.ZH).say(f"workbook.sheets.{declared.id}")
        sheet = workbook[name]
        for page in sheet.row_breaks.brk:
            last = sheet.cell(page.id, 2)
            assert not (last.font.bold and last.font.size in (12, 16)), f"{name} {page.id}"


def test_the_file_says_state_revision_and_code_among_its_properties(tmp_path: Path) -> None:
    report = sample_report()
    workbook = load_workbook(written(report, tmp_path))
    properties = workbook.properties
    assert properties.contentStatus == "已定稿"
    assert properties.version == "1"
    assert properties.identifier == properties.keywords == report.code
    custom = {p.name: p.value for p in workbook.custom_doc_props.props}  # type: ignore[attr-defined]
    assert custom["DigiCom code"] == report.code
    assert custom["DigiCom edition"] == report.edition
