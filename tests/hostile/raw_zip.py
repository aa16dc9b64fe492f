"""Writes zips by hand, so that they may lie about anything."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True)
class Entry:
    """A member; ``listed`` and ``local`` replace fields of its two headers by lies."""

    name: str | bytes
    data: bytes = b""
    method: int = 8
    packed: bytes | None = None
    flags: int = 0x800
    listed: dict[str, Any] = field(default_factory=dict)
    local: dict[str, Any] = field(default_factory=dict)
    extra: bytes = b""
    behind: bytes = b""
    """What stands after the packed bytes, such as the sizes that follow."""


def deflated(data: bytes) -> bytes:
    """``data`` as a zip packs it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def zipped(entries: Iterable[Entry], head: bytes = b"", tail: bytes = b"", **end: Any) -> bytes:
    """A zip of ``entries``; ``end`` replaces fields of the record of the end."""
    body, listing = bytearray(head), bytearray()
    count = 0
    for entry in entries:
        _add(entry, body, listing)
        count += 1
    fields = {"disk": 0, "list_disk": 0, "here": count, "count": count}
    fields |= {"length": len(listing), "first": len(body), "comment": 0} | end
    return bytes(body + listing + _END.pack(b"PK\x05\x06", *fields.values()) + tail)


def _add(entry: Entry, body: bytearray, listing: bytearray) -> None:
    raw = entry.name if isinstance(entry.name, bytes) else entry.name.encode()
    packed = entry.packed
    if packed is None:
        packed = deflated(entry.data) if entry.method == 8 else entry.data
    said: dict[str, Any] = {
        "flags": entry.flags,
        "method": entry.method,
        "crc": zlib.crc32(entry.data),
        "packed": len(packed),
        "size": len(entry.data),
        "name": raw,
    }
    listed = said | {"attributes": 0, "header": len(body), "disk": 0} | entry.listed
    local = said | entry.local
    body += _LOCAL.pack(
        b"PK\x03\x04",
        20,
        *(local["flags"], local["method"], 0, 33),
        *(local["crc"], local["packed"], local["size"]),
        *(len(local["name"]), 0),
    )
    body += local["name"] + packed + entry.behind
    listing += _ENTRY.pack(
        b"PK\x01\x02",
        *(0x314, 20, listed["flags"], listed["method"], 0, 33),
        *(listed["crc"], listed["packed"], listed["size"]),
        *(len(listed["name"]), len(entry.extra), 0, listed["disk"], 0),
        *(listed["attributes"], listed["header"]),
    )
    listing += listed["name"] + entry.extra
