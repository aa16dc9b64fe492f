"""The bar below an item: back, come back later, what is missing, and on."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind, OnwardButton
from digicom_desktop.ui.item_state import Onward, Section
from digicom_desktop.ui.labels import plain_tip
from digicom_desktop.ui.page_edge import PageEdge
from digicom_desktop.ui.paragraph import Paragraph, TextBlock
from digicom_desktop.ui.shortcuts import Act, bind, shown_keys
from digicom_desktop.ui.tokens import BAR_HEIGHT, CONTROL_HEIGHT, PAGE_SIDE, SPACE_8

_MOST_LINES = 2
"""How many lines of a sentence the bar has room for beside its buttons."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What keeps the claim from counting, its first words bold by ``*``; and where to mend it.

    ``is_found`` by the check: there may be nothing to fill in, only something to look at.
    """

    sentence: str
    section: Section | None
    is_found: bool = False


class ActionBar(PageEdge):
    """``place_requested`` asks for another item, ``section_requested`` for a section of this."""

    place_requested = Signal(str)
    section_requested = Signal(object)
    later_switched = Signal(bool)

    def __init__(self, previous: str, parent: QWidget | None = None) -> None:
        super().__init__(at_top=False, parent=parent)
        self._onward = ""
        self._gap = Gap("", None)
        self._add_buttons(previous)
        row = QHBoxLayout(self.inside)
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self._back)
        row.addWidget(self._later)
        row.addStretch(1)
        row.addWidget(self._warning)
        row.addWidget(self._sentence)
        row.addWidget(self._mend)
        row.addSpacing(SPACE_8)
        row.addWidget(self._next)
        # What is around the buttons does not grow with the texts: the page needs the room.
        self.setMinimumHeight(theme.px(CONTROL_HEIGHT) + BAR_HEIGHT - CONTROL_HEIGHT)
        self.show_gap(self._gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sentence()

    def _add_buttons(self, previous: str) -> None:
        place = f"item/{previous}" if previous else "profile"
        label = self.tr("Previous") if previous else self.tr("Profile")
        self._back = Button(label, Kind.SECONDARY, "arrow-left")
        self._back.clicked.connect(lambda: self.place_requested.emit(place))
        self._add_key(Act.BACK, self._back)
        self._later = Button(self.tr("Later"), Kind.QUIET, "flag")
        self._later.setCheckable(True)
        self._later.setAccessibleName(self.tr("Come back to this item later"))
        self._later.setToolTip(" ".join(shown_keys(Act.FLAG)))
        self._later.clicked.connect(self.later_switched)
        self._warning = IconLabel("warning", theme.current().amber.text)
        self._sentence = Paragraph("", "compact", "text2", line=18, marked=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._mend = Button(self.tr("Fill in"), Kind.LINK)
        self._mend.clicked.connect(lambda: self.section_requested.emit(self._gap.section))
        self._next = OnwardButton()
        self._next.clicked.connect(lambda: self.place_requested.emit(self._onward))
        self._add_key(Act.ONWARD, self._next)

    def _add_key(self, act: Act, button: Button) -> None:
        # Not the button's own shortcut, which its next text would clear.
        bind(act, self, button.click)
        button.setToolTip(" ".join(shown_keys(act)))

    def show_gap(self, gap: Gap) -> None:
        """Shows what is missing, or nothing."""
        self._gap = gap
        self._mend.set_label(self.tr("Look at it") if gap.is_found else self.tr("Fill in"))
        for widget in (self._warning, self._mend):
            widget.setVisible(bool(gap.sentence))
        self._fit_sentence()

    def _fit_sentence(self) -> None:
        """All of the sentence in two lines, or else how it begins: the tool tip says all of it."""
        sentence = self._gap.sentence
        shown = (self._back, self._later, self._warning, self._mend, self._next)
        taken = [widget.sizeHint().width() for widget in shown if not widget.isHidden()]
        room = self.width() - 2 * PAGE_SIDE - sum(taken) - SPACE_8 * (len(taken) + 2)
        block = TextBlock(sentence, "compact", line=18, marked=True)
        is_long = bool(sentence) and block.height(max(1, room)) > _MOST_LINES * block.line
        bold = sentence.split("*")[1:2]
        beginning = bold[0] if bold and is_long else ""
        while beginning and not beginning[-1].isalnum():  # a colon leads on to what is left out
            beginning = beginning[:-1]
        self._sentence.set_text(f"*{beginning}*" if beginning else sentence)
        whole = sentence.replace("*", "") if beginning else ""
        self._sentence.setToolTip(plain_tip(whole))
        self._sentence.setAccessibleName(whole)

    def focus_onward(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard on the way on."""
        self._next.setFocus(reason)

    def show_later(self, later: bool) -> None:
        """Shows whether the person wants to come back to this item."""
        self._later.setChecked(later)
        self._later.set_icon("flag", colour=theme.current().amber.text if later else "")

    def show_onward(self, onward: Onward) -> None:
        """Shows where the way leads on."""
        self._onward = f"item/{onward.item}" if onward.item else "review"
        if not onward.item:
            label = self.tr("All answered: to the check")
        elif onward.is_jump:
            label = self.tr("Next unanswered: {0}").format(onward.item)
        else:
            label = self.tr("Next: {0}").format(onward.item)
        self._next.set_label(label)
