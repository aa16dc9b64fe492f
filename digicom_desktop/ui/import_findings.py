"""What was found in a file: differences, each with its choice, and remarks."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from digicom_desktop.domain.hand_in import Difference, HandIn, Note, Source, Taken
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.import_difference_list import DifferenceHead, DifferenceList
from digicom_desktop.ui.import_differences import DifferenceRows, is_long, side_names
from digicom_desktop.ui.import_notes import NoteList, note_text, sorted_notes
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tabs import Tabs
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16

_WHOLE_LEAST, _WHOLE_MOST = 52, 120


class ImportFindings(Card):
    """Differences and remarks, a tab each where there are both."""

    def __init__(self, hand_in: HandIn, words: Words) -> None:
        super().__init__(padded=False)
        asks = hand_in.source is not Source.TEMPLATE
        self.rows = DifferenceRows(hand_in.differences)
        self.rows.setParent(self)
        pages: list[tuple[str, QWidget]] = []
        if asks and hand_in.differences:
            count = len(hand_in.differences)
            title = self.tr("Differences {0}").format(count)
            pages.append((title, _Differences(self.rows)))
        if hand_in.notes:
            title = self.tr("Remarks {0}").format(len(hand_in.notes))
            pages.append((title, _Notes(hand_in.notes, words)))
            if any(note.grave for note in hand_in.notes):
                pages.reverse()
        self.is_empty = not pages
        self._stack = QStackedWidget()
        self._tabs = Tabs(tuple(title for title, _ in pages))
        self._tabs.chosen.connect(self._stack.setCurrentIndex)
        for _, page in pages:
            self._stack.addWidget(page)
        self.body.addWidget(self._tabs)
        self.body.addWidget(self._stack, 1)


class _Differences(QWidget):
    """The list, one choice for all above, and below it the whole texts of the current row."""

    def __init__(self, rows: DifferenceRows) -> None:
        super().__init__()
        self._rows = rows
        self._list = DifferenceList(rows, self.tr("Differences between cells and content"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(DifferenceHead())
        column.addWidget(self._list, 4)
        if any(map(is_long, rows.differences)):
            self._whole = _WholeTexts()
            self._list.selectionModel().currentChanged.connect(self._on_current_changed)
            column.addWidget(self._whole, 1)
            self._list.setCurrentIndex(rows.index(0, 0))

    def _make_head(self) -> QWidget:
        head = QWidget()
        said = self.tr(
            "These cells were changed in the file. What you see in the cells counts, unless you "
            "choose what was there before."
        )
        visible = self._make_button(self.tr("All as in the cells"), Taken.VISIBLE)
        original = self._make_button(self.tr("All as it was"), Taken.ORIGINAL)
        buttons = FlowLayout(SPACE_12, SPACE_4)
        buttons.addWidget(visible)
        buttons.addWidget(original)
        column = QVBoxLayout(head)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addWidget(Paragraph(said, "caption", "text2"))
        column.addLayout(buttons)
        return head

    def _make_button(self, text: str, taken: Taken) -> Button:
        return Button(text, Kind.LINK, on_click=lambda: self._rows.take_all(taken))

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._whole.show_texts(self._rows.differences[current.row()])


class _WholeTexts(QWidget):
    """Both texts of a difference, whole."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_4, SPACE_16, SPACE_8)
        row.setSpacing(SPACE_8)
        self._texts: list[QPlainTextEdit] = []
        for name in side_names():
            text = QPlainTextEdit()
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setMinimumHeight(_WHOLE_LEAST)
            text.setMaximumHeight(_WHOLE_MOST)
            text.setAccessibleName(name)
            side = QVBoxLayout()
            side.setSpacing(2)
            side.addWidget(PlainLabel(name, "caption", "text2"))
            side.addWidget(text)
            row.addLayout(side, 1)
            self._texts.append(text)

    def show_texts(self, difference: Difference) -> None:
        """Shows the texts of ``difference``."""
        for field, text in zip(self._texts, (difference.visible, difference.original), strict=True):
            field.setPlainText(text)


class _Notes(QWidget):
    """The list, and a way to take it elsewhere."""

    def __init__(self, notes: Sequence[Note], words: Words) -> None:
        super().__init__()
        self._notes, self._words = sorted_notes(notes), words
        self._copy = Button(self.tr("Copy all remarks"), Kind.LINK, on_click=self._on_copy)
        head = FlowLayout(SPACE_12, SPACE_4)
        head.setContentsMargins(0, 0, 0, 0)
        grave = sum(note.grave for note in notes)
        if grave:
            said = self.tr("About what is not brought in: {0}").format(grave)
            head.addWidget(PlainLabel(said, "caption", "red"))
        head.addWidget(self._copy)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_4)
        top.addLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(NoteList(notes, words, self.tr("Remarks on the file")), 1)

    def _on_copy(self) -> None:
        lines = (note_text(note, self._words) for note in self._notes)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._copy.set_label(self.tr("Copied"))
