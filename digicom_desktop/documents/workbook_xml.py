"""Cells and rows as SpreadsheetML text.

openpyxl writes the frame of the workbook; its cell objects would take most of the time of an
export, and cells are the simplest part of the format.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase

from digicom_desktop.documents.workbook_values import Formula, Value

# Excel reads _x0041_ in a text as A; the underscore itself is written as _x005F_.
_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def lookalikes_escaped(text: str) -> str:
    """``text`` with what Excel would take for an escape sequence made plain."""
    return _LOOKALIKE.sub("_x005F_", text) if "_x" in text else text


def escaped(text: str) -> str:
    """``text`` for an XML element, read back as it stands by every spreadsheet program."""
    plain = lookalikes_escaped(text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def letter(column: int) -> str:
    """The letter of a sheet column, counted from 1; a sheet here has fewer than 26."""
    return ascii_uppercase[column - 1]


def cell_xml(column: int, row: int, value: Value, style: int) -> str:
    """A cell; a text is always a text, whatever it begins with."""
    start = f'<c r="{ascii_uppercase[column - 1]}{row}" s="{style}"'
    if value is None:
        return f"{start}/>"
    if isinstance(value, Decimal):
        return f"{start}><v>{value:f}</v></c>"
    if isinstance(value, Formula):
        return start + _formula_xml(value)
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'


def _formula_xml(formula: Formula) -> str:
    """The rest of a cell; readers that do not calculate show the result."""
    text, result = escaped(formula.text), formula.result
    if isinstance(result, Decimal):
        return f"><f>{text}</f><v>{result:f}</v></c>"
    return f' t="str"><f>{text}</f><v>{escaped(result)}</v></c>'


def row_xml(row: int, cells: str, height: float) -> str:
    """A row ``height`` points high, hidden if that is 0."""
    size = f'ht="{height:g}" customHeight="1"' if height else 'hidden="1"'
    return f'<row r="{row}" {size}>{cells}</row>'


def merges_xml(areas: Sequence[str]) -> str:
    """The element ``mergeCells`` for areas such as "B2:F2"; nothing if there are none."""
    if not areas:
        return ""
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f'<mergeCells count="{len(areas)}">{cells}</mergeCells>'


PROTECTION = (
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0"'
    ' formatRows="0" sort="0" autoFilter="0"/>'
)
"""Locked cells stay as they are until somebody takes the protection off; there is no password."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells of a sheet that offer a list: "F6:F27", and "'数据'!$B$20:$B$25"."""

    cells: str
    source: str


def choices_xml(choices: Sequence[Choice], title: str, advice: str) -> str:
    """The element ``dataValidations``; what is not in the list is refused with ``advice``."""
    if not choices:
        return ""
    common = (
        'type="list" allowBlank="1" showErrorMessage="1"'
        f' errorTitle="{_attribute(title)}" error="{_attribute(advice)}"'
    )
    lists = "".join(
        f'<dataValidation {common} sqref="{choice.cells}">'
        f"<formula1>{escaped(choice.source)}</formula1></dataValidation>"
        for choice in choices
    )
    return f'<dataValidations count="{len(choices)}">{lists}</dataValidations>'


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")
