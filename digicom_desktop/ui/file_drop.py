"""Lets files be dropped on a page, and shows that they may be."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import RADIUS_CARD, SPACE_8


class FileDrop(QObject):
    """``dropped`` tells the paths of files that were dropped on ``widget``."""

    dropped = Signal(object)
    """The ``Path`` list, once the program they were dragged from has its own again."""

    def __init__(self, widget: QWidget, sentence: str, several: str = "") -> None:
        """``several`` is said instead of ``sentence`` while more than one file is dragged."""
        super().__init__(widget)
        self._widget = widget
        self._sentences = (sentence, several or sentence)
        self._veil = _Veil(sentence, widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._veil.hide()
            self._take(event)
            return True
        if isinstance(event, QDragEnterEvent):
            if files := dropped_files(event):
                self._veil.cover(self._sentences[len(files) > 1])
                event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._veil.hide()
        return False

    def _take(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.dropped.emit(files))


class _Veil(QWidget):
    """Covers the page while files hang over it."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, sentence: str) -> None:
        """Shows itself with ``sentence`` over all of its parent."""
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
