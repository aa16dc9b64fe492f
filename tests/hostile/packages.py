"""Hostile packages."""

import zlib
from collections.abc import Mapping
from types import MappingProxyType

from digicom_desktop.documents.package_manifest import CONTENT, MANIFEST
from tests.documents.packages import said, sealed
from tests.hostile.good import Case
from tests.hostile.good_package import (
    entries,
    evidence,
    fitting,
    packed,
    parts,
    with_entry,
    with_evidence,
    with_members,
)
from tests.hostile.raw_zip import Entry, zipped

_MB = 1 << 20
_LINK = 0o120777 << 16
_PAGE = b"<!DOCTYPE html><html></html>"


def _blanks(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return b"".join([packer.compress(b" " * _MB) for _ in range(size // _MB)]) + packer.flush()


def _bomb(name: str, says: int) -> bytes:
    lie = {"size": says}
    return with_entry(name, packed=_blanks(100 * _MB), listed=lie, local=lie)


def _many_bombs() -> bytes:
    """20 evidence files of 20 MB each that take 20 KB."""
    blanks, size = _blanks(20 * _MB), 20 * _MB
    crc = zlib.crc32(b" " * size)
    lie = {"size": size, "crc": crc}
    more = (
        Entry(f"evidence/{n:064x}.txt", packed=blanks, listed=lie, local=lie) for n in range(20)
    )
    return with_members(*more)


def _member(name: str | bytes, id: str, **fields: object) -> Case:
    return Case(lambda: with_members(Entry(name, b"x", **fields)), id)  # type: ignore[arg-type]


def _evidence(data: bytes, id: str, suffix: str = ".jpg", name: str = "") -> Case:
    return Case(lambda: with_evidence(data, suffix, name), id)


def _content(old: str, new: str, id: str = "package.content_unreadable") -> Case:
    """Content that says something else, with the code and the hashes that belong to it."""

    def build() -> bytes:
        found = parts()
        text = found[CONTENT].decode()
        if old not in text:
            raise LookupError(old)
        return fitting(
            found | {CONTENT: text.replace(old, new, 1).encode("utf-8", "surrogatepass")}
        )

    return Case(build, id)


def _manifest(key: str, value: object, id: str = "package.manifest") -> Case:
    def build() -> bytes:
        found = parts()
        return packed(found | {MANIFEST: sealed({**said(found), key: value})})

    return Case(build, id)


def _whole_manifest(data: bytes, id: str = "package.manifest") -> Case:
    return Case(lambda: packed(parts() | {MANIFEST: data}), id)


def _without(name: str) -> bytes:
    return packed({key: data for key, data in parts().items() if key != name})


def _swapped() -> bytes:
    found = parts()
    one, other = evidence(".jpg"), evidence(".pdf")
    return packed(found | {one: found[other], other: found[one]})


_ALTERED = "package.evidence_altered"
_PROGRAM = "package.evidence_program"
_UNKNOWN = "package.member_unknown"
_DEEP = b'{"a":' * 100_000

CASES: Mapping[str, Case] = MappingProxyType(
    {
        "honest": Case(lambda: packed(parts()), ""),
        "no file": Case(lambda: b"", "guard.empty"),
        "web page": Case(lambda: _PAGE, "guard.web"),
        "another zip": Case(lambda: packed({"a": b"b"}), "package.foreign"),
        "cut": Case(lambda: packed(parts())[:-700], "guard.truncated"),
        "bomb that says it is small": Case(lambda: _bomb(evidence(), 14), "guard.bomb"),
        "bomb that says it is large": Case(lambda: _bomb(evidence(), 100 * _MB), "guard.bomb"),
        "bomb for content": Case(lambda: _bomb(CONTENT, 2_000), "guard.bomb"),
        "bomb for a manifest": Case(lambda: _bomb(MANIFEST, 2_000), "guard.bomb"),
        "20 bombs": Case(_many_bombs, _UNKNOWN),
        "huge size stated": Case(
            lambda: with_entry(evidence(), listed={"size": 1 << 31}, local={"size": 1 << 31}),
            "package.evidence_in_all",
        ),
        "header nowhere": Case(
            lambda: with_entry(evidence(), listed={"header": 1 << 31}), "guard.damaged"
        ),
        "2,001 members": Case(
            lambda: with_members(*(Entry(f"evidence/{n}", b"") for n in range(2_001))),
            "guard.too_many_parts",
        ),
        "upwards": _member("../../evil.txt", "guard.part_name"),
        "upwards inside": _member("evidence/../../evil.txt", "guard.part_name"),
        "from the root": _member("/etc/cron.d/evil", "guard.part_name"),
        "a drive": _member("C:/evil.txt", "guard.part_name"),
        "backslashes": _member("evidence\\..\\..\\evil.txt", "guard.part_name"),
        "home": _member("~/.bashrc", "guard.part_name"),
        "NUL in a name": _member("evidence/a\0.txt", "guard.part_name"),
        "name turned around": _member("evidence/\u202etxt.exe", "guard.part_name"),
        "name that is no UTF-8": _member(b"evidence/\xff\xfe", "guard.damaged"),
        "link": _member("evidence/link", "guard.link", listed={"attributes": _LINK}),
        "evidence that is a link": Case(
            lambda: with_entry(evidence(), listed={"attributes": _LINK}), "guard.link"
        ),
        "manifest twice": _member(MANIFEST, "guard.twice"),
        "content twice but for case": _member(CONTENT.upper(), "guard.twice"),
        "nested package": Case(
            lambda: with_members(Entry("evidence/more.digicom", packed(parts()))), _UNKNOWN
        ),
        "evidence that is a zip": _evidence(packed({"a": b"b" * 9_999}), ""),
        "unknown member": _member("evidence/evil.txt", _UNKNOWN),
        "unknown folder of settings": _member("__MACOSX/._x", _UNKNOWN),
        "encrypted": Case(
            lambda: zipped(
                Entry(e.name, e.data, flags=0x801, listed={"flags": 0x801}, local={"flags": 0x801})
                for e in entries(parts())
            ),
            "guard.locked_parts",
        ),
        "one member encrypted": Case(
            lambda: with_entry(evidence(), local={"flags": 0x801}), "guard.locked_parts"
        ),
        "another compression": Case(
            lambda: with_entry(evidence(), listed={"method": 14}, local={"method": 14}),
            "guard.compression",
        ),
        "evidence altered": Case(lambda: packed(parts() | {evidence(): b"other"}), _ALTERED),
        "evidence exchanged": Case(_swapped, _ALTERED),
        "evidence missing": Case(lambda: _without(evidence()), "package.evidence_missing"),
        "evidence of Windows programs": _evidence(b"MZ\x90\0" + bytes(99), _PROGRAM),
        "evidence of Linux programs": _evidence(b"\x7fELF" + bytes(99), _PROGRAM),
        "evidence that is a script": _evidence(b"#!/bin/sh\nrm -rf ~\n", _PROGRAM),
        "evidence called a program": _evidence(b"x", _PROGRAM, name="evidence/{0}.exe"),
        "evidence of another suffix": _evidence(
            b"x", "package.evidence_missing", name="evidence/{0}.TOO LONG"
        ),
        "content altered": Case(
            lambda: packed(parts() | {CONTENT: parts()[CONTENT].replace(b"2025", b"2024", 1)}),
            "package.member_altered",
        ),
        "content missing": Case(lambda: _without(CONTENT), "package.member_missing"),
        "document missing": Case(
            lambda: _without(next(n for n in parts() if n.endswith(".pdf") and "doc" in n)),
            "package.member_missing",
        ),
        "content of half a character": _content("材料1", "\ud800"),
        "content with a control": _content("材料1", "\\u0007"),
        "content with a name of 40,000": _content("材料1", "长" * 40_000),
        "content of a later program": _content('"format":1', '"format":2', "assessment.newer"),
        "content of another edition": _content(
            "mofcom-trial-2", "evil-1", "import.edition_unknown"
        ),
        "content with a path for an edition": _content(
            "mofcom-trial-2", "../../../etc", "import.edition_unknown"
        ),
        "content with a year of words": _content('"year":2025', '"year":"x"'),
        "content with a year far off": _content('"year":2025', '"year":1e400'),
        "content with something more": _content('"year":2025', '"evil":1,"year":2025'),
        "content that is deep": Case(
            lambda: fitting(parts() | {CONTENT: _DEEP}), "package.content_unreadable"
        ),
        "content with an endless number": _content('"year":2025', f'"year":{"9" * 5_000}'),
        "manifest missing": Case(lambda: _without(MANIFEST), "package.foreign"),
        "manifest that is deep": _whole_manifest(_DEEP),
        "manifest that is none": _whole_manifest(b"\xff\xfe"),
        "manifest of nothing": _whole_manifest(b"null"),
        "manifest of a later program": _manifest("format", 2, "package.newer"),
        "manifest with an endless number": _whole_manifest(b'{"format":' + b"9" * 5_000 + b"}"),
        "manifest with a path for an id": _manifest("assessment", {"id": "../../x"}),
        "manifest with something more": _manifest("evil", 1),
        "manifest without members": _manifest("members", [], "package.member_missing"),
    }
)
