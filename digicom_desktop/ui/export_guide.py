"""Beside the export page: what to do with the files, and what they say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.report import Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.evidence_text import count_text
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16

_NUMBER = 20


class ExportGuide(DownScroll):
    """Steps from the file to the bureau; below them the contents at a glance."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Guide"))
        self.show_report(report)

    def show_report(self, report: Report) -> None:
        """Shows what the files of ``report`` say."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addWidget(PlainLabel(self.tr("Before it goes to the bureau"), "panel", wrap=True))
        for number, (title, note) in enumerate(self._steps(report), 1):
            column.addLayout(_step(number, title, note))
        column.addWidget(Separator())
        column.addWidget(PlainLabel(self.tr("What the files say"), "section", wrap=True))
        column.addLayout(self._contents(report))
        method = PlainLabel(report.notices["not_official"], "caption", "text3", wrap=True)
        column.addWidget(method)
        column.addStretch(1)
        self.show_inside(inside)

    def _steps(self, report: Report) -> tuple[tuple[str, str], ...]:
        bureau = next(row.value for row in report.company if row.id == "company.receiving_bureau")
        handed_in = self.tr("{0}: the workbook and the stamped PDF")
        if any(entry.file_sha256 for entry in report.evidence):
            handed_in = self.tr("{0}: the workbook, the stamped PDF and the evidence volume")
        return (
            (self.tr("Read the PDF once"), self.tr("Every figure and every document it names")),
            (self.tr("Print it"), self.tr("A4, both sides; black and white is enough")),
            (
                self.tr("Sign and stamp"),
                self.tr("The statement of truth in the PDF: signature and seal of the firm"),
            ),
            (
                self.tr("Hand them in"),
                handed_in.format(bureau or self.tr("The receiving bureau")),
            ),
            (
                self.tr("Note what became of it"),
                self.tr("Submitted, returned or accepted: below, at each revision"),
            ),
        )

    def _contents(self, report: Report) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._rows(report)):
            grid.addWidget(PlainLabel(name, "compact", "text2", wrap=True), row, 0)
            shown = PlainLabel(value, "compact", wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(shown, row, 1)
        return grid

    def _rows(self, report: Report) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Declared / evidence-backed"),
                f"{report.declared.shown} / {report.supported.shown}",
            ),
            (self.tr("Level"), report.firm_level.name),
            (
                self.tr("{0} items").format(report.total),
                self.tr("{0} answered, {1} not applicable").format(
                    report.answered, report.not_applicable
                ),
            ),
            (self.tr("Evidence"), self._evidence(report)),
            (self.tr("Explanations"), self.tr("{0} given").format(len(report.explained))),
        )

    def _evidence(self, report: Report) -> str:
        sizes = [entry.file_size or 0 for entry in report.evidence if entry.file_sha256]
        return count_text(len(report.evidence), len(sizes), sum(sizes))


class _Number(QWidget):
    """A number in a ring."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(QSize(theme.px(_NUMBER), theme.px(_NUMBER)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours.ctl), 1))
        painter.drawEllipse(rect)
        painter.setPen(QColor(colours.text2))
        painter.setFont(theme.font("caption"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(self._number))


def _step(number: int, title: str, note: str) -> QHBoxLayout:
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(PlainLabel(title, "strong", wrap=True))
    # A bureau may be one word that is wider than the guide.
    texts.addWidget(Paragraph(note, "caption", "text2"))
    row = QHBoxLayout()
    row.setSpacing(SPACE_8)
    row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(texts, 1)
    return row
