"""The cover of the PDF, with the consistency code and a QR code that carries it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget

from digicom_desktop.documents.pdf_blocks import rule
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    ACCENT,
    BOTTOM,
    CODE,
    COVER_LABEL,
    COVER_SMALL,
    COVER_TITLE,
    COVER_TITLE_LATIN,
    COVER_VALUE,
    COVER_VALUE_LONG,
    DRAFT_NOTE,
    LEFT,
    LINE,
    MM,
    NOTE,
    RULE,
    TEXT,
    TOP,
    WIDTH,
)
from digicom_desktop.domain.clock import CHINA
from digicom_desktop.domain.document_parts import part_name
from digicom_desktop.domain.text import Language

_QR_SIZE = 34 * MM
_LABEL_WIDTH = 118.0
_FIELDS_WIDTH = 380.0
_LONG = 60
_CODE_HEIGHT = 50.0
_NOTE_GAP = 3.0
"""A longer name is set smaller, and cut in the QR code, whose modules a phone must still read."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says besides the edition and the code.

    ``fields`` are labels with values; ``warnings`` say what the document is not, ``notes`` what
    else must be known.
    """

    title: str
    fields: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]


def draw_cover(setting: Setting, pen: Pen) -> None:
    """Draw the first page of the report."""
    notice = setting.say("cover.notice", notice=setting.report.notices["not_official"])
    warnings = tuple(_warnings(setting))
    cover = Cover(setting.say("subtitle"), tuple(cover_fields(setting)), warnings, (notice,))
    draw_first_page(setting, pen, cover)


def draw_first_page(setting: Setting, pen: Pen, cover: Cover) -> None:
    """Draw the first page of a document."""
    _title(setting, pen, cover.title)
    _fields(setting, pen, cover.fields)
    _code(setting, pen, cover)


def _title(setting: Setting, pen: Pen, words: str) -> None:
    is_chinese = setting.report.language is Language.ZH
    y = TOP + 62
    edition = setting.text(setting.report.edition_title, COVER_SMALL)
    edition.draw(pen, LEFT, y)
    y += edition.height + 12
    style = COVER_TITLE if is_chinese else COVER_TITLE_LATIN
    title = setting.text(words, style)
    title.draw(pen, LEFT, y)
    y += title.height + 20
    pen.box(LEFT + WIDTH / 2 - 32, y, 64, 2, ACCENT)


def _fields(setting: Setting, pen: Pen, fields: Sequence[tuple[str, str]]) -> None:
    x, y = LEFT + (WIDTH - _FIELDS_WIDTH) / 2, TOP + 240
    for label, value in fields:
        name = setting.text(label, COVER_LABEL, _LABEL_WIDTH - 10)
        style = COVER_VALUE if len(value) <= _LONG else COVER_VALUE_LONG
        text = setting.text(value, style, _FIELDS_WIDTH - _LABEL_WIDTH)
        name.draw(pen, x, y)
        text.draw(pen, x + _LABEL_WIDTH, y)
        y += max(name.height, text.height) + 6
        rule(_FIELDS_WIDTH - _LABEL_WIDTH, LINE).draw(pen, x + _LABEL_WIDTH, y - 2)
        y += 8


def cover_fields(setting: Setting) -> list[tuple[str, str]]:
    """Whose document it is, of which year and revision, for whom."""
    report = setting.report
    bureau = next((r.value for r in report.company if r.id == "company.receiving_bureau"), "")
    values = (
        ("firm_seal" if report.code else "firm", report.firm or setting.say("unnamed")),
        ("credit_code", setting.or_dash(report.credit_code) if report.code else ""),
        ("year", str(report.year)),
        ("revision", _revision(setting)),
        ("bureau", bureau),
        ("date", _date(setting)),
    )
    return [(setting.say(f"cover.{name}"), value) for name, value in values if value]


def _revision(setting: Setting) -> str:
    report = setting.report
    if report.revision is None:
        return report.state_name
    return setting.say("cover.revision_number", revision=report.revision)


def _date(setting: Setting) -> str:
    day = setting.report.saved_at.astimezone(CHINA)
    return setting.say("date", year=day.year, month=day.month, day=day.day)


def _code(setting: Setting, pen: Pen, cover: Cover) -> None:
    """The code with its notes at the foot of the page, as high as the notes need."""
    report = setting.report
    left = WIDTH - _QR_SIZE - 24 if report.code else WIDTH
    said = (
        *((text, DRAFT_NOTE) for text in cover.warnings),
        *([(report.notices["code_meaning"], NOTE)] if report.code else []),
        *((text, NOTE) for text in cover.notes),
    )
    notes = [setting.text(text, style, left) for text, style in said]
    above, least = (_CODE_HEIGHT, _QR_SIZE) if report.code else (0, 0)
    height = above + sum(note.height + _NOTE_GAP for note in notes)
    top = BOTTOM - max(least, height) - 12
    pen.line((LEFT, top - 16), (LEFT + WIDTH, top - 16), RULE, 0.75)
    y = top + above
    for note in notes:
        note.draw(pen, LEFT, y)
        y += note.height + _NOTE_GAP
    if report.code:
        setting.text(setting.say("cover.code"), COVER_LABEL, left).draw(pen, LEFT, top)
        setting.text(report.code, CODE, left).draw(pen, LEFT, top + 18)
        _qr(setting, pen, LEFT + WIDTH - _QR_SIZE, top)


def _warnings(setting: Setting) -> list[str]:
    """What this document is not: finalised, whole, the one in Chinese."""
    report = setting.report
    names = setting.say("list").join(part_name(part, report.words) for part in setting.missing)
    said = (
        (report.revision is None, report.notices["draft"]),
        (bool(setting.missing), setting.say("cover.partial", parts=names)),
        (bool(report.code) and report.language is not Language.ZH, setting.say("cover.copy")),
    )
    return [text for holds, text in said if holds]


def qr_text(setting: Setting) -> str:
    """Firm, credit code, year, revision and consistency code, one a line."""
    report = setting.report
    revision = setting.say("cover.qr_draft") if report.revision is None else str(report.revision)
    firm, credit_code = map(_short, (report.firm, report.credit_code))
    return "\n".join((firm, credit_code, str(report.year), revision, report.code))


def _short(text: str) -> str:
    """A package of others may hold any text instead of a code; no QR code holds any text."""
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _qr(setting: Setting, pen: Pen, x: float, y: float) -> None:
    code: Any = QrCodeWidget(qr_text(setting), barLevel="M")
    code.qr.make()
    size = _QR_SIZE / code.qr.getModuleCount()
    boxes = [
        (x + column * size, y + row * size, size * 1.02, size * 1.02)
        for row, modules in enumerate(code.qr.modules)
        for column, is_dark in enumerate(modules)
        if is_dark
    ]
    pen.boxes(boxes, TEXT)
