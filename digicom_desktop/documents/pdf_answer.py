"""One answer in the PDF: levels, practices, key figures, statement, evidence."""

from collections.abc import Iterator, Sequence

from digicom_desktop.documents.pdf_blocks import Block, Labelled, Stack
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    CELL,
    CELL_QUIET,
    CELL_RIGHT,
    HEAD_CELL,
    HEAD_CELL_RIGHT,
    LABEL,
    SMALL,
    TEXT_LINE,
    TINY,
    WIDTH,
)
from digicom_desktop.documents.pdf_table import PADDING
from digicom_desktop.domain.report import FigureView, ItemView, Row

_LABEL_WIDTH = 62.0
BODY_WIDTH = WIDTH - _LABEL_WIDTH
_TICK_WIDTH = 15.0
_STATEMENT_LABEL = 78.0


def answer_blocks(setting: Setting, item: ItemView) -> list[Block]:
    """Levels, practices, key figures, statement and evidence of ``item``, or a line for none."""
    if not says_more(item):
        nothing = field(
            setting, setting.say("items.details"), [line(setting, setting.say("items.no_details"))]
        )
        return [*_levels(setting, item), *_last_year(setting, item), nothing]
    return [
        *_levels(setting, item),
        *_last_year(setting, item),
        *_practices(setting, item),
        *_figures(setting, item.figures),
        _statement(setting, item),
        _evidence(setting, item),
    ]


def says_more(item: ItemView) -> bool:
    """Whether anything but a level was filled in."""
    return (
        bool(item.evidence)
        or any(practice.ticked for practice in item.practices)
        or any(figure.current or figure.previous for figure in item.figures)
        or any(row.value.strip() for row in item.statement)
    )


def _levels(setting: Setting, item: ItemView) -> list[Block]:
    if item.claimed is None:
        return []
    claimed = field(setting, setting.say("items.claimed"), [_level(setting, item, item.claimed)])
    texts = []
    if item.supported != item.claimed:
        texts = [_level(setting, item, item.supported or 0)]
    if item.hold_back:
        texts.append(setting.text(item.hold_back, SMALL, BODY_WIDTH))
    if not texts:
        return [claimed]
    supported = field(setting, setting.say("items.supported"), texts)
    return [claimed, supported]


def _last_year(setting: Setting, item: ItemView) -> list[Block]:
    if not item.last_year:
        return []
    text = setting.text(item.last_year, SMALL, BODY_WIDTH)
    return [field(setting, setting.say("items.last_year"), [text])]


def _level(setting: Setting, item: ItemView, level: int) -> Block:
    view = item.levels[level]
    return line(setting, setting.say("items.level", level=level, name=view.name, text=view.text))


def _practices(setting: Setting, item: ItemView) -> list[Block]:
    rows: list[Block] = []
    for practice in item.practices:
        style = TEXT_LINE if practice.ticked else TINY
        mark = setting.text("☑" if practice.ticked else "☐", style, _TICK_WIDTH)
        text = setting.text(practice.text, style, BODY_WIDTH - _TICK_WIDTH)
        rows.append(Labelled(mark, text, _TICK_WIDTH))
    return [field(setting, setting.say("items.practices"), rows)] if rows else []


def _figures(setting: Setting, figures: Sequence[FigureView]) -> list[Block]:
    if not figures:
        return []
    year = setting.report.year
    columns = (BODY_WIDTH - 62 - 2 * 74, 62.0, 74.0, 74.0)
    head = (
        (setting.say("items.figure"), HEAD_CELL),
        (setting.say("items.unit"), HEAD_CELL),
        (setting.say("year", year=year - 1), HEAD_CELL_RIGHT),
        (setting.say("year", year=year), HEAD_CELL_RIGHT),
    )
    rows = [
        (
            (figure.name, CELL),
            (figure.unit, CELL_QUIET),
            (setting.or_dash(figure.previous), CELL_RIGHT),
            (setting.or_dash(figure.current), CELL_RIGHT),
        )
        for figure in figures
    ]
    table = setting.table(columns, head, rows, before=0)
    label = setting.say("items.figures")
    return [_together(field(setting, label, [table], before=5, drop=PADDING))]


def _statement(setting: Setting, item: ItemView) -> Block:
    filled = [row for row in item.statement if row.value.strip()]
    if not filled:
        return field(setting, setting.say("items.statement"), [line(setting, setting.say("none"))])
    rows = tuple(_statement_rows(setting, filled))
    return field(setting, setting.say("items.statement"), rows, before=5)


def _statement_rows(setting: Setting, rows: Sequence[Row]) -> Iterator[Block]:
    """Two short fields side by side, long ones below one another."""
    half = BODY_WIDTH / 2
    waiting: list[Row] = []
    for row in rows:
        room = half - _STATEMENT_LABEL - _TICK_WIDTH
        is_short = "\n" not in row.value and setting.type.width(row.value, TEXT_LINE) <= room
        if is_short:
            waiting.append(row)
        if waiting and (len(waiting) == 2 or not is_short):
            yield _pair(setting, waiting)
            waiting = []
        if not is_short:
            yield _fact(setting, row, BODY_WIDTH)
    if waiting:
        yield _pair(setting, waiting)


def _pair(setting: Setting, rows: Sequence[Row]) -> Block:
    half = BODY_WIDTH / 2
    facts = [_fact(setting, row, half - _TICK_WIDTH) for row in rows]
    return facts[0] if len(facts) == 1 else Labelled(facts[0], facts[1], half)


def _fact(setting: Setting, row: Row, width: float) -> Labelled:
    texts = setting.type.paragraphs(row.value, TEXT_LINE, width - _STATEMENT_LABEL)
    label = setting.text(row.label, LABEL, _STATEMENT_LABEL - 4)
    return Labelled(label, Stack(tuple(texts)), _STATEMENT_LABEL)


def _together(block: Labelled) -> Stack:
    return Stack((block,), together=True, before=block.before)


def _evidence(setting: Setting, item: ItemView) -> Labelled:
    words = setting.say(
        "items.evidence_list" if item.evidence else "items.evidence_none",
        numbers=setting.say("list").join(item.evidence),
        grade=item.grade,
        grade_name=item.grade_name,
        # What the grade itself lets count; a missing figure is said by what holds the item back.
        cap=setting.report.grade_caps[item.grade],
    )
    return field(setting, setting.say("items.evidence"), [line(setting, words)])


def line(setting: Setting, text: str) -> Block:
    """A text as wide as the column beside the labels."""
    return setting.text(text, TEXT_LINE, BODY_WIDTH)


def field(
    setting: Setting, label: str, blocks: Sequence[Block], before: float = 3, drop: float = 0
) -> Labelled:
    """``label`` beside ``blocks``; ``drop`` is how much lower the label begins."""
    name = setting.text(label, LABEL, _LABEL_WIDTH - 8)
    body = blocks[0] if len(blocks) == 1 else Stack(tuple(blocks))
    return Labelled(name, body, _LABEL_WIDTH, drop=drop, before=before)
