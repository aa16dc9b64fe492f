"""Pictures and PDFs of every kind that the evidence volume meets, built when they are needed."""

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
from PIL import Image, ImageDraw
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from digicom_desktop.documents.volume_source import VolumeSource
from digicom_desktop.domain.report import EvidenceView, Report
from digicom_desktop.domain.text import Language
from tests.documents.sample_report import sample_report

A4 = (595.28, 841.89)
CORNER = (200, 40, 40)
"""The colour of the top left corner of a picture as it is meant to be looked at."""


def picture(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """A sheet with a red square at the top left and lines like writing."""
    image = Image.new("RGB", size, (246, 244, 238))
    draw = ImageDraw.Draw(image)
    side = min(size) // 5
    draw.rectangle((0, 0, side, side), fill=CORNER)
    for n in range(8):
        y = side * 1.4 + n * (size[1] - side * 1.6) / 8
        draw.line(
            (side // 2, y, size[0] - side // 2 - n * 9, y),
            fill=(70, 78, 92),
            width=max(2, side // 18),
        )
    return image.convert(mode)


def save_photo(path: Path, orientation: int = 6) -> None:
    """A photo of 12 million dots as a telephone held upright stores it: lying, with a note."""
    upright = picture((3000, 4000))
    turned = {
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }
    image = upright.transpose(turned[orientation]) if orientation in turned else upright
    exif = image.getexif()
    exif[0x0112] = orientation
    image.save(path, "JPEG", exif=exif, quality=85)


def pdf(*pages: tuple[float, float], text: str = "CONTRACT") -> bytes:
    """A PDF of other software: standard fonts, one page of each size."""
    written = BytesIO()
    canvas = Canvas(written, invariant=1)
    for n, size in enumerate(pages or (A4,), 1):
        canvas.setPageSize(size)
        canvas.setFillColor(HexColor("#203040"))
        canvas.setFont("Helvetica-Bold", 26)
        canvas.drawString(60, size[1] - 90, f"{text} page {n}")
        canvas.setFont("Helvetica", 11)
        for line in range(12):
            canvas.drawString(
                60, size[1] - 130 - line * 18, f"Line {line + 1} of the text of this page."
            )
        canvas.rect(20, 20, size[0] - 40, size[1] - 40)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def changed_pdf(change: Callable[[pypdf.PdfWriter], object], *pages: tuple[float, float]) -> bytes:
    """``pdf`` as ``change`` leaves it."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf(*pages)))
    change(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def raw_pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of just these objects, numbered from 1."""
    body = b"%PDF-1.7\n"
    places = []
    for n, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (n, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%s"
        b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, root, len(body))
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object, compressed."""
    packed = zlib.compress(data)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        entries,
        len(packed),
        packed,
    )


def source_of(
    folder: Path, files: Mapping[str, bytes], language: Language = Language.ZH, **changes: Any
) -> VolumeSource:
    """A source whose register has one piece for each of ``files``, which lie in ``folder``."""
    report = sample_report(language, **changes)
    entries, paths = [], {}
    items = [item.id for item in report.items]
    for n, (name, content) in enumerate(files.items()):
        sha256 = hashlib.sha256(content).hexdigest()
        paths[sha256] = folder / f"{sha256}{Path(name).suffix}"
        paths[sha256].write_bytes(content)
        entries.append(entry_of(report, items[n % len(items)], n // len(items) + 1, name, content))
    return VolumeSource(replace(report, evidence=tuple(entries)), paths)


def entry_of(report: Report, item: str, n: int, name: str, content: bytes) -> EvidenceView:
    """One line of the register."""
    grade = 2 + n % 2
    return EvidenceView(
        number=f"{item}-{n:02d}",
        title=Path(name).stem,
        date="2025-12-31",
        valid_until="2027-06-30" if grade == 3 else "",
        proves="2025 年各月持续使用的情况与结果，可见日期、数据来源和负责人",
        grade=grade,
        grade_name=report.grade_names[grade],
        items=(item,),
        file_name=name,
        file_size=len(content),
        file_sha256=hashlib.sha256(content).hexdigest(),
    )


def image_bytes(image: Image.Image, format: str, **options: Any) -> bytes:
    """``image`` as a file."""
    written = BytesIO()
    image.save(written, format, **options)
    return written.getvalue()
