"""What a file is that is no zip, so that a sentence can say it."""

import re
from typing import BinaryIO, NoReturn

from digicom_desktop.errors import DigicomError

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Names of streams inside an OLE file, most telling first.
_STREAMS = (
    ("EncryptedPackage", "guard.password"),
    ("WordDocument", "guard.word"),
    ("PowerPoint Document", "guard.slides"),
    ("Workbook", "guard.xls"),
    ("Book", "guard.xls"),
)
_STARTS = (
    (b"%PDF-", "guard.pdf"),
    (b"{\\rtf", "guard.word"),
    (b"\x89PNG", "guard.picture"),
    (b"\xff\xd8\xff", "guard.picture"),
    (b"GIF8", "guard.picture"),
    (b"BM", "guard.picture"),
    (b"II*\0", "guard.picture"),
    (b"MM\0*", "guard.picture"),
    (b"PK\x05\x06", "guard.archive"),  # a zip without members
    (b"PK\x07\x08", "guard.archive"),  # one in several files
    (b"Rar!", "guard.archive"),
    (b"7z\xbc\xaf\x27\x1c", "guard.archive"),
    (b"\x1f\x8b", "guard.archive"),
)
_PHOTO = re.compile(rb"....ftyp(hei|hev|mif|avif)|RIFF....WEBP", re.DOTALL)
_WEB = re.compile(rb"\s*(<!doctype html|<html|<head|<body|<table|<meta|mime-version:)", re.I)
_XML = re.compile(rb"\s*<\?xml\s")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def refuse_what_is_no_zip(file: BinaryIO) -> NoReturn:
    """Raise the DigicomError ``guard.…`` that says what ``file`` is instead."""
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(_OLE):
        file.seek(0)
        raise DigicomError(_kind_of_ole(file.read()))
    for start, id in _STARTS:
        if head.startswith(start):
            raise DigicomError(id)
    raise DigicomError(_kind_of_text(head))


def _kind_of_ole(data: bytes) -> str:
    for name, id in _STREAMS:
        if f"{name}\0".encode("utf-16-le") in data:
            return id
    return "guard.not_ours"


def _kind_of_text(head: bytes) -> str:
    if b"%PDF-" in head[:1024]:
        return "guard.pdf"
    if _PHOTO.match(head):
        return "guard.picture"
    text = _as_ascii(head)
    if _WEB.match(text):
        return "guard.web"
    if _XML.match(text):
        return "guard.web" if b"<html" in text.lower() else "guard.xml"
    return "guard.text" if _is_text(head) else "guard.not_ours"


def _as_ascii(head: bytes) -> bytes:
    """``head`` as far as it is plain ASCII in whatever Unicode encoding."""
    for bom in _BOMS:
        head = head.removeprefix(bom)
    return head.replace(b"\0", b"")


def _is_text(head: bytes) -> bool:
    """Whether people could read it: UTF-8, UTF-16 with its mark, or a Chinese code page."""
    if head.startswith(_BOMS[1:]):
        return True
    for encoding in ("utf-8", "gb18030"):
        # The last character may be cut.
        text = head.decode(encoding, errors="ignore")
        if len(text.encode(encoding)) >= len(head) - 4:
            return not any(c < " " and c not in "\t\n\r\f" for c in text)
    return False
