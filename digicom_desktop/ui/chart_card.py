"""A card with a chart, which the same numbers as a table may take the place of."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.domain.chart_geometry import Axis, Box, Role
from digicom_desktop.domain.report import CharacteristicView, DirectionView, Report
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.chart_look import ChartLook
from digicom_desktop.ui.chart_view import ChartView
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.numbers_table import Numbers, NumbersTable
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import ICON_INLINE, SPACE_4, SPACE_8

_STROKE = 16
"""How long the sample of a line is."""


class ChartCard(Card):
    """A title, what the chart needs to be read, and chart or table, as the person chooses."""

    def __init__(self, title: str, chart: ChartView) -> None:
        super().__init__()
        self.chart = chart
        self._title = title
        self._numbers = Numbers()
        self._table: NumbersTable | None = None
        self._aids: list[Paragraph | Legend] = []
        self._texts = FlowLayout(SPACE_8, 2, is_titled=True)
        self._texts.addWidget(PlainLabel(title, "section"))
        self._toggle = Button("", Kind.LINK, on_click=self._on_toggled)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_4)  # the button has a margin of its own
        self._head.addLayout(self._texts, 1)
        self._head.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._head)
        self.body.addWidget(chart)
        self._label_toggle()

    @property
    def shows_numbers(self) -> bool:
        """Whether the table stands in the place of the chart."""
        return self.chart.isHidden()

    def show_numbers(self, numbers: Numbers) -> None:
        """Has ``numbers`` in the table; it is made when it is first asked for."""
        self._numbers = numbers
        if self._table is not None:
            self._table.show_numbers(numbers)

    def add_note(self, text: str) -> None:
        """Says how the chart is read."""
        note = Paragraph(text, "caption", "text3")
        note.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        policy = note.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the button stays where it is
        note.setSizePolicy(policy)
        self._head.setStretch(0, 0)
        self._head.insertSpacing(1, SPACE_8)
        self._head.insertWidget(2, note, 1)
        self._aids.append(note)

    def add_legend(self, role: Role, text: str = "") -> "Legend":
        """Shows how lines of ``role`` look, and what they are."""
        legend = Legend(role, text)
        self._texts.addWidget(legend)
        self._aids.append(legend)
        return legend

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
        axis = Axis(
            key=view.id,
            name=view.name,
            supported=view.supported.value,
            declared=view.claimed.value,
            supported_text=view.supported.shown,
            declared_text=view.claimed.shown,
            missing=report.words.say("report.item.not_applicable"),
        )
        is_thin = isinstance(view, DirectionView) and view.is_thin
        return replace(axis, note=self.tr("few items apply")) if is_thin else axis

    def _on_toggled(self) -> None:
        if self._table is None:
            self._table = NumbersTable(self._title)
            self._table.hide()
            self._table.show_numbers(self._numbers)
            self.body.insertWidget(self.body.indexOf(self.chart) + 1, self._table)
            self.setTabOrder(self.chart, self._table)
        to_table = not self.shows_numbers
        self.chart.setVisible(not to_table)
        self._table.setVisible(to_table)
        self.show_aids()
        self._label_toggle()

    def show_aids(self) -> None:
        """Shows what the chart needs to be read where there is a chart, and something to say."""
        for aid in self._aids:
            aid.setVisible(not self.shows_numbers and bool(aid.text()))

    def _label_toggle(self) -> None:
        """The button says what it leads to."""
        to_chart = self.shows_numbers
        name = self.tr("{0}: show the chart") if to_chart else self.tr("{0}: show the numbers")
        self._toggle.setText(self.tr("Chart") if to_chart else self.tr("Numbers"))
        self._toggle.setAccessibleName(name.format(self._title))
        self._toggle.set_icon("chart" if to_chart else "table", ICON_INLINE)


class Legend(QWidget):
    """A short line as the chart draws it, and what it stands for."""

    def __init__(self, role: Role, text: str) -> None:
        super().__init__()
        self._label = PlainLabel(text, "caption", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(_Stroke(role))
        row.addWidget(self._label)

    def text(self) -> str:
        """What the line stands for."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Says what the line stands for."""
        self._label.setText(text)


class _Stroke(QWidget):
    """What a bar is, or how a line runs: upright where it is the tick of a bar."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role
        self.setFixedSize(QSize(_STROKE, 12) if role is not Role.TICK else QSize(6, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = ChartLook(theme.current(), QSizeF(self.size()))
        if self._role is Role.BAR:
            look.paint(painter, [Box(0, 2, self.width(), 8, Role.BAR)])
            return
        painter.setPen(look.pen(self._role))
        is_upright = self._role is Role.TICK
        ends = (
            (QPointF(3, 0), QPointF(3, 12)) if is_upright else (QPointF(0, 6), QPointF(_STROKE, 6))
        )
        painter.drawLine(*ends)
