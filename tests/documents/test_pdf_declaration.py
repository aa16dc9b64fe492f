"""The statement of truth and the authority's page of the PDF."""

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from digicom_desktop.documents.pdf_report import check_pdf, write_pdf
from digicom_desktop.domain.document_parts import ALL_PARTS, Part
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from tests.documents.sample_report import sample_report


def squeezed(text: str) -> str:
    return "".join(text.split())


def pages(report: Report, tmp_path: Path) -> list[str]:
    path = tmp_path / "报告.pdf"
    write_pdf(report, path)
    check_pdf(report, path)
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(path).pages]


@pytest.mark.parametrize("language", Language)
def test_the_declaration_is_the_page_after_the_contents(language: Language, tmp_path: Path) -> None:
    report = sample_report(language)
    page = pages(report, tmp_path)[2]
    ids = ["title", "lead", *(f"clause.{n}" for n in range(1, 6)), "signature", "seal", "date"]
    for id in ids:
        assert squeezed(report.words.say(f"declaration.{id}")) in page
    for value in (report.firm, "程䶮", "汪𬭸", "0793-7350018 转 806", report.code):
        assert squeezed(value) in page
    assert squeezed(report.words.say("pdf.firm.title")) not in page


def test_the_declaration_says_which_pages_are_stamped(tmp_path: Path) -> None:
    page = pages(sample_report(), tmp_path)[2]
    assert "盖章处：第1页（封面）、第3页（承诺书）；各页盖骑缝章。" in page


@pytest.mark.parametrize("language", Language)
def test_the_last_page_is_left_to_the_authorities(language: Language, tmp_path: Path) -> None:
    report = sample_report(language)
    page = pages(report, tmp_path)[-1]
    for id in ("title", "county", "city", "note"):
        assert page.count(squeezed(report.words.say(f"opinion.{id}"))) >= 1
    for id in ("handler", "leader", "seal", "date"):
        assert page.count(squeezed(report.words.say(f"opinion.{id}"))) >= 2
    assert squeezed(report.words.say("pdf.method.title")) not in page


def test_the_contents_name_declaration_and_opinion_without_a_number(tmp_path: Path) -> None:
    found = pages(sample_report(), tmp_path)
    assert found[1].startswith("目录承诺书3一、企业基本情况4")
    assert f"主管部门意见{len(found)}" in found[1]


@pytest.mark.parametrize("part", Part)
def test_a_part_left_out_is_nowhere_and_the_others_count_on(part: Part, tmp_path: Path) -> None:
    report = sample_report()
    parts = tuple(other for other in ALL_PARTS if other is not part)
    path = tmp_path / "部分.pdf"
    write_pdf(report, path, parts)
    check_pdf(report, path, parts)
    reader = pypdf.PdfReader(path)
    cover, contents = (squeezed(page.extract_text()) for page in reader.pages[:2])
    name = TITLES[part]
    assert f"部分副本，不含：{name}。" in cover
    assert name not in contents
    assert name not in str(reader.outline)
    numbered = [TITLES[other] for other in parts if other not in (Part.DECLARATION, Part.OPINION)]
    for numeral, title in zip("一二三四五六七", numbered, strict=False):
        assert f"{numeral}、{title}" in contents


TITLES = {
    Part.DECLARATION: "承诺书",
    Part.FIRM: "企业基本情况",
    Part.SUMMARY: "自评结果",
    Part.ITEMS: "分方向自评情况",
    Part.PLAN: "改进计划",
    Part.EVIDENCE: "佐证材料清单",
    Part.REVIEW: "审核说明",
    Part.METHOD: "评分方法",
    Part.OPINION: "主管部门意见",
}


def test_a_whole_report_is_not_called_a_part(tmp_path: Path) -> None:
    assert not any("部分副本" in page for page in pages(sample_report(), tmp_path))


def test_one_part_alone_is_a_short_document(tmp_path: Path) -> None:
    path = tmp_path / "承诺书.pdf"
    write_pdf(sample_report(), path, [Part.DECLARATION])
    check_pdf(sample_report(), path, [Part.DECLARATION])
    assert len(pypdf.PdfReader(path).pages) == 3


def test_a_part_that_was_to_be_there_and_is_not_is_told(tmp_path: Path) -> None:
    report = sample_report()
    path = tmp_path / "部分.pdf"
    write_pdf(report, path, [Part.FIRM, Part.SUMMARY])
    with pytest.raises(DigicomError) as raised:
        check_pdf(report, path)
    assert raised.value.id == "pdf.differs.text"


def test_the_english_report_says_that_the_chinese_one_is_handed_in(tmp_path: Path) -> None:
    cover = pages(sample_report(Language.EN), tmp_path)[0]
    assert "SimplifiedChineseistheonetohandin" in cover
    assert "简体中文版为准" not in pages(sample_report(), tmp_path)[0]


def test_contents_too_long_for_a_page_name_the_chapters_only(tmp_path: Path) -> None:
    report = sample_report()
    many = tuple(
        replace(direction, name=f"{direction.name}之{n}", items=() if n else direction.items)
        for n in range(6)
        for direction in report.directions
    )
    contents = pages(replace(report, directions=many), tmp_path)[1]
    assert "三、分方向自评情况" in contents
    assert "主管部门意见" in contents
    assert "之5" not in contents
