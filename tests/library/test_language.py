"""How the newest checklist is written: punctuation, spelling and terms, in both languages."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_LIBRARY = Library(resources_folder())
_FOLDER = resources_folder() / "editions" / _LIBRARY.newest_edition_id()
_TERMS = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "terms.toml").read_text(encoding="utf-8")
)
_OFFICIAL = {"clause", "preamble", "goal", "lead"}
_HAN = "[\u4e00-\u9fff]"


def _texts(value: object, place: str, language: str) -> Iterator[tuple[str, str]]:
    """All texts of ours in ``language``, with the place they stand in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == language and isinstance(inner, str):
                yield place, inner
            elif key not in _OFFICIAL:
                yield from _texts(inner, f"{place}.{key}", language)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _texts(inner, f"{place}[{number}]", language)


def _all(language: str) -> list[tuple[str, str]]:
    return [
        found
        for path in sorted(_FOLDER.rglob("*.toml"))
        for found in _texts(tomllib.loads(path.read_text(encoding="utf-8")), path.stem, language)
    ]


_CHINESE = [found for found in _all("zh") if not found[0].startswith("method.gates")]
_ENGLISH = [found for found in _all("en") if not found[0].startswith("method.gates")]
"""Names of levels of the firm (一级 起步) are set with a blank on purpose."""

_CHINESE_FAULTS = {
    "half-width punctuation beside Chinese": rf"{_HAN}[,;:?!()]|[,;:?!()]{_HAN}",
    "a straight or English quotation mark": "[\"'‘’]",
    "punctuation twice": "[，。；：、？！]{2}",
    "a blank between Chinese": rf"{_HAN} +{_HAN}",
    "three dots instead of ……": r"\.\.\.|。。。",
    "full-width letters or digits": "[０-９Ａ-Ｚａ-ｚ]",
    "a level or question without its blanks": r"\d级|第\d|\d问",
    "a common misspelling": "帐号|帐户|登陆网|其它|做为|既使|象这样|按排|必需品质",
}

_ENGLISH_FAULTS = {
    "full-width punctuation": "[，。；：？！（）“”、]",
    "a curly quotation mark": "[“”‘’]",
    "two blanks": "  ",
    "a blank before punctuation": r" [,.;:?!](?!\d)",
    "no blank after punctuation": r"[,;][A-Za-z]",
    "a word twice": r"\b(?!had|that|one)([a-z]+) \1\b",
}


@pytest.mark.parametrize("fault", _CHINESE_FAULTS)
def test_the_chinese_has_no_fault_of_punctuation_or_spelling(fault: str) -> None:
    found = [text for text in _CHINESE if re.search(_CHINESE_FAULTS[fault], text[1])]
    assert not found


@pytest.mark.parametrize("fault", _ENGLISH_FAULTS)
def test_the_english_has_no_fault_of_punctuation(fault: str) -> None:
    found = [text for text in _ENGLISH if re.search(_ENGLISH_FAULTS[fault], text[1])]
    assert not found


@pytest.mark.parametrize(("opening", "closing"), ["“”", "（）", "《》"])
def test_brackets_and_quotation_marks_come_in_pairs(opening: str, closing: str) -> None:
    for place, text in _CHINESE:
        depth = 0
        for character in text:
            depth += (character == opening) - (character == closing)
            assert 0 <= depth <= 1, (place, text)
        assert depth == 0, (place, text)


@pytest.mark.parametrize("term", _TERMS["zh"], ids=lambda term: str(term["use"]))
def test_a_thing_has_one_name_in_chinese(term: dict[str, str | list[str]]) -> None:
    """What a term list calls by one word is not called by another."""
    found = [t for t in _CHINESE if any(other in t[1] for other in term["not"])]
    assert not found


@pytest.mark.parametrize("term", _TERMS["en"], ids=lambda term: str(term["use"]))
def test_a_thing_has_one_name_in_english(term: dict[str, str | list[str]]) -> None:
    pattern = "|".join(rf"\b{re.escape(other)}\b" for other in term["not"])
    assert not [t for t in _ENGLISH if re.search(pattern, t[1], re.IGNORECASE)]


def test_a_term_is_translated_by_one_word() -> None:
    """Wherever the Chinese names the thing, the English beside it does."""
    english = dict(_ENGLISH)
    for pair in _TERMS["pairs"]:
        for place, text in _CHINESE:
            if pair["zh"] in text:
                assert re.search(pair["en"], english[place], re.IGNORECASE), (place, pair)


def test_texts_of_ours_are_found_at_all() -> None:
    assert len(_CHINESE) == len(_ENGLISH) > 1800
