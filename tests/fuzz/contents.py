"""Canonical content and stored parts, bad in many ways, and assessments of any texts."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from random import Random
from types import MappingProxyType

from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.canonical import (
    CodeCheck,
    canonical_bytes,
    compare_code,
    consistency_code,
    is_whole_code,
)
from digicom_desktop.domain.content import content
from digicom_desktop.domain.content_reader import read_content
from digicom_desktop.domain.content_shape import require_content
from digicom_desktop.domain.explained import draft_form, read_explained, with_explained
from digicom_desktop.domain.going_back import gone_back
from tests.documents.packages import tea_firm
from tests.domain.random_ratings import EDITION, LIBRARY
from tests.every_field import filled
from tests.fuzz.mutations import changed_bytes, changed_json, changed_texts
from tests.fuzz.subject import Subject, require
from tests.fuzz.texts import changed_text


def contents() -> tuple[Subject, ...]:
    """Readers of canonical content and of what the store keeps."""
    return (
        Subject("content", ".json", 60, _content, _read_content),
        Subject("content of an assessment", ".json", 30, _typed_parts, _read_typed),
        Subject("parts", ".json", 60, _parts, _read_parts),
    )


@cache
def _seeds() -> tuple[bytes, ...]:
    few = tea_firm(("同一份.txt",), name="一")
    whole = LIBRARY.sample()
    some = filled(Random("seed"), lambda random: changed_text(random, ("1", "2025-06-30", "长")))
    return (_said(few), _said(few), _said(some), _said(some), _said(some), _said(whole))


def _said(assessment: Assessment) -> bytes:
    return canonical_bytes(content(EDITION, assessment, LIBRARY.metrics()))


def _content(random: Random) -> bytes:
    seed, chance = random.choice(_seeds()), random.random()
    if chance < 0.6:
        return changed_texts(random, seed)
    return changed_json(random, seed) if chance < 0.9 else changed_bytes(random, seed)


def _read_content(data: bytes) -> Iterable[str]:
    """What is taken has one code of its own, and says the same whenever it is written again."""
    code = consistency_code(data)
    for seed in _seeds():
        same = compare_code(code, consistency_code(seed)) is CodeCheck.SAME
        require(same == (data == seed), "one code for two contents")
    require(is_whole_code(code), "a code that looks mistyped")
    require_content(data)
    assessment = read_content(data)
    again = _said(assessment)
    require_content(again)
    require(_said(read_content(again)) == again, "another content when written again")
    require(parts.decode(parts.parts(assessment)) == assessment, "another assessment when stored")
    entries = read_explained(data)
    require(read_explained(with_explained(data, entries)) == entries, "explained otherwise")
    require(draft_form(draft_form(data)) == draft_form(data), "another draft form")
    back = gone_back(assessment, again, again)
    require(_said(back) == again, "another content when gone back")
    return ()


def _typed_parts(random: Random) -> bytes:
    """The parts of an assessment with any text in any field, as one JSON."""
    assessment = filled(random, lambda r: changed_text(r, _HONEST))
    return _joined(parts.parts(assessment))


_HONEST = (
    "婺源青禾茶业有限公司",
    "1,234.5万元",
    "2025年8月31日",
    "长期",
    "12人",
    "91110108551385082Q",
)


def _read_typed(data: bytes) -> Iterable[str]:
    """What is stored comes back as typed; what it says is taken, and read it says the same."""
    stored = _split(data)
    assessment = parts.decode(stored)
    require(parts.parts(assessment) == stored, "other parts when stored again")
    said = _said(assessment)
    require_content(said)
    require(_said(read_content(said)) == said, "another content when read")
    return ()


def _parts(random: Random) -> bytes:
    stored = parts.parts(tea_firm(("同一份.txt",)) if random.random() < 0.5 else LIBRARY.sample())
    key = random.choice(list(stored))
    changed = changed_json(random, stored[key])
    return _joined(stored | {key: changed}, random)


def _joined(stored: Mapping[str, bytes], random: Random | None = None) -> bytes:
    joined = b",".join(json.dumps(key).encode() + b":" + part for key, part in stored.items())
    data = b"{" + joined + b"}"
    return data if random is None or random.random() < 0.9 else changed_bytes(random, data)


def _split(data: bytes) -> Mapping[str, bytes]:
    """The parts inside one JSON; damaged JSON is a damaged part of its own."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {"profile": data}
    if not isinstance(value, dict):
        return {"profile": data}
    return MappingProxyType({key: _part(part) for key, part in value.items()})


def _part(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _read_parts(data: bytes) -> Iterable[str]:
    parts.decode(_split(data))
    return ()
