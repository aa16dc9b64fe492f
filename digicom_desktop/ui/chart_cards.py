"""The cards with charts: directions, characteristics, and the strip of all items."""

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from digicom_desktop.domain.chart_geometry import (
    Axis,
    Cell,
    Group,
    Role,
    bars,
    radar,
    strip,
    strip_height,
)
from digicom_desktop.domain.report import CharacteristicView, DirectionView, ItemView, Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.chart_look import ChartLook
from digicom_desktop.ui.chart_view import ChartView, Mark
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_12

_LINE = 17.0
_RADAR_HEIGHT = 226
_BAR_ROW = 25.0
_BAR_NAME_GAP = 12
_SCORES = 100
_CELL = 31.0
_EXTREMES = 2
"""So many of the strongest and of the weakest fit beside their chart."""


class ChartCard(Card):
    """A title with what the chart needs to be read at its right, and the chart."""

    def __init__(self, title: str, chart: ChartView) -> None:
        super().__init__()
        self.chart = chart
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_8)
        self._head.addWidget(PlainLabel(title, "section"))
        self.body.addLayout(self._head)
        self.body.addWidget(chart)

    def add_note(self, text: str) -> None:
        """Says at the right how the chart is read."""
        self._head.addWidget(PlainLabel(text, "caption", "text3", wrap=True), 1)

    def add_legend(self, role: Role, text: str) -> None:
        """Shows at the right how lines of ``role`` look, and what they are."""
        if self._head.count() == 1:
            self._head.addStretch(1)
        self._head.addWidget(_Stroke(role))
        self._head.addWidget(PlainLabel(text, "caption", "text2"))

    def says(self, axis: Axis) -> str:
        """An axis as a sentence."""
        if axis.supported is None:
            return f"{axis.name}: {axis.missing}"
        sentence = self.tr("{0}: evidence-backed {1}, declared {2}").format(
            axis.name, axis.supported_text, axis.declared_text
        )
        return f"{sentence} ({axis.note})" if axis.note else sentence

    def axis(self, report: Report, view: DirectionView | CharacteristicView) -> Axis:
        """The means of ``view`` as an axis."""
        is_thin = isinstance(view, DirectionView) and view.is_thin
        return Axis(
            key=view.id,
            name=view.name,
            supported=view.supported.value,
            declared=view.claimed.value,
            supported_text=view.supported.shown,
            declared_text=view.claimed.shown,
            missing=report.words.say("report.item.not_applicable"),
            note=self.tr("few items apply") if is_thin else "",
        )


class RadarCard(ChartCard):
    """The six directions on a wheel."""

    def __init__(self) -> None:
        title = self.tr("Six directions")
        super().__init__(title, ChartView(title, lambda _width: _RADAR_HEIGHT))
        self.add_legend(Role.SUPPORTED, self.tr("Evidence-backed"))
        self.add_legend(Role.DECLARED, self.tr("Declared"))
        self.body.addStretch(1)

    def show_report(self, report: Report) -> None:
        """Shows the directions of ``report``."""
        axes = [self.axis(report, direction) for direction in report.directions]
        self.chart.show_chart(
            lambda width, height: radar(axes, width, height, _LINE),
            [Mark(axis.key, self.says(axis)) for axis in axes],
        )


class BarsCard(ChartCard):
    """The six characteristics as bars, and the strongest and weakest items."""

    def __init__(self) -> None:
        title = self.tr("Six characteristics")
        chart = ChartView(title, lambda _width: round(6 * _BAR_ROW), name_type="compact")
        super().__init__(title, chart)
        self._head.addStretch(1)
        self._head.addWidget(
            PlainLabel(self.tr("The upright line is the declared score"), "caption", "text3")
        )
        self._strongest = PlainLabel("", "compact", wrap=True)
        self._weakest = PlainLabel("", "compact", wrap=True)
        self.body.addSpacing(SPACE_4)
        self.body.addWidget(Separator())
        self.body.addSpacing(SPACE_4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(1, 1)
        captions = (self.tr("Strongest"), self.tr("Weakest"))
        for row, label in enumerate((self._strongest, self._weakest)):
            caption = PlainLabel(captions[row], "compact", "text3")
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def show_report(self, report: Report) -> None:
        """Shows the characteristics of ``report`` and its extreme items."""
        axes = [self.axis(report, view) for view in report.characteristics]
        metrics = theme.metrics("compact")
        names = max(metrics.horizontalAdvance(axis.name) for axis in axes) + _BAR_NAME_GAP
        self.chart.show_chart(
            lambda width, _height: bars(axes, width, _BAR_ROW, names, _SCORES),
            [Mark(axis.key, self.says(axis)) for axis in axes],
        )
        titles = {item.id: item.title for item in report.items}
        strongest = report.strongest[:_EXTREMES]
        weakest = [id for id in report.weakest[:_EXTREMES] if id not in strongest]
        for label, ids in ((self._strongest, strongest), (self._weakest, weakest)):
            label.setText(self.tr(", ", "between items").join(titles[id] for id in ids) or "—")


class StripCard(ChartCard):
    """All items as cells; a click leads to the item."""

    item_chosen = Signal(str)

    def __init__(self) -> None:
        title = self.tr("All items")
        chart = ChartView(title, self._chart_height, is_linked=True)
        super().__init__(title, chart)
        self._groups: tuple[Group, ...] = ()
        self.add_note(
            self.tr(
                "Cell: evidence-backed level · ↑ claimed level · – not applicable · click to go"
            )
        )
        chart.chosen.connect(self.item_chosen)

    def show_report(self, report: Report) -> None:
        """Shows the items of ``report``."""
        self._groups = tuple(
            Group(view.id, view.name, tuple(_cell(item) for item in view.items))
            for view in report.directions
        )
        self.chart.show_chart(
            lambda width, _height: strip(self._groups, width, _LINE, self._columns(width), _CELL),
            [Mark(item.id, self._item_says(item)) for item in report.items],
        )

    def _item_says(self, item: ItemView) -> str:
        name = f"{item.id} {item.title}"
        if item.claimed is None:
            return f"{name}: {item.state_name}"
        return self.tr("{0}: evidence-backed level {1} {2}, claimed level {3} {4}").format(
            name, item.supported, item.supported_name, item.claimed, item.claimed_name
        )

    def _chart_height(self, width: int) -> int:
        return round(strip_height(len(self._groups), _LINE, self._columns(width), _CELL))

    def _columns(self, width: float) -> int:
        """As many groups in a row as have room for their cells and their names."""
        metrics = theme.metrics("caption")
        widest = max(
            (
                max(metrics.horizontalAdvance(group.name), len(group.cells) * _CELL)
                for group in self._groups
            ),
            default=_CELL,
        )
        return next((n for n in (6, 3, 2) if width / n >= widest + SPACE_4), 1)


class _Stroke(QWidget):
    """A short line as the chart draws it."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role
        self.setFixedSize(QSize(20, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ChartLook(theme.current(), QSizeF(self.size())).pen(self._role))
        painter.drawLine(QPointF(1, 6), QPointF(19, 6))


def _cell(item: ItemView) -> Cell:
    held_back = item.claimed if item.hold_back else None
    return Cell(item.id, item.supported, held_back, item.state != "not_applicable")
