"""What several rules of the check look at, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from digicom_desktop.domain.advice import Step
from digicom_desktop.domain.assessment import Answer, Assessment
from digicom_desktop.domain.company import Company
from digicom_desktop.domain.guideline import Item, Method
from digicom_desktop.domain.review_pair import FigurePair, figure_pairs
from digicom_desktop.domain.review_source import ReviewSource
from digicom_desktop.domain.review_span import Span, span_of, year_span


@dataclass(frozen=True)
class Reading:
    """A source of the check, and what is read from it when it is first needed."""

    source: ReviewSource

    @property
    def assessment(self) -> Assessment:
        """What is checked."""
        return self.source.assessment

    @property
    def company(self) -> Company:
        """The firm."""
        return self.source.assessment.company

    @property
    def method(self) -> Method:
        """The numbers of the edition's method."""
        return self.source.edition.method

    @cached_property
    def today(self) -> str:
        """Today, ``YYYY-MM-DD``."""
        return self.source.today.isoformat()

    @cached_property
    def year(self) -> Span:
        """The assessed year."""
        return year_span(self.assessment.year)

    @property
    def is_year_over(self) -> bool:
        """Whether 1 January has come after the assessed year."""
        return self.today > self.year.last

    @cached_property
    def is_young(self) -> bool:
        """Whether the firm was not there for the whole of the year before the assessed one.

        A comparison of the two years would then set a whole one against a part.
        """
        founded = span_of(self.company.founded)
        return founded is not None and founded.last > year_span(self.assessment.year - 1).first

    @cached_property
    def figures(self) -> tuple[FigurePair, ...]:
        """All figures that a rule may look at."""
        return figure_pairs(self.source)

    @cached_property
    def _figures_by_item(self) -> dict[str, list[FigurePair]]:
        found: dict[str, list[FigurePair]] = {}
        for pair in self.figures:
            found.setdefault(pair.item, []).append(pair)
        return found

    def figures_of(self, item: str) -> Sequence[FigurePair]:
        """The figures of ``item``, none where no rule may look at them."""
        return self._figures_by_item.get(item, ())

    @cached_property
    def figures_of_firm(self) -> Mapping[str, FigurePair]:
        """The firm's own figures by id."""
        return {pair.id: pair for pair in self.figures_of("")}

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """The smallest step of each item that has one."""
        return {step.item: step for step in self.source.steps}

    @cached_property
    def answers(self) -> tuple[tuple[Item, Answer], ...]:
        """Items of the edition with their answers, in edition order."""
        return tuple((item, self.assessment.answer(item.id)) for item in self.source.edition.items)
