"""The size class against the cases and the rules of the standard."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from digicom_desktop.domain.company import Company
from digicom_desktop.domain.size_class import Outcome, SizeClass, SizeResult, classify
from digicom_desktop.domain.size_text import size_name, size_sentence
from digicom_desktop.domain.text import Language
from digicom_desktop.library import Library

ROOT = Path(__file__).parents[2]
LIBRARY = Library(ROOT / "resources")
STANDARD = LIBRARY.size_standard()
WORDS = {language: LIBRARY.words(language) for language in Language}


def load(name: str) -> Any:
    return json.loads((ROOT / "tests/data" / name).read_text(encoding="utf-8"))


CASES: list[dict[str, Any]] = load("sme_size_cases.json")["cases"]
RULES = load("sme_size_rules.json")
INDUSTRIES = {industry["id"]: industry for industry in RULES["industries"]}
CLASSES = ("large", "medium", "small", "micro")
figures = st.none() | st.integers(0, 300_000)


def expected_class(industry: dict[str, Any], known: dict[str, int | None]) -> str | None:
    """The class by 下划一档, worked out from micro upwards; None = cannot be determined."""
    reached = []
    for name in industry["indicators"]:
        value = known[name]
        ranks = [
            rank
            for rank, size in enumerate(("small", "medium", "large"), 1)
            if value is None or value >= industry["lower_bounds"][size][name]
        ]
        reached.append(max(ranks, default=0))
    lowest = min(reached)
    if lowest and any(known[name] is None for name in industry["indicators"]):
        return None
    return ("micro", "small", "medium", "large")[lowest]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"case {case['no']}")
def test_a_case_is_decided_as_derived_by_hand(case: dict[str, Any]) -> None:
    values = {
        "employees": case["employees"],
        "revenue": case["revenue_wan"],
        "assets": case["assets_wan"],
    }
    result = classify(STANDARD.rules[case["industry"]], values)
    assert result.size == case["expected"]
    assert expected_class(INDUSTRIES[case["industry"]], values) == case["expected"]
    if case["division"] in STANDARD.divisions:
        by_division = STANDARD.size_class(case["division"], **values)
        assert by_division == result
    else:
        groups = STANDARD.questions[case["division"]].groups.items()
        for group in (code for code, rule in groups if rule == case["industry"]):
            assert STANDARD.size_class(case["division"], group, **values) == result


def test_the_standard_is_the_one_of_the_rules() -> None:
    assert set(STANDARD.rules) == set(INDUSTRIES)
    for id, industry in INDUSTRIES.items():
        rule = STANDARD.rules[id]
        assert rule.indicators == tuple(industry["indicators"])
        assert {str(s): dict(b) for s, b in rule.bounds.items()} == industry["lower_bounds"]
        assert list(rule.bounds) == ["large", "medium", "small"]
        assert (rule.name.zh, rule.name.en) == (industry["name_zh"], industry["name_en"])
    plain = {c: r for c, r in RULES["division_to_industry"].items() if not isinstance(r, dict)}
    asked = {c: r for c, r in RULES["division_to_industry"].items() if isinstance(r, dict)}
    assert STANDARD.divisions == plain
    assert {
        code: {"ask": "group", "groups": dict(q.groups), "default": q.default}
        for code, q in STANDARD.questions.items()
    } == asked


def test_every_division_of_the_industry_list_is_known() -> None:
    divisions = {d.code for s in LIBRARY.industries().sections for d in s.divisions}
    assert STANDARD.divisions.keys() | STANDARD.questions.keys() == divisions


@given(st.sampled_from(sorted(INDUSTRIES)), figures, figures, figures)
def test_any_figures_are_decided_by_the_rule(
    id: str, employees: int | None, revenue: int | None, assets: int | None
) -> None:
    values = {"employees": employees, "revenue": revenue, "assets": assets}
    result = classify(STANDARD.rules[id], values)
    expected = expected_class(INDUSTRIES[id], values)
    assert result.size == expected
    assert result.outcome == (Outcome.DETERMINED if expected else Outcome.UNDETERMINED)


@pytest.mark.parametrize("id", sorted(INDUSTRIES))
@pytest.mark.parametrize("size", ["large", "medium", "small"])
def test_bounds_are_inclusive_and_one_indicator_below_is_enough(id: str, size: str) -> None:
    bounds = INDUSTRIES[id]["lower_bounds"][size]
    rule = STANDARD.rules[id]
    assert classify(rule, bounds).size == size
    below = CLASSES[CLASSES.index(size) + 1]
    for name in bounds:
        just_below = {**bounds, name: Decimal(bounds[name]) - Decimal("0.0001")}
        result = classify(rule, just_below)
        assert result.size is not None and result.size == expected_class(
            INDUSTRIES[id], {n: int(v) for n, v in just_below.items()}
        )
        assert CLASSES.index(result.size) >= CLASSES.index(below)
        assert result.below(SizeClass(size)) == (name,)


@given(st.sampled_from(sorted(INDUSTRIES)), figures, figures, figures, st.data())
def test_what_is_said_to_be_possible_holds_whatever_is_filled_in_later(
    id: str, employees: int | None, revenue: int | None, assets: int | None, data: st.DataObject
) -> None:
    rule = STANDARD.rules[id]
    values = {"employees": employees, "revenue": revenue, "assets": assets}
    before = classify(rule, values)
    later = {n: data.draw(st.integers(0, 300_000)) if v is None else v for n, v in values.items()}
    assert classify(rule, later).size in before.possible
    highest = {n: 10**9 if v is None else v for n, v in values.items()}
    assert classify(rule, highest).size == before.possible[0]
    lowest = {n: 0 if v is None else v for n, v in values.items()}
    assert classify(rule, lowest).size == before.possible[-1]


def test_a_missing_figure_is_named_with_the_best_class_still_possible() -> None:
    result = STANDARD.size_class("51", employees=30)
    assert (result.outcome, result.size, result.best) == (Outcome.UNDETERMINED, None, "medium")
    assert result.missing == ("revenue",)
    assert result.possible == ("medium", "small", "micro")


@pytest.mark.parametrize("division", ["53", "66", "67", "68", "69", "83", "84", "91", "97"])
def test_some_industries_have_no_standard(division: str) -> None:
    result = STANDARD.size_class(division, employees=300, revenue=5000, assets=5000)
    assert result == SizeResult(Outcome.UNCOVERED)
    assert size_name(result, WORDS[Language.ZH]) == "标准未覆盖"


@pytest.mark.parametrize("division", ["", "98", "5", "F", "<b>"])
def test_without_an_industry_there_is_no_size(division: str) -> None:
    assert STANDARD.size_class(division, employees=1).outcome is Outcome.NO_INDUSTRY


@pytest.mark.parametrize(
    ("group", "rule"),
    [("591", "transport"), ("592", "storage"), ("599", "storage")],
)
def test_storage_and_carrying_stand_in_two_rows(group: str, rule: str) -> None:
    result = STANDARD.size_class("59", group, employees=150, revenue=2500)
    assert result.rule is STANDARD.rules[rule]
    assert result.size == {"transport": "small", "storage": "medium"}[rule]
    assert not result.is_assumed


@pytest.mark.parametrize("group", ["", "701", "xyz"])
def test_storage_is_assumed_until_the_question_is_answered(group: str) -> None:
    result = STANDARD.size_class("59", group, employees=150, revenue=2500)
    assert (result.size, result.is_assumed) == ("medium", True)
    sentence = size_sentence(result, WORDS[Language.ZH])
    assert sentence.endswith("（还没有选择行业中类，暂按仓储业计算。）")


@pytest.mark.parametrize("group", ["", "592", "xyz"])
def test_nothing_is_assumed_of_real_estate(group: str) -> None:
    result = STANDARD.size_class("70", group, employees=1, revenue=1, assets=1)
    assert result == SizeResult(Outcome.GROUP_NEEDED)


@pytest.mark.parametrize(
    ("group", "size"), [("701", "large"), ("702", "small"), ("703", "medium"), ("709", "medium")]
)
def test_each_group_of_real_estate_has_its_row(group: str, size: str) -> None:
    result = STANDARD.size_class("70", group, employees=200, revenue=200_000, assets=10_000)
    assert result.size == size


def test_letting_real_estate_has_no_standard() -> None:
    assert STANDARD.size_class("70", "704").outcome is Outcome.UNCOVERED


def test_a_group_is_asked_for_in_two_divisions_and_has_a_label() -> None:
    asked = [d.code for s in LIBRARY.industries().sections for d in s.divisions]
    asked = [code for code in asked if STANDARD.groups(code)]
    assert asked == ["59", "70"]
    for code in asked:
        for group in STANDARD.groups(code):
            assert group.startswith(code)
            for words in WORDS.values():
                assert words.say(f"company.industry_detail.{group}")


@pytest.mark.parametrize("typed", ["-5", "（5）", "-5万元", "约50", "1e3", "5千", "¥5"])
def test_a_red_figure_decides_no_size(typed: str) -> None:
    """What the field refuses counts as missing here: -5 is not less than 50 but wrong."""
    firms = (
        Company(2025, industry="01", revenue=typed),
        Company(2025, industry="47", revenue="500", total_assets=typed),
        Company(2025, industry="81", employees=typed),
    )
    for firm in firms:
        result = STANDARD.of_company(firm)
        assert (result.outcome, len(result.missing)) == (Outcome.UNDETERMINED, 1)


def test_a_firm_is_judged_by_what_it_typed() -> None:
    company = Company(2025, industry="51", employees="８６ 人", revenue="48,600,000元")
    result = STANDARD.of_company(company)
    assert result.values == {"employees": 86, "revenue": 4860}
    assert result.size == "small"
    unreadable = STANDARD.of_company(Company(2025, industry="51", employees="很多", revenue="9"))
    assert unreadable.size == "micro"
    assert unreadable.missing == ("employees",)
    group = Company(2025, industry="59", industry_detail="591", employees="9", revenue="")
    assert STANDARD.of_company(group).rule is STANDARD.rules["transport"]


@pytest.mark.parametrize(
    ("division", "values", "sentence"),
    [
        (
            "51",
            {"employees": 86, "revenue": 4860},
            "批发业：从业人员 86 人、营业收入 4,860 万元，达到小型的下限（从业人员 5 人、营业收入"
            " 1,000 万元），没有达到中型的下限（营业收入 5,000 万元），所以是小型企业。",
        ),
        (
            "65",
            {"employees": 300, "revenue": 10_000},
            "软件和信息技术服务业：从业人员 300 人、营业收入 10,000 万元，达到大型的下限（从业人员"
            " 300 人、营业收入 10,000 万元），所以是大型企业。",
        ),
        (
            "65",
            {"employees": 12, "revenue": Decimal("49.5")},
            "软件和信息技术服务业：营业收入 49.5 万元，没有达到小型的下限（营业收入 50 万元），"
            "所以是微型企业。只要有一项没有达到，就是微型。",
        ),
        (
            "72",
            {"employees": 120},
            "租赁和商务服务业：还缺资产总计，暂不能确定；只看从业人员 120 人，最高可能是中型企业。",
        ),
        ("47", {}, "建筑业按营业收入、资产总计划分规模，填写后即可得出。"),
        ("70", {}, "请选择行业中类：这个行业的各个中类按不同的标准划分规模。"),
        ("", {}, "请先选择所属行业，再划分企业规模。"),
    ],
)
def test_the_size_is_explained(division: str, values: dict[str, Any], sentence: str) -> None:
    assert size_sentence(STANDARD.size_class(division, **values), WORDS[Language.ZH]) == sentence


def test_the_size_is_explained_in_english() -> None:
    result = STANDARD.size_class("51", employees=86, revenue=4860)
    assert size_sentence(result, WORDS[Language.EN]) == (
        "Wholesale: with a staff of 86 and revenue of CNY 48.6 million, the firm reaches the"
        " minimum of the class small (a staff of 5 and revenue of CNY 10 million) but not that of"
        " medium (revenue of CNY 50 million), so it is small."
    )


@given(st.sampled_from(sorted([*STANDARD.divisions, "59", "70", ""])), figures, figures, figures)
def test_every_result_is_explained_in_both_languages(
    division: str, employees: int | None, revenue: int | None, assets: int | None
) -> None:
    result = STANDARD.size_class(division, employees=employees, revenue=revenue, assets=assets)
    for words in WORDS.values():
        sentence = size_sentence(result, words)
        assert sentence and "{" not in sentence and "()" not in sentence and "（）" not in sentence
        assert size_name(result, words)
