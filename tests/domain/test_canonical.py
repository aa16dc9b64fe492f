"""Canonical bytes and the consistency code."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.canonical import (
    ALPHABET,
    CodeCheck,
    canonical_bytes,
    compare_code,
    consistency_code,
)

_CASES = json.loads(
    (Path(__file__).parent.parent / "data" / "code_vectors.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", _CASES, ids=[case["code"] for case in _CASES])
def test_every_worked_example_has_its_bytes_and_its_code(case: Any) -> None:
    assert canonical_bytes(case["content"]) == case["canonical"].encode()
    assert consistency_code(canonical_bytes(case["content"])) == case["code"]


@pytest.mark.parametrize("foreign", [1.5, None, {"a": None}, [""], {"键": 1}, {"a": {"b": ""}}])
def test_what_canonical_content_never_holds_is_refused(foreign: Any) -> None:
    with pytest.raises(ValueError, match="canonical"):
        canonical_bytes(foreign)


@given(st.binary())
def test_a_code_equals_itself_however_it_is_typed(data: bytes) -> None:
    code = consistency_code(data)
    wide = "".join(chr(ord(c) + 0xFEE0) if c != "-" else "—" for c in code.lower())

    assert compare_code(f"  {code.lower().replace('-', ' ')} ", code) is CodeCheck.SAME
    assert compare_code(wide, code) is CodeCheck.SAME


@given(st.binary(), st.integers(0, 12), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_a_typing_error_not_another_code(
    data: bytes, position: int, character: str
) -> None:
    code = consistency_code(data).replace("-", "")
    typed = code[:position] + character + code[position + 1 :]

    expected = CodeCheck.SAME if typed == code else CodeCheck.MISTYPED
    assert compare_code(typed, code) is expected


def test_another_whole_code_is_a_real_difference() -> None:
    assert compare_code(consistency_code(b"a"), consistency_code(b"b")) is CodeCheck.OTHER


@pytest.mark.parametrize("typed", ["", "ABCD", "OOOO-IIII-00000"])
def test_text_that_is_no_code_is_a_typing_error(typed: str) -> None:
    assert compare_code(typed, consistency_code(b"a")) is CodeCheck.MISTYPED
