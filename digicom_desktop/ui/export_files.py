"""The card of files to export: writes them and shows how far each is."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from digicom_desktop.domain.report import Report
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.export_plan import ExportPlan
from digicom_desktop.ui.export_run import ExportRun, Job
from digicom_desktop.ui.file_row import FileRow
from digicom_desktop.ui.labels import Separator

Write = Callable[[Report, Path], None]
"""Writes a report to a file whole or not at all, and reads it back; any thread."""


class ExportFiles(Card):
    """A row per kind of file."""

    ticked = Signal()
    other_name_requested = Signal(str)
    """The kind of a file that could not be written under its name."""
    started = Signal(str)
    """The name of the file that is being written now."""
    done = Signal(bool)
    """One file is done: whether it was written."""
    finished = Signal()

    def __init__(self, writers: Mapping[str, Write], words: Words) -> None:
        super().__init__(padded=False)
        self._writers = writers
        self._words = words
        self._plan = ExportPlan(Path(), "")
        self._run = ExportRun()
        self._rows = {
            "workbook": FileRow(
                "table",
                self.tr("Excel workbook"),
                self.tr("all 22 items with answers, figures, evidence and scores"),
            ),
            "pdf": FileRow(
                "document",
                self.tr("PDF report"),
                self.tr("A4, readable in black and white, fonts embedded"),
            ),
        }
        for kind, row in self._rows.items():
            if self.body.count():
                self.body.addWidget(Separator())
            self.body.addWidget(row)
            row.ticked.connect(self.ticked)
            row.other_name_requested.connect(partial(self.other_name_requested.emit, kind))
        self._run.started.connect(self._on_started)
        self._run.written.connect(self._on_written)
        self._run.failed.connect(self._on_failed)
        self._run.finished.connect(self._on_finished)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The kinds that are ticked."""
        return tuple(kind for kind, row in self._rows.items() if row.is_ticked)

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._run.is_running

    def show_plan(self, plan: ExportPlan) -> None:
        """Shows the names that the files will have; nothing is written yet."""
        self._show_names(plan)
        for row in self._rows.values():
            row.show_waiting()

    def write(self, plan: ExportPlan, kinds: Sequence[str], report: Report) -> None:
        """Writes the files of ``kinds`` in a thread of its own."""
        self._show_names(plan)
        self._set_busy(busy=True)
        self._run.start(
            [Job(kind, plan.target(kind), partial(self._writers[kind], report)) for kind in kinds]
        )

    def cancel(self) -> None:
        """Writes no further file."""
        self._run.cancel()

    def _show_names(self, plan: ExportPlan) -> None:
        self._plan = plan
        for kind, row in self._rows.items():
            row.show_name(plan.target(kind).name)

    def _set_busy(self, *, busy: bool) -> None:
        for row in self._rows.values():
            row.set_busy(busy)

    def _on_started(self, kind: str) -> None:
        self._rows[kind].show_writing()
        self.started.emit(self._plan.target(kind).name)

    def _on_written(self, kind: str) -> None:
        self._rows[kind].show_done(self._plan.target(kind))
        self.done.emit(True)  # noqa: FBT003  the signal's own value

    def _on_failed(self, kind: str, error: DigicomError) -> None:
        self._rows[kind].show_failure(self._words.error(error))
        self.done.emit(False)  # noqa: FBT003

    def _on_finished(self) -> None:
        self._set_busy(busy=False)
        self.finished.emit()
