"""The menu of a row of Home: all that can be done with it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from digicom_desktop.domain.summary import SavedRow


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What the menu must know besides the row."""

    is_older: bool = False
    """It stands on an older checklist."""
    is_sample: bool = False
    """It is the filled example."""


class RowMenu(QMenu):
    """``asked`` tells what is to be done, by the name of the signal of Home; it goes with that."""

    asked = Signal(str)

    def __init__(self, row: SavedRow, facts: RowFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.deleted:
            self._add(self.tr("Restore"), "restore")
            self._add(self.tr("Delete for ever…"), "purge")
            return
        self._add(self.tr("Open"), "open")
        self._add(self.tr("Begin {0} with these answers").format(row.summary.year + 1), "forward")
        self._add(self.tr("Compare…"), "compare")
        if facts.is_older:
            self._add(self.tr("Save a copy on the new checklist"), "carry")
        if facts.is_sample:
            self._add(self.tr("Begin the example afresh"), "reset")
        self.addSeparator()
        if row.archived:
            self._add(self.tr("Bring back from the archive"), "unarchive")
        else:
            self._add(self.tr("Move to the archive"), "archive")
        self._add(self.tr("Move to the recycle bin"), "delete")

    def _add(self, text: str, what: str) -> None:
        self.addAction(text, lambda: self.asked.emit(what))
