"""All saved assessments: list, create, open, bin, bring back, hand in."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digicom_desktop.domain.clock import Clock, local_day
from digicom_desktop.domain.document_parts import ALL_PARTS, Part
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import OnStep, nobody, write_whole
from digicom_desktop.library import Library
from digicom_desktop.paths import DATABASE_NAME
from digicom_desktop.store.database import Store

# Home lists what is saved before anything that only an open assessment needs is imported.
if TYPE_CHECKING:
    from digicom_desktop.checking import FoundRevision
    from digicom_desktop.documents.package_source import PackageSource
    from digicom_desktop.domain.assessment import Assessment
    from digicom_desktop.domain.hand_in import Difference, HandIn, IfExists
    from digicom_desktop.domain.report import Report
    from digicom_desktop.domain.verdict import Checked
    from digicom_desktop.domain.words import Words
    from digicom_desktop.session import Session


class Workspace:
    """The data folder of one person, open in this process only."""

    def __init__(self, store: Store, library: Library, database: Path, clock: Clock) -> None:
        """Use ``at``."""
        self._store = store
        self._clock = clock
        self.library = library
        self.database = database

    @classmethod
    def at(cls, folder: Path, resources: Path, clock: Clock) -> "Workspace":
        """The workspace in ``folder``, which is made if it is not there.

        Raises DigicomError when the folder is in use, unwritable, damaged or of a newer program.
        """
        return cls(Store.open(folder, clock), Library(resources), folder / DATABASE_NAME, clock)

    def close(self) -> None:
        """Back up what changed and let the folder go."""
        self._store.close()

    def back_up_if_changed(self) -> None:
        """Make a backup if anything changed since the last one."""
        self._store.backups.make_if_changed()

    def words(self, language: Language) -> "Words":
        """The program's sentences in ``language``."""
        return self.library.words(language)

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

    def purge(self, id: str) -> None:
        """Remove an assessment of the recycle bin for ever, after a backup."""
        self._store.purge(id)

    def read_file(self, path: Path) -> "HandIn":
        """What the workbook, filled template or package at ``path`` says; any thread.

        Raises DigicomError with one precise sentence; nothing is changed.
        """
        from digicom_desktop.incoming import read_file

        return read_file(self.library, path)

    def existing(self, hand_in: "HandIn") -> SavedRow | None:
        """The saved assessment that ``hand_in`` is one of: the same id, else firm and year."""
        from digicom_desktop.arriving import existing

        return existing(self.rows(), hand_in)

    def take_evidence(self, path: Path, hand_in: "HandIn") -> None:
        """Copy the evidence of the package at ``path`` into the store; any thread.

        Raises DigicomError for what cannot be read or kept; what was copied is nobody's then.
        """
        from digicom_desktop.documents.package_reader import copy_evidence, read_package

        copy_evidence(path, read_package(path), self._store.evidence.add_stream)

    def bring_in(
        self, hand_in: "HandIn", visible: "Collection[Difference]", if_exists: "IfExists"
    ) -> "Session | None":
        """Save what ``hand_in`` says in one transaction and open it; None when it is skipped.

        ``visible`` are the differences of which the cells count. Raises DigicomError, and nothing
        has changed.
        """
        from digicom_desktop.arriving import Arrival
        from digicom_desktop.domain.hand_in import IfExists

        saved = self.existing(hand_in)
        if saved is not None and if_exists is IfExists.SKIP:
            return None
        arrival = Arrival(self.library, hand_in, visible, local_day(self._clock))
        replaced = saved.id if saved is not None and if_exists is IfExists.REPLACE else None
        brought = self._store.bring_in(
            arrival.parts,
            arrival.summary,
            hand_in.revisions,
            replace=replaced,
            id=hand_in.id,
        )
        return self._session(brought.row, arrival.assessment)

    def write_template(
        self, path: Path, year: int, language: Language, on_step: OnStep = nobody
    ) -> None:
        """Write an empty workbook to be filled without the program; any thread."""
        from digicom_desktop.incoming import empty_report

        self.export_workbook(
            empty_report(self.library, year, language, self._clock()), path, on_step
        )

    def revision_by_code(self, code: str) -> "FoundRevision | None":
        """The revision that has ``code``, typed in any way; the newest of several."""
        from digicom_desktop.checking import FoundRevision
        from digicom_desktop.domain.canonical import written_code

        for id, number in self._store.revisions_with_code(written_code(code)):
            summary = self._store.row(id).summary
            revision = self._store.revision(id, number)
            is_newest = summary.revision == number
            return FoundRevision(id, revision, is_newest, summary.firm, summary.year)
        return None

    @staticmethod
    def stated_code(path: Path) -> str:
        """The code that a workbook, package or PDF says it has; any thread."""
        from digicom_desktop.checking import stated_code

        return stated_code(path)

    def check_file(self, path: Path, found: "FoundRevision | None") -> "Checked":
        """Whether the file at ``path`` is as ``found``, the revision of its code; any thread."""
        from digicom_desktop.checking import check_file

        return check_file(self.library, path, found)

    def check_code(self, typed: str) -> "Checked":
        """Whether a code that somebody typed from paper belongs to a revision here."""
        from digicom_desktop.checking import checked_code
        from digicom_desktop.domain.canonical import is_whole_code, written_code

        is_whole = is_whole_code(typed)
        found = self.revision_by_code(typed) if is_whole else None
        return checked_code(written_code(typed), found, is_whole=is_whole)

    @staticmethod
    def export_package(source: "PackageSource", path: Path, on_step: OnStep = nobody) -> None:
        """Write a package whole or not at all, and read it back; any thread."""
        from digicom_desktop.documents.package_writer import check_package, write_package

        write_whole(
            path,
            lambda to: write_package(source, to),
            lambda at: check_package(source, at),
            on_step,
        )

    @staticmethod
    def export_volume(source: "PackageSource", path: Path, on_step: OnStep = nobody) -> None:
        """Write the evidence volume whole or not at all, and read it back; any thread."""
        from digicom_desktop.documents.volume import VolumeSource, check_volume, write_volume

        volume = VolumeSource(source.report, source.evidence)
        write_whole(
            path,
            lambda to: write_volume(volume, to),
            lambda at: check_volume(volume, at),
            on_step,
        )

    @staticmethod
    def export_workbook(report: "Report", path: Path, on_step: OnStep = nobody) -> None:
        """Write the workbook whole or not at all, and read it back; any thread."""
        from digicom_desktop.documents.workbook_reader import check_workbook
        from digicom_desktop.documents.workbook_writer import write_workbook

        write_whole(
            path,
            lambda to: write_workbook(report, to),
            lambda at: check_workbook(report, at),
            on_step,
        )

    @staticmethod
    def export_pdf(
        report: "Report",
        path: Path,
        parts: Collection[Part] = ALL_PARTS,
        on_step: OnStep = nobody,
    ) -> None:
        """Write ``parts`` as a PDF, whole or not at all, and read it back; any thread."""
        from digicom_desktop.documents.pdf_report import check_pdf, write_pdf

        write_whole(
            path,
            lambda to: write_pdf(report, to, parts),
            lambda at: check_pdf(report, at, parts),
            on_step,
        )
