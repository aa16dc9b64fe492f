"""A realistic report built by hand on the real checklist, for the tests of every exporter."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from digicom_desktop.domain.closing_views import (
    ActionView,
    FindingView,
    PlanLineView,
    PlanView,
    WorkedStep,
)
from digicom_desktop.domain.number import rounded
from digicom_desktop.domain.report import (
    CharacteristicView,
    DirectionView,
    EvidenceView,
    FigureView,
    FirmLevelView,
    GateView,
    ItemView,
    LevelView,
    MetricView,
    MomentumView,
    PracticeView,
    Report,
    Row,
    ScoreView,
    ScoringView,
)
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.words import Words

RESOURCES = Path(__file__).parents[2] / "resources"
EDITION = RESOURCES / "editions" / "mofcom-trial-2"

NOT_APPLICABLE = -1
"""In ``levels``: the item does not apply."""

CLAIMS = {
    "1.1": 3, "1.2": 3, "1.3": 2, "1.4": 2, "1.5": 0,
    "2.1": 3, "2.2": 2, "2.3": 4,
    "3.1": 2, "3.2": 1, "3.3": 1,
    "4.1": 3, "4.2": 3, "4.3": 2,
    "5.1": NOT_APPLICABLE, "5.2": 3, "5.3": 4, "5.4": 3,
    "6.1": 2, "6.2": 1, "6.3": 3, "6.4": 1,
}  # fmt: skip
"""A tea company's claims: all levels, one not applicable."""

SUPPORT = {"1.1": 2, "1.4": 1, "2.2": 1, "2.3": 3, "4.1": 2, "4.3": 1, "5.2": 2, "5.3": 3, "6.3": 2}
"""Where the evidence supports less than the claim."""

_ZH = Language.ZH
_NARRATIVES = (
    (
        "company.main_practices",
        "主要做法",
        "Main practices",
        "一是把门店收银、网店订单和茶园采收记录汇入同一张云端报表，每周一例会看毛利、库存和退货"
        "，据此决定补货与"
        "排产。二是为春茶、夏秋茶每批建立追溯码，采摘、加工、检测、发货逐段留痕，顾客扫码可查。"
        "三是按购买次数和"
        "口味对会员分组，征得同意后推送新茶与冲泡视频，并保留退订入口。\n2025 年起，公司与两家"
        "主要经销商共用库存"
        "与销量数据，缺货天数由 21 天降到 9 天；网店客服 7×24 小时在线，平均响应时间 38 秒。",
    ),
    (
        "company.results",
        "取得成效",
        "Results",
        "全年线上销售额 2,316.8 万元，占营业收入 47.3%，同比增长 18.6%；库存周转天数由 96 天降"
        "到 71 天；复购率"
        "31.2%，提高 4.5 个百分点。“青禾”品牌入选省级“老字号”名录，跨境电商出口 12 个国家（地区"
        "）。",
    ),
    (
        "company.problems",
        "存在问题",
        "Problems",
        "数据分析主要依靠一名兼职人员，预测模型尚未建立；县域冷链配送成本偏高；区块链存证、定制"
        "生产等仍在摸索，"
        "缺少可对照的同行经验。",
    ),
)
_COMPANY = (
    ("company.name", "企业名称", "Name of the firm", "婺源青禾茶业有限公司"),
    ("company.credit_code", "统一社会信用代码", "Unified social credit code", "91361130MA35K8QX4T"),
    ("company.year", "评价年度", "Assessed year", "2025"),
    ("company.category", "申报类别", "Category", "数字商务创新应用"),
    ("company.region", "所在地区", "Region", "江西省 上饶市 婺源县"),
    ("company.address", "注册地址", "Address", "婺源县紫阳镇文公北路 88 号青禾茶业园 3 栋"),
    ("company.founded", "成立时间", "Founded", "2011-05-18"),
    ("company.legal_representative", "法定代表人", "Legal representative", "程䶮"),
    ("company.contact", "联系人", "Contact", "汪𬭸"),
    ("company.phone", "联系电话", "Telephone", "0793-7350018 转 806"),
    ("company.email", "电子邮箱", "E-mail", ""),
    ("company.industry", "所属行业", "Industry", "51 批发业"),
    ("company.ownership", "所有制", "Ownership", "民营"),
    ("company.employees", "从业人员（人）", "Employees", "86"),
    ("company.revenue", "营业收入（万元）", "Revenue (CNY 10,000)", "4898.2"),
    ("company.total_assets", "资产总额（万元）", "Total assets (CNY 10,000)", "3120"),
    ("company.size", "企业规模", "Size of the firm", "中型企业"),
    (
        "company.size_reason",
        "划型说明",
        "Why this size",
        "批发业：从业人员 86 人、营业收入 4,898.2 万元，达到中型的下限。",
    ),
    ("company.honours", "荣誉资质", "Honours", "江西省农业产业化龙头企业；ISO 22000 认证"),
    ("company.receiving_bureau", "报送单位", "Receiving bureau", "婺源县商务局"),
    ("company.filled_by", "填报人", "Filled in by", "汪𬭸"),
    ("company.person_in_charge", "负责人", "Person in charge", "程䶮"),
    ("company.filled_on", "填报日期", "Date", "2026-03-20"),
)
_METRICS = (
    ("revenue", "规模", "Size", "营业收入", "Operating revenue", "4898.2", "4130", "+18.6%"),
    ("profit_total", "效益", "Results", "利润总额", "Total profit", "-12.5", "8", "-256.3%"),
    ("ec_sales", "电商", "E-commerce", "电子商务销售额", "E-commerce sales", "2316.8", "", ""),
    ("tax_paid", "效益", "Results", "纳税额", "Taxes paid", "", "", ""),
)
_STATEMENT_LABELS = (
    ("statement.system", "系统或工具", "System or tool"),
    ("statement.since", "开始时间", "Since when"),
    ("statement.scope", "使用范围", "Scope"),
    ("statement.person", "负责人", "Person in charge"),
    ("statement.note", "补充说明", "Note"),
)
_SYSTEMS = ("用友云进销存", "自建追溯平台", "电商平台后台", "企业微信会员系统")
_STATES = {
    "answered": ("已作答", "Answered"),
    "not_applicable": ("不适用", "Not applicable"),
    "unanswered": ("未作答", "Not answered"),
}
_MOMENTUM = {
    "effective": ("有成效", "Effective"),
    "growing": ("培育中", "Growing"),
    "untouched": ("未涉及", "Untouched"),
    "not_applicable": ("不适用", "Not applicable"),
}


def read_words(language: Language) -> Words:
    """Every sentence of resources/words/ in ``language``."""
    sentences: dict[str, str] = {}
    for path in sorted((RESOURCES / "words").glob("*.toml")):
        with path.open("rb") as file:
            _flatten("", tomllib.load(file), "zh" if language is _ZH else "en", sentences)
    return Words(language, sentences)


def _flatten(prefix: str, table: dict[str, Any], key: str, into: dict[str, str]) -> None:
    for name, value in table.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}.{name}" if prefix else name, value, key, into)
        elif name == key:
            into[prefix] = value


def sample_report(
    language: Language = _ZH, levels: Mapping[str, int | None] | None = None, **changes: Any
) -> Report:
    """The sample firm's report.

    ``levels`` are the claims by item (missing or None: unanswered); ``changes`` replace fields.
    """
    claims = dict(CLAIMS) if levels is None else dict(levels)
    pick = _picker(language)
    edition = _toml("edition.toml")
    directions = _directions(pick, edition, claims)
    items = [item for direction in directions for item in direction.items]
    declared, supported = _score(items, "claimed"), _score(items, "supported")
    report = Report(
        language=language,
        words=read_words(language),
        program="1.0.0",
        edition="mofcom-trial-2",
        edition_title=pick(edition["title"]),
        edition_issuer=pick(edition["issuer"]),
        edition_sha256="0" * 64,
        method=1,
        method_note=pick(edition["method_note"]),
        state="finalised",
        state_name=pick(("已定稿", "Finalised")),
        revision=1,
        code="RWLS-7DL6-2SZDL",
        content=b"{}",
        saved_at=datetime(2026, 3, 23, 8, 40, tzinfo=UTC),
        firm="婺源青禾茶业有限公司",
        credit_code="91361130MA35K8QX4T",
        year=2025,
        company=tuple(Row(key, pick((zh, en)), value) for key, zh, en, value in _COMPANY),
        narratives=tuple(Row(key, pick((zh, en)), value) for key, zh, en, value in _NARRATIVES),
        business_types=tuple(pick(kind["name"]) for kind in edition["business_types"][1:3]),
        metrics=tuple(_metric(pick, *metric) for metric in _METRICS),
        goal=pick(edition["goal"]),
        preamble=pick(edition["preamble"]),
        reading_rules=tuple(pick(rule) for rule in edition["reading_rules"]),
        level_names=tuple(pick(level["name"]) for level in edition["levels"]),
        level_meanings=tuple(pick(level["meaning"]) for level in edition["levels"]),
        grade_names=tuple(pick(grade["name"]) for grade in edition["grades"]),
        grade_meanings=tuple(pick(grade["meaning"]) for grade in edition["grades"]),
        grade_caps=(1, 2, 3, 4),
        directions=directions,
        characteristics=_characteristics(pick, edition, items),
        momentum=_momentum(pick, edition),
        evidence=tuple(_evidence(pick, edition, items)),
        declared=declared,
        supported=supported,
        firm_level=_firm_level(pick, supported),
        answered=sum(item.state == "answered" for item in items),
        not_applicable=sum(item.state == "not_applicable" for item in items),
        total=len(items),
        scoring=_scoring(),
        how_scored=pick((_HOW_ZH, _HOW_EN)),
        strongest=("5.3", "2.3", "1.2"),
        weakest=("1.5", "6.2", "6.4"),
        findings=_findings(pick),
        steps=(),
        plan=_plan(pick, items),
        previous=None,
        worked=(WorkedStep(pick(("第一步　逐项折分", "Step 1: points")), ("1.1: 3 × 25 = 75",)),),
        notices={
            "not_official": pick(edition["method_note"]),
            "code_meaning": pick(
                (
                    "一致性代码由填报内容算出，纸件、工作簿与报送包代码相同，说明内容相同；它不"
                    "能说明由谁填写。",
                    "The consistency code is computed from the content: equal codes on paper, "
                    "workbook and"
                    " package mean equal content. It does not show who filled it in.",
                )
            ),
            "draft": pick(("草稿，未定稿", "Draft, not finalised")),
        },
    )
    return replace(report, **changes)


def _findings(pick: Any) -> tuple[FindingView, ...]:
    sentence = pick(("2.3 比上年高两级。", "2.3 is two levels above last year's."))
    said = pick(("2025 年 4 月起由两家经销商共同投放。", "Two dealers advertise since April."))
    rows = (("B", pick(("须说明", "Explain")), said), ("C", pick(("请核实", "Verify")), ""))
    return tuple(
        FindingView(
            key=f"level.jump:{letter}",
            class_=letter,
            class_name=name,
            where="2.3",
            place="item/2.3#level",
            sentence=sentence,
            hint="",
            said=text,
            is_open=not text,
        )
        for letter, name, text in rows
    )


def _plan(pick: Any, items: list[ItemView]) -> PlanView:
    action = ActionView(
        id="a1",
        item="1.1",
        text=pick(("把批发订单并入云端系统", "Move wholesale orders into the cloud system")),
        owner="俞小满",
        due="2026-06-30",
        state="begun",
        state_name=pick(("进行中", "Under way")),
        note=pick(("先做三家老客户", "Three old customers first")),
        is_overdue=False,
    )
    title = next(item.title for item in items if item.id == "1.1")
    line = PlanLineView("1.1", title, 2, 3, Fraction(5, 2), "+2.5", (), (action,))
    level = pick(("三级 集成", "Level 3 Integrated"))
    return PlanView((line,), Fraction(60), "60.0", 3, level)


_HOW_ZH = (
    "每一项按 0 至 4 级自评，一级值 25 分。佐证只限定级别，不参与加乘：没有佐证最高认 1 级，情"
    "况说明四格填全最高认 2 级，"
    "本企业材料最高认 3 级，外部可核材料最高认 4 级；3 级以上还须填写一个评价年度的关键指标。",
    "总分 = 0.7 × 最好的 8 项平均分 + 0.3 × 全部适用项平均分，四舍五入保留一位小数。",
)
_HOW_EN = (
    "Each item is rated from level 0 to 4; a level is worth 25 points. Evidence caps the level "
    "and never"
    " multiplies it: without evidence at most level 1 counts, with a complete statement level "
    "2, with the"
    " firm's own document level 3, with evidence checkable from outside level 4.",
    "Score = 0.7 × mean of the best 8 items + 0.3 × mean of all applicable items, rounded to "
    "one decimal.",
)


def _picker(language: Language) -> Any:
    def pick(texts: Any) -> Any:
        if isinstance(texts, tuple):
            return texts[0] if language is _ZH else texts[1]
        return texts["zh" if language is _ZH else "en"]

    return pick


def _toml(name: str) -> dict[str, Any]:
    with (EDITION / name).open("rb") as file:
        return tomllib.load(file)


def _directions(
    pick: Any, edition: dict[str, Any], claims: Mapping[str, int | None]
) -> tuple[DirectionView, ...]:
    return tuple(
        _direction(pick, edition, direction, claims)
        for direction in _toml("directions.toml")["directions"]
    )


def _direction(
    pick: Any, edition: dict[str, Any], data: dict[str, Any], claims: Mapping[str, int | None]
) -> DirectionView:
    items = tuple(_item(pick, edition, data["id"], key, claims.get(key)) for key in data["items"])
    apply = [item for item in items if item.state != "not_applicable"]
    return DirectionView(
        id=data["id"],
        name=pick(data["name"]),
        lead=pick(data["lead"]),
        items=items,
        claimed=_mean(apply, "claimed"),
        supported=_mean(apply, "supported"),
        is_thin=len(apply) * 2 < len(items),
    )


def _item(
    pick: Any, edition: dict[str, Any], direction: str, id: str, claim: int | None
) -> ItemView:
    data = _toml(f"items/{id}.toml")
    state = "unanswered" if claim is None else "answered" if claim >= 0 else "not_applicable"
    claimed = claim if state == "answered" else None
    supported = None if claimed is None else min(claimed, SUPPORT.get(id, claimed))
    names = [pick(level["name"]) for level in edition["levels"]]
    grade = 0 if supported is None else max(supported - 1, 0)
    return ItemView(
        id=id,
        direction=direction,
        title=pick(data["title"]),
        clause=pick(data["clause"]),
        clause_zh=data["clause"]["zh"],
        plain=pick(data["plain"]),
        levels=tuple(LevelView(n, names[n], pick(level)) for n, level in enumerate(data["levels"])),
        state=state,
        state_name=pick(_STATES[state]),
        claimed=claimed,
        claimed_name="" if claimed is None else names[claimed],
        supported=supported,
        supported_name="" if supported is None else names[supported],
        grade=grade,
        grade_name=pick(edition["grades"][grade]["name"]),
        cap=grade + 1,
        reason=_REASON if state == "not_applicable" else "",
        practices=tuple(
            PracticeView(practice["id"], pick(practice), n < (claimed or 0))
            for n, practice in enumerate(data["practices"])
        ),
        figures=tuple(
            _figure(pick, n, indicator, (claimed or 0) >= 2 and n == 0)
            for n, indicator in enumerate(data["indicators"])
        ),
        statement=_statement(pick, id, bool(claimed)),
        evidence=_numbers(id, supported),
        last_year=pick(("2024 年自评 2 级，佐证 2 级", "2024: level 2")) if id == "1.1" else "",
        hold_back=pick(_HOLD_BACK) if supported != claimed else "",
    )


def _metric(pick: Any, id: str, *texts: str) -> MetricView:
    group_zh, group_en, name_zh, name_en, current, previous, change = texts
    return MetricView(
        id=id,
        group=pick((group_zh, group_en)),
        name=pick((name_zh, name_en)),
        definition=pick(("取利润表或后台数据。", "From the income statement or a system.")),
        unit=pick(("万元", "CNY 10,000")),
        current=f"{Decimal(current):,.2f}" if current else "",
        previous=f"{Decimal(previous):,.2f}" if previous else "",
        current_value=current or None,
        previous_value=previous or None,
        change=change,
    )


_REASON = "本企业从事茶叶种植、加工与销售，不研发、不生产也不推广智能产品。"
_HOLD_BACK = (
    "佐证为情况说明，最高认 2 级；补一份本企业材料（截图、制度、合同、台账等）可认 3 级。",
    "The evidence is a statement, so at most level 2 counts; a document of the firm's own "
    "lifts this to 3.",
)


def _figure(pick: Any, index: int, data: dict[str, Any], filled: bool) -> FigureView:
    current, previous = ("1,234.5", "987") if filled else ("", "")
    return FigureView(
        id=data["id"],
        name=pick(data["name"]),
        definition=pick(data["numerator"]),
        unit=pick(data["unit"]),
        current=current,
        previous=previous,
        current_value="1234.5" if filled else None,
        previous_value="987" if filled else None,
    )


def _statement(pick: Any, id: str, filled: bool) -> tuple[Row, ...]:
    system = _SYSTEMS[int(id[0]) % len(_SYSTEMS)]
    values = (
        f"{system}（与 ERP、POS 打通）",
        "2023 年 6 月",
        "总部、3 家直营门店和 2 个网店",
        "汪𬭸（运营部）",
        "每周一例会看数，遇到缺货、退货异常当天处理；2025 年共改动补货计划 37 次，均有记录①。",
    )
    return tuple(
        Row(key, pick((zh, en)), value if filled else "")
        for (key, zh, en), value in zip(_STATEMENT_LABELS, values, strict=True)
    )


def _numbers(id: str, supported: int | None) -> tuple[str, ...]:
    if supported is None or supported < 3:
        return (f"{id}-01",) if supported == 2 and id[0] in "1456" else ()
    return (f"{id}-01", f"{id}-02")


def _evidence(pick: Any, edition: dict[str, Any], items: list[ItemView]) -> list[EvidenceView]:
    entries = []
    for item in items:
        for number in item.evidence:
            grade = 3 if number.endswith("02") else 2
            entries.append(
                EvidenceView(
                    number=number,
                    title=f"{item.title}：{'平台后台导出' if grade == 3 else '系统截图与台账'}",
                    date="2025-12-31",
                    valid_until="2027-06-30" if grade == 3 else "",
                    proves="2025 年各月持续使用的情况与结果，可见日期、数据来源和负责人",
                    grade=grade,
                    grade_name=pick(edition["grades"][grade]["name"]),
                    items=(item.id,),
                    file_name=f"{number}.pdf",
                    file_size=183_204,
                    file_sha256="ab" * 32,
                )
            )
    return entries


def _points(items: list[ItemView], field: str) -> list[int]:
    return sorted((25 * (getattr(item, field) or 0) for item in items), reverse=True)


def _score(items: list[ItemView], field: str) -> ScoreView:
    points = _points([item for item in items if item.state != "not_applicable"], field)
    if not points:
        return ScoreView(None, "—")
    best = points[:8]
    value = Fraction(7, 10) * Fraction(sum(best), len(best))
    return _shown(value + Fraction(3, 10) * Fraction(sum(points), len(points)))


def _mean(items: list[ItemView], field: str) -> ScoreView:
    if not items:
        return ScoreView(None, "—")
    return _shown(Fraction(sum(_points(items, field)), len(items)))


def _shown(value: Fraction) -> ScoreView:
    return ScoreView(value, rounded(value, 1))


def _scoring() -> ScoringView:
    method = _toml("method.toml")
    return ScoringView(
        points_per_level=method["points_per_level"],
        best_count=method["best_count"],
        depth_share=Fraction(str(method["depth_share"])),
        breadth_share=Fraction(str(method["breadth_share"])),
        thresholds=tuple(gate["score"] for gate in method["gates"]),
        weights={
            item: {id: round(weight * 10) for id, weight in data["characteristics"].items()}
            for item in CLAIMS
            for data in (_toml(f"items/{item}.toml"),)
        },
    )


def _characteristics(
    pick: Any, edition: dict[str, Any], items: list[ItemView]
) -> tuple[CharacteristicView, ...]:
    weights = _scoring().weights
    apply = [item for item in items if item.state != "not_applicable"]

    def mean(id: str, field: str) -> ScoreView:
        total = sum(weights[item.id].get(id, 0) for item in apply)
        if not total:
            return ScoreView(None, "—")
        points = sum(
            weights[item.id].get(id, 0) * (getattr(item, field) or 0) * 25 for item in apply
        )
        return _shown(Fraction(points, total))

    return tuple(
        CharacteristicView(
            data["id"],
            pick(data["name"]),
            pick(data["clause"]),
            mean(data["id"], "claimed"),
            mean(data["id"], "supported"),
        )
        for data in edition["characteristics"]
    )


def _momentum(pick: Any, edition: dict[str, Any]) -> tuple[MomentumView, ...]:
    states = ("effective", "effective", "effective", "growing", "untouched", "not_applicable")
    return tuple(
        MomentumView(area["id"], pick(area["name"]), state, pick(_MOMENTUM[state]))
        for area, state in zip(edition["momentum"], states, strict=True)
    )


def _firm_level(pick: Any, supported: ScoreView) -> FirmLevelView:
    gates = _toml("method.toml")["gates"]
    names = tuple(pick(gate["name"]) for gate in gates)
    rows = (
        ("score", "佐证分", "Evidence-backed score", supported.shown, "60", False),
        ("items", "达到 3 级的项目", "Items at level 3", "6", "8", False),
        ("directions", "分布在几个方向", "Directions they lie in", "4", "3", True),
        ("evidenced_items", "其中佐证 2 档以上", "Of those with grade 2 or more", "6", "6", True),
        ("data_level", "1.1 与 2.1 中较高者", "Better of 1.1 and 2.1", "3", "2", True),
    )
    return FirmLevelView(
        level=2,
        name=names[1],
        names=names,
        sentence=pick(("再有 2 项达到 3 级即可。", "Two more items at level 3 are needed.")),
        next_name=names[2],
        gates=tuple(
            GateView(key, pick((zh, en)), have, need, holds)
            for key, zh, en, have, need, holds in rows
        ),
    )
