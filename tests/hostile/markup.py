"""Hostile XML, and parts that are not where they should be."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile.good import (
    BOOK,
    DATA,
    ITEMS,
    LINKS,
    MAIN,
    OFFICE,
    STYLES,
    TYPES,
    Case,
    behind_data,
    linked,
    packed,
    parts,
    replaced,
    sheet,
    with_part,
    with_rows,
    with_sheets,
    without,
)

_PAIRS = [("b", "&a;"), ("c", "&b;"), ("d", "&c;"), ("e", "&d;"), ("f", "&e;"), ("g", "&f;")]
_LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(f'<!ENTITY {x} "{y * 10}">' for x, y in _PAIRS) + "]>"
)
_FILE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_WEB = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/evil.dtd">'
_PARAMETER = '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;]>'
_QUADRATIC = f'<!DOCTYPE a [<!ENTITY x "{"x" * 50_000}">]>'


def _text(name: str) -> str:
    return parts()[name].decode()


def _typed(declaration: str, name: str = ITEMS) -> Case:
    return Case(lambda: with_part(name, declaration + _text(name)), "guard.doctype")


def _broken(data: bytes | str, name: str = ITEMS) -> Case:
    return Case(lambda: with_part(name, data), "guard.part")


def _again(encoding: str) -> bytes:
    """The workbook with its sheets in another encoding."""
    texts = {n: _text(n).partition("?>")[2] for n in parts() if "worksheets/sheet" in n}
    return packed(parts() | {name: text.encode(encoding) for name, text in texts.items()})


def _prefixed() -> bytes:
    """The workbook as programs write it that give every element a prefix."""

    def prefix(data: bytes) -> bytes:
        text = re.sub(r"<(/?)(?=\w)", r"<\1x:", data.decode())
        return text.replace("xmlns=", "xmlns:x=", 1).encode()

    sheets = {name: prefix(data) for name, data in parts().items() if "xl/worksheets/s" in name}
    return packed(parts() | sheets)


def _deep(levels: int) -> str:
    return "<ext>" * levels + "</ext>" * levels


def _first_link(attributes: str) -> bytes:
    """The workbook whose first sheet is elsewhere."""
    link = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" {attributes}/>'
    return with_part(LINKS, re.sub(r"<Relationship [^>]*sheet1\.xml[^>]*>", link, _text(LINKS)))


def _attributes(pattern: str, count: int) -> str:
    return f"<e {' '.join(map(pattern.format, range(count)))}/>"


def _named(name: str) -> Case:
    return Case(lambda: replaced(BOOK, 'name="自评表"', f'name="{name}"'), "")


def _extra(name: str, data: str, type: str, mode: str = "") -> Case:
    """A part that other programs act upon, and this one never looks at."""
    return Case(
        lambda: packed(
            parts() | {name: data.encode(), LINKS: linked(type, f"/{name}", mode).encode()}
        ),
        "",
    )


_UPWARDS = 'Target="../../../../etc/passwd"'
_FROM_WEB = 'Target="http://127.0.0.1:9/a.xml" TargetMode="External"'

CASES: Mapping[str, Case] = MappingProxyType(
    {
        "billion laughs": _typed(_LAUGHS),
        "entity of a file": _typed(_FILE),
        "document type of the web": _typed(_WEB),
        "parameter entity": _typed(_PARAMETER),
        "quadratic entity": _typed(_QUADRATIC),
        "document type of the workbook": _typed(_LAUGHS, BOOK),
        "document type of the relationships": _typed(_FILE, LINKS),
        "document type of the styles": _typed(_LAUGHS, STYLES),
        "document type of the types": _typed(_FILE, TYPES),
        "document type of a part nobody knows": Case(
            lambda: with_part("customXml/item1.xml", f"{_FILE}<a>&x;</a>"), "guard.doctype"
        ),
        "65 levels": Case(lambda: behind_data(_deep(65)), "guard.too_deep"),
        "60 levels": Case(lambda: behind_data(_deep(60)), ""),
        "500,000 levels": Case(lambda: behind_data("<e>" * 500_000), "guard.too_deep"),
        "two million elements": Case(
            lambda: behind_data("<e/>" * 2_000_000), "guard.too_many_elements"
        ),
        "a million rows of nothing": Case(
            lambda: with_rows("<row/>" * 1_000_000), "guard.too_many_elements"
        ),
        "a million comments": Case(lambda: behind_data("<!---->" * 1_000_000), ""),
        "instructions": Case(lambda: behind_data("<?a b?>" * 500_000), ""),
        "sections": Case(lambda: replaced(DATA, "<t ", "<t><![CDATA[]]></t><t ", 1), ""),
        "attribute of 7 MB": Case(lambda: behind_data(f'<e a="{"x" * 7_000_000}"/>'), ""),
        "300,000 attributes": Case(lambda: behind_data(_attributes('a{}=""', 300_000)), ""),
        "100,000 namespaces": Case(
            lambda: behind_data(_attributes('xmlns:a{0}="{0}"', 100_000)),
            "",
        ),
        "name of 5 MB": Case(lambda: behind_data(f"<{'e' * 5_000_000}/>"), ""),
        "prefix of nothing": Case(lambda: behind_data("<q:e/>"), "guard.part"),
        "attribute twice": Case(lambda: behind_data('<e a="" a=""/>'), "guard.part"),
        "not UTF-8": _broken(b"<a>\xff\xfe</a>"),
        "overlong UTF-8": _broken(b"<a>\xc0\xbc</a>"),
        "NUL": Case(lambda: with_rows("\0"), "guard.part"),
        "NUL by its number": Case(lambda: with_rows("&#0;"), "guard.part"),
        "half a character by its number": Case(lambda: with_rows("&#xD800;"), "guard.part"),
        "entity of nothing": Case(lambda: with_rows("&nbsp;"), "guard.part"),
        "empty part": _broken(b""),
        "text for XML": _broken("hello"),
        "two roots": _broken("<a/><a/>"),
        "never closed": _broken("<a><b></a>"),
        "cut XML": Case(lambda: with_part(ITEMS, parts()[ITEMS][:30_000]), "guard.part"),
        "broken part that nobody reads": _broken("<a", "xl/theme/theme1.xml"),
        "UTF-16": Case(lambda: _again("utf-16"), ""),
        "UTF-16 without a BOM": Case(lambda: _again("utf-16-le"), ""),
        "UTF-8 with a BOM": Case(lambda: _again("utf-8-sig"), ""),
        "says GB 2312": _broken('<?xml version="1.0" encoding="gb2312"?><a/>'),
        "says UTF-7": _broken('<?xml version="1.0" encoding="utf-7"?><a/>'),
        "says hex": _broken('<?xml version="1.0" encoding="hex"?><a/>'),
        "says an encoding of 1 MB": _broken(
            f'<?xml version="1.0" encoding="{"x" * 999_999}"?><a/>'
        ),
        "prefixes": Case(_prefixed, ""),
        "other namespace": Case(lambda: replaced(DATA, MAIN, "urn:x"), "*"),
        "no relationships": Case(lambda: without("_rels/.rels"), "guard.part"),
        "empty relationships": _broken("<Relationships/>", "_rels/.rels"),
        "no workbook": Case(lambda: without(BOOK), "guard.part"),
        "no relationships of the workbook": Case(lambda: without(LINKS), "guard.part"),
        "a sheet is missing": Case(lambda: without(ITEMS), "guard.part"),
        "no hidden sheet": Case(lambda: with_part(DATA, sheet("")), "*"),
        "no sheets": Case(
            lambda: with_part(BOOK, f'<workbook xmlns="{MAIN}"/>'), "workbook.foreign"
        ),
        "no shared texts": Case(
            lambda: with_part(LINKS, linked("sharedStrings", "nowhere.xml")), "guard.part"
        ),
        "unread parts are missing": Case(
            lambda: without(STYLES, "xl/theme/theme1.xml", "xl/charts/chart1.xml"), ""
        ),
        "sheet outside": Case(lambda: _first_link(_UPWARDS), "guard.part"),
        "sheet of the web": Case(lambda: _first_link(_FROM_WEB), "guard.part"),
        "sheet without a target": Case(lambda: _first_link(""), "guard.part"),
        "sheet that is the workbook": Case(
            lambda: _first_link('Target="/xl/workbook.xml"'), "guard.part"
        ),
        "sheet that is the relationships": Case(
            lambda: _first_link('Target="_rels/workbook.xml.rels"'), "guard.part"
        ),
        "two sheets of one part": Case(
            lambda: _first_link('Target="/xl/worksheets/sheet2.xml"'), "guard.part"
        ),
        "target in capitals": Case(lambda: _first_link('Target="/XL/Worksheets/Sheet1.XML"'), ""),
        "target in a roundabout way": Case(
            lambda: _first_link('Target="../xl/./worksheets/../worksheets/sheet1.xml"'), ""
        ),
        "workbook that is its own": Case(
            lambda: replaced("_rels/.rels", "xl/workbook.xml", "_rels/.rels"), "guard.part"
        ),
        "link without an id": Case(lambda: replaced(BOOK, 'r:id="rId4"', ""), "guard.part"),
        "link to nothing": Case(lambda: replaced(BOOK, '"rId4"', '"x"'), "guard.part"),
        "101 sheets": Case(lambda: with_sheets(90, sheet("")), "guard.too_many_sheets"),
        "100 sheets": Case(lambda: with_sheets(87, sheet("")), ""),
        "sheet named like a path": _named("../../x"),
        "sheet named like a formula": _named("=cmd|' /C calc'!A0"),
        "sheet named like markup": _named("&lt;img src=x&gt;"),
        "sheet that turns around": _named("a\u202eb"),
        "sheet without a name": _named(""),
        "sheet with a name of 1 MB": _named("x" * 1_000_000),
        "sheet with another's name": _named("封面"),
        "macros": _extra("xl/vbaProject.bin", "\x01\x02", "vbaProject"),
        "embedded file": _extra("xl/embeddings/oleObject1.bin", "MZ", "oleObject"),
        "other workbook": _extra(
            "xl/externalLinks/externalLink1.xml", "<externalLink/>", "externalLink"
        ),
        "connection": _extra("xl/connections.xml", "<connections/>", "connections"),
        "own XML": _extra("customXml/item1.xml", "<a/>", "customXml"),
        "macro sheet": _extra("xl/macrosheets/sheet1.xml", "<macrosheet/>", "xlMacrosheet"),
        "template of the web": Case(
            lambda: with_part(
                LINKS, linked("attachedTemplate", "http://x/", 'TargetMode="External"')
            ),
            "",
        ),
        "other relationships": Case(
            lambda: with_part("xl/worksheets/_rels/sheet1.xml.rels", _text(LINKS)), ""
        ),
    }
)
