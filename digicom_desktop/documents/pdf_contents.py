"""The contents page of the PDF."""

from collections.abc import Mapping, Sequence

from digicom_desktop.documents.pdf_blocks import Anchor
from digicom_desktop.documents.pdf_pages import Page
from digicom_desktop.documents.pdf_paragraph import Paragraph
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting, accent_rule
from digicom_desktop.documents.pdf_styles import (
    BOTTOM,
    CHAPTER,
    CONTENTS_CHAPTER,
    CONTENTS_SECTION,
    LEFT,
    RULE,
    TOP,
    WIDTH,
    Style,
)

_INDENT = 22.0
_NUMBER_WIDTH = 30.0


def heads(pages: Sequence[Page]) -> list[Anchor]:
    """Chapters and sections, in order."""
    anchors = (placed.block.anchor for page in pages for placed in page)
    return [anchor for anchor in anchors if anchor and anchor.level < 2]


def draw_contents(
    setting: Setting, pen: Pen, entries: Sequence[Anchor], numbers: Mapping[str, int]
) -> None:
    """Draw the page; every line leads to its place."""
    title = setting.text(setting.say("contents.title"), CHAPTER)
    title.draw(pen, LEFT, TOP)
    accent_rule().draw(pen, LEFT, TOP + title.height + 5)
    y = TOP + title.height + 14
    for entry in _fitting(setting, entries, BOTTOM - y):
        y = _entry(setting, pen, entry, numbers[entry.key], y)


def _fitting(setting: Setting, entries: Sequence[Anchor], room: float) -> Sequence[Anchor]:
    """``entries``, without the sections where a longer checklist has too many for one page."""
    needed = sum(_line(setting, entry).height + _style(entry).before for entry in entries)
    return entries if needed <= room else [entry for entry in entries if not entry.level]


def _style(entry: Anchor) -> Style:
    return CONTENTS_SECTION if entry.level else CONTENTS_CHAPTER


def _line(setting: Setting, entry: Anchor) -> Paragraph:
    indent = _INDENT if entry.level else 0
    return setting.text(entry.title, _style(entry), WIDTH - indent - _NUMBER_WIDTH)


def _entry(setting: Setting, pen: Pen, entry: Anchor, number: int, y: float) -> float:
    style = _style(entry)
    indent = _INDENT if entry.level else 0
    y += style.before
    text = _line(setting, entry)
    text.draw(pen, LEFT + indent, y)
    page = str(number)
    number_width = setting.type.width(page, style)
    setting.text(page, style, number_width + 1).draw(pen, LEFT + WIDTH - number_width, y)
    start = LEFT + indent + text.lines[0].width + 6
    middle = y + style.leading / 2 + 3
    end = (LEFT + WIDTH - number_width - 6, middle)
    pen.line((start, middle), end, RULE, 0.6, dash=(0.6, 3))
    pen.link(entry.key, LEFT, y, WIDTH, text.height)
    return y + text.height
