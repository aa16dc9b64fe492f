import hashlib
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from digicom_desktop.documents.volume import VolumeSource, check_volume, write_volume
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_whole
from tests.documents.sample_report import sample_report
from tests.documents.volume_material import A4, image_bytes, pdf, picture, source_of

FILES = {
    "台账.pdf": pdf(A4, (841.89, 595.28)),
    "照片.png": image_bytes(picture((640, 480)), "PNG"),
    "合同.docx": b"PK\x03\x04" + bytes(2000),
    "残缺.pdf": pdf(A4)[:700],
}


@pytest.fixture(scope="module", params=Language)
def source(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> VolumeSource:
    return source_of(tmp_path_factory.mktemp("files"), FILES, request.param)


@pytest.fixture(scope="module")
def written(source: VolumeSource, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("volume") / "汇编.pdf"
    write_volume(source, path)
    return path


@pytest.fixture(scope="module")
def pages(written: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(written).pages]


def test_the_volume_holds_cover_lists_and_every_piece_behind_its_divider(
    source: VolumeSource, pages: list[str]
) -> None:
    say = source.report.words.say
    assert len(pages) == 3 + 4 + 3
    for page, id in enumerate(("name", "contents.title", "stamps.title")):
        assert "".join(say(f"volume.{id}").split()) in pages[page]
    for page, n in ((3, 0), (6, 1), (8, 2), (9, 3)):
        assert source.report.evidence[n].file_sha256 in pages[page]
    assert "CONTRACTpage1" in pages[4]
    assert "CONTRACTpage2" in pages[5]


def test_every_page_has_its_number_and_the_code(source: VolumeSource, pages: list[str]) -> None:
    for n, page in enumerate(pages, 1):
        count = source.report.words.say("pdf.frame.page", page=n, pages=len(pages))
        assert "".join(count.split()) in page
        assert source.report.code in page


def test_every_merged_page_names_its_piece_and_which_of_its_pages_it_is(
    source: VolumeSource, pages: list[str]
) -> None:
    number = source.report.evidence[0].number
    for n, page in ((1, pages[4]), (2, pages[5])):
        mark = source.report.words.say("volume.header_piece", number=number, page=n, pages=2)
        assert "".join(mark.split()) in page


def test_a_divider_says_everything_that_the_register_says(
    source: VolumeSource, pages: list[str]
) -> None:
    entry = source.report.evidence[1]
    titles = {item.id: item.title for item in source.report.items}
    said = [entry.number, entry.title, entry.date, entry.valid_until, entry.proves]
    said += [entry.grade_name, titles[entry.items[0]], entry.file_name, f"{entry.file_size:,}"]
    for text in said:
        assert "".join(text.split()) in pages[6], text


def test_a_piece_that_cannot_be_merged_says_why(source: VolumeSource, pages: list[str]) -> None:
    for page, id in ((8, "office"), (9, "damaged")):
        assert "".join(source.report.words.say(f"volume.reason.{id}").split()) in pages[page]


def test_contents_and_the_list_of_stamps_name_the_pages(
    source: VolumeSource, pages: list[str]
) -> None:
    say = source.report.words.say
    assert "".join(say("volume.stamps.range", first=5, last=6).split()) in pages[2]
    for entry in source.report.evidence:
        assert entry.number in pages[1]
        assert "".join(entry.title.split()) in pages[2]


def test_every_page_is_a4_upright_or_lying(written: Path) -> None:
    sizes = [tuple(map(round, page.mediabox[2:])) for page in pypdf.PdfReader(written).pages]
    assert [n for n, size in enumerate(sizes) if size == (842, 595)] == [5, 7]
    assert set(sizes) == {(595, 842), (842, 595)}


def bookmarks(reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    """Title and page (from 0) of every bookmark."""
    found = []
    for mark in reader.outline:
        assert not isinstance(mark, list)
        page = reader.get_destination_page_number(mark)
        assert mark.title is not None
        assert page is not None
        found.append((mark.title, page))
    return found


def test_bookmarks_lead_to_the_lists_and_to_every_divider(
    source: VolumeSource, written: Path
) -> None:
    marks = bookmarks(pypdf.PdfReader(written))
    assert [page for _, page in marks] == [1, 2, 3, 6, 8, 9]
    for (title, _), entry in zip(marks[2:], source.report.evidence, strict=True):
        assert title == f"{entry.number}  {entry.title}"


def test_links_of_the_contents_stay_inside(written: Path) -> None:
    reader = pypdf.PdfReader(written)
    found = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert len(found) == len(FILES)
    assert all("/Dest" in note and "/A" not in note for note in found)


def test_the_metadata_say_what_it_is_and_carry_the_code(
    source: VolumeSource, written: Path
) -> None:
    said = pypdf.PdfReader(written).metadata
    assert said is not None
    assert said.get("/Keywords") == source.report.code
    assert said.title == source.report.words.say(
        "volume.title", firm=source.report.firm, year=source.report.year
    )


def test_equal_input_is_equal_bytes(source: VolumeSource, written: Path, tmp_path: Path) -> None:
    write_volume(source, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == written.read_bytes()


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed")
def test_another_reader_finds_nothing_to_complain_about(written: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["pdftoppm", "-r", "20", "-png", str(written), str(tmp_path / "page")],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert len(list(tmp_path.glob("*.png"))) == 10


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts is not installed")
def test_the_fonts_of_the_volume_itself_are_embedded(written: Path) -> None:
    done = subprocess.run(
        ["pdffonts", str(written)], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    rows = [row.split() for row in done.stdout.splitlines()[2:] if "+" in row]
    assert rows
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_a_volume_that_was_written_well_passes_the_check(
    source: VolumeSource, tmp_path: Path
) -> None:
    target = tmp_path / "汇编.pdf"
    write_whole(target, lambda to: write_volume(source, to), lambda at: check_volume(source, at))
    assert target.is_file()


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _of_another_program(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    again = BytesIO()
    writer.write(again)
    return again.getvalue()


@pytest.mark.parametrize("change", [_cut, _of_another_program, lambda data: b""])
def test_the_check_finds_a_file_that_is_not_what_was_written(
    source: VolumeSource, written: Path, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    (tmp_path / "altered.pdf").write_bytes(change(written.read_bytes()))
    with pytest.raises(DigicomError, match=r"volume\.differs\.unreadable"):
        check_volume(source, tmp_path / "altered.pdf")


@pytest.mark.parametrize(
    ("field", "value"), [("title", "另一份材料"), ("proves", "别的"), ("file_sha256", "cd" * 32)]
)
def test_the_check_finds_a_divider_that_says_something_else(
    source: VolumeSource, written: Path, field: str, value: str
) -> None:
    first, *others = source.report.evidence
    changes: dict[str, str] = {field: value}
    altered = (replace(first, **changes), *others)  # type: ignore[arg-type]
    report = replace(source.report, evidence=altered)
    with pytest.raises(DigicomError, match=r"volume\.differs\.piece"):
        check_volume(VolumeSource(report, source.files), written)


def test_the_check_finds_the_code_of_another_revision(source: VolumeSource, written: Path) -> None:
    report = replace(source.report, code="2222-2222-22222")
    with pytest.raises(DigicomError, match=r"volume\.differs\.page"):
        check_volume(VolumeSource(report, source.files), written)


def test_the_check_finds_a_piece_that_is_missing(source: VolumeSource, written: Path) -> None:
    more = replace(source.report.evidence[0], number="6.4-09")
    report = replace(source.report, evidence=(*source.report.evidence, more))
    with pytest.raises(DigicomError, match=r"volume\.differs\.piece"):
        check_volume(VolumeSource(report, source.files), written)


def test_files_that_are_gone_or_changed_get_a_divider_that_says_so(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, {"甲.pdf": pdf(), "乙.pdf": pdf(text="B"), "丙.pdf": pdf(text="C")}
    )
    gone, changed, unlisted = source.report.evidence
    source.files[gone.file_sha256].unlink()
    source.files[changed.file_sha256].write_bytes(pdf(text="X"))
    files = {sha: path for sha, path in source.files.items() if sha != unlisted.file_sha256}
    bare = replace(unlisted, number="6.4-01", file_name="", file_sha256="", file_size=None)
    report = replace(source.report, evidence=(*source.report.evidence, bare))
    source = VolumeSource(report, files)
    write_volume(source, tmp_path / "汇编.pdf")
    check_volume(source, tmp_path / "汇编.pdf")
    said = ["".join(p.extract_text().split()) for p in pypdf.PdfReader(tmp_path / "汇编.pdf").pages]
    assert len(said) == 3 + 4
    for page, id in zip(said[3:], ("missing", "changed", "missing", "no_file"), strict=True):
        assert "".join(report.words.say(f"volume.reason.{id}").split()) in page


def test_a_draft_is_marked_on_every_page(tmp_path: Path) -> None:
    state = {"revision": None, "state": "draft", "state_name": "草稿"}
    source = source_of(tmp_path, {"甲.pdf": pdf()}, Language.ZH, **state)
    write_volume(source, tmp_path / "汇编.pdf")
    check_volume(source, tmp_path / "汇编.pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "汇编.pdf").pages]
    assert all("草稿" in page for page in pages)


def test_a_register_without_evidence_makes_a_volume_that_says_so(tmp_path: Path) -> None:
    source = VolumeSource(replace(sample_report(), evidence=()), {})
    write_volume(source, tmp_path / "汇编.pdf")
    check_volume(source, tmp_path / "汇编.pdf")
    pages = pypdf.PdfReader(tmp_path / "汇编.pdf").pages
    assert len(pages) == 3
    assert source.report.words.say("volume.contents.empty") in pages[1].extract_text()


def test_hundreds_of_pieces_with_long_texts_and_rare_characters_find_their_place(
    tmp_path: Path,
) -> None:
    source = source_of(tmp_path, {"甲.png": image_bytes(picture((60, 40)), "PNG")})
    entry = source.report.evidence[0]
    many = tuple(
        replace(
            entry,
            number=f"{item.id}-{n:02d}",
            title=f"䶮𬭸茶业☑ {'很长的名称' * (n % 30)}",
            proves="证明\n" * (n % 50) + "很多内容，" * 100,
            items=tuple(other.id for other in source.report.items),
        )
        for item in source.report.items
        for n in (1, 2, 9, 10, 100, 101)
    )
    source = VolumeSource(replace(source.report, evidence=many), source.files)
    write_volume(source, tmp_path / "汇编.pdf")
    check_volume(source, tmp_path / "汇编.pdf")
    reader = pypdf.PdfReader(tmp_path / "汇编.pdf")
    last = next(page for title, page in bookmarks(reader) if title.startswith(many[-1].number))
    text = "".join(reader.pages[last].extract_text().split())
    assert many[-1].number in text
    contents = "".join(page.extract_text() for page in reader.pages[1:12])
    assert str(last + 1) in contents


def test_the_caller_hears_of_every_piece_and_can_stop(tmp_path: Path) -> None:
    source = source_of(tmp_path, FILES)
    told: list[tuple[int, int]] = []
    write_volume(source, tmp_path / "汇编.pdf", lambda done, count: told.append((done, count)))
    assert told == [(n, len(FILES)) for n in range(len(FILES) + 1)]

    def stop(done: int, count: int) -> None:
        if done == 2:
            raise DigicomError("files.cancelled", path="汇编.pdf")

    with pytest.raises(DigicomError, match="cancelled"):
        write_whole(tmp_path / "neu.pdf", lambda to: write_volume(source, to, stop))
    assert not (tmp_path / "neu.pdf").exists()


def test_the_same_file_twice_is_merged_twice(tmp_path: Path) -> None:
    source = source_of(tmp_path, {"甲.pdf": pdf()})
    entry = source.report.evidence[0]
    twice = (entry, replace(entry, number="1.2-01"))
    source = VolumeSource(replace(source.report, evidence=twice), source.files)
    write_volume(source, tmp_path / "汇编.pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "汇编.pdf").pages]
    assert sum("CONTRACT" in page for page in pages) == 2
    assert hashlib.sha256(pdf()).hexdigest() == entry.file_sha256
