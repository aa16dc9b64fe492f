"""The cards of a comparison: scores, directions, items, figures."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.comparison import Comparison
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.compare_figures import FiguresCard
from digicom_desktop.ui.compare_items import ItemsCard
from digicom_desktop.ui.compare_lines import all_changes, figure_lines
from digicom_desktop.ui.compare_only import OnlyCard
from digicom_desktop.ui.compare_radar import CompareRadarCard
from digicom_desktop.ui.compare_scores import ScoresCard
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_12, Tone

_TWO_FROM = 640
_FIGURES_FROM = 980
_NAMED = 6
"""So many changes are named at the top."""
_FILLED = Qt.AlignmentFlag(0)


class CompareBody(QWidget):
    """Shows one comparison after the other; ``chosen`` tells an item to go to."""

    chosen = Signal(str)
    laid_out = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._arranged = (0, 0)
        self._notices = (Banner("", Tone.AMBER), Banner("", Tone.AMBER))
        self._changes = Paragraph("", "body")
        self._scores, self._radar = ScoresCard(), CompareRadarCard()
        self._items, self._only = ItemsCard(words), OnlyCard()
        self._figures = FiguresCard(self.tr("Key figures of the items"))
        self._metrics = FiguresCard(self.tr("Figures of the firm"))
        for card in (self._items, self._only):
            card.chosen.connect(self.chosen)
        self._items.laid_out.connect(self.laid_out)
        self._top, self._bottom = QGridLayout(), QGridLayout()
        for grid in (self._top, self._bottom):
            grid.setSpacing(SPACE_12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for banner in self._notices:
            column.addWidget(banner)
        column.addWidget(self._changes)
        column.addLayout(self._top)
        for widget in (self._items, self._only):
            column.addWidget(widget)
        column.addLayout(self._bottom)
        self.fit(0)  # a card without a parent would be a window as soon as it is shown

    def show_comparison(
        self,
        comparison: Comparison,
        names: tuple[str, str],
        practices: Mapping[str, Mapping[str, str]],
        *,
        new_is_this: bool,
        is_new: bool,
    ) -> None:
        """Shows ``comparison`` under the ``names`` of its sides; see ``ItemsCard``."""
        self._show_notices(comparison)
        self._changes.set_text(self._sentence(all_changes(comparison)))
        self._scores.show_comparison(comparison, names)
        self._radar.show_comparison(comparison, names, self._words)
        self._items.show_comparison(comparison, names, practices, is_new=is_new)
        sides = (comparison.only_old, comparison.only_new)
        here, there = reversed(sides) if new_is_this else sides
        self._only.show_items(here, there, (names[1], names[0]) if new_is_this else names)
        for card, figures in (
            (self._figures, comparison.figures),
            (self._metrics, comparison.metrics),
        ):
            card.show_lines(figure_lines(comparison, figures), names, is_new=is_new)

    def _sentence(self, changes: Sequence[str]) -> str:
        """How many changes there are, and which: one far below is else easily missed."""
        if not changes:
            return self.tr("Nothing is different")
        said = self.tr("; ", "between changes").join(changes[:_NAMED])
        if len(changes) > _NAMED:
            return self.tr("Changes ({0}): {1}; and others").format(len(changes), said)
        return self.tr("Changes ({0}): {1}").format(len(changes), said)

    def _show_notices(self, comparison: Comparison) -> None:
        for number, banner in enumerate(self._notices):
            said = comparison.notices[number : number + 1]
            banner.setVisible(bool(said))
            banner.set_text("".join(said))

    def fit(self, width: int) -> None:
        """As many columns as ``width`` has room for, with what stands in them now."""
        top = _fitting((self._scores, self._radar), width, theme.px(_TWO_FROM))
        bottom = _fitting((self._figures, self._metrics), width, theme.px(_FIGURES_FROM))
        if (top, bottom) == self._arranged:
            return
        self._arranged = (top, bottom)
        _arrange(self._top, (self._scores, self._radar), top)
        _arrange(self._bottom, (self._figures, self._metrics), bottom, Qt.AlignmentFlag.AlignTop)


def _fitting(cards: tuple[Card, Card], width: int, least: int) -> int:
    shown = [card for card in cards if not card.isHidden()]
    needed = 2 * max((card.minimumSizeHint().width() for card in shown), default=0) + SPACE_12
    return 2 if len(shown) > 1 and width >= max(least, needed) else 1


def _arrange(
    grid: QGridLayout,
    cards: tuple[Card, Card],
    columns: int,
    alignment: Qt.AlignmentFlag = _FILLED,
) -> None:
    for number, card in enumerate(cards):
        grid.removeWidget(card)
        grid.addWidget(card, *divmod(number, columns), alignment)
    for column in range(2):
        grid.setColumnStretch(column, 1 if column < columns else 0)
