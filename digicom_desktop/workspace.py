"""All saved assessments: list, create, open, bin, bring back, hand in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from digicom_desktop.domain.clock import Clock, local_day
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.exchange import Exchange
from digicom_desktop.library import Library
from digicom_desktop.log import Event, Log
from digicom_desktop.paths import DATABASE_NAME
from digicom_desktop.store.database import Store

# Home lists what is saved before anything that only an open assessment needs is imported.
if TYPE_CHECKING:
    from digicom_desktop.domain.assessment import Assessment
    from digicom_desktop.domain.report import Report
    from digicom_desktop.domain.words import Words
    from digicom_desktop.session import Session
    from digicom_desktop.store.backups import Backup


_AT_ONCE = 20
"""Assessments that are made readable with a backup, within some 40 ms; a thread does the rest."""


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup as it is listed: ``size`` in bytes, ``whole`` unless it was made with a flaw.

    ``damaged`` is what only ``Workspace.looked_into`` finds: it cannot be restored any more.
    """

    made: datetime
    size: int
    whole: bool
    path: Path = Path()
    damaged: bool = False


class Workspace(Exchange):
    """The data folder of one person, open in this process only."""

    def __init__(
        self,
        store: Store,
        library: Library,
        database: Path,
        clock: Clock,
        log: Log | None = None,
    ) -> None:
        """Use ``at``."""
        super().__init__(store, library, clock, log)
        self.database = database
        self._readable = Lock()

    @classmethod
    def at(cls, folder: Path, resources: Path, clock: Clock, log: Log | None = None) -> "Workspace":
        """The workspace in ``folder``, which is made if it is not there.

        What is done and what fails is noted in ``log``.
        Raises DigicomError when the folder is in use, unwritable, damaged or of a newer program.
        """
        store = Store.open(folder, clock)
        return cls(store, Library(resources), folder / DATABASE_NAME, clock, log)

    @property
    def schema(self) -> int:
        """The version of the tables that everything is kept in."""
        return self._store.schema

    def close(self) -> None:
        """Back up what changed and let the folder go."""
        with self.log.noting(Event.NO_BACKUP):
            self._store.close(lambda: self.write_readable(_AT_ONCE))

    def back_up_if_changed(self, reason: str = "start") -> None:
        """Make a backup if anything changed since the last one."""
        with self.log.noting(Event.NO_BACKUP):
            made = self._store.backups.make_if_changed(reason)
        if made is not None:
            self.log.note(Event.BACKUP, bytes=made.size)
        self.write_readable(_AT_ONCE)

    def write_readable(self, most: int) -> int:
        """Write beside the newest backup what of it can be read without the program; any thread.

        At most ``most`` assessments; how many are to be written by a next call. Where nothing can
        be written now, or somebody else is writing, that is none.
        """
        from digicom_desktop.store.readable import write_readable

        if not self._readable.acquire(blocking=False):
            return 0
        try:
            return write_readable(self.database.parent, most) or 0
        finally:
            self._readable.release()

    def backups(self) -> tuple[BackupView, ...]:
        """The backups beside the data, newest first."""
        return _views(self._store.backups.list())

    def backups_in_second_place(self, place: Path) -> tuple[BackupView, ...] | None:
        """The backups in the second ``place``, newest first; None where it is not there now."""
        from digicom_desktop.store.second_place import backups_in

        found = backups_in(place)
        return None if found is None else _views(found)

    @staticmethod
    def looked_into(backups: "Iterable[BackupView]") -> tuple[BackupView, ...]:
        """``backups`` as they are today, whatever they were when they were made.

        Reads all of each; any thread.
        """
        from digicom_desktop.store.backups import is_damaged

        return tuple(replace(b, damaged=is_damaged(b.path)) for b in backups)

    @property
    def backup_folder(self) -> Path:
        """Where they lie."""
        return self.database.parent / "backups"

    def copy_to_second_place(self, place: Path) -> None:
        """Copy the newest backup, and evidence that is missing there, to ``place``; any thread.

        Raises DigicomError ``store.second.…``.
        """
        from digicom_desktop.store.second_place import copy_to_second_place

        with self.log.noting(Event.NO_SECOND_PLACE):
            copy_to_second_place(self.database.parent, place)
        self.log.note(Event.SECOND_PLACE)

    def requests_folder(self) -> Path:
        """Where requests of other starts of the program arrive; raises OSError."""
        from digicom_desktop.store.second_start import make_requests_folder

        return make_requests_folder(self.database.parent)

    def take_requests(self) -> "tuple[Path | None, ...]":
        """What other starts of the program want opened; None where this one is to come forward."""
        from digicom_desktop.store.second_start import take_requests

        return take_requests(self.database.parent)

    def words(self, language: Language) -> "Words":
        """The program's sentences in ``language``."""
        return self.library.words(language)

    def count(self) -> int:
        """How many are saved, also in the recycle bin; quicker than ``rows``."""
        return self._store.count()

    def rows(self, deleted: bool = False) -> tuple[SavedRow, ...]:
        """Saved assessments, latest change first; those in the recycle bin if ``deleted``."""
        return self._store.rows(deleted)

    def create(self, year: int) -> "Session":
        """A new, empty assessment of ``year`` on the newest edition."""
        from digicom_desktop.domain.assessment import Assessment
        from digicom_desktop.domain.company import Company

        edition = self.library.newest_edition_id()
        return self.add(Assessment(edition=edition, company=Company(year=year)))

    def add_sample(self) -> "Session":
        """The filled sample firm as an assessment of its own.

        Its reasons hold for what the check finds in it now.
        """
        from digicom_desktop.appraisal import Appraisal
        from digicom_desktop.domain.finding import stamped

        sample = self.library.sample()
        findings = Appraisal(self.library, sample, local_day(self._clock)).findings
        return self.add(replace(sample, reasons=stamped(sample.reasons, findings)))

    def is_sample(self, row: SavedRow) -> bool:
        """Whether ``row`` is the filled sample firm, whatever was changed in its answers."""
        firm, saved = self.library.sample().company, row.summary
        known = (firm.name, firm.credit_code, firm.year)
        return (saved.firm, saved.credit_code, saved.year) == known

    def add(self, assessment: "Assessment") -> "Session":
        """Save ``assessment`` as a new one and open it."""
        from digicom_desktop.appraisal import Appraisal
        from digicom_desktop.domain import parts

        appraisal = Appraisal(self.library, assessment, local_day(self._clock))
        row = self._store.create(parts.parts(assessment), appraisal.summary("company"))
        return self._session(row, assessment)

    def carry_over(self, id: str) -> "Session":
        """Save a copy of ``id`` on the newest edition and open it; ``id`` itself stays as it is.

        Raises DigicomError like ``open`` and ``Library.steps_from``.
        """
        from digicom_desktop.domain import parts
        from digicom_desktop.domain.edition_map import carry

        stored = parts.decode(self._store.read(id))
        return self.add(carry(stored, self.library.steps_from(stored.edition)))

    def begun_after(self, id: str) -> SavedRow | None:
        """The saved assessment of the same firm for the year after ``id``, if there is one."""
        from digicom_desktop.domain.credit_code import normal_form

        old = self._store.row(id).summary
        code = normal_form(old.credit_code)
        return next(
            (
                row
                for row in self.rows()
                if row.summary.year == old.year + 1
                and code
                and normal_form(row.summary.credit_code) == code
            ),
            None,
        )

    def carry_forward(self, id: str) -> "Session":
        """Begin the year after that of ``id`` with what it says, and open that.

        What was finalised last counts, the draft where nothing was. Everything carried is to be
        confirmed. Raises DigicomError like ``open`` and ``Library.steps_from``.
        """
        from digicom_desktop.appraisal import Appraisal
        from digicom_desktop.domain.carrying import carry_forward
        from digicom_desktop.domain.edition_map import carry

        session = self.open(id)
        old, code = session.history.last_word(session.current)
        # The levels that counted are those by the edition that they were given by.
        result = Appraisal(self.library, old, local_day(self._clock)).result
        steps = self.library.steps_from(old.edition)
        begun = carry_forward(
            old,
            result,
            code,
            old.year + 1,
            edition=self.library.edition(old.edition),
            metrics=self.library.metrics(),
        )
        return self.add(carry(begun, steps))

    def open(self, id: str) -> "Session":
        """The saved assessment ``id``.

        Raises DigicomError ``store.unknown``, or what is wrong with the stored data.
        """
        from digicom_desktop.domain import parts

        row = self._store.row(id)
        return self._session(row, parts.decode(self._store.read(id)))

    def report_of(self, id: str, number: int | None, language: Language) -> "Report":
        """What the assessment ``id`` says now, or its revision ``number``; it is not kept open.

        Raises DigicomError like ``open``, and ``store.no_revision``.
        """
        session = self.open(id)
        if number is None:
            return session.report(language)
        return session.history.report(number, language)

    def _session(self, row: SavedRow, stored: "Assessment") -> "Session":
        from digicom_desktop.session import Session

        return Session(self._store, self.library, self._clock, row, stored)

    def find(self, prefix: str) -> SavedRow:
        """The one saved assessment whose id begins with ``prefix``.

        Raises DigicomError ``workspace.no_such_id`` or ``workspace.ambiguous_id``.
        """
        found = [row for row in self.rows() if row.id.startswith(prefix.lower())]
        if not found or not prefix:
            raise DigicomError("workspace.no_such_id", id=prefix)
        if len(found) > 1:
            raise DigicomError("workspace.ambiguous_id", id=prefix, count=len(found))
        return found[0]

    def with_code(self, typed: str) -> frozenset[str]:
        """The saved assessments of which a revision has a consistency code that begins so.

        None before ``typed`` can only be a code: its first four letters and digits are there.
        """
        from digicom_desktop.domain.canonical import code_beginning

        beginning = code_beginning(typed)
        return self._store.with_code(beginning) if beginning else frozenset()

    def newest_of(self, code: str, besides: str) -> SavedRow | None:
        """The saved assessment of the firm ``code`` for the latest year, but the one ``besides``.

        ``code`` is in its normal form; of one year, the one that was changed last.
        """
        from digicom_desktop.domain.credit_code import normal_form

        found = (
            row
            for row in self.rows()
            if row.id != besides and normal_form(row.summary.credit_code) == code
        )
        return max(found, key=lambda row: (row.summary.year, row.changed), default=None)

    def delete(self, id: str) -> None:
        """Put an assessment into the recycle bin."""
        self._store.delete(id)

    def restore(self, id: str) -> None:
        """Bring an assessment back from the recycle bin."""
        self._store.restore(id)

    def archive(self, id: str) -> None:
        """Put an assessment aside: it stays as it is, but Home lists it only in the archive."""
        self._store.archive(id)

    def unarchive(self, id: str) -> None:
        """Bring an assessment back from the archive."""
        self._store.unarchive(id)

    def purge(self, id: str) -> None:
        """Remove an assessment of the recycle bin for ever, after a backup."""
        self._store.purge(id)


def _views(backups: "Iterable[Backup]") -> tuple[BackupView, ...]:
    return tuple(BackupView(b.made, b.size, b.whole, b.path) for b in backups)
