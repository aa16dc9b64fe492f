"""The head of what is compared: title, how much of it changed, and whether only that is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.ticks import SwitchField
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12


class ChangesHead(QWidget):
    """``toggled`` when the person wants to see another selection."""

    toggled = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._counts = PlainLabel("", "compact", "text2")
        self._switch = SwitchField(self.tr("Only what changed"))
        self._switch.setAccessibleName(
            self.tr("{0}: only what changed", "the title of a table").format(title)
        )
        self._switch.edited.connect(lambda _: self.toggled.emit())
        texts = FlowLayout(SPACE_8, 0)
        texts.addWidget(PlainLabel(title, "section"))
        texts.addWidget(self._counts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addLayout(texts, 1)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def only_changed(self) -> bool:
        """Whether what is alike on both sides is left out."""
        return self._switch.isChecked()

    def show_counts(self, count: int, changed: int, *, is_new: bool) -> None:
        """There are ``count`` of them; of what ``is_new`` only the ``changed`` are asked for."""
        text = self.tr("{0} of {1} changed", "counts").format(changed, count)
        self._counts.setText(text if changed else "")  # else a sentence says so
        self._switch.setVisible(0 < changed < count)
        if is_new or not changed:
            self._switch.set_ticked(bool(changed))
