"""The six directions in the PDF, item by item."""

from collections.abc import Sequence
from dataclasses import replace

from digicom_desktop.documents.pdf_answer import answer_blocks, field, line, says_more
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
    CHIP,
    CLAUSE,
    CONTROL,
    ITEM,
    LINE,
    NOTE,
    SMALL,
    TEXT2,
    TINT_LINE,
    WHITE,
    WIDTH,
)
from digicom_desktop.domain.report import DirectionView, ItemView
from digicom_desktop.domain.text import Language

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
        rule(WIDTH, LINE, before=10, divides=True),
        _head(setting, item),
        *_clause(setting, item),
    ]
    if item.state == "not_applicable":
        label = setting.say("items.reason")
        return [*head, field(setting, label, [line(setting, setting.or_none(item.reason))])]
    if _says_something(item):
        return [*head, *answer_blocks(setting, item)]
    return [*head, space(0)]  # keeps nothing with it: the next item may begin another page


def _says_something(item: ItemView) -> bool:
    """Whether anything was filled in; in a draft that may be so before a level is chosen."""
    return item.claimed is not None or says_more(item)


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
