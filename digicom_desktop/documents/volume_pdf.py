"""Turns the pages of a foreign PDF into drawings: what is seen stays, what acts goes."""

import math
import zlib
from pathlib import Path

from pypdf import PageObject, PdfReader, overwrite_configuration
from pypdf.generic import DictionaryObject, IndirectObject

from digicom_desktop.documents.foreign_text import content_of, opens
from digicom_desktop.documents.volume_marks import Box, Matrix, appearances, box_of, resolved
from digicom_desktop.documents.volume_objects import ObjectWriter
from digicom_desktop.documents.volume_source import MOST_PAGES, Prepared, Reason, Sheet

_A4 = (0.0, 0.0, 595.28, 841.89)
_SMALLEST, _LARGEST = 3.0, 14_400.0
"""Points; PDF 1.7, annex C: what readers can be expected to show."""
_TAIL = 2048


def prepare_pdf(path: Path, to: ObjectWriter) -> Prepared:
    """Write every page of the PDF at ``path`` as a form XObject.

    Raises whatever the parser raises for a file that is damaged.
    """
    overwrite_configuration(jbig2dec_binary=None)
    if not _is_whole(path):
        return Prepared(reason=Reason.DAMAGED)
    reader = PdfReader(path)
    if reader.is_encrypted and not opens(reader):
        return Prepared(reason=Reason.LOCKED)
    count = len(reader.pages)
    if count > MOST_PAGES:
        return Prepared(reason=Reason.LONG, pages=count)
    if not count or count != _stated_count(reader):
        return Prepared(reason=Reason.DAMAGED)
    sheets = tuple(_sheet(page, to) for page in reader.pages)
    to.finish()
    return Prepared(sheets)


def _is_whole(path: Path) -> bool:
    """Whether the end is there: a parser would quietly leave out what was cut off."""
    data = path.read_bytes()
    return b"%%EOF" in data[-_TAIL:]


def _stated_count(reader: PdfReader) -> object:
    root = reader.root_object["/Pages"]
    return root.get("/Count") if isinstance(root, DictionaryObject) else None


def _sheet(page: PageObject, to: ObjectWriter) -> Sheet:
    box = _visible_box(page)
    turn = _turn(page)
    content, dictionary = content_of(page), _dictionary(page, to)
    if marks := list(appearances(page)):
        inner = _form(to, content, box, dictionary)
        content, dictionary = _with_marks(to, inner, marks)
    number = _form(to, content, box, dictionary + b" /Matrix [%s]" % _numbers(_matrix(box, turn)))
    width, height = box[2] - box[0], box[3] - box[1]
    return Sheet(number, *((height, width) if turn in (90, 270) else (width, height)))


def _dictionary(page: PageObject, to: ObjectWriter) -> bytes:
    """Resources, and how transparent parts are laid over one another."""
    kept = [name for name in ("/Resources", "/Group") if name in page]
    return b" ".join(name.encode("ascii") + b" " + to.copied(page.raw_get(name)) for name in kept)


def _with_marks(
    to: ObjectWriter, inner: int, marks: list[tuple[IndirectObject, Matrix]]
) -> tuple[bytes, bytes]:
    """What draws the page ``inner`` and over it ``marks``; the resources that takes."""
    drawn = [b"/Page Do"]
    names = [b"/Page %d 0 R" % inner]
    for n, (mark, matrix) in enumerate(marks):
        drawn.append(b"q %s cm /Mark%d Do Q" % (_numbers(matrix), n))
        names.append(b"/Mark%d %s" % (n, to.copied(mark)))
    return b"\n".join(drawn), b"/Resources << /XObject << %s >> >>" % b" ".join(names)


def _form(to: ObjectWriter, content: bytes, box: Box, dictionary: bytes) -> int:
    head = b"/Type /XObject /Subtype /Form /BBox [%s] %s" % (_numbers(box), dictionary)
    return to.write(head + b" /Filter /FlateDecode", zlib.compress(content))


def _visible_box(page: PageObject) -> Box:
    """The crop box inside the media box; A4 where a file names none that can be shown."""
    media = _box(page, "/MediaBox") or _A4
    crop = _box(page, "/CropBox") or media
    both = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return both if _can_be_shown(both) else media


def _box(page: DictionaryObject, name: str) -> Box | None:
    box = box_of(page, name)
    return box if box and _can_be_shown(box) else None


def _can_be_shown(box: Box) -> bool:
    sides = (box[2] - box[0], box[3] - box[1])
    return all(math.isfinite(v) for v in box) and all(_SMALLEST <= s <= _LARGEST for s in sides)


def _turn(page: PageObject) -> int:
    turn = resolved(page, "/Rotate")
    return turn % 360 if isinstance(turn, int) and not turn % 90 else 0


def _matrix(box: Box, turn: int) -> Matrix:
    """What turns ``box`` clockwise by ``turn`` degrees and moves its corner to the origin."""
    left, bottom, right, top = box
    if turn == 90:
        return 0, -1, 1, 0, -bottom, right
    if turn == 180:
        return -1, 0, 0, -1, right, top
    if turn == 270:
        return 0, 1, -1, 0, top, -left
    return 1, 0, 0, 1, -left, -bottom


def _numbers(values: tuple[float, ...]) -> bytes:
    return b" ".join(b"%.6g" % value if abs(value) < 1e6 else b"%.0f" % value for value in values)
