"""Lets files be dropped on a page, and shows that they may be."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import RADIUS_CARD, SPACE_8

Sentence = Callable[[Sequence[Path]], str]
"""What letting go of these files will do; "" where they are not taken."""


class FileDrop(QObject):
    """``dropped`` tells the paths of files that were dropped on ``widget``.

    What is refused may be taken by a widget around it. Files are always copied: a file manager
    that was told of a move would remove what it has.
    """

    dropped = Signal(object)
    """The ``Path`` list, once the program they were dragged from has its own again."""

    def __init__(self, widget: QWidget, sentence: str | Sentence) -> None:
        super().__init__(widget)
        self._say: Sentence = sentence if callable(sentence) else lambda _: str(sentence)
        self._takes = False
        self._veil = _Veil(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif event.type() == QEvent.Type.DragLeave or event.type() == QEvent.Type.Drop:
            self._veil.hide()
        if not isinstance(event, QDropEvent):
            return False
        if not self._takes:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            files = dropped_files(event)
            QTimer.singleShot(0, self, lambda: self.dropped.emit(files))
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        can_copy = Qt.DropAction.CopyAction in event.possibleActions()
        files = dropped_files(event) if can_copy else []
        sentence = self._say(files) if files else ""
        self._takes = bool(sentence)
        if sentence:
            self._veil.cover(sentence)


class _Veil(QWidget):
    """Covers the page while files hang over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, sentence: str) -> None:
        """Shows itself over all of its parent, saying what letting go will do."""
        self._sentence = sentence
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(SPACE_8, SPACE_8, -SPACE_8, -SPACE_8)
        veil = QColor(colours.tint)
        veil.setAlphaF(0.97)
        painter.setBrush(veil)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(room, RADIUS_CARD, RADIUS_CARD)
        painter.setFont(theme.font("panel"))
        painter.setPen(QColor(colours.accent))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._sentence)


def dropped_files(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dragged; folders and links of the web are none."""
    return local_files(event.mimeData())


def local_files(mime: QMimeData) -> list[Path]:
    """The files of this computer that ``mime`` names."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
