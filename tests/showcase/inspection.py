"""What a person could not read, name or reach in a window, found by looking at all its widgets."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

from digicom_desktop.ui.labels import ElidedLabel
from digicom_desktop.ui.rail_frame import RailFrame

_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
_TOLERANCE = 1.5
"""Pixels lost to rounding."""
_MOST_STEPS = 400


def findings(top: QWidget) -> list[str]:
    """All that is wrong with what ``top`` shows, a line each."""
    # Last the Tab key: a guide over the page closes when it goes on.
    return [*unnamed(top), *cut_off(top), *painted_cut_off(top), *unreachable(top)]


def unnamed(top: QWidget) -> Iterator[str]:
    """Controls about which a screen reader has nothing to say."""
    for widget in _shown(top):
        is_control = isinstance(widget, _CONTROLS) or _takes_focus(widget)
        if is_control and not _is_inner(widget) and not _name(widget).strip():
            yield f"no accessible name: {describe(widget)}"


def unreachable(top: QWidget) -> Iterator[str]:
    """Widgets that take the focus but are never given it by the Tab key."""
    reached = _tab_round(top)
    rails = {_rail(widget) for widget in reached} - {None}
    for widget in _shown(top):
        if not _takes_focus(widget) or _is_inner(widget) or widget in reached:
            continue
        # The arrow keys go through a rail from the one row of it that Tab reaches, and through
        # an exclusive group from its chosen row.
        if _rail(widget) in rails or _group(widget) & {*reached}:
            continue
        yield f"not reached by Tab: {describe(widget)}"


def cut_off(top: QWidget) -> Iterator[str]:
    """Labels, buttons and fields whose text needs more room than they have."""
    for widget in _shown(top):
        text = _shown_text(widget)
        if text and _lacks_room(widget, text):
            yield f"cut off: {describe(widget)} in {widget.width()}×{widget.height()}"
        elif _leaves_parent(widget):
            yield f"beyond its parent: {describe(widget)}"
        elif isinstance(widget, QAbstractScrollArea) and _scrolls_sideways(widget):
            yield f"wider than its view: {describe(widget)}"


def painted_cut_off(top: QWidget) -> Iterator[str]:
    """Texts that widgets paint themselves into less room than they need."""
    with listening() as painted:
        top.grab()
    for call in painted:
        if complaint := call.complaint():
            yield complaint


def describe(widget: QWidget) -> str:
    """Class, name and text of ``widget`` and the page or dialog it belongs to."""
    owner = widget.parentWidget()
    while owner is not None and type(owner).__module__.startswith("PySide6"):
        owner = owner.parentWidget()
    inside = f" in {type(owner).__name__}" if owner is not None else ""
    said = _shown_text(widget) or widget.accessibleName()
    return f"{type(widget).__name__} {said!r}{inside}"


def _shown(top: QWidget) -> Iterator[QWidget]:
    return (widget for widget in top.findChildren(QWidget) if widget.isVisibleTo(top))


def _takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_inner(widget: QWidget) -> bool:
    """Whether Qt made it as a part of another widget: a viewport, a scroll bar, a line's icon."""
    if type(widget).__module__.startswith("digicom_desktop"):
        return False
    parent = widget.parentWidget()
    inside = (QAbstractScrollArea, QLineEdit, QComboBox)
    return (
        type(widget) is QWidget
        or isinstance(widget, QScrollBar)
        or widget.focusProxy() is not None
        or isinstance(parent, inside)
        or (isinstance(widget, QAbstractScrollArea) and not isinstance(widget, _CONTROLS))
    )


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def _rail(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, RailFrame):
        parent = parent.parentWidget()
    return parent


def _group(widget: QWidget) -> set[QWidget]:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return set(group.buttons()) if group is not None and group.exclusive() else set()


def _tab_round(top: QWidget) -> list[QWidget]:
    """All that gets the focus one after the other, until it comes back."""
    top.activateWindow()
    reached: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        QTest.keyClick(top, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
    return reached


def _shown_text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QPushButton):
        return widget.text().replace("&&", "&")
    if isinstance(widget, QLineEdit) and not widget.text():
        return widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText() or widget.placeholderText()
    return ""


def _lacks_room(widget: QWidget, text: str) -> bool:
    if isinstance(widget, ElidedLabel) or text in widget.toolTip():
        return False  # gives way on purpose, and its tool tip says all
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + _TOLERANCE
    metrics = widget.fontMetrics()
    width = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
    if isinstance(widget, QLabel):
        room = widget.contentsRect().size()
        lines = text.count("\n")
        # Of one line only what is drawn counts: a figure needs no room for accents.
        height = metrics.tightBoundingRect(text).height() + lines * metrics.lineSpacing()
        return width > room.width() + _TOLERANCE or height > room.height()
    return width + _beside(widget) > widget.width() + _TOLERANCE


def _beside(widget: QWidget) -> int:
    """What a control needs beside its text: its icon, its arrow, an edge at either side."""
    if isinstance(widget, QPushButton):
        icon = 0 if widget.icon().isNull() else widget.iconSize().width()
        return icon + (0 if widget.property("kind") == "link" else 8)
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        return 22 + margins.left() + margins.right()
    return 10 + 24


def _leaves_parent(widget: QWidget) -> bool:
    """Whether a part of ``widget`` lies where its parent shows nothing."""
    parent = widget.parentWidget()
    if (
        parent is None
        or widget.isWindow()
        or isinstance(parent.parentWidget(), QAbstractScrollArea)
    ):
        return False
    inside = parent.rect().adjusted(-1, -1, 1, 1)
    return bool(_shown_text(widget)) and not inside.contains(widget.geometry())


def _scrolls_sideways(area: QAbstractScrollArea) -> bool:
    inside = getattr(area, "widget", lambda: None)()
    too_wide = isinstance(inside, QWidget) and inside.width() > area.viewport().width()
    return too_wide or area.horizontalScrollBar().maximum() > 0


@dataclass(frozen=True)
class _Painted:
    """A text that a widget painted: where, in which font, and how it was to be placed."""

    widget: QWidget
    room: QRectF
    flags: int
    text: str
    metrics: QFontMetricsF

    def complaint(self) -> str:
        """What is wrong with it, "" for nothing."""
        name = f"{self.text!r} painted by {describe(self.widget)}"
        if not self.text or isinstance(self.widget, ElidedLabel):
            return ""
        if self._is_elided() and not self.widget.toolTip() and not self._is_of_a_view():
            return f"elided without a tool tip: {name}"
        needed = self.metrics.boundingRect(self.room, self.flags, self.text)
        if not needed.height() or self.flags & Qt.TextFlag.TextDontClip:
            return ""
        if needed.width() > self.room.width() + _TOLERANCE:
            return f"cut off: {name} in {self.room.width():.0f} of {needed.width():.0f}"
        if needed.height() > self.room.height() + 2 * _TOLERANCE:
            return f"cut off: {name} in height {self.room.height():.0f} of {needed.height():.0f}"
        edge = QRectF(self.widget.rect()).adjusted(-1, -1, 1, 1)
        return "" if edge.contains(needed) or self._is_of_a_view() else f"beyond its edge: {name}"

    def _is_elided(self) -> bool:
        return self.text.endswith("…") and self.text not in self.widget.accessibleName()

    def _is_of_a_view(self) -> bool:
        """Whether it is a row, whose delegate gives the tool tip."""
        return isinstance(self.widget.parentWidget(), QAbstractItemView)


@contextmanager
def listening() -> Iterator[list[_Painted]]:
    """Hears every text that Python code paints."""
    painted: list[_Painted] = []
    paint = QPainter.drawText

    def listen(painter: QPainter, *given: Any) -> Any:
        widget = painter.device()
        match given:
            case (QRect() | QRectF() as room, flags, str(text)) if isinstance(widget, QWidget):
                flags = flags if isinstance(flags, int) else flags.value
                metrics = QFontMetricsF(painter.font())
                painted.append(_Painted(widget, QRectF(room), flags, text, metrics))
            case (QPointF() as point, str(text)) if isinstance(widget, QWidget):
                metrics = QFontMetricsF(painter.font())
                place = metrics.boundingRect(text).translated(point)
                painted.append(_Painted(widget, place, 0, text, metrics))
        return paint(painter, *given)

    QPainter.drawText = listen  # type: ignore[assignment, method-assign]
    try:
        yield painted
    finally:
        QPainter.drawText = paint  # type: ignore[method-assign]
