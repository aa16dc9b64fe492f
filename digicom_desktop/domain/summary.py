"""One line of Home: what a saved assessment shows without being opened."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Summary:
    """The part of a Home row that follows from the content of an assessment.

    Scores are shown text ("55.2") or "" when there is none; ``level`` is 0-4, or None when too few
    items apply; ``answered`` of ``total`` counts answered and not applicable items.
    """

    firm: str
    credit_code: str
    year: int
    edition: str
    answered: int
    total: int
    declared: str
    supported: str
    level: int | None
    last_place: str
    """The part that was changed last ("company", "answer/4.2"), where 继续填写 goes on."""
    state: str = "draft"
    """That of what is saved: "draft" unless it says what the newest revision says."""
    revision: int = 0
    """The number of the newest revision, 0 without one."""
    must_fix: int = 0
    to_explain: int = 0
    to_verify: int = 0
    """How many findings of class A, B and C are open."""
    due_dates: tuple[str, ...] = ()
    """When open actions of the plan are due (``YYYY-MM-DD``), earliest first."""

    def overdue(self, today: str) -> int:
        """How many actions were due before ``today`` (``YYYY-MM-DD``)."""
        return sum(due < today for due in self.due_dates)


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A saved assessment as the store lists it; times are aware, UTC."""

    id: str
    summary: Summary
    created: datetime
    changed: datetime
    deleted: datetime | None
    returned: str | None = None
    """What was said of the newest revision when it was returned; None unless it stands so."""
    archived: datetime | None = None
    """When it went into the archive, None unless it is there."""
