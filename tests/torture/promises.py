"""What a person was told to be on the disk, and whether it is what a later look finds there.

A promise is a subject ("row/<id>", "parts/<id>", "revision/<id>/2", "evidence/<hash>",
"backup/<name>", "second/<name>", "desk/<name>") and the version of it that was acknowledged; of
what is not there, the version is "".
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.statement import Statement
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import DATABASE_NAME
from digicom_desktop.store.backups import Backup, list_backups
from digicom_desktop.store.database import Store
from digicom_desktop.store.inspection import altered_assessments, inspect
from digicom_desktop.store.migrations import Migrations
from digicom_desktop.store.second_place import OURS
from digicom_desktop.workspace import Workspace

Versions = Mapping[str, str]
"""By subject."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person works: each folder in ``root`` is a disk of its own."""

    root: Path

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / "here" / "data"

    @property
    def desk(self) -> Path:
        """Where exports go, and files to bring in lie."""
        return self.root / "desk"

    @property
    def stick(self) -> Path:
        """The second place."""
        return self.root / "stick"

    def make(self) -> None:
        """All but the data folder, which the program makes."""
        for folder in (self.data.parent, self.desk, self.stick):
            folder.mkdir(parents=True)


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, and what was acknowledged with it under ``number``."""

    number: int
    what: str
    kept: Versions

    def as_json(self) -> str:
        """One line."""
        return json.dumps([self.number, self.what, dict(self.kept)])

    @classmethod
    def from_json(cls, line: str) -> "Step":
        """The reverse."""
        return cls(*json.loads(line))


def violations(
    found: Versions, steps: Sequence[Step], acknowledged: int, begun: int
) -> Iterator[tuple[str, int]]:
    """What is neither as acknowledged nor newer, and the number of its acknowledgement.

    ``begun`` is the last step of which anything can be there already.
    """
    known = [step for step in steps if step.number <= begun]
    for subject in sorted({subject for step in known for subject in step.kept}):
        allowed, since = {""}, 0
        for step in known:
            if subject not in step.kept:
                continue
            if step.number <= acknowledged:
                allowed, since = set(), step.number
            allowed.add(step.kept[subject])
        version = found.get(subject, "")
        if version not in allowed:
            state = f"is {version[:12] or 'not there'}"
            yield f"{subject} of step {since} {state}", since


def digest_of_parts(parts: Mapping[str, bytes]) -> str:
    """One hash for all that an assessment says."""
    digest = hashlib.sha256()
    for key in sorted(parts):
        digest.update(f"{key} {hashlib.sha256(parts[key]).hexdigest()}\n".encode())
    return digest.hexdigest()


def version_of(revision: Revision) -> str:
    """The code of a revision, and what became of it."""
    changes = [[change.state.value, change.on, change.remark] for change in revision.changes]
    content = hashlib.sha256(revision.content).hexdigest()
    return json.dumps([revision.code, content, changes], ensure_ascii=False)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


class FlawError(Exception):
    """Something that the program shows as whole, and is not."""


class Look:
    """Looks into a place with the real program, again and again."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._whole: set[str] = set()

    def at(self, place: Place, *, opens: bool = True, goes_on: bool = False) -> dict[str, str]:
        """What is there, by subject, once the program was opened and closed again.

        ``opens`` every assessment, but not where no program has written any; with ``goes_on``
        something is answered there, too. Raises FlawError, or what the program raises where it
        cannot open what was there.
        """
        found = {f"desk/{path.name}": hash_of(path) for path in place.desk.iterdir()}
        database = place.data / DATABASE_NAME
        store = Store.open(place.data, system_clock)
        # As Workspace.at does, but for the library, which is read once for all looks.
        workspace = Workspace(store, self._library, database, system_clock)
        try:
            for is_deleted in (False, True):
                found |= _rows(workspace, is_deleted=is_deleted, opens=opens)
            found |= _evidence(place.data / "evidence", "evidence")
            found |= self._backups(list_backups(place.data / "backups"), "backup")
            if goes_on:
                _go_on(workspace)
        finally:
            workspace.close()
        ours = place.stick / OURS
        found |= self._backups(list_backups(ours / "backups"), "second")
        found |= _evidence(ours / "evidence", "second")
        return found

    def _backups(self, backups: Iterable[Backup], kind: str) -> Iterator[tuple[str, str]]:
        for backup in backups:
            version = hash_of(backup.path)
            if backup.whole and version not in self._whole:
                _require_whole(backup.path)
                self._whole.add(version)
            yield f"{kind}/{backup.path.name}", version


def _require_whole(backup: Path) -> None:
    try:
        inspect(backup, Migrations.of().newest)
        if altered_assessments(backup):
            raise FlawError(f"{backup.name} is listed as whole and is altered")
    except DigicomError as error:
        raise FlawError(f"{backup.name} is listed as whole: {error}") from error


def _rows(workspace: Workspace, *, is_deleted: bool, opens: bool) -> Iterator[tuple[str, str]]:
    for row in workspace.rows(is_deleted):
        state = "deleted" if is_deleted else "archived" if row.archived else "here"
        yield f"row/{row.id}", state
        if opens:
            workspace.open(row.id)
        yield f"parts/{row.id}", digest_of_parts(workspace._store.read(row.id))
        revisions = workspace._store.revisions(row.id)
        newest = revisions[-1].number if revisions else 0
        if newest != row.summary.revision:
            raise FlawError(
                f"revision {newest} is the last, and the row says {row.summary.revision}"
            )
        for revision in revisions:
            yield f"revision/{row.id}/{revision.number}", version_of(revision)


def _go_on(workspace: Workspace) -> None:
    for row in workspace.rows()[:1]:
        session = workspace.open(row.id)
        answer = replace(session.current.answer("1.1"), statement=Statement(note="going on"))
        session.change(session.current.with_answer(answer))
        if not session.is_saved:
            raise FlawError(f"nobody can go on there: {session.problem}")


def _evidence(folder: Path, kind: str) -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        version = hash_of(path)
        if path.suffix != ".digicom-part" and version != path.stem:
            raise FlawError(f"{kind}/{path.name} is another file")
        yield f"{kind}/{path.stem}", version
