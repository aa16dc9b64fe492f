"""Hostile zips: what they say of themselves is not so."""

import struct
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tests.hostile.good import ITEMS, Case, good, packed, parts
from tests.hostile.raw_zip import Entry, deflated, zipped

_MB = 1 << 20
_LINK = 0o120777 << 16


def _members() -> list[Entry]:
    return [Entry(name, data) for name, data in parts().items()]


def _with(*more: Entry) -> bytes:
    return zipped([*_members(), *more])


def _lying(listed: dict[str, object], local: dict[str, object] | None = None) -> bytes:
    """The workbook, whose sheet of items has other headers."""
    entries = [
        Entry(e.name, e.data, listed=listed, local=local or {}) if e.name == ITEMS else e
        for e in _members()
    ]
    return zipped(entries)


def _as(name: str, **fields: object) -> bytes:
    """The workbook, whose sheet of items is packed otherwise."""
    data = parts()[name]
    entries = [Entry(name, data, **fields) if e.name == name else e for e in _members()]  # type: ignore[arg-type]
    return zipped(entries)


def _blanks(size: int) -> bytes:
    """``size`` blanks, deflated, without ever holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return b"".join([packer.compress(b" " * _MB) for _ in range(size // _MB)]) + packer.flush()


def _bomb(said: int) -> bytes:
    """The workbook whose sheet unpacks to 100 MB, and says ``said``."""
    lie = {"size": said}
    return _as(ITEMS, packed=_blanks(100 * _MB), listed=lie, local=lie)


def _nested() -> bytes:
    inner = zipped([Entry("bomb", packed=_blanks(50 * _MB), listed={"size": 50 * _MB})])
    return _with(Entry("xl/media/nested.zip", inner), Entry("xl/embeddings/nested.xlsx", inner))


def _overlapping() -> bytes:
    """Two entries of the list for the same bytes, the first around the second."""
    inner = zipped([Entry("xl/b.xml", b"<a/>" * 100, method=0)])
    inner = inner[: inner.index(b"PK\x01\x02")]
    outer = Entry("xl/a.xml", inner, method=0)
    header = 30 + len("xl/a.xml")
    data = bytearray(zipped([outer, Entry("xl/b.xml", b"<a/>" * 100, method=0)]))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, second + 42, header)
    return bytes(data)


def _same_header() -> bytes:
    """A thousand entries of the list for one and the same member."""
    entries = [Entry("xl/a.xml", b"<a/>" * 10_000), *[Entry("xl/a.xml", packed=b"")] * 999]
    data = bytearray(zipped(entries))
    at = data.index(b"PK\x01\x02")
    for _ in range(1_000):
        struct.pack_into("<3L", data, at + 16, zlib.crc32(b"<a/>" * 10_000), 0, 40_000)
        struct.pack_into("<L", data, at + 42, 0)
        at += 46 + 8
    return bytes(data)


def _many() -> Iterator[Entry]:
    yield from _members()
    for number in range(10_000):
        yield Entry(f"xl/media/{number}.png", b"")


def _many_folders() -> bytes:
    return zipped([*_members(), *(Entry(f"xl/{n}/", method=0) for n in range(10_000))])


def _wide(size: int) -> bytes:
    """A member whose size stands in the extra field of zip64."""
    data = parts()[ITEMS]
    packed_data = deflated(data)
    extra = struct.pack("<2H2Q", 1, 16, size, len(packed_data))
    absent = {"size": 0xFFFFFFFF, "packed": 0xFFFFFFFF}
    return _as(ITEMS, extra=extra, listed=absent, local=absent)


def _wide_header(header: int) -> bytes:
    """A member whose own header begins at a place that stands in the extra field of zip64."""
    extra = struct.pack("<2HQ", 1, 8, header)
    return _as(ITEMS, extra=extra, listed={"header": 0xFFFFFFFF})


def _with_wide_end() -> bytes:
    """The workbook with the records that large zips have in front of their end."""
    data = zipped(_members())
    at = data.rindex(b"PK\x05\x06")
    count, size, first = struct.unpack_from("<H2L", data, at + 10)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, first)
    return data[:at] + wide + struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1) + data[at:]


def _name(name: str | bytes, **fields: object) -> Case:
    return Case(
        lambda: _with(Entry(name, b"<a/>", **fields)),  # type: ignore[arg-type]
        "guard.part_name",
    )


def _cut(tenths: int) -> Case:
    return Case(lambda: good()[: len(good()) * tenths // 10], "guard.truncated")


_DAMAGED = "guard.damaged"
_HUGE = {"size": 1 << 31}
_FOLLOW = {"crc": 0, "packed": 0, "size": 0}

CASES: Mapping[str, Case] = MappingProxyType(
    {
        "empty file": Case(lambda: b"", "guard.empty"),
        **{f"cut at {n} tenths": _cut(n) for n in range(1, 10)},
        "without the last byte": Case(lambda: good()[:-1], "guard.truncated"),
        "without the first byte": Case(lambda: good()[1:], "guard.not_ours"),
        "start only": Case(lambda: b"PK\x03\x04", "guard.truncated"),
        "start and zeros": Case(lambda: b"PK\x03\x04" + bytes(10_000), "guard.truncated"),
        "no members": Case(lambda: zipped([]), "guard.archive"),
        "of several disks": Case(lambda: zipped(_members(), disk=1), _DAMAGED),
        "text in front": Case(lambda: b"hello" + good(), "guard.not_ours"),
        "zip in front": Case(lambda: packed({"a": b"b"}) + good(), _DAMAGED),
        "hidden member in front": Case(
            lambda: zipped(_members(), head=zipped([Entry("a", b"b")])[:31]), _DAMAGED
        ),
        "text behind": Case(lambda: good() + b"hello", _DAMAGED),
        "zeros behind": Case(lambda: good() + bytes(512), ""),
        "line break behind": Case(lambda: good() + b"\r\n", ""),
        "comment": Case(lambda: zipped(_members(), tail=b"hello", comment=5), ""),
        "comment cut": Case(lambda: zipped(_members(), tail=b"he", comment=5), "guard.truncated"),
        "end in the comment": Case(
            lambda: zipped(_members(), tail=zipped([]), comment=22), _DAMAGED
        ),
        "wrong checksum": Case(lambda: _lying({"crc": 1}, {"crc": 1}), _DAMAGED),
        "checksum listed otherwise": Case(lambda: _lying({"crc": 1}), _DAMAGED),
        "size too small": Case(lambda: _lying({"size": 9}, {"size": 9}), _DAMAGED),
        "size too large": Case(lambda: _lying({"size": 99_999}, {"size": 99_999}), _DAMAGED),
        "size listed otherwise": Case(lambda: _lying({"size": 99_999}), _DAMAGED),
        "packed size too small": Case(lambda: _lying({"packed": 9}, {"packed": 9}), _DAMAGED),
        "packed size too large": Case(lambda: _lying({"packed": 99_999_999}), _DAMAGED),
        "sizes follow": Case(lambda: _as(ITEMS, flags=0x808, local=_FOLLOW, behind=bytes(16)), ""),
        "bomb": Case(lambda: _bomb(100 * _MB), "guard.bomb"),
        "bomb that says it is small": Case(lambda: _bomb(100), "guard.bomb"),
        "bomb among the pictures": Case(
            lambda: _with(Entry("xl/media/a.png", packed=b"\3\0", listed=_HUGE, local=_HUGE)),
            "guard.bomb",
        ),
        "bomb in parts": Case(
            lambda: _with(*(Entry(f"xl/{n}.xml", bytes(7 * _MB)) for n in range(3))),
            "guard.bomb_in_all",
        ),
        "nested zips": Case(_nested, ""),
        "overlapping members": Case(_overlapping, _DAMAGED),
        "one member a thousand times": Case(_same_header, _DAMAGED),
        "10,000 members": Case(lambda: zipped(_many()), "guard.too_many_parts"),
        "10,000 folders": Case(_many_folders, "guard.too_many_parts"),
        "10,000 members that say 5": Case(
            lambda: zipped(_many(), here=5, count=5), "guard.damaged"
        ),
        "large zip's end": Case(_with_wide_end, ""),
        "5 members listed as 65,535": Case(
            lambda: zipped(_members(), here=65_535, count=65_535), "guard.too_many_parts"
        ),
        "list beyond the end": Case(lambda: zipped(_members(), first=1 << 31), _DAMAGED),
        "list of the wrong place": Case(lambda: zipped(_members(), first=100), _DAMAGED),
        "list too short": Case(lambda: zipped(_members(), length=100), _DAMAGED),
        "list too long": Case(lambda: zipped(_members(), length=1 << 31), "guard.too_many_parts"),
        "header beyond the end": Case(lambda: _lying({"header": 1 << 31}), _DAMAGED),
        "header in the wrong place": Case(lambda: _lying({"header": 77}), _DAMAGED),
        "encrypted": Case(lambda: _lying({"flags": 0x801}, {"flags": 0x801}), "guard.locked_parts"),
        "encrypted, not listed": Case(lambda: _lying({}, {"flags": 0x801}), "guard.locked_parts"),
        "strongly encrypted": Case(lambda: _lying({"flags": 0x840}), "guard.locked_parts"),
        **{
            f"packed by method {n}": Case(
                lambda n=n: _lying({"method": n}, {"method": n}),  # type: ignore[misc]
                "guard.compression",
            )
            for n in (1, 9, 12, 14, 93, 99)
        },
        "method listed otherwise": Case(lambda: _lying({"method": 0}), _DAMAGED),
        "garbage packed": Case(lambda: _as(ITEMS, packed=b"\xff" * 999), _DAMAGED),
        "nothing packed": Case(lambda: _as(ITEMS, packed=b""), _DAMAGED),
        "garbage behind the packed": Case(
            lambda: _as(ITEMS, packed=deflated(parts()[ITEMS]) + b"hello"), _DAMAGED
        ),
        "packed and cut": Case(lambda: _as(ITEMS, packed=deflated(parts()[ITEMS])[:-50]), _DAMAGED),
        "stored": Case(lambda: _as(ITEMS, method=0), ""),
        "stored with another size": Case(
            lambda: _as(ITEMS, method=0, packed=parts()[ITEMS][:-9]), _DAMAGED
        ),
        "size in the extra field": Case(lambda: _wide(len(parts()[ITEMS])), ""),
        "absurd size in the extra field": Case(lambda: _wide(1 << 62), "guard.bomb"),
        **{
            f"header at 2 to the {n} in the extra field": Case(
                lambda n=n: _wide_header((1 << n) - 1),  # type: ignore[misc]
                _DAMAGED,
            )
            for n in (62, 64)
        },
        "extra field cut": Case(lambda: _as(ITEMS, extra=b"\1\0\xff\xff\0"), ""),
        "two of one name": Case(lambda: _with(Entry(ITEMS, b"<a/>")), "guard.twice"),
        "two of one name but for case": Case(
            lambda: _with(Entry(ITEMS.upper(), b"<a/>")), "guard.twice"
        ),
        "two of one name but for its form": Case(
            lambda: _with(
                *(Entry(unicodedata.normalize(form, "xl/é"), b"") for form in ("NFC", "NFD"))
            ),
            "guard.twice",
        ),
        "name upwards": _name("../../evil.xml"),
        "name upwards inside": _name("xl/../../evil.xml"),
        "name from the root": _name("/etc/evil"),
        "name with a drive": _name("C:/evil.xml"),
        "name with a stream": _name("xl/a.xml:evil"),
        "name with a backslash": _name("xl\\evil.xml"),
        "name with a NUL": _name("xl/evil.xml\0.png"),
        "name with a line break": _name("xl/evil\n.xml"),
        "name with an empty step": _name("xl//evil.xml"),
        "name with a dot": _name("./xl/evil.xml"),
        "name that turns around": _name("xl/evil\u202elmx.exe"),
        "name of nothing": _name(""),
        "name of 5,000 characters": _name("x" * 5_000),
        "name that is not UTF-8": Case(lambda: _with(Entry(b"xl/\xff\xfe", b"")), _DAMAGED),
        "name in its own header": Case(lambda: _lying({}, {"name": b"../evil"}), _DAMAGED),
        "link": Case(
            lambda: _with(Entry("xl/link", b"/etc/passwd", listed={"attributes": _LINK})),
            "guard.link",
        ),
    }
)
