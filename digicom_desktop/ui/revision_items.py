"""The items of a revision, as they are written into its text."""

from PySide6.QtCore import QObject

from digicom_desktop.domain.report import DirectionView, ItemView, Report
from digicom_desktop.ui.revision_writer import TextWriter
from digicom_desktop.ui.tokens import SPACE_16, SPACE_24


class RevisionItems(QObject):
    """Writes what ``report`` says of each item."""

    def __init__(self, report: Report, writer: TextWriter, parent: QObject) -> None:
        super().__init__(parent)
        self._report, self._writer = report, writer

    def write(self, direction: DirectionView) -> None:
        """Writes a direction with its items."""
        means = self.tr("Declared {0} · evidence-backed {1}")
        said = means.format(direction.claimed.shown, direction.supported.shown)
        self._writer.heading(direction.name, SPACE_16)
        self._writer.paragraph(said, "compact", "text2", above=0)
        for item in direction.items:
            self._write_item(item)

    def _write_item(self, item: ItemView) -> None:
        self._writer.heading(f"{item.id}  {item.title}", SPACE_24)
        self._writer.paragraph(item.clause, "caption", "text3", above=0)
        self._writer.facts(self._facts(item))
        if any(figure.current or figure.previous for figure in item.figures):
            self._write_figures(item)

    def _facts(self, item: ItemView) -> list[tuple[str, str]]:
        rows = [*self._levels(item)]
        if item.last_year:
            rows.append((self.tr("Last year"), item.last_year))
        ticked = [f"• {practice.text}" for practice in item.practices if practice.ticked]
        if ticked:
            rows.append((self.tr("Practices"), "\n".join(ticked)))
        rows += [(row.label, row.value) for row in item.statement if row.value.strip()]
        numbers = self.tr(", ", "between numbers of evidence").join(item.evidence)
        if item.claimed is not None:
            grade = self.tr("{0} · grade {1}, {2}")
            none = self.tr("none")
            said = grade.format(numbers or none, item.grade, item.grade_name)
            rows.append((self.tr("Evidence"), said))
        return rows

    def _levels(self, item: ItemView) -> list[tuple[str, str]]:
        if item.claimed is None or item.supported is None:
            return [(item.state_name, item.reason)]
        claimed = self._level(item, item.claimed)
        rows = [
            (self.tr("Claimed"), f"{claimed}\n{item.levels[item.claimed].text}"),
            (self.tr("Evidence-backed"), self._level(item, item.supported)),
        ]
        if item.hold_back:
            rows.append(("", item.hold_back))
        return rows

    def _level(self, item: ItemView, level: int) -> str:
        return self.tr("Level {0} · {1}").format(level, item.levels[level].name)

    def _write_figures(self, item: ItemView) -> None:
        year = self._report.year
        heads = (
            self.tr("Key figure"),
            self.tr("Unit"),
            self.tr("{0}", "a year").format(year - 1),
            self.tr("{0}", "a year").format(year),
        )
        rows = [
            (figure.name, figure.unit, figure.previous or "—", figure.current or "—")
            for figure in item.figures
        ]
        self._writer.table(heads, rows, (52, 14, 17, 17), right={2, 3})
