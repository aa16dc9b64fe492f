"""The way of the Tab key from card to card, when cards have changed their places."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from digicom_desktop.ui.tab_order import in_order


def set_card_order(cards: Sequence[QWidget]) -> None:
    """Has the Tab key go through ``cards`` one after the other, each in the order it is laid out.

    Qt's own chain is not asked: PySide takes what stands behind a widget in it for its child, and
    lets go of it together with the widget, which may be one of a page that goes.
    """
    for before, after in pairwise(widget for card in cards for widget in in_order(card)):
        QWidget.setTabOrder(before, after)
