"""E-mail addresses as people in China type them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.contact import email_judgement, read_email
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library

ROOT = Path(__file__).parents[2]
VECTORS: list[dict[str, Any]] = json.loads(
    (ROOT / "tests/data/contact_vectors.json").read_text(encoding="utf-8")
)["emails"]
PREFIX = "company.email."
WRONG = {
    "12345qq.com": "no_at",
    "a@@qq.com": "two_ats",
    "a@qq.com;b@163.com": "two_ats",
    "张三 <a@qq.com>": "blank",
    "a b@qq.com": "blank",
    "@qq.com": "half",
    "12345@": "half",
    "张三@qq.com": "not_ascii",
    "a@b": "no_dot",
    "a@localhost": "no_dot",
    "a@-x.com": "wrong",
    "a@qq..com": "wrong",
    "a.@qq.com": "wrong",
    "a@qq.com.": "wrong",
    "a@1.2.3.4": "wrong",
    "a@foo.local": "wrong",
    "mailto:a@qq.com": "wrong",
    '"a"@qq.com': "wrong",
}


@pytest.mark.parametrize("vector", VECTORS)
def test_an_address_is_read_as_expected(vector: dict[str, Any]) -> None:
    assert (read_email(vector["input"]) is not None) == vector["valid"]
    assert read_email(vector["input"]) == vector.get("normalized")
    if vector["input"]:
        assert (email_judgement(vector["input"]) is None) == vector["valid"]


@pytest.mark.parametrize(("text", "id"), WRONG.items())
def test_a_wrong_address_says_why(text: str, id: str) -> None:
    found = email_judgement(text)
    assert found is not None and found.is_error
    assert found.id == PREFIX + id


@pytest.mark.parametrize(
    "text", ["１２３４５＠ｑｑ．ｃｏｍ", "12345@QQ.COM\u200b", "\u300012345@qq。com "]
)
def test_full_width_is_accepted(text: str) -> None:
    assert read_email(text) == "12345@qq.com"
    assert email_judgement(text) is None


@pytest.mark.parametrize("text", ["", " ", "\u3000\u200b"])
def test_a_blank_field_is_not_wrong(text: str) -> None:
    assert email_judgement(text) is None


@given(st.text(max_size=40) | st.text("a@. -。公", max_size=12))
def test_any_text_can_be_judged(text: str) -> None:
    email_judgement(text)


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_a_sentence(language: Language) -> None:
    words = Library(ROOT / "resources").words(language)
    assert {PREFIX + id for id in WRONG.values()} == {
        id for id in words.sentences if id.startswith(PREFIX)
    }
    for text in WRONG:
        found = email_judgement(text)
        assert found is not None and "{" not in found.sentence(words)
