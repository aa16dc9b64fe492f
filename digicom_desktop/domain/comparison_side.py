"""One side of a comparison: what an assessment or a revision says."""

from dataclasses import dataclass

from digicom_desktop.domain.report import (
    DirectionView,
    FigureView,
    ItemView,
    MetricView,
    Report,
    ScoreView,
)
from digicom_desktop.domain.words import Words


@dataclass(frozen=True, slots=True)
class SideFigure:
    """A figure of the assessed year: of ``item``, of the firm where that is "".

    ``shown`` is "" when nothing is typed; ``value`` a plain decimal in ``unit``, None for no
    number.
    """

    id: str
    item: str
    name: str
    definition: str
    unit: str
    shown: str
    value: str | None


@dataclass(frozen=True, slots=True)
class SideItem:
    """What is said about one item; ``practices`` and ``evidence`` are None where not known."""

    id: str
    title: str
    direction: str
    state: str
    state_name: str
    claimed: int | None
    claimed_name: str
    supported: int | None
    supported_name: str
    reason: str
    statement: tuple[str, ...]
    """The four fields and the note, in order."""
    practices: frozenset[str] | None
    evidence: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class SideDirection:
    """A direction with its means."""

    id: str
    name: str
    claimed: ScoreView
    supported: ScoreView


@dataclass(frozen=True, slots=True)
class Side:
    """Everything of one assessment that is compared, in the language of ``words``.

    ``level`` is 0-4, None where there is none or where it is not known; ``level_name`` says which.
    """

    words: Words
    firm: str
    credit_code: str
    year: int
    state_name: str
    revision: int | None
    code: str
    edition: str
    edition_title: str
    declared: ScoreView
    supported: ScoreView
    level: int | None
    level_name: str
    directions: tuple[SideDirection, ...]
    items: tuple[SideItem, ...]
    figures: tuple[SideFigure, ...]
    """Those of the items, then the firm's, each in the order in which they are shown."""

    @property
    def label(self) -> str:
        """Firm, year and state in one line."""
        words = self.words
        state = self.state_name
        if self.revision is not None:
            state = words.say("comparison.revision", number=self.revision, state=state)
        firm = self.firm.strip() or words.say("report.nameless")
        return words.say("comparison.label", firm=firm, year=self.year, state=state)


def side_of_report(report: Report) -> Side:
    """The side that ``report`` is."""
    item_figures = (_item_figure(i.id, f) for i in report.items for f in i.figures)
    return Side(
        words=report.words,
        firm=report.firm,
        credit_code=report.credit_code,
        year=report.year,
        state_name=report.state_name,
        revision=report.revision,
        code=report.code,
        edition=report.edition,
        edition_title=report.edition_title,
        declared=report.declared,
        supported=report.supported,
        level=report.firm_level.level,
        level_name=report.firm_level.name,
        directions=tuple(_direction(view) for view in report.directions),
        items=tuple(_item(view) for view in report.items),
        figures=(*item_figures, *(_metric(view) for view in report.metrics)),
    )


def _direction(view: DirectionView) -> SideDirection:
    return SideDirection(view.id, view.name, view.claimed, view.supported)


def _item(view: ItemView) -> SideItem:
    return SideItem(
        id=view.id,
        title=view.title,
        direction=view.direction,
        state=view.state,
        state_name=view.state_name,
        claimed=view.claimed,
        claimed_name=view.claimed_name,
        supported=view.supported,
        supported_name=view.supported_name,
        reason=view.reason,
        statement=tuple(row.value for row in view.statement),
        practices=frozenset(practice.id for practice in view.practices if practice.ticked),
        evidence=view.evidence,
    )


def _item_figure(item: str, view: FigureView) -> SideFigure:
    return _side_figure(item, view)


def _metric(view: MetricView) -> SideFigure:
    return _side_figure("", view)


def _side_figure(item: str, view: FigureView | MetricView) -> SideFigure:
    return SideFigure(
        view.id, item, view.name, view.definition, view.unit, view.current, view.current_value
    )
