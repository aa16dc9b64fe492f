"""Waits for slow work without the window standing still: at first unseen, then in a dialog."""

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.progress import ALL, Progress

T = TypeVar("T")

_BAR_HEIGHT = 6
_UNSEEN = 200
"""Milliseconds; a dialog for less would only flash up."""


class WaitingDialog(PlainDialog):
    """Says what goes on, and how far it is if ``progress`` tells; Cancel and Escape call it off."""

    def __init__(
        self,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
        progress: Progress | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.body.addWidget(Paragraph(sentence, "body"))
        if progress is not None:
            self.body.addWidget(_bar(title, progress))
            self.rejected.connect(progress.call_off)
        cancel = self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        cancel.setDefault(True)
        cancel.setFocus()


def _bar(title: str, progress: Progress) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, ALL)
    bar.setTextVisible(False)
    bar.setFixedHeight(_BAR_HEIGHT)
    bar.setAccessibleName(title)
    progress.moved.connect(bar.setValue)
    return bar


class _Wait(QObject):
    """One piece of work in a thread of its own."""

    ended = Signal()

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        pool = ThreadPoolExecutor(1, "waiting")
        # Files are many small objects. When they are cleared up, what the window is made of need
        # not be looked through as well: everything stands still so long.
        gc.freeze()
        self.future: Future[object] = pool.submit(work)
        self.future.add_done_callback(lambda _: self.ended.emit())
        pool.shutdown(wait=False)

    def is_over_soon(self) -> bool:
        """Whether it ended before anybody would miss the window."""
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        QTimer.singleShot(_UNSEEN, loop.quit)
        if not self.future.done():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self.future.done()


def wait_for(
    work: Callable[[], T],
    title: str,
    sentence: str,
    parent: QWidget | None = None,
    progress: Progress | None = None,
) -> T | None:
    """What ``work`` gives, which runs in a thread; None where the person called it off.

    What it raises is raised here. Called off, it goes on unheard, which must do no harm; with
    ``progress`` it learns of that.
    """
    wait = _Wait(work)
    dialog = WaitingDialog(title, sentence, parent, progress)
    wait.ended.connect(dialog.accept)
    try:
        if not wait.is_over_soon() and dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return wait.future.result()  # type: ignore[return-value]  # what ``work`` gave
    finally:
        gc.unfreeze()
        dialog.deleteLater()
