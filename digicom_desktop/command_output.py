"""What the command line prints of rows, reports and findings: as lines, and as data for JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from digicom_desktop.domain.closing_views import FindingView
from digicom_desktop.domain.hand_in import Note
from digicom_desktop.domain.report import ItemView, Report
from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.words import Words

Data = Mapping[str, object]


def row_lines(rows: Sequence[SavedRow], words: Words) -> list[str]:
    """One line per saved assessment."""
    if not rows:
        return [words.say("cli.list.empty")]
    return [
        words.say(
            "cli.list.row",
            id=row.id[:8],
            firm=row.summary.firm or words.say("cli.list.unnamed"),
            year=row.summary.year,
            answered=row.summary.answered,
            total=row.summary.total,
            declared=row.summary.declared or "—",
            supported=row.summary.supported or "—",
            state=words.say(f"report.state.{row.summary.state}"),
            open=row.summary.must_fix + row.summary.to_explain + row.summary.to_verify,
            changed=f"{row.changed.astimezone():%Y-%m-%d %H:%M}",
        )
        for row in rows
    ]


def row_data(row: SavedRow) -> Data:
    """A saved assessment; scores as shown, times in ISO 8601."""
    summary = row.summary
    return {
        "id": row.id,
        "firm": summary.firm,
        "credit_code": summary.credit_code,
        "year": summary.year,
        "state": summary.state,
        "revision": summary.revision or None,
        "done": summary.answered,
        "total": summary.total,
        "declared": summary.declared or None,
        "supported": summary.supported or None,
        "level": summary.level,
        "must_fix": summary.must_fix,
        "to_explain": summary.to_explain,
        "to_verify": summary.to_verify,
        "created": row.created.isoformat(),
        "changed": row.changed.isoformat(),
    }


def note_line(note: Note, words: Words) -> str:
    """A remark on a file, after where it is about."""
    said = words.say(note.id, **note.values)
    where = f"{note.sheet} {note.cell}".strip()
    return words.say("cli.import.note", where=where, said=said) if where else said


def score_lines(report: Report, words: Words) -> list[str]:
    """Both scores, the level, and whose method it is."""
    return [
        words.say("cli.score.declared", score=report.declared.shown),
        words.say("cli.score.supported", score=report.supported.shown),
        words.say("cli.score.level", level=report.firm_level.name),
        report.method_note,
    ]


def report_lines(report: Report, revisions: Sequence[Revision], words: Words) -> list[str]:
    """Scores, conditions of the next level, items, the best steps, and what was finalised."""
    return [
        words.say("cli.show.head", firm=report.firm, year=report.year, state=_standing(report)),
        *score_lines(report, words),
        report.firm_level.sentence,
        *(_gate_line(report, words)),
        *(f"{item.id}  {item.title}  {_state(item, words)}" for item in report.items),
        *(
            words.say("cli.show.step", where=s.where, what=s.short, gain=s.gain_shown)
            for s in report.steps[:5]
        ),
        *(_revision_line(revision, words) for revision in revisions),
        words.say("cli.demo.code"),
        report.code,
    ]


def _standing(report: Report) -> str:
    if report.revision is None:
        return report.state_name
    return report.words.say("workbook.revision", state=report.state_name, number=report.revision)


def _revision_line(revision: Revision, words: Words) -> str:
    return words.say(
        "cli.show.revision",
        number=revision.number,
        time=f"{revision.finalised.astimezone():%Y-%m-%d %H:%M}",
        state=words.say(f"report.state.{revision.state.value}"),
        code=revision.code,
    )


def _gate_line(report: Report, words: Words) -> Iterator[str]:
    for gate in report.firm_level.gates:
        id = "cli.show.gate_met" if gate.holds else "cli.show.gate_open"
        yield words.say(id, name=gate.name, have=gate.have, need=gate.need)


def _state(item: ItemView, words: Words) -> str:
    if item.state != "answered":
        return item.state_name
    return words.say("cli.show.levels", claimed=item.claimed, supported=item.supported)


def review_lines(report: Report, words: Words) -> list[str]:
    """The findings class by class, each with what was said about it."""
    if not report.findings:
        return [words.say("cli.review.nothing")]
    lines: list[str] = []
    for finding in report.findings:
        is_settled = finding.class_ in ("B", "C") and not finding.is_open
        id = "cli.review.closed" if is_settled else "cli.review.open"
        lines.append(
            words.say(
                id,
                letter=finding.class_,
                name=finding.class_name,
                where=finding.where,
                sentence=finding.sentence,
            )
        )
        if finding.said:
            lines.append(words.say("cli.review.said", text=finding.said))
    counts = {letter: _open(report.findings, letter) for letter in "ABC"}
    end = words.say("cli.review.counts", **counts) if any(counts.values()) else ""
    return [*lines, end or words.say("cli.review.none_open")]


def _open(findings: Iterable[FindingView], letter: str) -> int:
    return sum(finding.class_ == letter and finding.is_open for finding in findings)


def review_data(report: Report) -> Data:
    """The findings, and how many of each class are open."""
    return {
        "open": {letter: _open(report.findings, letter) for letter in "ABC"},
        "findings": [
            {
                "key": finding.key,
                "class": finding.class_,
                "where": finding.where,
                "place": finding.place,
                "sentence": finding.sentence,
                "hint": finding.hint or None,
                "said": finding.said or None,
                "open": finding.is_open,
            }
            for finding in report.findings
        ],
    }


def report_data(report: Report, revisions: Sequence[Revision]) -> Data:
    """Scores and gains as shown, levels as numbers."""
    return {
        "firm": report.firm,
        "credit_code": report.credit_code,
        "year": report.year,
        "state": report.state,
        "revision": report.revision,
        "code": report.code,
        "answered": report.answered,
        "not_applicable": report.not_applicable,
        "done": report.answered + report.not_applicable,
        "total": report.total,
        "declared": report.declared.shown,
        "supported": report.supported.shown,
        "level": report.firm_level.level,
        "level_name": report.firm_level.name,
        "gates": [
            {"id": g.id, "name": g.name, "have": g.have, "need": g.need, "holds": g.holds}
            for g in report.firm_level.gates
        ],
        "directions": {d.id: d.supported.shown for d in report.directions},
        "items": {
            item.id: {
                "state": item.state,
                "claimed": item.claimed,
                "supported": item.supported,
                "grade": item.grade,
            }
            for item in report.items
        },
        "steps": [
            {
                "item": step.item,
                "from": step.from_level,
                "to": step.to_level,
                "what": step.what,
                "gain": step.gain_shown,
            }
            for step in report.steps
        ],
        "plan": {
            "supported": report.plan.planned_shown,
            "level": report.plan.planned_level,
            "targets": {line.item: line.target for line in report.plan.lines if line.target},
        },
        "revisions": [
            {
                "number": revision.number,
                "finalised": revision.finalised.isoformat(),
                "code": revision.code,
                "state": revision.state.value,
            }
            for revision in revisions
        ],
        "method_note": report.method_note,
    }
