"""Figures of the firm as typed: their exact value, or what is wrong, said in a sentence."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.measure import (
    BALANCE,
    MONEY,
    PEOPLE,
    PERCENT,
    Measure,
    count_measure,
)
from digicom_desktop.domain.number import (
    parse_amount,
    parse_count,
    plain_decimal,
    read_figure,
    shown_figure,
)
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library
from digicom_desktop.paths import resources_folder

_ORDERS = count_measure("万单")
_LIBRARY = Library(resources_folder())
_WORDS = [_LIBRARY.words(language) for language in Language]


def _value(typed: str, measure: Measure) -> str:
    figure = read_figure(typed, measure)
    assert isinstance(figure, Decimal), figure
    return plain_decimal(figure)


def _problem(typed: str, measure: Measure = MONEY) -> Judgement:
    figure = read_figure(typed, measure)
    assert isinstance(figure, Judgement), figure
    return figure


@pytest.mark.parametrize(
    ("typed", "wan"),
    [
        ("1234.5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("１，２３４．５", "1234.5"),
        ("　1234.5　", "1234.5"),
        ("1 234.5", "1234.5"),
        ("12\u202f605\u202f000元", "1260.5"),
        ("12,605,000 元", "1260.5"),
        ("12605000.00元", "1260.5"),
        ("12605千元", "1260.5"),
        ("1260.5万元", "1260.5"),
        ("1260.5 万 元", "1260.5"),
        ("1260.5（万元）", "1260.5"),
        ("12.605百万元", "1260.5"),
        ("1.2605千万元", "1260.5"),
        ("0.12605亿元", "1260.5"),
        ("0.12605 亿", "1260.5"),
        ("1260.5万", "1260.5"),
        ("¥1,260.5万元", "1260.5"),
        ("￥12605000元", "1260.5"),
        ("RMB 1260.5万", "1260.5"),
        ("人民币1260.5万元", "1260.5"),
        ("1260.5万元人民币", "1260.5"),
        ("0.01元", "0.000001"),
        ("+12", "12"),
        ("0", "0"),
        ("-0.00", "0"),
        ("007", "7"),
        ("\u202a1,234.5\u202c", "1234.5"),
        ("999,999,999,999,999亿元", "9999999999999990000"),
    ],
)
def test_an_amount_is_read_exactly_in_ten_thousand_yuan(typed: str, wan: str) -> None:
    assert _value(typed, MONEY) == wan
    assert parse_amount(typed) == Decimal(wan)


@pytest.mark.parametrize(
    "typed",
    [
        "-1234.5", "−1,234.5", "－１２３４．５", "- 1234.5", "–1234.5", "负1234.5", "负 1,234.5",
        "(1,234.5)", "（1,234.5）", "(1,234.5)万元", "（1234.5 万元）", "-¥1234.5万", "(12345千元)",
    ],
)  # fmt: skip
def test_what_is_below_zero_is_read_where_the_rule_allows_it(typed: str) -> None:
    assert _value(typed, BALANCE) == "-1234.5"
    assert _problem(typed).id == "number.negative"


@pytest.mark.parametrize(
    ("typed", "id", "values"),
    [
        ("无", "no_digits", {}),
        ("-", "no_digits", {}),
        ("——", "no_digits", {}),
        ("/", "no_digits", {}),
        ("万元", "no_digits", {}),
        ("()", "no_digits", {}),
        ("nan", "no_digits", {}),
        ("٣", "no_digits", {}),
        ("一百万", "words", {}),
        ("壹佰万元", "words", {}),
        ("两亿", "words", {}),
        ("几十万", "words", {}),
        ("3百", "words", {}),
        ("1亿2000万", "mixed_as", {"suggestion": "12000", "unit": "万元"}),
        ("1亿2000万元", "mixed_as", {"suggestion": "12000", "unit": "万元"}),
        ("1万2", "mixed_as", {"suggestion": "1.2", "unit": "万元"}),
        ("１万 2千元", "mixed_as", {"suggestion": "1.2", "unit": "万元"}),
        ("1万2千", "mixed_as", {"suggestion": "1.2", "unit": "万元"}),
        ("1万2000", "mixed_as", {"suggestion": "1.2", "unit": "万元"}),
        ("2亿3", "mixed_as", {"suggestion": "23000", "unit": "万元"}),
        ("1万20", "mixed", {}),
        ("1万2元", "mixed", {}),
        ("2千万3亿", "mixed", {}),
        ("3千5百万", "mixed", {}),
        ("12元5角0分8", "mixed", {}),
        ("91330782MA2ECF4P1N", "text", {}),
        ("约1200", "about", {}),
        ("~1200", "about", {}),
        ("≥1200", "about", {}),
        ("1200多万", "about", {}),
        ("1200左右", "about", {}),
        ("1200以上", "about", {}),
        ("100-200", "range", {}),
        ("100～200万", "range", {}),
        ("100至200", "range", {}),
        ("1.2E+06", "exponent", {}),
        ("1e5", "exponent", {}),
        ("12。5", "lookalike", {"character": "。", "suggestion": "."}),
        ("1、234", "lookalike", {"character": "、", "suggestion": ","}),
        ("1O5", "lookalike", {"character": "o", "suggestion": "0"}),
        ("1l", "lookalike", {"character": "l", "suggestion": "1"}),
        ("=1+1", "character", {"character": "="}),
        ("12)", "character", {"character": ")"}),
        ("123-", "character", {"character": "-"}),
        ("1_000", "character", {"character": "_"}),
        ("10²", "character", {"character": "²"}),
        ("½", "character", {"character": "½"}),
        ("①", "character", {"character": "①"}),
        ("--5", "character", {"character": "-"}),
        ("12,34.5", "commas", {"suggestion": "1,234.5"}),
        ("1,23", "commas", {"suggestion": "123"}),
        ("1234,567", "commas", {"suggestion": "1,234,567"}),
        ("1,234,56", "commas", {"suggestion": "123,456"}),
        (",500", "commas", {"suggestion": "500"}),
        ("1, 234", "commas", {"suggestion": "1,234"}),
        ("12,3456", "commas", {"suggestion": "123,456"}),
        ("12 34", "blanks", {"suggestion": "1,234"}),
        ("1 2 3", "blanks", {"suggestion": "123"}),
        ("1.5 5", "blanks", {"suggestion": "1.55"}),
        ("1.234,5", "decimal_comma", {}),
        (".5", "dots", {}),
        ("5.", "dots", {}),
        ("1.2.3", "dots", {}),
        ("1.1234567", "decimals", {"most": 6}),
        ("9" * 16, "too_long", {"most": 15}),
        ("9," + ",".join(["999"] * 5), "too_long", {"most": 15}),
        ("1" * 101, "too_long", {"most": 15}),
        ("1" + " " * 32_000 + "x", "too_long", {"most": 15}),
        ("12kg", "unit", {"unit": "kg", "units": "元 / 千元 / 万元 / 百万元 / 千万元 / 亿元"}),
        ("5千", "unit", {"unit": "千", "units": "元 / 千元 / 万元 / 百万元 / 千万元 / 亿元"}),
        ("12%", "unit", {"unit": "%", "units": "元 / 千元 / 万元 / 百万元 / 千万元 / 亿元"}),
        ("12人", "unit", {"unit": "人", "units": "元 / 千元 / 万元 / 百万元 / 千万元 / 亿元"}),
        ("$500", "foreign", {}),
        ("500 万美元", "foreign", {}),
        ("USD 500", "foreign", {}),
        ("¥500", "yuan_without_unit", {"unit": "万元"}),
        ("500 RMB", "yuan_without_unit", {"unit": "万元"}),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_a_sentence_that_says_why(
    typed: str, id: str, values: dict[str, object]
) -> None:
    found = _problem(typed)

    assert (found.id, dict(found.values)) == (f"number.{id}", values)
    assert found.is_error
    assert all(found.sentence(words) for words in _WORDS)


@pytest.mark.parametrize(
    ("typed", "people"),
    [("86", "86"), ("86人", "86"), ("86 名", "86"), ("1,200", "1200"), ("1.2万人", "12000"),
     ("86.0", "86"), ("0", "0"), ("３万", "30000")],
)  # fmt: skip
def test_people_are_whole_numbers(typed: str, people: str) -> None:
    assert _value(typed, PEOPLE) == people
    assert parse_count(typed) == int(people)


@pytest.mark.parametrize(
    ("typed", "id"),
    [("86.5", "whole"), ("1.00005万", "whole"), ("-1", "negative"), ("八十", "words"),
     ("86元", "unit"), ("86%", "unit"), ("¥86", "character"), ("几十", "words")],
)  # fmt: skip
def test_what_is_no_number_of_people_is_refused(typed: str, id: str) -> None:
    assert _problem(typed, PEOPLE).id == f"number.{id}"
    assert parse_count(typed) is None


@pytest.mark.parametrize(
    ("typed", "ten_thousands"),
    [("1.5", "1.5"), ("15000单", "1.5"), ("1.5万单", "1.5"),
     ("1单", "0.0001")],
)  # fmt: skip
def test_a_count_in_ten_thousands_may_be_typed_in_ones(typed: str, ten_thousands: str) -> None:
    assert _value(typed, _ORDERS) == ten_thousands


def test_a_count_in_ten_thousands_comes_to_a_whole_number() -> None:
    assert _problem("1.23456", _ORDERS).id == "number.whole"
    assert _problem("0.5单", _ORDERS).id == "number.whole"


def test_a_share_may_have_its_sign() -> None:
    assert (
        _value("12.5%", PERCENT) == _value("12.5％", PERCENT) == _value("12.5", PERCENT) == "12.5"
    )
    assert _problem("12万元", PERCENT).id == "number.unit"
    assert _problem("-1", PERCENT).id == "number.negative"
    assert _value("-1", replace(PERCENT, signed=True)) == "-1"


@pytest.mark.parametrize("blank", ["", " ", "\u3000\u200b", "\n"])
def test_a_blank_is_missing_not_wrong(blank: str) -> None:
    assert read_figure(blank, MONEY) is None
    assert read_figure(blank, PEOPLE) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1260.5", "1,260.50"),
        ("1234567.895", "1,234,567.90"),
        ("-1234.5", "-1,234.50"),
        ("-0.5", "-0.50"),
        ("0", "0.00"),
        ("999.999", "1,000.00"),
        ("0.005", "0.01"),
        ("0.0012", "0.0012"),  # twelve yuan are not nothing
        ("-0.000001", "-0.000001"),
    ],
)
def test_an_amount_is_shown_with_two_decimals_and_grouped(value: str, shown: str) -> None:
    assert shown_figure(Decimal(value), BALANCE) == shown


def test_a_count_is_shown_with_the_decimals_it_has() -> None:
    assert shown_figure(Decimal("12000.0"), PEOPLE) == "12,000"
    assert shown_figure(Decimal("1234.5678"), _ORDERS) == "1,234.5678"


_MEASURES = st.sampled_from([MONEY, BALANCE, PEOPLE, PERCENT, _ORDERS])
_AMOUNTS = st.decimals(0, 10**11, places=2, allow_nan=False)
_UNITS = st.sampled_from(["元", "千元", "万元", "百万元", "千万元", "亿元", "万", "亿"])
_YUAN = {"元": 1, "千元": 10**3, "百万元": 10**6, "千万元": 10**7, "亿元": 10**8, "亿": 10**8}


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(_AMOUNTS, _UNITS, st.sampled_from(["", " ", "\u3000"]), st.booleans(), st.booleans())
def test_every_way_to_type_an_amount_has_one_meaning(
    number: Decimal, unit: str, blank: str, grouped: bool, wide: bool
) -> None:
    digits = f"{number:,f}" if grouped else f"{number:f}"
    typed = blank + digits + blank + unit + blank
    figure = read_figure(_wide(typed) if wide else typed, MONEY)

    assert figure == number * _YUAN.get(unit, 10**4) / 10**4


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False))
def test_what_is_shown_reads_as_the_same_figure(number: Decimal) -> None:
    assert read_figure(shown_figure(number, BALANCE), BALANCE) == number


@given(st.decimals(-(10**9), 10**9, places=6, allow_nan=False))
def test_what_the_content_holds_reads_as_the_same_figure(number: Decimal) -> None:
    assert read_figure(plain_decimal(number), BALANCE) == number


_PIECES = st.sampled_from(
    [*"0123456789.,-+()（）¥元万亿千百人 %约一eE单。~至", "万元", "￥", "RMB"]
)


@given(st.text(max_size=40) | st.lists(_PIECES, max_size=12).map("".join), _MEASURES)
def test_whatever_is_typed_has_a_figure_or_a_sentence(typed: str, measure: Measure) -> None:
    figure = read_figure(typed, measure)

    if isinstance(figure, Judgement):
        assert all(figure.sentence(words) for words in _WORDS)
    elif figure is not None:
        assert figure >= 0 or measure.signed
        assert not measure.step or figure % measure.step == 0
        assert read_figure(plain_decimal(figure), measure) in (figure, *_too_fine(figure))


def _too_fine(figure: Decimal) -> tuple[object, ...]:
    """Six decimals of a yuan are ten of 万元: more than anybody may type."""
    text = plain_decimal(figure)
    if len(text.partition(".")[2]) > 6 or len(text.partition(".")[0].lstrip("-")) > 15:
        return (read_figure(text, BALANCE),)
    return ()


@pytest.mark.parametrize(
    ("typed", "measure", "suggestion"),
    [("1万2", PEOPLE, "12000"), ("1万2345人", PEOPLE, "12345"), ("3万5", _ORDERS, "3.5")],
)
def test_two_numbers_and_units_are_read_in_the_unit_of_the_field(
    typed: str, measure: Measure, suggestion: str
) -> None:
    found = read_figure(typed, measure)
    assert isinstance(found, Judgement)
    assert found.id == "number.mixed_as"
    assert found.values["suggestion"] == suggestion
