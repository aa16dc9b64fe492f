"""The right side: the guide, beside the page or over its right edge where the window is narrow."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.labels import Separator
from digicom_desktop.ui.tokens import GUIDE_WIDTH


class GuideFrame(QFrame):
    """Holds the guide of one page at a time.

    Wide windows remember whether it is open; narrow ones have it closed until it is asked for.
    """

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
            self._row.removeWidget(self._guide)
            self._guide.hide()
            self._guide.deleteLater()
        self._guide = guide
        if guide is not None:
            self._row.addWidget(guide, 1)
            guide.show()

    def fit(self, middle: QRect) -> int:
        """Takes its place in ``middle``; how much of its right side the page must leave free."""
        shown = self.is_open and self._guide is not None
        left = middle.right() + 1 - theme.width(GUIDE_WIDTH)
        self.setGeometry(left, middle.top(), theme.width(GUIDE_WIDTH), middle.height())
        self.setVisible(shown)
        self.raise_()
        return theme.width(GUIDE_WIDTH) if shown and self.is_wide else 0
