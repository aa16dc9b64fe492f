"""The six directions in the PDF, item by item."""

from collections.abc import Sequence
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
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    ACCENT,
    CELL,
    CELL_RIGHT,
    CELL_SMALL,
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
    TEXT3,
    TEXT_LINE,
    TINT_LINE,
    WHITE,
    WIDTH,
)
from digicom_desktop.documents.pdf_table import Table
from digicom_desktop.domain.report import DirectionView, FigureView, ItemView
from digicom_desktop.domain.text import Language

_LABEL_WIDTH = 78.0
_BODY_WIDTH = WIDTH - _LABEL_WIDTH
_TICK_WIDTH = 16.0
_STATEMENT_LABEL = 96.0
_CHIPS_WIDTH = 176.0
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
        rule(WIDTH, LINE, before=12),
        _head(setting, item),
        *_clause(setting, item),
    ]
    if item.state == "answered":
        return head + _answer(setting, item)
    if item.state == "not_applicable":
        label = setting.say("items.reason")
        return [*head, _field(setting, label, [_line(setting, setting.or_none(item.reason))])]
    return head


def _head(setting: Setting, item: ItemView) -> Labelled:
    title = f"{item.id}  {item.title}"
    left = WIDTH - _CHIPS_WIDTH - 8
    anchor = Anchor(f"item-{item.id}", title, 2)
    name = setting.type.paragraph(title, ITEM, left)
    return Labelled(name, _chips(setting, item), left + 8, before=7, keeps=True, anchor=anchor)


def _chips(setting: Setting, item: ItemView) -> Drawn:
    """Claim outlined, evidence-backed filled: told apart without colour."""
    texts = (item.state_name,) if item.claimed is None else (
        setting.say("items.chip_claimed", level=item.claimed, name=item.claimed_name),
        setting.say("items.chip_supported", level=item.supported, name=item.supported_name),
    )  # fmt: skip

    def paint(pen: Pen, x: float, y: float) -> None:
        right = x + _CHIPS_WIDTH
        for text in reversed(texts):
            is_filled = len(texts) == 2 and text is texts[-1]
            width = setting.type.width(text, CHIP) + 12
            _chip(setting, pen, text, right - width, y, width, is_filled)
            right -= width + _CHIP_GAP

    return Drawn(17, paint)


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
        _levels(setting, item),
        *_practices(setting, item),
        *_figures(setting, item.figures),
        _statement(setting, item),
        _evidence(setting, item),
    ]


def _levels(setting: Setting, item: ItemView) -> Block:
    claimed = _field(
        setting, setting.say("items.claimed"), [_level(setting, item, item.claimed or 0)]
    )
    texts = []
    if item.supported != item.claimed:
        texts = [_level(setting, item, item.supported or 0)]
    if item.hold_back:
        texts.append(setting.text(item.hold_back, SMALL, _BODY_WIDTH))
    if not texts:
        return claimed
    supported = _field(setting, setting.say("items.supported"), texts)
    return Stack((claimed, supported), before=claimed.before)


def _level(setting: Setting, item: ItemView, level: int) -> Block:
    view = item.levels[level]
    return _line(setting, setting.say("items.level", level=level, name=view.name, text=view.text))


def _practices(setting: Setting, item: ItemView) -> list[Block]:
    rows: list[Block] = []
    for practice in item.practices:
        style = TEXT_LINE if practice.ticked else replace(SMALL, color=TEXT3)
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
            (figure.unit, CELL_SMALL),
            (setting.or_dash(figure.current), CELL_RIGHT),
            (setting.or_dash(figure.previous), CELL_RIGHT),
        )
        for figure in figures
    ]
    table: Table = setting.table(columns, head, rows, before=0)
    return [_field(setting, setting.say("items.figures"), [table], before=7)]


def _statement(setting: Setting, item: ItemView) -> Labelled:
    width = _BODY_WIDTH - _STATEMENT_LABEL
    rows: list[Block] = [
        Labelled(
            setting.text(row.label, LABEL, _STATEMENT_LABEL - 6),
            Stack(tuple(setting.type.paragraphs(row.value, TEXT_LINE, width))),
            _STATEMENT_LABEL,
        )
        for row in item.statement
        if row.value.strip()
    ]
    empty = [_line(setting, setting.say("none"))]
    return _field(setting, setting.say("items.statement"), rows or empty, before=7)


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


def _field(setting: Setting, label: str, blocks: Sequence[Block], before: float = 4) -> Labelled:
    name = setting.text(label, LABEL, _LABEL_WIDTH - 8) if label else space(0)
    body = blocks[0] if len(blocks) == 1 else Stack(tuple(blocks))
    return Labelled(name, body, _LABEL_WIDTH, before=before)
