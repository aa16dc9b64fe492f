"""The list of members of a zip, read without believing it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from digicom_desktop.errors import DigicomError

START = b"PK\x03\x04"
_END = b"PK\x05\x06"
_WIDE_END = b"PK\x06\x06"
_LOCATOR = b"PK\x06\x07"
_ENTRY = b"PK\x01\x02"
_END_FIELDS = struct.Struct("<4s4H2LH")
_WIDE_END_FIELDS = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_FIELDS = struct.Struct("<4sLQL")
_ENTRY_FIELDS = struct.Struct("<4s6H3L5H2L")
_LOCAL_FIELDS = struct.Struct("<4s5H3L2H")

_LONGEST_COMMENT = 0xFFFF
_MOST_PER_ENTRY = 1_100
"""Bytes of one entry: no honest name is longer than 1,000."""
_BLANK = b"\0\t\n\r "
"""What mail and downloads pad files with."""
_IN_EXTRA = 0xFFFFFFFF
"""A size that stands in the extra field of zip64 instead."""
_IN_WIDE_END = 0xFFFF
"""A count of entries that stands in the record of zip64 instead."""
_ZIP64 = 1

_ENCRYPTED = 0x2041
"""Any of the three flags that say so: whole, strong, or the list of members."""
_SIZES_FOLLOW = 0x8
_UTF_8 = 0x800
STORED, DEFLATED = 0, 8
_FILE_TYPE, _LINK = 0o170000, 0o120000


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the list states it; ``start`` and ``end`` of its packed bytes in the file."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    header: int
    """Where its own header begins."""
    start: int = 0

    @property
    def end(self) -> int:
        """Where its packed bytes end."""
        return self.start + self.packed


def read_members(file: BinaryIO, size: int, most: int) -> tuple[Member, ...]:
    """The members of the zip of ``size`` bytes, at most ``most``, in the order of the file.

    Raises DigicomError ``guard.…``: truncated, damaged (the list contradicts the file, members
    overlap, other data before or behind), too_many_parts, locked_parts, compression, link.
    """
    first, entries = _entries(file, size, most)
    # Before anybody looks there: no file can be asked for a place beyond 2 to the 63rd.
    if any(entry.header >= first for entry, _ in entries):
        raise DigicomError("guard.damaged")
    members = [
        _with_start(file, entry, raw)
        for entry, raw in sorted(entries, key=lambda pair: pair[0].header)
    ]
    if members and members[0].header:
        raise DigicomError("guard.damaged")
    nexts = [member.header for member in members[1:]]
    if any(one.end > following for one, following in zip(members, [*nexts, first], strict=False)):
        raise DigicomError("guard.damaged")
    return tuple(members)


def _entries(file: BinaryIO, size: int, most: int) -> tuple[int, list[tuple[Member, bytes]]]:
    """Where the list begins, and its entries with their names as bytes."""
    count, length, first, end = _end(file, size, most)
    if count > most or length > most * _MOST_PER_ENTRY:
        raise DigicomError("guard.too_many_parts", limit=most)
    if first + length > end:
        raise DigicomError("guard.damaged")
    file.seek(first)
    listing = file.read(length)
    # Nothing stands between the list and the end but what large zips add.
    if first + length < end and file.read(len(_WIDE_END)) != _WIDE_END:
        raise DigicomError("guard.damaged")
    entries = list(_parsed(listing))
    if len(entries) != count:
        raise DigicomError("guard.damaged")
    return first, entries


def _end(file: BinaryIO, size: int, most: int) -> tuple[int, int, int, int]:
    """Count of entries, length and place of their list, and where the record of the end stands."""
    at = max(0, size - _LONGEST_COMMENT - 2 * _END_FIELDS.size)
    file.seek(at)
    tail = file.read(size - at)
    found = tail.rfind(_END)
    rest = tail[found:]
    if found < 0 or len(rest) < _END_FIELDS.size:
        raise DigicomError("guard.truncated")
    _, disk, list_disk, here, count, length, first, comment = _END_FIELDS.unpack_from(rest)
    behind = rest[_END_FIELDS.size :]
    if len(behind) < comment:
        raise DigicomError("guard.truncated")
    if disk or list_disk or here != count or behind[comment:].strip(_BLANK):
        raise DigicomError("guard.damaged")
    narrow, end = (count, length, first), at + found
    if most >= _IN_WIDE_END and (count == _IN_WIDE_END or _IN_EXTRA in {length, first}):
        return _wide_end(file, end, narrow)
    return *narrow, end


def _wide_end(file: BinaryIO, end: int, narrow: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """``_end`` of a zip of many entries or more than 4 GB, which has another record before it."""
    place = end - _LOCATOR_FIELDS.size - _WIDE_END_FIELDS.size
    if place < 0:
        raise DigicomError("guard.damaged")
    file.seek(place)
    record = file.read(_WIDE_END_FIELDS.size + _LOCATOR_FIELDS.size)
    if len(record) < end - place:
        raise DigicomError("guard.truncated")
    mark, _, _, _, disk, list_disk, here, *wide = _WIDE_END_FIELDS.unpack_from(record)
    locator = _LOCATOR_FIELDS.unpack_from(record, _WIDE_END_FIELDS.size)
    if mark != _WIDE_END or locator != (_LOCATOR, 0, place, 1):
        raise DigicomError("guard.damaged")
    if disk or list_disk or here != wide[0]:
        raise DigicomError("guard.damaged")
    full = (_IN_WIDE_END, _IN_EXTRA, _IN_EXTRA)
    if any(
        short not in {limit, long} for short, limit, long in zip(narrow, full, wide, strict=True)
    ):
        raise DigicomError("guard.damaged")
    count, length, first = wide
    return count, length, first, place


def _parsed(data: bytes) -> Iterator[tuple[Member, bytes]]:
    at = 0
    while at < len(data):
        if len(data) < at + _ENTRY_FIELDS.size:
            raise DigicomError("guard.damaged")
        fields = _ENTRY_FIELDS.unpack_from(data, at)
        name_at = at + _ENTRY_FIELDS.size
        extra_at = name_at + fields[10]
        at = extra_at + fields[11] + fields[12]
        if fields[0] != _ENTRY or at > len(data):
            raise DigicomError("guard.damaged")
        raw = data[name_at:extra_at]
        yield _member(fields, raw, data[extra_at : extra_at + fields[11]]), raw


def _member(fields: tuple[int, ...], raw: bytes, extra: bytes) -> Member:
    flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
    attributes, header = fields[15], fields[16]
    if flags & _ENCRYPTED:
        raise DigicomError("guard.locked_parts")
    if method not in {STORED, DEFLATED}:
        raise DigicomError("guard.compression")
    if (attributes >> 16) & _FILE_TYPE == _LINK:
        raise DigicomError("guard.link")
    size, packed, header = _from_extra(extra, (size, packed, header))
    return Member(_name(raw, flags), method, crc, packed, size, header)


def _from_extra(extra: bytes, values: tuple[int, int, int]) -> tuple[int, ...]:
    """``values`` with those that did not fit taken from the extra field of zip64."""
    if _IN_EXTRA not in values:
        return values
    at = 0
    while at + 4 <= len(extra):
        id, length = struct.unpack_from("<2H", extra, at)
        if id == _ZIP64:
            wide = extra[at + 4 : at + 4 + length]
            numbers = iter(struct.unpack_from(f"<{min(len(wide) // 8, 3)}Q", wide))
            return tuple(next(numbers, v) if v == _IN_EXTRA else v for v in values)
        at += 4 + length
    return values


def _name(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8" if flags & _UTF_8 else "cp437")
    except UnicodeDecodeError as error:
        raise DigicomError("guard.damaged") from error


def _with_start(file: BinaryIO, member: Member, raw: bytes) -> Member:
    """``member`` with the place of its bytes, if its own header says the same as the list."""
    file.seek(member.header)
    data = file.read(_LOCAL_FIELDS.size + len(raw))
    if len(data) < _LOCAL_FIELDS.size + len(raw):
        raise DigicomError("guard.damaged")
    mark, _, flags, method, _, _, crc, packed, size, length, extra = _LOCAL_FIELDS.unpack_from(data)
    same = (mark, method, length) == (START, member.method, len(raw))
    if not same or data[_LOCAL_FIELDS.size :] != raw:
        raise DigicomError("guard.damaged")
    if flags & _ENCRYPTED:
        raise DigicomError("guard.locked_parts")
    if not flags & _SIZES_FOLLOW:
        stated = (member.packed, member.size) if _IN_EXTRA not in {packed, size} else (packed, size)
        if (crc, packed, size) != (member.crc, *stated):
            raise DigicomError("guard.damaged")
    return replace(member, start=member.header + len(data) + extra)
