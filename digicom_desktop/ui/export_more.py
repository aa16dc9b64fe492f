"""What else can be chosen for an export, folded until asked for: parts of the PDF, no names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.document_parts import ALL_PARTS, SIGNED, Part, part_name
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.ticks import TICK_INSET, TickField, tick_text_left
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CARD_VERTICAL,
    ICON_INLINE,
    SPACE_4,
    SPACE_8,
    SPACE_16,
)

_ALWAYS = Part.DECLARATION
"""What is handed in is signed."""


class ExportMore(QWidget):
    """``changed`` when the person chose something else."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._fold = Button("", Kind.QUIET, on_click=self._on_fold)
        self._fold.setProperty("tight", "true")
        self._fold.setCheckable(True)
        self._advice = TickField(
            self.tr("Copy for advice without names (PDF only), to show to somebody outside")
        )
        self._about_advice = Paragraph(words.say("advice_copy.notice"), "caption", "text2")
        self._ticks = {
            part: TickField(part_name(part, words)) for part in ALL_PARTS if part is not _ALWAYS
        }
        for tick in self._ticks.values():
            tick.set_ticked(True)
        self._always = PlainLabel("", "caption", "text2", wrap=True)
        self._inside = Card()
        self._lay_out()
        for field in (self._advice, *self._ticks.values()):
            field.edited.connect(self._on_edited)
        self._show()

    @property
    def is_advice(self) -> bool:
        """Whether names are to be taken out."""
        return self._advice.isChecked()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of the report the PDF prints, in order."""
        if self.is_advice:
            return tuple(p for p in ALL_PARTS if p not in SIGNED and self._ticks[p].isChecked())
        return tuple(p for p in ALL_PARTS if p is _ALWAYS or self._ticks[p].isChecked())

    def set_busy(self, busy: bool) -> None:
        """Lets everything rest while files are written."""
        self._inside.setEnabled(not busy)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._fold)
        row.addStretch(1)
        flow = FlowLayout(SPACE_16, 0)
        widest = max(tick.sizeHint().width() for tick in self._ticks.values())
        for tick in self._ticks.values():
            tick.setFixedWidth(widest)  # so that they stand in columns
            flow.addWidget(tick)
        notice = QHBoxLayout()
        notice.setContentsMargins(tick_text_left(), 0, 0, 0)
        notice.addWidget(self._about_advice)
        about = QVBoxLayout()
        about.setContentsMargins(TICK_INSET, 0, 0, 0)
        about.setSpacing(SPACE_4)
        about.addWidget(PlainLabel(self.tr("Parts of the PDF report"), "strong"))
        about.addWidget(self._always)
        line = QVBoxLayout()
        line.setContentsMargins(TICK_INSET, 0, 0, 0)
        line.addWidget(Separator())
        body = self._inside.body
        # The boxes of the ticks stand below the first letter of the head.
        left = CARD_HORIZONTAL - TICK_INSET
        body.setContentsMargins(left, CARD_VERTICAL, CARD_HORIZONTAL, CARD_VERTICAL)
        body.addLayout(about)
        body.addLayout(flow)
        body.addLayout(line)
        body.addWidget(self._advice)
        body.addLayout(notice)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(row)
        column.addWidget(self._inside)

    def _show(self) -> None:
        is_open = self._fold.isChecked()
        self._fold.set_icon("arrow-down" if is_open else "arrow-right", ICON_INLINE)
        self._fold.set_label(self.tr("More: {0}").format(self._in_short()))
        self._inside.setVisible(is_open)
        self._about_advice.setVisible(self.is_advice)
        for part in SIGNED:
            if part in self._ticks:
                self._ticks[part].setVisible(not self.is_advice)
        self._always.setText(
            self.tr("Cover and contents are always there.")
            if self.is_advice
            else self.tr("Cover, contents and statement of truth are always there.")
        )

    def _in_short(self) -> str:
        """What is chosen, for who has not unfolded it."""
        shown = [part for part in self._ticks if not (self.is_advice and part in SIGNED)]
        ticked = sum(self._ticks[part].isChecked() for part in shown)
        if ticked == len(shown):
            parts = self.tr("all parts of the PDF")
        else:
            parts = self.tr("{0} of {1} parts of the PDF").format(ticked, len(shown))
        if not self.is_advice:
            return parts
        return self.tr("{0}, without names").format(parts)

    def _on_fold(self) -> None:
        self._show()

    def _on_edited(self) -> None:
        self._show()
        self.changed.emit()
