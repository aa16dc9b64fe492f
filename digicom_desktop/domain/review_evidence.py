"""Rules of the check: each piece of evidence, its dates, its file and what it supports."""

from collections.abc import Iterator

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import explain, hint, must_fix, shortened, verify
from digicom_desktop.domain.review_span import (
    date_problem,
    span_of,
    until_problem,
    until_span,
    year_span,
)
from digicom_desktop.domain.text import is_blank

NO_TITLE = must_fix("evidence.no_title")
DATE_TYPED = must_fix("evidence.date_typed")
UNTIL_TYPED = must_fix("evidence.valid_until_typed")
FILE_LOST = must_fix("evidence.file_lost")
NO_DATE = explain("evidence.no_date")
FUTURE = explain("evidence.in_future")
OUTSIDE = verify("evidence.outside_year")
EXPIRED = verify("evidence.expired")
ENDS_FIRST = verify("evidence.ends_before_date")
NO_ITEM = verify("evidence.no_item")
UNUSED = hint("evidence.unused")

RULES = (
    NO_TITLE, DATE_TYPED, UNTIL_TYPED, FILE_LOST, NO_DATE, FUTURE, OUTSIDE, EXPIRED, ENDS_FIRST,
    NO_ITEM, UNUSED,
)  # fmt: skip

_YEARS_AROUND = 1
"""How many years before and after the assessed one a date may lie."""


def check_evidence(reading: Reading) -> Iterator[Finding]:
    """Findings at single pieces of evidence, number by number."""
    for entry in reading.assessment.evidence.entries:
        at = (entry.number, evidence_place(reading, entry))
        if is_blank(entry.title):
            yield NO_TITLE.found(*at, (entry.title,), number=entry.number)
        file = entry.file
        if file is not None and file.sha256 in reading.source.lost_files:
            name = shortened(file.name)
            yield FILE_LOST.found(*at, (file.sha256,), number=entry.number, name=name)
        yield from _unreadable(entry, at)
        yield from _date(reading, entry, at)
        yield from _until(reading, entry, at)
        yield from _use(reading, entry, at)


def evidence_place(reading: Reading, entry: Evidence) -> str:
    """The first item that ``entry`` supports; without one, the item that gave the number."""
    known = reading.source.edition.item_ids
    given = entry.number.rpartition("-")[0]
    item = next((id for id in (*entry.items, given) if id in known), known[0])
    return f"item/{item}#evidence"


def _unreadable(entry: Evidence, at: tuple[str, str]) -> Iterator[Finding]:
    for rule, text, problem in (
        (DATE_TYPED, entry.date, date_problem(entry.date)),
        (UNTIL_TYPED, entry.valid_until, until_problem(entry.valid_until)),
    ):
        if problem is not None:
            typed = shortened(text)
            yield rule.found(*at, (text,), number=entry.number, typed=typed, problem=problem)


def _date(reading: Reading, entry: Evidence, at: tuple[str, str]) -> Iterator[Finding]:
    if is_blank(entry.date):
        yield NO_DATE.found(*at, (entry.date,), number=entry.number)
    date = span_of(entry.date)
    if date is None:
        return
    if date.first > reading.today:
        yield FUTURE.found(*at, (entry.date,), number=entry.number, date=date.date)
        return
    year = reading.assessment.year
    first, last = year_span(year - _YEARS_AROUND), year_span(year + _YEARS_AROUND)
    is_outside = date.last < first.first or date.first > last.last
    if is_outside and not covers_year(reading, entry):
        yield OUTSIDE.found(
            *at,
            (entry.date, entry.valid_until, year),
            number=entry.number,
            date=date.date,
            first=first.date,
            last=last.date,
        )


def covers_year(reading: Reading, entry: Evidence) -> bool:
    """Whether an old licence or contract still held when the assessed year began."""
    date, until = span_of(entry.date), until_span(entry.valid_until)
    if date is None or until is None:
        return False
    return date.first <= reading.year.last and until.last >= reading.year.first


def _until(reading: Reading, entry: Evidence, at: tuple[str, str]) -> Iterator[Finding]:
    date, until = span_of(entry.date), until_span(entry.valid_until)
    if until is None:
        return
    if date is not None and until.last < date.first:
        yield ENDS_FIRST.found(
            *at,
            (entry.date, entry.valid_until),
            number=entry.number,
            date=date.date,
            until=until.date,
        )
    elif until.last < reading.year.last:
        year = reading.assessment.year
        values = (entry.valid_until, year)
        yield EXPIRED.found(*at, values, number=entry.number, until=until.date, year=year)


def _use(reading: Reading, entry: Evidence, at: tuple[str, str]) -> Iterator[Finding]:
    """Whether the evidence counts anywhere; what is to be confirmed may still count."""
    assessment, results = reading.assessment, reading.source.result.items
    items = [id for id in reading.source.edition.item_ids if id in entry.items]
    if not items:
        yield NO_ITEM.found(*at, entry.items, number=entry.number)
    elif all(
        results[id].state != "answered" and not assessment.answer(id).to_confirm for id in items
    ):
        yield UNUSED.found(*at, items, number=entry.number, items=tuple(items))
