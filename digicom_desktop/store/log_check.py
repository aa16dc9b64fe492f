"""Whether the log beside a database lost something from its middle: SQLite would not say so."""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

_HEADER = struct.Struct(">8I")
"""Mark, version, page size, number of checkpoints, two salts, two checksums."""
_FRAME = struct.Struct(">6I")
"""Page, pages in all (0 unless it ends a transaction), two salts, two checksums."""
_MARKS = {0x377F0682: "<", 0x377F0683: ">"}
"""The first four bytes: which byte order the checksums are counted in."""
_ALL = 0xFFFFFFFF
_PAGE_SIZES = range(512, 65537)

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    ends: bool
    good: bool


def is_broken_log(log: Path) -> bool:
    """Whether whole transactions in ``log`` come after a place that is damaged.

    SQLite reads a log up to the first frame that is not as it was written, and drops the rest
    without a word, because that is how a write looks that a power cut interrupted. But each
    transaction is on the disk before the next one begins: only the last one can be interrupted.
    """
    with suppress(OSError, struct.error):
        frames = list(_frames(log.read_bytes()))
        first_bad = next((i for i, frame in enumerate(frames) if not frame.good), len(frames))
        # An interrupted transaction may have reached the disk with its end, in any order; and
        # behind it lies what is left of others that failed.
        return any(ends > 1 for ends in _ends_in_a_row(frames[first_bad + 1 :]))
    return False


def _ends_in_a_row(frames: list[_Frame]) -> Iterator[int]:
    """How many transactions end in each row of good frames."""
    for is_good, row in groupby(frames, key=lambda frame: frame.good):
        if is_good:
            yield sum(frame.ends for frame in row)


def _frames(content: bytes) -> Iterator[_Frame]:
    """Each frame of this generation of the log, and whether it follows from the one before."""
    mark, _, size, _, *salts, sum1, sum2 = _HEADER.unpack_from(content)
    order = _MARKS.get(mark)
    if order is None or size not in _PAGE_SIZES:
        return
    start = _HEADER.size
    sums = _add(content[: start - 8], order, (0, 0))
    is_good = sums == (sum1, sum2)
    yield _Frame(ends=False, good=is_good)
    sums = (sum1, sum2)
    for at in range(start, len(content) - size - _FRAME.size + 1, size + _FRAME.size):
        _, pages, salt1, salt2, sum1, sum2 = _FRAME.unpack_from(content, at)
        body = at + _FRAME.size
        counted = _add(content[at : at + 8] + content[body : body + size], order, sums)
        sums = (sum1, sum2)  # as stored: a damaged frame must not spoil those after it
        yield _Frame(pages > 0, [salt1, salt2] == salts and counted == sums)


def _add(content: bytes, order: str, sums: Sums) -> Sums:
    """The checksum of SQLite's log, counted on from ``sums``."""
    one, two = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = one + even + two & _ALL
        two = two + odd + one & _ALL
    return one, two
