"""The workbook says what the report says, exactly, and says so when read back."""

import zipfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook

from digicom_desktop.documents.workbook_layout import SHEETS
from digicom_desktop.documents.workbook_reader import check_workbook, read_workbook
from digicom_desktop.documents.workbook_writer import write_workbook
from digicom_desktop.domain.report import ItemView, Report, Row, ScoreView
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from tests.documents.sample_report import CLAIMS, read_words, sample_report

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@x",
    "\ttab first",
    "<img src=x>",
    "a<b & c>d ]]>",
    "_x0041_",
    "_x005F_x0041_",
    "'apostrophe",
    "  blanks around  ",
    "\nline first and last\n",
    "00123",
    "1e5",
    "2025-12-31",
    "#N/A",
    "TRUE",
    "䶮㛃𬭸㊣①☑",
    "‮right to left",
    "#2",
    "#digicom:items",
)
EMPTY: dict[str, int | None] = {}


def written(report: Report, folder: Path) -> Path:
    path = folder / "report.xlsx"
    write_workbook(report, path)
    return path


def with_text_everywhere(report: Report, text: str) -> Report:
    """``report`` with ``text`` in every field that people type."""

    def item(view: ItemView) -> ItemView:
        figures = tuple(
            replace(f, current=text, previous=text, current_value=None, previous_value=None)
            for f in view.figures
        )
        statement = tuple(replace(row, value=text) for row in view.statement)
        return replace(view, reason=text, figures=figures, statement=statement)

    return replace(
        report,
        firm=text,
        credit_code=text,
        company=tuple(replace(row, value=text) for row in report.company),
        narratives=tuple(replace(row, value=text) for row in report.narratives),
        metrics=tuple(
            replace(m, current=text, previous=text, current_value=None, previous_value=None)
            for m in report.metrics
        ),
        evidence=tuple(
            replace(e, title=text, date=text, proves=text, file_name=text) for e in report.evidence
        ),
        directions=tuple(replace(d, items=tuple(map(item, d.items))) for d in report.directions),
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_answer_reads_back_from_the_workbook(language: Language, tmp_path: Path) -> None:
    report, words = sample_report(language), read_words(language)
    content = read_workbook(written(report, tmp_path))
    for item in report.items:
        text = partial(content.text, "items", item.id)
        assert text("clause").split("\n")[0] == item.clause_zh
        not_applicable = words.say("workbook.not_applicable")
        claimed = not_applicable if item.state == "not_applicable" else item.claimed
        assert content.value("items", item.id, "claimed") == claimed
        assert content.value("items", item.id, "supported") == item.supported
        assert text("claimed_name") == item.claimed_name
        assert text("reason") == item.reason
        assert text("evidence") == "\n".join(item.evidence)
        for row in item.statement:
            assert text(row.id.removeprefix("statement.")) == row.value
        for practice in item.practices:
            assert (practice.text in text("practices")) is practice.ticked
        for figure in item.figures:
            assert content.text("figures", figure.id, "current") == (figure.current_value or "")


@pytest.mark.parametrize("language", list(Language))
def test_firm_evidence_and_scores_read_back_from_the_workbook(
    language: Language, tmp_path: Path
) -> None:
    report = sample_report(language)
    content = read_workbook(written(report, tmp_path))
    for row in report.company:
        assert content.text("company", row.id, "value") == row.value
    for row in report.narratives:
        assert content.text("narratives", row.id, "text") == row.value
    for metric in report.metrics:
        text = partial(content.text, "metrics", metric.id)
        assert text("current") == (metric.current_value or "")
        assert text("previous") == (metric.previous_value or "")
        assert (text("unit"), text("change")) == (metric.unit, metric.change)
    for entry in report.evidence:
        assert content.text("evidence", entry.number, "title") == entry.title
        assert content.text("evidence", entry.number, "file_sha256") == entry.file_sha256
    for direction in report.directions:
        shown = Decimal(direction.supported.shown)
        assert content.value("directions", direction.id, "supported") == shown
    assert content.value("result", "supported", "value") == Decimal(report.supported.shown)
    assert content.value("result", "declared", "value") == Decimal(report.declared.shown)
    assert content.text("cover", "code", "value") == report.code


def test_the_hidden_sheet_carries_the_content_and_what_it_belongs_to(tmp_path: Path) -> None:
    report = sample_report(content='{"a":"一"}'.encode())
    content = read_workbook(written(report, tmp_path))
    assert content.content == report.content
    assert content.code == report.code
    assert content.data("edition_sha256") == report.edition_sha256
    assert content.data("state") == "finalised"
    assert content.data("revision") == "1"


def test_a_workbook_just_written_passes_its_check(tmp_path: Path) -> None:
    for language in Language:
        for claims in (CLAIMS, EMPTY, {"1.1": 4, "2.1": -1}):
            report = sample_report(language, claims)
            check_workbook(report, written(report, tmp_path))


def test_the_sheet_of_items_holds_the_22_clauses(tmp_path: Path) -> None:
    content = read_workbook(written(sample_report(), tmp_path))
    assert len(content.blocks["items"]) == 22


def test_an_empty_assessment_makes_a_workbook_without_scores(tmp_path: Path) -> None:
    nothing = ScoreView(None, "—")
    report = sample_report(levels=EMPTY, evidence=(), declared=nothing, supported=nothing)
    path = written(report, tmp_path)
    check_workbook(report, path)
    content = read_workbook(path)
    assert content.text("cover", "supported", "value") == "—"
    assert content.value("items", "1.1", "claimed") is None


def test_a_direction_without_a_score_is_no_point_of_the_chart(tmp_path: Path) -> None:
    report = sample_report(levels={**CLAIMS, "2.1": -1, "2.2": -1, "2.3": -1})
    content = read_workbook(written(report, tmp_path))
    (direction,) = [d for d in report.directions if d.items[0].id == "2.1"]
    assert direction.supported.value is None
    assert content.value("directions", direction.id, "supported") is None
    assert content.text("directions", direction.id, "remark") == "不适用"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_comes_back_exactly_from_every_field(text: str, tmp_path: Path) -> None:
    report = with_text_everywhere(sample_report(), text)
    path = written(report, tmp_path)
    check_workbook(report, path)
    content = read_workbook(path)
    assert content.text("cover", "firm", "value") == text
    assert content.text("company", "company.name", "value") == text
    assert content.text("items", "1.1", "note") == text
    assert content.text("figures", "1.1.k1", "current") == text
    assert content.text("metrics", "revenue", "previous") == text
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            xml = archive.read(name).decode()
            ElementTree.fromstring(xml)
            assert "<hyperlink" not in xml
    assert formulas(path) == formulas(written(sample_report(), tmp_path))


def formulas(path: Path) -> list[tuple[str, str]]:
    """Where formulas stand, and what they say."""
    cells = (c for sheet in load_workbook(path) for row in sheet.iter_rows() for c in row)
    return [(cell.coordinate, str(cell.value)) for cell in cells if cell.data_type == "f"]


def test_no_text_is_a_formula_whatever_was_typed(tmp_path: Path) -> None:
    path = written(with_text_everywhere(sample_report(), "=1+1"), tmp_path)
    workbook = load_workbook(path)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=1+1" for cell in cells)
    assert "=1+1" not in [text for _, text in formulas(path)]


def test_control_characters_never_make_a_workbook_unreadable(tmp_path: Path) -> None:
    report = with_text_everywhere(sample_report(), "a\x00\x1b\ud800b\ufffe")
    path = written(report, tmp_path)
    check_workbook(report, path)
    assert read_workbook(path).text("company", "company.name", "value") == "ab"


@pytest.mark.parametrize(
    "text",
    [
        "一二三四五六七八九，" * 300,
        "\n".join(["短行"] * 1000),
        "\n" * 600,
        "LongWordWithoutBlanks" * 140,
        "The quick brown fox jumps over the lazy dog. " * 60,
        "𬭸" * 3000,
    ],
    ids=["chinese", "short lines", "newlines", "one word", "english", "rare"],
)
def test_a_long_text_runs_over_several_rows_and_is_whole_again(text: str, tmp_path: Path) -> None:
    report = sample_report(narratives=(Row("company.results", "取得成效", text),))
    report = with_text_everywhere(report, text[:600])
    report = replace(report, narratives=(Row("company.results", "取得成效", text),))
    path = written(report, tmp_path)
    check_workbook(report, path)
    assert read_workbook(path).text("narratives", "company.results", "text") == text
    workbook = load_workbook(path)
    for sheet in workbook:
        heights = [dimension.height or 0 for dimension in sheet.row_dimensions.values()]
        assert max(heights) <= 409
        assert all(len(str(c.value or "")) <= 32_767 for row in sheet.iter_rows() for c in row)


def test_long_content_is_cut_into_cells_without_loss(tmp_path: Path) -> None:
    content = ('{"a":"' + "_x0041_𬭸長" * 20_000 + '"}').encode()
    report = sample_report(content=content)
    path = written(report, tmp_path)
    check_workbook(report, path)
    assert read_workbook(path).content == content
    sheet = load_workbook(path).worksheets[-1]
    units = [len(str(c.value or "").encode("utf-16-le")) // 2 for row in sheet for c in row]
    assert len([n for n in units if n > 20_000]) > 3


def test_a_number_is_a_number_and_a_text_stays_a_text(tmp_path: Path) -> None:
    content = read_workbook(written(sample_report(), tmp_path))
    assert content.value("figures", "1.1.k1", "current") == Decimal("1234.5")
    assert isinstance(content.value("items", "1.1", "claimed"), Decimal)
    assert content.value("cover", "credit_code", "value") == "91361130MA35K8QX4T"
    assert content.value("evidence", "1.1-01", "date") == "2025-12-31"


def test_a_figure_with_more_digits_than_a_spreadsheet_keeps_stays_a_text(tmp_path: Path) -> None:
    report = sample_report()
    direction = report.directions[0]
    item = direction.items[0]
    figure = replace(item.figures[0], current="1234567890123456", current_value="1234567890123456")
    items = (replace(item, figures=(figure,)), *direction.items[1:])
    report = replace(report, directions=(replace(direction, items=items), *report.directions[1:]))
    path = written(report, tmp_path)
    check_workbook(report, path)
    assert read_workbook(path).value("figures", figure.id, "current") == "1234567890123456"


def test_a_score_shown_with_two_decimals_keeps_them(tmp_path: Path) -> None:
    report = sample_report(supported=ScoreView(Fraction(5996, 100), "59.96"))
    path = written(report, tmp_path)
    check_workbook(report, path)
    sheet = load_workbook(path)["得分"]
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == 59.96]
    assert cell.number_format == "0.00"


@pytest.mark.parametrize(
    ("change", "sheet"),
    [
        ({"firm": "另一家"}, "封面"),
        ({"code": "AAAA-AAAA-AAAAA"}, "封面"),
        ({"content": b"[]"}, "数据"),
        ({"evidence": ()}, "佐证材料清单"),
        ({"declared": ScoreView(Fraction(1), "1.0")}, "封面"),
        ({"narratives": (Row("company.results", "取得成效", "别的"),)}, "企业信息"),
    ],
)
def test_a_workbook_that_says_something_else_is_found_out(
    change: dict[str, Any], sheet: str, tmp_path: Path
) -> None:
    path = written(sample_report(), tmp_path)
    with pytest.raises(DigicomError) as caught:
        check_workbook(sample_report(**change), path)
    assert caught.value.id == "workbook.differs"
    assert caught.value.values["sheet"] == sheet
    assert read_words(Language.ZH).error(caught.value)


def test_a_changed_cell_is_named(tmp_path: Path) -> None:
    path = written(sample_report(), tmp_path)
    workbook = load_workbook(path)
    sheet = workbook["自评表"]
    (cell,) = [c for row in sheet.iter_rows() for c in row if str(c.value).startswith("应用云计算")]
    cell.value = str(cell.value)[:-1]
    workbook.save(path)
    with pytest.raises(DigicomError) as caught:
        check_workbook(sample_report(), path)
    assert caught.value.values == {"sheet": "自评表", "cell": cell.coordinate}


def test_a_text_that_became_a_formula_is_found_out(tmp_path: Path) -> None:
    report = sample_report(firm="=1+1")
    path = written(report, tmp_path)
    workbook = load_workbook(path)
    for row in workbook["封面"].iter_rows():
        for cell in row:
            if cell.value == "=1+1":
                cell.data_type = "f"
    workbook.save(path)
    with pytest.raises(DigicomError, match=r"workbook\.differs"):
        check_workbook(report, path)


def test_values_are_found_by_their_ids_wherever_they_stand(tmp_path: Path) -> None:
    report = sample_report()
    path = written(report, tmp_path)
    workbook = load_workbook(path)
    for sheet in workbook:
        sheet.title = f"x{sheet.title}"
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.insert_cols(1, 2)
        sheet.insert_rows(1, 3)
    workbook.move_sheet(workbook.worksheets[3], -3)
    workbook.save(path)
    check_workbook(report, path)


def test_equal_reports_give_equal_bytes(tmp_path: Path) -> None:
    first = written(sample_report(), tmp_path).read_bytes()
    assert written(sample_report(), tmp_path).read_bytes() == first


def test_the_workbook_of_another_program_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "封面"
    workbook.save(path)
    with pytest.raises(DigicomError) as caught:
        read_workbook(path)
    assert caught.value.id == "workbook.foreign"
    assert read_words(Language.ZH).error(caught.value)


def test_a_workbook_of_a_newer_program_gets_a_sentence(tmp_path: Path) -> None:
    path = written(sample_report(), tmp_path)
    workbook = load_workbook(path)
    for row in workbook["数据"].iter_rows():
        if row[0].value == "format":
            row[1].value = "99"
    workbook.save(path)
    with pytest.raises(DigicomError, match=r"workbook\.newer"):
        read_workbook(path)


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_that_the_workbook_needs_is_there(language: Language) -> None:
    words = read_words(language)
    for sheet in SHEETS:
        assert len(words.say(f"workbook.sheets.{sheet.id}")) <= 31
        for block in sheet.blocks:
            for column in block.columns:
                if block.heads:
                    assert words.say(block.head(column), year=2025, last=2024)


def test_the_file_says_who_and_when_and_nothing_of_this_computer(tmp_path: Path) -> None:
    report = sample_report()
    properties = load_workbook(written(report, tmp_path)).properties
    assert properties.creator == report.firm
    assert properties.created == properties.modified == datetime(2026, 3, 23, 8, 40)  # noqa: DTZ001
    assert properties.title == "婺源青禾茶业有限公司 2025 年度数字商务企业自评表"
