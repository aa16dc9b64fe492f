"""One open assessment: answer it, undo, save as you go, read its report."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import TITLE_LIMIT, Assessment, EvidenceFile
from digicom_desktop.domain.canonical import consistency_code
from digicom_desktop.domain.clock import Clock, local_day
from digicom_desktop.domain.explained import read_explained, with_explained
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.domain.scoring import Result
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.text import Language, clean_line
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
from digicom_desktop.finalising import (
    require_no_open_finding,
    require_right_clock,
    with_living_reasons,
)
from digicom_desktop.history import History
from digicom_desktop.library import Library
from digicom_desktop.store.database import Store

if TYPE_CHECKING:
    from digicom_desktop.documents.package_source import PackageSource


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did; ``parts`` are the keys that differ ("company", "answer/1.1", …)."""

    before: Assessment
    after: Assessment
    parts: frozenset[str]


class Session:
    """The only mutable object: what the person sees, what the disk holds, and the way back.

    Belongs to the thread of its store, except for ``copy_evidence``.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Clock,
        row: SavedRow,
        stored: Assessment,
    ) -> None:
        """``stored`` is what the store holds under ``row``."""
        self.id = row.id
        self.edition: Edition = library.edition(stored.edition)
        self.saved_at = row.changed
        self.problem: DigicomError | None = None
        self._store = store
        self._library = library
        self._clock = clock
        self.history = History(store, library, row.id)
        self._current = self._saved = stored
        self._appraisal: Appraisal | None = None
        self._lost: dict[str, bool] = {}
        self._past: list[Assessment] = []
        self._future: list[Assessment] = []
        self._visit = ""
        self._last_place = row.summary.last_place
        self._finalised = row.summary.revision
        self._latest = max(row.created, row.changed)

    @property
    def current(self) -> Assessment:
        """What the person sees."""
        return self._current

    @property
    def saved(self) -> Assessment:
        """What the disk holds."""
        return self._saved

    @property
    def is_saved(self) -> bool:
        """Whether the disk holds what the person sees."""
        return self._current == self._saved

    @property
    def state(self) -> State:
        """A draft, unless ``current`` says exactly what the newest revision says."""
        said = self._said
        return State.DRAFT if said is None else said.state

    @property
    def finalised(self) -> int:
        """The number of the newest revision, 0 where nothing was finalised yet."""
        return self._finalised

    @property
    def today(self) -> date:
        """The day by the computer's clock, where the person is."""
        return local_day(self._clock)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._future)

    @property
    def appraisal(self) -> Appraisal:
        """Scores, steps and findings of ``current``."""
        if self._appraisal is None or self._appraisal.today != self.today:
            self._appraisal = self._appraise(self._current, self.today)
        return self._appraisal

    @property
    def result(self) -> Result:
        """Scores and levels of ``current``."""
        return self.appraisal.result

    def change(self, assessment: Assessment, visit: str = "") -> Change:
        """Make ``assessment`` the current one and save it.

        Steps of one non-empty ``visit`` (typing in one field) are one step of undo. A failing disk
        raises nothing: ``problem`` says what is wrong, ``is_saved`` that it is not on disk.
        """
        if assessment == self._current:
            return Change(assessment, assessment, frozenset())
        # A text that no disk can hold (a mistake of a page) is refused while nothing has moved.
        for key in parts.changed(self._current, assessment):
            parts.encode(assessment, key)
        if not (visit and visit == self._visit and self._past):
            self._past.append(self._current)
        self._visit = visit
        self._future.clear()
        change = self._move_to(assessment)
        if assessment == self._past[-1]:  # typed and deleted again: nothing is left to take back
            self._past.pop()
            self.end_visit()
        return change

    def end_visit(self) -> None:
        """What is typed from now on is another step of undo."""
        self._visit = ""

    def undo(self) -> Change | None:
        """Take the last step back; None if there is none."""
        return self._travel(self._past, self._future)

    def redo(self) -> Change | None:
        """Take the step again that was taken back last; None if there is none."""
        return self._travel(self._future, self._past)

    def _travel(self, origin: list[Assessment], other: list[Assessment]) -> Change | None:
        if not origin:
            return None
        other.append(self._current)
        self._visit = ""
        return self._move_to(origin.pop())

    def _move_to(self, assessment: Assessment) -> Change:
        before, self._current, self._appraisal = self._current, assessment, None
        change = Change(before, assessment, parts.changed(before, assessment))
        self._last_place = min(change.parts)
        self.retry()
        return change

    def retry(self) -> bool:
        """Write what the disk does not hold yet; whether it holds everything now."""
        differing = parts.changed(self._saved, self._current)
        if not differing:
            self.problem = None
            return True
        kept = {key for key in differing if parts.is_kept(self._current, key)}
        written = {key: parts.encode(self._current, key) for key in kept}
        summary = self.appraisal.summary(self._last_place, self.state, self._finalised)
        try:
            self.saved_at = self._store.write(self.id, written, differing - kept, summary)
            self._latest = max(self._latest, self.saved_at)
        except DigicomError as error:
            self.problem = error
            return False
        self._saved, self.problem = self._current, None
        return True

    def finalise(self) -> Revision:
        """Make what ``current`` says a revision, for ever.

        Raises DigicomError, and nothing has changed: what kept ``current`` from being saved,
        ``finalise.open``, ``finalise.unchanged``, ``finalise.clock``, what is wrong with an
        evidence file, or what the disk refuses.
        """
        if not self.retry() and self.problem is not None:
            raise self.problem
        newest = self.history.newest
        if self._said is not None:
            raise DigicomError("finalise.unchanged", number=self._said.number)
        # A wrong clock has findings of its own: it is said first.
        require_right_clock(self._clock(), self._latest, newest)
        self.look_for_files()
        require_no_open_finding(self.appraisal)
        self._verify_files()
        return self._finalise(with_living_reasons(self.appraisal))

    def look_for_files(self) -> None:
        """Look anew whether evidence files are where they were copied to."""
        self._lost.clear()
        self._appraisal = None

    def report(self, language: Language) -> Report:
        """The report of ``current``; that of the newest revision where this says the same."""
        if self._said is not None:
            return self.history.report(self._said.number, language)
        return self.appraisal.report(language, self.saved_at)

    def copy_evidence(self, source: Path) -> EvidenceFile:
        """Copy a file of the person into the store, so that evidence can name it; any thread.

        Raises DigicomError for files that are too large, unreadable or programs.
        """
        stored = self._store.evidence.add(source)
        name = clean_line(stored.name, TITLE_LIMIT) or stored.sha256[:8]
        return EvidenceFile(name=name, size=stored.size, sha256=stored.sha256)

    def evidence_path(self, sha256: str) -> Path:
        """Where the copied file lies."""
        return self._store.evidence.path(sha256)

    def package_source(
        self, number: int | None, language: Language = Language.ZH
    ) -> "PackageSource":
        """What a package or an evidence volume is made of: of the draft, or of one revision.

        Raises DigicomError ``store.…`` where the revision cannot be read.
        """
        from digicom_desktop.documents.package_source import PackageSource

        if number is not None:
            revision = self.history.revision(number)
            report = self.history.report(number, language)
            source = PackageSource(report, self.id, revision)
        else:
            source = PackageSource(
                self.report(language),
                self.id,
                revisions=self.history.revisions,
                content=self._content_to_hand_over(),
            )
        files = self._store.evidence
        found = {sha256: files.path(sha256) for sha256 in source.files if files.has(sha256)}
        return replace(source, evidence=MappingProxyType(found))

    def _content_to_hand_over(self) -> bytes:
        """What ``current`` says; with what was explained, where the newest revision says the same.

        So an unchanged revision has its own code, also in a package of the whole assessment.
        """
        said = self._said
        if said is None:
            return self.appraisal.content
        return with_explained(self.appraisal.content, read_explained(said.content))

    def write_rescue(self, path: Path) -> None:
        """Write ``current``, whole, to a file elsewhere, when the store cannot be written."""
        rescued = parts.parts(self._current)
        members = b",".join(f'"{key}":'.encode() + rescued[key] for key in sorted(rescued))
        write_bytes(path, b"{" + members + b"}")

    @property
    def _said(self) -> Revision | None:
        """The newest revision if it says what ``current`` says.

        A revision that cannot be read says nothing, and must not keep the draft from being saved.
        """
        with suppress(DigicomError):
            newest = self.history.newest
            if newest is not None and self.appraisal.draft_form == self.history.newest_draft:
                return newest
        return None

    def _appraise(self, assessment: Assessment, day: date) -> Appraisal:
        return Appraisal(self._library, assessment, day, self._lost_of)

    def _lost_of(self, files: Collection[str]) -> frozenset[str]:
        for sha256 in set(files) - self._lost.keys():
            self._lost[sha256] = not self._store.evidence.has(sha256)
        return frozenset(sha256 for sha256 in files if self._lost[sha256])

    def _verify_files(self) -> None:
        for entry in self._current.evidence.entries:
            if entry.file is not None:
                self._store.evidence.verify(entry.file.sha256)

    def _finalise(self, assessment: Assessment) -> Revision:
        """Only what is said of living findings becomes a part of it, in the draft too."""
        before = self._current
        self._current, self._appraisal = assessment, None
        canonical = self.appraisal.content_to_finalise()
        differing = parts.changed(self._saved, assessment)
        kept = {key for key in differing if parts.is_kept(assessment, key)}
        try:
            revision = self.history.add(
                {key: parts.encode(assessment, key) for key in kept},
                differing - kept,
                self.appraisal.summary(self._last_place),
                canonical,
                consistency_code(canonical),
            )
        except DigicomError:
            self._current, self._appraisal = before, None
            raise
        self._saved, self._finalised = assessment, revision.number
        self.saved_at = revision.finalised
        return revision
