"""The way of the Tab key through what was put together in another order than it is read."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def set_tab_order(layout: QLayout) -> None:
    """Has the Tab key go through ``layout`` in the order in which it is laid out."""
    for before, after in pairwise(_in_order(layout)):
        QWidget.setTabOrder(before, after)


def _in_order(layout: QLayout) -> Iterator[QWidget]:
    """Whatever takes the focus in ``layout``."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if (widget := item.widget()) is not None:
            yield from _of_widget(widget)
        elif (inside := item.layout()) is not None:
            yield from _in_order(inside)


def _of_widget(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    elif (inside := widget.layout()) is not None:
        yield from _in_order(inside)
