"""What comes in as an assessment of this folder: which one it is, and what is written."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain import parts
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.credit_code import normal_form
from digicom_desktop.domain.explained import draft_form
from digicom_desktop.domain.finding import stamped
from digicom_desktop.domain.hand_in import Difference, HandIn
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.domain.text import is_blank
from digicom_desktop.library import Library


class Arrival:
    """``hand_in`` with the cells that count, as it is written on the day ``today``."""

    def __init__(
        self, library: Library, hand_in: HandIn, visible: Collection[Difference], today: date
    ) -> None:
        self._hand_in = hand_in
        assessment = hand_in.assessment(visible)
        # Content does not say for which values a reason was given: it holds for those it came with.
        findings = Appraisal(library, assessment, today).findings if assessment.reasons else ()
        self.assessment = replace(assessment, reasons=stamped(assessment.reasons, findings))
        self._appraisal = Appraisal(library, self.assessment, today)

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """All parts as they are stored."""
        return parts.parts(self.assessment)

    @cached_property
    def summary(self) -> Summary:
        """What Home shows; finalised only where it says what its newest revision says."""
        revisions = self._hand_in.revisions
        if revisions and self._appraisal.draft_form == draft_form(revisions[-1].content):
            newest = revisions[-1]
            return self._appraisal.summary("company", newest.state.value, newest.number)
        return self._appraisal.summary("company", State.DRAFT.value)


def existing(rows: Iterable[SavedRow], hand_in: HandIn) -> SavedRow | None:
    """The saved assessment that ``hand_in`` is one of; of several the one changed last.

    One with its id; else one of the same credit code and year; without a code, of the same name.
    """
    rows = tuple(rows)
    for row in rows:
        if row.id == hand_in.id:
            return row
    company = hand_in.assessment(hand_in.differences).company
    same = [row for row in rows if _is_of(row.summary, company)]
    return max(same, key=lambda row: row.changed, default=None)


def _is_of(summary: Summary, company: Company) -> bool:
    if summary.year != company.year:
        return False
    code, saved = normal_form(company.credit_code), normal_form(summary.credit_code)
    if code or saved:
        return code == saved
    return not is_blank(company.name) and summary.firm.strip() == company.name.strip()
