"""The right side: the guide, beside the page or over its right edge where the window is narrow."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.labels import Separator
from digicom_desktop.ui.shortcuts import Act, shown_keys
from digicom_desktop.ui.tokens import GUIDE_WIDTH, SPACE_4


class GuideFrame(QFrame):
    """Holds the guide of one page at a time.

    Wide windows remember whether it is open; narrow ones have it closed until it is asked for.
    Over the page it has a button that closes it, and the keyboard goes through it and back.
    """

    close_requested = Signal()
    """It lies over the page, and the person is done with it."""

    def __init__(self, open_when_wide: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._open_when_wide = open_when_wide
        self._open_when_narrow = False
        self.is_wide = True
        self._guide: QWidget | None = None
        self.setFixedWidth(theme.width(GUIDE_WIDTH))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(Separator(vertical=True))
        self._head = self._make_head()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._row.addLayout(self._column, 1)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the guide is asked for at this width."""
        return self._open_when_wide if self.is_wide else self._open_when_narrow

    @property
    def is_over(self) -> bool:
        """Whether the guide lies over the page and hides a part of it."""
        return self.is_open and not self.is_wide

    @property
    def has_guide(self) -> bool:
        """Whether the page's guide has been made."""
        return self._guide is not None

    def set_wide(self, is_wide: bool) -> None:
        """Says whether there is room beside the page; a narrow window begins with it closed."""
        if self.is_wide != is_wide:
            self.is_wide = is_wide
            self._open_when_narrow = False

    def set_open(self, open: bool) -> None:
        """Opens or closes it, as the person asked."""
        if self.is_wide:
            self._open_when_wide = open
        else:
            self._open_when_narrow = open

    def set_guide(self, guide: QWidget | None) -> None:
        """Shows another guide, or none."""
        if self._guide is not None:
            self._column.removeWidget(self._guide)
            self._guide.hide()
            self._guide.deleteLater()
        self._guide = guide
        if guide is not None:
            self._column.addWidget(guide, 1)
            guide.show()

    def focus_first(self) -> None:
        """Puts the keyboard on the button that closes it."""
        self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:
        # What is below it cannot be seen: whoever goes on there is done with the guide.
        if self.is_over and not self._has_another(forward=next):
            self.close_requested.emit()
            return True
        return super().focusNextPrevChild(next)

    def _has_another(self, *, forward: bool) -> bool:
        """Whether the next that the Tab key would reach is in the guide, too."""
        start = QApplication.focusWidget()
        widget = _beside(start, forward=forward)
        while widget is not None and widget is not start:
            takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes_tab and widget.isVisible() and widget.isEnabled():
                return self.isAncestorOf(widget)
            widget = _beside(widget, forward=forward)
        return False

    def _make_head(self) -> QWidget:
        keys = " ".join(shown_keys(Act.CLOSE_GUIDE))
        self._close = Button(self.tr("Close ({0})").format(keys), Kind.QUIET, "cross")
        self._close.clicked.connect(lambda: self.close_requested.emit())
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, 0)
        row.addStretch(1)
        row.addWidget(self._close)
        return head

    def fit(self, middle: QRect, foot: int = 0) -> int:
        """Takes its place in ``middle``; how much of its right side the page must leave free.

        Over the page it leaves the ``foot`` free, where the buttons are that lead on.
        """
        shown = self.is_open and self._guide is not None
        left = middle.right() + 1 - theme.width(GUIDE_WIDTH)
        height = middle.height() - (foot if self.is_over else 0)
        self._head.setVisible(self.is_over)
        self.setGeometry(left, middle.top(), theme.width(GUIDE_WIDTH), height)
        self.setVisible(shown)
        self.raise_()
        return theme.width(GUIDE_WIDTH) if shown and self.is_wide else 0


def _beside(widget: QWidget | None, *, forward: bool) -> QWidget | None:
    if widget is None:
        return None
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()
