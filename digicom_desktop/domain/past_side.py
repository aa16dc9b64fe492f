"""One side of a comparison: what was kept of last year."""

from collections.abc import Iterable
from decimal import Decimal

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.carrying import previous_result
from digicom_desktop.domain.comparison_side import Side, SideDirection, SideFigure, SideItem
from digicom_desktop.domain.guideline import Direction, Edition, Indicator, Item
from digicom_desktop.domain.metric import Metric, Metrics, by_group, metrics_for
from digicom_desktop.domain.number import plain_decimal, shown_figure
from digicom_desktop.domain.previous import Previous, PreviousAnswer
from digicom_desktop.domain.report import ScoreView
from digicom_desktop.domain.scoring import Mean, Result, shown_score, thresholds
from digicom_desktop.domain.statement import FIELDS
from digicom_desktop.domain.text import is_blank
from digicom_desktop.domain.words import Words


def side_of_previous(
    edition: Edition,
    assessment: Assessment,
    metrics: Metrics,
    words: Words,
    *,
    edition_title: str = "",
) -> Side:
    """Last year's side of ``assessment``, from what it kept when it was carried forward.

    Items and names are those of ``edition``, the present one; ``edition_title`` is that of the
    edition by which the levels were read, where that was another. Which level the firm had is not
    kept. Raises ValueError where nothing was carried forward.
    """
    previous = assessment.previous
    if previous is None:
        raise ValueError("nothing was carried forward")
    return _Past(edition, previous, words).side(assessment, metrics, edition_title)


class _Past:
    """Makes a side from last year's kept values."""

    def __init__(self, edition: Edition, previous: Previous, words: Words) -> None:
        self._edition, self._previous, self._words = edition, previous, words
        self._language = words.language
        self._result: Result = previous_result(edition, previous)

    def side(self, assessment: Assessment, metrics: Metrics, edition_title: str) -> Side:
        previous, edition, words = self._previous, self._edition, self._words
        title = edition.title.in_(self._language) if previous.edition == edition.id else ""
        company, limits = assessment.company, thresholds(edition.method)
        declared, supported = self._result.declared, self._result.supported
        return Side(
            words=words,
            firm=company.name,
            credit_code=company.credit_code,
            year=previous.year,
            state_name=words.say("comparison.kept"),
            revision=None,
            code=previous.code,
            edition=previous.edition,
            edition_title=edition_title or title or previous.edition,
            declared=ScoreView(declared, shown_score(declared, limits)),
            supported=ScoreView(supported, shown_score(supported, limits)),
            level=None,
            level_name=words.say("comparison.level.not_kept"),
            directions=tuple(self._direction(direction) for direction in edition.directions),
            items=tuple(self._item(d, item) for d in edition.directions for item in d.items),
            figures=(
                *self._item_figures(),
                *self._metrics(metrics_for(assessment.profile, metrics)),
            ),
        )

    def _direction(self, direction: Direction) -> SideDirection:
        mean: Mean = self._result.directions[direction.id]
        return SideDirection(
            direction.id,
            direction.name.in_(self._language),
            ScoreView(mean.claimed, shown_score(mean.claimed)),
            ScoreView(mean.supported, shown_score(mean.supported)),
        )

    def _item(self, direction: Direction, item: Item) -> SideItem:
        answer, result = self._previous.answer(item.id), self._result.items[item.id]
        return SideItem(
            id=item.id,
            title=item.title.in_(self._language),
            direction=direction.id,
            state=result.state,
            state_name=self._words.say(f"report.item.{result.state}"),
            claimed=result.claimed,
            claimed_name=self._level_name(result.claimed),
            supported=result.supported,
            supported_name=self._level_name(result.supported),
            reason=answer.reason,
            statement=tuple(str(getattr(answer.statement, name)) for name in FIELDS),
            practices=None,
            evidence=None,
        )

    def _level_name(self, level: int | None) -> str:
        return "" if level is None else self._edition.level_names[level].in_(self._language)

    def _item_figures(self) -> Iterable[SideFigure]:
        for item in self._edition.items:
            answer = self._previous.answer(item.id)
            yield from (self._item_figure(item, i, answer) for i in item.indicators)

    def _item_figure(self, item: Item, indicator: Indicator, answer: PreviousAnswer) -> SideFigure:
        text = answer.figures.get(indicator.id, "")
        number = indicator.number(text)
        return SideFigure(
            id=indicator.id,
            item=item.id,
            name=indicator.name.in_(self._language),
            definition=indicator.definition.in_(self._language),
            unit=indicator.unit.in_(self._language),
            shown="" if is_blank(text) else text,
            value=None if number is None else plain_decimal(number),
        )

    def _metrics(self, figures: tuple[Metric, ...]) -> Iterable[SideFigure]:
        for _, members in by_group(figures):
            yield from map(self._metric, members)

    def _metric(self, metric: Metric) -> SideFigure:
        text = self._previous.metrics.get(metric.id, "")
        number = metric.read(text)
        return SideFigure(
            id=metric.id,
            item="",
            name=metric.name.in_(self._language),
            definition=metric.definition.in_(self._language),
            unit=metric.unit.in_(self._language),
            shown=shown_figure(number, metric.measure) if isinstance(number, Decimal) else text,
            value=plain_decimal(number) if isinstance(number, Decimal) else None,
        )
