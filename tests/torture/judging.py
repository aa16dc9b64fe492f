"""Judges what the program makes of a data folder that something happened to."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.domain.clock import Clock
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.paths import DATABASE_NAME, LOCK_NAME, resources_folder
from digicom_desktop.recovery import DamagedFolder, Recovered, Salvage, can_recover
from digicom_desktop.session import Session
from digicom_desktop.store.backups import Backup
from digicom_desktop.store.database import Store
from digicom_desktop.ui.evidence_opening import copy_to_open
from digicom_desktop.workspace import Workspace
from tests.torture.apart import Verdict
from tests.torture.saved_data import LOG_NAME, Record, Version, version_of

_LIBRARY = Library(resources_folder())
_INDEX_NAME = f"{DATABASE_NAME}-shm"
_EMPTY_WHEN_LOST = {"company", "profile", "evidence"}
"""Parts without which no assessment can be opened: a salvaged one has them empty."""


class LossError(Exception):
    """Something that was saved is not there, or not as it was saved, and nobody said so."""


@dataclass(frozen=True)
class Case:
    """A damaged data folder, and what is known of it.

    ``older`` allows earlier versions of an assessment; ``intact`` are the backups that nothing
    happened to; ``others`` is what somebody else saved, whose files may lie here now.
    """

    folder: Path
    record: Record
    intact: frozenset[str]
    older: bool
    others: Record
    clock: Clock


def judge(case: Case, chance: Random) -> Verdict:
    """Open the folder as a start does, recover it as the dialog would, and start again."""
    try:
        return Verdict(remark=_judge(case, chance))
    except LossError as error:
        return Verdict(loss=str(error))


def opened(folder: Path, clock: Clock) -> Workspace:
    """``Workspace.at``, with one library for all."""
    return Workspace(Store.open(folder, clock), _LIBRARY, folder / DATABASE_NAME, clock)


def said(error: DigicomError) -> str:
    """The sentence of ``error``; raises where there is none."""
    return _LIBRARY.words(Language.EN).error(error)


def _judge(case: Case, chance: Random) -> str:
    before = hashes(case.folder)
    try:
        workspace = opened(case.folder, case.clock)
    except DigicomError as error:
        said(error)
        _require_kept(case, before, (_INDEX_NAME,))
        if not can_recover(error):
            if case.intact:
                raise LossError(f"{error.id}, and no backup was offered") from error
            return error.id
        return _recover(case, error, chance, before)
    remark = _judge_content(workspace, case.record.newest, case)
    _go_on(workspace, case)
    _require_kept(case, before, (DATABASE_NAME, LOG_NAME, _INDEX_NAME))
    return remark


def hashes(folder: Path) -> dict[str, bytes]:
    """The SHA-256 of every file in ``folder``, by path.

    But of the lock, and of readable copies, which every backup writes anew.
    """
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).digest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LOCK_NAME and path.parent.name != "readable"
    }


def _recover(case: Case, error: DigicomError, chance: Random, before: Mapping[str, bytes]) -> str:
    backup = error.values.get("backup")
    newest_intact = max(case.intact, default="")
    if newest_intact and not (isinstance(backup, Backup) and backup.path.name >= newest_intact):
        raise LossError(f"{error.id}: the good backup {newest_intact} was not offered")
    damaged = DamagedFolder(case.folder, resources_folder(), case.clock)
    if isinstance(backup, Backup) and chance.random() < 0.5:
        recovered = damaged.restore(backup)
        content = case.record.backups[backup.path.name]
        exact = replace(case, older=backup.path.name not in case.intact)
        _judge_content(recovered.workspace, content, exact)
    else:
        recovered = _salvage(damaged, case)
    _go_on(recovered.workspace, case)
    _require_kept(case, before, (_INDEX_NAME,))
    return ""


def _salvage(damaged: DamagedFolder, case: Case) -> Recovered:
    salvaged = damaged.salvage()
    recovered = damaged.start_fresh(salvaged)
    listed = _by_id(recovered.workspace)
    if listed.keys() != {found.row.id for found in salvaged.kept}:
        raise LossError("what was salvaged is not what is there")
    for id in listed:
        _judge_salvaged(recovered.workspace, id, salvaged, case)
    return recovered


def _judge_salvaged(workspace: Workspace, id: str, salvaged: Salvage, case: Case) -> None:
    whole = {found.row.id for found in salvaged.kept if found.whole}
    version = version_of(workspace.open(id))
    versions = (case.record.versions | case.others.versions).get(id, [])
    if id in whole:
        if version not in versions:
            raise LossError(f"{id} is called whole and is not as it was saved")
        return
    for key, part in version.parts.items():
        if part not in [v.parts.get(key) for v in versions] and key not in _EMPTY_WHEN_LOST:
            raise LossError(f"{key} of {id} was salvaged and was never saved")
    known = {revision.code for v in versions for revision in v.revisions}
    if not known.issuperset(revision.code for revision in version.revisions):
        raise LossError(f"a revision of {id} was salvaged and was never finalised")


def _judge_content(workspace: Workspace, newest: Mapping[str, Version], case: Case) -> str:
    """Raise LossError unless everything is handed out as it was saved, or said to be altered."""
    listed = _by_id(workspace)
    missing = newest.keys() - listed.keys()
    if missing and not case.older:
        raise LossError(f"{', '.join(sorted(missing))} is gone and nobody said so")
    remarks = {_judge_one(workspace, id, newest, case) for id in listed}
    return "an earlier state was shown" if missing or "earlier" in remarks else ""


def _judge_one(workspace: Workspace, id: str, newest: Mapping[str, Version], case: Case) -> str:
    try:
        session = workspace.open(id)
        handed = version_of(session)
    except DigicomError as error:
        said(error)
        return "said"
    if handed == newest.get(id):
        remark = ""
    elif case.older and handed in case.record.versions.get(id, []):
        remark = "earlier"
    else:
        raise LossError(f"{id} was handed out and is not as it was saved")
    for entry in session.current.evidence.entries:
        if entry.file is not None:
            _judge_file(session, entry.file, case.folder / "copy")
    return remark


def _judge_file(session: Session, file: EvidenceFile, to: Path) -> None:
    """Raise LossError where the copy that a click opens is not the file that was attached."""
    try:
        copy_to_open(session.evidence_path(file.sha256), file, to)
    except DigicomError as error:
        said(error)
        return
    is_right = sha256(to.read_bytes()).hexdigest() == file.sha256
    to.unlink()
    if not is_right:
        raise LossError(f"{file.name} was handed out and is not what was attached")


def _by_id(workspace: Workspace) -> dict[str, SavedRow]:
    rows: Iterable[SavedRow] = (*workspace.rows(), *workspace.rows(deleted=True))
    return {row.id: row for row in rows}


def _go_on(workspace: Workspace, case: Case) -> None:
    """Save another answer, end, and start again: all is as it was left."""
    left: dict[str, Version] = {}
    for id in _by_id(workspace):
        with suppress(DigicomError):
            session = workspace.open(id)
            _answer(session)
            if session.is_saved:
                left[id] = version_of(session)
    with suppress(DigicomError):  # there may be no backup of what is damaged
        workspace.close()
    try:
        again = opened(case.folder, case.clock)
    except DigicomError as error:
        raise LossError(f"the next start says {error}") from error
    for id, version in left.items():
        if version_of(again.open(id)) != version:
            raise LossError(f"{id} is not as it was left after the damage")
    with suppress(DigicomError):
        again.close()


def _answer(session: Session) -> None:
    item = session.edition.items[0].id
    before = session.current.answer(item)
    session.change(session.current.with_answer(replace(before, reason=f"{before.reason}+")))


def _require_kept(case: Case, before: Mapping[str, bytes], in_use: Collection[str]) -> None:
    """Raise LossError where a file is neither where it was nor kept aside.

    The files that are ``in_use`` have changed by now. Database and log change together where SQLite
    has put the content of the one into the other.
    """
    there = set(hashes(case.folder).values())
    gone = {name for name, content in before.items() if content not in there} - set(in_use)
    if gone and gone != {DATABASE_NAME, LOG_NAME}:
        raise LossError(f"{', '.join(sorted(gone))} was deleted, or changed")
