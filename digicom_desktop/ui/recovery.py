"""What the person is asked where the data cannot be opened, until they can or the person quits."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from digicom_desktop.domain.clock import system_clock
from digicom_desktop.domain.summary import Summary
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.recovery import DamagedFolder, Recovered, Salvage, can_recover
from digicom_desktop.ui.backup_choice import ask_for_backup_file, ask_for_backup_folder
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.dialogs import WIDE, PlainDialog, Question, show_message
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.naming import names_of
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.restore import Restoring
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8
from digicom_desktop.workspace import Workspace


class Choice(IntEnum):
    """What the person wants; Escape quits, which touches nothing."""

    QUIT = 0
    RESTORE = 1
    SALVAGE = 2
    FRESH = 3
    FOLDER = 4
    FILE = 5


class RecoveryDialog(PlainDialog):
    """Says what is wrong with the data and offers what can be done about it."""

    def __init__(
        self, error: DigicomError, words: Words, is_empty: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Your data cannot be opened"), parent, WIDE)
        self.body.addWidget(PlainLabel(words.error(error), "body", wrap=True))
        has_backup = "backup" in error.values
        can_salvage = error.id != "store.missing" and not is_empty
        if has_backup and can_salvage:
            text = self.tr(
                "The backup lacks what was entered after it; the damaged file may still hold it. "
                "You can look at what is readable first: that changes nothing."
            )
            self.body.addWidget(PlainLabel(text, "compact", "text2", wrap=True))
        self._add_elsewhere()
        self.add_button(self.tr("Quit"), Kind.SECONDARY, Choice.QUIT)
        if not (has_backup and can_salvage):
            self.add_button(self.tr("Start anew…"), Kind.SECONDARY, Choice.FRESH)
        if can_salvage:
            kind = Kind.SECONDARY if has_backup else Kind.PRIMARY
            self._offer(self.tr("See what can be kept…"), kind, Choice.SALVAGE)
        if has_backup:
            text = self.tr("Restore the backup of {0}").format(error.values["date"])
            self._offer(text, Kind.PRIMARY, Choice.RESTORE)

    def ask(self) -> Choice:
        """The answer given; the dialog is gone then."""
        answer = Choice(self.exec())
        self.deleteLater()
        return answer

    def _add_elsewhere(self) -> None:
        text = self.tr(
            "A memory stick, another disk or another computer may have another backup. You see "
            "first what is in it."
        )
        self.body.addWidget(Paragraph(text, "compact", "text2"))
        row = FlowLayout(SPACE_8, SPACE_8)
        for said, choice in (
            (self.tr("Restore from a folder or stick…"), Choice.FOLDER),
            (self.tr("Restore from a file…"), Choice.FILE),
        ):
            row.addWidget(Button(said, icon="folder", on_click=partial(self.done, choice)))
        self.body.addLayout(row)

    def _offer(self, text: str, kind: Kind, choice: Choice) -> None:
        button = self.add_button(text, kind, choice)
        if kind is Kind.PRIMARY:
            button.setDefault(True)
            button.setFocus()


class SalvageDialog(PlainDialog):
    """What can be kept of a damaged file, and what is lost; nothing is offered to keep nothing."""

    def __init__(self, salvaged: Salvage, parent: QWidget | None = None) -> None:
        is_empty = not salvaged.kept
        title = self.tr("Nothing can be kept") if is_empty else self.tr("What can be kept")
        super().__init__(title, parent)
        if is_empty:
            text = self.tr(
                "No assessment in the damaged file can be read any more. It was left as it is."
            )
        else:
            text = self.tr("Assessments that are whole: {0}").format(salvaged.whole)
        self.body.addWidget(Paragraph(text, "body"))
        self._add(self.tr("With parts missing, please check them"), salvaged.incomplete)
        self._add(self.tr("Lost"), salvaged.lost)
        kind = Kind.PRIMARY if is_empty else Kind.SECONDARY
        back = self.add_button(self.tr("Back"), kind, QDialog.DialogCode.Rejected)
        if not is_empty:
            self.add_button(self.tr("Go on with this"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        back.setDefault(True)
        back.setFocus()

    def ask(self) -> bool:
        """Whether to go on with it; the dialog is gone then."""
        answer = self.exec()
        self.deleteLater()
        return answer == QDialog.DialogCode.Accepted

    def _add(self, head: str, summaries: Sequence[Summary]) -> None:
        if not summaries:
            return
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addWidget(PlainLabel(head, "caption", "text2"))
        for name in names_of(summaries):
            column.addWidget(Paragraph(name))
        self.body.addLayout(column)


class Recovery(QObject):
    """Asks, does what is wanted, and asks again where that did not succeed.

    ``told`` is then what was done, in sentences.
    """

    def __init__(self, damaged: DamagedFolder, words: Words, window: QWidget | None) -> None:
        super().__init__()
        self.told = ""
        self._damaged = damaged
        self._words = words
        self._window = window
        self._is_empty = False

    def run(self, error: DigicomError) -> Workspace | None:
        """The workspace as the person wants to go on with it, None when they quit."""
        while True:
            dialog = RecoveryDialog(error, self._words, self._is_empty, self._window)
            choice = dialog.ask()
            if choice is Choice.QUIT:
                return None
            try:
                recovered = self._do(choice, error)
            except DigicomError as failure:
                self._show(self.tr("That did not work"), self._words.error(failure))
                if can_recover(failure):  # the backup was damaged too: there may be an older one
                    error = failure
            else:
                if recovered is not None:
                    return recovered.workspace

    def _do(self, choice: Choice, error: DigicomError) -> Recovered | None:
        if choice is Choice.RESTORE:
            return self._restore(error)
        if choice in (Choice.FOLDER, Choice.FILE):
            return self._restore_from_elsewhere(choice)
        return self._salvage() if choice is Choice.SALVAGE else self._start_fresh()

    def _restore(self, error: DigicomError) -> Recovered:
        with _busy():
            recovered = self._damaged.restore(error.values["backup"])
        sentence = self.tr("The backup of {0} was restored; what was entered later is not in it.")
        self._tell(sentence.format(error.values["date"]), recovered.aside)
        return recovered

    def _restore_from_elsewhere(self, choice: Choice) -> Recovered | None:
        ask = ask_for_backup_folder if choice is Choice.FOLDER else ask_for_backup_file
        chosen = ask(self._window)
        if chosen is None:
            return None
        damaged, restoring = self._damaged, self._restoring()
        with closing(restoring):
            shown = restoring.ask(chosen)
            if shown is None:
                return None

            def restore() -> bool:
                restoring.restore(shown)
                return bool(restoring.told)

            recovered = damaged.put_back(restore)
        if recovered is not None:
            self._tell(restoring.told, recovered.aside)
        return recovered

    def _restoring(self) -> Restoring:
        folder, log = self._damaged.folder, self._damaged.log
        return Restoring(folder, (), log, self._words, system_clock, self._window)

    def _salvage(self) -> Recovered | None:
        with _busy():
            salvaged = self._damaged.salvage()
        self._is_empty = not salvaged.kept
        if not self._wants(salvaged):
            return None
        with _busy():
            recovered = self._damaged.start_fresh(salvaged)
        self._tell("\n".join(self._lines(salvaged)), recovered.aside)
        return recovered

    def _start_fresh(self) -> Recovered | None:
        question = Question(
            self.tr("Start anew?"),
            self.tr("The program then begins without any assessment. No file is deleted."),
            ((self.tr("Cancel"), Kind.SECONDARY), (self.tr("Start anew"), Kind.DANGER)),
            self._window,
        )
        if question.ask() != 1:
            return None
        recovered = self._damaged.start_fresh()
        self._tell(self.tr("A new beginning: nothing is saved yet."), recovered.aside)
        return recovered

    def _wants(self, salvaged: Salvage) -> bool:
        return SalvageDialog(salvaged, self._window).ask()

    def _lines(self, salvaged: Salvage) -> Iterator[str]:
        yield self.tr("Assessments that are whole: {0}").format(salvaged.whole)
        if salvaged.incomplete:
            names = self._list(salvaged.incomplete)
            yield self.tr("With parts missing, please check them: {0}").format(names)
        if salvaged.lost:
            yield self.tr("Lost: {0}").format(self._list(salvaged.lost))

    def _list(self, summaries: Sequence[Summary]) -> str:
        return self.tr("; ").join(names_of(summaries))

    def _tell(self, sentence: str, aside: Path | None) -> None:
        self.told = sentence
        if aside is not None:
            self.told += "\n" + self.tr("The damaged files are kept in {0}").format(aside)

    def _show(self, title: str, text: str) -> None:
        show_message(title, text, self._window)


@contextmanager
def _busy() -> Iterator[None]:
    """Shows that the program is at work: a large database takes its seconds."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()
