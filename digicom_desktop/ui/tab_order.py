"""The way of the Tab key through what was put together in another order than it is read."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def set_tab_order(layout: QLayout) -> None:
    """Has the Tab key go through ``layout`` in the order in which it is laid out."""
    found = list(_in_order(layout))
    for before, after in pairwise(widget.focusProxy() or widget for widget in found):
        QWidget.setTabOrder(before, after)
    for field in found:
        if (input := field.focusProxy()) is not None:
            _put_behind(input, field)


def _put_behind(input: QWidget, field: QWidget) -> None:
    """Puts ``field`` where the Tab key passes it by: elsewhere it would lead back to ``input``."""
    policy = input.focusPolicy()
    field.setFocusPolicy(policy)  # Qt moves nothing that does not take the focus itself
    QWidget.setTabOrder(input, field)
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    input.setFocusPolicy(policy)


def _in_order(layout: QLayout) -> Iterator[QWidget]:
    """Whatever takes the focus in ``layout``."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget: QWidget | None = item.widget()
        inside: QLayout | None = item.layout()
        if widget is not None:
            yield from in_order(widget)
        elif inside is not None:
            yield from _in_order(inside)


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """What takes the focus in ``widget``, or itself, in the order in which it is laid out."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        yield widget
    elif (inside := widget.layout()) is not None:
        yield from _in_order(inside)
    else:  # the spots of a text stand in no layout; they were made as they are read
        spots = widget.findChildren(QWidget)
        yield from (spot for spot in spots if spot.focusPolicy() != Qt.FocusPolicy.NoFocus)
