"""A workbook of one or two sheets with a few cells, such as any program may write."""

from random import Random
from xml.sax.saxutils import escape

from digicom_desktop.documents.workbook_layout import NAMES, SHEETS
from tests.fuzz.mutations import Members
from tests.hostile.good import MAIN, OFFICE

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE, _STRICT = OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_FIRST = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
_ROOT = f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{_FIRST}</Relationships>'
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="165" formatCode="0.0%"/>'
    '<numFmt numFmtId="166" formatCode="yyyy/m/d"/>'
    '<numFmt numFmtId="167" formatCode="&quot;x1&quot;"/>'
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/>'
    '<xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>'
)
_TEXTS = ("一级", "1.1", "3,000", "x", "2025-06-30", "<&>", "_x0041_", "第\n二", "")
_STRINGS = f'<sst xmlns="{MAIN}">' + "".join(
    f"<si><r><t>{escape(text)}</t></r><rPh><t>p</t></rPh></si>" for text in _TEXTS
)
_BLOCKS = [block for sheet in SHEETS for block in sheet.blocks]
_VALUES = (
    '<c r="{0}" t="inlineStr"><is><t>{1}</t></is></c>',
    '<c r="{0}" t="s"><v>{2}</v></c>',
    '<c r="{0}" s="{2}"><v>45000.5</v></c>',
    '<c r="{0}" t="str"><f>1+1</f><v>{1}</v></c>',
    '<c r="{0}" t="b"><v>1</v></c>',
    '<c r="{0}" t="d"><v>2025-06-30T00:00:00</v></c>',
    '<c r="{0}" t="e"><v>#REF!</v></c>',
    '<c r="{0}"/>',
    "<c><v>{2}</v></c>",
)
_ODD = (
    "<x>" * 70,
    '<mergeCells><mergeCell ref="B2:D3"/></mergeCells>',
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    "<mergeCells>" + '<mergeCell ref="B2"/>' * 1_001 + "</mergeCells>",
    '<row r="5001"><c r="B5001"><v>1</v></c></row>',
    f'<row r="90"><c r="A90" t="str"><v>{"x" * 32_768}</v></c></row>',
    "<row><c><v>1</v></c></row>" * 9,
)
_OTHERS = (
    ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
    ("mimetype", b"application/vnd.oasis.opendocument.text"),
    ("assessment.json", b"{}"),
    ("xl/workbook.bin", b""),
    ("word/document.xml", b"<a/>"),
    ("xl/media/a.png", b"\x89PNG"),
    ("xl/more.xml", b"<a><b/></a>"),
)


def tiny(random: Random) -> Members:
    """Its members; most have one of our blocks, some something odd."""
    count = random.choice((1, 1, 1, 2, 2, 3, 101) if random.random() < 0.05 else (1, 1, 2))
    sheets = links = ""
    found: Members = [("[Content_Types].xml", _TYPES.encode()), ("_rels/.rels", _ROOT.encode())]
    for number in range(count):
        sheets += f'<sheet name="s{number}" r:id="r{number}"/>'
        target = f'Target="worksheets/sheet{number}.xml"'
        links += f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet" {target}/>'
    for number in range(min(count, 3)):
        found.append((f"xl/worksheets/sheet{number}.xml", _sheet(random).encode()))
    for name, kind in (("styles", "styles"), ("sharedStrings", "sharedStrings")):
        links += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    names = (
        f'<definedNames><definedName name="{NAMES[0].name}">s0!$A$1</definedName></definedNames>'
    )
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>{names}</workbook>'
    )
    found += [
        ("xl/workbook.xml", book.encode()),
        ("xl/_rels/workbook.xml.rels", _links(links)),
        ("xl/styles.xml", _STYLES.encode()),
        ("xl/sharedStrings.xml", f"{_STRINGS}</sst>".encode()),
    ]
    if random.random() < 0.1:
        found += [random.choice(_OTHERS), ("manifest.json", b"{}")]
    if random.random() < 0.03:
        at = random.randrange(1, len(found))
        name, data = found[at]
        found[at] = (name, random.choice((b"<!DOCTYPE a>" + data, data.replace(_OFFICE, _STRICT))))
    return found


def _links(links: str) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>'.encode()


def _sheet(random: Random) -> str:
    block = random.choice(_BLOCKS)
    keys = (f"#digicom:{block.id}", *(column.id for column in block.columns[:5]))
    cells = "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{key}</t></is></c>'
        for letter, key in zip("ABCDEF", keys, strict=False)
    )
    rows = "".join(_row(random, row, len(keys)) for row in range(2, random.choice((2, 3, 6))))
    odd = random.choice(_ODD) if random.random() < 0.1 else ""
    data = f'<row r="1">{cells}</row>{rows}'
    inside, behind = (odd, "") if odd.startswith("<row") else ("", odd)
    return f'<worksheet xmlns="{MAIN}"><sheetData>{data}{inside}</sheetData>{behind}</worksheet>'


def _row(random: Random, row: int, width: int) -> str:
    id = random.choice(("1.1", "2.3", "content", "format", "company.name", "new.1", "1.1#2", ""))
    cells = f'<c r="A{row}" t="inlineStr"><is><t>{id}</t></is></c>'
    for letter in "BCDEF"[: width - 1]:
        pattern = random.choice(_VALUES)
        value = escape(random.choice(_TEXTS))
        cells += pattern.format(f"{letter}{row}", value, random.randrange(len(_TEXTS)))
    return f'<row r="{row}">{cells}</row>'
