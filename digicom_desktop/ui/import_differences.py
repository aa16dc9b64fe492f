"""What a file shows in its cells and what it holds inside, where they differ; each is a choice."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from digicom_desktop.domain.hand_in import Difference, Taken
from digicom_desktop.ui.labels import plain_tip

_LONGEST = 60
"""Characters of a text that its row shows; the whole stands below the list."""

Index = QModelIndex | QPersistentModelIndex


def side_names() -> tuple[str, str]:
    """What the visible and the original side are called."""
    return (
        QCoreApplication.translate("Differences", "In the cells"),
        QCoreApplication.translate("Differences", "As it was"),
    )


def place_text(difference: Difference) -> str:
    """Sheet and cell."""
    return f"{difference.sheet} {difference.cell}".strip()


def shown(text: str) -> str:
    """``text`` on one line, cut where it is long; words for nothing."""
    line = " ".join(text.split())
    if not line:
        return QCoreApplication.translate("Differences", "(nothing)")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def is_long(difference: Difference) -> bool:
    """Whether its row cannot show all of it."""
    texts = (difference.visible, difference.original)
    return any(len(text) > _LONGEST or "\n" in text for text in texts)


class DifferenceRows(QAbstractListModel):
    """The differences and what is chosen at each; ``chosen`` when that has changed."""

    chosen = Signal()

    def __init__(self, differences: Sequence[Difference]) -> None:
        super().__init__()
        self.differences = tuple(differences)
        self._taken = [Taken.VISIBLE] * len(self.differences)

    @property
    def visible(self) -> tuple[Difference, ...]:
        """The differences of which the cells count."""
        pairs = zip(self.differences, self._taken, strict=True)
        return tuple(difference for difference, taken in pairs if taken is Taken.VISIBLE)

    def taken(self, row: int) -> Taken:
        """Which side counts at ``row``."""
        return self._taken[row]

    def take(self, row: int, taken: Taken) -> None:
        """Lets one side count at ``row``."""
        if self._taken[row] is not taken:
            self._taken[row] = taken
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)
            self.chosen.emit()

    def take_all(self, taken: Taken) -> None:
        """Lets one side count everywhere."""
        self._taken = [taken] * len(self._taken)
        if self._taken:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._taken) - 1, 0))
        self.chosen.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.differences)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole and is_long(self.differences[index.row()]):
            difference = self.differences[index.row()]
            sides = zip(side_names(), (difference.visible, difference.original), strict=True)
            return plain_tip("\n".join(f"{name}: {text}" for name, text in sides))
        return None

    def _spoken(self, row: int) -> str:
        """The whole row for a screen reader; what counts comes first."""
        difference = self.differences[row]
        sides = dict(zip(Taken, side_names(), strict=True))
        texts = {Taken.VISIBLE: difference.visible, Taken.ORIGINAL: difference.original}
        taken = self._taken[row]
        other = Taken.ORIGINAL if taken is Taken.VISIBLE else Taken.VISIBLE
        said = QCoreApplication.translate(
            "Differences", "{0}, {1}. Chosen: {2}, {3}. Other: {4}, {5}"
        )
        return said.format(
            difference.what,
            place_text(difference),
            sides[taken],
            shown(texts[taken]),
            sides[other],
            shown(texts[other]),
        )
