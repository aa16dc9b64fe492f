"""What honest people and other programs do to a workbook does not change what it says."""

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from digicom_desktop.documents.workbook_reader import WorkbookContent, read_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.text import Language
from digicom_desktop.incoming import empty_report
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder
from tests.documents.sample_report import sample_report

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook just written."""
    path = tmp_path / "report.xlsx"
    write_workbook(sample_report(), path)
    return path


def values(content: WorkbookContent) -> dict[tuple[str, str, str], object]:
    """What ``content`` says, wherever it stands."""
    return {
        (block, row, column): found.value
        for block, rows in content.blocks.items()
        for row, columns in rows.items()
        for column, found in columns.items()
        if found.value is not None
    }


def edited(path: Path, edit: Callable[[Workbook], None]) -> WorkbookContent:
    """The workbook at ``path`` after ``edit`` and saving by another program."""
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return read_workbook(path)


def with_parts(path: Path, change: Callable[[str, str], str], more: Mapping[str, str]) -> None:
    """Write every part of XML anew as ``change`` makes it, and ``more``."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (parts | dict(more)).items():
            archive.writestr(name, change(name, text))


def cell_of(workbook: Workbook, sheet: str, block: str, row: str, column: str) -> tuple[int, int]:
    """Row and column of a cell by its ids."""
    worksheet = workbook[sheet]
    key = next(r for r in worksheet.iter_rows() if r[0].value == f"#digicom:{block}")
    at = next(cell.column for cell in key if cell.value == column)
    (found,) = [r[0].row for r in worksheet.iter_rows(min_row=key[0].row) if r[0].value == row][:1]
    return int(str(found)), int(str(at))


def sheet_of(workbook: Workbook, name: str) -> Worksheet:
    found = workbook[name]
    assert isinstance(found, Worksheet)
    return found


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("levels", [{"1.1": 3}, {}], ids=["filled", "empty"])
def test_a_workbook_as_written_has_no_loose_or_repeated_rows_and_lacks_nothing(
    language: Language, levels: dict[str, int | None], tmp_path: Path
) -> None:
    path = tmp_path / "report.xlsx"
    report = sample_report(language, levels, evidence=()) if not levels else sample_report(language)
    write_workbook(report, path)
    content = read_workbook(path)
    assert (content.loose, content.repeated) == ((), ())
    assert (content.absent, content.absent_sheets) == ((), ())


@pytest.mark.parametrize("language", list(Language))
def test_a_template_has_no_loose_rows_and_lacks_nothing(language: Language, tmp_path: Path) -> None:
    library = Library(resources_folder())
    report = empty_report(library, 2025, language, datetime(2026, 3, 1, tzinfo=UTC))
    write_workbook(report, tmp_path / "template.xlsx")
    content = read_workbook(tmp_path / "template.xlsx")
    assert (content.loose, content.repeated, content.absent) == ((), (), ())


def test_shared_texts_with_runs_and_phonetics_read_as_what_they_show(path: Path) -> None:
    before = values(read_workbook(path))
    shared: list[str] = []

    def share(match: re.Match[str]) -> str:
        text = match[2]
        at = len(text) // 2 if "&" not in text else 0
        runs = f"<r><rPr><b/></rPr><t>{text[:at]}</t></r><r><t>{text[at:]}</t></r>"
        shared.append(
            f'<si>{runs}<rPh sb="0" eb="1"><t>假名</t></rPh><phoneticPr fontId="1"/></si>'
        )
        return f'{match[1]} t="s"><v>{len(shared) - 1}</v></c>'

    inline = (
        r'(<c r="[A-Z]+\d+" s="\d+") t="inlineStr"><is><t xml:space="preserve">([^<]*)</t></is></c>'
    )
    link = f'<Relationship Id="s" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'

    def change(name: str, text: str) -> str:
        if name.endswith("workbook.xml.rels"):
            return text.replace("</Relationships>", f"{link}</Relationships>")
        return re.sub(inline, share, text) if "worksheets/sheet" in name else text

    with_parts(path, change, {})
    assert len(shared) > 500
    with_parts(
        path,
        lambda _, text: text,
        {"xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{"".join(shared)}</sst>'},
    )
    assert values(read_workbook(path)) == before


def test_cells_without_places_read_in_their_order(path: Path) -> None:
    before = read_workbook(path).blocks["data"]

    def without_places(match: re.Match[str]) -> str:
        # The heads begin in the second column, and have to say so.
        is_whole = '<c r="A' in match[0]
        return re.sub(r' r="[A-Z]*\d+"', "", match[0]) if is_whole else match[0]

    def change(name: str, text: str) -> str:
        return re.sub("<row .*?</row>", without_places, text) if name.endswith("13.xml") else text

    with_parts(path, change, {})
    with zipfile.ZipFile(path) as archive:
        assert archive.read("xl/worksheets/sheet13.xml").count(b' r="') < 5
    assert read_workbook(path).blocks["data"] == before


def test_columns_inserted_before_and_among_the_ids_change_nothing(path: Path) -> None:
    before = values(read_workbook(path))

    def edit(workbook: Workbook) -> None:
        for name in ("自评表", "佐证材料清单", "数据"):
            sheet = sheet_of(workbook, name)
            for area in list(sheet.merged_cells.ranges):
                sheet.unmerge_cells(str(area))
            sheet.insert_cols(3, 2)
            sheet.insert_cols(1)
            sheet.insert_rows(1, 2)
            sheet.title = f"我的{name}"

    assert values(edited(path, edit)) == before


def test_the_place_of_a_value_is_where_it_stands_now(path: Path) -> None:
    content = edited(path, lambda workbook: sheet_of(workbook, "自评表").insert_cols(1))
    found = content.blocks["items"]["1.1"]["claimed"]
    assert (found.sheet, found.cell[0]) == ("自评表", "H")


def test_sorted_rows_change_nothing(path: Path) -> None:
    before = values(read_workbook(path))

    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "自评表")
        first, _ = cell_of(workbook, "自评表", "items", "1.1", "note")
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
        for at, row in enumerate(reversed(rows), first):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(at, column)
                cell.value, cell.data_type = value, "s" if isinstance(value, str) else "n"

    def without_formulas(found: dict[tuple[str, str, str], object]) -> object:
        return {place: value for place, value in found.items() if "points" not in place[2]}

    assert without_formulas(values(edited(path, edit))) == without_formulas(before)


def test_a_hidden_sheet_and_a_sheet_more_change_nothing(path: Path) -> None:
    before = values(read_workbook(path))

    def edit(workbook: Workbook) -> None:
        sheet_of(workbook, "自评表").sheet_state = "veryHidden"
        workbook.create_sheet("草稿", 0).append(["随便写写", 1, 2])
        workbook.create_chartsheet("图")

    assert values(edited(path, edit)) == before


def test_numbers_truths_dates_and_mistakes_read_as_they_stand(path: Path) -> None:
    given: dict[str, Any] = {
        "note": 46022,
        "system": True,
        "scope": 0.1 + 0.2,
        "person": "#N/A",
        "since": "00123",
    }

    def edit(workbook: Workbook) -> None:
        for column, value in given.items():
            row, at = cell_of(workbook, "自评表", "items", "1.1", column)
            sheet_of(workbook, "自评表").cell(row, at).value = value

    content = edited(path, edit)
    expected = {**given, "note": Decimal(46022), "system": "TRUE", "scope": Decimal("0.3")}
    assert {c: content.value("items", "1.1", c) for c in given} == expected


def test_a_formula_has_no_value_and_says_that_it_is_one(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        row, column = cell_of(workbook, "自评表", "items", "1.1", "claimed")
        sheet_of(workbook, "自评表").cell(row, column).value = "=1+2"

    found = edited(path, edit).blocks["items"]["1.1"]["claimed"]
    assert (found.value, found.is_formula) == (None, True)


def test_a_cell_merged_with_an_inserted_column_keeps_its_value(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "佐证材料清单")
        row, column = cell_of(workbook, "佐证材料清单", "evidence", "1.1-01", "title")
        sheet.insert_cols(column)
        sheet.cell(row, column).value = "合并后的名称"
        sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 1)

    content = edited(path, edit)
    assert content.value("evidence", "1.1-01", "title") == "合并后的名称"


def test_a_row_typed_below_a_table_is_loose(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, "佐证材料清单")
        row = sheet.max_row + 1
        sheet.cell(row, 3).value = "新的材料"
        sheet.cell(row, 8).value = "与表格有关"

    (loose,) = edited(path, edit).loose
    assert (loose.block, loose.sheet, loose.cell[0]) == ("evidence", "佐证材料清单", "C")
    assert loose.values["title"].value == "新的材料"


def test_a_row_without_its_id_between_two_blocks_is_loose(path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        row, _ = cell_of(workbook, "改进计划", "targets", "1.1", "target")
        sheet_of(workbook, "改进计划").cell(row, 1).value = None

    content = edited(path, edit)
    assert [loose.block for loose in content.loose] == ["targets"]
    assert "1.1" not in content.blocks["targets"]


def test_of_a_row_that_stands_twice_the_first_counts(path: Path) -> None:
    before = values(read_workbook(path))

    def edit(workbook: Workbook) -> None:
        copy = workbook.copy_worksheet(sheet_of(workbook, "自评表"))
        row = next(r[0].row for r in copy.iter_rows() if r[0].value == "1.1")
        copy.cell(int(str(row)), 7).value = 5

    content = edited(path, edit)
    assert values(content) == before
    assert len(content.repeated) == 22
    assert {repeated.sheet for repeated in content.repeated} == {"自评表 Copy"}


def test_a_deleted_sheet_is_absent(path: Path) -> None:
    content = edited(path, lambda workbook: workbook.remove(workbook["改进计划"]))
    assert content.absent_sheets == ("plan",)
    assert content.absent == ("planned", "targets", "actions")
