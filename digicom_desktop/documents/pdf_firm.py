"""The firm in the PDF: its data, kinds of business, figures and the three narratives."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from digicom_desktop.documents.pdf_blocks import Block
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    BODY,
    CELL,
    CELL_QUIET,
    CELL_RIGHT,
    CELL_SMALL,
    HEAD_CELL,
    HEAD_CELL_RIGHT,
    WIDTH,
    Style,
)
from digicom_desktop.documents.pdf_table import GAP, Table, TableRow
from digicom_desktop.domain.report import MetricView, Row

_LABEL_WIDTH = 92.0
_VALUE_WIDTH = WIDTH / 2 - _LABEL_WIDTH
_UNIT_WIDTH, _YEAR_WIDTH, _CHANGE_WIDTH = 72.0, 78.0, 64.0
_NAME_WIDTH = WIDTH - _UNIT_WIDTH - 2 * _YEAR_WIDTH - _CHANGE_WIDTH
_LABEL_CELL = Style(8.5, 13.5, color=CELL_SMALL.color)


def firm_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    report = setting.report
    blocks = [
        *setting.chapter(n, setting.say("firm.title")),
        setting.section(n, 1, setting.say("firm.data")),
        _data(setting),
        setting.section(n, 2, setting.say("firm.metrics")),
        *_metrics(setting),
    ]
    for index, row in enumerate(report.narratives, 3):
        blocks.append(setting.section(n, index, row.label))
        text = setting.or_none(row.value)
        blocks.extend(setting.type.paragraphs(text, BODY, WIDTH))
    return blocks


def _data(setting: Setting) -> Table:
    types = setting.say("list").join(setting.report.business_types)
    kinds = Row("profile", setting.say("firm.types"), types)
    return Table(None, tuple(_rows(setting, (*setting.report.company, kinds))), before=8)


def _metrics(setting: Setting) -> list[Block]:
    """The figures that are filled, a table for each heading."""
    filled = [metric for metric in setting.report.metrics if metric.is_filled]
    if not filled:
        return list(setting.type.paragraphs(setting.say("none"), BODY, WIDTH))
    groups = groupby(filled, key=lambda metric: metric.group)
    return [_metric_table(setting, heading, list(metrics)) for heading, metrics in groups]


def _metric_table(setting: Setting, heading: str, metrics: Sequence[MetricView]) -> Table:
    year = setting.report.year
    columns = (_NAME_WIDTH, _UNIT_WIDTH, _YEAR_WIDTH, _YEAR_WIDTH, _CHANGE_WIDTH)
    head = (
        (heading, HEAD_CELL),
        (setting.say("items.unit"), HEAD_CELL),
        (setting.say("year", year=year - 1), HEAD_CELL_RIGHT),
        (setting.say("year", year=year), HEAD_CELL_RIGHT),
        (setting.say("firm.change"), HEAD_CELL_RIGHT),
    )
    rows = [
        (
            (metric.name, CELL),
            (metric.unit, CELL_QUIET),
            (setting.or_dash(metric.previous), CELL_RIGHT),
            (setting.or_dash(metric.current), CELL_RIGHT),
            (setting.or_dash(metric.change), CELL_RIGHT),
        )
        for metric in metrics
    ]
    return setting.table(columns, head, rows)


def _rows(setting: Setting, rows: Sequence[Row]) -> Iterator[TableRow]:
    """Two short values side by side, a long one alone; in the order of the form."""
    waiting: list[Row] = []
    for row in rows:
        is_short = setting.type.width(row.value, CELL) <= _VALUE_WIDTH - GAP
        if not is_short and waiting:
            yield _pair(setting, waiting)
            waiting = []
        waiting.append(row)
        if not is_short or len(waiting) == 2:
            yield _pair(setting, waiting)
            waiting = []
    if waiting:
        yield _pair(setting, waiting)


def _pair(setting: Setting, rows: Sequence[Row]) -> TableRow:
    cells = tuple(
        cell
        for row in rows
        for cell in ((row.label, _LABEL_CELL), (setting.or_dash(row.value), CELL))
    )
    columns: tuple[float, ...] = (_LABEL_WIDTH, _VALUE_WIDTH) * 2
    if len(rows) == 1:
        columns = (_LABEL_WIDTH, WIDTH - _LABEL_WIDTH)
    return setting.row(columns, cells)
