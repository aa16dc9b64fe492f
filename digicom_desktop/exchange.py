"""Files that come in and go out of a data folder: read, bring in, check, export."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from digicom_desktop.domain.clock import Clock, local_day
from digicom_desktop.domain.document_parts import ALL_PARTS, Part
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language
from digicom_desktop.files import OnStep, nobody, write_whole
from digicom_desktop.library import Library
from digicom_desktop.log import Event, Log
from digicom_desktop.store.database import Store

# What documents are made with is loaded when the first one is asked for.
if TYPE_CHECKING:
    from digicom_desktop.checking import FoundRevision
    from digicom_desktop.documents.package_source import PackageSource
    from digicom_desktop.domain.hand_in import Difference, HandIn, IfExists
    from digicom_desktop.domain.report import Report
    from digicom_desktop.domain.verdict import Checked
    from digicom_desktop.session import Session


@dataclass(frozen=True, slots=True)
class Exported:
    """An export of this run of the program: when, where to, and how many files."""

    at: datetime
    folder: Path
    files: int


class Out(StrEnum):
    """What is known of the files of what was finalised last."""

    EXPORTED = "exported"
    """In this run of the program."""
    TO_EXPORT = "to_export"
    """It was finalised in this run, and not exported since."""
    UNKNOWN = "unknown"


class Exchange:
    """What a workspace does with files of others, and writes for others.

    Methods that say "any thread" use no SQL; the others belong to the thread of the store.
    """

    def __init__(
        self, store: Store, library: Library, clock: Clock, log: Log | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self.library = library
        self.log = log or Log()
        self._since = clock()
        self._exported: dict[tuple[str, str], Exported] = {}

    def note_export(self, id: str, code: str, folder: Path, files: int) -> None:
        """Remember that what ``id`` says under the consistency code ``code`` was written."""
        self._exported[id, code] = Exported(self._clock(), folder, files)

    def last_export(self, id: str, code: str) -> Exported | None:
        """What is known of the last export of that, None where nothing is."""
        return self._exported.get((id, code))

    def out_of(self, session: "Session") -> Out:
        """Whether the revision that ``session`` made last was exported."""
        newest = session.history.newest
        if newest is None:
            return Out.UNKNOWN
        if self.last_export(session.id, newest.code) is not None:
            return Out.EXPORTED
        return Out.TO_EXPORT if newest.finalised >= self._since else Out.UNKNOWN

    def read_file(self, path: Path) -> "HandIn":
        """What the workbook, filled template or package at ``path`` says; any thread.

        Raises DigicomError with one precise sentence; nothing is changed.
        """
        from digicom_desktop.incoming import read_file

        with self.log.noting(Event.NOT_BROUGHT_IN):
            return read_file(self.library, path)

    def existing(self, hand_in: "HandIn") -> SavedRow | None:
        """The saved assessment that ``hand_in`` is one of: the same id, else firm and year."""
        from digicom_desktop.arriving import existing

        return existing(self._store.rows(), hand_in)

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
        with self.log.noting(Event.NOT_BROUGHT_IN):
            brought = self._store.bring_in(
                arrival.parts,
                arrival.summary,
                hand_in.revisions,
                replace=replaced,
                id=hand_in.id,
            )
        self.log.note(
            Event.BROUGHT_IN,
            differences=len(visible),
            revisions=len(hand_in.revisions),
            replaces=replaced is not None,
        )
        from digicom_desktop.session import Session

        return Session(self._store, self.library, self._clock, brought.row, arrival.assessment)

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
