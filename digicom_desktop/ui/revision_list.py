"""The card of all revisions, newest first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.revision_row import RevisionRow
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12, Tone


class RevisionList(QWidget):
    """A row per revision; ``report`` gives that of a number, asked for one at a time."""

    view_requested = Signal(int)
    export_requested = Signal(int)
    state_requested = Signal(int)
    compare_requested = Signal()

    def __init__(self, report: Callable[[int], Report]) -> None:
        super().__init__()
        self._report = report
        self._shown: tuple[Revision, ...] = ()
        self._waiting: list[RevisionRow] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next)
        self._damage = Banner("", Tone.RED)
        self._card = Card(padded=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self._column.addLayout(self._head())
        self._column.addWidget(self._damage)
        self._column.addWidget(self._card)
        self.hide()

    def show_revisions(self, revisions: Sequence[Revision], damage: str) -> None:
        """Shows ``revisions``, or the sentence that says why they cannot be read."""
        self._damage.set_text(damage)
        self._damage.setVisible(bool(damage))
        if tuple(revisions) != self._shown:
            self._shown = tuple(revisions)
            self._show_rows()
        self._card.setVisible(bool(self._shown))
        self.setVisible(bool(self._shown or damage))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(PlainLabel(self.tr("Revisions"), "section"))
        note = self.tr("What was finalised never changes; each can be exported again, the same")
        row.addWidget(PlainLabel(note, "compact", "text3", wrap=True), 1)
        return row

    def _show_rows(self) -> None:
        old, self._card = self._card, Card(padded=False)
        self._waiting = []
        for revision in self._shown:
            if self._card.body.count():
                self._card.body.addWidget(Separator())
            row = self._make_row(revision)
            self._waiting.append(row)
            self._card.body.addWidget(row)
        self._column.replaceWidget(old, self._card)
        old.hide()
        old.deleteLater()
        self._next.start()

    def _make_row(self, revision: Revision) -> RevisionRow:
        row = RevisionRow(revision)
        row.view_requested.connect(self.view_requested)
        row.export_requested.connect(self.export_requested)
        row.state_requested.connect(self.state_requested)
        row.compare_requested.connect(self.compare_requested)
        return row

    def _on_next(self) -> None:
        """A report takes a moment: the page is there before the scores of its revisions are."""
        if self._waiting:
            row = self._waiting.pop(0)
            row.show_report(self._report(row.number))
            self._next.start()
