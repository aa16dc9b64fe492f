"""Reads a workbook back by its ids; checks that it says what its report says."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from digicom_desktop.documents.workbook_blocks import BlockRows, Found, Free, Loose, Repeated
from digicom_desktop.documents.workbook_guard import Counts, check_other_parts, open_workbook
from digicom_desktop.documents.workbook_layout import SHEETS
from digicom_desktop.documents.workbook_parts import read_parts
from digicom_desktop.documents.workbook_rows import lines
from digicom_desktop.documents.workbook_shapes import FORMAT, Block
from digicom_desktop.documents.workbook_sheet import read_sheet
from digicom_desktop.documents.workbook_values import Formula, Stored
from digicom_desktop.domain.report import Report
from digicom_desktop.errors import DigicomError

_LONGEST_FORMAT = 6
"""Digits."""


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """What a workbook says: block → row → column → value.

    Of a row that stands there twice the first counts (``repeated``); a row without an id belongs
    to no block (``loose``); what stands in none of its columns is ``free``; ``absent``
    names the blocks that are not there at all.
    """

    blocks: Mapping[str, Mapping[str, Mapping[str, Found]]]
    loose: tuple[Loose, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    free: tuple[Free, ...] = ()

    def value(self, block: str, row: str, column: str) -> Stored:
        """A value by its ids; None where nothing stands or no such place is there."""
        found = self.blocks.get(block, {}).get(row, {}).get(column)
        return found.value if found else None

    def text(self, block: str, row: str, column: str) -> str:
        """A value as text; a number without exponent or trailing zeros."""
        value = self.value(block, row, column)
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value or ""

    def data(self, id: str) -> str:
        """What the hidden sheet says under ``id``: edition, code, content, …"""
        return self.text("data", id, "value")

    @property
    def code(self) -> str:
        """The consistency code of the hidden sheet."""
        return self.data("code")

    @property
    def content(self) -> bytes:
        """The canonical content of the hidden sheet."""
        return self.data("content").encode()

    @property
    def absent(self) -> tuple[str, ...]:
        """The blocks that every workbook has and this one lacks, in the order of the layout."""
        blocks = (block for sheet in SHEETS for block in sheet.blocks)
        return tuple(b.id for b in blocks if b.id not in self.blocks and not b.for_template)

    @property
    def absent_sheets(self) -> tuple[str, ...]:
        """The sheets, by their ids in the layout, of which no block is there."""
        return tuple(
            sheet.id
            for sheet in SHEETS
            if not any(block.id in self.blocks for block in sheet.blocks)
        )


def read_workbook(path: Path) -> WorkbookContent:
    """What the workbook at ``path`` says.

    Raises DigicomError ``guard.…`` (no workbook, damaged, not harmless, not to be read),
    ``workbook.foreign`` (not of this program) or ``workbook.newer``, with ``path``.
    """
    return _read(path, check_all=True)


def check_workbook(report: Report, path: Path) -> None:
    """Compare every value of the workbook at ``path`` with ``report``.

    Raises DigicomError ``workbook.differs`` (sheet, cell), and what ``read_workbook`` raises.
    """
    # The parts that nobody reads were written by this program a moment ago.
    content = _read(path, check_all=False)
    for sheet in SHEETS:
        name = report.words.say(f"workbook.sheets.{sheet.id}")
        for block in sheet.blocks:
            _check_block(block, content, report, name)


def _check_block(block: Block, content: WorkbookContent, report: Report, sheet: str) -> None:
    rows = content.blocks.get(block.id, {})
    expected = {line.id: line.values for line in lines(block.id, report)}
    for id in rows.keys() - expected.keys():
        place = next(iter(rows[id].values()), None)
        raise DigicomError("workbook.differs", sheet=sheet, cell=place.cell if place else id)
    for id, values in expected.items():
        for column, value in zip(block.columns, values, strict=True):
            found = rows.get(id, {}).get(column.id)
            # A formula only checks what stands beside it, so no reader takes its result.
            expected_value = None if isinstance(value, Formula) else value
            if (found.value if found else None) != expected_value:
                cell = found.cell if found else f"{id} / {column.id}"
                raise DigicomError("workbook.differs", sheet=sheet, cell=cell)


def _read(path: Path, *, check_all: bool) -> WorkbookContent:
    """The content; ``check_all`` parts, even those that nobody here reads."""
    counts = Counts()
    rows = BlockRows(counts)
    with open_workbook(path) as archive:
        parts = read_parts(archive, counts)
        for sheet in parts.sheets:
            rows.add(read_sheet(archive, sheet, parts, counts))
        if check_all:
            check_other_parts(archive, counts)
    content = WorkbookContent(
        rows.blocks(), tuple(rows.loose), tuple(rows.repeated), tuple(rows.free)
    )
    # Without the hidden sheet what can be seen is read all the same.
    if "items" not in content.blocks or "data" in content.blocks:
        _check_format(content, path)
    if counts.far is not None:
        raise DigicomError(counts.far.id, path=path, **counts.far.values)
    return content


def _check_format(content: WorkbookContent, path: Path) -> None:
    """Refuse other programs' and newer ones; somebody may have deleted the hidden sheet."""
    format = content.data("format") or str(FORMAT)
    if not content.blocks or not format.isdecimal() or len(format) > _LONGEST_FORMAT:
        raise DigicomError("workbook.foreign", path=path)
    if int(format) > FORMAT:
        raise DigicomError("workbook.newer", path=path)
