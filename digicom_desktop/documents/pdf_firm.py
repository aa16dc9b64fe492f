"""The firm in the PDF: its data, kinds of business and the three narratives."""

from digicom_desktop.documents.pdf_blocks import Block
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import BODY, CELL, CELL_BOLD, CELL_SMALL, WIDTH, Style
from digicom_desktop.documents.pdf_table import Table
from digicom_desktop.domain.report import Row

_LABEL_WIDTH = 118.0
_LONG = 18
_LABEL_CELL = Style(8.5, 13.5, color=CELL_SMALL.color)


def firm_chapter(setting: Setting, n: int) -> list[Block]:
    """The chapter with number ``n``."""
    report = setting.report
    blocks = [
        *setting.chapter(n, setting.say("firm.title")),
        setting.section(n, 1, setting.say("firm.data")),
        _data(setting),
    ]
    for index, row in enumerate(report.narratives, 2):
        blocks.append(setting.section(n, index, row.label))
        text = setting.or_none(row.value)
        blocks.extend(setting.type.paragraphs(text, BODY, WIDTH))
    return blocks


def _data(setting: Setting) -> Table:
    types = setting.say("list").join(setting.report.business_types)
    kinds = Row("profile", setting.say("firm.types"), types)
    rows = [_row(setting, row) for row in (*setting.report.company, kinds)]
    return setting.table((_LABEL_WIDTH, WIDTH - _LABEL_WIDTH), (), rows)


def _row(setting: Setting, row: Row) -> tuple[tuple[str, Style], ...]:
    is_name = row.id == "company.name"
    return (row.label, _LABEL_CELL), (setting.or_dash(row.value), CELL_BOLD if is_name else CELL)
