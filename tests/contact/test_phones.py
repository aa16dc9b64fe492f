"""Telephone numbers as people in China type them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.contact import phone_judgement, read_phone
from digicom_desktop.domain.phone import split_phones
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library

ROOT = Path(__file__).parents[2]
VECTORS: list[dict[str, Any]] = json.loads(
    (ROOT / "tests/data/contact_vectors.json").read_text(encoding="utf-8")
)["phones"]
PREFIX = "company.phone."


def said(text: str) -> str:
    """What is said of ``text``, a warning with a question mark behind it."""
    found = phone_judgement(text)
    return "" if found is None else found.id.removeprefix(PREFIX) + "?" * (not found.is_error)


@pytest.mark.parametrize("vector", VECTORS)
def test_a_number_is_read_as_expected(vector: dict[str, Any]) -> None:
    phone = read_phone(vector["input"])
    assert phone.is_valid == vector["valid"]
    assert phone.kind == (vector["type"] or "")
    assert phone.region == vector.get("region", "")
    assert phone.extension == (vector.get("ext") or "")
    assert phone.number == (vector.get("e164") or "")


@pytest.mark.parametrize("vector", VECTORS)
def test_a_valid_number_is_accepted_without_a_word(vector: dict[str, Any]) -> None:
    if vector["input"]:
        assert (phone_judgement(vector["input"]) is None) == vector["valid"]


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "１３８ ００１３ ８０００",
        "+86 138-0013-8000",
        "0086 13800138000",
        "86 13800138000",
        "(0755) 86013388",
        "（0755）86013388",
        "0755—86013388",
        "021 1234 5678",
        "400-800-8800",
        "4008008800",
        "+1 650 253 0000",
        "+852 2123 4567",
        "13800138000\u200b",
    ],
)
def test_numbers_are_accepted_in_every_usual_form(text: str) -> None:
    assert phone_judgement(text) is None
    assert read_phone(text).is_valid


@pytest.mark.parametrize(
    "text",
    [
        "0755-86013388 转 801",
        "0755-86013388转801",
        "0755-86013388－转801",
        "0755-86013388 分机 801",
        "0755-86013388分机号：801",
        "0755-86013388 转分机801",
        "0755-86013388 内线801",
        "0755-86013388，内线 ８０１",
        "0755-86013388（转801）",
        "0755-86013388转接801",
        "0755-86013388 转内线 801",
        "0755-86013388、转801",
        "0755-86013388；总机转801",
        "0755-86013388 分机号码：801",
        "0755-86013388 内线号801",
        "0755-86013388轉801",
        "0755-86013388 分機 801",
        "0755-86013388 內線801",
        "0755-86013388 ext 801",
        "0755-86013388;ext=801",
        "0755-86013388 Ext.801",
        "0755-86013388 x801",
    ],
)
def test_an_extension_is_understood_in_every_usual_form(text: str) -> None:
    phone = read_phone(text)
    assert (phone.number, phone.extension) == ("+8675586013388", "801")
    assert phone_judgement(text) is None


@given(st.sampled_from(["转", "分机", "内线"]), st.integers(0, 99_999))
def test_any_extension_is_understood(word: str, extension: int) -> None:
    phone = read_phone(f"021-12345678 {word} {extension}")
    assert phone.is_valid
    assert phone.extension == str(extension)


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_no_number_of_the_form_of_a_mobile_one_is_refused(text: str) -> None:
    assert said(text) in {"", "new_range?"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15412345678", "new_range?"),
        ("1380013800", "mobile_length?"),
        ("138001380000", "mobile_length?"),
        ("1380013800013", "mobile_length"),
        ("86013388", "no_area_code?"),
        ("0310-12345678", "unusual?"),
        ("+852 12345678", "unusual?"),
        ("0755-86013388-801", "hyphen_extension"),
        ("13800138000-12", "hyphen_extension"),
        ("12345", "service"),
        ("110", "service"),
        ("10086", "service"),
        ("95588", "service"),
        ("961234", "service"),
        ("abc", "wrong"),
        ("张三", "wrong"),
        ("020-abcdefg", "wrong"),
        ("1-800-FLOWERS", "wrong"),
        ("12", "wrong"),
        ("1" * 90, "wrong"),
        ("9" * 300, "wrong"),
        ("+999 1234567", "wrong"),
    ],
)
def test_what_is_wrong_or_unusual_is_said(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "13800138000、0755-86013388",
        "13800138000/13900139000",
        "13800138000；13900139000",
        "0755-86013388 转 801，13800138000",
        "13800138000\n13900139000",
        "13800138000 13900139000",
        "13800138000\u300013900139000",
        "0755-86013388 13800138000",
        "13800138000 0755-86013388",
        "13800138000 (0755)86013388",
        "+852 21234567 13800138000",
        "13800138000或13900139000",
        "13800138000 和 0755-86013388",
        "13800138000｜13900139000",
    ],
)
def test_several_numbers_can_stand_in_one_field(text: str) -> None:
    assert phone_judgement(text) is None


def test_the_blanks_inside_a_number_part_nothing() -> None:
    for text in ("+86 13800138000", "0086 13800138000", "0755 86013388", "+852 2123 4567"):
        assert len(split_phones(text)) == 1
    assert said("13800138000 1390013900") == "mobile_length"


def test_of_several_numbers_the_wrong_one_is_named_and_errors_come_first() -> None:
    assert said("13800138000、15412345678") == "new_range?"
    assert said("15412345678、0755-86013388-801") == "hyphen_extension"


@pytest.mark.parametrize("text", ["", "  ", "\u3000\u200b"])
def test_a_blank_field_is_not_wrong(text: str) -> None:
    assert phone_judgement(text) is None


@given(st.text(max_size=40))
def test_any_text_can_be_judged(text: str) -> None:
    phone_judgement(text)
    read_phone(text)


@pytest.mark.parametrize("language", list(Language))
def test_every_judgement_has_a_sentence(language: Language) -> None:
    words = Library(ROOT / "resources").words(language)
    texts = ["15412345678", "1380013800", "86013388", "0310-12345678", "0755-86013388-801"]
    found = [phone_judgement(text) for text in [*texts, "12345", "abc"]]
    known = [judgement for judgement in found if judgement is not None]
    assert {judgement.id for judgement in known} == {
        id for id in words.sentences if id.startswith(PREFIX)
    }
    assert all("{" not in judgement.sentence(words) for judgement in known)


def test_judging_loads_its_lists_late_and_the_network_never() -> None:
    code = (
        "import sys; from digicom_desktop import contact;"
        "heavy = {'phonenumbers', 'email_validator'};"
        "assert not heavy & sys.modules.keys();"
        "contact.phone_judgement('13800138000'); contact.email_judgement('a@qq.com');"
        "assert heavy <= sys.modules.keys();"
        "print(*sorted({'dns', 'socket', 'ssl', 'http', 'urllib.request'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
