"""What the check says, in both languages."""

import pytest

from digicom_desktop.domain.advice import Change, Need, Step
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.previous import PreviousAnswer
from digicom_desktop.domain.statement import Statement
from digicom_desktop.domain.text import Language
from tests.domain.review_stage import (
    EDITION,
    GOOD,
    LIBRARY,
    answered,
    evidence,
    figure,
    firm,
    found,
    last_year,
    metric,
    source,
)

ZH, EN = LIBRARY.words(Language.ZH), LIBRARY.words(Language.EN)


def _level(item: str, level: int) -> dict[str, PreviousAnswer]:
    return {item: PreviousAnswer(level=level)}


def test_what_is_missing_is_named_with_what_the_next_step_is_worth() -> None:
    step = Step("1.3", 2, 3, (Change(Need.GRADE, 2),), EDITION.method.breadth_share * 25 / 22)
    (finding,) = found("level.unsupported", source(answered("1.3", level=4), steps=(step,)))

    assert finding.place == "item/1.3#evidence"
    assert finding.sentence(ZH) == (
        "自评 4 级，目前只认 2 级：还缺一份本企业的书面材料。补上可认到 3 级，佐证分加 0.3。"
    )
    assert finding.sentence(EN) == (
        "Level 4 is claimed, level 2 counts: no document of the firm's own."
        " With that, level 3 counts and the evidence-backed score gains 0.3."
    )


def test_without_a_step_all_that_the_claim_lacks_is_named() -> None:
    (finding,) = found("level.unsupported", source(answered("2.2", level=4, figures={})))

    assert finding.sentence(ZH) == (
        "自评 4 级，目前只认 2 级：还缺一份外部可核对的材料；还缺一个 2025 年的关键指标。"
    )


@pytest.mark.parametrize(
    ("assessment", "rule", "said"),
    [
        (
            metric("revenue", "48600000", "4,210"),
            "figure.like_yuan",
            "“营业收入”（2025 年）填的是 48,600,000 万元，是 2024 年（4,210）的 11,543.9 倍，"
            "像是把元当成了万元。",
        ),
        (
            metric("ec_sales", "49,600,000"),
            "figure.like_yuan",
            "“电子商务销售额”（2025 年）填的是 49,600,000 万元，是营业收入（4,860）的 10,205.8 倍，"
            "像是把元当成了万元。",
        ),
        (
            metric("revenue", "8,600,001"),
            "figure.like_yuan",
            "“营业收入”（2025 年）填的是 8,600,001 万元，按从业人员 86 人算，人均 100,000 万元，"
            "像是把元当成了万元。",
        ),
        (
            figure("1.1.k1", "76%", "7.6%"),
            "figure.tenfold",
            "“分组推送带来的订单占比”2025 年是 76%，为上年（7.6%）的 10 倍，变化很大。",
        ),
        (
            metric("online_retail_goods", "2,600"),
            "metric_check",
            "2025 年，实物商品网络零售额（2,600 万元）大于网络零售额（2,504 万元），"
            "实物商品是网络零售额的一部分，请核对。",
        ),
        (
            firm(revenue="约五千万"),
            "company.typed",
            "“营业收入（万元）”填的是“约五千万”。请用阿拉伯数字，例如“一百万”写成“100万”。",
        ),
    ],
)
def test_a_sentence_says_what_was_found_with_its_values(
    assessment: Assessment, rule: str, said: str
) -> None:
    assert [f.sentence(ZH) for f in found(rule, source(assessment))] == [said]


@pytest.mark.parametrize(
    ("founded", "zh", "en"),
    [
        ("2024", "企业成立于 2024 年，", "founded in 2024,"),
        ("2024/10", "企业成立于 2024 年 10 月，", "founded in 2024-10,"),
        ("2024-10-5", "企业成立于 2024-10-05，", "founded on 2024-10-05,"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(founded: str, zh: str, en: str) -> None:
    (finding,) = found("founded.young", source(firm(founded=founded)))
    assert zh in finding.sentence(ZH)
    assert en in finding.sentence(EN)


def test_items_are_listed_in_the_order_of_the_edition() -> None:
    unused = answered("1.4", answered("2.2", level=None), level=None)
    unused = evidence("2.2-01", unused, items=("2.2", "1.4"))
    (finding,) = found("evidence.unused", source(unused))
    assert "1.4、2.2" in finding.sentence(ZH)


@pytest.mark.parametrize(
    ("assessment", "rule", "zh", "en"),
    [
        (
            metric("profit_total", "-85", "262"),
            "figure.fall",
            "“利润总额”2025 年由上年盈利 262 万元变为亏损 85 万元，变化很大。",
            '"Total profit" in 2025: a profit of 262 (CNY 10,000) became a loss of'
            " 85 (CNY 10,000).",
        ),
        (
            metric("it_staff", "1", "12"),
            "figure.fall",
            "“信息技术（数字商务）人员数”2025 年是 1 人，比上年（12 人）下降 91.7%，变化很大。",
            '"IT and digital-commerce staff" in 2025: 1 (people), 91.7% below the 12 (people) of'
            " the year before.",
        ),
        (
            figure("6.3.k2", "-5", "30"),
            "figure.fall",
            "“净推荐值”2025 年是 -5 分（−100–100），上年是 30 分（−100–100），变化很大。",
            None,
        ),
        (
            metric("ec_sales", "5,900"),
            "metric_doubt",
            None,
            "2025: E-commerce sales (5,900 × CNY 10,000) are more than a fifth above operating"
            " revenue (1.2 times revenue is 5,832 × CNY 10,000). VAT or commissions may explain it:"
            " please make sure.",
        ),
        (
            metric("it_staff", "87"),
            "metric_check",
            None,
            "2025: IT and digital-commerce staff (87 people) outnumber the employees at the end of"
            " the year (86 people): please check both.",
        ),
        (
            answered("2.2", not_applicable=True),
            "not_applicable.contradicted",
            "选了“不适用”，但这一项勾选了做法、附有佐证材料、选过级别。",
            "Marked not applicable, although practices are ticked, evidence is attached and a level"
            " was chosen.",
        ),
    ],
)
def test_a_sentence_reads_as_a_person_would_write_it(
    assessment: Assessment, rule: str, zh: str | None, en: str | None
) -> None:
    (finding,) = found(rule, source(assessment))
    assert zh is None or finding.sentence(ZH) == zh
    assert en is None or finding.sentence(EN) == en


def test_a_statement_is_filled_in_where_a_document_is_added() -> None:
    step = Step("1.3", 1, 2, (Change(Need.GRADE, 1),), EDITION.method.breadth_share * 25 / 22)
    stated = answered("1.3", level=2, statement=Statement())
    (finding,) = found("level.unsupported", source(stated, steps=(step,)))
    assert "填全后可认到 2 级" in finding.sentence(ZH)


def test_a_long_text_is_quoted_by_its_beginning() -> None:
    (finding,) = found("company.typed", source(firm(founded="很久很久\n以前" * 10)))
    assert "“很久很久 以前很久很久 以前很久很久 以前很久很久 以前很久…”" in finding.sentence(ZH)


def test_a_hint_says_what_to_do_and_is_blank_where_nothing_need_be_said() -> None:
    (finding,) = found("level.jump", source(last_year(_level("1.1", 1))))
    assert finding.hint(ZH) == "请写明这期间做了什么；级别选错的请改。"
    (missing,) = found("company.missing", source(firm(name="")))
    assert missing.hint(EN) == ""


@pytest.mark.parametrize(
    ("assessment", "rule", "said"),
    [
        (GOOD, "level.jump", "2022 年自评 1 级，这次自评 4 级，升了 3 级。"),
        (answered("1.1", level=0), "level.fall", "2022 年自评 3 级，这次自评 0 级，降了 3 级。"),
        (
            answered("1.1", not_applicable=True),
            "not_applicable.was_rated",
            "选了“不适用”，2022 年自评的是 3 级。",
        ),
    ],
)
def test_an_older_assessment_is_named_by_its_year(
    assessment: Assessment, rule: str, said: str
) -> None:
    before = _level("1.1", 1 if rule == "level.jump" else 3)
    (finding,) = found(rule, source(last_year(before, year=2022, base=assessment)))
    assert finding.sentence(ZH) == said
    assert "2022" in finding.sentence(EN)
