"""The card of files to export: writes them and shows how far each is."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from digicom_desktop.domain.report import Report
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import Step
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.export_bar import Tally
from digicom_desktop.ui.export_order import ExportOrder, Write
from digicom_desktop.ui.export_plan import ExportPlan
from digicom_desktop.ui.export_run import ExportRun, Job
from digicom_desktop.ui.export_size import estimates
from digicom_desktop.ui.file_row import FileRow
from digicom_desktop.ui.labels import Separator


class ExportFiles(Card):
    """A row per kind of file."""

    ticked = Signal()
    retry_requested = Signal(str)
    other_name_requested = Signal(str)
    """The kind of a file that could not be written under its name."""
    other_folder_requested = Signal()
    started = Signal(str)
    """The name of the file that is being written now."""
    done = Signal()
    """One file is done, or could not be written."""
    finished = Signal()

    def __init__(self, writers: Mapping[str, Write], words: Words) -> None:
        super().__init__(padded=False)
        self._writers = writers
        self._words = words
        self._plan = ExportPlan(Path(), "")
        self._outcomes: dict[str, str | None] = {}
        """The kinds to be written: None until one is done, "" when it is there, or else why not."""
        self._run = ExportRun()
        self._is_volume_chosen = False
        """Whether the person said if the evidence volume is wanted."""
        self._rows = self._make_rows()
        self._separators = {kind: Separator() for kind in tuple(self._rows)[1:]}
        for kind, row in self._rows.items():
            if kind in self._separators:
                self.body.addWidget(self._separators[kind])
            self.body.addWidget(row)
        self._connect()

    def _make_rows(self) -> dict[str, FileRow]:
        return {
            "workbook": FileRow(
                "table",
                self.tr("Excel workbook"),
                self.tr("all 22 items with answers, figures, evidence and scores"),
            ),
            "pdf": FileRow(
                "document",
                self.tr("PDF report"),
                self.tr("A4, readable in black and white, fonts embedded"),
                can_print=True,
            ),
            "package": FileRow(
                "package",
                self.tr("Package"),
                self.tr("data, evidence and both files: all that goes to another computer, in one"),
                is_ticked=False,
            ),
            "volume": FileRow(
                "book",
                self.tr("Evidence volume"),
                self.tr("one PDF of all evidence, in A4 behind numbered dividers"),
                can_print=True,
                is_ticked=False,
            ),
        }

    @property
    def wanted(self) -> tuple[str, ...]:
        """The kinds that are offered and ticked."""
        return tuple(
            kind for kind, row in self._rows.items() if row.is_ticked and not row.isHidden()
        )

    @property
    def ticks(self) -> tuple[str, ...]:
        """The kinds that are ticked, whether they are offered now or not."""
        return tuple(kind for kind, row in self._rows.items() if row.is_ticked)

    def tick(self, kinds: Sequence[str]) -> None:
        """Ticks ``kinds`` and no others; nobody is told."""
        for kind, row in self._rows.items():
            row.set_ticked(is_ticked=kind in kinds)

    @property
    def failed(self) -> tuple[str, ...]:
        """The kinds that could not be written."""
        return tuple(kind for kind, why in self._outcomes.items() if why)

    @property
    def tally(self) -> Tally:
        """What became of the files so far."""
        written = sum(why == "" for why in self._outcomes.values())
        return Tally(len(self._outcomes), written, len(self.failed))

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._run.is_running

    def show_plan(self, plan: ExportPlan, report: Report) -> None:
        """Shows the names that the files will have; nothing is written yet."""
        self._outcomes.clear()
        self._show_names(plan)
        sizes = estimates(report)
        for kind, row in self._rows.items():
            row.show_waiting(sizes.get(kind, 0))
        without = "" if report.evidence else self.tr("No evidence is registered yet.")
        self._rows["volume"].refuse(without)
        if not self._is_volume_chosen:
            # A bureau cannot check evidence that it only reads the names of.
            self._rows["volume"].set_ticked(any(entry.file_sha256 for entry in report.evidence))

    def offer_only_pdf(self, is_only: bool) -> None:
        """Whether nothing but the report can be written."""
        for kind, row in self._rows.items():
            row.setVisible(kind == "pdf" or not is_only)
        for separator in self._separators.values():
            separator.setVisible(not is_only)

    def failure(self, kind: str) -> str:
        """The id of what went wrong with ``kind``, "" where nothing did."""
        return self._outcomes.get(kind) or ""

    def write(self, plan: ExportPlan, kinds: Sequence[str], order: ExportOrder) -> None:
        """Writes the files of ``kinds`` in a thread of its own."""
        self._show_names(plan)
        self._set_busy(busy=True)
        self._outcomes |= dict.fromkeys(kinds)
        self._run.start(
            [Job(kind, plan.target(kind), partial(self._writers[kind], order)) for kind in kinds]
        )

    def cancel(self) -> None:
        """Writes no further file; what is not in place yet never will be."""
        self._run.cancel()

    def _connect(self) -> None:
        for kind, row in self._rows.items():
            row.ticked.connect(self.ticked)
            row.retry_requested.connect(partial(self.retry_requested.emit, kind))
            row.other_name_requested.connect(partial(self.other_name_requested.emit, kind))
            row.other_folder_requested.connect(self.other_folder_requested)
        self._rows["volume"].ticked.connect(self._on_volume_ticked)
        self._run.started.connect(self._on_started)
        self._run.stepped.connect(self._on_stepped)
        self._run.written.connect(self._on_written)
        self._run.stopped.connect(self._on_stopped)
        self._run.failed.connect(self._on_failed)
        self._run.finished.connect(self._on_finished)

    def _on_volume_ticked(self) -> None:
        self._is_volume_chosen = True

    def _show_names(self, plan: ExportPlan) -> None:
        self._plan = plan
        for kind, row in self._rows.items():
            row.show_name(plan.target(kind).name)

    def _set_busy(self, *, busy: bool) -> None:
        for row in self._rows.values():
            row.set_busy(busy)

    def _on_started(self, kind: str) -> None:
        self._rows[kind].show_step(Step.WRITING)
        self.started.emit(self._plan.target(kind).name)

    def _on_stepped(self, kind: str, step: Step) -> None:
        if step is not Step.WRITING:  # with which it started
            self._rows[kind].show_step(step)

    def _on_stopped(self, kind: str) -> None:
        self._rows[kind].show_stopped()

    def _on_written(self, kind: str) -> None:
        self._rows[kind].show_done(self._plan.target(kind))
        self._outcomes[kind] = ""
        self.done.emit()

    def _on_failed(self, kind: str, error: DigicomError) -> None:
        self._outcomes[kind] = error.id
        self._rows[kind].show_failure(error.id, self._words.error(error))
        self.done.emit()

    def _on_finished(self) -> None:
        self._set_busy(busy=False)
        self.finished.emit()
