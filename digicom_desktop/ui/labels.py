"""Labels that show text as it is, never as markup."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import CONTROL_HEIGHT


class PlainLabel(QLabel):
    """Text of one step of the type scale in one tone; plain, wrapped where ``wrap`` says so.

    ``tone`` is "text", "text2", "text3", "accent" or a ``Tone``.
    """

    def __init__(
        self,
        text: str = "",
        type: str = "compact",
        tone: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type)
        self.setProperty("tone", str(tone))
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if type == "page":
            # Titles stand at one height, whether a button stands beside them or not.
            self.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self.setText(text)

    def let_copy(self) -> None:
        """Lets the text be marked and copied, by mouse and by keyboard."""
        let_copy(self)

    def set_tone(self, tone: str) -> None:
        """Shows the text in another tone."""
        if self.property("tone") != str(tone):
            self.setProperty("tone", str(tone))
            restyle(self)


class ElidedLabel(PlainLabel):
    """One line that gives way: cut with … where room is short, whole in its tool tip."""

    def __init__(
        self,
        text: str = "",
        type: str = "compact",
        tone: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, type, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        # Made when it is asked for: text and room change at any time.
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tip(self.text()) if self._is_cut() else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_cut():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)

    def _is_cut(self) -> bool:
        metrics: QFontMetrics = self.fontMetrics()
        return metrics.horizontalAdvance(self.text()) > self.contentsRect().width()


class Separator(QWidget):
    """A line of one pixel, as thick as any other where the screen has more pixels than we count."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        thickness = int(ratio) / ratio  # whole pixels of the screen
        line = QRectF(0, 0, self.width(), thickness)
        if self.width() == 1:
            line = QRectF(0, 0, thickness, self.height())
        QPainter(self).fillRect(line, QColor(theme.current().line))


def let_copy(label: QLabel) -> None:
    """Lets the text of ``label`` be marked and copied, by mouse and by keyboard."""
    by = Qt.TextInteractionFlag
    label.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt itself lets only a click reach it


def plain_tip(text: str) -> str:
    """``text`` for a tool tip, which would else be rendered when it looks like markup."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"


def restyle(widget: QWidget) -> None:
    """Applies the style sheet anew after a property it looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
