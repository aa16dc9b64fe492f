"""One revision in the list: number, time, code, scores, what became of it, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.revision_standing import (
    ICONS,
    TONES,
    change_line,
    finalised_text,
    revision_name,
    standing,
)
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CHIP_HEIGHT,
    CONTROL_HEIGHT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
)


class RevisionRow(QWidget):
    """Each request tells the number of the revision."""

    view_requested = Signal(int)
    export_requested = Signal(int)
    state_requested = Signal(int)
    compare_requested = Signal()

    def __init__(self, revision: Revision) -> None:
        super().__init__()
        self.number = revision.number
        self._code = revision.code
        # Its line is kept free: nothing moves when the scores come.
        self._scores = PlainLabel(" ", "compact", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_HORIZONTAL, SPACE_8, CARD_HORIZONTAL, SPACE_8)
        column.setSpacing(2)
        column.addLayout(self._head(revision))
        column.addWidget(self._scores)
        if len(revision.changes) > 1 or any(c.remark.strip() for c in revision.changes):
            for change in revision.changes:
                column.addWidget(Paragraph(change_line(change), "compact", "text2"))
        column.addLayout(self._links(revision))

    def show_report(self, report: Report) -> None:
        """Shows the scores and the level of the revision."""
        text = self.tr("Declared {0} · evidence-backed {1} · {2}")
        self._scores.setText(
            text.format(report.declared.shown, report.supported.shown, report.firm_level.name)
        )

    def _head(self, revision: Revision) -> QHBoxLayout:
        words = FlowLayout(SPACE_12, SPACE_4)
        words.addWidget(PlainLabel(revision_name(revision.number), "section"))
        state = revision.state
        words.addWidget(Chip(standing(revision), TONES[state], ICONS[state]))
        words.addWidget(PlainLabel(finalised_text(revision), "compact", "text2"))
        code = PlainLabel(revision.code, "strong")
        code.setAccessibleName(self.tr("Consistency code {0}").format(revision.code))
        copy = IconButton("copy", self.tr("Copy the code {0}").format(revision.code))
        copy.clicked.connect(self._on_copy)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, (theme.px(CONTROL_HEIGHT) - theme.px(CHIP_HEIGHT)) // 2, 0, 0)
        lines.addLayout(words)
        lines.addStretch(1)
        code.setFixedHeight(theme.px(CONTROL_HEIGHT))
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        row.addLayout(lines, 1)
        row.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _links(self, revision: Revision) -> FlowLayout:
        row = FlowLayout(SPACE_16, SPACE_4)
        number = revision.number
        links = (
            (self.tr("Read"), self.tr("Read revision {0}"), self.view_requested),
            (self.tr("Export…"), self.tr("Export revision {0}"), self.export_requested),
            (
                self.tr("What became of it…"),
                self.tr("What became of revision {0}"),
                self.state_requested,
            ),
        )
        for text, name, request in links:
            link = Button(text, Kind.LINK)
            link.setAccessibleName(name.format(number))
            link.clicked.connect(lambda _=False, request=request: request.emit(number))
            row.addWidget(link)
        compare = Button(self.tr("Compare"), Kind.LINK)
        compare.setAccessibleName(self.tr("Compare revision {0}").format(number))
        compare.clicked.connect(lambda: self.compare_requested.emit())
        row.addWidget(compare)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
