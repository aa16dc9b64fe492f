"""Rules of the check: the improvement plan."""

from collections.abc import Iterator

from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.plan import Action
from digicom_desktop.domain.planning import is_reached
from digicom_desktop.domain.review_reading import Reading
from digicom_desktop.domain.review_rule import hint, must_fix, shortened, verify
from digicom_desktop.domain.review_span import date_problem, span_of
from digicom_desktop.domain.text import is_blank

DUE_TYPED = must_fix("plan.due_typed")
PAST_DUE = verify("plan.past_due")
NO_OWNER = hint("plan.no_owner")
NO_TEXT = hint("plan.no_text")
TARGET_REACHED = hint("plan.target_reached")

RULES = (DUE_TYPED, PAST_DUE, NO_OWNER, NO_TEXT, TARGET_REACHED)

_PLACE = "plan"
"""What follows "#" is the item to show."""


def check_plan(reading: Reading) -> Iterator[Finding]:
    """Findings at actions, what several of them lack said once, and at targets."""
    plan = reading.assessment.plan
    for action in plan.actions:
        yield from _due(reading, action)
    open_ = [action for action in plan.actions if action.is_open]
    without_owner = [action for action in open_ if is_blank(action.owner)]
    without_text = [action for action in open_ if is_blank(action.text)]
    for rule, found in ((NO_OWNER, without_owner), (NO_TEXT, without_text)):
        if found:
            items = tuple(dict.fromkeys(action.item for action in found))
            yield rule.found(
                "", f"{_PLACE}#{items[0]}", [a.id for a in found], count=len(found), items=items
            )
    yield from _targets(reading)


def _due(reading: Reading, action: Action) -> Iterator[Finding]:
    name = action.item if is_blank(action.text) else shortened(action.text)
    at = (action.id, f"{_PLACE}#{action.item}", (action.due,))
    problem = date_problem(action.due)
    if problem is not None:
        yield DUE_TYPED.found(*at, action=name, typed=shortened(action.due), problem=problem)
    due = span_of(action.due)
    if due is not None and action.is_open and due.last < reading.today:
        yield PAST_DUE.found(*at, action=name, date=due.date)


def _targets(reading: Reading) -> Iterator[Finding]:
    """What counts already is no target; below what is only claimed there is much to reach."""
    targets = reading.assessment.plan.targets
    for id, result in reading.source.result.items.items():
        target, supported = targets.get(id), result.supported
        if target is None or supported is None or not is_reached(reading.method, result, target):
            continue
        place = f"{_PLACE}#{id}"
        yield TARGET_REACHED.found(id, place, (target, supported), item=id, target=target)
