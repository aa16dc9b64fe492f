"""The last page of the PDF: empty boxes for what the authorities say (主管部门意见)."""

from dataclasses import replace

from digicom_desktop.documents.pdf_blocks import PAGE_BREAK, Block, Drawn
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    CONTROL,
    FORM_HEAD,
    FORM_LABEL,
    LINE,
    NOTE,
    TINT,
    WIDTH,
)

_HEIGHT = 286.0
_HEAD = 30.0
_FOOT = 104.0
_INSET = 14.0
_MIDDLE = replace(FORM_LABEL, align="center")


def opinion_page(setting: Setting) -> list[Block]:
    """A page of its own."""
    return [
        PAGE_BREAK,
        *setting.unnumbered("opinion", setting.words("opinion.title")),
        setting.text(setting.words("opinion.note"), NOTE),
        _box(setting, "county", 10),
        _box(setting, "city", 18),
    ]


def _box(setting: Setting, authority: str, before: float) -> Drawn:
    """Room to write, and below it lines for two names, the seal and the date."""
    head = setting.text(setting.words(f"opinion.{authority}"), FORM_HEAD, WIDTH - 2 * _INSET)

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.box(x, y, WIDTH, _HEAD, TINT)
        pen.line((x, y + _HEAD), (x + WIDTH, y + _HEAD), CONTROL, 0.75)
        pen.frame(x, y, WIDTH, _HEIGHT, CONTROL)
        head.draw(pen, x + _INSET, y + (_HEAD - head.height) / 2)
        _foot(setting, pen, x, y + _HEIGHT - _FOOT)

    return Drawn(_HEIGHT, paint, before=before)


def _foot(setting: Setting, pen: Pen, x: float, y: float) -> None:
    half = WIDTH / 2
    pen.line((x + _INSET, y), (x + WIDTH - _INSET, y), LINE)
    for n, name in enumerate(("handler", "leader")):
        left = x + _INSET + n * half
        label = setting.text(setting.words(f"opinion.{name}"), FORM_LABEL, half - 2 * _INSET)
        label.draw(pen, left, y + 14)
        start = left + label.lines[0].width + 6
        end = x + (n + 1) * half - _INSET
        pen.line((start, y + 14 + label.height - 2), (end, y + 14 + label.height - 2), CONTROL)
    right = x + half + _INSET
    for n, name in enumerate(("seal", "date")):
        words = setting.text(setting.words(f"opinion.{name}"), _MIDDLE, half - 2 * _INSET)
        words.draw(pen, right, y + 46 + n * 26)
