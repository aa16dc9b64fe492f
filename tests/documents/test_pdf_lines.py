"""Lines of the PDF keep the Chinese rules."""

import random
from itertools import pairwise

import pytest

from digicom_desktop.documents.pdf_lines import break_lines

WORDS = (
    "数据", "门店", "追溯码", "（", "）", "《", "》", "“", "”", "，", "。", "；", "：", "！", "？",
    "ERP", "POS-2", "1,234.5", "47.3%", "2025-12-31", "don't", "a/b", " ", "……", "——", "、", "①",
)  # fmt: skip


def widths_of(text: str) -> list[float]:
    return [5.0 if c.isascii() else 10.0 for c in text]


def lines_of(text: str, room: float) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, widths_of(text), room)]


def sentences(seed: int) -> str:
    chooser = random.Random(seed)
    marks = {c for word in WORDS for c in word if not (c.isalnum() or c == " ")}
    text = ""
    for _ in range(200):
        word = chooser.choice(WORDS)
        both_marks = text[-1:] in marks and word[0] in marks
        if text and (both_marks or (text[-1].isascii() and word[0].isascii())):
            word = "数据"  # no real text stacks marks or glues words over a whole line
        text += word
    return text


@pytest.mark.parametrize("seed", range(400))
def test_no_line_of_a_chinese_text_begins_or_ends_wrongly(seed: int) -> None:
    text = sentences(seed)
    lines = lines_of(text, 90 + seed % 7 * 31)
    for line in lines[1:]:
        assert line[0] not in "。，；：！？》”）、%…—"
    for line in lines[:-1]:
        assert line[-1] not in "（《“"
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("seed", range(50))
def test_no_latin_word_or_number_is_cut(seed: int) -> None:
    text = sentences(seed)
    for (_, end), (start, _) in pairwise(break_lines(text, widths_of(text), 120)):
        if end == start and text[end - 1] not in "-/":
            assert not (is_latin(text[end - 1]) and is_latin(text[end]))


def is_latin(character: str) -> bool:
    return character.isascii() and not character.isspace()


def test_a_word_wider_than_a_line_is_cut_rather_than_lost() -> None:
    assert lines_of("x" * 50, 100) == ["x" * 20, "x" * 20, "x" * 10]


def test_a_first_line_may_be_shorter() -> None:
    assert break_lines("茶" * 10, [10.0] * 10, 50, indent=20) == [(0, 3), (3, 8), (8, 10)]


def test_an_empty_text_has_no_lines() -> None:
    assert break_lines("", [], 100) == []


def test_names_with_accents_stay_whole() -> None:
    assert lines_of("品牌 Café Żółć", 75) == ["品牌 Café", "Żółć"]


def test_a_product_is_not_torn_apart_at_its_sign() -> None:
    assert lines_of("认四级：4 × 25 = 100 分", 50) == ["认四级：", "4 × 25 =", "100 分"]
