"""Items with their answers, as a report shows them."""

from digicom_desktop.domain.assessment import Answer, Assessment, Figure
from digicom_desktop.domain.guideline import Direction, Edition, Indicator, Item
from digicom_desktop.domain.number import grouped, plain_decimal
from digicom_desktop.domain.previous import Previous
from digicom_desktop.domain.report import FigureView, ItemView, LevelView, PracticeView, Row
from digicom_desktop.domain.scoring import ItemResult, Result
from digicom_desktop.domain.words import Words

_STATEMENT_FIELDS = ("system", "since", "scope", "person", "note")


class ItemViews:
    """Views of items, one by one."""

    def __init__(
        self, edition: Edition, assessment: Assessment, result: Result, words: Words
    ) -> None:
        self._edition, self._assessment, self._result = edition, assessment, result
        self._words = words
        self._language = words.language

    def view(self, direction: Direction, item: Item) -> ItemView:
        """The view of ``item`` with its answer."""
        edition, language = self._edition, self._language
        answer = self._assessment.answer(item.id)
        if answer.not_applicable:
            # What was filled in before is kept for the day it applies after all, and said nowhere.
            answer = Answer(item.id, not_applicable=True, reason=answer.reason)
        result = self._result.items[item.id]
        return ItemView(
            id=item.id,
            direction=direction.id,
            title=item.title.in_(language),
            clause=item.clause.in_(language),
            clause_zh=item.clause.zh,
            plain=item.plain.in_(language),
            levels=tuple(
                LevelView(
                    level.level,
                    edition.level_names[level.level].in_(language),
                    level.text.in_(language),
                )
                for level in item.levels
            ),
            state=result.state,
            state_name=self._words.say(f"report.item.{result.state}"),
            claimed=result.claimed,
            claimed_name=self._level_name(result.claimed),
            supported=result.supported,
            supported_name=self._level_name(result.supported),
            grade=result.grade,
            grade_name=edition.grade_names[result.grade].in_(language),
            cap=result.cap,
            reason=answer.reason if answer.not_applicable else "",
            practices=tuple(
                PracticeView(p.id, p.text.in_(language), p.id in answer.practices)
                for p in item.practices
            ),
            figures=tuple(self._figure(i, answer.figure(i.id)) for i in item.indicators),
            statement=self._statement(answer),
            evidence=tuple(e.number for e in self._assessment.evidence.of_item(item.id)),
            last_year=last_year(self._assessment.previous, item.id, self._words),
            hold_back=hold_back(result, self._assessment.year, self._words),
        )

    def _level_name(self, level: int | None) -> str:
        if level is None:
            return ""
        return self._edition.level_names[level].in_(self._language)

    def _figure(self, indicator: Indicator, figure: Figure) -> FigureView:
        return FigureView(
            id=indicator.id,
            name=indicator.name.in_(self._language),
            definition=indicator.definition.in_(self._language),
            unit=indicator.unit.in_(self._language),
            current=_shown(figure.current, indicator),
            previous=_shown(figure.previous, indicator),
            current_value=_plain(figure.current, indicator),
            previous_value=_plain(figure.previous, indicator),
        )

    def _statement(self, answer: Answer) -> tuple[Row, ...]:
        return tuple(
            Row(
                f"statement.{name}",
                self._words.say(f"statement.{name}"),
                getattr(answer.statement, name),
            )
            for name in _STATEMENT_FIELDS
        )


def _shown(text: str, indicator: Indicator) -> str:
    """The figure with its thousands parted; what cannot be read is shown as typed."""
    number = indicator.number(text)
    return text if number is None else grouped(number)


def _plain(text: str, indicator: Indicator) -> str | None:
    number = indicator.number(text)
    return None if number is None else plain_decimal(number)


def last_year(previous: Previous | None, item: str, words: Words) -> str:
    """One sentence on last year's answer to ``item``; "" where there is none."""
    if previous is None:
        return ""
    answer = previous.answer(item)
    if answer.not_applicable:
        return words.say("report.last_year.not_applicable", year=previous.year)
    if answer.level is None:
        return ""
    return words.say(
        "report.last_year.levels",
        year=previous.year,
        claimed=answer.level,
        supported=answer.supported if answer.supported is not None else "—",
    )


def hold_back(result: ItemResult, year: int, words: Words) -> str:
    """One sentence on what keeps the supported level below the claim; "" when nothing does."""
    if not result.is_held_back:
        return ""
    lacks = [
        words.say("report.lacks.figure", year=year)
        if lack == "figure"
        else words.say(f"report.lacks.grade_{result.needed_grade}")
        for lack in result.lacking
    ]
    return words.say(
        "report.held_back",
        claimed=result.claimed,
        supported=result.supported,
        lacks=words.say("report.lacks.and").join(lacks),
    )
