"""What the plan page shows of each item, and of what may still be added."""

import calendar
from dataclasses import dataclass
from datetime import date

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.advice_text import change_lines
from digicom_desktop.domain.closing import shown_gain
from digicom_desktop.domain.plan import TEXT_LIMIT, Action
from digicom_desktop.domain.planning import PlanLine, ranked
from digicom_desktop.domain.text import Language, clean_line
from digicom_desktop.domain.words import Words

SOON = 14
"""From how many days before its end on an action says that it is due."""


@dataclass(frozen=True, slots=True)
class LineShown:
    """One item of the plan; ``ways`` are the sentences of what its target takes.

    ``state`` is "answered", "unanswered" or "not_applicable", "" where the edition has no such
    item; ``now`` is what counts today, ``gain`` "" where the target adds nothing.
    """

    item: str
    title: str
    state: str
    now: int
    target: int | None
    gain: str
    ways: tuple[str, ...]
    actions: tuple[Action, ...]

    @property
    def is_reached(self) -> bool:
        """Whether the target counts already, with the evidence that a plan asks for."""
        if self.target is None or self.now < self.target:
            return False
        return self.now > self.target or not self.ways


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that is not in the plan; ``level`` is where its smallest step leads."""

    item: str
    title: str
    now: int
    level: int
    gain: str


def lines_shown(appraisal: Appraisal, words: Words) -> tuple[LineShown, ...]:
    """The items of the plan, best gain first."""
    lines = ranked(appraisal.edition, appraisal.ratings, appraisal.assessment.plan)
    return tuple(_line(appraisal, line, words) for line in lines)


def candidates(appraisal: Appraisal, language: Language) -> tuple[Candidate, ...]:
    """The items that can rise and have no target yet, in edition order."""
    edition, plan = appraisal.edition, appraisal.assessment.plan
    steps = {step.item: step for step in appraisal.steps}
    taken = plan.targets.keys() | {action.item for action in plan.actions}
    return tuple(
        Candidate(
            item.id,
            item.title.in_(language),
            steps[item.id].from_level,
            steps[item.id].to_level,
            shown_gain(steps[item.id].gain),
        )
        for item in edition.items
        if item.id in steps and item.id not in taken
    )


def as_action(way: str) -> str:
    """A way as the text of an action."""
    return clean_line(way, TEXT_LIMIT)


def is_overdue(action: Action, today: date) -> bool:
    """Whether ``action`` should have been done before ``today``."""
    return action.is_open and bool(action.due_by) and action.due_by < today.isoformat()


def is_due_soon(action: Action, today: date) -> bool:
    """Whether ``action`` is due within the next days, and not overdue."""
    if not action.is_open or not action.due_by or is_overdue(action, today):
        return False
    year, month, day = map(int, action.due_by.split("-"))
    last = date(year, month, min(day, calendar.monthrange(year, month)[1]))
    return (last - today).days <= SOON


def _line(appraisal: Appraisal, line: PlanLine, words: Words) -> LineShown:
    edition, assessment = appraisal.edition, appraisal.assessment
    is_known = line.item in edition.item_ids
    return LineShown(
        item=line.item,
        title=edition.item(line.item).title.in_(words.language) if is_known else "",
        state=appraisal.result.items[line.item].state if is_known else "",
        now=line.from_level,
        target=line.target,
        gain=shown_gain(line.gain) if line.gain else "",
        ways=change_lines(line.item, line.changes, edition, assessment, words),
        actions=line.actions,
    )
