"""Report → the rows of the sheet of scores."""

from collections.abc import Iterator

from digicom_desktop.documents.workbook_check_rows import characteristic_checks, direction_checks
from digicom_desktop.documents.workbook_values import Line, Value, chartable, shown
from digicom_desktop.domain.report import Report, ScoreView


def progress(report: Report) -> str:
    return report.words.say(
        "workbook.progress",
        done=report.answered + report.not_applicable,
        total=report.total,
        not_applicable=report.not_applicable,
    )


def result(report: Report) -> Iterator[Line]:
    say, level = report.words.say, report.firm_level
    values: tuple[tuple[str, Value], ...] = (
        ("supported", shown(report.supported.shown)),
        ("declared", shown(report.declared.shown)),
        ("level", level.name),
        ("sentence", level.sentence),
        ("progress", progress(report)),
        ("strongest", _titles(report, report.strongest)),
        ("weakest", _titles(report, report.weakest)),
    )
    for id, value in values:
        yield Line(id, (say(f"workbook.result.{id}"), value))


def _titles(report: Report, ids: tuple[str, ...]) -> str:
    titles = {item.id: item.title for item in report.items}
    return "\n".join(f"{id} {titles[id]}" for id in ids)


def gates(report: Report) -> Iterator[Line]:
    say = report.words.say
    for gate in report.firm_level.gates:
        holds = say("workbook.gate.holds" if gate.holds else "workbook.gate.fails")
        yield Line(gate.id, (gate.name, shown(gate.have), shown(gate.need), holds))


def directions(report: Report) -> Iterator[Line]:
    for direction in report.directions:
        views = (direction.supported, direction.claimed)
        checks = direction_checks(report, direction.id, direction.items, views)
        remark = _remark(report, direction.supported, thin=direction.is_thin)
        yield Line(direction.id, (direction.name, *map(chartable, views), *checks, remark))


def characteristics(report: Report) -> Iterator[Line]:
    for view in report.characteristics:
        views = (view.supported, view.claimed)
        checks = characteristic_checks(report, view.id, views)
        remark = _remark(report, view.supported, thin=False)
        yield Line(view.id, (view.name, *map(chartable, views), *checks, remark))


def _remark(report: Report, score: ScoreView, *, thin: bool) -> str:
    if score.value is None:
        return report.words.say("workbook.remark.none")
    return report.words.say("workbook.remark.thin") if thin else ""


def momentum(report: Report) -> Iterator[Line]:
    for area in report.momentum:
        yield Line(area.id, (area.name, area.state_name))
