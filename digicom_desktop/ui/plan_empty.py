"""What the plan page says while nothing is planned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import IconLabel
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_8, SPACE_32

_SIDE = 3 * SPACE_32
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class PlanEmpty(Card):
    """Explains a plan, and offers both ways to begin one."""

    suggestion_wanted = Signal()
    choice_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(_SIDE, SPACE_32, _SIDE, SPACE_32)
        sentence = self.tr(
            "A plan says for each item which level is to be reached, and who does what until when. "
            "Take the targets that lead to the next level in the fewest steps, or choose items "
            "yourself; you can change everything later."
        )
        text = PlainLabel(sentence, "body", "text2", wrap=True)
        text.setAlignment(_MIDDLE)
        suggest = Button(self.tr("Suggest targets by the easiest way"), Kind.PRIMARY)
        suggest.clicked.connect(self.suggestion_wanted)
        choose = Button(self.tr("Choose an item myself"), Kind.LINK)
        choose.clicked.connect(self.choice_wanted)
        self.start = suggest
        self.body.addWidget(IconLabel("target", theme.current().text3, SPACE_32), 0, _MIDDLE)
        self.body.addWidget(PlainLabel(self.tr("Nothing is planned yet"), "panel"), 0, _MIDDLE)
        self.body.addWidget(text)
        self.body.addSpacing(SPACE_8)
        self.body.addWidget(suggest, 0, _MIDDLE)
        self.body.addWidget(choose, 0, _MIDDLE)
