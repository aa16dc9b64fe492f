"""The file of a piece of evidence as a button that opens it: a small picture, or an icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen

from digicom_desktop.domain.assessment import EvidenceFile
from digicom_desktop.ui import icons, theme
from digicom_desktop.ui.buttons import PaintedButton
from digicom_desktop.ui.evidence_thumbnails import Thumbnails
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.tokens import ICON_SIZE, RADIUS_CHIP

SIDE = 36


class EvidencePicture(PaintedButton):
    """Shows the picture of ``file`` once it is made."""

    def __init__(self, file: EvidenceFile, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._file, self._thumbnails = file, thumbnails
        self.setFixedSize(theme.px(SIDE), theme.px(SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name = self.tr("Open {0}").format(file.name)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        thumbnails.made.connect(self._on_made)

    @property
    def shows_picture(self) -> bool:
        """Whether the picture is there, and no icon stands for it."""
        return self._thumbnails.picture(self._file) is not None

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(place, RADIUS_CHIP, RADIUS_CHIP)
        picture = self._thumbnails.picture(self._file)
        if picture is not None:
            painter.setClipPath(shape)
            painter.drawPixmap(self.rect(), picture)
            painter.setClipping(False)
        else:
            painter.fillPath(shape, QColor(colours.hover if self.underMouse() else colours.sunken))
            size = theme.px(ICON_SIZE)
            box = QRectF(0, 0, size, size)
            box.moveCenter(QRectF(self.rect()).center())
            icons.paint(painter, "document", box, colours.text2)
        edge = colours.accent if self.underMouse() else colours.line
        painter.strokePath(shape, QPen(QColor(edge), 1))
        if self.wears_ring:
            theme.paint_ring(painter, QRectF(self.rect()), RADIUS_CHIP, colours)

    def _on_made(self, sha256: str) -> None:
        if sha256 == self._file.sha256:
            self.update()
