"""The six directions in the PDF, item by item."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digicom_desktop.documents.pdf_blocks import (
    Anchor,
    Block,
    Drawn,
    Labelled,
    Marked,
    Stack,
    rule,
    space,
)
from digicom_desktop.documents.pdf_pen import Pen, Point
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    ACCENT,
    CELL,
    CELL_QUIET,
    CELL_RIGHT,
    CHIP,
    CLAUSE,
    CONTROL,
    HEAD_CELL,
    HEAD_CELL_RIGHT,
    ITEM,
    LABEL,
    LINE,
    NOTE,
    SMALL,
    TEXT2,
    TEXT_LINE,
    TINT_LINE,
    TINY,
    WHITE,
    WIDTH,
)
from digicom_desktop.documents.pdf_table import PADDING
from digicom_desktop.domain.report import DirectionView, FigureView, ItemView, Row
from digicom_desktop.domain.text import Language

_LABEL_WIDTH = 62.0
_BODY_WIDTH = WIDTH - _LABEL_WIDTH
_TICK_WIDTH = 15.0
_STATEMENT_LABEL = 78.0
_CHIP_GAP = 6.0


def items_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    blocks = setting.chapter(n, setting.say("items.title"))
    blocks.append(setting.text(setting.report.notices["not_official"], NOTE))
    for index, direction in enumerate(setting.report.directions, 1):
        blocks += _direction(setting, n, index, direction)
    return blocks


def _direction(setting: Setting, chapter: int, n: int, direction: DirectionView) -> list[Block]:
    scores = setting.say(
        "items.direction_score",
        supported=direction.supported.shown,
        declared=direction.claimed.shown,
    )
    lead = setting.text(direction.lead, CLAUSE)
    blocks: list[Block] = [
        setting.section(chapter, n, direction.name),
        replace(lead, keeps=True, before=2),
        replace(setting.text(scores, SMALL), keeps=True),
    ]
    for item in direction.items:
        blocks += _item(setting, item)
    return blocks


def _item(setting: Setting, item: ItemView) -> list[Block]:
    head: list[Block] = [
        rule(WIDTH, LINE, before=10),
        _head(setting, item),
        *_clause(setting, item),
    ]
    if item.state == "not_applicable":
        label = setting.say("items.reason")
        return [*head, _field(setting, label, [_line(setting, setting.or_none(item.reason))])]
    return [*head, *_answer(setting, item)] if _says_something(item) else head


def _says_something(item: ItemView) -> bool:
    """Whether anything was filled in; in a draft that may be so before a level is chosen."""
    return (
        item.claimed is not None
        or bool(item.evidence)
        or any(practice.ticked for practice in item.practices)
        or any(figure.current or figure.previous for figure in item.figures)
        or any(row.value.strip() for row in item.statement)
    )


def _head(setting: Setting, item: ItemView) -> Labelled:
    title = f"{item.id}  {item.title}"
    texts = _chip_texts(setting, item)
    widths = [setting.type.width(text, CHIP) + 12 for text in texts]
    left = WIDTH - sum(widths) - _CHIP_GAP * (len(widths) - 1)
    name = setting.type.paragraph(title, ITEM, left - 12)
    chips = Drawn(17, lambda pen, x, y: _draw_chips(setting, pen, (x, y), texts, widths))
    anchor = Anchor(f"item-{item.id}", title, 2)
    return Labelled(name, chips, left, before=7, keeps=True, anchor=anchor)


def _chip_texts(setting: Setting, item: ItemView) -> list[str]:
    if item.claimed is None:
        return [item.state_name]
    return [
        setting.say("items.chip_claimed", level=item.claimed, name=item.claimed_name),
        setting.say("items.chip_supported", level=item.supported, name=item.supported_name),
    ]


def _draw_chips(
    setting: Setting, pen: Pen, place: Point, texts: Sequence[str], widths: Sequence[float]
) -> None:
    """The claim outlined, what is backed by evidence filled: told apart without colour."""
    x, y = place
    for n, (text, width) in enumerate(zip(texts, widths, strict=True)):
        _chip(setting, pen, text, x, y, width, n == 1)
        x += width + _CHIP_GAP


def _chip(
    setting: Setting, pen: Pen, text: str, x: float, y: float, width: float, is_filled: bool
) -> None:
    if is_filled:
        pen.box(x, y + 0.5, width, 16, ACCENT)
    else:
        pen.frame(x, y + 0.5, width, 16, CONTROL)
    style = replace(CHIP, color=WHITE if is_filled else TEXT2, leading=17, align="center")
    setting.text(text, style, width).draw(pen, x, y)


def _clause(setting: Setting, item: ItemView) -> list[Block]:
    width = WIDTH - 10
    texts = [setting.say("items.clause", clause=item.clause)]
    if setting.report.language is not Language.ZH:
        texts.append(setting.say("items.clause_original", clause=item.clause_zh))
    paragraphs = tuple(setting.text(text, CLAUSE, width) for text in texts)
    return [Marked(Stack(paragraphs, together=True), TINT_LINE, before=5, keeps=True)]


def _answer(setting: Setting, item: ItemView) -> list[Block]:
    return [
        *_levels(setting, item),
        *_practices(setting, item),
        *_figures(setting, item.figures),
        _statement(setting, item),
        _evidence(setting, item),
    ]


def _levels(setting: Setting, item: ItemView) -> list[Block]:
    if item.claimed is None:
        return []
    claimed = _field(setting, setting.say("items.claimed"), [_level(setting, item, item.claimed)])
    texts = []
    if item.supported != item.claimed:
        texts = [_level(setting, item, item.supported or 0)]
    if item.hold_back:
        texts.append(setting.text(item.hold_back, SMALL, _BODY_WIDTH))
    if not texts:
        return [claimed]
    supported = _field(setting, setting.say("items.supported"), texts)
    return [claimed, supported]


def _level(setting: Setting, item: ItemView, level: int) -> Block:
    view = item.levels[level]
    return _line(setting, setting.say("items.level", level=level, name=view.name, text=view.text))


def _practices(setting: Setting, item: ItemView) -> list[Block]:
    rows: list[Block] = []
    for practice in item.practices:
        style = TEXT_LINE if practice.ticked else TINY
        mark = setting.text("☑" if practice.ticked else "☐", style, _TICK_WIDTH)
        text = setting.text(practice.text, style, _BODY_WIDTH - _TICK_WIDTH)
        rows.append(Labelled(mark, text, _TICK_WIDTH))
    return [_field(setting, setting.say("items.practices"), rows)] if rows else []


def _figures(setting: Setting, figures: Sequence[FigureView]) -> list[Block]:
    if not figures:
        return []
    year = setting.report.year
    columns = (_BODY_WIDTH - 62 - 2 * 74, 62.0, 74.0, 74.0)
    head = (
        (setting.say("items.figure"), HEAD_CELL),
        (setting.say("items.unit"), HEAD_CELL),
        (setting.say("year", year=year), HEAD_CELL_RIGHT),
        (setting.say("year", year=year - 1), HEAD_CELL_RIGHT),
    )
    rows = [
        (
            (figure.name, CELL),
            (figure.unit, CELL_QUIET),
            (setting.or_dash(figure.current), CELL_RIGHT),
            (setting.or_dash(figure.previous), CELL_RIGHT),
        )
        for figure in figures
    ]
    table = setting.table(columns, head, rows, before=0)
    label = setting.say("items.figures")
    return [_together(_field(setting, label, [table], before=5, drop=PADDING))]


def _statement(setting: Setting, item: ItemView) -> Block:
    filled = [row for row in item.statement if row.value.strip()]
    if not filled:
        return _field(
            setting, setting.say("items.statement"), [_line(setting, setting.say("none"))]
        )
    rows = tuple(_statement_rows(setting, filled))
    return _field(setting, setting.say("items.statement"), rows, before=5)


def _statement_rows(setting: Setting, rows: Sequence[Row]) -> Iterator[Block]:
    """Two short fields side by side, long ones below one another."""
    half = _BODY_WIDTH / 2
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
            yield _fact(setting, row, _BODY_WIDTH)
    if waiting:
        yield _pair(setting, waiting)


def _pair(setting: Setting, rows: Sequence[Row]) -> Block:
    half = _BODY_WIDTH / 2
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
        cap=item.cap,
    )
    return _field(setting, setting.say("items.evidence"), [_line(setting, words)])


def _line(setting: Setting, text: str) -> Block:
    return setting.text(text, TEXT_LINE, _BODY_WIDTH)


def _field(
    setting: Setting, label: str, blocks: Sequence[Block], before: float = 3, drop: float = 0
) -> Labelled:
    name = setting.text(label, LABEL, _LABEL_WIDTH - 8) if label else space(0)
    body = blocks[0] if len(blocks) == 1 else Stack(tuple(blocks))
    return Labelled(name, body, _LABEL_WIDTH, drop=drop, before=before)
