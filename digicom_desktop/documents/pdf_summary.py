"""The results in the PDF: scores, level, charts."""

from dataclasses import replace

from digicom_desktop.documents.pdf_blocks import Block, Drawn, Stack
from digicom_desktop.documents.pdf_charts import bar_chart, radar_chart, strip_chart
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    ACCENT,
    CELL,
    CELL_BOLD,
    CELL_RIGHT,
    HEAD_CELL,
    HEAD_CELL_RIGHT,
    LABEL,
    LEVEL,
    NOTE,
    SCORE,
    SCORE_SECOND,
    SMALL,
    TEXT,
    TEXT3,
    TRACK,
    WIDTH,
    Style,
)
from digicom_desktop.domain.report import GateView, MomentumView

_COLUMNS = (132.0, 108.0, WIDTH - 240)
_SCALE_NAME = Style(8, 11, color=TEXT3)
_SCALE_HERE = Style(8, 11, bold=True, color=TEXT)


def summary_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    report = setting.report
    return [
        *setting.chapter(n, setting.say("summary.title")),
        setting.section(n, 1, setting.say("summary.score")),
        _scores(setting),
        setting.text(report.notices["not_official"], NOTE),
        setting.text(_progress(setting), SMALL),
        *_gates(setting),
        setting.section(n, 2, setting.say("summary.directions")),
        radar_chart(setting, report.directions),
        setting.text(setting.say("summary.radar_values"), NOTE),
        *_extremes(setting),
        setting.section(n, 3, setting.say("summary.characteristics")),
        bar_chart(setting, report.characteristics),
        setting.text(_bar_note(setting), NOTE),
        setting.section(n, 4, setting.say("summary.momentum")),
        _momentum(setting, report.momentum),
        setting.text(setting.say("summary.momentum_note"), NOTE),
        setting.section(n, 5, setting.say("summary.strip", total=report.total)),
        strip_chart(setting, report.directions),
        setting.text(setting.say("summary.strip_note"), NOTE),
    ]


def _scores(setting: Setting) -> Drawn:
    report = setting.report
    columns = (
        ("supported", report.supported.shown, SCORE),
        ("declared", report.declared.shown, SCORE_SECOND),
        ("level", report.firm_level.name, LEVEL),
    )

    def paint(pen: Pen, x: float, y: float) -> None:
        for (name, value, style), width in zip(columns, _COLUMNS, strict=True):
            setting.text(setting.say(f"summary.{name}"), LABEL, width).draw(pen, x, y)
            setting.text(value, style, width).draw(pen, x, y + 13)
            x += width
        _scale(setting, pen, x - _COLUMNS[-1], y + 56)

    # The names of the levels take two lines in Latin script.
    return Drawn(86 if setting.type.latin else 76, paint, before=6)


def _scale(setting: Setting, pen: Pen, x: float, y: float) -> None:
    """Four steps, filled up to the firm's level, its name in bold."""
    level = setting.report.firm_level.level or 0
    step = _COLUMNS[-1] / max(len(setting.report.firm_level.names), 1)
    for n, name in enumerate(setting.report.firm_level.names, 1):
        pen.box(x, y, step - 4, 4, ACCENT if n <= level else TRACK)
        style = _SCALE_HERE if n == level else _SCALE_NAME
        setting.text(name, style, step - 4).draw(pen, x, y + 7)
        x += step


def _progress(setting: Setting) -> str:
    report = setting.report
    return setting.say(
        "summary.progress",
        total=report.total,
        answered=report.answered,
        not_applicable=report.not_applicable,
        open=report.total - report.answered - report.not_applicable,
        evidence=len(report.evidence),
    )


def _gates(setting: Setting) -> list[Block]:
    level = setting.report.firm_level
    blocks: list[Block] = []
    if level.sentence:
        blocks.append(replace(setting.text(level.sentence, CELL_BOLD), before=6, keeps=True))
    if not level.gates:
        return blocks
    name = level.next_name or level.name
    first = setting.say("summary.gates", level=name)
    head = (
        (first, HEAD_CELL),
        (setting.say("summary.have"), HEAD_CELL_RIGHT),
        (setting.say("summary.need"), HEAD_CELL_RIGHT),
        (setting.say("summary.holds"), HEAD_CELL_RIGHT),
    )
    rows = [_gate(setting, gate) for gate in level.gates]
    return [*blocks, setting.table((WIDTH - 240, 80, 80, 80), head, rows)]


def _gate(setting: Setting, gate: GateView) -> tuple[tuple[str, Style], ...]:
    name = CELL if gate.holds else CELL_BOLD
    answer = setting.say("summary.yes" if gate.holds else "summary.no")
    right = CELL_RIGHT if gate.holds else Style(9, 13.5, bold=True, align="right")
    return (gate.name, name), (gate.have, right), (gate.need, CELL_RIGHT), (answer, right)


def _extremes(setting: Setting) -> list[Block]:
    report = setting.report
    titles = {item.id: f"{item.id} {item.title}" for item in report.items}
    rows = [
        ((setting.say(f"summary.{name}"), LABEL), (setting.say("list").join(found), CELL))
        for name, ids in (("strongest", report.strongest), ("weakest", report.weakest))
        if (found := [titles[id] for id in ids])
    ]
    return (
        [Stack((setting.table((118, WIDTH - 118), (), rows),), together=True, before=8)]
        if rows
        else []
    )


def _bar_note(setting: Setting) -> str:
    legend = (setting.say("summary.legend_bar"), setting.say("summary.legend_tick"))
    return setting.say("list").join(legend)


def _momentum(setting: Setting, areas: tuple[MomentumView, ...]) -> Stack:
    width = WIDTH / 2
    rows = []
    for n in range(0, len(areas), 2):
        cells = [(a.name, a.state_name) for a in areas[n : n + 2]]
        cells += [("", "")] * (2 - len(cells))
        rows.append(tuple(c for name, state in cells for c in ((name, CELL), (state, CELL_BOLD))))
    columns = (width - 76, 76.0, width - 76, 76.0)
    return Stack((setting.table(columns, (), rows),), together=True, before=8)
