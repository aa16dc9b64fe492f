"""What tests of revisions need: an assessment that can be finalised, and answers to dialogs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.revision import Revision
from digicom_desktop.paths import resources_folder
from digicom_desktop.session import Session
from digicom_desktop.workspace import Workspace

D = TypeVar("D", bound=QDialog)


def finalise(session: Session) -> Revision:
    """The next revision; everything that is open is explained first."""
    current = session.current
    for finding in session.appraisal.open_findings:
        reason = Reason(finding.values_hash, "已经和账面核对过了", verified=True)
        current = current.with_reason(finding.key, reason)
    session.change(current)
    return session.finalise()


def edit(session: Session, contact: str) -> None:
    """A change of the content, as by typing."""
    company = replace(session.current.company, contact=contact)
    session.change(replace(session.current, company=company))


@contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    """A workspace, as after a restart of the program."""
    workspace = Workspace.at(folder, resources_folder(), lambda: datetime.now(UTC))
    try:
        yield workspace
    finally:
        workspace.close()


def answer(kind: type[D], act: Callable[[D], object]) -> list[D]:
    """Acts on the dialog of ``kind`` once it is open; the list holds it then.

    Nobody waits for ever: where ``act`` leaves the dialog open it is dismissed.
    """
    seen: list[D] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(5, look)
            return
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
    return seen


def press(dialog: QDialog, name: str) -> None:
    """Clicks the button of ``dialog`` with the accessible name ``name``."""
    buttons = [b for b in dialog.findChildren(QAbstractButton) if b.accessibleName() == name]
    if len(buttons) != 1:
        raise LookupError(f"{len(buttons)} named {name}")
    buttons[0].click()
