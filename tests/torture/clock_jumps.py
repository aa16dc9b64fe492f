"""A clock that jumps between any two steps: nothing is lost, and the newest has a backup."""

import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import DATABASE_NAME
from digicom_desktop.store.backups import Backup
from digicom_desktop.workspace import Workspace
from tests.finished import settle
from tests.torture.apart import Verdict
from tests.torture.gone_folders import answer
from tests.torture.judging import LossError, opened, said
from tests.torture.saved_data import Version, version_of

_YEARS = timedelta(days=366)
_JUMPS = (
    lambda now: now - _YEARS,
    lambda now: now + _YEARS,
    lambda now: now - timedelta(hours=1),
    lambda now: now + timedelta(days=1),
    lambda now: now + timedelta(days=31),
    lambda _: datetime(1980, 1, 1, tzinfo=UTC),
    lambda _: datetime(2100, 1, 1, tzinfo=UTC),
    lambda _: datetime(2026, 3, 23, tzinfo=UTC),
)
_EXPECTED = {"finalise.clock", "finalise.open", "finalise.unchanged"}


class JumpingClock:
    """Goes on by a second with every look, and often jumps."""

    def __init__(self, chance: Random) -> None:
        self.now = datetime(2026, 3, 23, tzinfo=UTC)
        self.is_right = False
        self._chance = chance

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        if not self.is_right and self._chance.random() < 0.1:
            self.jump()
        return self.now

    def jump(self) -> None:
        """Be at another time."""
        jumped = self._chance.choice(_JUMPS)(self.now)
        if 1971 < jumped.year < 2200:
            self.now = jumped


def jumps(data: Path, place: Path, seed: str, number: int) -> Verdict:
    """A year's work by a clock that cannot be trusted, and a damaged database at its end."""
    chance = Random(f"{seed}/{number}")
    shutil.copytree(data, folder := place / "live")
    work = _Work(folder, JumpingClock(chance), chance)
    try:
        for _ in range(45):
            work.step()
        work.end()
        return Verdict()
    except LossError as error:
        return Verdict(loss=str(error))
    finally:
        with suppress(DigicomError):
            work.workspace.close()
        shutil.rmtree(folder)


class _Work:
    def __init__(self, folder: Path, clock: JumpingClock, chance: Random) -> None:
        self._folder = folder
        self._clock = clock
        self._chance = chance
        self.workspace = opened(folder, clock)
        self._saved = _content(self.workspace)

    def step(self) -> None:
        """Something that a person does."""
        step = self._chance.choice([self._answer, self._answer, self._again, self._finalise])
        step()
        self._clock.jump()

    def _answer(self) -> None:
        row = self._chance.choice(self.workspace.rows())
        session = self.workspace.open(row.id)
        answer(session, f"{self._chance.random()}")
        if not session.is_saved:
            raise LossError(f"it was not saved: {session.problem}")
        self._saved[row.id] = version_of(session)

    def _finalise(self) -> None:
        ids = [row.id for row in self.workspace.rows() if row.summary.firm]
        session = self.workspace.open(self._chance.choice(ids))
        settle(session)
        try:
            session.finalise()
        except DigicomError as error:
            said(error)
            if error.id not in _EXPECTED:
                raise
        self._saved[session.id] = version_of(session)

    def _again(self) -> None:
        """Another start: everything is listed, and all of it was backed up at the end."""
        self.workspace.close()
        self._require_backup()
        self.workspace = opened(self._folder, self._clock)
        if _content(self.workspace) != self._saved:
            raise LossError("what was saved is not there at the next start")

    def _require_backup(self) -> None:
        backups = (self._folder / "backups").glob("*.sqlite3")
        for backup in sorted(backups, key=lambda path: path.stat().st_mtime_ns, reverse=True):
            if _content_of(backup, self._folder.with_name("backup")) == self._saved:
                return
        raise LossError("no backup holds what was saved last")

    def end(self) -> None:
        """The database is lost: what is offered by a clock that is right again is the newest."""
        self._again()
        self._clock.now, self._clock.is_right = datetime(2099, 6, 1, tzinfo=UTC), True
        self._answer()
        self.workspace.close()
        (self._folder / DATABASE_NAME).unlink()
        try:
            opened(self._folder, lambda: datetime(2099, 6, 2, tzinfo=UTC)).close()
        except DigicomError as error:
            backup = error.values["backup"]
            assert isinstance(backup, Backup)
            offered = _content_of(backup.path, self._folder.with_name("backup"))
            if offered != self._saved:
                raise LossError("the backup that is offered is not the newest") from error


def _content(workspace: Workspace) -> dict[str, Version]:
    rows = (*workspace.rows(), *workspace.rows(deleted=True))
    return {row.id: version_of(workspace.open(row.id)) for row in rows}


def _content_of(backup: Path, place: Path) -> dict[str, Version]:
    place.mkdir()
    shutil.copyfile(backup, place / DATABASE_NAME)
    workspace = opened(place, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    try:
        return _content(workspace)
    finally:
        workspace.close()
        shutil.rmtree(place)
