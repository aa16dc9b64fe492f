"""What Home lists: rows of the table of assessments as SavedRow."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.connection import Connection, Values
from digicom_desktop.store.tables import AssessmentRow

_COLUMNS = (
    AssessmentRow.id,
    AssessmentRow.firm,
    AssessmentRow.credit_code,
    AssessmentRow.year,
    AssessmentRow.edition,
    AssessmentRow.answered,
    AssessmentRow.total,
    AssessmentRow.declared,
    AssessmentRow.supported,
    AssessmentRow.level,
    AssessmentRow.last_place,
    AssessmentRow.state,
    AssessmentRow.revision,
    AssessmentRow.must_fix,
    AssessmentRow.to_explain,
    AssessmentRow.to_verify,
    AssessmentRow.due_dates,
    AssessmentRow.created,
    AssessmentRow.changed,
    AssessmentRow.deleted,
    AssessmentRow.archived,
)
_BEFORE_REVISIONS = MappingProxyType(
    {"revision": 0, "must_fix": 0, "to_explain": 0, "to_verify": 0, "due_dates": ""}
)
"""What a database says that was made before there were revisions."""

_RETURNED = """
SELECT assessment.id, change.remark
FROM revision_state AS change
JOIN assessment ON assessment.id = change.assessment AND assessment.revision = change.number
WHERE change.state = 'returned' AND change.position = (
    SELECT max(position) FROM revision_state AS other
    WHERE other.assessment = change.assessment AND other.number = change.number
)
"""
"""What became last of each newest revision that is returned."""

_UNREADABLE_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def count_rows(connection: Connection) -> int:
    """How many there are, also in the recycle bin."""
    return len(connection.fetch("SELECT 1 FROM assessment"))


def list_rows(connection: Connection, *, deleted: bool) -> tuple[SavedRow, ...]:
    """All that are in the recycle bin, or all that are not; the last thing done comes first.

    Only here a row says whether its newest revision is ``returned``.
    """
    when = AssessmentRow.deleted if deleted else AssessmentRow.changed
    query = (
        AssessmentRow.select(*_COLUMNS)
        .where(AssessmentRow.deleted.is_null(not deleted))
        .order_by(when.desc(), AssessmentRow.id)
    )
    remarks = {id: str(remark) for id, remark in connection.fetch(_RETURNED)}
    rows = map(_saved_row, connection.fetch(query))
    return tuple(
        replace(row, returned=remarks[row.id]) if row.id in remarks else row for row in rows
    )


def find_row(connection: Connection, id: str) -> SavedRow:
    """The row of one assessment; raises DigicomError ``store.unknown``."""
    found = connection.fetch(AssessmentRow.select(*_COLUMNS).where(AssessmentRow.id == id))
    if not found:
        raise DigicomError("store.unknown", assessment=id)
    return _saved_row(found[0])


def find_row_of_any_schema(connection: Connection, id: str) -> SavedRow:
    """``find_row`` in a database that may be older than this program, or damaged."""
    names = [name for _, name, *_ in connection.fetch("PRAGMA table_info(assessment)")]
    found = connection.fetch("SELECT * FROM assessment WHERE id = ?", (id,))
    if not found:
        raise DigicomError("store.unknown", assessment=id)
    values = dict(zip(names, found[0], strict=True))
    if values.get("id") != id:  # a damaged index led to the row of another
        raise DigicomError("store.unknown", assessment=id)
    for name, default in _BEFORE_REVISIONS.items():
        if not isinstance(values.get(name), type(default)):
            values[name] = default
    if not isinstance(values.get("archived"), str):
        values["archived"] = None
    return _saved_row(tuple(values[column.name] for column in _COLUMNS))


def insert_row(connection: Connection, row: SavedRow, seal: bytes) -> None:
    """Write a new row, in the caller's transaction."""
    connection.run(
        AssessmentRow.insert(
            id=row.id,
            created=time_text(row.created),
            changed=time_text(row.changed),
            deleted=None if row.deleted is None else time_text(row.deleted),
            archived=None if row.archived is None else time_text(row.archived),
            seal=seal,
            **summary_columns(row.summary),
        )
    )


def update_row(
    connection: Connection, id: str, summary: Summary, changed: datetime, seal: bytes
) -> None:
    """Write what a change of the content changes, in the caller's transaction."""
    change = AssessmentRow.update(changed=time_text(changed), seal=seal, **summary_columns(summary))
    connection.run(change.where(AssessmentRow.id == id))


def mark_deleted(connection: Connection, id: str, deleted: datetime | None) -> None:
    """Into the recycle bin, or back; raises DigicomError ``store.unknown``."""
    text = None if deleted is None else time_text(deleted)
    if not connection.run(AssessmentRow.update(deleted=text).where(AssessmentRow.id == id)):
        raise DigicomError("store.unknown", assessment=id)


def mark_archived(connection: Connection, id: str, archived: datetime | None) -> None:
    """Into the archive, or back; raises DigicomError ``store.unknown``."""
    text = None if archived is None else time_text(archived)
    if not connection.run(AssessmentRow.update(archived=text).where(AssessmentRow.id == id)):
        raise DigicomError("store.unknown", assessment=id)


def remove_row(connection: Connection, id: str) -> None:
    """Remove an assessment and all its parts; raises DigicomError ``store.unknown``."""
    if not connection.run(AssessmentRow.delete().where(AssessmentRow.id == id)):
        raise DigicomError("store.unknown", assessment=id)


def summary_columns(summary: Summary) -> dict[str, object]:
    """The columns that Home shows."""
    return {
        "firm": summary.firm,
        "credit_code": summary.credit_code,
        "year": summary.year,
        "edition": summary.edition,
        "answered": summary.answered,
        "total": summary.total,
        "declared": summary.declared,
        "supported": summary.supported,
        "level": summary.level,
        "last_place": summary.last_place,
        "state": summary.state,
        "revision": summary.revision,
        "must_fix": summary.must_fix,
        "to_explain": summary.to_explain,
        "to_verify": summary.to_verify,
        "due_dates": " ".join(summary.due_dates),
    }


def time_text(time: datetime) -> str:
    """A time as stored: always of one length and in UTC, so that text sorts as time does."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _time(text: str) -> datetime:
    # One damaged time must not take the whole list away; the content has its own seal.
    try:
        return datetime.fromisoformat(text)
    except (ValueError, TypeError):
        return _UNREADABLE_TIME


def _saved_row(values: Values) -> SavedRow:
    id, *shown, due_dates, created, changed, deleted, archived = values
    shown.append(tuple(str(due_dates).split()))
    return SavedRow(
        id,
        Summary(*shown),
        _time(created),
        _time(changed),
        None if deleted is None else _time(deleted),
        archived=None if archived is None else _time(archived),
    )
