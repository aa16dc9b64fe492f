"""Brings a file in: reads it while the window lives, asks, and hands it to the workspace."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from digicom_desktop.domain.hand_in import Difference, HandIn, IfExists
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import Question, show_message
from digicom_desktop.ui.file_dialogs import Purpose, ask_for_file
from digicom_desktop.ui.import_dialog import ImportDialog
from digicom_desktop.ui.tokens import Tone
from digicom_desktop.ui.waiting import wait_for
from digicom_desktop.workspace import Workspace

if TYPE_CHECKING:
    from digicom_desktop.domain.words import Words

_A_PDF = "guard.pdf"


class ImportDesk(QObject):
    """Between files and the workspace, over the window ``over``."""

    opened = Signal(object, str, object)
    """The ``Session`` of what was brought in, a sentence about it, and its ``Tone``."""
    skipped = Signal(str)
    """Nothing was brought in, as the person wanted; a sentence about it."""
    check_requested = Signal(object)
    """The file at this ``Path`` holds nothing to bring in, and the person wants it checked."""

    def __init__(self, workspace: Workspace, words: "Callable[[], Words]", over: QWidget) -> None:
        super().__init__(over)
        self._workspace, self._words, self._over = workspace, words, over

    def ask(self) -> Path | None:
        """The file that the person chooses, None for none."""
        kinds = self.tr(
            "Workbooks, packages and backups (*.xlsx *.digicom *.digicom-all *.sqlite3)"
        )
        title = self.tr("Open a file")
        kinds = f"{kinds};;{self.tr('All files (*)')}"
        return ask_for_file(self._over, title, Purpose.ASSESSMENT, kinds)

    def bring_in(self, path: Path) -> None:
        """Reads ``path`` and asks; what the person wants of it is saved and opened."""
        try:
            self._bring_in(path)
        except DigicomError as error:
            title = self.tr("The file was not brought in")
            said = self._words().error(error)
            # Most sentences say "this file"; only the person knows which one was chosen.
            named = said if path.name in said else f"{path.name}\n\n{said}"
            if error.id == _A_PDF:
                self._offer_check(path, title, named)
            else:
                show_message(title, named, self._over)

    def _offer_check(self, path: Path, title: str, sentence: str) -> None:
        """What cannot be read back can still be checked."""
        answers = (
            (self.tr("Close"), Kind.SECONDARY),
            (self.tr("Check this PDF"), Kind.PRIMARY),
        )
        if Question(title, sentence, answers, self._over).ask():
            self.check_requested.emit(path)

    def _bring_in(self, path: Path) -> None:
        title = self.tr("Reading the file")
        hand_in = wait_for(lambda: self._workspace.read_file(path), title, path.name, self._over)
        if hand_in is None:
            return
        dialog = self._dialog(hand_in, path)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        visible, if_exists = dialog.visible, dialog.if_exists
        dialog.deleteLater()
        if accepted:
            self._take(path, hand_in, visible, if_exists)

    def _dialog(self, hand_in: HandIn, path: Path) -> ImportDialog:
        edition = self._workspace.library.edition(hand_in.original.edition)
        existing = self._workspace.existing(hand_in)
        found = self._workspace.revision_by_code(hand_in.code) if hand_in.code else None
        same = found.revision.number if found and not hand_in.differences else None
        words = self._words()
        return ImportDialog(hand_in, path.name, edition, existing, words, self._over, same)

    def _take(
        self, path: Path, hand_in: HandIn, visible: tuple[Difference, ...], if_exists: IfExists
    ) -> None:
        if if_exists is not IfExists.SKIP and hand_in.evidence:
            copying = self.tr("Copying evidence files: {0}").format(len(hand_in.evidence))
            # What was copied already when this is called off is collected with what nobody names.
            if not wait_for(
                lambda: self._take_evidence(path, hand_in), copying, path.name, self._over
            ):
                return
        session = self._workspace.bring_in(hand_in, visible, if_exists)
        if session is None:
            self.skipped.emit(self.tr("Nothing was brought in from {0}.").format(path.name))
        else:
            lacks = hand_in.was_altered or any(note.grave for note in hand_in.notes)
            said = self._said(path, hand_in, visible, session)
            self.opened.emit(session, said, Tone.AMBER if lacks else Tone.GREEN)

    def _take_evidence(self, path: Path, hand_in: HandIn) -> bool:
        self._workspace.take_evidence(path, hand_in)
        return True

    def _said(
        self, path: Path, hand_in: HandIn, visible: tuple[Difference, ...], session: Session
    ) -> str:
        """What was brought in."""
        items = session.edition.item_ids
        answered = sum(session.current.answer(item).is_answered for item in items)
        said = [
            self.tr("Brought in from {0}: {1} of {2} items answered.").format(
                path.name, answered, len(items)
            )
        ]
        kept = len(hand_in.differences) - len(visible)
        if kept:
            said.append(self.tr("Cells left as they were: {0}.").format(kept))
        if hand_in.evidence:
            said.append(
                self.tr("Evidence files that came with it: {0}.").format(len(hand_in.evidence))
            )
        if hand_in.was_altered:
            said.append(
                self.tr(
                    "The workbook was altered since it was exported, so this is a draft and no "
                    "revision."
                )
            )
        grave = sum(note.grave for note in hand_in.notes)
        if grave:
            said.append(self.tr("Entries that could not be brought in: {0}.").format(grave))
        return ("" if self._words().language is Language.ZH else " ").join(said)
