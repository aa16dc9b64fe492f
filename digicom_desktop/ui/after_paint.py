"""What a page can do once the person already sees its beginning."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget


class AfterPaint(QObject):
    """Does ``work`` once: when ``widget`` has been painted, or before when ``finish`` asks for it.

    For a widget that nobody sees it is done as soon as the event loop comes round.
    """

    def __init__(self, widget: QWidget, work: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._work = widget, work
        self._is_painted = self._is_on_screen = self._is_done = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next)
        self._next.start()
        widget.installEventFilter(self)

    def finish(self) -> None:
        """Does it now, unless it is done."""
        if self._is_done:
            return
        self._is_done = True
        self._next.stop()
        self._widget.removeEventFilter(self)
        self._work()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._is_painted = True
            self._next.start()
        return False

    def _on_next(self) -> None:
        if self._is_on_screen or not self._widget.isVisible():
            self.finish()
        elif self._is_painted:
            # The loop may have been here on the same round as the painting.
            self._is_on_screen = True
            self._next.start()


def show_in(column: QBoxLayout, widget: QWidget) -> None:
    """Adds ``widget`` to a column that is seen already: laid out at once, not squeezed at first."""
    column.addWidget(widget)
    widget.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
