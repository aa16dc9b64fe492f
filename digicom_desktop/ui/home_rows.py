"""The rows of Home: which are shown, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCollator,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.domain.text import Language
from digicom_desktop.ui import theme
from digicom_desktop.ui.home_columns import action_titles, state_titles
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.tokens import Tone

_LONG = 12
"""A name of so many characters may be cut in its column, and is whole in its tool tip."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Progress(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    STARTED = "started"
    COMPLETE = "complete"
    ARCHIVED = "archived"


class Order(StrEnum):
    """How rows are sorted."""

    CHANGED = "changed"
    FIRM = "firm"
    YEAR = "year"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person wants to see: rows with ``text`` in firm, code or year, and so on."""

    text: str = ""
    progress: Progress = Progress.ALL
    order: Order = Order.CHANGED


def select(
    rows: Sequence[SavedRow],
    wanted: Wanted,
    *,
    is_bin: bool = False,
    with_code: frozenset[str] = frozenset(),
) -> list[SavedRow]:
    """The rows that ``wanted`` names, in its order; ``rows`` come latest change first.

    What progress is wanted is said of the assessments, not of the bin. ``with_code`` are the ids
    of those of which a revision has the code that is searched for.
    """
    parts = wanted.text.casefold().split()
    found = [
        row
        for row in rows
        if (is_bin or _fits(row, wanted.progress))
        and (row.id in with_code or _has(row.summary, parts))
    ]
    if wanted.order is Order.FIRM:
        # As in every list of Chinese names: by their sound.
        place = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China)).sortKey
        found.sort(key=lambda row: (not row.summary.firm, place(row.summary.firm)))
    elif wanted.order is Order.YEAR:
        found.sort(key=lambda row: -row.summary.year)
    elif wanted.order is Order.SCORE:
        found.sort(key=lambda row: -float(row.summary.supported or -1))
    return found


def count(rows: Sequence[SavedRow]) -> dict[Progress, int]:
    """How many rows each choice of progress would show."""
    return {progress: sum(_fits(row, progress) for row in rows) for progress in Progress}


def _is_complete(summary: Summary) -> bool:
    return summary.answered >= summary.total


def _fits(row: SavedRow, progress: Progress) -> bool:
    """What is in the archive is only shown there."""
    if row.archived or progress is Progress.ARCHIVED:
        return bool(row.archived) and progress is Progress.ARCHIVED
    is_complete = _is_complete(row.summary)
    return progress is Progress.ALL or is_complete == (progress is Progress.COMPLETE)


def _has(summary: Summary, parts: Sequence[str]) -> bool:
    if not parts:
        return True
    text = f"{summary.firm}\n{summary.credit_code}\n{summary.year}".casefold()
    return all(part in text for part in parts)


@dataclass(frozen=True, slots=True)
class RowTexts:
    """The texts of one row in the window's language."""

    firm: str
    year: str
    code: str
    state: str
    tone: Tone
    progress: str
    findings: tuple[tuple[str, Tone], ...]
    """What is left to do, the gravest first."""
    declared: str
    supported: str
    changed: str
    place: str
    action: str
    remark: str
    """Why it was returned, "" unless it is."""

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        findings = (text for text, _ in self.findings)
        shown = (
            self.firm,
            self.year,
            self.state,
            self.progress,
            self.remark,
            *findings,
            self.supported,
            self.changed,
        )
        return ", ".join(text for text in shown if text)


def row_texts(row: SavedRow, language: Language, now: datetime) -> RowTexts:
    """What Home says about ``row``; ``now`` is aware local time."""
    summary = row.summary
    complete = _is_complete(summary)
    go_on, view, correct, restore = action_titles()
    state, tone = _state(row)
    is_returned = tone is Tone.RED
    return RowTexts(
        firm=summary.firm or QCoreApplication.translate("HomeRows", "Firm not named yet"),
        year=str(summary.year),
        code=summary.credit_code or QCoreApplication.translate("HomeRows", "No credit code yet"),
        state=state,
        tone=tone,
        progress=_progress(row),
        findings=() if row.deleted else _findings(summary, f"{now:%Y-%m-%d}"),
        declared=summary.declared or "—",
        supported=summary.supported or "—",
        changed=when(row.deleted or row.changed, language, now),
        place="" if row.deleted or summary.state != "draft" else _place(summary.last_place),
        action=(
            restore if row.deleted else correct if is_returned else view if complete else go_on
        ),
        remark=_remark(row),
    )


def _state(row: SavedRow) -> tuple[str, Tone]:
    deleted, draft, finalised, submitted, returned, accepted = state_titles()
    if row.deleted:
        return deleted, Tone.GREY
    if row.returned is not None:
        return returned, Tone.RED  # also while the next revision is being written
    states = {
        "finalised": (finalised, Tone.GREEN),
        "submitted": (submitted, Tone.BLUE),
        "returned": (returned, Tone.RED),
        "accepted": (accepted, Tone.GREEN),
    }
    return states.get(row.summary.state, (draft, Tone.GREY))


def _remark(row: SavedRow) -> str:
    if row.deleted or not row.returned:
        return ""
    return QCoreApplication.translate("HomeRows", "Returned: {0}").format(
        " ".join(row.returned.split())
    )


def _progress(row: SavedRow) -> str:
    """How far a draft is; of one that is complete or no draft, which revision it is."""
    summary = row.summary
    is_draft = summary.state == "draft"
    if is_draft and not (summary.revision and _is_complete(summary)):
        text = QCoreApplication.translate("HomeRows", "{0}/{1} answered")
        return text.format(summary.answered, summary.total)
    number = summary.revision + (is_draft and row.returned is None)
    return QCoreApplication.translate("HomeRows", "Revision {0}").format(number)


def _findings(summary: Summary, today: str) -> tuple[tuple[str, Tone], ...]:
    overdue = (summary.overdue(today), _left_to_do("overdue"), Tone.AMBER)
    counts = [overdue]
    if summary.state == "draft":
        counts = [
            _must_fix(summary),
            overdue,
            (summary.to_explain, _left_to_do("to_explain"), Tone.AMBER),
            (summary.to_verify, _left_to_do("to_verify"), Tone.BLUE),
        ]
    return tuple((text.format(count), tone) for count, text, tone in counts if count)


def _must_fix(summary: Summary) -> tuple[int, str, Tone]:
    if summary.firm or summary.answered:
        return summary.must_fix, _left_to_do("must_fix"), Tone.RED
    return summary.must_fix, _left_to_do("blank"), Tone.GREY  # nothing was done, so nothing wrong


def _left_to_do(kind: str) -> str:
    return {
        "must_fix": QCoreApplication.translate("HomeRows", "{0} to fix"),
        "blank": QCoreApplication.translate("HomeRows", "{0} to fill in"),
        "to_explain": QCoreApplication.translate("HomeRows", "{0} to explain"),
        "to_verify": QCoreApplication.translate("HomeRows", "{0} to verify"),
        "overdue": QCoreApplication.translate("HomeRows", "{0} overdue"),
    }[kind]


def _place(part: str) -> str:
    kind, _, item = part.partition("/")
    if kind == "answer":
        return QCoreApplication.translate("HomeRows", "at item {0}").format(item)
    return {
        "company": QCoreApplication.translate("HomeRows", "at company"),
        "metrics": QCoreApplication.translate("HomeRows", "at company"),
        "profile": QCoreApplication.translate("HomeRows", "at business profile"),
        "reasons": QCoreApplication.translate("HomeRows", "at the check"),
        "plan": QCoreApplication.translate("HomeRows", "at the improvement plan"),
    }.get(part, "")


def when(moment: datetime, language: Language, now: datetime) -> str:
    """A past moment as a person says it: today 14:03, 18 March, 2025-03-06."""
    local = moment.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days == 0:
        return QCoreApplication.translate("HomeRows", "Today {0}").format(local.strftime("%H:%M"))
    if days == 1:
        return QCoreApplication.translate("HomeRows", "Yesterday {0}").format(
            local.strftime("%H:%M")
        )
    if local.year != now.year:
        return local.strftime("%Y-%m-%d")
    month = str(local.month) if language is Language.ZH else _MONTHS[local.month - 1]
    text = QCoreApplication.translate("HomeRows", "{day} {month}")
    return text.format(day=local.day, month=month)


class HomeRows(QAbstractListModel):
    """The rows that are wanted, each with its texts."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[SavedRow] = []

    def show_rows(self, rows: list[SavedRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> SavedRow:
        """The saved assessment at ``index``."""
        return self._rows[index.row()]

    def place_of(self, id: str) -> int:
        """The place of the assessment ``id``, -1 if it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.id == id), -1)

    def texts(self, index: QModelIndex | QPersistentModelIndex) -> RowTexts:
        """The texts of the row at ``index``, made when they are drawn."""
        return row_texts(self.row_at(index), self._language, datetime.now().astimezone())

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.texts(index).spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index)
        return None

    def _tip(self, index: QModelIndex | QPersistentModelIndex) -> str | None:
        """What may be cut in the row: a long name, and why it was returned."""
        row = self.row_at(index)
        is_long = len(row.summary.firm) * theme.text_size() > _LONG * theme.TextSize.NORMAL
        firm = row.summary.firm if is_long else ""
        tip = "\n".join(text for text in (firm, _remark(row)) if text)
        return plain_tip(tip) if tip else None
