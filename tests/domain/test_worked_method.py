"""The method with a firm's own numbers: what the sentences say can be computed again from them."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.scoring import Rating, rate, score, shown_score
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.worked_method import WorkedStep, worked
from tests.domain.random_ratings import EDITION, LIBRARY, any_ratings

_IDS = EDITION.item_ids
_SHOWN_STEPS = ("items", "applicable", "best", "all", "supported", "declared", "level")
_LANGUAGES = pytest.mark.parametrize("language", list(Language))


def _worked(
    ratings: dict[str, Rating], language: Language = Language.ZH, edition: Edition = EDITION
) -> dict[str, WorkedStep]:
    steps = worked(edition, ratings, score(edition, ratings), LIBRARY.words(language))
    return dict(zip(_SHOWN_STEPS, steps, strict=False))


def _computed(line: str) -> list[Fraction]:
    """Every part of a chain of sums "a ÷ b = c ≈ d", computed as with a calculator."""
    return [_sum(part) for part in re.split("[=≈]", line)]


def _sum(text: str) -> Fraction:
    return sum((_product(term) for term in text.strip().split(" + ")), Fraction(0))


def _product(text: str) -> Fraction:
    first, *rest = re.split(" ([×÷]) ", text.strip())
    value = Fraction(first.strip("() "))
    for sign, number in zip(rest[::2], rest[1::2], strict=True):
        value = value * Fraction(number) if sign == "×" else value / Fraction(number)
    return value


def _item_points(line: str) -> tuple[int, int, int, int]:
    found = re.search(r"(\d)\s×\s(\d+)\s=\s(\d+)\s(?:分|points)", line)
    claimed = re.search(r"(?:自评|claimed level) (\d)", line)
    assert found is not None and claimed is not None, line
    return int(claimed[1]), int(found[1]), int(found[2]), int(found[3])


def _near(left: Fraction, right: Fraction) -> bool:
    return abs(left - right) <= Fraction(1, 10_000)


@_LANGUAGES
@settings(max_examples=60)
@given(ratings=any_ratings)
def test_a_calculator_comes_to_the_same_score(
    language: Language, ratings: dict[str, Rating]
) -> None:
    result = score(EDITION, ratings)
    steps = _worked(ratings, language)
    if result.supported is None or result.declared is None:
        assert len(steps) == 2
        return

    points = []
    for id, line in zip(_IDS, steps["items"].lines, strict=True):
        assert line.startswith(f"{id} ")
        item = result.items[id]
        if item.claimed is not None:
            claimed, level, each, worth = _item_points(line)
            assert (claimed, level, worth) == (item.claimed, item.supported, level * each)
            points.append(worth)
        elif item.applies:
            points.append(0)
    best = sorted(points, reverse=True)[:8]

    terms, divided, mean = re.split("[=≈]", steps["best"].lines[-1])
    inside, count = re.fullmatch(r"\((.*)\) ÷ (\d+) ", terms).groups()  # type: ignore[union-attr]
    assert [int(term) for term in inside.split(" + ")] == best
    assert _sum(divided) == Fraction(sum(best), int(count))
    assert _near(_sum(mean), Fraction(sum(best), len(best)))

    said = re.search(r"\d+ ÷ \d+ [=≈] [\d.]+", steps["all"].lines[0])
    assert said is not None
    exact, rounded = _computed(said[0])
    assert exact == Fraction(sum(points), len(points)) and _near(exact, rounded)

    for name, expected in (("supported", result.supported), ("declared", result.declared)):
        lines = steps[name].lines[2 if name == "declared" else 0 :]
        formula, parts, total = _computed(lines[0])
        assert formula == expected
        assert _near(parts, expected) and _near(total, expected)
        *exact_text, shown = re.findall(r"[\d./]+", lines[1].rstrip(".。"))
        assert [Fraction(text) for text in exact_text] in ([], [expected])
        assert shown == shown_score(expected, (20, 40, 60, 80))


@_LANGUAGES
def test_the_sample_firm_is_worked_out_as_by_hand(language: Language) -> None:
    sample = LIBRARY.sample()
    steps = _worked({item.id: rate(item, sample) for item in EDITION.items}, language)

    assert steps["best"].lines[1] == (
        "(100 + 100 + 100 + 75 + 75 + 75 + 75 + 50) ÷ 8 = 650 ÷ 8 = 81.25"
    )
    assert "1075 ÷ 20 = 53.75" in steps["all"].lines[0]
    assert steps["supported"].lines[0] == ("0.7 × 650 ÷ 8 + 0.3 × 1075 ÷ 20 = 56.875 + 16.125 = 73")
    assert steps["declared"].lines[2] == ("0.7 × 750 ÷ 8 + 0.3 × 1225 ÷ 20 = 65.625 + 18.375 = 84")


def test_an_item_says_what_its_level_follows_from() -> None:
    ratings = {
        "1.1": Rating(4, grade=2),
        "1.2": Rating(3, grade=2, has_figure=True),
        "1.3": Rating(2),
        "1.4": Rating(not_applicable=True),
    }
    said = (line.partition("：")[2] for line in _worked(ratings)["items"].lines[:5])
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in said]

    assert lines == [
        "自评 4 级；佐证 2 档（本企业材料），最高认 3 级；没有评价年度的关键指标，最高只认 2 级。"
        "认 2 级：2 × 25 = 50 分。",
        "自评 3 级；佐证 2 档（本企业材料），最高认 3 级；评价年度的关键指标已填。"
        "认 3 级：3 × 25 = 75 分。",
        "自评 2 级；佐证 0 档（无佐证），最高认 1 级。认 1 级：1 × 25 = 25 分。",
        "不适用，不计入。",
        "未作答，按 0 分计。",
    ]


@_LANGUAGES
def test_where_nothing_applies_the_last_sentence_says_that_there_is_no_score(
    language: Language,
) -> None:
    steps = _worked(dict.fromkeys(_IDS, Rating(not_applicable=True)), language)

    assert list(steps) == ["items", "applicable"]
    assert steps["applicable"].lines == (LIBRARY.words(language).say("worked.no_score"),)


def test_fewer_items_than_the_best_eight_are_all_taken() -> None:
    ratings = dict.fromkeys(_IDS[5:], Rating(not_applicable=True))
    ratings["1.1"] = Rating(1)
    steps = _worked(ratings)

    assert steps["best"].title == "得分最高的 5 项，平均多少分"
    assert steps["best"].lines[0] == "适用的只有 5 项，不足 8 项，有几项算几项。"
    assert steps["best"].lines[-1] == "(25 + 0 + 0 + 0 + 0) ÷ 5 = 25 ÷ 5 = 5"
    assert steps["supported"].lines[0] == "0.7 × 25 ÷ 5 + 0.3 × 25 ÷ 5 = 3.5 + 1.5 = 5"


def test_with_too_few_items_the_level_is_said_to_be_missing() -> None:
    (line,) = _worked(dict.fromkeys(_IDS[13:], Rating(not_applicable=True)))["level"].lines

    assert "13 项" in line and "14 项" in line


def test_a_missed_threshold_is_shown_with_two_decimals_and_explained() -> None:
    """By hand: seven at 3, one at 2, four at 1 of 21 give 17.5 × 23 ÷ 8 + 7.5 × 27 ÷ 21."""
    ratings = dict.fromkeys(_IDS[:7], Rating(3, grade=2, has_figure=True))
    ratings |= {_IDS[7]: Rating(2, grade=1), **dict.fromkeys(_IDS[8:12], Rating(1))}
    ratings["6.4"] = Rating(not_applicable=True)

    formula, exact, why = _worked(ratings)["supported"].lines
    assert formula == ("0.7 × 575 ÷ 8 + 0.3 × 675 ÷ 21 ≈ 50.3125 + 9.6429 ≈ 59.9554")
    assert exact == "精确值是 6715/112，显示为 59.95。"
    assert why.startswith("四舍五入到一位小数会成为 60.0")


def test_each_gate_says_what_it_counts() -> None:
    ready = Rating(2, grade=2)
    ratings = {**dict.fromkeys(_IDS[:4], ready), "2.1": Rating(1), "2.2": Rating(2, grade=1)}
    lines = _worked(ratings)["level"].lines

    assert lines == (
        "现在是“一级 起步”：这一级的五项条件都满足。",
        "要到“二级 规范”，须同时满足下面五项：",
        "佐证分 27.8，需要 40：未满足。",
        "认到 2 级及以上的项目有 5 项（1.1、1.2、1.3、1.4、2.2），需要 6 项：未满足。",
        "这些项目分布在 2 个方向（技术创新应用、要素优化配置），需要 2 个：满足。",
        "其中佐证达到 2 档的有 4 项（1.1、1.2、1.3、1.4），需要 3 项：满足。",
        "数据项目中较高的是 2 级（1.1 认 2 级、2.1 认 1 级），需要 1 级：满足。",
    )


def test_before_any_level_and_at_the_top_it_is_said() -> None:
    nothing = _worked({"1.1": Rating(not_applicable=True)})["level"].lines
    top = _worked(dict.fromkeys(_IDS, Rating(4, grade=3, has_figure=True)))["level"].lines

    assert nothing[0] == "现在未定级：没有哪一级的五项条件全部满足。"
    assert nothing[3] == "认到 1 级及以上的项目有 0 项（没有），需要 4 项：未满足。"
    assert "1.1 不适用，按 0 级算" in nothing[6]
    assert top[:2] == (
        "现在是“四级 引领”：这一级的五项条件都满足。",
        "这是最高一级，五项条件是：",
    )


def test_every_number_is_the_editions_own() -> None:
    method = replace(
        EDITION.method,
        best_count=3,
        depth_share=Fraction(2, 3),
        breadth_share=Fraction(1, 3),
        points_per_level=10,
    )
    steps = _worked({"1.1": Rating(1)}, edition=replace(EDITION, method=method))

    assert steps["best"].lines[-1] == "(10 + 0 + 0) ÷ 3 = 10 ÷ 3 ≈ 3.3333"
    assert steps["supported"].lines[:2] == (
        "(2/3) × 10 ÷ 3 + (1/3) × 10 ÷ 22 ≈ 2.2222 + 0.1515 ≈ 2.3737",
        "四舍五入得 2.4。",
    )
