"""The firm's figures on the company page: those that make its size, and a card with the others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.company import REQUIRED_FIELDS
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.metric import COMPANY_FIELDS, Metric, Metrics, by_group, metrics_for
from digicom_desktop.domain.metric_check import BrokenCheck, broken_checks
from digicom_desktop.domain.number import in_brackets, shown_figure
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.block_paste import refusal, spread
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.figure_field import Block, FigureField
from digicom_desktop.ui.found_at import doubt, found_at
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.metric_table import MetricRow, MetricTable
from digicom_desktop.ui.remark import Remark
from digicom_desktop.ui.tokens import SPACE_8, SPACE_12

_REQUIRED = frozenset(id for id, name in COMPANY_FIELDS.items() if name in REQUIRED_FIELDS)


class MetricDesk(Card):
    """The card; ``size_figures`` stand where the size class is told.

    It has no tables before ``show_tables``: the page is seen before what stands further down.
    What does not agree is said once the person has left a field: figures are typed one by one.
    """

    edited = Signal(str, object, str)
    """The figure, its ``MetricValue``, and which year was typed."""
    pasted = Signal(object)
    """A block of cells: the ``MetricValue`` of each figure that it changes."""
    typing = Signal(bool)
    visit_ended = Signal()
    profile_requested = Signal()

    def __init__(self, metrics: Metrics, words: Words) -> None:
        super().__init__()
        self._metrics, self._words = metrics, words
        self._assessment: Assessment | None = None
        self._shown: tuple[int, tuple[Metric, ...]] = (0, ())
        self._rows: dict[str, MetricRow] = {}
        self._waiting: list[tuple[str, tuple[Metric, ...]]] = []
        self._findings: Mapping[str, Sequence[Finding]] = {}
        self._is_whole = False
        self.size_figures = QWidget()
        self._size_column = QVBoxLayout(self.size_figures)
        self._tables = QVBoxLayout()
        for column in (self._size_column, self._tables):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_12)
        self.body.setSpacing(SPACE_12)
        self.body.addLayout(self._head())
        self.body.addLayout(self._tables)

    @property
    def company_fields(self) -> dict[str, FigureField]:
        """The fields of the company's own figures, by the names that the company has for them."""
        return {
            name: self._rows[id].fields["current"]
            for id, name in COMPANY_FIELDS.items()
            if id in self._rows
        }

    @property
    def places(self) -> dict[str, FigureField]:
        """The fields by where a finding says that they are: "metrics.orders.previous"."""
        return {
            f"metrics.{id}" if which == "current" else f"metrics.{id}.{which}": field
            for id, row in self._rows.items()
            for which, field in row.fields.items()
        }

    def show_assessment(self, assessment: Assessment) -> None:
        """Shows the figures that apply to the firm."""
        self._assessment = assessment
        figures = (assessment.year, metrics_for(assessment.profile, self._metrics))
        if figures != self._shown:
            self._shown = figures
            self._build(*figures)
        self._show_values(assessment)
        self._more.setVisible(not assessment.profile)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Says of ``findings`` at each figure what is found there; before ``show_assessment``."""
        self._findings = found_at(findings)

    def show_tables(self) -> None:
        """Shows the tables of the card, from now on."""
        self._is_whole = True
        self._add_waiting()
        if self._assessment is not None:
            self._show_values(self._assessment)

    def _show_values(self, assessment: Assessment) -> None:
        for id, row in self._rows.items():
            row.show_value(assessment.metric(id))
        if not any(row.is_typed_in for row in self._rows.values()):
            self._show_checks()

    def flush(self) -> None:
        """Tells what was typed and not told yet."""
        for row in self._rows.values():
            row.flush()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(PlainLabel(self.tr("Business figures"), "section"))
        note = self.tr("Fill in what you know; leave the rest empty")
        head.addWidget(PlainLabel(note, "caption", "text3", wrap=True), 1)
        self._more = Button(self.tr("Choose the kinds of business to see more"), Kind.LINK)
        self._more.clicked.connect(lambda: self.profile_requested.emit())
        head.addWidget(self._more)
        return head

    def _build(self, year: int, figures: tuple[Metric, ...]) -> None:
        self._rows.clear()
        for column in (self._size_column, self._tables):
            _clear(column)
        self._waiting.clear()
        for group, members in by_group(figures):
            title = group.name.in_(self._words.language)
            if all(metric.id in COMPANY_FIELDS for metric in members):
                self._add_table(self._size_column, title, members, year)
            else:
                self._waiting.append((title, members))
        if self._is_whole:
            self._add_waiting()

    def _add_table(
        self, column: QVBoxLayout, title: str, members: tuple[Metric, ...], year: int
    ) -> None:
        table = MetricTable(title, members, year, self._words, _REQUIRED)
        table.edited.connect(self.edited)
        table.typing.connect(self.typing)
        table.visit_ended.connect(self._on_visit_ended)
        column.addWidget(table)
        self._rows |= table.rows
        for row in table.rows.values():
            for field in row.fields.values():
                field.take_blocks(partial(self._on_block_pasted, first=field))

    def _add_waiting(self) -> None:
        for title, members in self._waiting:
            self._add_table(self._tables, title, members, self._shown[0])
        self._waiting.clear()

    def _on_block_pasted(self, block: Block, first: FigureField) -> None:
        self.flush()
        table = [list(row.fields.values()) for row in self._rows.values()]
        texts = spread(block, table, first)
        if texts is None or self._assessment is None:
            first.set_error(refusal(block))
            return
        values = {}
        for id, row in self._rows.items():
            said = {y: texts[field] for y, field in row.fields.items() if field in texts}
            if said:
                values[id] = replace(self._assessment.metric(id), **said)
        self.pasted.emit(values)

    def _on_visit_ended(self) -> None:
        self.visit_ended.emit()
        self._show_checks()

    def _show_checks(self) -> None:
        """Says beside the figures which of them do not agree."""
        if self._assessment is None:
            return
        said: dict[tuple[str, str], list[Remark]] = {}
        for broken in broken_checks(self._metrics, self._assessment):
            if (first := broken.check.left[0]) in self._rows:
                said.setdefault((first, broken.year), []).append(self._remark(broken))
        company = {field: f"company#{name}" for name, field in self.company_fields.items()}
        places = {field: f"company#{name}" for name, field in self.places.items()} | company
        for id, row in self._rows.items():
            for which, field in row.fields.items():
                found = self._findings.get(places[field], ())
                more = (doubt(one, self._words) for one in found)
                field.set_remarks([*said.get((id, which), ()), *more])

    def _remark(self, broken: BrokenCheck) -> Remark:
        check = broken.check
        field = self._rows[check.left[0]].fields[broken.year]
        units = {metric.id: metric.unit for metric in self._metrics.figures}
        left, right = units[check.left[0]], units[check.right[0]]
        language = self._words.language
        said = {
            "left": shown_figure(broken.left, field.measure),
            "right": shown_figure(broken.right, field.measure),
            "base": in_brackets(broken.base, right).in_(language),
        }
        if left != right:
            said["left"] = in_brackets(broken.left, left).in_(language)
        sentence = self._words.say(f"metrics.check.{check.id}", **said)
        return Remark(check.id, field.lead + sentence, is_error=not check.doubtful)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
