"""Report → the rows of every block of the workbook."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC
from types import MappingProxyType

from digicom_desktop.documents import (
    workbook_form_rows as form,
    workbook_plan_rows as plan,
    workbook_score_rows as scores,
    workbook_template_rows as template,
)
from digicom_desktop.documents.workbook_check_rows import check, points
from digicom_desktop.documents.workbook_layout import NAMES, SHEETS
from digicom_desktop.documents.workbook_shapes import FORMAT
from digicom_desktop.documents.workbook_values import Line, Value, count, number, safe, shown
from digicom_desktop.domain.clock import CHINA
from digicom_desktop.domain.report import FigureView, ItemView, Report
from digicom_desktop.domain.text import Language

TICK = "☑ "


def lines(block: str, report: Report) -> Iterator[Line]:
    """The rows of ``block``, texts without characters that no sheet can hold."""
    if block == "data":
        yield from _data(report)
        return
    found = _ROWS[block](report)
    if report.state == "template" and block in template.TEMPLATE_ROWS:
        found = template.TEMPLATE_ROWS[block](report, found)
    for line in found:
        yield Line(line.id, tuple(map(safe, line.values)))


def _data(report: Report) -> Iterator[Line]:
    """What the hidden sheet says; the canonical content goes in byte for byte."""
    facts = {
        "format": str(FORMAT),
        "program": report.program,
        "edition": report.edition,
        "edition_sha256": report.edition_sha256,
        "method": str(report.method),
        "language": str(report.language),
        "state": report.state,
        "revision": "" if report.revision is None else str(report.revision),
        "code": report.code,
        "saved_at": report.saved_at.astimezone(UTC).isoformat(),
    }
    for id, value in facts.items():
        yield Line(id, (value or None,))
    yield Line("content", (report.content.decode("utf-8"),))


def _cover(report: Report) -> Iterator[Line]:
    say = report.words.say
    bureau = {row.id: row.value for row in report.company}.get("company.receiving_bureau", "")
    state = report.state_name
    if report.revision is not None:
        state = say("workbook.revision", state=state, number=report.revision)
    values: tuple[tuple[str, Value], ...] = (
        ("firm", report.firm),
        ("credit_code", report.credit_code),
        ("year", str(report.year)),
        ("bureau", bureau),
        ("edition", report.edition_title),
        ("state", state),
        ("progress", scores.progress(report)),
        ("supported", shown(report.supported.shown)),
        ("declared", shown(report.declared.shown)),
        ("level", report.firm_level.name),
        ("code", report.code),
        ("saved_at", saved_at(report)),
        ("program", say("workbook.program", version=report.program)),
    )
    for id, value in values:
        yield Line(id, (say(f"workbook.cover.{id}"), value))


def saved_at(report: Report) -> str:
    """The time the content was saved, in China."""
    return f"{report.saved_at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def _notices(report: Report) -> Iterator[Line]:
    shown = [id for id in report.notices if id != "draft" or report.state == "draft"]
    if report.state == "template":
        shown.remove("code_meaning")
    for id in sorted(shown, key=lambda id: id != "draft"):
        yield Line(id, (report.notices[id],))
    if report.language is not Language.ZH:
        yield Line("copy", (report.words.say("workbook.copy"),))


def _contents(report: Report) -> Iterator[Line]:
    say = report.words.say
    for sheet in SHEETS:
        if not sheet.hidden:
            name = say(f"workbook.sheets.{sheet.id}")
            yield Line(sheet.id, (name, say(f"workbook.contents.{sheet.id}")))


def _legend(report: Report) -> Iterator[Line]:
    names = zip(report.level_names, report.level_meanings, strict=True)
    for level, (name, meaning) in enumerate(names):
        yield Line(f"level.{level}", (f"{level}　{name}", meaning))


def _grades(report: Report) -> Iterator[Line]:
    kinds = zip(report.grade_names, report.grade_meanings, report.grade_caps, strict=True)
    for grade, (name, meaning, cap) in enumerate(kinds):
        text = report.words.say("workbook.grade", meaning=meaning, cap=cap)
        yield Line(f"grade.{grade}", (f"{grade}　{name}", text))


def _paragraphs(id: str, texts: Iterable[str]) -> Iterator[Line]:
    for position, text in enumerate(texts, 1):
        yield Line(f"{id}.{position}", (text,))


def _numbered(texts: tuple[str, ...]) -> Iterator[str]:
    return (f"{position}. {text}" for position, text in enumerate(texts, 1))


def _protection(report: Report) -> Iterator[str]:
    for id in ("inputs", "password", "check", "names"):
        yield report.words.say(
            f"workbook.protection.{id}", names=", ".join(name.name for name in NAMES)
        )


def _guideline(report: Report) -> Iterator[Line]:
    yield Line("issuer", (f"{report.edition_title}　{report.edition_issuer}",))
    yield Line("preamble", (report.preamble,))
    yield Line("goal", (report.goal,))


def _company(report: Report) -> Iterator[Line]:
    for row in report.company:
        yield Line(row.id, (row.label, row.value))
    separator = "；" if report.language is Language.ZH else "; "
    label = report.words.say("workbook.business_types")
    yield Line("business_types", (label, separator.join(report.business_types)))


def _narratives(report: Report) -> Iterator[Line]:
    for row in report.narratives:
        yield Line(row.id, (row.label, row.value))


def _metrics(report: Report) -> Iterator[Line]:
    for metric in report.metrics:
        values: tuple[Value, ...] = (
            metric.group,
            metric.name,
            metric.definition,
            metric.unit,
            _number_or_text(metric.previous_value, metric.previous),
            _number_or_text(metric.current_value, metric.current),
            metric.change,
        )
        yield Line(metric.id, values)


def _items(report: Report) -> Iterator[Line]:
    for direction in report.directions:
        for item in direction.items:
            yield Line(item.id, _item(item, direction.name, report))


def _item(item: ItemView, direction: str, report: Report) -> tuple[Value, ...]:
    not_applicable = item.state == "not_applicable"
    fields = {row.id.rpartition(".")[2]: row.value for row in item.statement}
    return (
        item.id,
        item.title,
        direction,
        clause(item, report.language),
        item.state_name,
        report.words.say("workbook.not_applicable") if not_applicable else count(item.claimed),
        item.claimed_name,
        points(report, item, "claimed", item.claimed),
        count(item.supported),
        item.supported_name,
        points(report, item, "supported", item.supported),
        "" if item.claimed is None else item.levels[item.claimed].text,
        "" if item.claimed is None else item.grade_name,
        "\n".join(item.evidence),
        "\n".join(TICK + practice.text for practice in item.practices if practice.ticked),
        *(fields.get(name, "") for name in ("system", "since", "scope", "person", "note")),
        item.reason,
        item.last_year,
        item.hold_back,
    )


def clause(item: ItemView, language: Language) -> str:
    """The official sentence word for word, above its translation where the report is one."""
    return item.clause_zh if language is Language.ZH else f"{item.clause_zh}\n{item.clause}"


def _figures(report: Report) -> Iterator[Line]:
    for item in report.items:
        for figure in item.figures:
            yield Line(figure.id, (item.id, item.title, *_figure(figure)))


def _figure(figure: FigureView) -> tuple[Value, ...]:
    return (
        figure.name,
        figure.definition,
        figure.unit,
        _number_or_text(figure.previous_value, figure.previous),
        _number_or_text(figure.current_value, figure.current),
    )


def _number_or_text(plain: str | None, typed: str) -> Value:
    value = number(plain)
    return typed if value is None else value


def _evidence(report: Report) -> Iterator[Line]:
    for entry in report.evidence:
        values: tuple[Value, ...] = (
            entry.number,
            entry.title,
            entry.date,
            entry.valid_until,
            entry.proves,
            count(entry.grade),
            entry.grade_name,
            "\n".join(entry.items),
            entry.file_name,
            count(entry.file_size),
            entry.file_sha256,
        )
        yield Line(entry.number, values)


_ROWS: Mapping[str, Callable[[Report], Iterator[Line]]] = MappingProxyType(
    {
        "cover": _cover,
        "notices": _notices,
        "guide": lambda r: template.guide(r) if r.state == "template" else iter(()),
        "contents": _contents,
        "legend": _legend,
        "grades": _grades,
        "reading_rules": lambda r: _paragraphs("rule", _numbered(r.reading_rules)),
        "how_scored": lambda r: _paragraphs("how", r.how_scored),
        "protection": lambda r: _paragraphs("protection", _protection(r)),
        "guideline": _guideline,
        "company": _company,
        "narratives": _narratives,
        "metrics": _metrics,
        "items": _items,
        "figures": _figures,
        "evidence": _evidence,
        "result": scores.result,
        "gates": scores.gates,
        "directions": scores.directions,
        "characteristics": scores.characteristics,
        "momentum": scores.momentum,
        "check": check,
        "planned": plan.planned,
        "targets": plan.targets,
        "actions": plan.actions,
        "review": plan.review,
        "declaration": form.declaration,
        "undersigned": form.undersigned,
        "signing": form.signing,
        "stamping": form.stamping,
        "county_opinion": lambda r: form.opinion(r, "county"),
        "county_signing": form.opinion_signing,
        "county_seal": form.opinion_seal,
        "city_opinion": lambda r: form.opinion(r, "city"),
        "city_signing": form.opinion_signing,
        "city_seal": form.opinion_seal,
        "opinion_note": form.opinion_note,
        "choices": form.choices,
    }
)
