"""What a revision says, section by section, written when it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import QObject

from digicom_desktop.domain.report import MetricView, Report
from digicom_desktop.ui.evidence_text import size_text
from digicom_desktop.ui.revision_items import RevisionItems
from digicom_desktop.ui.revision_writer import TextWriter

_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a section, written at once; ``title`` where the section begins with it."""

    write: Callable[[], None]
    title: str = ""


class RevisionSections(QObject):
    """Everything that ``report`` says, in the order of the forms."""

    def __init__(self, report: Report, writer: TextWriter, parent: QObject) -> None:
        super().__init__(parent)
        self._report, self._writer = report, writer
        self._items = RevisionItems(report, writer, self)

    def parts(self) -> Iterator[Part]:
        """All pieces in order; each takes a few milliseconds."""
        yield Part(self._company, self.tr("Company"))
        yield Part(self._narratives, self.tr("Narratives"))
        yield Part(self._scores, self.tr("Scores and level"))
        first, *others = self._report.directions
        items = self.tr("{0} items").format(self._report.total)
        yield Part(partial(self._items.write, first), items)
        for direction in others:
            yield Part(partial(self._items.write, direction))
        yield Part(self._metrics, self.tr("Figures of the firm"))
        yield Part(self._evidence, self.tr("Evidence"))
        yield Part(self._plan, self.tr("Improvement plan"))
        yield Part(self._review, self.tr("Explanations"))

    def _company(self) -> None:
        rows = [(row.label, row.value or _NOTHING) for row in self._report.company]
        types = self.tr(", ", "between kinds of business").join(self._report.business_types)
        rows.append((self.tr("Kinds of business"), types or _NOTHING))
        self._writer.facts(rows)

    def _narratives(self) -> None:
        for row in self._report.narratives:
            self._writer.heading(row.label)
            if row.value.strip():
                self._writer.paragraph(row.value)
            else:
                self._nothing()

    def _scores(self) -> None:
        report = self._report
        rows = [
            (self.tr("Declared score"), report.declared.shown),
            (self.tr("Evidence-backed score"), report.supported.shown),
            (self.tr("Level"), report.firm_level.name),
        ]
        self._writer.facts(rows)
        self._writer.paragraph(report.method_note, "caption", "text3")
        self._writer.paragraph(report.firm_level.sentence, "strong")
        self._gates()
        self._means()

    def _gates(self) -> None:
        gates = self._report.firm_level.gates
        if not gates:
            return
        met, unmet = self.tr("met"), self.tr("not met")
        rows = [(g.name, g.have, g.need, met if g.holds else unmet) for g in gates]
        heads = (self.tr("Condition (all must hold)"), self.tr("Have"), self.tr("Need"), "")
        self._writer.table(heads, rows, (55, 15, 15, 15), right={1, 2, 3})

    def _means(self) -> None:
        report = self._report
        declared, supported = self.tr("Declared"), self.tr("Evidence-backed")
        directions = [(d.name, d.claimed.shown, d.supported.shown) for d in report.directions]
        heads = (self.tr("Direction"), declared, supported)
        self._writer.table(heads, directions, (60, 20, 20), right={1, 2})
        traits = [(c.name, c.claimed.shown, c.supported.shown) for c in report.characteristics]
        heads = (self.tr("Characteristic"), declared, supported)
        self._writer.table(heads, traits, (60, 20, 20), right={1, 2})
        areas = [(area.name, area.state_name) for area in report.momentum]
        self._writer.table((self.tr("Momentum"), ""), areas, (60, 40), right={1})

    def _metrics(self) -> None:
        filled = [metric for metric in self._report.metrics if metric.is_filled]
        if not filled:
            self._nothing()
        for group, metrics in groupby(filled, key=lambda metric: metric.group):
            self._metric_table(group, list(metrics))

    def _metric_table(self, group: str, metrics: list[MetricView]) -> None:
        year = self._report.year
        heads = (
            group,
            self.tr("Unit"),
            self.tr("{0}", "a year").format(year - 1),
            self.tr("{0}", "a year").format(year),
            self.tr("Change"),
        )
        rows = [
            (m.name, m.unit, *(text or _NOTHING for text in (m.previous, m.current, m.change)))
            for m in metrics
        ]
        self._writer.table(heads, rows, (38, 16, 16, 16, 14), right={2, 3, 4})

    def _evidence(self) -> None:
        if not self._report.evidence:
            self._nothing()
        for entry in self._report.evidence:
            self._writer.heading(f"{entry.number}  {entry.title or _NOTHING}")
            rows = [
                (self.tr("Date"), entry.date),
                (self.tr("Valid until"), entry.valid_until),
                (self.tr("What it proves"), entry.proves),
                (self.tr("Grade"), f"{entry.grade} · {entry.grade_name}"),
                (self.tr("For items"), self.tr(", ", "between items").join(entry.items)),
                (
                    self.tr("File"),
                    self._file(entry.file_name, entry.file_size) or self.tr("No file attached"),
                ),
                ("SHA-256", entry.file_sha256),
            ]
            self._writer.facts([row for row in rows if row[1].strip()])

    @staticmethod
    def _file(name: str, size: int | None) -> str:
        return name if size is None else f"{name} · {size_text(size)}"

    def _plan(self) -> None:
        plan = self._report.plan
        if plan.is_empty:
            self._nothing()
            return
        said = self.tr("Once every target is reached: evidence-backed {0}, {1}")
        self._writer.paragraph(said.format(plan.planned_shown, plan.planned_level_name), "strong")
        for line in plan.lines:
            self._writer.heading(f"{line.item}  {line.title}")
            if line.target is not None:
                target = self.tr("From level {0} to {1}, {2} points")
                text = target.format(line.now, line.target, line.gain_shown)
                self._writer.paragraph(text, "compact", "text2")
            rows = [
                (a.text or _NOTHING, a.owner or _NOTHING, a.due or _NOTHING, a.state_name, a.note)
                for a in line.actions
            ]
            heads = (
                self.tr("Action"),
                self.tr("Person"),
                self.tr("Due"),
                self.tr("State"),
                self.tr("Note"),
            )
            if rows:
                self._writer.table(heads, rows, (36, 14, 16, 12, 22))

    def _review(self) -> None:
        explained = self._report.explained
        if not explained:
            self._nothing()
            return
        rows = [
            (f"{f.class_} {f.class_name}", f.where, f.sentence, f.said or _NOTHING)
            for f in explained
        ]
        heads = (self.tr("Class"), self.tr("Where"), self.tr("What was found"), self.tr("Said"))
        self._writer.table(heads, rows, (14, 14, 40, 32))

    def _nothing(self) -> None:
        self._writer.paragraph(self.tr("Nothing was filled in."), "compact", "text3")
