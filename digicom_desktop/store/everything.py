"""All that is saved in a data folder: its newest backup, and the evidence that this names."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digicom_desktop.errors import DigicomError
from digicom_desktop.store.backups import list_backups
from digicom_desktop.store.evidence_files import EvidenceFiles
from digicom_desktop.store.inspection import inspect, reading
from digicom_desktop.store.layout import Layout
from digicom_desktop.store.migrations import Migrations

WITH_FILES = (
    "SELECT content FROM part WHERE key = 'evidence' UNION ALL SELECT content FROM revision"
)
"""What may name evidence files: assessments, also in the recycle bin, and their revisions."""
_FILE = re.compile(rb'"sha256":"([0-9a-f]{64})","size":')
"""How canonical bytes name an evidence file; that of an edition has no size."""
_COUNTS = (
    "SELECT count(*) FROM assessment WHERE deleted IS NULL",
    "SELECT count(*) FROM assessment WHERE deleted IS NOT NULL",
    "SELECT count(*) FROM revision",
)


@dataclass(frozen=True, slots=True)
class Everything:
    """A backup of everything, of the tables ``schema``, and how much is in it.

    ``evidence`` says by SHA-256 where each file lies that it names, None where it is not there.
    """

    backup: Path
    made: datetime
    schema: int
    assessments: int
    deleted: int
    revisions: int
    evidence: Mapping[str, Path | None]


def everything_in(data: Path) -> Everything:
    """What the newest backup of the data folder ``data`` holds and names; any thread.

    Raises DigicomError ``store.nothing_saved`` where there is no backup, and ``store.…`` for one
    that cannot be read.
    """
    layout = Layout(data)
    newest = next(iter(list_backups(layout.backups)), None)
    if newest is None:
        raise DigicomError("store.nothing_saved")
    schema = inspect(newest.path, Migrations.of().newest)
    with reading(newest.path) as connection:
        assessments, deleted, revisions = (
            connection.execute(query).fetchone()[0] for query in _COUNTS
        )
        named = named_files(connection.execute(WITH_FILES))
    files = EvidenceFiles(layout.evidence)
    evidence: dict[str, Path | None] = dict.fromkeys(sorted(named))
    for sha256 in evidence:
        with suppress(DigicomError):
            evidence[sha256] = files.path(sha256)
    return Everything(newest.path, newest.made, schema, assessments, deleted, revisions, evidence)


def named_files(rows: Iterable[tuple[object, ...]]) -> set[str]:
    """The SHA-256 of every evidence file that ``rows`` of WITH_FILES name."""
    contents = (content for (content,) in rows if isinstance(content, bytes))
    return {found.decode() for content in contents for found in _FILE.findall(content)}
