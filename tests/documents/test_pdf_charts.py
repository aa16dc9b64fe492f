"""The charts of the PDF: last year's outline, readable without colour."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pypdf

from digicom_desktop.domain.closing_views import PreviousView
from digicom_desktop.domain.report import Report
from tests.documents.sample_report import sample_report
from tests.documents.test_pdf_report import read, squeezed, written


def with_last_year(report: Report) -> Report:
    ids = [direction.id for direction in report.directions]
    previous = PreviousView(
        year=report.year - 1,
        directions=dict.fromkeys(ids, Fraction(30)),
        shown=dict.fromkeys(ids, "30.0"),
        supported=Fraction(30),
        supported_shown="30.0",
    )
    return replace(report, previous=previous)


def test_last_year_has_a_legend_of_its_own(tmp_path: Path) -> None:
    report = with_last_year(sample_report())
    legend = f"{report.year - 1}年度佐证分（点线）"
    assert legend in read(written(report, tmp_path))


def test_without_last_year_there_is_no_legend_of_it(tmp_path: Path) -> None:
    assert "（点线）" not in read(written(sample_report(), tmp_path))


def test_the_three_outlines_differ_without_colour(tmp_path: Path) -> None:
    """One is solid, one dashed, one dotted: the page with the radar has two kinds of strokes."""
    pages = pypdf.PdfReader(written(with_last_year(sample_report()), tmp_path)).pages
    (page,) = (page for page in pages if "（点线）" in squeezed(page.extract_text()))
    drawing = page.get_contents()
    assert drawing is not None
    assert len(set(re.findall(rb"\[([\d. ]*\d[\d. ]*)\] 0 d", drawing.get_data()))) == 2
