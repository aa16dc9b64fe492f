"""Figures and dates as people type them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from digicom_desktop.domain.date_text import UNLIMITED, parse_date, read_valid_until
from digicom_desktop.domain.number import (
    grouped,
    parse_amount,
    parse_count,
    parse_number,
    plain_decimal,
    rounded,
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,234.5", "1234.5"),
        (" １，２３４．５ ", "1234.5"),
        ("0", "0"),
        ("-12", "-12"),
        ("−12", "-12"),
        ("10.50", "10.5"),
        ("1200", "1200"),
        ("\u202d1,234.5\u202c", "1234.5"),  # as copied from a contact or a web page
        ("\ufeff7\u200b", "7"),
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str, number: str) -> None:
    parsed = parse_number(typed)

    assert parsed is not None
    assert plain_decimal(parsed) == number


@pytest.mark.parametrize(
    "typed", ["", "约一成", "1,23", "1e5", "12%", "1.2.3", "٣", "=1+1", "nan", "9" * 16, "1_000"]
)
def test_what_is_no_number_is_not_guessed(typed: str) -> None:
    assert parse_number(typed) is None


def test_the_unit_of_a_key_figure_may_be_typed() -> None:
    assert parse_number("12.5%", "%") == Decimal("12.5")
    assert parse_number("12.5％", "%") == Decimal("12.5")
    assert parse_number("41 天", "天") == Decimal(41)
    assert parse_number("12 firms", "家", "firms") == Decimal(12)


@pytest.mark.parametrize(
    ("typed", "wan"),
    [
        ("1260.5", "1260.5"),
        ("1,260.5 万元", "1260.5"),
        ("12605000元", "1260.5"),
        ("12605千元", "1260.5"),
        ("1.2亿", "12000"),
        ("３万", "3"),
    ],
)
def test_an_amount_of_money_is_read_in_ten_thousand_yuan(typed: str, wan: str) -> None:
    amount = parse_amount(typed)

    assert amount is not None
    assert plain_decimal(amount) == wan


@pytest.mark.parametrize("typed", ["-5", "（5）", "负5万元", "-0.01元"])
def test_no_amount_of_a_firm_is_below_zero(typed: str) -> None:
    assert parse_amount(typed) is None


def test_a_count_is_whole_and_not_negative() -> None:
    assert parse_count("86人") == 86
    assert parse_count("1,200") == 1200
    assert parse_count("86.0") == 86
    assert [parse_count(text) for text in ("-1", "1.5", "", "八十")] == [None] * 4


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2025-08-31", "2025-08-31"),
        ("2025/8/31", "2025-08-31"),
        ("2025年8月31日", "2025-08-31"),
        ("20250831", "2025-08-31"),
        ("２０２５．８．３１", "2025-08-31"),
        ("2025年8月", "2025-08"),
        ("2025-08", "2025-08"),
        ("2025年", "2025"),
        ("\u200e2025-08-31\u200e", "2025-08-31"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, date: str) -> None:
    assert parse_date(typed) == date


@pytest.mark.parametrize("typed", ["", "去年八月", "2025-02-30", "2025-13", "25-08-31", "0000"])
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert parse_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("2027-08-30", "2027-08-30"),
        ("2027年8月", "2027-08"),
        ("２０２７", "2027"),
        ("长期", UNLIMITED),
        (" 长期有效 ", UNLIMITED),
        ("至长期", UNLIMITED),
        ("永久", UNLIMITED),
        ("无期限", UNLIMITED),
        ("无固定期限", UNLIMITED),
        ("Long-term", UNLIMITED),
        ("long term", UNLIMITED),
        ("no end", UNLIMITED),
    ],
)
def test_a_last_valid_day_is_a_date_or_none_at_all(typed: str, until: str) -> None:
    assert read_valid_until(typed) == until


@pytest.mark.parametrize("typed", ["", "-", "至", "五年", "长期合作", "2025-02-30"])
def test_what_is_no_last_valid_day_is_not_guessed(typed: str) -> None:
    assert read_valid_until(typed) is None


@pytest.mark.parametrize(
    ("number", "shown"),
    [("-0", "0"), ("-0.00", "0"), ("0.0", "0"), ("-1234.50", "-1,234.5"), ("10", "10")],
)
def test_a_number_for_people_has_commas_and_no_sign_of_nothing(number: str, shown: str) -> None:
    assert grouped(Decimal(number)) == shown


def test_halves_are_rounded_away_from_zero() -> None:
    assert rounded(Fraction(5, 100), 1) == "0.1"
    assert rounded(Fraction(-5, 100), 1) == "-0.1"
    assert rounded(Fraction(-1, 100), 1) == "0.0"
    assert rounded(Fraction(1249, 10), 0) == "125"
