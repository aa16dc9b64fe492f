"""How the PDF looks: paper, colours and kinds of text, in one place."""

from dataclasses import dataclass

from digicom_desktop.design import PAPER, SPACE_16

MM = 72 / 25.4

PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
# After GB/T 9704: 28 mm for the binding, 26 mm on the right; top and bottom give room to tables.
LEFT = 28 * MM
RIGHT = PAGE_WIDTH - 26 * MM
TOP = 25 * MM
BOTTOM = PAGE_HEIGHT - 22 * MM
WIDTH = RIGHT - LEFT
HEIGHT = BOTTOM - TOP

# What paper calls the colours of the design.
TEXT, TEXT2, TEXT3 = PAPER.text, PAPER.text2, PAPER.text3
ACCENT, TINT, TINT_LINE = PAPER.accent, PAPER.tint, PAPER.tintline
LINE, RULE, CONTROL = PAPER.line, PAPER.handle, PAPER.ctl
TRACK = DRAFT_MARK = PAPER.hover
WHITE = PAPER.surface
AMBER = PAPER.amber.text


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of text; all lengths in points, ``indent`` of the first line in characters."""

    size: float
    leading: float
    bold: bool = False
    color: str = TEXT
    align: str = "left"
    """"left", "center", "right" or "justify"."""
    indent: float = 0
    before: float = 0
    """Space above, dropped at the top of a page."""
    spacing: float = 0
    """Added after every character."""
    hangs: bool = False
    """An opening mark at the start lies outside, so that what follows it is flush with the text."""


BODY = Style(10, 17, align="justify", indent=2, before=3)
TEXT_LINE = Style(9, 13.5, align="justify")
SMALL = Style(8.5, 13, color=TEXT2, align="justify")
TINY = Style(8, 12, color=TEXT3, align="justify")
DRAFT_NOTE = Style(9, 13.5, bold=True, color=AMBER, before=6)
NOTE = Style(8, 12.5, color=TEXT3, align="justify", before=6)
LABEL = Style(8.5, 13.5, color=TEXT3)
CLAUSE = Style(9, 14, color=TEXT2, align="justify")

CELL = Style(9, 13.5)
CELL_BOLD = Style(9, 13.5, bold=True)
CELL_RIGHT = Style(9, 13.5, align="right")
CELL_CENTER = Style(9, 13.5, align="center")
CELL_QUIET = Style(9, 13.5, color=TEXT3)
CELL_SMALL = Style(8, 12, color=TEXT3)
HEAD_CELL = Style(8.5, 13, bold=True, color=TEXT2)
HEAD_CELL_RIGHT = Style(8.5, 13, bold=True, color=TEXT2, align="right")
HEAD_CELL_CENTER = Style(8.5, 13, bold=True, color=TEXT2, align="center")

# Heads 一、 （一） 1.
CHAPTER = Style(17, 25, bold=True, color=ACCENT, before=34)
SECTION = Style(13, 20, bold=True, before=SPACE_16, hangs=True)
ITEM = Style(11, 17, bold=True)

# Pages that are signed: larger, as official forms are.
FORM_TITLE = Style(22, 34, bold=True, align="center", spacing=4)
FORM_TITLE_LATIN = Style(20, 32, bold=True, align="center")
FORM_TEXT = Style(12, 25, align="justify", indent=2)
FORM_TEXT_LATIN = Style(11, 17, before=7)
FORM_HEAD = Style(11, 17, bold=True)
FORM_LABEL = Style(10, 15, color=TEXT2)
FORM_NOTE = Style(10, 16, bold=True)
FORM_VALUE = Style(11, 16)

COVER_SMALL = Style(15, 24, color=TEXT2, align="center", spacing=1)
COVER_TITLE = Style(34, 48, bold=True, align="center", spacing=6)
COVER_TITLE_LATIN = Style(30, 42, bold=True, align="center")
COVER_LABEL = Style(11, 18, color=TEXT3)
COVER_VALUE = Style(12, 18, bold=True)
COVER_VALUE_LONG = Style(10, 14.5, bold=True)
CODE = Style(23, 30, bold=True, color=ACCENT, spacing=1)
SCORE = Style(34, 40, bold=True, color=ACCENT)
SCORE_SECOND = Style(24, 40, color=TEXT2)
LEVEL = Style(16, 40, bold=True)
CONTENTS_CHAPTER = Style(11, 18, bold=True, before=7)
CONTENTS_SECTION = Style(10, 16.5, color=TEXT2)
RUNNING = Style(8, 12, color=TEXT3)
CHIP = Style(8.5, 12, bold=True)
