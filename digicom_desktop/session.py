"""One open assessment: answer it, undo, save as you go, read its report."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digicom_desktop import __version__
from digicom_desktop.domain import parts
from digicom_desktop.domain.assessment import TITLE_LIMIT, Assessment, EvidenceFile
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.reporting import ReportSource, build_report
from digicom_desktop.domain.scoring import Result, evaluate, shown_score, thresholds
from digicom_desktop.domain.summary import Summary
from digicom_desktop.domain.text import Language, clean_line
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
from digicom_desktop.library import Library
from digicom_desktop.store.database import Store


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
        self, store: Store, library: Library, id: str, stored: Assessment, saved_at: datetime
    ) -> None:
        self.id = id
        self.edition: Edition = library.edition(stored.edition)
        self.saved_at = saved_at
        self.problem: DigicomError | None = None
        self._store = store
        self._library = library
        self._current = self._saved = stored
        self._result: Result | None = None
        self._past: list[Assessment] = []
        self._future: list[Assessment] = []
        self._visit = ""
        self._last_place = ""

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
    def state(self) -> str:
        """The state of the assessment: a draft until it is finalised."""
        return "draft"

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._future)

    @property
    def result(self) -> Result:
        """Scores and levels of ``current``."""
        if self._result is None:
            self._result = evaluate(self.edition, self._current)
        return self._result

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
        before, self._current, self._result = self._current, assessment, None
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
        summary = summarise(self.edition, self._current, self.result, self._last_place)
        try:
            self.saved_at = self._store.write(self.id, written, differing - kept, summary)
        except DigicomError as error:
            self.problem = error
            return False
        self._saved, self.problem = self._current, None
        return True

    def report(self, language: Language) -> Report:
        """The report of ``current`` in ``language``."""
        source = ReportSource(
            program=__version__,
            edition=self.edition,
            regions=self._library.regions(),
            industries=self._library.industries(),
            metrics=self._library.metrics(),
            size_standard=self._library.size_standard(),
            assessment=self._current,
            result=self.result,
            saved_at=self.saved_at,
        )
        return build_report(source, self._library.words(language))

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

    def write_rescue(self, path: Path) -> None:
        """Write ``current``, whole, to a file elsewhere, when the store cannot be written."""
        rescued = parts.parts(self._current)
        members = b",".join(f'"{key}":'.encode() + rescued[key] for key in sorted(rescued))
        write_bytes(path, b"{" + members + b"}")


def summarise(edition: Edition, assessment: Assessment, result: Result, last_place: str) -> Summary:
    """What Home shows of ``assessment``."""
    limits = thresholds(edition.method)
    return Summary(
        firm=assessment.company.name,
        credit_code=assessment.company.credit_code,
        year=assessment.year,
        edition=assessment.edition,
        answered=result.answered + result.not_applicable,
        total=len(edition.items),
        declared="" if result.declared is None else shown_score(result.declared, limits),
        supported="" if result.supported is None else shown_score(result.supported, limits),
        level=result.level,
        last_place=last_place,
    )
