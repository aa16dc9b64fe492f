"""Finalising from the window: asks once, and says what kept it from being done."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.words import Words
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog, show_message
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import ICON_SIZE, SPACE_12


class FinaliseDialog(PlainDialog):
    """Says what finalising does, in three lines; Escape and Enter do nothing."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Finalise as revision {0}?").format(number), parent)
        for icon, sentence in (
            ("lock", self.tr("What it says now is kept as revision {0} and never changes again.")),
            (
                "document",
                self.tr("It is given a consistency code, which stands on every document."),
            ),
            (
                "arrow-right",
                self.tr("You can go on working: what you change becomes revision {1}."),
            ),
        ):
            self._add_line(icon, sentence.format(number, number + 1))
        cancel = self.add_button(self.tr("Not yet"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        self.add_button(self.tr("Finalise"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        cancel.setDefault(True)
        cancel.setFocus()

    def ask(self) -> bool:
        """Whether to finalise; the dialog is gone then."""
        answer = self.exec()
        self.deleteLater()
        return answer == QDialog.DialogCode.Accepted

    def _add_line(self, icon: str, sentence: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        picture = QVBoxLayout()
        picture.setContentsMargins(0, (theme.line("body") - ICON_SIZE) // 2, 0, 0)
        picture.addWidget(IconLabel(icon, theme.current().text2, ICON_SIZE))
        picture.addStretch(1)
        row.addLayout(picture)
        row.addWidget(PlainLabel(sentence, "body", wrap=True), 1)
        self.body.addLayout(row)


def finalise(session: Session, words: Words, parent: QWidget | None = None) -> bool:
    """Asks and finalises; whether it was done. Where it was not, nothing has changed."""
    if not FinaliseDialog(session.finalised + 1, parent).ask():
        return False
    try:
        session.finalise()
    except DigicomError as error:
        title = QCoreApplication.translate("FinaliseDialog", "Not finalised")
        show_message(title, words.error(error), parent)
        return False
    return True
