"""Report → the rows to sign, stamp and choose from: statement of truth, authority, lists."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from digicom_desktop.documents.workbook_values import Line, Value, count
from digicom_desktop.domain.company import CATEGORIES, OWNERSHIPS
from digicom_desktop.domain.plan import ActionState
from digicom_desktop.domain.report import Report

_CLAUSES = 5
_STAMPED = ("cover", "declaration")
"""The sheets to stamp."""


def declaration(report: Report) -> Iterator[Line]:
    """What the firm declares."""
    yield Line("lead", (report.words.say("declaration.lead"),))
    for number in range(1, _CLAUSES + 1):
        yield Line(f"clause.{number}", (report.words.say(f"declaration.clause.{number}"),))


def undersigned(report: Report) -> Iterator[Line]:
    """Who declares it, and of which content."""
    say = report.words.say
    company = {row.id.removeprefix("company."): row.value for row in report.company}
    values: Sequence[tuple[str, str, Value]] = (
        ("firm", say("declaration.firm"), report.firm),
        ("credit_code", say("workbook.cover.credit_code"), report.credit_code),
        (
            "representative",
            say("declaration.representative"),
            company.get("legal_representative", ""),
        ),
        ("filled_by", say("declaration.filled_by"), company.get("filled_by", "")),
        ("phone", say("declaration.phone"), company.get("phone", "")),
        ("code", say("declaration.code"), report.code),
    )
    for id, label, value in values:
        yield Line(id, (label, value))


def signing(report: Report) -> Iterator[Line]:
    """Boxes for signature and seal, and the date below each."""
    date = report.words.say("declaration.date")
    yield Line("box", (None, None))
    yield Line("date", (date, date))


def stamping(report: Report) -> Iterator[Line]:
    """Which pages to stamp."""
    say = report.words.say
    pages = say("workbook.and").join(say(f"workbook.sheets.{sheet}") for sheet in _STAMPED)
    yield Line("pages", (say("declaration.pages", pages=pages),))


def opinion(report: Report, authority: str) -> Iterator[Line]:
    """The box for an authority's opinion."""
    yield Line("box", (report.words.say(f"opinion.{authority}"), None))


def opinion_signing(report: Report) -> Iterator[Line]:
    """Who signs for the authority."""
    say = report.words.say
    yield Line("names", (say("opinion.handler"), None, say("opinion.leader"), None))


def opinion_seal(report: Report) -> Iterator[Line]:
    """Where it stamps, and when."""
    say = report.words.say
    yield Line("seal", (say("opinion.seal"), None, say("opinion.date")))


def opinion_note(report: Report) -> Iterator[Line]:
    """Whose page it is."""
    yield Line("note", (report.words.say("opinion.note"),))


def choices(report: Report) -> Iterator[Line]:
    """What the drop-down lists offer, by list."""
    for list_, values in _lists(report).items():
        for number, value in enumerate(values):
            yield Line(f"{list_}.{number}", (value,))


def _lists(report: Report) -> Mapping[str, Sequence[Value]]:
    say, levels = report.words.say, len(report.level_names)
    return MappingProxyType(
        {
            "level": (*map(count, range(levels)), say("workbook.not_applicable")),
            "target": tuple(map(count, range(1, levels))),
            "grade": tuple(map(count, range(len(report.grade_names)))),
            "category": tuple(say(f"company.category.{id}") for id in CATEGORIES),
            "ownership": tuple(say(f"company.ownership.{id}") for id in OWNERSHIPS),
            "action_state": tuple(say(f"report.action.{state.value}") for state in ActionState),
        }
    )
