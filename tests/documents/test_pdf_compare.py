import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from pypdf.annotations import FreeText, Highlight
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    FloatObject,
    NameObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from digicom_desktop.documents import pdf_compare
from digicom_desktop.documents.pdf_compare import compare_pdf, stated_code, stated_language
from digicom_desktop.documents.pdf_report import write_pdf
from digicom_desktop.documents.volume import write_volume
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.document_parts import ALL_PARTS, Part
from digicom_desktop.domain.hand_in import Note
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from tests.documents.sample_report import sample_report
from tests.documents.volume_material import image_bytes, pdf, picture, source_of

CODE = consistency_code(b"{}")


@pytest.fixture(scope="module")
def report() -> Report:
    return sample_report(code=CODE)


@pytest.fixture(scope="module")
def original(report: Report, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("report") / "报告.pdf"
    write_pdf(report, path)
    return path.read_bytes()


def changed(original: bytes, path: Path, change: Callable[[pypdf.PdfWriter], object]) -> Path:
    writer = pypdf.PdfWriter(clone_from=BytesIO(original))
    change(writer)
    writer.write(path)
    return path


def kept(writer: pypdf.PdfWriter) -> None:
    pass


def said(report: Report, notes: tuple[Note, ...]) -> list[tuple[str, bool]]:
    """Ids and gravity; every sentence can be said."""
    for note in notes:
        assert report.words.say(note.id, **note.values)
    return [(note.id.removeprefix("volume.pdf."), note.grave) for note in notes]


@pytest.mark.parametrize("language", Language)
def test_a_pdf_as_it_was_exported_says_what_the_revision_says(
    tmp_path: Path, language: Language
) -> None:
    report = sample_report(language, code=CODE)
    write_pdf(report, tmp_path / "报告.pdf")
    assert stated_code(tmp_path / "报告.pdf") == CODE
    assert stated_language(tmp_path / "报告.pdf") is language
    assert compare_pdf(report, tmp_path / "报告.pdf") == ()


def test_a_part_that_was_left_out_on_purpose_makes_it_incomplete_and_not_altered(
    report: Report, tmp_path: Path
) -> None:
    parts = [part for part in ALL_PARTS if part not in (Part.PLAN, Part.OPINION)]
    write_pdf(report, tmp_path / "报告.pdf", parts)
    (note,) = compare_pdf(report, tmp_path / "报告.pdf")
    assert note.id == "volume.pdf.part_missing"
    assert note.values["parts"] == "改进计划、主管部门意见"


def test_a_number_that_was_altered_is_named_with_its_page(report: Report, tmp_path: Path) -> None:
    rows = tuple(
        replace(row, value="14898.2") if row.id == "company.revenue" else row
        for row in report.company
    )
    write_pdf(replace(report, company=rows), tmp_path / "报告.pdf")
    notes = compare_pdf(report, tmp_path / "报告.pdf")
    assert said(report, notes) == [("page_differs", True)]
    assert "4898.2" in str(notes[0].values["ours"])
    assert "14898" in str(notes[0].values["theirs"])
    page = pypdf.PdfReader(tmp_path / "报告.pdf").pages[int(str(notes[0].values["page"])) - 1]
    assert "14898.2" in page.extract_text()


def test_what_another_program_saved_anew_still_says_the_same(
    report: Report, original: bytes, tmp_path: Path
) -> None:
    path = changed(original, tmp_path / "报告.pdf", kept)
    assert said(report, compare_pdf(report, path)) == [("resaved", False)]
    assert stated_code(path) == CODE


def test_pages_that_are_missing_or_were_added_are_named(
    report: Report, original: bytes, tmp_path: Path
) -> None:
    def less(writer: pypdf.PdfWriter) -> None:
        writer.remove_page(4)

    def more(writer: pypdf.PdfWriter) -> None:
        writer.insert_blank_page(595, 842, 2)

    def swapped(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[6]
        writer.remove_page(6)
        writer.insert_page(page, 9)

    found = {}
    for change in (less, more, swapped):
        path = changed(original, tmp_path / "报告.pdf", change)
        (note,) = compare_pdf(report, path)
        found[note.id.removeprefix("volume.pdf.")] = note.values["page"]
    assert found == {"page_missing": 5, "page_added": 3, "page_moved": 10}


def test_marks_of_a_viewer_are_called_marks(
    report: Report, original: bytes, tmp_path: Path
) -> None:
    box = (60.0, 500.0, 200.0, 520.0)
    quads = ArrayObject([FloatObject(n) for n in (60, 520, 200, 520, 60, 500, 200, 500)])

    def marked(writer: pypdf.PdfWriter) -> None:
        for page in (3, 4, 7):
            writer.add_annotation(page, Highlight(rect=box, quad_points=quads))

    def covered(writer: pypdf.PdfWriter) -> None:
        writer.add_annotation(3, FreeText(text="9999", rect=box))

    (note,) = compare_pdf(report, changed(original, tmp_path / "报告.pdf", marked))
    assert (note.id, note.grave) == ("volume.pdf.marks", False)
    assert note.values == {"pages": "4—5、8", "kinds": "Highlight"}
    (note,) = compare_pdf(report, changed(original, tmp_path / "报告.pdf", covered))
    assert (note.id, note.grave) == ("volume.pdf.marks", True)


def test_a_picture_laid_on_a_page_is_found_though_no_word_changed(
    report: Report, original: bytes, tmp_path: Path
) -> None:
    def sealed(writer: pypdf.PdfWriter) -> None:
        seal = BytesIO()
        canvas = Canvas(seal)
        canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "red")), 200, 200)
        canvas.showPage()
        canvas.save()
        writer.pages[2].merge_page(pypdf.PdfReader(seal).pages[0])

    notes = compare_pdf(report, changed(original, tmp_path / "报告.pdf", sealed))
    assert said(report, notes) == [("pictures", True)]
    assert notes[0].values["pages"] == "3"


def test_a_drawing_laid_over_a_number_is_found(
    report: Report, original: bytes, tmp_path: Path
) -> None:
    def whitened(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[3]
        over = DecodedStreamObject()
        over.set_data(b"1 1 1 rg 100 500 80 14 re f")
        both = ArrayObject([page.raw_get("/Contents"), writer._add_object(over)])
        page[NameObject("/Contents")] = both

    notes = compare_pdf(report, changed(original, tmp_path / "报告.pdf", whitened))
    assert said(report, notes) == [("redrawn", True)]


def test_a_page_that_hides_its_half_is_found(
    report: Report, original: bytes, tmp_path: Path
) -> None:
    def crop(writer: pypdf.PdfWriter) -> None:
        writer.pages[4].cropbox.upper_right = (600, 400)

    path = changed(original, tmp_path / "报告.pdf", crop)
    assert said(report, compare_pdf(report, path)) == [("redrawn", True)]


def test_a_scan_says_that_only_the_code_on_the_paper_can_be_checked(
    report: Report, tmp_path: Path
) -> None:
    scan = [picture((600, 800), "L"), picture((600, 800), "L")]
    (tmp_path / "扫描.pdf").write_bytes(
        image_bytes(scan[0], "PDF", save_all=True, append_images=scan[1:])
    )
    assert said(report, compare_pdf(report, tmp_path / "扫描.pdf")) == [("scan", True)]
    with pytest.raises(DigicomError, match=r"volume\.pdf\.not_ours"):
        stated_code(tmp_path / "扫描.pdf")


def test_the_code_is_found_on_the_pages_where_the_metadata_were_lost(
    original: bytes, tmp_path: Path
) -> None:
    def bare(writer: pypdf.PdfWriter) -> None:
        writer.metadata = None

    assert stated_code(changed(original, tmp_path / "报告.pdf", bare)) == CODE


def test_what_an_older_version_wrote_is_compared_with_what_it_would_write(
    report: Report, tmp_path: Path
) -> None:
    write_pdf(replace(report, program="0.9.1"), tmp_path / "报告.pdf")
    assert compare_pdf(report, tmp_path / "报告.pdf") == ()
    older = replace(report, program="0.9.1", firm="别的公司")
    write_pdf(older, tmp_path / "报告.pdf")
    notes = compare_pdf(report, tmp_path / "报告.pdf")
    assert ("version", False) in said(report, notes)
    assert ("page_differs", True) in said(report, notes)


def test_the_evidence_volume_belongs_to_its_revision(report: Report, tmp_path: Path) -> None:
    source = source_of(tmp_path, {"甲.pdf": pdf(), "乙.pdf": pdf(text="B")}, code=CODE)
    write_volume(source, tmp_path / "汇编.pdf")
    assert stated_code(tmp_path / "汇编.pdf") == CODE
    assert compare_pdf(source.report, tmp_path / "汇编.pdf") == ()
    less = replace(source.report, evidence=source.report.evidence[:1])
    assert said(report, compare_pdf(less, tmp_path / "汇编.pdf")) == [("volume_page", True)]
    altered = replace(source.report.evidence[0], title="别的材料")
    other = replace(source.report, evidence=(altered,))
    assert said(report, compare_pdf(other, tmp_path / "汇编.pdf")) == [("volume_piece", True)]
    path = changed((tmp_path / "汇编.pdf").read_bytes(), tmp_path / "again.pdf", kept)
    assert said(report, compare_pdf(source.report, path)) == [("volume_resaved", True)]


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (b"", "not_pdf"),
        (b"PK\x03\x04" + bytes(99), "not_pdf"),
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.7\nxref\nnonsense\n%%EOF", "damaged"),
        (pdf(), "not_ours"),
        (pdf(text="2222-2222-22223"), "not_ours"),
    ],
)
def test_what_is_not_ours_gets_one_precise_sentence(
    report: Report, tmp_path: Path, content: bytes, id: str
) -> None:
    (tmp_path / "文件.pdf").write_bytes(content)
    with pytest.raises(DigicomError) as caught:
        stated_code(tmp_path / "文件.pdf")
    assert caught.value.id == f"volume.pdf.{id}"
    assert "文件.pdf" in report.words.error(caught.value)


def test_locked_missing_and_huge_files_get_their_sentence(
    report: Report, original: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = changed(original, tmp_path / "a.pdf", lambda w: w.encrypt("x", algorithm="RC4-128"))
    for name, id in (("a.pdf", "locked"), ("gone.pdf", "missing")):
        with pytest.raises(DigicomError, match=rf"volume\.pdf\.{id}") as caught:
            compare_pdf(report, tmp_path / name)
        assert report.words.error(caught.value)
    monkeypatch.setattr(pdf_compare, "LIMIT", path.stat().st_size - 1)
    with pytest.raises(DigicomError, match=r"volume\.pdf\.too_large") as caught:
        stated_code(path)
    assert report.words.error(caught.value)


def test_reading_leaves_no_process_behind(original: bytes, tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(original)
    stated_code(tmp_path / "报告.pdf")
    assert multiprocessing.active_children() == []
