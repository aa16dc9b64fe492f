"""One result of a check: the verdict in a line, what it belongs to, and the details."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.verdict import Checked
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, IconButton, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.check_words import (
    as_text,
    facts_text,
    icon_of,
    kind_name,
    tone_of,
    verdict_text,
)
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.import_notes import NoteList
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SCROLL_BAR, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Tone

_MOST = 240
"""How high the details are before they scroll."""


class CheckCard(Card):
    """What is known of the file or code ``name``; born waiting, it shows one outcome."""

    open_requested = Signal(str)
    """The id of the assessment it belongs to."""
    import_requested = Signal()
    """The file is to be brought in: what it belongs to is not here."""
    remove_requested = Signal()

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(padded=False)
        self._name, self._words = name, words
        self._text = name
        self._notes: NoteList | None = None
        self._icon = IconLabel("search", theme.current().text3)
        self._verdict = Paragraph(self.tr("Waiting"), "strong", "text2")
        self._file = Paragraph(name, "caption", "text2")
        self._facts = Paragraph("", "compact")
        self._code = PlainLabel("", "compact", "text2", wrap=True)
        self._remove = IconButton("cross", self.tr("Remove {0}").format(name))
        self._remove.clicked.connect(lambda: self.remove_requested.emit())
        self._open = Button(self.tr("Open the assessment"), Kind.LINK)
        self._copy = Button(self.tr("Copy the result"), Kind.LINK, on_click=self._on_copy)
        self._import = Button(self.tr("Open it and bring it in…"), Kind.LINK)
        self._import.clicked.connect(lambda: self.import_requested.emit())
        self.checked: Checked | None = None
        """What was found, None before and where it could not be checked."""
        self._id = ""
        self._is_over = False
        self._open.clicked.connect(lambda: self.open_requested.emit(self._id))
        self._lay_out()
        for part in (self._facts, self._code, self._open, self._import, self._copy):
            part.hide()

    @property
    def name(self) -> str:
        """The name of the file, or the code."""
        return self._name

    def show_running(self) -> None:
        """The file is being read and compared."""
        self._verdict.set_text(self.tr("Being checked…"))

    def show_checked(self, checked: Checked) -> None:
        """Shows what was found."""
        self.checked = checked
        self._text = as_text(self._name, checked, self._words)
        verdict = verdict_text(checked, self._words)
        self._show(icon_of(checked.verdict), tone_of(checked.verdict), verdict)
        self._file.set_text(f"{self._name} · {kind_name(checked.kind)}")
        self._show_line(self._facts, facts_text(checked))
        code = self.tr("Consistency code {0}").format(checked.code) if checked.code else ""
        self._code.setText(code)
        self._code.setVisible(bool(code))
        self._id = checked.id
        self._open.setVisible(bool(checked.id))
        holds_content = checked.kind in ("workbook", "package")
        self._import.setVisible(holds_content and not checked.id)
        self._copy.show()
        if checked.notes:
            title = self.tr("Details of {0}").format(self._name)
            self._notes = NoteList(checked.notes, self._words, title)
            self.body.addWidget(Separator())
            self.body.addWidget(self._notes)
            self._fit()

    def show_stopped(self) -> None:
        """It was called off, unless there is an outcome."""
        if not self._is_over:
            self._show("cross", Tone.GREY, self.tr("Stopped before it was checked"))

    def show_failure(self, sentence: str) -> None:
        """It could not be checked, as ``sentence`` says."""
        self._text = f"{self._name}\n{sentence}"
        self._show("alert", Tone.RED, self.tr("It could not be checked"))
        self._show_line(self._facts, sentence)
        self._copy.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._notes is not None:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Gives the details the height of their rows."""
        if self._notes is not None:
            width = self.width() - 2 - SCROLL_BAR
            self._notes.setFixedHeight(self._notes.height_of_all(width, _MOST))

    def _show(self, icon: str, tone: Tone, verdict: str) -> None:
        self._is_over = True
        self._icon.set_icon(icon, theme.current().tone(tone).text)
        self._verdict.set_tone(tone)
        self._verdict.set_text(verdict)

    @staticmethod
    def _show_line(line: Paragraph, text: str) -> None:
        line.set_text(text)
        line.setVisible(bool(text))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.set_label(self.tr("Copied"))

    def _lay_out(self) -> None:
        links = FlowLayout(SPACE_16, SPACE_4)
        links.addWidget(self._open)
        links.addWidget(self._import)
        links.addWidget(self._copy)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for part in (self._verdict, self._file, self._facts, self._code):
            lines.addWidget(part)
        lines.addLayout(links)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 2, 0, 0)
        mark.addWidget(self._icon)
        mark.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_8, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addLayout(mark)
        row.addLayout(lines, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(inside)
