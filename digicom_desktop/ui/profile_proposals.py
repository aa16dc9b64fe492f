"""Items that probably do not apply to the firm: each with its reason, confirmed one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.segments import Segments
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12, SPACE_16

LEAVE_OUT, RATE = "leave_out", "rate"


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """One row: the item with its plain question, the reason, and what the person said so far.

    ``said`` is LEAVE_OUT, RATE or "".
    """

    item: str
    title: str
    question: str
    reason: str
    said: str = ""


class ProposalRow(QWidget):
    """``decided`` tells LEAVE_OUT or RATE; both stay in place and can be changed."""

    opened = Signal()
    decided = Signal(str)

    def __init__(self, proposed: ProposedItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = f"{proposed.item} {proposed.title}"
        self.setAccessibleName(name)
        link = Button(name, Kind.LINK)
        link.clicked.connect(lambda: self.opened.emit())
        self._reason = Paragraph("", "compact", "text2", marked=True)
        self._choice = Segments(
            (
                (LEAVE_OUT, self.tr("Never done, leave out")),
                (RATE, self.tr("Done, rate it")),
            ),
            name,
        )
        self._choice.chosen.connect(self.decided)
        texts = QVBoxLayout()
        texts.setSpacing(SPACE_4)
        texts.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(Paragraph(proposed.question, "compact"))
        texts.addWidget(self._reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        row.setSpacing(SPACE_16)
        row.addLayout(texts, 1)
        row.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignTop)

    def show_proposed(self, proposed: ProposedItem) -> None:
        """Shows the reason, and what the person decided."""
        self._choice.mark(proposed.said)
        said = {
            "": self.tr("Reason that would be recorded: {0}"),
            LEAVE_OUT: self.tr("*Does not apply*. Reason: {0}"),
            RATE: self.tr("*Is rated* like all others: at level 0 if never done."),
        }
        self._reason.set_text(said[proposed.said].format(proposed.reason.replace("*", "∗")))


class ProposalCard(Card):
    """``decided`` tells the item and LEAVE_OUT or RATE; ``opened`` asks for its page."""

    decided = Signal(str, str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ProposalRow] = {}
        self._advice = PlainLabel("", "compact", "text2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_12)
        self.body.addWidget(PlainLabel(self.tr("Items that may not apply"), "section"))
        self.body.addWidget(self._advice)
        self.body.addLayout(self._list)

    def show_proposals(self, advice: str, proposed: Sequence[ProposedItem]) -> None:
        """Shows ``advice`` and a row for each; rows of the same items stay where they are."""
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        if [*self._rows] != [each.item for each in proposed]:
            self._make_rows(proposed)
        for each in proposed:
            self._rows[each.item].show_proposed(each)

    @property
    def items(self) -> frozenset[str]:
        """The items that are shown."""
        return frozenset(self._rows)

    def _make_rows(self, proposed: Sequence[ProposedItem]) -> None:
        while self._list.count():
            old = self._list.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self._rows = {}
        for each in proposed:
            row = ProposalRow(each)
            row.opened.connect(lambda item=each.item: self.opened.emit(item))
            row.decided.connect(lambda said, item=each.item: self.decided.emit(item, said))
            self._rows[each.item] = row
            self._list.addWidget(Separator())
            self._list.addWidget(row)
