"""Shows what a backup would change before it is restored, and restores it."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from digicom_desktop.domain.clock import Clock
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.log import Event, Log
from digicom_desktop.one_file import is_one_file
from digicom_desktop.restoring import Preview, forget, look, preview, restore
from digicom_desktop.ui.backups_dialog import moment_of
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import WIDE, PlainDialog, show_message
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.naming import names_of
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.progress import Progress
from digicom_desktop.ui.tokens import SPACE_4
from digicom_desktop.ui.waiting import wait_for


class RestoreDialog(PlainDialog):
    """What the backup holds, and what of today's is newer than it or not in it."""

    def __init__(self, shown: Preview, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Restore this backup?"), parent, WIDE)
        held, language = shown.held, words.language
        made = moment_of(held.made, language, datetime.now().astimezone())
        text = self.tr("Backup of {0}. Assessments in it: {1}.").format(made, len(held.rows))
        self.body.addWidget(Paragraph(f"{text}\n{shown.path}", "body"))
        self._add(self.tr("It holds"), held.rows)
        self._add(
            self.tr("Here now and not in the backup: would be gone from the list"), shown.absent
        )
        self._add(self.tr("Changed here since: would be as they were then"), shown.later)
        for said in self._said(shown):
            self.body.addWidget(Paragraph(said, "compact", "text2"))
        self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        go = self.add_button(self.tr("Restore"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        go.setDefault(True)
        go.setFocus()

    def ask(self) -> bool:
        """Whether to restore it; the dialog is gone then."""
        answer = self.exec()
        self.deleteLater()
        return answer == QDialog.DialogCode.Accepted

    def _said(self, shown: Preview) -> list[str]:
        said = []
        if shown.files:
            said.append(self.tr("Evidence files that come with it: {0}.").format(shown.files))
        if shown.files_lacking:
            text = self.tr(
                "Evidence files that it names, but that lie neither beside it nor here: {0}. "
                "They can be added again later."
            )
            said.append(text.format(shown.files_lacking))
        if shown.here:
            said.append(
                self.tr(
                    "Nothing is lost: what is here now is backed up first and can be restored the "
                    "same way."
                )
            )
        return said

    def _add(self, head: str, rows: Sequence[SavedRow]) -> None:
        if not rows:
            return
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addWidget(PlainLabel(head, "caption", "text2", wrap=True))
        for name in names_of([row.summary for row in rows]):
            column.addWidget(Paragraph(name))
        self.body.addLayout(column)


class Restoring(QObject):
    """Looks into a backup, asks, and restores it; ``told`` is then what was done."""

    def __init__(
        self,
        data: Path,
        rows: Sequence[SavedRow],
        log: Log,
        words: Words,
        clock: Clock,
        window: QWidget | None,
    ) -> None:
        """``rows`` are what the folder ``data`` holds now."""
        super().__init__()
        self._data, self._rows, self._log = data, rows, log
        self._words, self._clock, self._window = words, clock, window
        self.told = ""

    def ask(self, chosen: Path) -> Preview | None:
        """What is to come back of ``chosen``; None where nothing can, or the person wants not."""
        progress = Progress()
        try:
            held = wait_for(
                partial(look, chosen, self._data, self._clock, progress.on_bytes),
                self.tr("Reading the backup"),
                str(chosen),
                self._window,
                progress if is_one_file(chosen) else None,
            )
        except DigicomError as error:
            self.say(error)
            return None
        if held is None:
            return None
        shown = preview(held, self._rows, chosen)
        return shown if RestoreDialog(shown, self._words, self._window).ask() else None

    def restore(self, shown: Preview) -> None:
        """Restores what was ``shown`` while nobody has the data open, or says why not."""
        called_off, ended, held = threading.Event(), threading.Event(), shown.held
        found: list[int] = []

        def put_back() -> None:
            found.append(restore(held, self._data, self._clock, called_off.is_set))

        work = partial(_do, put_back, ended)
        try:
            wait_for(
                work,
                self.tr("Restoring the backup"),
                self.tr("Everything is being copied and compared."),
                self._window,
            )
        except DigicomError as error:
            self.say(error)
        called_off.set()
        # Until the file that is being copied ends nobody may open the folder again.
        ended.wait()
        if found:
            made = moment_of(held.made, self._words.language, datetime.now().astimezone())
            text = self.tr("The backup of {0} was restored; evidence files that came with it: {1}.")
            self.told = text.format(made, found[0])

    def close(self) -> None:
        """Removes what was unpacked on the way."""
        forget(self._data)

    def say(self, error: DigicomError) -> None:
        """Says why nothing was restored."""
        self._log.failure(Event.NOT_RESTORED, error)
        show_message(self.tr("Not restored"), self._words.error(error), self._window)


def _do(work: Callable[[], None], ended: threading.Event) -> None:
    try:
        work()
    finally:
        ended.set()
