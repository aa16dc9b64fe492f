"""The column of a dialog: it scrolls where the screen has no room for all of it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.tokens import CONTROL_HEIGHT, SPACE_12, SPACE_24

_LEAST_LINES = 3
_EDGE = 2
"""The frame that shows the focus; the style sheet has it."""
_BESIDE = SPACE_24 - _EDGE


class DialogScroll(DownScroll):
    """Fill its ``body``; the keyboard stops here only while there is something to scroll.

    ``needs_more`` is told when what is inside may need another size.
    """

    needs_more = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = _Inside()
        self._inside.laid_out.connect(self.needs_more)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        self._column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_12)
        self._column.addLayout(self.body)
        self._column.addStretch(1)
        self.show_inside(self._inside)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def let_body_fill(self) -> None:
        """Gives the body all the height that there is."""
        self._column.setStretchFactor(self.body, 100)

    def wanted_height(self, width: int) -> int:
        """How high it is where all stands as it likes to."""
        column = self._column
        column.activate()  # what has been polished since counts
        inside = self._inside_width(width)
        height = column.heightForWidth(inside) if column.hasHeightForWidth() else 0
        return (height or column.sizeHint().height()) + 2 * _EDGE

    def least_height(self, width: int) -> int:
        """How high it is where lists inside are as low as they may be."""
        column = self._column
        column.activate()
        least = column.minimumHeightForWidth(self._inside_width(width))
        return (least if column.hasHeightForWidth() else column.minimumSize().height()) + 2 * _EDGE

    def _inside_width(self, width: int) -> int:
        """Without the room of the bar, which is in the margin while there is one."""
        bar = _BESIDE - self._column.contentsMargins().right()
        return width - 2 * _EDGE - bar

    def sizeHint(self) -> QSize:
        return self._column.sizeHint() + QSize(2 * _EDGE, 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        least = self._column.minimumSize() + QSize(2 * _EDGE, 2 * _EDGE)
        return QSize(least.width(), min(least.height(), _LEAST_LINES * theme.px(CONTROL_HEIGHT)))

    def _on_range_changed(self, least: int, most: int) -> None:
        # The bar stands in the margin: what is inside stays as wide as it was.
        taken = self.verticalScrollBar().sizeHint().width() if most > least else 0
        self._column.setContentsMargins(_BESIDE, 0, _BESIDE - taken, 0)
        policy = Qt.FocusPolicy.StrongFocus if taken else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)


class _Inside(QWidget):
    """Is scrolled only when lists inside are as low as they may be."""

    laid_out = Signal()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done
