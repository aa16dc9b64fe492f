"""Chooses evidence of another item that supports this one, too."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from digicom_desktop.domain.assessment import Evidence
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog
from digicom_desktop.ui.fields import SearchChoiceField
from digicom_desktop.ui.paragraph import Paragraph


class EvidenceChoice(PlainDialog):
    """Offers ``entries``; ``number`` then gives the one chosen, "" for none."""

    def __init__(
        self, entries: Sequence[Evidence], most_items: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Use evidence of another item"), parent)
        hint = self.tr("A piece of evidence may support at most {0} items.").format(most_items)
        self.body.addWidget(Paragraph(hint, "compact", "text2"))
        self._field = SearchChoiceField(
            self.tr("Evidence"),
            [(entry.number, f"{entry.number} {entry.title}".strip()) for entry in entries],
            placeholder=self.tr("Type a part of the number or title"),
        )
        self.body.addWidget(self._field)
        self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        self.add_button(self.tr("Use"), Kind.PRIMARY, QDialog.DialogCode.Accepted).setDefault(True)
        self._field.setFocus()

    @property
    def number(self) -> str:
        """The number chosen, "" for none."""
        self._field.flush()
        return self._field.text()
