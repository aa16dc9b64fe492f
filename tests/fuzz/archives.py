"""Small zips whose headers lie, for what opens them before anything else does."""

import io
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from digicom_desktop.documents.zip_guard import GuardedZip, ZipLimits
from tests.fuzz.mutations import changed_bytes
from tests.fuzz.subject import Subject, require
from tests.hostile.raw_zip import Entry, zipped

GATE = frozenset(
    f"guard.{id}"
    for id in (
        "empty",
        "too_large",
        "truncated",
        "not_ours",
        "archive",
        "text",
        "xml",
        "web",
        "pdf",
    )
)
"""What is said of a file that does not look like a zip from both of its ends."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    *(b"%PDF-1.7", b"{\\rtf1", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"BM", b"II*\0"),
    *(b"....ftypheic", b"RIFF....WEBP", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"PK\7\x08"),
    *(b"\xef\xbb\xbf<html>", b"\xff\xfe<\0?\0x\0m\0l\0 \0", b"<?xml ?><html>", b" <table>"),
    *(b"name,year\n", b"\xff\xfea\0", _OLE, _OLE, _OLE),
)
_LIMITS = ZipLimits(file=200_000, part=3_000, all=5_000, members=12)
_PATH = Path("bad.zip")
_NAMES = (
    *("a.xml", "xl/a.xml", "A.XML", "b", "b/", "é", "e\u0301", "公司.txt", "x" * 499, "x" * 501),
    *("../a", "/a", "a//b", "./a", "a\\b", "C:a", "a\0b", "a\u202eb", "~a", "", " ", ".."),
)
_DATA = (b"", b"x", b"<a/>" * 50, bytes(2_000), b"x" * 3_001, b"PK\x03\x04" * 9, b"\xff" * 700)
_COUNTS = (1, 2, 3) * 6 + (0, 4, 13)
_NUMBERS = (0, 1, 2, 30, 0xA1FF0000, 0x7FFF, 0xFFFF, 1 << 31, 0xFFFFFFFF)
_WIDE = (0, 1, 200, 1 << 31, 1 << 40, (1 << 63) - 1, 1 << 63, (1 << 64) - 1)
_FIELDS = ("crc", "packed", "size", "header", "attributes")
_END = ("disk", "list_disk", "here", "count", "length", "first", "comment")


def archives() -> Subject:
    """Zips as bytes, read from memory."""
    return Subject("zip", ".zip", 400, _zip, _read, GATE)


def _zip(random: Random) -> bytes:
    entries = [
        _entry(random) for _ in range(random.choice((1, 1, 2, 2, 3, 3, random.choice((0, 4, 13)))))
    ]
    end: dict[str, Any] = {}
    if random.random() < 0.15:
        end[random.choice(_END)] = random.choice(_NUMBERS) & 0xFFFF
    head = _sometimes(random, b"PK\x03\x04 in front")
    tail = _sometimes(random, random.choice((b"\0" * 9, b"tail", b"PK\x05\x06" + bytes(18))))
    data = zipped(entries, head, tail, **end)
    if random.random() < 0.06:
        data = _other_kind(random) + data
    return changed_bytes(random, data) if random.random() < 0.3 else data


def _other_kind(random: Random) -> bytes:
    """How files of other kinds begin."""
    start = random.choice(_STARTS)
    if start != _OLE:
        return start
    streams = ("EncryptedPackage", "WordDocument", "PowerPoint Document", "Workbook", "Other")
    return _OLE + f"{random.choice(streams)}\0".encode("utf-16-le")


def _sometimes(random: Random, data: bytes) -> bytes:
    return data if random.random() < 0.05 else b""


def _entry(random: Random) -> Entry:
    name, data = random.choice(_NAMES[:4]), random.choice(_DATA)
    method = random.choice((0, 8, 8))
    name = f"{random.randrange(99)}{name}" if random.random() < 0.9 else name
    if random.random() < 0.75:
        return Entry(name, data, method)
    listed, local = _lies(random), _lies(random)
    if random.random() < 0.5:
        local = {key: value for key, value in listed.items() if key in ("crc", "packed", "size")}
    return Entry(
        random.choice(_NAMES),
        data,
        random.choice((method, method, 9, 99)),
        random.choice((None, None, b"", data, b"\3\0", b"\xff" * 9)),
        random.choice((0x800, 0x800, 0, 0x801, 0x808, 0x840, 0x2800)),
        listed,
        local,
        _extra(random),
        random.choice((b"", b"", bytes(16), b"PK\x07\x08" + bytes(12))),
    )


def _lies(random: Random) -> dict[str, Any]:
    names = random.sample(_FIELDS, random.choice((0, 0, 1, 2)))
    return {name: random.choice(_NUMBERS) for name in names}


def _extra(random: Random) -> bytes:
    """Mostly nothing; else an extra field, that of zip64 before all, with any numbers."""
    if random.random() < 0.5:
        return b""
    numbers = [random.choice(_WIDE) for _ in range(random.randrange(4))]
    packed = struct.pack(f"<{len(numbers)}Q", *numbers)
    stated = random.choice((len(packed), len(packed), 0, 7, 0xFFFF))
    return struct.pack("<2H", random.choice((1, 1, 1, 0x5455)), stated) + packed


def _read(data: bytes) -> Iterable[str]:
    """Whatever comes through is read the same by other programs: nothing is hidden from us."""
    archive = GuardedZip(io.BytesIO(data), _LIMITS, _PATH)
    ours = {name: archive.read(name) for name in archive.names}
    require(sum(map(len, ours.values())) <= _LIMITS.all, "more came out than may")
    require({n: len(d) for n, d in ours.items()} == dict(archive.sizes), "sizes differ")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as other:
            theirs = {i.filename: other.read(i) for i in other.infolist() if not i.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError):
        return ("refused by others",)
    require(theirs == ours, "other programs read something else")
    return ()
