"""What stands over and under every page, and what the file says of itself."""

from datetime import UTC

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from digicom_desktop.documents.workbook_formulas import Places
from digicom_desktop.documents.workbook_layout import COLUMN_NAMES, NAMES
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language, clean_line

_FIRM_LENGTH = 24
"""Most characters of the firm's name for which a page header has room."""


def header(report: Report) -> str:
    """Over every page: the firm, what kind of copy it is, the code."""
    code = _plain(report.words.say("workbook.header.code", code=report.code)) if report.code else ""
    marks = _plain(_marks(report))
    centre = f"&C{marks}" if marks else ""
    return f"&L{_plain(short_name(report))}{centre}&R{code}"


def footer(report: Report) -> str:
    """Under every page: what the scores are, and the page."""
    # Excel puts the numbers for &P and &N.
    page = _plain(report.words.say("workbook.header.page", page="\0", pages="\1"))
    return f"&L{_plain(report.method_note)}&R{page.translate({0: '&P', 1: '&N'})}"


def _marks(report: Report) -> str:
    """What every page says of a draft, and of a copy in another language."""
    marks = [report.state_name] if report.state in ("draft", "template") else []
    if report.language is not Language.ZH:
        marks.append(report.words.say("workbook.header.copy"))
    return " · ".join(marks)


def short_name(report: Report) -> str:
    """The firm's name where there is room for one line only."""
    firm = clean_line(report.firm)
    return firm if len(firm) <= _FIRM_LENGTH else f"{firm[: _FIRM_LENGTH - 1]}…"


def _plain(text: str) -> str:
    """``text`` for a page header, where & begins a command."""
    return text.replace("&", "&&")


def set_properties(workbook: Workbook, report: Report) -> None:
    """Title, author and time of the file; nothing of the computer it is written on."""
    properties, firm = workbook.properties, clean_line(report.firm)
    properties.title = report.words.say("workbook.title", firm=firm, year=report.year)
    properties.creator = properties.lastModifiedBy = firm
    properties.subject = report.edition_title
    properties.description = report.method_note
    properties.keywords = properties.identifier = report.code
    properties.category = report.words.say("workbook.cover_title")
    properties.contentStatus = report.state_name
    properties.version = None if report.revision is None else str(report.revision)
    properties.language = str(report.language).replace("_", "-")
    # Both in UTC, as the format wants it; openpyxl takes no aware times.
    properties.created = report.saved_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.modified = properties.created
    facts = {
        "DigiCom code": report.code,
        "DigiCom credit code": clean_line(report.credit_code),
        "DigiCom year": str(report.year),
        "DigiCom edition": report.edition,
        "DigiCom program": report.program,
    }
    for name, value in facts.items():
        if value:
            property_ = StringProperty(name=name, value=value)
            workbook.custom_doc_props.append(property_)  # type: ignore[attr-defined]


def set_names(workbook: Workbook, places: Places, report: Report) -> None:
    """Names of the whole workbook for what others' formulas look for."""
    names = (*NAMES, *COLUMN_NAMES) if report.state == "template" else NAMES
    for name in names:
        workbook.defined_names[name.name] = DefinedName(name.name, attr_text=places.target(name))
