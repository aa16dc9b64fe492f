"""Changes at random: of bytes, of the members of a zip, of XML, of JSON."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from digicom_desktop.domain.canonical import canonical_bytes
from digicom_desktop.domain.text import clean

Members = list[tuple[str, bytes]]

_NASTY = (
    *("", " ", "0", "-1", "1", "2", "99", "1e400", "-0", "NaN", "inf", "9" * 5_000, "1" * 40),
    *("²", "１２", "٣", "½", "true", "null", "3级", "三级", "不适用", "2025-13-45", "0001-01-01"),
    *("_xD800_", "_x0000_", "_x005F_", "\u202e", "\u0301", "𬭸", "\ufeff", "\x85", "\u2028"),
    *("=1+1", "@x", "#digicom:items", "#digicom:data", "#2", "1.1#2", "1.1#99999", "1.1", "9.9"),
    *("content", "format", "note", "value", "XFD1048576", "A0", "B5001", "BM7", "A1:XFD1048576"),
    *("s", "n", "b", "e", "d", "str", "inlineStr", "../../x", "/x", "http://x/", "External"),
    *("x" * 40_000, "长" * 3_001, "a\nb\r\nc\td", "<img src=x>", "'", '"', "C:\\x", "{firm}"),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2, 5, 6, 2025, 10**30, -(10**20)),
    *([], {}, [[]], [None], {"": ""}, {"a": {"a": {}}}, [1, "1"], {"1.1": {}}),
)
_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_WORD = re.compile(r'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')


def changed_bytes(random: Random, data: bytes) -> bytes:
    """``data`` with some bytes other, gone, there twice or in another place."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 5, 50))):
        at = random.randrange(len(changed) + 1)
        length = random.choice((1, 1, 2, 4, 30, 1_000))
        piece = bytes(changed[at : at + length])
        random.choice(_BYTE_CHANGES)(random, changed, at, piece)
    return bytes(changed)


def _flip(random: Random, data: bytearray, at: int, piece: bytes) -> None:
    if piece:
        data[at] ^= 1 << random.randrange(8)


def _overwrite(random: Random, data: bytearray, at: int, piece: bytes) -> None:
    fill = random.choice((b"\0", b"\xff", b"\x7f", b"<", b"&", b"PK\x05\x06", b"9"))
    data[at : at + len(piece)] = (fill * len(piece))[: len(piece)]


def _remove(_: Random, data: bytearray, at: int, piece: bytes) -> None:
    del data[at : at + len(piece)]


def _repeat(random: Random, data: bytearray, at: int, piece: bytes) -> None:
    data[at:at] = piece * random.choice((1, 3))


def _move(random: Random, data: bytearray, at: int, piece: bytes) -> None:
    del data[at : at + len(piece)]
    to = random.randrange(len(data) + 1)
    data[to:to] = piece


def _cut(random: Random, data: bytearray, at: int, _: bytes) -> None:
    if random.random() < 0.3:
        del data[at:]


ByteChange = Callable[[Random, bytearray, int, bytes], None]
_BYTE_CHANGES: tuple[ByteChange, ...] = (_flip, _flip, _overwrite, _remove, _repeat, _move, _cut)


def changed_members(random: Random, members: Members) -> Members:
    """``members`` with one of them gone, there twice, renamed, exchanged or broken."""
    changed = list(members)
    at, other = random.randrange(len(changed)), random.randrange(len(changed))
    (name, data), (other_name, other_data) = changed[at], changed[other]
    match random.randrange(6):
        case 0:
            del changed[at]
        case 1:
            changed.insert(other, (name, data))
        case 2:
            changed[at] = (random.choice((name.upper(), f"x/{name}", f"{name}/", *_NASTY)), data)
        case 3:
            changed[at], changed[other] = (name, other_data), (other_name, data)
        case 4:
            changed[at] = (name, changed_bytes(random, data))
        case _:
            changed[at] = (name, data[: random.randrange(len(data) + 1)])
    return changed


def zipped(members: Members) -> bytes:
    """A zip of ``members``, even where two have one name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members:
            # zipfile warns of two with one name, and refuses none.
            info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode()[:60_000] or "x")
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.NameToInfo.clear()
            archive.writestr(info, data)
    return buffer.getvalue()


_TYPED = (
    "三级",
    "2025-06-30",
    "是",
    "0",
    "9",
    "12人",
    "1.1、9.9",
    "待定",
    "☑ 没有的",
    "52",
    "其他",
)
_CELL = re.compile(r"<c [^>]*>.*?</c>|<c [^>]*/>", re.DOTALL)
_ROW = re.compile(r"<row .*?</row>", re.DOTALL)
_SAID = re.compile(r"(<t[^>]*>|<v>)([^<]*)(?=</)")


def changed_sheet(random: Random, text: str) -> str:
    """The sheet ``text`` with other things typed, cells and rows gone, twice or elsewhere.

    It stays whole XML, and mostly a sheet that programs open.
    """
    for _ in range(random.choice((1, 1, 2, 4, 12))):
        pattern = random.choice((_SAID, _SAID, _SAID, _CELL, _ROW))
        found = list(pattern.finditer(text))
        if not found:
            continue
        match = random.choice(found)
        if pattern is _SAID:
            value = random.choice((*_NASTY, random.choice(found)[2], *_TYPED))
            new = match[1] + _as_xml(value)
        else:
            new = random.choice(("", match[0] * 2, random.choice(found)[0], _otherwise(match[0])))
        text = text[: match.start()] + new + text[match.end() :]
    return text


def _otherwise(element: str) -> str:
    """A cell or row with formulas in it, and another style."""
    return re.sub(r' s="\d+"', ' s="9"', element).replace("<is>", "<f>1+1</f><is>")


def _as_xml(value: str) -> str:
    """``value`` as far as XML can hold it."""
    plain = "".join(c for c in value if c >= " " or c in "\t\n\r")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def changed_xml(random: Random, text: str) -> str:
    """``text`` with some of its values nasty, or some of its elements elsewhere."""
    for _ in range(random.choice((1, 1, 2, 4, 12))):
        text = _with_value(random, text) if random.random() < 0.7 else _moved(random, text)
    return text


def _with_value(random: Random, text: str) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word, value = random.choice(words), random.choice((*_NASTY, random.choice(words)[0]))
    return text[: word.start()] + _as_xml(value) + text[word.end() :]


def _moved(random: Random, text: str) -> str:
    tokens = _TOKEN.findall(text)
    if not tokens:
        return text
    at = random.randrange(len(tokens))
    length = random.choice((1, 1, 3, 7, 14, 60))
    piece = tokens[at : at + length]
    if random.random() < 0.5:
        del tokens[at : at + length]
    to = random.randrange(len(tokens) + 1)
    tokens[to:to] = piece * random.choice((0, 1, 1, 2))
    return "".join(tokens)


def changed_json(random: Random, data: bytes) -> bytes:
    """``data`` with some of its values other, gone, or under another name; canonical again."""
    value = json.loads(data)
    for _ in range(random.choice((1, 1, 1, 2, 6))):
        value = _with_node(random, value)
    try:
        return canonical_bytes(value)
    except (ValueError, TypeError):
        return json.dumps(value, ensure_ascii=random.random() < 0.5).encode("utf-8", "replace")


def changed_texts(random: Random, data: bytes) -> bytes:
    """``data`` with other texts and numbers in the places of some, or without some; canonical."""
    value = json.loads(data)
    for _ in range(random.choice((1, 1, 2, 6))):
        _change_text(random, value)
    return canonical_bytes(value)


def _change_text(random: Random, value: Any) -> None:
    """Go down to a value that is no mapping or list, and change it in its place."""
    while value:
        key = (
            random.choice(list(value)) if isinstance(value, dict) else random.randrange(len(value))
        )
        inner = value[key]
        if isinstance(inner, dict | list) and inner and random.random() < 0.97:
            value = inner
        elif isinstance(inner, str):
            value[key] = clean(random.choice((*_NASTY, inner * 2, inner[:-1]))) or "x"
            return
        elif isinstance(inner, int) and random.random() < 0.5:
            value[key] = random.choice((0, 1, 2, 3, 4, 5, 1_900, 2_999, 10**12))
            return
        else:
            del value[key]
            return


def _with_node(random: Random, value: Any) -> Any:
    """``value`` with a change somewhere inside."""
    if not isinstance(value, dict | list) or not value or random.random() < 0.15:
        return deepcopy(random.choice((*_VALUES, *_NASTY, value)))
    if isinstance(value, list):
        at = random.randrange(len(value))
        value[at : at + 1] = [_with_node(random, value[at])] * random.choice((0, 1, 1, 1))
        return value
    key = random.choice(list(value))
    inner = value.pop(key)
    match random.randrange(10):
        case 0:
            pass
        case 1:
            value[random.choice((*_NASTY, *value))] = inner
        case _:
            value[key] = _with_node(random, inner)
    return value
