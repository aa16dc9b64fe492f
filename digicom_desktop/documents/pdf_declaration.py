"""The statement of truth (承诺书) of the PDF: to be signed and stamped."""

from collections.abc import Sequence
from dataclasses import replace

from digicom_desktop.documents.pdf_blocks import PAGE_BREAK, Block, Drawn
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import (
    CONTROL,
    FORM_LABEL,
    FORM_NOTE,
    FORM_TEXT,
    FORM_TEXT_LATIN,
    FORM_VALUE,
    WIDTH,
)

_CLAUSES = 5
_LABEL_WIDTH = 84.0
_ROW_PADDING = 7.0
_BOX_HEIGHT = 158.0
_BOX_GAP = 16.0
_INSET = 12.0


def declaration_page(setting: Setting, page: int) -> list[Block]:
    """The page with number ``page``; nothing follows on it."""
    return [
        *setting.unnumbered("declaration", setting.words("declaration.title")),
        *_statement(setting),
        *_firm(setting),
        _boxes(setting),
        _stamped(setting, page),
        PAGE_BREAK,
    ]


def _statement(setting: Setting) -> list[Block]:
    ids = ("lead", *(f"clause.{n}" for n in range(1, _CLAUSES + 1)))
    style = FORM_TEXT_LATIN if setting.type.latin else FORM_TEXT
    first, *clauses = (setting.text(setting.words(f"declaration.{id}"), style) for id in ids)
    return [replace(first, before=18), *clauses]


def _firm(setting: Setting) -> list[Block]:
    """A form with what is known filled in; what is not can be written by hand."""
    values = {row.id: row.value for row in setting.report.company}
    rows = (
        (("firm", setting.report.firm),),
        (
            ("representative", values.get("company.legal_representative", "")),
            ("filled_by", values.get("company.filled_by", "")),
        ),
        (("phone", values.get("company.phone", "")), ("code", setting.report.code)),
    )
    blocks = [_form_row(setting, row) for row in rows]
    return [replace(blocks[0], before=24), *blocks[1:]]


def _form_row(setting: Setting, fields: Sequence[tuple[str, str]]) -> Drawn:
    """Framed cells: a label and a value for each field, as wide as the page together."""
    width = WIDTH / len(fields)
    room = width - _LABEL_WIDTH - 2 * _ROW_PADDING
    names = [
        setting.text(
            setting.words(f"declaration.{id}"), FORM_LABEL, _LABEL_WIDTH - 2 * _ROW_PADDING
        )
        for id, _ in fields
    ]
    values = [setting.text(value, FORM_VALUE, room) for _, value in fields]
    height = max(text.height for text in (*names, *values)) + 2 * _ROW_PADDING

    def paint(pen: Pen, x: float, y: float) -> None:
        for name, value in zip(names, values, strict=True):
            pen.frame(x, y, _LABEL_WIDTH, height, CONTROL)
            pen.frame(x + _LABEL_WIDTH, y, width - _LABEL_WIDTH, height, CONTROL)
            name.draw(pen, x + _ROW_PADDING, y + (height - name.height) / 2)
            left = x + _LABEL_WIDTH + _ROW_PADDING
            value.draw(pen, left, y + (height - value.height) / 2)
            x += width

    return Drawn(height, paint, keeps=True)


def _boxes(setting: Setting) -> Drawn:
    """A box for the signature beside one for the seal, each with a date to be written."""
    width = (WIDTH - _BOX_GAP) / 2
    room = width - 2 * _INSET
    date = setting.text(setting.words("declaration.date"), FORM_LABEL, room)
    heads = [
        setting.text(setting.words(f"declaration.{id}"), FORM_LABEL, room)
        for id in ("signature", "seal")
    ]

    def paint(pen: Pen, x: float, y: float) -> None:
        for n, head in enumerate(heads):
            left = x + n * (width + _BOX_GAP)
            pen.frame(left, y, width, _BOX_HEIGHT, CONTROL)
            head.draw(pen, left + _INSET, y + 10)
            date.draw(pen, left + _INSET, y + _BOX_HEIGHT - date.height - 10)

    return Drawn(_BOX_HEIGHT, paint, before=20)


def _stamped(setting: Setting, page: int) -> Block:
    """Which pages get the firm's seal."""
    names = ((1, setting.say("cover.title")), (page, setting.words("declaration.title")))
    pages = setting.say("list").join(
        setting.say("declaration.page", page=number, name=name) for number, name in names
    )
    words = setting.words("declaration.pages", pages=pages)
    return setting.type.paragraph(words, FORM_NOTE, WIDTH, before=16)
