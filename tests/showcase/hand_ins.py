"""Files that were read, and what checks found, as scenes and tests show them."""

from dataclasses import replace
from types import MappingProxyType

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.hand_in import Difference, HandIn, Note, Source
from digicom_desktop.domain.text import Language
from digicom_desktop.domain.verdict import Checked, Verdict

CODE = "7KQ2-M9XA-4TWHB"


def difference(number: int, original: str, visible: str, what: str = "") -> Difference:
    """Somebody wrote ``visible`` over ``original``; it becomes the contact person."""

    def apply(assessment: Assessment) -> Assessment:
        return replace(assessment, company=replace(assessment.company, contact=visible))

    return Difference(
        "自评表", f"F{number}", what or f"1.{number} 自评级别", original, visible, apply
    )


def notes(count: int = 5) -> tuple[Note, ...]:
    """Remarks of both kinds, the grave ones last."""
    found = [
        Note(
            "import.not_a_number",
            MappingProxyType({"text": "约一成"}),
            "关键指标",
            "E12",
            grave=False,
        ),
        Note("import.missing_sheet", MappingProxyType({"sheet": "改进计划"}), grave=False),
        Note("import.wrong_level", MappingProxyType({"text": "很好"}), "自评表", "F9"),
        Note("import.locked", MappingProxyType({"text": "55.2"}), "得分", "C4"),
        Note("import.loose_row", MappingProxyType({}), "自评表", "A18"),
    ]
    while len(found) < count:
        values = MappingProxyType({"text": f"第 {len(found)} 处写的字"})
        found.append(Note("import.wrong_level", values, "自评表", f"F{len(found)}"))
    return tuple(found[:count])


LONG = "用进销存记订货和发货，每周核对一次库存。\n旺季每天盘点，月底由仓库主管签字。" * 4


def edited(assessment: Assessment) -> HandIn:
    """A workbook of a revision that people have edited."""
    return HandIn(
        Source.WORKBOOK,
        Language.ZH,
        assessment,
        CODE,
        CODE,
        differences=(
            difference(7, "2 规范", "3 集成", "1.2 数据驱动的业务创新 · 自评级别"),
            difference(8, "12", "15", "从业人员期末人数"),
            difference(9, LONG, LONG.replace("每周", "每天"), "2.1 数据要素 · 补充说明"),
            difference(10, "程禾安", "", "联系人"),
        ),
        notes=notes(),
        state="finalised",
        revision=1,
    )


def choices(assessment: Assessment) -> HandIn:
    """A workbook with differences and nothing to remark."""
    return replace(edited(assessment), notes=())


def plain(assessment: Assessment) -> HandIn:
    """A package that nobody has touched."""
    files = MappingProxyType({f"{number:064x}": f"evidence/{number}" for number in range(14)})
    return HandIn(
        Source.PACKAGE,
        Language.ZH,
        assessment,
        CODE,
        CODE,
        state="submitted",
        revision=2,
        evidence=files,
    )


def filled(assessment: Assessment) -> HandIn:
    """A template that somebody has filled in."""
    empty = Assessment(edition=assessment.edition, company=Company(year=2025))

    def apply(content: Assessment) -> Assessment:
        return assessment

    whole = Difference("企业信息", "C5", "企业名称", "", assessment.company.name, apply)
    return HandIn(
        Source.TEMPLATE,
        Language.ZH,
        empty,
        "",
        "",
        differences=(whole,),
        notes=(notes()[2],),
        state="template",
    )


def results() -> tuple[tuple[str, Checked], ...]:
    """One result of each kind."""
    firm, year = "婺源青禾里茶业有限公司（示例）", 2025
    same = Checked("pdf", Verdict.SAME, CODE, firm, year, "1", 1)
    raised = MappingProxyType({"what": "佐证分", "original": "55.2", "visible": "75.2"})
    altered = (
        Note("check.differs", raised, "得分", "C4"),
        Note("import.wrong_level", MappingProxyType({"text": "很好"}), "自评表", "F9"),
    )
    elsewhere = Checked(
        "workbook", Verdict.WHOLE, "9FGH-22AB-CDEFK", "上饶市银山商贸有限公司", year
    )
    missing = (Note("import.missing_sheet", MappingProxyType({"sheet": "改进计划"}), grave=False),)
    incomplete = replace(same, kind="package", verdict=Verdict.INCOMPLETE, notes=missing)
    changed = replace(same, kind="workbook", verdict=Verdict.ALTERED, is_newest=False)
    return (
        ("7KQ2-M9XA-4TWHC", Checked("code", Verdict.MISTYPED, "")),
        ("银山商贸_2025_第1版.digicom", replace(elsewhere, kind="package")),
        ("青禾里_2025_草稿.pdf", Checked("pdf", Verdict.DRAFT, CODE, firm, year, "1")),
        ("青禾里_2025_第1版.digicom", incomplete),
        ("青禾里_2025_第1版 改过.xlsx", replace(changed, notes=altered)),
        ("青禾里_2025_第1版.pdf", same),
    )
