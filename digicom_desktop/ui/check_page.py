"""Whether files and paper belong to what was finalised here: files are dropped, codes typed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.together import together
from digicom_desktop.domain.verdict import Checked
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card, ScrolledColumn
from digicom_desktop.ui.check_card import CheckCard
from digicom_desktop.ui.check_run import CheckRun
from digicom_desktop.ui.check_words import together_text
from digicom_desktop.ui.file_dialogs import Purpose, ask_for_files
from digicom_desktop.ui.file_drop import FileDrop
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tone
from digicom_desktop.workspace import Workspace

_CODE_LIMIT = 40
_CODE_WIDTH = 260


class CheckPage(Page):
    """A card for each file and code, the newest first."""

    def __init__(self, workspace: Workspace, words: Words) -> None:
        super().__init__()
        self._workspace, self._words = workspace, words
        self._cards: dict[Path, CheckCard] = {}
        self._run = CheckRun(workspace)
        self._choose = Button(self.tr("Choose files…"), Kind.PRIMARY, "folder")
        self._code = LineInput(_CODE_LIMIT)
        self._ask = Button(self.tr("Check the code"))
        self._cancel = Button(self.tr("Stop"), Kind.SECONDARY)
        self._groups = QVBoxLayout()
        self._results = QVBoxLayout()
        self._lay_out()
        self._connect()

    def focus_start(self, target: str = "") -> None:
        self._choose.setFocus()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files on the page, from above."""
        return tuple(reversed(self._cards))

    @property
    def is_running(self) -> bool:
        """Whether a file is being checked."""
        return self._run.is_running

    def check(self, paths: Sequence[Path]) -> None:
        """Checks ``paths`` one after the other; one that is on the page already is checked anew."""
        for path in reversed(paths):
            if path in self._cards:
                self._remove(self._cards[path])
            card = self._cards[path] = self._add(path.name)
            card.import_requested.connect(lambda path=path: self.file_requested.emit(path))
        for path in paths:
            self._run.start(path)
        self._cancel.setVisible(self._run.is_running)

    def show_checked(self, name: str, checked: Checked) -> None:
        """Shows one more result."""
        self._add(name).show_checked(checked)
        self._show_groups()

    def _lay_out(self) -> None:
        scroll = ScrolledColumn()
        body = scroll.body
        body.addWidget(PlainLabel(self.tr("Check files"), "page"))
        about = self.tr(
            "Is this workbook, package or PDF complete, was anything altered, and does it belong "
            "to a revision on this computer? Nothing is brought in or changed."
        )
        body.addWidget(Paragraph(about, "body", "text2"))
        body.addWidget(self._make_ways())
        self._groups.setSpacing(SPACE_8)
        body.addLayout(self._groups)
        self._results.setSpacing(SPACE_12)
        body.addLayout(self._results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _make_ways(self) -> QWidget:
        ways = Card()
        files = FlowLayout(SPACE_12, SPACE_4)
        files.addWidget(self._choose)
        files.addWidget(self._cancel)
        files.addWidget(PlainLabel(self.tr("or drop them here"), "compact", "text3"))
        self._cancel.hide()
        caption = PlainLabel(
            self.tr("Or type the code that is printed on the paper"), "caption", "text2"
        )
        caption.setWordWrap(True)
        caption.setBuddy(self._code)
        self._code.setAccessibleName(caption.text())
        self._code.setPlaceholderText(self.tr("XXXX-XXXX-XXXXX"))
        self._code.setMaximumWidth(_CODE_WIDTH)
        typed = QHBoxLayout()
        typed.setSpacing(SPACE_8)
        typed.addWidget(self._code, 1)
        typed.addWidget(self._ask)
        typed.addStretch(1)
        ways.body.addLayout(files)
        ways.body.addSpacing(SPACE_4)
        ways.body.addWidget(caption)
        ways.body.addLayout(typed)
        return ways

    def _connect(self) -> None:
        self._choose.clicked.connect(lambda: self._on_choose())
        self._ask.clicked.connect(lambda: self._on_code())
        self._code.returnPressed.connect(self._on_code)
        self._cancel.clicked.connect(lambda: self._on_cancel())
        self._run.started.connect(self._on_started)
        self._run.checked.connect(self._on_checked)
        self._run.failed.connect(self._on_failed)
        self._run.finished.connect(self._on_finished)
        drop = FileDrop(self, self.tr("Let go to check the files"))
        drop.dropped.connect(self.check)

    def _add(self, name: str) -> CheckCard:
        card = CheckCard(name, self._words)
        card.open_requested.connect(self.assessment_requested)
        card.remove_requested.connect(lambda: self._remove(card))
        self._results.insertWidget(0, card)
        return card

    def _show_groups(self) -> None:
        """Says above the cards which files belong together, and which do not."""
        for at in reversed(range(self._groups.count())):
            old = self._groups.itemAt(at).widget()
            self._groups.removeWidget(old)
            old.hide()
            old.deleteLater()
        cards = (self._results.itemAt(at).widget() for at in range(self._results.count()))
        found = [
            (card.name, card.checked)
            for card in cards
            if isinstance(card, CheckCard) and card.checked is not None
        ]
        groups = together(found[::-1])
        for group in groups:
            said = together_text(group, named=len(groups) > 1)
            self._groups.addWidget(Banner(said, Tone.BLUE if group.code else Tone.RED))

    def _remove(self, card: CheckCard) -> None:
        for path in [path for path, known in self._cards.items() if known is card]:
            del self._cards[path]
        self._results.removeWidget(card)
        self._show_groups()
        card.hide()
        card.deleteLater()
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choose(self) -> None:
        kinds = self.tr("Workbooks, packages and PDFs (*.xlsx *.digicom *.pdf)")
        title = self.tr("Choose files to check")
        self.check(ask_for_files(self, title, Purpose.ASSESSMENT, kinds))

    def _on_code(self) -> None:
        typed = self._code.text().strip()
        if not typed:
            self._code.setFocus()
            return
        card = self._add(typed)
        try:
            card.show_checked(self._workspace.check_code(typed))
            self._show_groups()
        except DigicomError as error:
            card.show_failure(self._words.error(error))

    def _on_started(self, path: Path) -> None:
        if path in self._cards:
            self._cards[path].show_running()

    def _on_checked(self, path: Path, checked: Checked) -> None:
        if path in self._cards:
            self._cards[path].show_checked(checked)
            self._show_groups()

    def _on_failed(self, path: Path, error: DigicomError) -> None:
        if path in self._cards:
            self._cards[path].show_failure(self._words.error(error))

    def _on_cancel(self) -> None:
        self._run.cancel()

    def _on_finished(self) -> None:
        self._cancel.hide()
        for card in self._cards.values():
            card.show_stopped()
