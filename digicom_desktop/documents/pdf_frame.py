"""What stands on every page of the PDF: header, footer, and the mark of a draft."""

from bisect import bisect_left
from dataclasses import replace

from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting, frame_note
from digicom_desktop.documents.pdf_styles import (
    AMBER,
    DRAFT_MARK,
    LEFT,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    RUNNING,
    WIDTH,
    Style,
)
from digicom_desktop.domain.advice_copy import STATE

_HEADER = 18 * MM
_FOOTER = PAGE_HEIGHT - 16 * MM
_HEADER_MARK = replace(RUNNING, bold=True, color=AMBER, align="right")
_MOST_SHOWN = 400
"""Characters; no header has room for more."""
_MARK = Style(150, 180, bold=True, color=DRAFT_MARK, align="center")
_MARK_LATIN = replace(_MARK, size=120)


def draw_draft_mark(setting: Setting, pen: Pen) -> None:
    """A pale word behind the text of a draft; nothing on a finalised report."""
    if setting.report.revision is not None:
        return
    style = _MARK_LATIN if setting.type.latin else _MARK
    word = setting.report.state_name
    if setting.report.state == STATE:
        style, word = replace(style, size=style.size * 0.6), setting.words("advice_copy.mark")
    x, y = PAGE_WIDTH / 2, PAGE_HEIGHT / 2
    with pen.artifact(), pen.turned(x, y, 45):
        setting.text(word, style, 800).draw(pen, x - 400, y - 90)


def draw_frame(setting: Setting, pen: Pen, page: int, pages: int) -> None:
    """Header (not on the cover) and footer of ``page`` (from 1)."""
    with pen.artifact():
        if page > 1:
            _draw_header(setting, pen)
        _draw_footer(setting, pen, page, pages)


def _draw_header(setting: Setting, pen: Pen) -> None:
    mark = _mark(setting)
    room = WIDTH - (setting.type.width(mark, _HEADER_MARK) + 12 if mark else 0)
    text = header_line(setting, "pdf.frame.header", room)
    setting.text(text, RUNNING, WIDTH).draw(pen, LEFT, _HEADER - 13)
    if mark:
        setting.text(mark, _HEADER_MARK).draw(pen, LEFT, _HEADER - 13)
    pen.line((LEFT, _HEADER + 3), (LEFT + WIDTH, _HEADER + 3), RULE)


def _mark(setting: Setting) -> str:
    """What every page warns of: a draft, a copy that is not whole."""
    report = setting.report
    marks = [report.state_name] if report.revision is None else []
    if setting.missing:
        marks.append(setting.say("frame.partial"))
    return setting.say("list").join(marks)


def header_line(setting: Setting, id: str, room: float) -> str:
    """The sentence ``id`` on firm and year, the firm's name cut with … so that one line holds it.

    It is measured on every page, so that a name of any length may not take long.
    """
    report = setting.report
    firm = report.firm or setting.say("unnamed")

    def line(length: int) -> str:
        shown = firm if length >= len(firm) else firm[:length] + "…"
        return setting.words(id, firm=shown, year=report.year)

    def is_too_wide(length: int) -> bool:
        return setting.type.width(line(length), RUNNING) > room - 2

    most = min(len(firm), _MOST_SHOWN)
    if not is_too_wide(most):
        return line(most)
    fitting = bisect_left(range(most), True, key=is_too_wide) - 1  # noqa: FBT003
    return line(fitting) if fitting >= 0 else ""


def _draw_footer(setting: Setting, pen: Pen, page: int, pages: int) -> None:
    pen.line((LEFT, _FOOTER - 4), (LEFT + WIDTH, _FOOTER - 4), RULE)
    setting.text(frame_note(setting.report), RUNNING).draw(pen, LEFT, _FOOTER)
    count = setting.say("frame.page", page=page, pages=pages)
    setting.text(count, replace(RUNNING, align="right")).draw(pen, LEFT, _FOOTER)
