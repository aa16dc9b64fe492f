"""An assessment from a file, made new or put in the place of one, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.domain.summary import SavedRow, Summary
from digicom_desktop.store.assessments import change_assessment, insert_assessment
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.parts import content_hash, sealed_hashes
from digicom_desktop.store.revisions import insert_revision, read_revisions
from digicom_desktop.store.saved_rows import find_row
from digicom_desktop.store.tables import AssessmentRow

Revisions = tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file brings.

    ``id`` is the one it had where it comes from, "" where the file does not say. A ``summary`` that
    is no draft's says that ``parts`` are what the last of ``revisions`` says, or without any what
    the newest one says that is here. Its number is of no account.
    """

    parts: Mapping[str, bytes]
    summary: Summary
    revisions: Revisions = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What is saved now; ``left_out`` are revisions of the file that were not taken over."""

    row: SavedRow
    left_out: Revisions = ()


def insert_incoming(connection: Connection, incoming: Incoming, now: datetime) -> BroughtIn:
    """Write ``incoming`` as a new assessment, in the caller's transaction.

    It keeps its id where none has that here, the recycle bin included.
    """
    summary = _summary(incoming, incoming.revisions)
    row = SavedRow(_free_id(connection, incoming.id), summary, now, now, None)
    insert_assessment(connection, row, incoming.parts, incoming.revisions)
    return BroughtIn(row)


def replace_by_incoming(
    connection: Connection, id: str, incoming: Incoming, now: datetime
) -> BroughtIn:
    """Let the assessment ``id`` say what ``incoming`` says, in the caller's transaction.

    Its revisions stay. Those of the file are added where what is there is their beginning: two
    pasts are never mixed. Raises DigicomError ``store.unknown``, ``store.altered``,
    ``store.revision_altered``.
    """
    before = read_revisions(connection, id)
    added, left_out = _continued(before, incoming.revisions)
    for revision in added:
        insert_revision(connection, id, revision)
    stored = sealed_hashes(connection, id)
    differing = {
        key: content
        for key, content in incoming.parts.items()
        if stored.get(key) != content_hash(content)
    }
    removed = stored.keys() - incoming.parts.keys()
    summary = _summary(incoming, (*before, *added))
    change_assessment(connection, id, differing, removed, summary, now)
    return BroughtIn(find_row(connection, id), left_out)


def _continued(before: Revisions, coming: Revisions) -> tuple[Revisions, Revisions]:
    """Of ``coming``, the revisions that follow ``before``, and those that do not fit."""
    known = [_identity(revision) for revision in before]
    told = [_identity(revision) for revision in coming]
    if told[: len(known)] == known:
        return coming[len(known) :], ()
    return (), tuple(revision for revision in coming if _identity(revision) not in known)


def _identity(revision: Revision) -> tuple[int, str]:
    return revision.number, revision.code


def _summary(incoming: Incoming, kept: Revisions) -> Summary:
    """That of ``incoming``, as it stands once ``kept`` are the revisions."""
    if not kept:
        return replace(incoming.summary, state=State.DRAFT.value, revision=0)
    newest, said = kept[-1], (*kept, *incoming.revisions)[-1]
    says_newest = _identity(said) == _identity(newest)
    is_draft = incoming.summary.state == State.DRAFT.value or not says_newest
    state = State.DRAFT if is_draft else newest.state
    return replace(incoming.summary, state=state.value, revision=newest.number)


def _free_id(connection: Connection, wanted: str) -> str:
    taken = connection.fetch(
        AssessmentRow.select(AssessmentRow.id).where(AssessmentRow.id == wanted)
    )
    from uuid import uuid4  # not on the way to the list

    return wanted if _is_id(wanted) and not taken else str(uuid4())


def _is_id(text: str) -> bool:
    """Whether ``text`` is an id as this program writes them."""
    from uuid import UUID

    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
