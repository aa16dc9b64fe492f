"""Everything the program does to the tables, done once and taken back."""

from dataclasses import replace
from datetime import UTC, datetime

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.store.assessments import change_assessment, insert_assessment
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.parts import read_parts
from digicom_desktop.store.revisions import (
    append_change,
    drop_change,
    insert_revision,
    next_number,
    read_revisions,
)
from digicom_desktop.store.saved_rows import find_row, mark_archived, mark_deleted, remove_row

_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_ROW = SavedRow(
    id="rehearsal",
    summary=Summary("", "", 2000, "", 0, 22, "", "", 4, ""),
    created=_TIME,
    changed=_TIME,
    deleted=None,
)
_REVISION = Revision(0, _TIME, consistency_code(b"5"), b"5")
_CHANGE = StateChange(State.SUBMITTED, "2000-01-01", "6")


class _TakenBackError(Exception):
    """Ends the rehearsal's transaction without a trace."""


def rehearse(connection: Connection) -> None:
    """Create, change, finalise, read, delete and remove an assessment that never comes to exist.

    Raises whatever fails.
    """
    try:
        with connection.transaction():
            _play(connection)
            raise _TakenBackError
    except _TakenBackError:
        return


def _play(connection: Connection) -> None:
    insert_assessment(connection, _ROW, {"company": b"1", "plan": b"2"})
    without_level = replace(_ROW.summary, level=None)
    parts = {"company": b"3", "reasons": b"4"}
    change_assessment(connection, _ROW.id, parts, ("plan",), without_level, _TIME)
    read_parts(connection, _ROW.id)
    number = next_number(connection, _ROW.id)
    insert_revision(connection, _ROW.id, replace(_REVISION, number=number))
    append_change(connection, _ROW.id, number, _CHANGE)
    append_change(connection, _ROW.id, number, _CHANGE)
    drop_change(connection, _ROW.id, number)
    read_revisions(connection, _ROW.id)
    mark_archived(connection, _ROW.id, _TIME)
    mark_archived(connection, _ROW.id, None)
    mark_deleted(connection, _ROW.id, _TIME)
    mark_deleted(connection, _ROW.id, None)
    find_row(connection, _ROW.id)
    remove_row(connection, _ROW.id)
