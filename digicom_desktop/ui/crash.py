"""What is shown when the program itself is wrong."""

from PySide6.QtCore import QCoreApplication

from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import Question
from digicom_desktop.ui.paragraph import Paragraph

SAVE = 1


class CrashQuestion(Question):
    """Says that the program, not the person, made a mistake; answers ``SAVE`` for diagnostics.

    ``saved``: whether everything that was typed is on the disk.
    """

    def __init__(self, *, saved: bool = True) -> None:
        super().__init__(
            QCoreApplication.translate("Crash", "The program made a mistake"),
            _about_data(saved=saved),
            (
                (QCoreApplication.translate("Crash", "Go on"), Kind.PRIMARY),
                (QCoreApplication.translate("Crash", "Save diagnostics…"), Kind.SECONDARY),
            ),
        )
        text = QCoreApplication.translate(
            "Crash",
            "You can go on. If it happens again, please close the program, and send the "
            "diagnostics to whoever gave you the program: versions, sizes and what the program "
            "did, but nothing of what you entered.",
        )
        self.body.addWidget(Paragraph(text, "compact", "text2"))


def _about_data(*, saved: bool) -> str:
    if saved:
        return QCoreApplication.translate(
            "Crash",
            "Something went wrong in the program, not in what you entered. Everything that you "
            "typed has been saved.",
        )
    return QCoreApplication.translate(
        "Crash",
        "Something went wrong in the program, not in what you entered. What was saved is safe; "
        "what you typed last could not be saved yet.",
    )
