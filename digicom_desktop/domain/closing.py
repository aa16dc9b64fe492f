"""Findings, steps, plan and last year → their views, in one language."""

from collections.abc import Mapping
from fractions import Fraction

from digicom_desktop.domain.advice import Step
from digicom_desktop.domain.advice_text import change_lines, step_row, step_sentence
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.carrying import previous_result
from digicom_desktop.domain.closing_views import (
    ActionView,
    FindingView,
    PlanLineView,
    PlanView,
    PreviousView,
    StepView,
)
from digicom_desktop.domain.explained import Explained
from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.number import rounded
from digicom_desktop.domain.plan import Action
from digicom_desktop.domain.planning import PlanLine, planned_result, ranked
from digicom_desktop.domain.reason import Reason
from digicom_desktop.domain.scoring import Rating, Result, shown_score, thresholds
from digicom_desktop.domain.words import Words


class ClosingViews:
    """Views of one assessment; ``today`` (``YYYY-MM-DD``) tells what is overdue."""

    def __init__(
        self,
        edition: Edition,
        assessment: Assessment,
        ratings: Mapping[str, Rating],
        today: str,
        words: Words,
    ) -> None:
        self._edition, self._assessment, self._ratings = edition, assessment, ratings
        self._today, self._words = today, words

    def finding(self, finding: Finding) -> FindingView:
        """``finding`` and what was said about it."""
        reasons, words = self._assessment.reasons, self._words
        return FindingView(
            key=finding.key,
            class_=finding.class_.value,
            class_name=words.say(f"review.class.{finding.class_.value}"),
            where=self._where(finding.subject, finding.place),
            place=finding.place,
            sentence=finding.sentence(words),
            hint=finding.hint(words),
            said=self._said(finding.reason_of(reasons)),
            is_open=finding.is_open(reasons),
        )

    def explained(self, entry: Explained) -> FindingView:
        """What was found and said when the assessment was finalised."""
        return FindingView(
            key=entry.key,
            class_=entry.class_.value,
            class_name=self._words.say(f"review.class.{entry.class_.value}"),
            where=self._where(entry.subject, entry.place),
            place=entry.place,
            sentence=entry.sentence.in_(self._words.language),
            hint="",
            said=self._said(entry.reason),
            is_open=False,
        )

    def step(self, step: Step) -> StepView:
        """``step`` in words."""
        row = step_row(step, self._edition, self._assessment, self._words)
        return StepView(
            item=step.item,
            title=self._title(step.item),
            from_level=step.from_level,
            to_level=step.to_level,
            what=step_sentence(step, self._edition, self._assessment, self._words),
            short=row.what,
            where=row.where,
            gain=step.gain,
            gain_shown=shown_gain(step.gain),
        )

    def plan(self) -> PlanView:
        """The plan, and where it leads."""
        edition, plan = self._edition, self._assessment.plan
        planned = planned_result(edition, self._ratings, plan)
        lines = ranked(edition, self._ratings, plan)
        return PlanView(
            lines=tuple(map(self._line, lines)),
            planned=planned.supported,
            planned_shown=shown_score(planned.supported, thresholds(edition.method)),
            planned_level=planned.level,
            planned_level_name=self._level_name(planned),
        )

    def previous(self) -> PreviousView | None:
        """Last year's values, None where the assessment was not carried forward."""
        previous = self._assessment.previous
        if previous is None:
            return None
        edition, result = self._edition, previous_result(self._edition, previous)
        means = {id: mean.supported for id, mean in result.directions.items()}
        return PreviousView(
            year=previous.year,
            directions=means,
            shown={id: shown_score(mean) for id, mean in means.items()},
            supported=result.supported,
            supported_shown=shown_score(result.supported, thresholds(edition.method)),
        )

    def _said(self, reason: Reason | None) -> str:
        if reason is None:
            return ""
        verified = self._words.say("report.verified") if reason.verified else ""
        return reason.text.strip() or verified

    def _where(self, subject: str, place: str) -> str:
        kind, _, rest = place.partition("/")
        if kind == "item" and not subject:
            return self._words.say("report.place.several")
        if kind == "item":
            item = rest.partition("#")[0]
            numbers = {entry.number for entry in self._assessment.evidence.entries}
            return subject if subject in numbers else item
        return self._words.say(f"report.place.{kind.partition('#')[0]}")

    def _line(self, line: PlanLine) -> PlanLineView:
        return PlanLineView(
            item=line.item,
            title=self._title(line.item),
            now=line.from_level,
            target=line.target,
            gain=line.gain,
            gain_shown=shown_gain(line.gain),
            next_steps=self._way(line),
            actions=tuple(map(self._action, line.actions)),
        )

    def _way(self, line: PlanLine) -> tuple[str, ...]:
        if line.item not in self._edition.item_ids:
            return ()
        return change_lines(line.item, line.changes, self._edition, self._assessment, self._words)

    def _action(self, action: Action) -> ActionView:
        return ActionView(
            id=action.id,
            item=action.item,
            text=action.text,
            owner=action.owner,
            due=action.due,
            state=action.state.value,
            state_name=self._words.say(f"report.action.{action.state.value}"),
            note=action.note,
            is_overdue=action.is_open and bool(action.due_by) and action.due_by < self._today,
        )

    def _title(self, item: str) -> str:
        if item not in self._edition.item_ids:
            return ""
        return self._edition.item(item).title.in_(self._words.language)

    def _level_name(self, result: Result) -> str:
        if not result.level:
            return self._words.say("report.level.none")
        return self._edition.method.gates[result.level - 1].name.in_(self._words.language)


def shown_gain(gain: Fraction) -> str:
    """A gain in points as shown: "+2.5"; what would be rounded to nothing has two decimals."""
    shown = rounded(gain, 1)
    if gain and shown == "0.0":
        shown = rounded(gain, 2)
    return f"+{shown}" if gain >= 0 else shown
