"""Puts drawn pages and foreign objects into one PDF, piece by piece, never whole in memory."""

import re
import shutil
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from digicom_desktop.documents.pdf_reader import PdfFile
from digicom_desktop.documents.volume_pages import FOREIGN
from digicom_desktop.documents.volume_source import Prepared

_OWN = b"%% The program's own objects begin with %d\n"
OWN_OBJECTS = re.compile(rb"% The program's own objects begin with (\d+)\n")
"""Stands at the beginning of the file: whoever checks it need not read what is foreign."""
_HEAD = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
_STREAM = re.compile(rb"\bstream\r?\n")
# A text may say anything, even what looks like a reference.
_REFERENCE = re.compile(rb"\((?:[^()\\]|\\.)*\)|(?<![\d.])(\d+) 0 (R|obj)\b", re.DOTALL)
_FONTS = re.compile(rb"/Font \d+ 0 R")
_ROOT, _INFO = re.compile(rb"/Root (\d+) 0 R"), re.compile(rb"/Info (\d+) 0 R")
_ID = re.compile(rb"/ID\s*(\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\])")


def write_joined(
    drawn: bytes, uses: Sequence[int | None], pieces: Sequence[Prepared], to: BinaryIO
) -> None:
    """Write the PDF ``drawn`` with the objects of ``pieces``, which are numbered from 1 on.

    ``uses`` says of each page which of these objects it draws.
    """
    moved = sum(len(piece.offsets) for piece in pieces)
    own = PdfFile.parse(drawn)
    used = dict(zip(own.page_numbers, uses, strict=True))
    to.write(_HEAD + _OWN % (moved + 1))
    offsets: list[int] = []
    for piece in pieces:
        offsets += _copy(piece, to)
    for number in sorted(own.objects):
        offsets.append(to.tell())
        to.write(_with_foreign(_shifted(own.objects[number], moved), used.get(number)))
    _write_end(drawn[drawn.rindex(b"trailer") :], offsets, moved, to)


def _copy(piece: Prepared, to: BinaryIO) -> list[int]:
    start = to.tell()
    if piece.path is not None and piece.offsets:
        with piece.path.open("rb") as file:
            shutil.copyfileobj(file, to)
    return [start + offset for offset in piece.offsets]


def _shifted(body: bytes, by: int) -> bytes:
    """The object ``body`` with every number raised ``by`` so many."""
    stream = _STREAM.search(body)
    end = stream.start() if stream else len(body)

    def raised(match: re.Match[bytes]) -> bytes:
        return b"%d 0 %s" % (int(match[1]) + by, match[2]) if match[1] else match[0]

    return _REFERENCE.sub(raised, body[:end]) + body[end:]


def _with_foreign(page: bytes, number: int | None) -> bytes:
    if number is None:
        return page
    known = b" /XObject << /%s %d 0 R >>" % (FOREIGN.encode("ascii"), number)
    changed, count = _FONTS.subn(lambda match: match[0] + known, page, count=1)
    if not count:
        raise ValueError(page)
    return changed


def _write_end(trailer: bytes, offsets: Sequence[int], moved: int, to: BinaryIO) -> None:
    start = to.tell()
    to.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
    to.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    found: Mapping[str, re.Match[bytes] | None] = {
        "root": _ROOT.search(trailer), "info": _INFO.search(trailer), "id": _ID.search(trailer)
    }  # fmt: skip
    root, info, id = (found[name] for name in ("root", "info", "id"))
    if not (root and info and id):
        raise ValueError(trailer)
    to.write(
        b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(offsets) + 1, int(root[1]) + moved, int(info[1]) + moved, id[1], start)
    )
