"""An honest workbook in parts, to be made dishonest."""

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.documents.workbook_writer import write_workbook
from tests.documents.sample_report import sample_report

CONTENT = '{"a":"一"}'.encode()
"""What the hidden sheet of every workbook here says."""
ITEMS, DATA = "xl/worksheets/sheet4.xml", "xl/worksheets/sheet13.xml"
BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRINGS, STYLES, TYPES = "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Case:
    """A hostile file, and the id of the sentence that it gets; "" where it reads as if honest.

    "*" where it reads, and says something else than it did.
    """

    build: Callable[[], bytes]
    expected: str


@cache
def _parts() -> Mapping[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "good.xlsx"
        write_workbook(sample_report(content=CONTENT), path)
        with zipfile.ZipFile(path) as archive:
            return MappingProxyType({name: archive.read(name) for name in archive.namelist()})


def parts() -> dict[str, bytes]:
    """The parts of the workbook, a new dictionary."""
    return dict(_parts())


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of ``parts``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def good() -> bytes:
    """The workbook as it is."""
    return packed(parts())


def with_part(name: str, data: bytes | str) -> bytes:
    """The workbook with one part more, or another one."""
    return packed(parts() | {name: data.encode() if isinstance(data, str) else data})


def without(*names: str) -> bytes:
    """The workbook without some parts."""
    return packed({name: data for name, data in parts().items() if name not in names})


def replaced(name: str, old: str, new: str, count: int = 1) -> bytes:
    """The workbook with a text in one part replaced; it must be there."""
    text = parts()[name].decode()
    if old not in text:
        raise LookupError(old)
    return with_part(name, text.replace(old, new, count))


def with_rows(xml: str, name: str = ITEMS) -> bytes:
    """The workbook with more rows at the end of a sheet."""
    return replaced(name, "</sheetData>", f"{xml}</sheetData>")


def behind_data(xml: str, name: str = ITEMS) -> bytes:
    """The workbook with more elements behind the rows of a sheet."""
    return replaced(name, "</sheetData>", f"</sheetData>{xml}")


def with_cell(attributes: str, inner: str, row: int = 200) -> bytes:
    """The workbook with one more cell in column X, far from the others."""
    return with_rows(f'<row r="{row}"><c r="X{row}" {attributes}>{inner}</c></row>')


def with_sheets(count: int, xml: str, at_front: bool = False) -> bytes:
    """The workbook with ``count`` more sheets, each a part of its own."""
    found = parts()
    sheets = links = ""
    for number in range(count):
        found[f"xl/worksheets/more{number}.xml"] = xml.encode()
        sheets += f'<sheet name="m{number}" sheetId="{900 + number}" xmlns:q="{OFFICE}" '
        sheets += f'q:id="more{number}" />'
        links += f'<Relationship Id="more{number}" Type="{OFFICE}/worksheet" '
        links += f'Target="worksheets/more{number}.xml"/>'
    mark = "<sheets>" if at_front else "</sheets>"
    book = found[BOOK].decode()
    if mark not in book:
        raise LookupError(mark)
    new = mark + sheets if at_front else sheets + mark
    found[BOOK] = book.replace(mark, new).encode()
    end = "</Relationships>"
    found[LINKS] = found[LINKS].decode().replace(end, links + end).encode()
    return packed(found)


def with_strings(xml: str, rows: str = "") -> bytes:
    """The workbook with shared texts, and rows that use them."""
    found = parts()
    found[STRINGS] = f'<sst xmlns="{MAIN}">{xml}</sst>'.encode()
    found[ITEMS] = found[ITEMS].replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    found[LINKS] = linked("sharedStrings", "sharedStrings.xml").encode()
    return packed(found)


def linked(type: str, target: str, mode: str = "") -> str:
    """The relationships of the workbook with one more."""
    link = f'<Relationship Id="more" Type="{OFFICE}/{type}" Target="{target}" {mode}/>'
    end = "</Relationships>"
    return parts()[LINKS].decode().replace(end, link + end)


def sheet(rows: str) -> str:
    """A sheet of ``rows``."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def text_cell(place: str, text: str) -> str:
    """A cell with a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
