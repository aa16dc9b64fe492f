"""Leaving an assessment: everything is on the disk, or the person decides."""

from PySide6.QtCore import QCoreApplication

from digicom_desktop.ui.assessment_page import AssessmentPage
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import Question

_STAY, _AGAIN, _COPY, _LEAVE = range(4)


def may_leave(page: AssessmentPage) -> bool:
    """Whether ``page`` may be left; asks only where the disk refuses what was entered."""
    page.flush()
    while not (page.session.is_saved or page.session.retry()):
        answer = _ask(page)
        if answer == _STAY:
            return False
        if answer == _LEAVE or (answer == _COPY and page.save_rescue_copy()):
            return True
    return True


def _ask(page: AssessmentPage) -> int:
    return Question(
        QCoreApplication.translate("Leaving", "Not everything is saved"),
        QCoreApplication.translate(
            "Leaving",
            "The last changes could not be written to the disk. They exist only here and are lost "
            "when the program is closed.",
        ),
        (
            (QCoreApplication.translate("Leaving", "Stay"), Kind.PRIMARY),
            (QCoreApplication.translate("Leaving", "Try again"), Kind.SECONDARY),
            (QCoreApplication.translate("Leaving", "Save a copy elsewhere…"), Kind.SECONDARY),
            (QCoreApplication.translate("Leaving", "Leave without saving"), Kind.DANGER),
        ),
        page,
    ).ask()
