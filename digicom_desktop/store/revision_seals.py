"""Hashes of revisions and of what became of them, and the seal over all of one assessment."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.revision import Revision, State, StateChange
from digicom_desktop.store.connection import Values
from digicom_desktop.store.parts import seal_of

REVISIONS = "SELECT number, finalised, code, sha256, content FROM revision WHERE assessment = ?"
CHANGES = (
    "SELECT number, position, state, on_date, remark, sha256 FROM revision_state"
    " WHERE assessment = ?"
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read of the revisions of one assessment.

    ``revisions`` are those that are as they were finalised, oldest first, with what became of them
    as far as it is as it was said; ``altered`` are the numbers of which something is not.
    ``hashes`` are the stored ones, by key.
    """

    revisions: tuple[Revision, ...]
    altered: tuple[int, ...]
    hashes: Mapping[str, bytes]

    def is_sealed(self, id: str, seal: object) -> bool:
        """Whether this is exactly what was saved."""
        return not self.altered and revisions_seal(id, self.hashes) == seal


def gather(id: str, revisions: Iterable[Values], changes: Iterable[Values]) -> Gathered:
    """The revisions of the assessment ``id`` from rows of REVISIONS and CHANGES, each once."""
    found: dict[int, Revision] = {}
    altered: dict[int, None] = {}
    hashes: list[tuple[str, object]] = []
    for values in sorted(revisions, key=lambda values: _place(values[:1])):
        number = values[0]
        hashes.append((revision_key(number), values[3]))
        revision = _intact_revision(id, values)
        if revision is None:
            altered[number] = None
        else:
            found[number] = revision
    for values in sorted(changes, key=lambda values: _place(values[:2])):
        number = values[0]
        hashes.append((change_key(number, values[1]), values[5]))
        change = _intact_change(id, values)
        if change is None:
            altered[number] = None
        elif number in found:
            found[number] = replace(found[number], changes=(*found[number].changes, change))
    return Gathered(tuple(found.values()), tuple(altered), usable_hashes(hashes))


def _place(numbers: Values) -> tuple[int, ...]:
    """What rows are sorted by; a damaged number may have come back as text."""
    return tuple(number if isinstance(number, int) else 0 for number in numbers)


def revision_key(number: object) -> str:
    """Where the seal names a revision."""
    return str(number)


def change_key(number: object, position: object) -> str:
    """Where the seal names a change of state; ``position`` counts from 1 within its revision."""
    return f"{number}/{position}"


def revision_hash(id: str, number: int, finalised: str, content: bytes) -> bytes:
    """The SHA-256 of a revision of the assessment ``id``.

    All that says which one it is goes in too, so that none can stand for another.
    """
    digest = hashlib.sha256(f"{id}\n{number}\n{finalised}\n".encode(errors="replace"))
    digest.update(content)
    return digest.digest()


def change_hash(id: str, number: int, position: int, change: StateChange) -> bytes:
    """The SHA-256 of one change of state."""
    said = [id, number, position, change.state.value, change.on, change.remark]
    return hashlib.sha256(json.dumps(said, default=repr).encode()).digest()


def revisions_seal(id: str, hashes: Mapping[str, bytes]) -> bytes:
    """The seal over ``hashes`` by key: none can be lost unnoticed; empty without any."""
    return seal_of(id, hashes) if hashes else b""


def _intact_revision(id: str, values: Values) -> Revision | None:
    """The revision in ``values``, None if it is not what was finalised."""
    number, finalised, code, sha256, content = values
    if not isinstance(content, bytes) or not isinstance(finalised, str):
        return None
    if revision_hash(id, number, finalised, content) != sha256:
        return None
    if code != consistency_code(content):
        return None
    return Revision(number, datetime.fromisoformat(finalised), code, content)


def _intact_change(id: str, values: Values) -> StateChange | None:
    """The change of state in ``values``, None if it is not what was said."""
    number, position, state, on, remark, sha256 = values
    if state not in set(State):
        return None
    change = StateChange(State(state), on, remark)
    return change if change_hash(id, number, position, change) == sha256 else None


def usable_hashes(found: Iterable[tuple[str, object]]) -> dict[str, bytes]:
    """``found`` by key; a hash that came back as another type is left out, and the seal tells."""
    return {key: sha256 for key, sha256 in found if isinstance(sha256, bytes)}
