"""Dates as typed, compared by the days that they may mean."""

from dataclasses import dataclass

from digicom_desktop.domain.date_text import UNLIMITED, missing_day, parse_date, read_valid_until
from digicom_desktop.domain.judgement import Judgement, error, warning
from digicom_desktop.domain.text import is_blank

_LAST_YEAR = "9999"


@dataclass(frozen=True, slots=True)
class Span:
    """All days of a date of which only the year or the month may be known.

    ``date`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. ``first`` and ``last`` are days to be
    compared with others, never shown: every month ends on its 31st.
    """

    date: str

    @property
    def shown(self) -> Judgement:
        """When that was, for a sentence: a year, in a month, on a day."""
        year, _, month = self.date.partition("-")
        if "-" in month:
            return warning("review.when.day", date=self.date)
        if month:
            return warning("review.when.month", year=year, month=int(month))
        return warning("review.when.year", year=year)

    @property
    def first(self) -> str:
        """The first day, ``YYYY-MM-DD``."""
        return self.date + "-01-01"[len(self.date) - 4 :]

    @property
    def last(self) -> str:
        """The last day, ``YYYY-MM-DD``."""
        return self.date + "-12-31"[len(self.date) - 4 :]


def span_of(text: str) -> Span | None:
    """The days meant by ``text``; None where it is blank or no date."""
    date = parse_date(text) if text else None
    return None if date is None else Span(date)


def until_span(text: str) -> Span | None:
    """The days meant by ``text``, the last day that something is valid.

    The last year that can be written stands for no end; no rule ever shows it.
    """
    until = read_valid_until(text) if text else None
    return None if until is None else Span(_LAST_YEAR if until == UNLIMITED else until)


def date_problem(text: str) -> Judgement | None:
    """What is wrong with the date typed as ``text``; None if nothing, or for a blank text."""
    if is_blank(text) or parse_date(text) is not None:
        return None
    return calendar_problem(text) or error("review.problem.date")


def calendar_problem(text: str) -> Judgement | None:
    """What the calendar has not of ``text``, which is written as a date."""
    found = missing_day(text)
    if found is None:
        return None
    year, month, day = found
    if not day:
        return error("review.problem.month", month=month)
    return error("review.problem.day", year=year, month=month, day=day)


def until_problem(text: str) -> Judgement | None:
    """What is wrong with the last valid day typed as ``text``; None if nothing, or for a blank."""
    if is_blank(text) or read_valid_until(text) is not None:
        return None
    return error("review.problem.valid_until")


def year_span(year: int) -> Span:
    """The whole of ``year``."""
    return Span(f"{year:04d}")
