"""Databases of every old program, as they are and damaged: what is handed out is what it saved."""

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import DATABASE_NAME, resources_folder
from digicom_desktop.recovery import DamagedFolder, can_recover
from digicom_desktop.store.database import Store
from tests.store.samples import revision_as_json
from tests.torture.apart import Verdict, outcome, verdicts
from tests.torture.damages import ANY_DATABASE
from tests.torture.judging import LossError, hashes, said
from tests.torture.outcome import Outcome
from tests.torture.saved_data import SteadyClock

FROZEN = Path(__file__).parents[1] / "old_databases"

Known = Mapping[str, Mapping[str, object]]
"""What the old program saved, by id, as the file beside its database says it."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What the program hands out of one assessment; None where it says that it is altered."""

    parts: Mapping[str, str] | None
    revisions: list[dict[str, object]] | None


def old_schema(sample: Path, folder: Path, seed: int, count: int) -> Outcome:
    """Open the database ``sample`` as it is, then ``count`` damaged copies of it."""
    trial = partial(_try, sample, folder, seed)
    return outcome(f"{sample.stem}: as it is, and damaged", verdicts(trial, range(count + 1)))


def _try(sample: Path, place: Path, seed: int, number: int) -> Verdict:
    chance = Random(f"{seed}/{sample.name}/{number}")
    folder = place / "trial"
    folder.mkdir()
    shutil.copy(sample, folder / DATABASE_NAME)
    (folder / DATABASE_NAME).chmod(0o600)
    known: Known = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    if number:
        chance.choice(ANY_DATABASE)(folder, chance)
    try:
        _judge(folder, known, is_whole=number == 0)
    except LossError as error:
        return Verdict(loss=str(error))
    finally:
        shutil.rmtree(folder)
    return Verdict()


def _judge(folder: Path, known: Known, *, is_whole: bool) -> None:
    before = hashes(folder)
    is_empty = (folder / DATABASE_NAME).stat().st_size == 0
    try:
        handed = _handed(folder)
    except DigicomError as error:
        said(error)
        if is_whole:
            raise LossError(f"a whole database was refused: {error}") from error
        if can_recover(error):
            _salvage(folder, known)
        elif error.id != "store.migration_failed" and not before.items() <= hashes(folder).items():
            raise LossError(f"{error.id}, and files were changed") from error
        return
    if handed.keys() != known.keys() and not is_empty:
        raise LossError("an assessment is gone, or came from nowhere, and nobody said so")
    for id, found in handed.items():
        _compare(id, found, known[id], may_be_altered=not is_whole)


def _salvage(folder: Path, known: Known) -> None:
    damaged = DamagedFolder(folder, resources_folder(), SteadyClock())
    salvaged = damaged.salvage()
    damaged.start_fresh(salvaged).workspace.close()
    handed = _handed(folder)
    for found in salvaged.kept:
        if found.whole:
            _compare(found.row.id, handed[found.row.id], known[found.row.id], may_be_altered=False)


def _handed(folder: Path) -> dict[str, Handed]:
    store = Store.open(folder, SteadyClock())
    try:
        rows = (*store.rows(), *store.rows(deleted=True))
        return {row.id: _of(store, row.id) for row in rows}
    finally:
        with suppress(DigicomError):  # there may be no backup of what is damaged
            store.close()


def _of(store: Store, id: str) -> Handed:
    parts, revisions = None, None
    with suppress(DigicomError):
        parts = {key: content.decode() for key, content in store.read(id).items()}
    with suppress(DigicomError):
        revisions = [revision_as_json(revision) for revision in store.revisions(id)]
    return Handed(parts, revisions)


def _compare(id: str, found: Handed, saved: Mapping[str, object], *, may_be_altered: bool) -> None:
    pairs = ((found.parts, saved["parts"]), (found.revisions, saved.get("revisions", [])))
    for handed, expected in pairs:
        if handed is None and may_be_altered:
            continue
        if handed != expected:
            raise LossError(f"{id} was handed out and is not as it was saved")
