"""A card with figures of both sides and how much they changed."""

from collections.abc import Sequence

from digicom_desktop.ui.card import Card
from digicom_desktop.ui.compare_filter import ChangesHead
from digicom_desktop.ui.compare_lines import FigureLine
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.numbers_table import Numbers, NumbersTable


class FiguresCard(Card):
    """A table that can be marked and copied; it hides where there is no figure at all."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines: tuple[FigureLine, ...] = ()
        self._names = ("", "")
        self._head = ChangesHead(title)
        self._head.toggled.connect(self._show)
        self._table = NumbersTable(title)
        self._nothing = PlainLabel(
            self.tr("All figures are the same on both sides."), "compact", "text2", wrap=True
        )
        for widget in (self._head, self._nothing, self._table):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_lines(
        self, lines: Sequence[FigureLine], names: tuple[str, str], *, is_new: bool
    ) -> None:
        """Shows ``lines`` under the ``names`` of both sides, of a comparison that may be new."""
        self._lines, self._names = tuple(lines), names
        changed = sum(line.is_changed for line in lines)
        self._head.show_counts(len(lines), changed, is_new=is_new)
        self._nothing.setVisible(not changed)
        self.setVisible(bool(lines))
        self._show()

    def _show(self) -> None:
        shown = [line for line in self._lines if line.is_changed or not self._head.only_changed]
        if shown:
            heads = (self.tr("Figure"), *self._names, self.tr("Change"))
            rows = tuple((line.name, line.old, line.new, line.change) for line in shown)
            self._table.show_numbers(Numbers(heads, rows, strong=2))
