"""The fields of the firm, as a report shows them."""

from dataclasses import dataclass
from decimal import Decimal

from digicom_desktop.domain.company import NARRATIVES, TEXT_FIELDS, Company
from digicom_desktop.domain.credit_code import said_code
from digicom_desktop.domain.date_text import parse_date
from digicom_desktop.domain.industry import Industries
from digicom_desktop.domain.measure import MONEY, PEOPLE, Measure
from digicom_desktop.domain.number import read_figure, shown_figure
from digicom_desktop.domain.region import Regions
from digicom_desktop.domain.report import Row
from digicom_desktop.domain.size_class import Outcome, SizeStandard
from digicom_desktop.domain.size_text import size_name, size_sentence
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class CompanySource:
    """The firm, and the lists that name its codes."""

    company: Company
    regions: Regions
    industries: Industries
    size_standard: SizeStandard


def company_rows(source: CompanySource, words: Words) -> tuple[Row, ...]:
    """The fields of the firm; the year stands behind name and code, where forms have it.

    The size class and its reason stand behind the figures that it follows from.
    """
    company = source.company
    names = [name for name in TEXT_FIELDS if name not in NARRATIVES]
    if not company.industry_detail:
        names.remove("industry_detail")  # hardly any industry asks for it
    rows = [
        Row(f"company.{name}", words.say(f"company.{name}"), _company_value(source, words, name))
        for name in names
    ]
    at = names.index("total_assets") + 1
    rows[at:at] = _size(source, words)
    rows.insert(2, Row("company.year", words.say("company.year"), str(company.year)))
    return tuple(rows)


def _size(source: CompanySource, words: Words) -> tuple[Row, ...]:
    """The size class and why; both blank until there is an industry to tell it by."""
    result = source.size_standard.of_company(source.company)
    is_open = result.outcome in (Outcome.NO_INDUSTRY, Outcome.GROUP_NEEDED)
    return (
        Row("company.size", words.say("company.size"), "" if is_open else size_name(result, words)),
        Row(
            "company.size_reason",
            words.say("company.size.reason"),
            "" if is_open else size_sentence(result, words),
        ),
    )


def _company_value(source: CompanySource, words: Words, name: str) -> str:
    text = str(getattr(source.company, name))
    if not text:
        return ""
    match name:
        case "revenue" | "total_assets" | "employees":
            return _amount(text, PEOPLE if name == "employees" else MONEY)
        case "credit_code":
            return said_code(text)
        case "founded" | "filled_on":
            return parse_date(text) or text
        case "region":
            return source.regions.full_name(text) or text
        case "industry":
            division = source.industries.division(text)
            return text if division is None else f"{text} {division.name.in_(words.language)}"
        case "industry_detail" | "ownership" | "category":
            # A choice that this version does not know is shown as it is stored.
            return words.sentences.get(f"company.{name}.{text}", text)
    return text


def _amount(text: str, measure: Measure) -> str:
    """The amount in its unit; what cannot be read is shown as typed."""
    value = read_figure(text, measure)
    return shown_figure(value, measure) if isinstance(value, Decimal) else text
