"""Writes the PDF report."""

from collections.abc import Collection
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from digicom_desktop.documents.fonts import load_fonts
from digicom_desktop.documents.pdf_blocks import Block
from digicom_desktop.documents.pdf_canvas import new_canvas
from digicom_desktop.documents.pdf_check import check_pdf
from digicom_desktop.documents.pdf_contents import draw_contents, heads
from digicom_desktop.documents.pdf_cover import draw_cover
from digicom_desktop.documents.pdf_declaration import declaration_page
from digicom_desktop.documents.pdf_firm import firm_chapter
from digicom_desktop.documents.pdf_frame import draw_draft_mark, draw_frame
from digicom_desktop.documents.pdf_items import items_chapter
from digicom_desktop.documents.pdf_method import method_chapter
from digicom_desktop.documents.pdf_opinion import opinion_page
from digicom_desktop.documents.pdf_pages import anchors, compose, draw_page
from digicom_desktop.documents.pdf_paragraph import Typesetter
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_plan import plan_chapter
from digicom_desktop.documents.pdf_register import register_chapter
from digicom_desktop.documents.pdf_review import review_chapter
from digicom_desktop.documents.pdf_setting import Setting, printable_parts
from digicom_desktop.documents.pdf_styles import HEIGHT, LEFT, TOP
from digicom_desktop.documents.pdf_summary import summary_chapter
from digicom_desktop.domain.document_parts import ALL_PARTS, Part
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.paths import resources_folder

__all__ = ["check_pdf", "write_pdf"]

_FRONT = 2
"""Cover and contents stand before everything else."""

_CHAPTERS = (
    (Part.FIRM, firm_chapter),
    (Part.SUMMARY, summary_chapter),
    (Part.ITEMS, items_chapter),
    (Part.PLAN, plan_chapter),
    (Part.EVIDENCE, register_chapter),
    (Part.REVIEW, review_chapter),
    (Part.METHOD, method_chapter),
)


def write_pdf(report: Report, path: Path, parts: Collection[Part] = ALL_PARTS) -> None:
    """Write ``parts`` of ``report`` as a PDF at ``path``; equal reports are equal bytes.

    Any thread.
    """
    latin = report.language is not Language.ZH
    type_ = Typesetter(load_fonts(resources_folder() / "fonts"), latin)
    setting = Setting(report, type_, printable_parts(report, parts))
    pages = compose(_blocks(setting), HEIGHT)
    written = BytesIO()
    canvas = _canvas(setting, written)
    pen = Pen(canvas)
    total = len(pages) + _FRONT
    draw_draft_mark(setting, pen)
    draw_cover(setting, pen)
    _end_page(setting, pen, 1, total)
    draw_draft_mark(setting, pen)
    draw_contents(setting, pen, heads(pages), anchors(pages, _FRONT + 1))
    _end_page(setting, pen, 2, total)
    for number, page in enumerate(pages, _FRONT + 1):
        draw_draft_mark(setting, pen)
        draw_page(pen, page, LEFT, TOP)
        _end_page(setting, pen, number, total)
    canvas.save()
    # Not by reportlab: it leaves a file open that it cannot write to the end.
    path.write_bytes(written.getbuffer())


def _blocks(setting: Setting) -> list[Block]:
    """The chapters, counted from one, between the two pages that are signed."""
    chapters = [chapter for part, chapter in _CHAPTERS if part in setting.parts]
    blocks: list[Block] = []
    if Part.DECLARATION in setting.parts:
        blocks += declaration_page(setting, _FRONT + 1)
    for n, chapter in enumerate(chapters, 1):
        blocks += chapter(setting, n)
    if Part.OPINION in setting.parts:
        blocks += opinion_page(setting)
    return blocks


def _end_page(setting: Setting, pen: Pen, number: int, total: int) -> None:
    draw_frame(setting, pen, number, total)
    pen.next_page()


def _canvas(setting: Setting, to: BytesIO) -> Canvas:
    report = setting.report
    firm = report.firm or setting.say("unnamed")
    title = setting.say("title", firm=firm, year=report.year)
    subject = setting.say("subject", edition=report.edition_title, year=report.year)
    return new_canvas(setting, to, title, subject)
