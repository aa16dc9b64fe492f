import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from digicom_desktop.domain.credit_code import (
    ALPHABET,
    CATEGORIES,
    LENGTH,
    LOOKALIKES,
    MARKET_PAIRS,
    check_character,
    judgements,
    normal_form,
    organisation_check,
    problem,
)
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.region import Regions
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library

ROOT = Path(__file__).parents[2]
LIBRARY = Library(ROOT / "resources")


def load(name: str) -> Any:
    return json.loads((ROOT / "tests/data" / name).read_text(encoding="utf-8"))


VECTORS = load("uscc_vectors.json")
RULES = load("uscc_rules.json")
GENUINE = [v["code"] for v in VECTORS["valid"]]
SPECIAL = [v["code"] for v in VECTORS["special_valid_but_refused_by_stdnum"]]
# What the vectors expect → what may be said of it.
EXPECTED = {
    "checksum": {"check"},
    "charset": {"lookalike", "character"},
    "length": {"too_short", "too_long", "old_number"},
    "category": {"category", "resident_id"},
}
BODY_PREFIX = "91361130"


@pytest.fixture(scope="module")
def regions() -> Regions:
    return LIBRARY.regions()


def kinds(text: str, regions: Regions | None = None) -> list[str]:
    found = judgements(text, regions)
    assert len({judgement.is_error for judgement in found}) <= 1
    return [judgement.id.removeprefix("company.code.") for judgement in found]


def the_only(text: str, regions: Regions | None = None) -> Judgement:
    (found,) = judgements(text, regions)
    return found


def completed(body: str) -> str:
    """``body`` of 17 characters with its check character."""
    return body + check_character(body)


def test_the_tables_are_those_of_the_rules() -> None:
    assert RULES["length"] == LENGTH
    assert RULES["alphabet"] == ALPHABET
    assert set(RULES["excluded_letters"].split()) == LOOKALIKES.keys()
    authorities = RULES["authority_category"]
    assert {c: set(a["categories"]) for c, a in authorities.items()} == {
        c: set(kinds) for c, kinds in CATEGORIES.items()
    }
    assert set(RULES["sme_expected_pairs"]) == set(MARKET_PAIRS)


@pytest.mark.parametrize("code", GENUINE + SPECIAL)
def test_a_genuine_code_is_right(code: str) -> None:
    assert problem(code) is None
    assert "inner" not in kinds(code)


@pytest.mark.parametrize("vector", [v for v in VECTORS["invalid"] if v["code"]])
def test_a_wrong_code_is_wrong_for_the_expected_reason(vector: dict[str, str]) -> None:
    found = problem(vector["code"])
    assert found is not None and found.is_error
    assert kinds(vector["code"])[0] in EXPECTED[vector["expect"]]


def test_a_mistyped_code_is_told_by_its_last_character() -> None:
    for vector in VECTORS["invalid"]:
        if vector["expect"] == "checksum":
            found = the_only(vector["code"])
            assert problem(vector["code"][:-1] + str(found.values["expected"])) is None


def test_a_letter_that_looks_like_a_digit_is_named_with_its_digit() -> None:
    for letter, suggestion in LOOKALIKES.items():
        found = the_only(GENUINE[0][:9] + letter + GENUINE[0][10:])
        assert found.id == "company.code.lookalike"
        assert found.values == {"place": 10, "character": letter, "suggestion": suggestion}


@pytest.mark.parametrize(("text", "count"), [("9133", 14), ("9" * 17, 1), ("9" * 19, 1)])
def test_another_length_says_how_many_are_missing_or_too_many(text: str, count: int) -> None:
    assert the_only(text).values == {"length": len(text), "needed": 18, "count": count}


@pytest.mark.parametrize("text", ["71526726-X", "330100000012345", "MA2-836-65S", "OI5267267"])
def test_an_old_number_is_no_substitute(text: str) -> None:
    found = the_only(text)
    assert found.id == "company.code.old_number"
    assert found.values["length"] == len(normal_form(text))


@pytest.mark.parametrize("text", ["", "  ", "\u3000", "-"])
def test_a_blank_code_is_missing_and_not_wrong(text: str) -> None:
    assert judgements(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "９１３３０１００６０９１２０７４ＸＷ",
        "９１３３０１００６０９１２０７４ｘｗ",
        " 9133 0100-6091 2074xw\u200b",
        "91330100—60912074—XW",
        "9133\u00a00100\u30006091\t2074\u2212XW\n",
    ],
)
def test_full_width_blanks_hyphens_and_lower_case_are_accepted(text: str) -> None:
    assert normal_form(text) == "9133010060912074XW"
    assert judgements(text) == ()


def test_a_character_of_another_script_is_named_with_its_place() -> None:
    found = the_only("913301006091207哈XW")
    assert found.id == "company.code.character"
    assert found.values == {"place": 16, "character": "哈"}


def test_a_letter_among_the_digits_of_the_place_is_wrong() -> None:
    found = the_only(completed("9133A100609120747"))
    assert (found.id, found.values["place"]) == ("company.code.place", 5)


@given(st.text(ALPHABET, min_size=9, max_size=9), st.integers(8, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(rest: str, place: int, other: str) -> None:
    code = completed(BODY_PREFIX + rest)
    assert problem(code) is None
    mistyped = code[:place] + other + code[place + 1 :]
    assert (problem(mistyped) is None) == (mistyped == code)


@given(st.text(ALPHABET, min_size=2, max_size=2), st.integers(100000, 999999))
def test_only_registered_pairs_are_accepted(pair: str, place: int) -> None:
    code = completed(f"{pair}{place}MA00CHA53")
    known = pair[0] in RULES["authority_category"] and (
        pair[1] in RULES["authority_category"][pair[0]]["categories"]
    )
    assert (problem(code) is None) == known
    if not known:
        assert kinds(code) == ["category"]


def test_both_are_said_when_check_and_pair_are_wrong() -> None:
    assert kinds("36" + GENUINE[0][2:]) == ["check", "category"]


def resident_id(body: str) -> str:
    """The check character of ISO 7064 MOD 11-2, worked out anew."""
    remainder = 0
    for digit in body:
        remainder = (remainder + int(digit)) * 2 % 11
    return body + "0123456789X"[(12 - remainder) % 11]


@given(
    st.integers(110000, 659999),
    st.dates().filter(lambda day: 1900 <= day.year < 2100),
    st.integers(0, 999),
)
def test_the_number_of_an_identity_card_is_recognised(place: int, born: Any, order: int) -> None:
    number = resident_id(f"{place}{born:%Y%m%d}{order:03d}")
    assume(problem(number) is not None)
    assert kinds(number) == ["resident_id"]
    assert kinds(number.lower()) == ["resident_id"]


def test_hardly_any_number_of_an_identity_card_passes_for_a_code() -> None:
    numbers = [
        resident_id(f"1101011990{n // 28 % 12 + 1:02d}{n % 28 + 1:02d}123") for n in range(336)
    ]
    assert sum(problem(number) is None for number in numbers) < 30


@pytest.mark.parametrize("code", [*SPECIAL, "121000004000119994"])
def test_a_code_of_another_authority_is_accepted_with_a_warning(code: str) -> None:
    found = judgements(code)[0]
    assert (found.id, found.is_error) == ("company.code.registered_elsewhere", False)
    assert found.values == {"pair": code[:2]}


@pytest.mark.parametrize("pair", MARKET_PAIRS)
def test_enterprises_traders_and_cooperatives_are_accepted_without_a_word(
    pair: str, regions: Regions
) -> None:
    assert judgements(completed(f"{pair}361130MA00CHA53"), regions) == ()


def test_an_unknown_place_is_a_warning_and_only_with_a_list_of_places(regions: Regions) -> None:
    code = completed("91320594MA00CHA53")  # a development zone
    assert judgements(code) == ()
    found = the_only(code, regions)
    assert (found.id, found.is_error) == ("company.code.unknown_place", False)
    assert found.values == {"place": "320594"}


@pytest.mark.parametrize(
    "code",
    [
        "91520221MA6HRT1L8R",  # 水城县, a district with another code since 2020
        completed("91110103MA00CHA53"),  # 崇文区, gone since 2010
        completed("91500112MA00CHA53"),  # 渝北区, gone since 2025
        completed("91341400MA00CHA53"),  # 巢湖市, a prefecture until 2011
    ],
)
def test_the_code_of_a_place_that_was_merged_is_nothing_unusual(
    code: str, regions: Regions
) -> None:
    """A firm keeps its code when its place is given another."""
    assert judgements(code, regions) == ()


def test_what_the_state_registers_has_no_place_of_its_own(regions: Regions) -> None:
    assert judgements(completed("91100000MA00CHA53"), regions) == ()


@pytest.mark.parametrize("code", GENUINE)
def test_a_wrong_inner_digit_is_a_warning_that_names_the_right_one(code: str) -> None:
    right = code[16]
    for other in "0123456789X":
        found = [j for j in judgements(completed(code[:16] + other)) if "inner" in j.id]
        assert len(found) == (other != right)
        assert all(not j.is_error for j in found)
        assert all(j.values == {"expected": right, "found": other} for j in found)


def test_the_inner_digit_can_be_0_and_x() -> None:
    assert RULES["org_code"]["weights"] == [3, 7, 9, 10, 5, 8, 4, 2]
    assert organisation_check("71526726") == "X"
    assert organisation_check("00000000") == "0"


@pytest.mark.parametrize("language", list(Language))
def test_every_judgement_has_a_sentence(language: Language, regions: Regions) -> None:
    words = LIBRARY.words(language)
    codes = ["9144030O", "9!", "91", "9" * 19, "9" * 15, "9133A100609120747W", *SPECIAL]
    codes += ["362322198709086409", "36" + GENUINE[0][2:], completed("9133A100609120747")]
    codes += [completed("91320594MA00CHA54")]
    found = [judgement for code in codes for judgement in judgements(code, regions)]
    said = {id.rpartition(".")[2] for id in words.sentences if id.startswith("company.code.")}
    assert {judgement.id.rpartition(".")[2] for judgement in found} == said - {"character"} | {
        "character"
    }
    assert all("{" not in judgement.sentence(words) for judgement in found)
