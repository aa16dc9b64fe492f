"""The revisions of an assessment: inserted once, read checked, never changed."""

from collections.abc import Iterable, Mapping
from itertools import count

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.errors import DigicomError
from digicom_desktop.store.connection import Connection
from digicom_desktop.store.revision_seals import (
    CHANGES,
    REVISIONS,
    Gathered,
    change_hash,
    change_key,
    gather,
    revision_hash,
    revision_key,
    revisions_seal,
    usable_hashes,
)
from digicom_desktop.store.saved_rows import time_text
from digicom_desktop.store.tables import AssessmentRow, RevisionRow, RevisionStateRow


def next_number(connection: Connection, id: str) -> int:
    """The number of the revision that comes next; none is given twice, even after a loss.

    Raises DigicomError ``store.unknown`` or ``store.revision_altered``.
    """
    hashes = sealed_hashes(connection, id)
    _, newest, _ = _stored(connection, id)
    return max(newest, _newest(hashes)) + 1


def find_by_code(connection: Connection, code: str) -> tuple[tuple[str, int], ...]:
    """Assessment and number of every revision with ``code``, the last finalised first.

    Not those in the recycle bin.
    """
    rows = connection.fetch(
        RevisionRow.select(RevisionRow.assessment, RevisionRow.number)
        .join(AssessmentRow, on=(AssessmentRow.id == RevisionRow.assessment))
        .where(RevisionRow.code == code, AssessmentRow.deleted.is_null())
        .order_by(RevisionRow.finalised.desc())
    )
    return tuple((str(id), int(number)) for id, number in rows)


def ids_by_code(connection: Connection, beginning: str) -> frozenset[str]:
    """The assessments of which a revision's code begins so; not those in the recycle bin."""
    rows = connection.fetch(
        RevisionRow.select(RevisionRow.assessment)
        .join(AssessmentRow, on=(AssessmentRow.id == RevisionRow.assessment))
        .where(RevisionRow.code.startswith(beginning), AssessmentRow.deleted.is_null())
    )
    return frozenset(str(id) for (id,) in rows)


def insert_revision(connection: Connection, id: str, revision: Revision) -> None:
    """Write a revision and what became of it, in the caller's transaction.

    Raises ValueError for a code that is not that of the content.
    """
    if revision.code != consistency_code(revision.content):
        raise ValueError(f"{revision.code} is not the code of the content")
    hashes = sealed_hashes(connection, id)
    finalised = time_text(revision.finalised)
    sha256 = revision_hash(id, revision.number, finalised, revision.content)
    connection.run(
        RevisionRow.insert(
            assessment=id,
            number=revision.number,
            finalised=finalised,
            code=revision.code,
            sha256=sha256,
            content=revision.content,
        )
    )
    hashes[revision_key(revision.number)] = sha256
    for position, change in enumerate(revision.changes, start=1):
        key = change_key(revision.number, position)
        hashes[key] = _insert_change(connection, id, revision.number, position, change)
    _seal(connection, id, hashes)


def append_change(connection: Connection, id: str, number: int, change: StateChange) -> None:
    """Note what became of a revision, in the caller's transaction.

    Raises DigicomError ``store.unknown``, ``store.no_revision`` or ``store.revision_altered``.
    """
    hashes = sealed_hashes(connection, id)
    position = _count_changes(hashes, number) + 1
    key = change_key(number, position)
    hashes[key] = _insert_change(connection, id, number, position, change)
    _seal(connection, id, hashes)
    _show_state(connection, id, number, hashes)


def drop_change(connection: Connection, id: str, number: int) -> None:
    """Take back what was noted last, if anything was, in the caller's transaction.

    Raises DigicomError ``store.unknown``, ``store.no_revision`` or ``store.revision_altered``.
    """
    hashes = sealed_hashes(connection, id)
    position = _count_changes(hashes, number)
    last = (
        (RevisionStateRow.assessment == id)
        & (RevisionStateRow.number == number)
        & (RevisionStateRow.position == position)
    )
    connection.run(RevisionStateRow.delete().where(last))
    hashes.pop(change_key(number, position), None)
    _seal(connection, id, hashes)
    _show_state(connection, id, number, hashes)


def read_revisions(connection: Connection, id: str) -> tuple[Revision, ...]:
    """All revisions, oldest first, checked against their hashes and the seal.

    Raises DigicomError ``store.unknown`` or ``store.revision_altered``.
    """
    gathered = _gather(connection, id)
    if gathered.altered:
        # A row that was given another number is two of them: the one that is gone is said.
        number = min(gathered.altered[0], _first_lost(gathered.hashes))
        raise _altered(connection, id, number)
    _check_seal(connection, id, gathered.hashes)
    return gathered.revisions


def read_revision(connection: Connection, id: str, number: int) -> Revision:
    """One revision, checked by its own hash; another may be altered or lost.

    Raises DigicomError ``store.unknown``, ``store.no_revision`` or ``store.revision_altered``.
    """
    gathered = _gather(connection, id)
    if number in gathered.altered:
        raise _altered(connection, id, number)
    found = [revision for revision in gathered.revisions if revision.number == number]
    if not found:
        raise DigicomError("store.no_revision", number=number)
    return found[0]


def sealed_hashes(connection: Connection, id: str) -> dict[str, bytes]:
    """The hash of each revision and change of state, checked against the seal.

    Raises DigicomError ``store.unknown`` or ``store.revision_altered``.
    """
    revisions = RevisionRow.select(RevisionRow.number, RevisionRow.sha256)
    changes = RevisionStateRow.select(
        RevisionStateRow.number, RevisionStateRow.position, RevisionStateRow.sha256
    )
    of_revisions = connection.fetch(revisions.where(RevisionRow.assessment == id))
    of_changes = connection.fetch(changes.where(RevisionStateRow.assessment == id))
    hashes = usable_hashes(
        [
            *((revision_key(number), sha256) for number, sha256 in of_revisions),
            *((change_key(number, at), sha256) for number, at, sha256 in of_changes),
        ]
    )
    _check_seal(connection, id, hashes)
    return hashes


def _gather(connection: Connection, id: str) -> Gathered:
    """What is stored, each revision and change against its own hash."""
    _stored(connection, id)
    revisions = connection.fetch(REVISIONS, (id,))
    return gather(id, revisions, connection.fetch(CHANGES, (id,)))


def _check_seal(connection: Connection, id: str, hashes: Mapping[str, bytes]) -> None:
    _, newest, seal = _stored(connection, id)
    if revisions_seal(id, hashes) != seal:
        number = min(_first_lost(hashes), max(newest, _newest(hashes), 1))
        raise _altered(connection, id, number)


def _first_lost(hashes: Mapping[str, bytes]) -> int:
    """The lowest number that no revision has."""
    return next(n for n in count(1) if revision_key(n) not in hashes)


def _stored(connection: Connection, id: str) -> tuple[str, int, bytes]:
    """Firm, number of the newest revision and seal; raises DigicomError ``store.unknown``."""
    row = AssessmentRow.select(
        AssessmentRow.firm, AssessmentRow.revision, AssessmentRow.revisions_seal
    )
    found = connection.fetch(row.where(AssessmentRow.id == id))
    if not found:
        raise DigicomError("store.unknown", assessment=id)
    firm, newest, seal = found[0]
    return firm, newest, seal


def _altered(connection: Connection, id: str, number: int) -> DigicomError:
    firm = _stored(connection, id)[0]
    return DigicomError("store.revision_altered", assessment=id, firm=firm, number=number)


def _insert_change(
    connection: Connection, id: str, number: int, position: int, change: StateChange
) -> bytes:
    sha256 = change_hash(id, number, position, change)
    connection.run(
        RevisionStateRow.insert(
            assessment=id,
            number=number,
            position=position,
            state=change.state.value,
            on_date=change.on,
            remark=change.remark,
            sha256=sha256,
        )
    )
    return sha256


def _newest(hashes: Iterable[str]) -> int:
    """The highest number of a revision in ``hashes``, 0 without any."""
    return max((int(key) for key in hashes if "/" not in key), default=0)


def _count_changes(hashes: Iterable[str], number: int) -> int:
    """How many changes of state a revision has; raises DigicomError ``store.no_revision``."""
    if revision_key(number) not in hashes:
        raise DigicomError("store.no_revision", number=number)
    return sum(key.startswith(change_key(number, "")) for key in hashes)


def _seal(connection: Connection, id: str, hashes: Mapping[str, bytes]) -> None:
    seal = revisions_seal(id, hashes)
    connection.run(AssessmentRow.update(revisions_seal=seal).where(AssessmentRow.id == id))


def _show_state(connection: Connection, id: str, number: int, hashes: Iterable[str]) -> None:
    """Let Home say where the newest revision stands, unless there is a draft after it."""
    if number != _newest(hashes):
        return
    states = RevisionStateRow.select(RevisionStateRow.state).where(
        (RevisionStateRow.assessment == id) & (RevisionStateRow.number == number)
    )
    last = connection.fetch(states.order_by(RevisionStateRow.position.desc()).limit(1))
    state = last[0][0] if last else State.FINALISED.value
    is_finalised = (AssessmentRow.id == id) & (AssessmentRow.state != State.DRAFT.value)
    connection.run(AssessmentRow.update(state=state).where(is_finalised))
