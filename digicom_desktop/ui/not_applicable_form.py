"""Why an item does not apply: the reason, and what to know before saying so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from digicom_desktop.domain.assessment import REASON_LIMIT
from digicom_desktop.domain.guideline import Item, Method
from digicom_desktop.domain.text import Language
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.fields import TextField
from digicom_desktop.ui.item_section import ItemSection
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_8, Tone


class NotApplicableForm(ItemSection):
    """The reason, kept as typed however short; ``edited`` tells it."""

    edited = Signal(str)
    typing = Signal(bool)
    visit_ended = Signal()

    def __init__(
        self, item: Item, method: Method, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Why it does not apply"),
            self.tr("The item leaves the score; the reason is printed"),
            parent=parent,
        )
        self._method = method
        least = method.shortest_reason
        self._reason = TextField(
            "", REASON_LIMIT, self.tr("At least {0} characters").format(least), lines=3
        )
        self._reason.set_name(self.tr("Reason why the item does not apply"))
        self._reason.edited.connect(self.edited)
        self._reason.typing.connect(self.typing)
        self._reason.visit_ended.connect(self.visit_ended)
        self._too_many = Banner("", Tone.AMBER)
        self._too_many.hide()
        self.body.addWidget(self._reason)
        self.body.addSpacing(SPACE_8)
        self.body.addWidget(self._too_many)
        for hint in filter(None, (item.not_applicable_hint, item.zero_hint)):
            self.body.addWidget(Paragraph(hint.in_(language), "compact", "text2"))
        for sentence in (
            self.tr("If in doubt, choose level 0 instead: it costs next to nothing."),
            self.tr("What you filled in stays, and counts again once the switch is off."),
        ):
            self.body.addWidget(Paragraph(sentence, "compact", "text2"))

    def show_reason(self, reason: str, not_applicable: int) -> None:
        """Shows the reason, and whether too many items (of all) are said not to apply."""
        self._reason.set_text(reason)
        length, least = len(reason.strip()), self._method.shortest_reason
        short = self.tr("At least {0} characters; there are {1}").format(least, length)
        self._reason.set_error(short if 0 < length < least else "")
        most = self._method.most_not_applicable
        self._too_many.setVisible(not_applicable > most)
        self._too_many.set_text(
            self.tr("{0} items are said not to apply; at most {1} may.").format(
                not_applicable, most
            )
        )

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        self._reason.flush()

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Puts the keyboard on the reason."""
        self._reason.setFocus(reason)
