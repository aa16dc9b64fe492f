"""Cards, and the column they stand in: what every page is laid out with."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from digicom_desktop.ui import theme
from digicom_desktop.ui.tokens import (
    CARD_HORIZONTAL,
    CARD_VERTICAL,
    CONTENT_WIDTH,
    PAGE_SIDE,
    PAGE_TOP,
    SPACE_8,
    SPACE_12,
    SPACE_24,
)


class Card(QFrame):
    """A card; fill its ``body``. Never one inside another."""

    def __init__(self, parent: QWidget | None = None, *, padded: bool = True) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(SPACE_8 if padded else 0)
        if padded:
            self.body.setContentsMargins(
                CARD_HORIZONTAL, CARD_VERTICAL, CARD_HORIZONTAL, CARD_VERTICAL
            )
        else:
            # The style sheet's edge takes its own pixel.
            self.body.setContentsMargins(0, 0, 0, 0)


class DownScroll(QScrollArea):
    """Scrolls down what ``show_inside`` is given; the ground shows through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own: for Qt's, PySide would first make Python classes of all its widgets.
        self._ground = QWidget()
        self.setViewport(self._ground)
        self._ground.setAutoFillBackground(False)

    def show_inside(self, inside: QWidget) -> None:
        """Shows ``inside``."""
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # the area has just switched it on

    def focusNextPrevChild(self, next: bool) -> bool:
        moved = super().focusNextPrevChild(next)
        focused = QApplication.focusWidget()
        if moved and focused and self.widget().isAncestorOf(focused):
            self.show_whole(focused)
        return moved

    def show_whole(self, widget: QWidget) -> None:
        """Scrolls so that ``widget`` is seen with its caption and what is said below it.

        Where there is no room for all, it begins at the upper edge, or its caret is in sight.
        """
        inside = self.widget()
        whole = with_its_words(widget)
        top = whole.mapTo(inside, QPoint()).y()
        self.ensureVisible(0, top + whole.height(), 0, SPACE_8)
        self.ensureVisible(0, top, 0, SPACE_8)
        if whole.height() > self.viewport().height() and isinstance(widget, QPlainTextEdit):
            self.ensureWidgetVisible(widget, 0, SPACE_8)  # its caret

    def bring_to_top(self, widget: QWidget) -> None:
        """Scrolls so that ``widget`` begins at the upper edge, where there is so much below it."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        top = widget.mapTo(self.widget(), QPoint()).y()
        self.verticalScrollBar().setValue(top - SPACE_8)

    def bring(self, widget: QWidget) -> None:
        """``show_whole`` in a page that may just be made: its heights are known a little later."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.show_whole(widget)
        QTimer.singleShot(0, widget, lambda: self.show_whole(widget))


class ScrolledColumn(DownScroll):
    """The middle of a page: one column that scrolls down, at most ``width`` wide and then centred.

    Fill its ``body``.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int | None = CONTENT_WIDTH) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._outer = outer = QVBoxLayout(inside)
        outer.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE, SPACE_24)
        outer.setSpacing(0)
        column = QWidget()
        if width:
            column.setMaximumWidth(theme.px(width))
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_12)
        centred = QHBoxLayout()
        centred.addStretch()
        centred.addWidget(column, 1)
        centred.addStretch()
        outer.addLayout(centred)
        outer.addStretch(1)
        self.show_inside(inside)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _on_range_changed(self, least: int, most: int) -> None:
        # The bar stands in the margin: the column is as wide, and ends where the page's bars end.
        taken = self.verticalScrollBar().sizeHint().width() if most > least else 0
        self._outer.setContentsMargins(PAGE_SIDE, PAGE_TOP, PAGE_SIDE - taken, SPACE_24)


def reveal(widget: QWidget) -> None:
    """Scrolls the column that ``widget`` stands in so that it is seen."""
    column = widget.parentWidget()
    while column is not None and not isinstance(column, DownScroll):
        column = column.parentWidget()
    if column is not None:
        column.show_whole(widget)


def with_its_words(widget: QWidget) -> QWidget:
    """The field that passes the keyboard on to ``widget``, where one does."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        if parent.focusProxy() is widget:
            return parent
        parent = parent.parentWidget()
    return widget
