"""Foreign PDFs on their way into the volume: honest ones, odd ones, hostile ones."""

import io
import re
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from pypdf.annotations import FreeText
from pypdf.generic import (
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from digicom_desktop.documents.foreign_worker import ForeignWorker
from digicom_desktop.documents.volume_source import MOST_PAGES, Prepared, Reason
from digicom_desktop.errors import DigicomError
from tests.documents.endless import endless_pdf
from tests.documents.volume_material import A4, changed_pdf, pdf, raw_pdf, stream
from tests.store.samples import PROJECT

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
LINE = stream(b"0 0 m 100 100 l S")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pieces")


@pytest.fixture(scope="module")
def worker(folder: Path) -> Iterator[ForeignWorker]:
    """One process for all tests: what one file does to it, the next would feel."""
    with ForeignWorker(folder) as found:
        yield found


@pytest.fixture
def prepare(worker: ForeignWorker, folder: Path) -> Callable[[bytes], Prepared]:
    def prepared(content: bytes) -> Prepared:
        (folder / "piece.pdf").write_bytes(content)
        return worker.prepare(folder / "piece.pdf", 1)

    return prepared


def objects(found: Prepared) -> bytes:
    """Everything that was written, streams unpacked."""
    assert found.path is not None
    written = found.path.read_bytes()
    parts = []
    for part in re.split(rb"(?<=endobj\n)", written):
        head, mark, rest = part.partition(b"stream\n")
        data = rest[: rest.rfind(b"\nendstream")]
        parts.append(
            head + (zlib.decompress(data) if b"/FlateDecode" in head else data) if mark else part
        )
    return b"\n".join(parts)


def size_of(found: Prepared) -> tuple[float, float]:
    assert found.reason is None
    return round(found.sheets[0].width), round(found.sheets[0].height)


def test_every_page_is_merged_with_its_own_size(prepare: Callable[[bytes], Prepared]) -> None:
    found = prepare(pdf(A4, (1190.55, 841.89), (300, 200)))
    sizes = [(round(sheet.width), round(sheet.height)) for sheet in found.sheets]
    assert sizes == [(595, 842), (1191, 842), (300, 200)]


@pytest.mark.parametrize(("turn", "size"), [(0, (400, 600)), (90, (600, 400)), (-90, (600, 400))])
def test_a_turned_page_stands_as_a_reader_shows_it(
    prepare: Callable[[bytes], Prepared], turn: int, size: tuple[int, int]
) -> None:
    def turned(writer: pypdf.PdfWriter) -> None:
        writer.pages[0].rotate(turn)

    assert size_of(prepare(changed_pdf(turned, (400, 600)))) == size


def test_a_cropped_page_shows_what_is_left_of_it(prepare: Callable[[bytes], Prepared]) -> None:
    def cropped(writer: pypdf.PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((50, 60, 250, 360))

    assert size_of(prepare(changed_pdf(cropped))) == (200, 300)


@pytest.mark.parametrize(
    "box",
    [
        b"",
        b"/MediaBox [0 0 0 0]",
        b"/MediaBox [0 0 1e9 842]",
        b"/MediaBox [0 0 /A (b)]",
        b"/MediaBox 7",
        b"/MediaBox [0 0 nan inf]",
    ],
)
def test_a_page_without_a_size_that_makes_sense_is_taken_for_a4(
    prepare: Callable[[bytes], Prepared], box: bytes
) -> None:
    page = PAGE.replace(b"/MediaBox [0 0 595 842]", box)
    assert size_of(prepare(raw_pdf(CATALOG, PAGES, page, LINE))) == (595, 842)


def test_nothing_that_acts_is_taken_over(prepare: Callable[[bytes], Prepared]) -> None:
    def armed(writer: pypdf.PdfWriter) -> None:
        action = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("SECRET"),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
        writer.add_attachment("SECRET.exe", b"SECRET")
        writer.add_uri(0, "http://secret.example/SECRET", RectangleObject((0, 0, 100, 100)))
        writer.pages[0][NameObject("/AA")] = DictionaryObject(
            {NameObject("/O"): TextStringObject("SECRET")}
        )
        resources = writer.pages[0]["/Resources"]
        assert isinstance(resources, DictionaryObject)
        resources[NameObject("/PieceInfo")] = TextStringObject("SECRET")
        resources[NameObject("/Metadata")] = writer.root_object

    written = objects(prepare(changed_pdf(armed)))
    for word in (b"SECRET", b"/JavaScript", b"/URI", b"/Annot", b"/Catalog", b"/Page "):
        assert word not in written, word
    assert b"CONTRACT" in written


def test_data_in_another_file_are_never_referred_to(prepare: Callable[[bytes], Prepared]) -> None:
    page = PAGE.replace(b"/Resources << >>", b"/Resources << /XObject << /X 5 0 R >> >>")
    outside = stream(b"", b"/Type /XObject /Subtype /Image /F (/etc/passwd) /FFilter /FlateDecode")
    assert b"passwd" not in objects(prepare(raw_pdf(CATALOG, PAGES, page, LINE, outside)))


def test_stamps_and_filled_fields_stay_to_be_seen(prepare: Callable[[bytes], Prepared]) -> None:
    page = PAGE.replace(b"/Contents 4 0 R", b"/Contents 4 0 R /Annots [5 0 R 7 0 R]")
    stamp = b"<< /Type /Annot /Subtype /Stamp /Rect [100 100 200 200] /AP << /N 6 0 R >> >>"
    hidden = stamp.replace(b"/Subtype", b"/F 2 /Subtype").replace(b"6 0 R", b"8 0 R")
    seen = stream(b"1 0 0 rg 0 0 10 10 re f % SEEN", b"/Subtype /Form /BBox [0 0 10 10]")
    unseen = stream(b"% UNSEEN", b"/Subtype /Form /BBox [0 0 10 10]")
    written = objects(prepare(raw_pdf(CATALOG, PAGES, page, LINE, stamp, seen, hidden, unseen)))
    assert b"q 10 0 0 10 100 100 cm /Mark0 Do Q" in written
    assert b"SEEN" in written
    assert b"UNSEEN" not in written


def test_a_note_without_a_look_of_its_own_changes_nothing(
    prepare: Callable[[bytes], Prepared],
) -> None:
    def noted(writer: pypdf.PdfWriter) -> None:
        writer.add_annotation(0, FreeText(text="note", rect=(50, 50, 200, 100)))

    assert prepare(changed_pdf(noted)).reason is None


def test_a_pdf_that_anybody_may_open_is_opened(prepare: Callable[[bytes], Prepared]) -> None:
    def guarded(writer: pypdf.PdfWriter) -> None:
        writer.encrypt("", "owner", algorithm="RC4-128")

    found = prepare(changed_pdf(guarded))
    assert b"CONTRACT" in objects(found)


def test_a_pdf_with_a_password_is_said_to_be_locked(prepare: Callable[[bytes], Prepared]) -> None:
    def locked(writer: pypdf.PdfWriter) -> None:
        writer.encrypt("secret", "owner", algorithm="RC4-128")

    assert prepare(changed_pdf(locked)).reason is Reason.LOCKED


def test_a_pdf_that_was_cut_off_is_not_merged_in_part(
    prepare: Callable[[bytes], Prepared],
) -> None:
    whole = pdf(A4, A4, A4)
    for kept in (0.1, 0.5, 0.95):
        assert prepare(whole[: int(len(whole) * kept)]).reason is Reason.DAMAGED


def test_a_pdf_that_lost_a_page_is_damaged(prepare: Callable[[bytes], Prepared]) -> None:
    pages = b"<< /Type /Pages /Kids [3 0 R 99 0 R] /Count 2 >>"
    assert prepare(raw_pdf(CATALOG, pages, PAGE, LINE)).reason is Reason.DAMAGED


def test_a_file_of_too_many_pages_says_how_many_it_has(
    prepare: Callable[[bytes], Prepared],
) -> None:
    writer = pypdf.PdfWriter()
    for _ in range(MOST_PAGES + 100):
        writer.add_blank_page(100, 100)
    written = io.BytesIO()
    writer.write(written)
    found = prepare(written.getvalue())
    assert (found.reason, found.pages) == (Reason.LONG, MOST_PAGES + 100)


def _nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def _shared_page(times: int) -> bytes:
    """One page with a long content, so many times."""
    kids = b" ".join([b"3 0 R"] * times)
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, times)
    content = stream(bytes(range(32, 126)) * 20_000)
    return raw_pdf(CATALOG, pages, PAGE, content)


_BOMB = zlib.compress(zlib.compress(b"0 0 m 1 1 l S\n" * 20_000_000))
_WITH = PAGE.replace(b"/Resources << >>", b"/Resources %s")
HOSTILE = {
    "pages that are their own parent": raw_pdf(
        CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"
    ),
    "two nodes that hold one another": raw_pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>",
    ),
    "no page at all": raw_pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"),
    "a catalogue that is a number": raw_pdf(b"7"),
    "nothing but a beginning": b"%PDF-1.7\n%%EOF",
    "a content that is a bomb in a bomb": raw_pdf(
        CATALOG, PAGES, PAGE,
        b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream"
        % (len(_BOMB), _BOMB),
    ),
    "arrays in arrays without end": raw_pdf(
        CATALOG, PAGES, _WITH % (b"<< /ColorSpace << /C %s >> >>" % _nested(50_000)), LINE
    ),
    "a content that is its own part": raw_pdf(CATALOG, PAGES, PAGE, b"[4 0 R 4 0 R]"),
    "a length that is a lie": raw_pdf(
        CATALOG, PAGES, PAGE, b"<< /Length 99999999999 >>\nstream\nq Q\nendstream"
    ),
    "a filter that nobody knows": raw_pdf(
        CATALOG, PAGES, PAGE, b"<< /Filter /Mystery /Length 3 >>\nstream\nq Q\nendstream"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_pdf_is_refused_within_its_time(
    prepare: Callable[[bytes], Prepared], kind: str
) -> None:
    begun = time.monotonic()
    assert prepare(HOSTILE[kind]).reason in (Reason.DAMAGED, Reason.SLOW)
    assert time.monotonic() - begun < 25


ODD = {
    "a table that leads outside": pdf().replace(b"startxref\n", b"startxref\n9999999"),
    "resources that hold themselves": raw_pdf(
        CATALOG, PAGES, _WITH % b"5 0 R", LINE, b"<< /XObject << /X 6 0 R >> /Me 5 0 R >>",
        stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 5 0 R"),
    ),
    "references to what is not there": raw_pdf(
        CATALOG, PAGES, _WITH % b"<< /Font << /F1 88 0 R >> /XObject 89 0 R >>", LINE
    ),
    "a page without a content": raw_pdf(CATALOG, PAGES, PAGE.replace(b"/Contents 4 0 R", b"")),
    "names that are spelt in every way": raw_pdf(
        CATALOG, PAGES,
        _WITH % b"<< /Font << /A#20B << /Type /Font >> /F << >> /Parent 7 >> >>", LINE,
    ),
    "rubbish before its beginning": b"rubbish\n" * 20 + pdf(),
}  # fmt: skip


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_pdf_is_merged_all_the_same(prepare: Callable[[bytes], Prepared], kind: str) -> None:
    found = prepare(ODD[kind])
    assert found.reason is None
    assert len(found.sheets) == 1


def test_names_that_people_gave_are_never_taken_for_commands(
    prepare: Callable[[bytes], Prepared],
) -> None:
    written = objects(prepare(ODD["names that are spelt in every way"]))
    assert b"/A#20B" in written
    assert b"/Parent 7" in written


def test_one_page_that_is_used_without_end_does_not_fill_the_disk(
    prepare: Callable[[bytes], Prepared], folder: Path
) -> None:
    found = prepare(_shared_page(300))
    assert found.reason in (None, Reason.SLOW)
    assert all(path.stat().st_size < 100_000_000 for path in folder.iterdir())


def test_a_file_that_takes_too_long_ends_and_the_next_one_is_read(tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(_shared_page(290))
    (tmp_path / "good.pdf").write_bytes(pdf())
    with ForeignWorker(tmp_path, patience=5) as worker:
        assert worker.prepare(tmp_path / "good.pdf", 1).reason is None
        worker._patience = 0.02
        assert worker.prepare(tmp_path / "slow.pdf", 1).reason is Reason.SLOW
        worker._patience = 20
        assert worker.prepare(tmp_path / "good.pdf", 1).reason is None


def test_the_first_file_of_a_process_is_given_no_more_time_than_others(tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(_shared_page(290))
    with ForeignWorker(tmp_path, patience=0.02) as worker:
        assert worker.prepare(tmp_path / "slow.pdf", 1).reason is Reason.SLOW


def test_a_process_that_is_killed_over_a_file_costs_only_that_file(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(pdf())
    with ForeignWorker(tmp_path) as worker:
        worker.prepare(tmp_path / "good.pdf", 1)
        assert worker._process is not None
        worker._process.kill()
        worker._process.join()
        assert worker.prepare(tmp_path / "good.pdf", 1).reason is Reason.DAMAGED
        assert worker.prepare(tmp_path / "good.pdf", 1).reason is None


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc what is running")
def test_where_the_program_is_killed_what_reads_for_it_ends_too(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(pdf())
    (tmp_path / "endless.pdf").write_bytes(endless_pdf())
    command = [sys.executable, "-m", "tests.documents.reading_for_ever", str(tmp_path)]
    with subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8"
    ) as program:
        assert program.stdout is not None
        reader = Path("/proc", program.stdout.readline().strip())
        assert reader.exists()
        time.sleep(1)  # by then it is at the endless one
        program.kill()
    until = time.monotonic() + 30
    while reader.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not reader.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_a_full_disk_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(pdf())
    (tmp_path / "1.objects").symlink_to("/dev/full")
    with ForeignWorker(tmp_path) as worker, pytest.raises(DigicomError, match="disk_full"):
        worker.prepare(tmp_path / "good.pdf", 1)


def test_numbers_of_objects_go_on_from_the_piece_before(
    worker: ForeignWorker, folder: Path
) -> None:
    (folder / "piece.pdf").write_bytes(pdf())
    found = worker.prepare(folder / "piece.pdf", 1000)
    assert found.path is not None
    data = found.path.read_bytes()
    for n, offset in enumerate(found.offsets):
        assert data[offset:].startswith(b"%d 0 obj\n" % (1000 + n))
    referred = {int(n) for n in re.findall(rb"(\d+) 0 R", data)}
    assert referred <= set(range(1000, 1000 + len(found.offsets)))


def test_no_length_is_written_twice(prepare: Callable[[bytes], Prepared]) -> None:
    found = prepare(pdf())
    assert found.path is not None
    for head in re.findall(rb"<<(.*?)>>\nstream", found.path.read_bytes(), re.DOTALL):
        assert head.count(b"/Length ") == 1


def test_a_number_that_is_no_turn_turns_nothing(prepare: Callable[[bytes], Prepared]) -> None:
    def odd(writer: pypdf.PdfWriter) -> None:
        writer.pages[0][NameObject("/Rotate")] = NumberObject(45)

    assert size_of(prepare(changed_pdf(odd, (400, 600)))) == (400, 600)
