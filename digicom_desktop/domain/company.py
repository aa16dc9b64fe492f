"""The firm, as typed on the company page of one assessment."""

from dataclasses import dataclass, fields
from types import MappingProxyType

from digicom_desktop.domain.judgement import Judgement, warning
from digicom_desktop.domain.text import is_blank

CATEGORIES = ("application", "service")
"""申报类别: 数字商务创新应用 or 数字商务服务."""

OWNERSHIPS = ("private", "state", "collective", "foreign", "mixed", "sole_trader", "cooperative")


@dataclass(frozen=True, slots=True)
class Company:
    """A snapshot of the firm; every field is the text as typed, blank where nothing was typed.

    ``region`` is a GB/T 2260 code, ``industry`` a GB/T 4754 division, ``industry_detail`` a
    group of it where the size class depends on it (``SizeStandard.groups``), ``category`` one of
    CATEGORIES, ``ownership`` one of OWNERSHIPS, ``year`` the year that is assessed (评价年度).
    """

    year: int
    name: str = ""
    credit_code: str = ""
    region: str = ""
    address: str = ""
    postcode: str = ""
    founded: str = ""
    legal_representative: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    industry: str = ""
    industry_detail: str = ""
    ownership: str = ""
    employees: str = ""
    revenue: str = ""
    total_assets: str = ""
    honours: str = ""
    receiving_bureau: str = ""
    filled_by: str = ""
    person_in_charge: str = ""
    filled_on: str = ""
    category: str = ""
    main_practices: str = ""
    results: str = ""
    problems: str = ""


TEXT_FIELDS = tuple(field.name for field in fields(Company) if field.name != "year")

REQUIRED_FIELDS = (
    "name",
    "credit_code",
    "region",
    "industry",
    "employees",
    "revenue",
    "legal_representative",
    "contact",
    "category",
    "main_practices",
    "results",
    "problems",
)
"""What must be filled before finalising (besides the year, which is always there)."""

NARRATIVES = ("main_practices", "results", "problems")

LIMITS = MappingProxyType(
    {"name": 200, "address": 200, "honours": 600, **dict.fromkeys(NARRATIVES, 3000)}
)
"""Longest text of a field, in characters; DEFAULT_LIMIT for the others."""

DEFAULT_LIMIT = 100


def limit(field: str) -> int:
    """The most characters that ``field`` holds."""
    return LIMITS.get(field, DEFAULT_LIMIT)


def missing(company: Company) -> tuple[str, ...]:
    """The required fields that are still blank."""
    return tuple(name for name in REQUIRED_FIELDS if is_blank(getattr(company, name)))


def name_judgement(text: str) -> Judgement | None:
    """What is odd about ``text`` as the name of a firm: a figure that slipped into its field."""
    if is_blank(text) or any(c.isalpha() for c in text):
        return None
    return warning("company.name.no_letter")
