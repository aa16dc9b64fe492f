"""What triggers each rule about the firm, its year, dates and narratives, and what nearly does."""

from collections.abc import Mapping
from datetime import date

from digicom_desktop.domain.credit_code import check_character, organisation_check
from digicom_desktop.domain.judgement import error, warning
from tests.domain.review_stage import GOOD, Case, case, firm, last_year, source

_CODE = GOOD.company.credit_code
_INNER = organisation_check(_CODE[8:16])
_OTHER_INNER = next(c for c in "0123456789" if c != _INNER)


def _code(body: str) -> str:
    return body + check_character(body)


def _contact(field: str, *, is_error: bool, text: str = "12") -> Case:
    """Judged by the caller: what is said of a blank field would be stale."""
    say = error if is_error else warning
    judged = {field: say("company.phone.wrong", phone=text)}
    wrong = source(firm(**{field: text}), contact=judged)
    right = source(firm(**{field: ""}), contact=judged)
    again = source(firm(**{field: f"{text}3"}), contact=judged)
    return case(wrong, right, f"company.{field}", again)


_SENTENCE = "全部网店、门店、车间和仓库共用一份库存，每周看报表，"
_29 = (_SENTENCE * 2)[:29]
_30 = (_SENTENCE * 2)[:30]

CASES: Mapping[str, tuple[Case, ...]] = {
    "company.missing": (
        case(firm(name=""), firm(name="甲"), "company.name"),
        case(firm(problems=" \u200b\n"), GOOD, "company.problems"),
        case(firm(category=""), firm(address="", email="", honours=""), "company.category"),
    ),
    "company.typed": (
        case(firm(credit_code="91361130MA00CHA53X"), GOOD, "company.credit_code"),
        case(firm(employees="八十多"), firm(employees="８６ 人"), "company.employees"),
        case(firm(revenue="4,86"), firm(revenue="4,860.00 万元"), "company.revenue"),
        case(firm(total_assets="-1"), firm(total_assets=""), "company.total_assets"),
        case(firm(founded="前年"), firm(founded="2016"), "company.founded"),
        case(firm(filled_on="2026-02-30"), firm(filled_on="2026年2月"), "company.filled_on"),
    ),
    "company.unknown": (
        case(firm(industry="00"), GOOD, "company.industry"),
        case(firm(ownership="secret"), firm(ownership=""), "company.ownership"),
        case(firm(category="both"), firm(category="service"), "company.category"),
    ),
    "contact.phone": (_contact("phone", is_error=True),),
    "contact.email": (_contact("email", is_error=True),),
    "contact.postcode": (
        case(
            firm(postcode="33320"),
            firm(postcode="３３３２００"),
            "company.postcode",
            firm(postcode="3332"),
        ),
        case(firm(postcode="990000"), firm(postcode=""), "company.postcode"),
    ),
    "contact.unusual": (_contact("phone", is_error=False),),
    "company.industry_detail": (
        case(
            firm(industry="59"),
            firm(industry="59", industry_detail="592"),
            "company.industry_detail",
            firm(industry="70"),
        ),
        case(
            firm(industry="70", industry_detail="592"),
            firm(industry="52"),
            "company.industry_detail",
        ),
    ),
    "credit_code.registered_elsewhere": (
        case(
            firm(credit_code=_code(f"12{_CODE[2:17]}")),
            firm(credit_code=_code(f"92{_CODE[2:17]}")),
            "company.credit_code",
            firm(credit_code=_code(f"13{_CODE[2:17]}")),
        ),
    ),
    "credit_code.unknown_place": (
        case(
            firm(credit_code=_code(f"91999999{_CODE[8:17]}")),
            firm(credit_code=_code(f"91100000{_CODE[8:17]}")),
            "company.credit_code",
            firm(credit_code=_code(f"91999998{_CODE[8:17]}")),
        ),
    ),
    "credit_code.inner": (
        case(
            firm(credit_code=_code(_CODE[:16] + _OTHER_INNER)),
            firm(credit_code=_code(_CODE[:16] + _INNER)),
            "company.credit_code",
            firm(credit_code=_code(f"92{_CODE[2:16]}{_OTHER_INNER}")),
        ),
    ),
    "region.incomplete": (
        case(firm(region="361100"), GOOD, "company.region", firm(region="360000")),
        # Dongguan has no counties, and what lies below 市辖区 is the second step.
        case(firm(region="110000"), firm(region="441900"), "company.region"),
        case(firm(region="110100"), firm(region="110101"), "company.region"),
    ),
    "region.other_province": (
        case(
            firm(region="330106"),
            firm(region="360102"),
            "company.region",
            firm(region="330102"),
        ),
        # A place that nobody knows says nothing; what is registered with the State has none.
        case(
            firm(credit_code=_code(f"91330106{_CODE[8:17]}")),
            firm(credit_code=_code(f"91339999{_CODE[8:17]}")),
            "company.region",
        ),
        case(
            firm(region="330106"),
            firm(region="330106", credit_code=_code(f"91100000{_CODE[8:17]}")),
            "company.region",
        ),
        case(firm(region="330106"), firm(region="339999"), "company.region"),
        case(firm(region="330106"), firm(region="330106", credit_code="9133"), "company.region"),
    ),
    "region.unknown": (
        case(firm(region="999999"), firm(region=""), "company.region", firm(region="36113")),
    ),
    "company.zero": (
        case(firm(revenue="0"), firm(revenue="0.01"), "company.revenue", firm(revenue="0.00")),
        case(firm(employees="０人"), firm(total_assets="0"), "company.employees"),
    ),
    "size.large": (
        case(
            firm(employees="1000", revenue="40000"),
            firm(employees="999", revenue="40000"),
            "company.size",
            firm(employees="1001", revenue="40000"),
        ),
        case(
            firm(employees="1000", revenue="40000"),
            firm(employees="1000", revenue="39,999.99"),
            "company.size",
        ),
    ),
    "size.not_covered": (case(firm(industry="66"), firm(industry="65"), "company.size"),),
    "size.undetermined": (
        # Builders are told by revenue and total assets; below 300 万元 the revenue is enough.
        case(
            firm(industry="47", total_assets=""),
            firm(industry="47", total_assets="", revenue="299"),
            "company.size",
        ),
        case(firm(industry="47", total_assets=""), firm(total_assets=""), "company.size"),
    ),
    "company.name": (
        case(firm(name="3200000"), firm(name="3M"), "company.name", firm(name="（12）")),
        case(firm(name="１２３"), firm(name="一二三"), "company.name"),
    ),
    "company.person_in_charge": (
        case(
            last_year(base=firm(person_in_charge="甲", legal_representative="乙")),
            last_year(base=firm(person_in_charge="张 三", legal_representative="张三")),
            "company.person_in_charge",
        ),
        # In a first year somebody has just typed both.
        case(
            last_year(base=firm(person_in_charge="甲", legal_representative="乙")),
            firm(person_in_charge="甲", legal_representative="乙"),
            "company.person_in_charge",
        ),
        case(
            last_year(base=firm(person_in_charge="甲", legal_representative="乙")),
            last_year(base=firm(person_in_charge="", legal_representative="乙")),
            "company.person_in_charge",
        ),
    ),
    "filled_on.missing": (case(firm(filled_on=" "), firm(filled_on="2026"), "company.filled_on"),),
    "company.advised": (
        case(firm(phone=""), firm(email="", address="", person_in_charge="")),
        case(firm(receiving_bureau=" ", filled_by="")),
    ),
    "year.not_over": (
        case(
            source(today=date(2025, 12, 31)),
            source(today=date(2026, 1, 1)),
            "company.year",
            source(firm(year=2026), today=date(2025, 12, 31)),
        ),
    ),
    "year.old": (
        case(
            source(today=date(2027, 1, 1)),
            source(today=date(2026, 12, 31)),
            "company.year",
            source(firm(year=2024), today=date(2027, 1, 1)),
        ),
    ),
    "founded.in_future": (
        case(
            firm(founded="2026-02-13"),
            firm(founded="2026-02-12"),
            "company.founded",
            firm(founded="2026-03"),
        ),
        # The month has begun: part of it is not in the future.
        case(firm(founded="2027"), firm(founded="2026-02"), "company.founded"),
    ),
    "founded.after_year": (
        case(
            firm(founded="2026-01-01"),
            firm(founded="2025-12-31"),
            "company.founded",
            firm(founded="2026-01-02"),
        ),
        case(firm(founded="2026"), firm(founded="2025"), "company.founded"),
    ),
    "founded.too_early": (
        case(
            firm(founded="1839-12-31"),
            firm(founded="1840"),
            "company.founded",
            firm(founded="1669"),
        ),
        case(firm(founded="0216-03-18"), firm(founded="2016-03-18"), "company.founded"),
    ),
    "founded.young": (
        case(
            firm(founded="2024-01-02"),
            firm(founded="2024-01-01"),
            "company.founded",
            firm(founded="2024-01-02", year=2024),
        ),
        case(firm(founded="2024"), firm(founded="2023-12"), "company.founded"),
        case(firm(founded="2025-12-31"), firm(founded="2026-01-01"), "company.founded"),
    ),
    "filled_on.in_future": (
        case(
            firm(filled_on="2026-02-13"),
            firm(filled_on="2026-02-12"),
            "company.filled_on",
            firm(filled_on="2026-02-14"),
        ),
    ),
    "filled_on.before_year_end": (
        case(
            firm(filled_on="2025-12-31"),
            firm(filled_on="2026-01-01"),
            "company.filled_on",
            firm(filled_on="2025-12"),
        ),
        # While the year is not over, it is that which is said.
        case(
            firm(filled_on="2025-12-30"),
            source(firm(filled_on="2025-12-30"), today=date(2025, 12, 31)),
            "company.filled_on",
        ),
    ),
    "narrative.short": (
        case(firm(results=_29), firm(results=_30), "company.results", firm(results=_29[:-1])),
        case(firm(problems=f"{_29} \n"), firm(problems=""), "company.problems"),
    ),
    "narrative.alike": (
        case(
            firm(results=_30, problems=f"{_30}\n"),
            firm(results=_30, problems=f"{_30}。"),
            "",
            firm(main_practices=_30, problems=_30),
        ),
        case(
            firm(main_practices=_30, results=_30, problems=_30),
            firm(main_practices="", results="", problems=""),
        ),
    ),
}
