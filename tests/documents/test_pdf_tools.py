"""What other programs make of the PDF: its text, fonts, links and metadata."""

import random
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from digicom_desktop.documents.fonts import load_fonts
from digicom_desktop.documents.pdf_paragraph import Line, Typesetter
from digicom_desktop.documents.pdf_report import write_pdf
from digicom_desktop.documents.pdf_styles import BODY, CELL, WIDTH
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder
from tests.documents.sample_report import sample_report
from tests.documents.test_pdf_lines import sentences

RARE = "䶮㛃𬭸㊣①☑"

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)
needs_pdffonts = pytest.mark.skipif(
    shutil.which("pdffonts") is None, reason="pdffonts (poppler-utils) is not installed"
)


def said_by(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    return done.stdout


def squeezed(text: str) -> str:
    return "".join(text.split())


def answers(report: Report) -> list[str]:
    """Everything that a person filled in."""
    texts = [row.value for row in (*report.company, *report.narratives)]
    texts += [figure for metric in report.metrics for figure in (metric.current, metric.previous)]
    for item in report.items:
        texts.append(item.reason)
        if item.state != "answered":
            continue
        texts += [row.value for row in item.statement]
        texts += [practice.text for practice in item.practices if practice.ticked]
        texts += [f for figure in item.figures for f in (figure.current, figure.previous)]
    for entry in report.evidence:
        texts += [entry.number, entry.title, entry.proves, entry.date]
    for line in report.plan.lines:
        texts += [t for a in line.actions for t in (a.text, a.owner, a.due, a.note)]
    return [*texts, *(finding.said for finding in report.explained)]


@needs_pdftotext
@pytest.mark.parametrize("language", Language)
def test_pdftotext_finds_every_answer_with_rare_characters(
    language: Language, tmp_path: Path
) -> None:
    report = sample_report(language, firm=f"{RARE}茶业有限公司")
    narratives = tuple(replace(row, value=f"{row.value}{RARE}") for row in report.narratives)
    report = replace(report, narratives=narratives)
    write_pdf(report, tmp_path / "报告.pdf")
    # In the order in which it was drawn: the layout mode would mix columns.
    text = squeezed(said_by("pdftotext", "-raw", str(tmp_path / "报告.pdf"), "-"))
    body = without_page_ends(text, report)
    for answer in answers(report):
        assert squeezed(answer) in body
    assert text.count(RARE) >= 4


def without_page_ends(text: str, report: Report) -> str:
    """``text`` without headers and footers, which stand between two pages of an answer."""
    words = report.words
    header = squeezed(words.say("pdf.frame.header", firm=report.firm, year=report.year))
    pages = text.count(squeezed(words.say("pdf.frame.code", code=report.code)))
    for page in range(1, pages + 1):
        code = words.say("pdf.frame.code", code=report.code)
        count = words.say("pdf.frame.page", page=page, pages=pages)
        text = text.replace(squeezed(code + count), "").replace(header, "")
    return text


@needs_pdffonts
@pytest.mark.parametrize("language", Language)
def test_pdffonts_shows_only_embedded_subsets_with_unicode(
    language: Language, tmp_path: Path
) -> None:
    write_pdf(sample_report(language, firm=RARE), tmp_path / "报告.pdf")
    head, _, *rows = said_by("pdffonts", str(tmp_path / "报告.pdf")).splitlines()
    assert head.split()[-5:] == ["emb", "sub", "uni", "object", "ID"]
    assert rows
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row


def test_links_lead_only_to_places_of_the_document_itself(tmp_path: Path) -> None:
    write_pdf(sample_report(), tmp_path / "报告.pdf")
    reader = pypdf.PdfReader(tmp_path / "报告.pdf")
    links = [
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", [])
    ]
    assert links
    assert all("/A" not in link and "/Dest" in link for link in links)
    assert "/OpenAction" not in reader.trailer["/Root"]  # type: ignore[operator]


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(load_fonts(resources_folder() / "fonts"))


def text_of(line: Line) -> str:
    return "".join(run.text for run, _ in line.pieces)


@pytest.mark.parametrize("seed", range(400))
def test_the_lines_of_a_paragraph_keep_the_chinese_rules(setter: Typesetter, seed: int) -> None:
    style = (BODY, CELL)[seed % 2]
    # Narrower than any column but the smallest: there the longest words do not fit.
    width = WIDTH if seed % 3 == 0 else 90 + seed % 200
    lines = setter.paragraph(sentences(seed), style, width).lines
    texts = [text_of(line) for line in lines]
    assert "".join(texts).replace(" ", "") == sentences(seed).replace(" ", "")
    for text in texts[1:]:
        assert text[0] not in "。，；：！？》”）"
    for text in texts[:-1]:
        assert text[-1] not in "（《“"
    for line in lines:
        assert line.indent + line.width <= width + 0.02


@pytest.mark.parametrize("seed", range(400))
def test_no_latin_word_or_number_is_cut_in_a_paragraph(setter: Typesetter, seed: int) -> None:
    chooser = random.Random(seed)
    words = ("ERP", "1,234.5", "47.3%", "20251231", "WeChat", "don't", "SHA256", "¥1,200.00")
    chosen = [chooser.choice(words) for _ in range(40)]
    text = "".join(
        word + "数据门店追溯"[: chooser.randint(1, 6)] + chooser.choice("，。 、；")
        for word in chosen
    )
    lines = setter.paragraph(text, BODY, 150 + seed % 290).lines
    rest = list(chosen)
    for line in lines:
        shown = text_of(line)
        while rest and rest[0] in shown:
            shown = shown.split(rest.pop(0), 1)[1]
    assert rest == []
