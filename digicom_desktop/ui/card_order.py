"""The way of the Tab key from card to card, when cards have changed their places."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_card_order(cards: Sequence[QWidget]) -> None:
    """Has the Tab key go through ``cards`` one after the other, in each as it goes already."""
    inside: dict[QWidget, list[QWidget]] = {card: [] for card in cards}
    for widget in _focused_after(cards[0]):
        owner = next((card for card in cards if card.isAncestorOf(widget)), None)
        if owner is not None:
            inside[owner].append(widget)
    for before, after in pairwise(chain(*inside.values())):
        QWidget.setTabOrder(before, after)


def _focused_after(start: QWidget) -> Iterator[QWidget]:
    """Whatever takes the focus in the window of ``start``, once round."""
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        widget = widget.nextInFocusChain()
