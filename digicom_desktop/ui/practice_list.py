"""The practices of an item, to tick what is done."""

from collections.abc import Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.guideline import Item, Method, Practice
from digicom_desktop.domain.suggestion import missing_level, suggested_level
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.ticks import TICK_INSET, TickField
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12


class PracticeList(ItemSection):
    """Ticks of practices; they suggest a level, the person decides.

    ``level_taken`` tells the level suggested once the person wants it.
    """

    ticked = Signal(str, bool)
    level_taken = Signal(int)

    def __init__(
        self,
        item: Item,
        method: Method,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        self._take = Button("", Kind.LINK)
        super().__init__(self.tr("Practices"), aside=self._take, parent=parent)
        self._take.clicked.connect(self._on_taken)
        self._suggested = 0
        self._item, self._method = item, method
        card = Card()
        card.body.setContentsMargins(SPACE_12 - TICK_INSET, SPACE_8 - 2, SPACE_8, SPACE_8 - 2)
        card.body.setSpacing(0)
        self._ticks = {
            practice.id: TickField(practice.text.in_(language), self._level_of(practice))
            for practice in item.practices
        }
        for id, tick in self._ticks.items():
            tick.edited.connect(lambda ticked, id=id: self.ticked.emit(id, ticked))
            card.body.addWidget(tick)
        self.body.addWidget(card)

    def show_ticked(self, practices: frozenset[str], level: int | None) -> None:
        """Shows what is ticked, and the level that suggests where it is not ``level`` already."""
        for id, tick in self._ticks.items():
            tick.set_ticked(id in practices)
        ticked = practices & self._ticks.keys()
        self._suggested = suggested_level(self._item, ticked, self._method)
        self.set_hint(self._suggestion(ticked))
        take = self.tr("Choose level {0}") if level is None else self.tr("Change to level {0}")
        self._take.set_label(take.format(self._suggested))
        self._take.setVisible(bool(ticked) and level != self._suggested)

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard on the first practice."""
        next(iter(self._ticks.values())).setFocus(reason)

    def _suggestion(self, ticked: Set[str]) -> str:
        if not ticked:
            return self.tr("Tick what you do already; the ticks suggest a level, you decide")
        missing = missing_level(self._item, ticked, self._suggested)
        text = self.tr("{0} ticked: that suggests *level {1}*, you decide")
        if missing:
            text = self.tr(
                "{0} ticked: that suggests *level {1}*, a practice of level {2} is missing"
            )
        return text.format(len(ticked), self._suggested, missing)

    def _level_of(self, practice: Practice) -> str:
        return "" if practice.level is None else self.tr("level {0}").format(practice.level)

    def _on_taken(self) -> None:
        had_keyboard = self._take.hasFocus()
        self.level_taken.emit(self._suggested)
        if had_keyboard:  # the link is gone; the keyboard stays where it was
            self.focus_first(Qt.FocusReason.OtherFocusReason)
