"""The card of a draft: what is open before it can be finalised, and the way there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.finding_class import FindingClass
from digicom_desktop.ui.buttons import AT_RIGHT, Button, Kind, OnwardButton
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_16, Tone


class DraftCard(Card):
    """Counts what is open; ``review_requested`` when the person wants to go there."""

    review_requested = Signal()
    back_requested = Signal()
    """The person wants to drop the changes since the newest revision."""

    def __init__(self, notice: str) -> None:
        super().__init__()
        self._title = PlainLabel("", "section", wrap=True)
        self._open = FlowLayout(SPACE_8, SPACE_4)
        self._note = Paragraph("", "compact", "text2")
        self._notice = notice
        self._go = OnwardButton(self.tr("Check and finalise"))
        self._go.clicked.connect(lambda: self.review_requested.emit())
        self._back = Button("", Kind.LINK)
        self._back.clicked.connect(lambda: self.back_requested.emit())
        words = QVBoxLayout()
        words.setSpacing(SPACE_8)
        words.addWidget(self._title)
        words.addLayout(self._open)
        words.addWidget(self._note)
        words.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addLayout(words, 1)
        row.addWidget(self._go, 0, AT_RIGHT | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def show_draft(self, appraisal: Appraisal, finalised: int) -> None:
        """Shows what is open; ``finalised`` is the number of the newest revision, 0 for none."""
        if finalised:
            title = self.tr("Changed since revision {0}; revision {1} is not finalised yet")
            self._title.setText(title.format(finalised, finalised + 1))
        else:
            self._title.setText(self.tr("Not finalised yet"))
        self._back.set_label(self.tr("Drop the changes, back to revision {0}…").format(finalised))
        self._back.setVisible(bool(finalised))
        self._show_open(appraisal)
        self._note.set_text(
            self.tr("{0} Exported files are marked as a draft.").format(self._notice)
        )

    def _show_open(self, appraisal: Appraisal) -> None:
        self._open.clear()
        texts = (
            (FindingClass.MUST_FIX, self.tr("{0} to fix"), Tone.RED),
            (FindingClass.EXPLAIN, self.tr("{0} to explain"), Tone.AMBER),
            (FindingClass.VERIFY, self.tr("{0} to verify"), Tone.BLUE),
        )
        for class_, text, tone in texts:
            if count := appraisal.count_open(class_):
                self._open.addWidget(Chip(text.format(count), tone))
        if not self._open.count():
            self._open.addWidget(Chip(self.tr("Nothing is open"), Tone.GREEN, "check"))
