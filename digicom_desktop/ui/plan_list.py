"""The cards of the plan in an order that holds still while somebody writes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.after_paint import AfterPaint, show_in
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.plan_action import ActionColumns
from digicom_desktop.ui.plan_card import PlanCard
from digicom_desktop.ui.plan_view import LineShown
from digicom_desktop.ui.tokens import CARD_HORIZONTAL, CONTROL_HEIGHT, SPACE_8, SPACE_12

_AT_ONCE = 1


class PlanList(QWidget):
    """Tells what is wanted of an item, or of an action by its id; see ``PlanCard``."""

    target_chosen = Signal(str, int)
    removed = Signal(str)
    action_wanted = Signal(str, str)
    edited = Signal(object, str)
    deleted = Signal(str)
    item_requested = Signal(str)
    typing = Signal(bool)
    visit_ended = Signal()
    completed = Signal()

    def __init__(self, names: tuple[str, ...], columns: ActionColumns, today: date) -> None:
        super().__init__()
        self._names, self._columns, self._today = names, columns, today
        self._cards: dict[str, PlanCard] = {}
        self._later: list[LineShown] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._show_next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self._column.addLayout(self._head())

    def show_lines(self, lines: Sequence[LineShown], *, reorder: bool) -> bool:
        """Shows ``lines``; whether the way of the Tab key is another.

        They change places only where ``reorder`` says so, or where another item came or went.
        """
        self._later.clear()
        items = [line.item for line in lines]
        is_other = items != list(self._cards) and (reorder or {*items} != {*self._cards})
        for item in [item for item in self._cards if item not in items]:
            self._drop(item)
        for line in lines:
            is_other |= self._show_line(line)
        if is_other:
            self._arrange(items)
        return is_other

    def begin(self, lines: Sequence[LineShown]) -> None:
        """Shows the first of ``lines`` now and the others bit by bit once the person sees it.

        ``completed`` is told when all are there.
        """
        self.show_lines(lines[:_AT_ONCE], reorder=True)
        self._later = list(lines[_AT_ONCE:])
        if self._later:
            self._begun = AfterPaint(self, self._show_next)

    @property
    def later(self) -> bool:
        """Whether some of what ``begin`` was given is still to be made."""
        return bool(self._later)

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for card in list(self._cards.values()):
            card.flush()

    def card(self, item: str) -> PlanCard | None:
        """The card of ``item``, None where it is not in the plan."""
        return self._cards.get(item)

    def after(self, item: str) -> str:
        """The item whose card stands after that of ``item``, else the one before; "" for none."""
        items = list(self._cards)
        place = items.index(item)
        return next(iter(items[place + 1 : place + 2] or items[place - 1 : place]), "")

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.setContentsMargins(
            CARD_HORIZONTAL, 0, CARD_HORIZONTAL + theme.px(CONTROL_HEIGHT) + SPACE_8, 0
        )
        row.addWidget(PlainLabel(self.tr("The largest gain first"), "caption", "text3"), 1)
        row.addWidget(PlainLabel(self.tr("Points gained"), "caption", "text3"))
        return row

    def _show_next(self) -> None:
        if not self._later:
            return
        line = self._later.pop(0)
        self._show_line(line)
        show_in(self._column, self._cards[line.item])
        if self._later:
            self._next.start()
        else:
            self.completed.emit()

    def _show_line(self, line: LineShown) -> bool:
        if line.item in self._cards:
            return self._cards[line.item].show_line(line)
        self._cards[line.item] = self._make(line)
        return True

    def _make(self, line: LineShown) -> PlanCard:
        item = line.item
        card = PlanCard(line, self._names, self._columns, self._today)
        card.target_chosen.connect(lambda level: self.target_chosen.emit(item, level))
        card.removed.connect(lambda: self.removed.emit(item))
        card.action_wanted.connect(lambda text: self.action_wanted.emit(item, text))
        card.item_requested.connect(lambda: self.item_requested.emit(item))
        card.edited.connect(self.edited)
        card.deleted.connect(self.deleted)
        card.typing.connect(self.typing)
        card.visit_ended.connect(self.visit_ended)
        return card

    def _drop(self, item: str) -> None:
        card = self._cards.pop(item)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _arrange(self, items: Sequence[str]) -> None:
        self._cards = {item: self._cards[item] for item in items}
        # The head stands before the first card.
        for place, card in enumerate(self._cards.values(), 1):
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
                card.show()
