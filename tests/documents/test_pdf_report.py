"""The PDF says all that the report says, whatever people typed."""

import logging
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from digicom_desktop.documents.pdf_answer import says_more
from digicom_desktop.documents.pdf_report import check_pdf, write_pdf
from digicom_desktop.domain.report import DirectionView, EvidenceView, ItemView, Report, Row
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from tests.documents.sample_report import CLAIMS, NOT_APPLICABLE, sample_report

HOSTILE = (
    "<img src=\"file:///etc/passwd\"/>",
    "a<b & c>d &amp; <b>粗</b> <para>",
    "=1+1",
    "@SUM(A1) +2 -3",
    "{firm} {0} %s %(x)s",
    "䶮㛃𬭸㊣①☑☐ 茶",
    "“引号”‘单’（括号）《书名》",
    "\\( \\) (未配对 \\",
    "https://example.invalid/" + "x" * 180,
    "行一\n\n行二\t制表",
    "！" * 40,
)  # fmt: skip


def squeezed(text: str) -> str:
    return "".join(text.split())


def read(path: Path) -> str:
    """All text of the PDF as another reader sees it."""
    pages = pypdf.PdfReader(path).pages
    return squeezed("".join(page.extract_text() for page in pages))


def written(report: Report, tmp_path: Path) -> Path:
    path = tmp_path / "报告.pdf"
    write_pdf(report, path)
    check_pdf(report, path)
    return path


def with_items(report: Report, change: Callable[[ItemView], ItemView]) -> Report:
    def changed(direction: DirectionView) -> DirectionView:
        return replace(direction, items=tuple(change(item) for item in direction.items))

    return replace(report, directions=tuple(changed(d) for d in report.directions))


def has_details(item: ItemView) -> bool:
    return item.state == "answered" and says_more(item)


def filled_with(text: str) -> Report:
    """A report with ``text`` in every field that a person fills."""

    def rows(old: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(replace(row, value=text) for row in old)

    def item(old: ItemView) -> ItemView:
        figures = tuple(replace(f, current=text[:20], previous="") for f in old.figures)
        return replace(old, statement=rows(old.statement), reason=text, figures=figures)

    def evidence(old: EvidenceView) -> EvidenceView:
        return replace(old, title=text, date=text[:20], proves=text, file_name=text)

    report = sample_report()
    line = report.plan.lines[0]
    action = replace(line.actions[0], text=text, owner=text[:20], due=text[:20], note=text)
    return replace(
        with_items(report, item),
        findings=tuple(replace(f, sentence=text, said=text) for f in report.findings),
        plan=replace(report.plan, lines=(replace(line, actions=(action,)),)),
        firm=text.replace("\n", " "),
        credit_code=text[:18].replace("\n", " "),
        company=rows(report.company),
        narratives=rows(report.narratives),
        metrics=tuple(replace(m, current=text[:20], previous="") for m in report.metrics),
        evidence=tuple(evidence(entry) for entry in report.evidence),
    )


@pytest.mark.parametrize("language", Language)
def test_every_answer_is_in_the_text_of_the_pdf(language: Language, tmp_path: Path) -> None:
    report = sample_report(language)
    text = read(written(report, tmp_path))
    for item in report.items:
        assert squeezed(item.clause_zh) in text
        assert squeezed(item.reason) in text
        for row in item.statement:
            assert squeezed(row.value) in text
        for practice in item.practices if has_details(item) else ():
            assert squeezed(practice.text) in text
    for entry in report.evidence:
        assert squeezed(entry.number + entry.title) in text
        assert squeezed(entry.proves) in text
    for row in (*report.company, *report.narratives):
        assert squeezed(row.value) in text
    for metric in report.metrics:
        figures = (metric.unit, metric.previous or "—", metric.current, metric.change or "—")
        shown = squeezed(metric.name + "".join(figures)) in text
        assert shown is metric.is_filled
    assert report.supported.shown in text
    assert report.declared.shown in text


def test_rare_characters_can_be_searched(tmp_path: Path) -> None:
    report = sample_report(firm="䶮㛃𬭸㊣①茶业")
    text = read(written(report, tmp_path))
    assert "䶮㛃𬭸㊣①茶业" in text
    assert "☑" in text
    assert "☐" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_typed(text: str, tmp_path: Path) -> None:
    path = written(filled_with(text), tmp_path)
    assert squeezed(text) in read(path)
    reader = pypdf.PdfReader(path)
    assert not any(page.images for page in reader.pages)
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert links
    assert all("/A" not in link for link in links), "a link leads nowhere but into the document"


def test_every_page_carries_code_and_number_and_a_draft_says_so(tmp_path: Path) -> None:
    report = sample_report(state="draft", state_name="草稿", revision=None)
    pages = pypdf.PdfReader(written(report, tmp_path)).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert report.code in text
        assert f"第 {number} 页，共 {len(pages)} 页" in text
        assert "草稿" in text


def test_a_finalised_report_is_not_called_a_draft(tmp_path: Path) -> None:
    assert "草稿" not in read(written(sample_report(), tmp_path))


def test_the_notice_stands_on_every_page_group_with_a_score(tmp_path: Path) -> None:
    notice = squeezed(sample_report().notices["not_official"])
    assert read(written(sample_report(), tmp_path)).count(notice) >= 4


def test_all_fonts_are_embedded_subsets(tmp_path: Path) -> None:
    path = written(sample_report(), tmp_path)
    fonts = [
        font.get_object()
        for page in pypdf.PdfReader(path).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    for font in fonts:
        assert font["/BaseFont"][7] == "+"
        assert "/FontFile2" in font["/FontDescriptor"]
    assert path.stat().st_size < 600_000


def test_bookmarks_and_metadata_name_the_firm_and_its_items(tmp_path: Path) -> None:
    report = sample_report()
    reader = pypdf.PdfReader(written(report, tmp_path))
    assert reader.metadata is not None
    assert reader.metadata.author == report.firm
    assert report.firm in str(reader.metadata.title)
    assert reader.metadata.keywords == report.code
    assert reader.metadata.creation_date == report.saved_at.replace(microsecond=0)
    titles = str(reader.outline)
    assert all(item.title in titles for item in report.items)
    assert "一、企业基本情况" in titles


def test_the_contents_name_the_right_pages(tmp_path: Path) -> None:
    pages = pypdf.PdfReader(written(sample_report(), tmp_path)).pages
    contents = squeezed(pages[1].extract_text())
    heads = (
        "二、自评结果",
        "（四）深度融合发展",
        "四、改进计划",
        "五、佐证材料清单",
        "六、审核说明",
    )
    for head in heads:
        number = re.search(head + r"(\d+)", contents)
        assert number
        assert head in squeezed(pages[int(number[1]) - 1].extract_text())


def test_equal_reports_are_equal_bytes(tmp_path: Path) -> None:
    write_pdf(sample_report(), tmp_path / "1.pdf")
    write_pdf(sample_report(), tmp_path / "2.pdf")
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_several_threads_write_the_same_pdf(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.pdf" for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda path: write_pdf(sample_report(), path), paths))
    assert len({path.read_bytes() for path in paths}) == 1


@pytest.mark.parametrize("language", Language)
def test_a_report_with_nothing_answered_is_a_short_document(
    language: Language, tmp_path: Path
) -> None:
    blank = sample_report(language, levels={}, firm="", credit_code="", evidence=())
    company = tuple(replace(row, value="") for row in blank.company)
    narratives = tuple(replace(row, value="") for row in blank.narratives)
    report = replace(blank, company=company, narratives=narratives)
    assert 8 <= len(pypdf.PdfReader(written(report, tmp_path)).pages) <= 15


def test_what_was_typed_before_a_level_was_chosen_is_printed(tmp_path: Path) -> None:
    report = with_items(
        sample_report(levels={}),
        lambda item: replace(
            item, statement=(Row("statement.system", "系统", f"先写下的话{item.id}"),)
        ),
    )
    assert "先写下的话3.2" in read(written(report, tmp_path))


def test_a_level_without_anything_else_takes_one_line_for_the_rest(tmp_path: Path) -> None:
    def bare(item: ItemView) -> ItemView:
        return replace(
            item,
            evidence=(),
            practices=tuple(replace(each, ticked=False) for each in item.practices),
            figures=tuple(replace(each, current="", previous="") for each in item.figures),
            statement=tuple(replace(row, value="") for row in item.statement),
        )

    report = with_items(sample_report(), bare)
    text = read(written(report, tmp_path))
    assert "没有勾选做法，没有填写关键指标和情况说明，没有佐证材料。" in text
    assert all(squeezed(each.text) not in text for each in report.items[0].practices)
    assert "点击" not in text


def test_eight_items_that_do_not_apply_leave_gaps_in_the_charts(tmp_path: Path) -> None:
    away = ("3.1", "3.2", "3.3", "1.3", "1.4", "1.5", "6.1", "5.1")
    report = sample_report(levels={**CLAIMS, **dict.fromkeys(away, NOT_APPLICABLE)})
    assert report.directions[2].supported.value is None
    text = read(written(report, tmp_path))
    assert "平台生态建设不适用" in text


def test_long_texts_run_over_pages_without_loss(tmp_path: Path) -> None:
    sentence = "茶园数据每日汇总，2025 年共处理订单 1,234 笔（含 POS）。"
    long = (sentence * 120)[:3000]
    report = sample_report(firm="很长的企业名称" * 28 + "有限公司")
    narratives = tuple(replace(row, value=long) for row in report.narratives)
    evidence = tuple(replace(e, title="长" * 200, proves="证" * 600) for e in report.evidence)
    report = replace(report, narratives=narratives, evidence=evidence)
    text = read(written(report, tmp_path))
    assert squeezed(report.firm) in text
    assert text.count(squeezed(sentence)) >= 3 * 80


def test_an_enormous_text_is_written_all_the_same(tmp_path: Path) -> None:
    report = sample_report()
    evidence = tuple(replace(e, proves="证明" * 3000) for e in report.evidence[:2])
    written(replace(report, evidence=evidence), tmp_path)


def test_a_name_and_a_code_that_only_a_package_can_hold_are_written_all_the_same(
    tmp_path: Path,
) -> None:
    """Cut in the header of every page and in the QR code, neither of which holds them."""
    report = sample_report(firm="𬭸名" * 1_500, credit_code="9" * 3_000, narratives=())
    text = read(written(report, tmp_path))
    assert report.firm in text
    assert report.credit_code in text


def test_a_cell_that_runs_over_many_pages_is_found_again(tmp_path: Path) -> None:
    report = sample_report()
    text = "\n".join("甲乙丙丁戊己庚辛壬癸"[n % 10] for n in range(300))
    first, *others = report.evidence
    date = "".join(chr(0x4E00 + n) for n in range(100))
    for lines in (0, 25, 32, 39):  # above it; some of these cut the date too
        above = replace(first, proves="垫\n" * lines)
        changed = replace(first, proves=text, date=date)
        written(replace(report, evidence=(above, changed, *others)), tmp_path)


def test_a_character_that_no_font_has_is_shown_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    # Below a warning, which Python would print among the sentences of the command line.
    with caplog.at_level(logging.INFO):
        path = written(sample_report(firm="吉\U0002b740茶"), tmp_path)
    assert "吉〓茶" in read(path)
    assert "U+2B740" in caplog.text
    assert all(record.levelno < logging.WARNING for record in caplog.records)
    assert "吉" not in caplog.text


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda data: data[:-1000], "pdf.differs.unreadable"),
        (lambda data: b"", "pdf.differs.unreadable"),
        (lambda data: data[:5000] + bytes(2000) + data[7000:], "pdf.differs.unreadable"),
    ],
)
def test_a_damaged_file_is_told(
    damage: Callable[[bytes], bytes], sentence: str, tmp_path: Path
) -> None:
    path = written(sample_report(), tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DigicomError) as raised:
        check_pdf(sample_report(), path)
    assert raised.value.id == sentence


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"code": "AAAA-AAAA-AAAAA"}, "pdf.differs.page"),
        ({"firm": "另一家公司"}, "pdf.differs.text"),
        ({"narratives": (Row("company.results", "取得成效", "别的话"),)}, "pdf.differs.text"),
    ],
)
def test_a_pdf_of_another_report_is_told(
    other: dict[str, object], sentence: str, tmp_path: Path
) -> None:
    report = sample_report()
    path = written(report, tmp_path)
    changed = sample_report(**other)  # type: ignore[arg-type]
    with pytest.raises(DigicomError) as raised:
        check_pdf(changed, path)
    assert raised.value.id == sentence
    assert report.words.error(raised.value)
