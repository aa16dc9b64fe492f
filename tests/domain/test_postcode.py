import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.postcode import normal_postcode, postcode_judgement
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library

ROOT = Path(__file__).parents[2]
VECTORS: list[dict[str, Any]] = json.loads(
    (ROOT / "tests/data/contact_vectors.json").read_text(encoding="utf-8")
)["postcodes"]


@pytest.mark.parametrize("vector", VECTORS)
def test_a_postcode_is_judged_as_expected(vector: dict[str, Any]) -> None:
    found = postcode_judgement(vector["input"])
    assert (found is None) == vector["valid"]
    assert found is None or found.is_error


@given(st.integers(0, 999_999).map(lambda number: f"{number:06d}"))
def test_only_the_first_two_digits_of_the_mainland_exist(code: str) -> None:
    exists = "01" <= code[:2] <= "86" or code in {"999077", "999078"}
    assert (postcode_judgement(code) is None) == exists


@pytest.mark.parametrize("code", ["010000", "869999", "999077", "999078", "333200"])
def test_a_postcode_that_exists_is_accepted(code: str) -> None:
    assert postcode_judgement(code) is None


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("000000", "unknown"),
        ("009999", "unknown"),
        ("870000", "unknown"),
        ("999079", "unknown"),
        ("51805", "length"),
        ("5180570", "length"),
        ("51805O", "character"),
        ("５１８-057", "character"),
        ("٣٣٣٢٠٠", "character"),
        ("邮编333200", "character"),
    ],
)
def test_a_wrong_postcode_says_why(text: str, id: str) -> None:
    found = postcode_judgement(text)
    assert found is not None
    assert found.id == f"company.postcode.{id}"
    for language in Language:
        assert "{" not in found.sentence(Library(ROOT / "resources").words(language))


@pytest.mark.parametrize("text", ["５１８０５７", " 518 057\u3000", "518057\u200b"])
def test_full_width_and_blanks_are_accepted(text: str) -> None:
    assert normal_postcode(text) == "518057"
    assert postcode_judgement(text) is None


@pytest.mark.parametrize("text", ["", " \u3000"])
def test_a_blank_postcode_is_not_wrong(text: str) -> None:
    assert postcode_judgement(text) is None
