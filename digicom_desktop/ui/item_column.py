"""The scrolled middle of an item page: head, section strip, sections, and the bar that stays."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from digicom_desktop.ui.card import ScrolledColumn, with_its_words
from digicom_desktop.ui.item_state import Section
from digicom_desktop.ui.section_strip import SectionStrip, StickyBar
from digicom_desktop.ui.tokens import SPACE_12, SPACE_16


class ItemColumn(ScrolledColumn):
    """Once ``strip`` has scrolled away, ``bar`` with a strip of its own lies over the top."""

    def __init__(
        self,
        strip: SectionStrip,
        bar: StickyBar,
        sections: Mapping[Section, QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strip, self._bar, self._sections = strip, bar, sections
        bar.setParent(self)
        bar.hide()
        self.verticalScrollBar().valueChanged.connect(lambda: self.show_place())
        self.verticalScrollBar().rangeChanged.connect(lambda: self._follow_caret())

    def jump(self, section: Section) -> None:
        """Scrolls so that ``section`` stands right below the bar."""
        self._scroll_to(section)
        # A page that is not laid out yet finds its heights only when it is shown.
        QTimer.singleShot(0, self, lambda: self._scroll_to(section))

    def bring_field(self, field: QWidget, section: Section) -> None:
        """Scrolls to ``section``, and on to ``field`` where that is further down."""
        self.jump(section)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(field, 0, SPACE_16))

    def _scroll_to(self, section: Section) -> None:
        if section is Section.LEVEL:
            self.verticalScrollBar().setValue(0)
        else:
            top = self._top(self._sections[section])
            self.verticalScrollBar().setValue(top - self._bar_height() - SPACE_16)
        self.show_place()

    def show_place(self) -> None:
        """Shows or hides the bar, and marks the section that the person is in."""
        self._bar.setVisible(self._is_scrolled_away())
        current = self._current()
        self._strip.show_current(current)
        self._bar.strip.show_current(current)

    def uncover(self, widget: QWidget) -> None:
        """Scrolls so that ``widget`` is not below the bar."""
        hidden = self._top(widget) - self.verticalScrollBar().value()
        room = self._bar.height() + SPACE_12 if self._bar.isVisible() else 0
        if 0 <= hidden < room:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (room - hidden))

    def show_whole(self, widget: QWidget) -> None:
        super().show_whole(widget)
        self.uncover(with_its_words(widget))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setGeometry(0, 0, self.width(), self._bar_height())
        self.show_place()

    def _follow_caret(self) -> None:
        """A text that has grown while it is typed may reach out of sight."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPlainTextEdit) and self.widget().isAncestorOf(focused):
            caret = focused.cursorRect().bottomLeft()
            where = focused.viewport().mapTo(self.widget(), caret)
            self.ensureVisible(where.x(), where.y(), 0, SPACE_16)

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self.widget(), QPoint(0, 0)).y()

    def _bar_height(self) -> int:
        return max(self._bar.heightForWidth(self.width()), self._bar.sizeHint().height())

    def _is_scrolled_away(self) -> bool:
        return self._strip.isVisible() and self.verticalScrollBar().value() > self._top(self._strip)

    def _current(self) -> Section:
        """The section with the keyboard while it is in sight, else the one that is read."""
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        focused = QApplication.focusWidget()
        for section, widget in self._sections.items():
            if focused and widget.isAncestorOf(focused):
                top = self._top(focused) - value
                if 0 <= top < height:
                    return section
        reading = value + self._bar_height() + 60
        if value and value == self.verticalScrollBar().maximum():
            reading = value + height
        passed = [s for s, widget in self._sections.items() if self._top(widget) <= reading]
        return passed[-1] if passed else Section.LEVEL
