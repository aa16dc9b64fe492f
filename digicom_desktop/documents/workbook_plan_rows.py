"""Report → the rows of the sheets for plan and explanations."""

from collections.abc import Iterator

from digicom_desktop.documents.workbook_values import Line, Value, count, shown
from digicom_desktop.domain.report import Report


def planned(report: Report) -> Iterator[Line]:
    """Scores and levels before and after."""
    plan = report.plan
    values: tuple[tuple[str, Value], ...] = (
        ("now", shown(report.supported.shown)),
        ("now_level", report.firm_level.name),
        ("planned", shown(plan.planned_shown)),
        ("planned_level", plan.planned_level_name),
    )
    for id, value in () if plan.is_empty else values:
        yield Line(id, (report.words.say(f"workbook.planned.{id}"), value))


def targets(report: Report) -> Iterator[Line]:
    """The items of the plan, best gain first."""
    for line in report.plan.lines:
        gain = None if line.target is None else line.gain_shown
        yield Line(line.item, (line.item, line.title, count(line.now), count(line.target), gain))


def actions(report: Report) -> Iterator[Line]:
    """What is to be done, in the order of the items."""
    for line in report.plan.lines:
        for a in line.actions:
            yield Line(a.id, (a.item, a.text, a.owner, a.due, a.state_name, a.note))


def review(report: Report) -> Iterator[Line]:
    """What had to be explained or verified, and what was said."""
    for finding in report.explained:
        class_ = f"{finding.class_} {finding.class_name}"
        said = finding.said or report.words.say("workbook.review_open")
        yield Line(finding.key, (class_, finding.where, finding.sentence, said))
