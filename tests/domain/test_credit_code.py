import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicom_desktop.domain.credit_code import (
    ALPHABET,
    CreditCodeProblem,
    check_character,
    normal_form,
    problem,
)
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library

ROOT = Path(__file__).parents[2]
VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    (ROOT / "tests/data/uscc_vectors.json").read_text(encoding="utf-8")
)
GENUINE = [v["code"] for v in VECTORS["valid"]]
SPECIAL = [v["code"] for v in VECTORS["special_valid_but_refused_by_stdnum"]]


def wrong(kind: str) -> list[str]:
    return [v["code"] for v in VECTORS["invalid"] if v["expect"] == kind and v["code"]]


@pytest.mark.parametrize("code", GENUINE + SPECIAL)
def test_a_genuine_code_is_right(code: str) -> None:
    assert problem(code) is None


@pytest.mark.parametrize("code", wrong("checksum"))
def test_a_mistyped_code_is_told_by_its_last_character(code: str) -> None:
    found = problem(code)
    assert found is not None and found.kind == "check"
    assert problem(code[:-1] + str(found.values["expected"])) is None


@pytest.mark.parametrize("code", wrong("charset"))
def test_a_letter_that_looks_like_a_digit_is_named_with_its_digit(code: str) -> None:
    found = problem(code)
    assert found is not None and found.kind == "lookalike"
    place = int(str(found.values["place"]))
    assert code[place - 1] == found.values["character"]
    assert {"O": "0", "Z": "2"}[code[place - 1]] == found.values["suggestion"]


@pytest.mark.parametrize("code", wrong("length"))
def test_a_code_of_another_length_says_how_many_are_missing_or_too_many(code: str) -> None:
    found = problem(code)
    assert found is not None and found.kind in {"too_short", "too_long"}
    assert found.values["length"] == len(normal_form(code))


@pytest.mark.parametrize("text", ["", "  ", "\u3000", "-"])
def test_a_blank_code_is_missing_and_not_wrong(text: str) -> None:
    assert problem(text) is None


def test_full_width_blanks_hyphens_and_lower_case_are_accepted() -> None:
    assert problem("９１３３０１００６０９１２０７４ＸＷ") is None
    assert problem(" 9133 0100-6091 2074xw\u200b") is None
    assert problem("91330100—60912074—XW") is None


def test_a_character_of_another_script_is_named_with_its_place() -> None:
    assert problem("913301006091207哈XW") == CreditCodeProblem(
        "character", {"place": 16, "character": "哈"}
    )


@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(body: str, place: int, other: str) -> None:
    code = body + check_character(body)
    assert problem(code) is None
    mistyped = code[:place] + other + code[place + 1 :]
    assert (problem(mistyped) is None) == (mistyped == code)


@pytest.mark.parametrize("language", list(Language))
def test_every_problem_has_a_sentence(language: Language) -> None:
    words = Library(ROOT / "resources").words(language)
    for code in ["9144030O", "9!", "91", "9" * 19, "9" * 18]:
        found = problem(code)
        assert found is not None
        sentence = words.say(f"company.code.{found.kind}", **found.values)
        assert "{" not in sentence
