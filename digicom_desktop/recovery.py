"""A data folder whose database cannot be opened: restore a backup, or keep what can be read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.clock import Clock, local_day
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.parts import decode, parts
from digicom_desktop.domain.revision import State
from digicom_desktop.domain.summary import Summary
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.log import Event, Log
from digicom_desktop.paths import DATABASE_NAME
from digicom_desktop.store.backups import Backup
from digicom_desktop.store.database import Store
from digicom_desktop.store.layout import Layout
from digicom_desktop.store.salvage import Salvaged, salvage
from digicom_desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Salvage:
    """What can be kept of a damaged database, and which assessments of it cannot."""

    kept: tuple[Salvaged, ...]
    lost: tuple[Summary, ...]

    @property
    def whole(self) -> int:
        """How many assessments are exactly what was saved."""
        return sum(found.whole for found in self.kept)

    @property
    def incomplete(self) -> tuple[Summary, ...]:
        """The assessments of which a part is missing."""
        return tuple(found.row.summary for found in self.kept if not found.whole)


@dataclass(frozen=True, slots=True)
class Recovered:
    """An open workspace again; ``aside`` is where the damaged files are, if there were any."""

    workspace: Workspace
    aside: Path | None


class DamagedFolder:
    """The ways to go on where ``Workspace.at`` raised ``store.damaged`` or one of its kind.

    Each leaves the damaged files in ``damaged/<time>/`` and deletes nothing. Each raises
    DigicomError when it does not succeed, and can then be tried again.
    """

    def __init__(self, folder: Path, resources: Path, clock: Clock, log: Log | None = None) -> None:
        self._folder = folder
        self._clock = clock
        self._log = log or Log()
        self._library = Library(resources)

    def restore(self, backup: object) -> Recovered:
        """Go on with ``backup``, the value of that name in the error."""
        if not isinstance(backup, Backup):
            raise TypeError(f"{backup!r} is no backup")
        recovered = self._recovered(lambda: Store.recover(self._folder, self._clock, backup))
        self._log.note(Event.RECOVERED, of_backup=True)
        return recovered

    def put_back(self, restore: Callable[[], bool]) -> Recovered | None:
        """Go on with the backup from elsewhere that ``restore`` puts back; None where it does not.

        Raises DigicomError where what it put back cannot be opened.
        """
        before = self._aside()
        if not restore():
            return None
        recovered = self._recovered(lambda: Store.open(self._folder, self._clock), before)
        self._log.note(Event.RECOVERED, of_backup=True)
        return recovered

    def salvage(self) -> Salvage:
        """What can still be read; nothing is touched."""
        kept, lost = [], []
        for found in salvage(self._folder):
            mended = _mended(found, self._library, local_day(self._clock))
            if mended is None:
                lost.append(found.row.summary)
            else:
                kept.append(_with_standing(mended, found.row.summary))
        return Salvage(tuple(kept), tuple(lost))

    def start_fresh(self, salvaged: Salvage | None = None) -> Recovered:
        """Go on with what was ``salvaged``, or with nothing."""
        kept = salvaged.kept if salvaged else ()
        recovered = self._recovered(lambda: Store.start_fresh(self._folder, self._clock, kept))
        lost = len(salvaged.lost) if salvaged else 0
        self._log.note(Event.RECOVERED, of_backup=False, kept=len(kept), lost=lost)
        return recovered

    def _recovered(
        self, open_store: Callable[[], Store], before: set[Path] | None = None
    ) -> Recovered:
        before = self._aside() if before is None else before
        with self._log.noting(Event.NOT_RECOVERED):
            store = open_store()
        database = self._folder / DATABASE_NAME
        workspace = Workspace(store, self._library, database, self._clock, self._log)
        return Recovered(workspace, max(self._aside() - before, default=None))

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder

    @property
    def log(self) -> Log:
        """What is done and what fails is noted in it."""
        return self._log

    def _aside(self) -> set[Path]:
        return set(Layout(self._folder).damaged.glob("*"))


def can_recover(error: DigicomError) -> bool:
    """Whether ``error`` of ``Workspace.at`` says that something can be restored or salvaged."""
    return error.id in {"store.damaged", "store.missing", "store.damaged_without_backup"}


def _mended(found: Salvaged, library: Library, today: date) -> Salvaged | None:
    """``found`` as the program can open it, or None where too much of it is lost.

    A lost part is as empty as on a new assessment. The summary is computed anew: no seal covers
    the one that was stored.
    """
    stored = found.row.summary
    try:
        mended = found.parts if found.whole else _empty(stored, library) | found.parts
        assessment = decode(mended)
        appraisal = Appraisal(library, assessment, today)
    except (DigicomError, ValueError, TypeError):  # the year in a damaged row may be no number
        return found if found.whole else None  # of a newer program, perhaps: bytes are bytes
    summary = appraisal.summary(str(stored.last_place))
    return replace(found, row=replace(found.row, summary=summary), parts=mended)


def _with_standing(mended: Salvaged, stored: Summary) -> Salvaged:
    """``mended`` with what Home says of its revisions.

    It is a draft unless all of it is there and its row said what the newest revision says. The
    number of a revision that was lost is not given out again.
    """
    numbers = [revision.number for revision in mended.revisions]
    newest = max([*numbers, stored.revision])
    is_said = mended.whole and newest in numbers and stored.state != State.DRAFT
    state = mended.revisions[-1].state.value if is_said else State.DRAFT.value
    summary = replace(mended.row.summary, state=state, revision=newest)
    return replace(mended, row=replace(mended.row, summary=summary))


def _empty(summary: Summary, library: Library) -> dict[str, bytes]:
    known = summary.edition in library.edition_ids()
    edition = summary.edition if known else library.newest_edition_id()
    company = Company(name=str(summary.firm), year=int(summary.year))
    return parts(Assessment(edition=edition, company=company))
