"""Typed texts at random: honest ones changed a little, or much."""

from collections.abc import Sequence
from random import Random

from tests.hostile.texts import SHORT

_POOLS = (
    "0123456789.,",
    "０１２３４５６７８９．，－＋％（）：／",
    "abcxyzABCXYZ",
    "万亿千元人名年月日级分至负约零一二三四五六七八九十转号省市县区",
    " \t\n\r\u00a0\u3000\u2009\u200b\u200c\u200d\ufeff\u00ad\u2028",
    "-–—−+/\\()[]{}<>&\"'`~@#$%^*_=|;:!?。，、；：",
    "\x00\x01\x1b\x7f\x85\x9f\ud800\udfff\ufffe\uffff\u202e\u2066\u0301\u20dd",
    "²½⅓①㎏٣५𝟗ﬃ㍿Å\u212b豈𬭸𠀀👨👩\U0001f3fd\U000e0041\U0010ffff",
)
_EVERYWHERE = tuple(SHORT.values())
_SIZES = (1, 1, 1, 2, 3, 8, 40)


def changed_text(random: Random, honest: Sequence[str]) -> str:
    """One of ``honest``, changed in some places; now and then something else altogether."""
    if random.random() < 0.05:
        return random.choice(_EVERYWHERE)
    text = random.choice(honest)
    for _ in range(random.choice((0, 1, 1, 1, 2, 3, 6))):
        text = _changed(random, text, honest)
    return text


def _changed(random: Random, text: str, honest: Sequence[str]) -> str:
    at = random.randrange(len(text) + 1)
    size = random.choice(_SIZES)
    match random.randrange(8):
        case 0 | 1:
            return text[:at] + _characters(random, size) + text[at:]
        case 2:
            return text[:at] + text[at + size :]
        case 3:
            return text[:at] + _characters(random, size) + text[at + size :]
        case 4:
            return text[:at] + text[at : at + size] * random.choice((2, 2, 3, 50)) + text[at:]
        case 5:
            return text[:at] + random.choice(honest) + text[at:]
        case 6:
            return text[:at] + random.choice(_EVERYWHERE) + text[at:]
        case _:
            return _long(random, text)


def _characters(random: Random, size: int) -> str:
    pool = random.choice(_POOLS)
    return "".join(random.choice(pool) for _ in range(size))


def _long(random: Random, text: str) -> str:
    """Mostly ``text``, seldom a great deal of it."""
    if random.random() < 0.98:
        return text[::-1]
    return (text or "x") * (random.choice((1_000, 30_000)) // (len(text) or 1))
