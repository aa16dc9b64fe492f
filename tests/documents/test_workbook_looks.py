"""The workbook prints on A4, shows its texts whole, and draws its charts."""

import math
import re
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from digicom_desktop.documents.workbook_reader import read_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from tests.documents.sample_report import sample_report

NOTE = "本软件自评方法，非商务部官方评分"
SOFFICE = shutil.which("soffice")


def written(report: Report, folder: Path) -> Path:
    path = folder / "report.xlsx"
    write_workbook(report, path)
    return path


def test_sheets_stand_in_the_order_of_a_form_and_the_data_is_hidden(tmp_path: Path) -> None:
    workbook = load_workbook(written(sample_report(), tmp_path))
    assert workbook.sheetnames == [
        "封面", "填报说明", "企业信息", "自评表", "关键指标", "经营数据", "佐证材料清单", "得分",
        "改进计划", "审核说明", "承诺书", "主管部门意见", "数据",
    ]  # fmt: skip
    assert [sheet.title for sheet in workbook if sheet.sheet_state == "hidden"] == ["数据"]


def test_sheets_print_on_a4_with_firm_code_and_page(tmp_path: Path) -> None:
    report = sample_report(firm="甲&乙")
    workbook = load_workbook(written(report, tmp_path))
    for sheet in workbook.worksheets[:-1]:
        assert sheet.page_setup.paperSize == 9
        header, footer = str(sheet.oddHeader), str(sheet.oddFooter)
        assert header == f"&L甲&&乙&R一致性代码 {report.code}"
        assert footer == f"&L{NOTE}&R第 &P 页，共 &N 页"
    items = workbook["自评表"]
    assert items.page_setup.orientation == "landscape"
    assert items.freeze_panes == "D6"
    assert items.print_title_rows == "$5:$5"
    assert items.print_title_cols == "$A:$C"


def test_a_long_name_never_makes_a_page_header_too_long(tmp_path: Path) -> None:
    workbook = load_workbook(written(sample_report(firm="&" * 200), tmp_path))
    with zipfile.ZipFile(tmp_path / "report.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    header = re.search("<oddHeader>(.*?)</oddHeader>", xml)
    assert header is not None
    assert len(header[1].replace("&amp;", "&")) <= 255
    assert workbook.worksheets


def test_a_draft_says_so_on_its_cover_and_every_page(tmp_path: Path) -> None:
    report = sample_report(state="draft", state_name="草稿", revision=None)
    workbook = load_workbook(written(report, tmp_path))
    cover = [str(c.value) for row in workbook["封面"].iter_rows() for c in row]
    assert "草　稿" in cover
    assert report.notices["draft"] in cover
    assert all("&C草稿&R" in str(sheet.oddHeader) for sheet in workbook.worksheets[:-1])


def test_a_finalised_report_never_says_draft(tmp_path: Path) -> None:
    workbook = load_workbook(written(sample_report(), tmp_path))
    texts = [str(c.value) for sheet in workbook for row in sheet.iter_rows() for c in row]
    assert not [text for text in texts if "草" in text and "稿" in text]
    assert not [sheet for sheet in workbook if "&C" in str(sheet.oddHeader)]


def test_the_notice_on_the_method_stands_wherever_a_score_stands(tmp_path: Path) -> None:
    workbook = load_workbook(written(sample_report(), tmp_path))
    for name in ("封面", "自评表", "得分"):
        texts = [str(c.value) for row in workbook[name].iter_rows() for c in row]
        assert any(NOTE in text for text in texts)


def test_an_english_workbook_says_on_every_page_that_it_is_a_copy(tmp_path: Path) -> None:
    path = written(sample_report(Language.EN), tmp_path)
    assert "copy" in read_workbook(path).text("notices", "copy", "text")
    for sheet in load_workbook(path).worksheets[:-1]:
        assert "&C英文副本 English copy&R" in str(sheet.oddHeader)


def test_charts_are_a_radar_and_bars_with_both_scores_from_0_to_100(tmp_path: Path) -> None:
    report = sample_report()
    with zipfile.ZipFile(written(report, tmp_path)) as archive:
        radar = archive.read("xl/charts/chart1.xml").decode()
        bars = archive.read("xl/charts/chart2.xml").decode()
    assert '<radarStyle val="marker" />' in radar
    assert "<barChart>" in bars
    for chart, views in ((radar, report.directions), (bars, report.characteristics)):
        assert '<max val="100" /><min val="0" />' in chart
        assert chart.count('<delete val="0" />') == 2
        cached = re.findall(r"<v>([\d.]+)</v>", chart)
        scores = [view.supported for view in views] + [view.claimed for view in views]
        assert [float(v) for v in cached] == [float(score.shown) for score in scores]


def test_charts_draw_what_stands_in_the_cells(tmp_path: Path) -> None:
    path = written(sample_report(), tmp_path)
    sheet = load_workbook(path)["得分"]
    with zipfile.ZipFile(path) as archive:
        for name in ("xl/charts/chart1.xml", "xl/charts/chart2.xml"):
            chart = archive.read(name).decode()
            series = re.findall(r"<val><numRef><f>'得分'!(.*?)</f>(.*?)</val>", chart)
            assert len(series) == 2
            for area, cache in series:
                cells = [cell.value for (cell,) in sheet[area.replace("$", "")]]
                assert cells == [float(v) for v in re.findall("<v>(.*?)</v>", cache)]


def test_every_row_is_high_enough_for_its_lines(tmp_path: Path) -> None:
    """A coarse bound: Chinese text of full width, 10 points, at least 1.45 times that a line."""
    workbook = load_workbook(written(sample_report(), tmp_path))
    sheet = workbook["自评表"]
    for number, row in enumerate(sheet.iter_rows(min_row=6), 6):
        height = sheet.row_dimensions[number].height or 0
        for column, cell in enumerate(row[1:], 2):
            if cell.data_type == "f":
                continue
            width = sheet.column_dimensions[get_column_letter(column)].width
            room = int((width * 7 - 12) / 13.34)
            parts = str(cell.value or "").split("\n")
            lines = sum(math.ceil(_ems(part) / room) for part in parts)
            assert height >= lines * 14.5, cell.coordinate


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", list(Language))
def test_libreoffice_opens_it_and_what_it_saves_reads_the_same(
    language: Language, tmp_path: Path
) -> None:
    path = written(sample_report(language), tmp_path)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(SOFFICE), home, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*command, str(tmp_path / "out"), str(path)], check=True, timeout=120)
    before, after = read_workbook(path), read_workbook(tmp_path / "out" / "report.xlsx")
    for block, rows in before.blocks.items():
        for row, values in rows.items():
            for column, found in values.items():
                assert after.value(block, row, column) == found.value
