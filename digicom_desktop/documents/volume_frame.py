"""Header and footer of a page of the evidence volume, upright or lying."""

from dataclasses import dataclass, replace

from digicom_desktop.documents.pdf_frame import header_line
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting, frame_note
from digicom_desktop.documents.pdf_styles import (
    AMBER,
    LEFT,
    LINE,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    RULE,
    RUNNING,
)
from digicom_desktop.documents.volume_places import Place
from digicom_desktop.documents.volume_source import Sheet

_HEADER, _FOOTER = 18 * MM, 16 * MM
_GAP = 5 * MM
"""Between header or footer and a merged page."""
_SIDE, _BINDING = 13 * MM, 20 * MM
_POINTS_PER_DOT = 0.75
"""A picture with few dots stays as small as a screen shows it."""
_MOST = 1.6
"""How much a small page is enlarged."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page of A4 and where its texts begin and end; all in points."""

    width: float
    height: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a merged page lies, from the top left corner, and its scale."""

    x: float
    y: float
    width: float
    height: float


TEXT_PAPER = Paper(PAGE_WIDTH, PAGE_HEIGHT, LEFT, RIGHT)
_UPRIGHT = Paper(PAGE_WIDTH, PAGE_HEIGHT, _BINDING, PAGE_WIDTH - _SIDE)
_LYING = Paper(PAGE_HEIGHT, PAGE_WIDTH, _SIDE, PAGE_HEIGHT - _SIDE)


def paper_for(sheet: Sheet) -> Paper:
    """A4 the way round that ``sheet`` is."""
    return _LYING if sheet.width > sheet.height else _UPRIGHT


def spot_of(sheet: Sheet, paper: Paper) -> Spot:
    """``sheet`` as large as it can be between header and footer, in the middle."""
    top, bottom = _HEADER + 3 + _GAP, paper.height - _FOOTER - 4 - _GAP
    room = (paper.right - paper.left, bottom - top)
    most = _POINTS_PER_DOT if sheet.is_picture else _MOST
    scale = min(room[0] / sheet.width, room[1] / sheet.height, most)
    width, height = sheet.width * scale, sheet.height * scale
    x = paper.left + (room[0] - width) / 2
    return Spot(x, top + (room[1] - height) / 2, width, height)


def draw_edge(pen: Pen, spot: Spot) -> None:
    """A fine line around a merged page: what is inside is not ours."""
    edge = 1.5
    corners = (
        (spot.x - edge, spot.y - edge),
        (spot.x + spot.width + edge, spot.y - edge),
        (spot.x + spot.width + edge, spot.y + spot.height + edge),
        (spot.x - edge, spot.y + spot.height + edge),
    )
    with pen.artifact():
        pen.path(corners, stroke=LINE, width=0.5)


def draw_frame(
    setting: Setting, pen: Pen, paper: Paper, counts: tuple[int, int], mark: str
) -> None:
    """Header (not on the cover) and footer.

    ``counts`` are page and pages, ``mark`` tells which piece it is.
    """
    with pen.artifact():
        if counts[0] > 1:
            _draw_header(setting, pen, paper, mark)
        _draw_footer(setting, pen, paper, counts)


def mark_of(setting: Setting, place: Place | None, sheet: int | None = None) -> str:
    """What the header says at its right: the piece and the page of it (from 1), a draft."""
    marks = [] if setting.report.revision is not None else [setting.report.state_name]
    if place is not None and sheet is None:
        marks.append(setting.words("volume.header_divider", number=place.entry.number))
    elif place is not None:
        number = place.entry.number
        marks.append(
            setting.words("volume.header_piece", number=number, page=sheet, pages=place.sheets)
        )
    return "　".join(marks)


def _draw_header(setting: Setting, pen: Pen, paper: Paper, mark: str) -> None:
    report = setting.report
    width = paper.right - paper.left
    color = AMBER if report.revision is None else RUNNING.color
    style = replace(RUNNING, bold=True, align="right", color=color)
    room = width - (setting.type.width(mark, style) + 14 if mark else 0)
    text = header_line(setting, "volume.header", room)
    setting.text(text, RUNNING, width).draw(pen, paper.left, _HEADER - 13)
    if mark:
        setting.text(mark, style, width).draw(pen, paper.left, _HEADER - 13)
    pen.line((paper.left, _HEADER + 3), (paper.right, _HEADER + 3), RULE)


def _draw_footer(setting: Setting, pen: Pen, paper: Paper, counts: tuple[int, int]) -> None:
    y, width = paper.height - _FOOTER, paper.right - paper.left
    pen.line((paper.left, y - 4), (paper.right, y - 4), RULE)
    setting.text(frame_note(setting.report), RUNNING, width).draw(pen, paper.left, y)
    count = setting.say("frame.page", page=counts[0], pages=counts[1])
    setting.text(count, replace(RUNNING, align="right"), width).draw(pen, paper.left, y)
