"""Texts that people paste by accident or on purpose, each of which once broke some program."""

from collections.abc import Mapping
from types import MappingProxyType

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "controls": "a\x00b\x07\x08\x0b\x0c\x1b[31mc\x7fd\x80e\x9d",
        "NULs": "\x00\x00\x00",
        "half characters": "a\ud800b\udfffc",
        "half characters turned around": "\udc00\ud800",
        "no characters": "a\ufffeb\uffffc",
        "plane ends": "\U0001fffe\U0010ffff",
        "private use": "\ue000\uf8ff\U000f0000",
        "turned around": "abc\u202egnp.exe\u202c\u2066x\u2069\u200f",
        "zero width": "公\u200b司\u2060名\ufeff称\u00ad\u200c\u200d",
        "only zero width": "\u200b\u2060\ufeff",
        "emoji": "👨‍👩‍👧‍👦🏳️‍🌈👍🏽🇨🇳1️⃣☺︎",
        "rare characters": "𠀀𪜀𫝀𫠠𬺰𰀀𱍐𬭸㐀鿿",
        "compatible characters": "豈塚①㎏ﬃ½²㍿Ａ１",
        "right to left": "שלום العربية ١٢٣ ‏",
        "combining flood": "n" + "\u0301\u0328\u0335" * 60,
        "combining first": "\u0301\u3099x",
        "combined and not": "e\u0301 é Å \u212b",
        "formula": "=cmd|' /C calc'!A0",
        "formulas": '@SUM(1)\t+1-1\n=HYPERLINK("http://127.0.0.1:9/","x")',
        "minus": "-1+1",
        "apostrophe": "'=1",
        "picture": '<img src="file:///etc/passwd">',
        "script": "<script>alert(1)</script><b>x</b><br/>",
        "markup of paragraphs": '<para fontName="x"><font color="red">a</font></para><a href="x">',
        "markup not closed": "a<b && c>d & e </para>",
        "marks": "&<>\"'`",
        "entities": "&amp;&#0;&#x1F600;&nope;&lt;",
        "end of CDATA": "<![CDATA[x]]>]]>",
        "places": "{0} {} {firm} {{x}} %s %n %(x)s $x ${x} {0.__class__}",
        "escapes of a workbook": "_x0041_ _x005F_ _xD800_ _x000_ __x0041__",
        "escapes of a program": "\\n \\u0041 \\x00 \\",
        "path": "../../etc/passwd C:\\CON\\nul.txt ~/.ssh file:///",
        "device": "CON",
        "dots": "...",
        "keys of ours": "#digicom:items",
        "a row that goes on": "1.1#2",
        "lines": "a\r\nb\rc\u2028d\u2029e\x85f\vg\fh",
        "lone newlines": "\n\n\n",
        "tabs": "\ta\t\tb\t",
        "blanks around": "  a  ",
        "wide blanks around": "\u3000\u00a0 a \u2003\u3000",
        "blank": " ",
        "odd blanks": "a\u00a0b\u2007c\u202fd\u3000e\u1680f",
        "numbers": "1e400 NaN -inf 0x10 1_000 ٣ ½",
        "exponent": "1E5",
        "date": "2025-02-30",
        "truth": "TRUE",
        "null": "null",
        "statement": "'; DROP TABLE assessment; --",
        "JSON": '{"a":[1,null,"\\u0000"]}',
        "long word": "x" * 90,
        "marks of closing": "。，、；：？！）】》」" * 8,
    }
)
"""By what they are; none is longer than the shortest limit but the flood of combining marks."""

LONG: Mapping[str, str] = MappingProxyType(
    {
        "3,000": "长" * 3_000,
        "3,001 of two halves each": "𬭸" * 3_001,
        "600 lines": "行\n" * 600,
        "100,000": "贴" * 100_000,
        "100,000 without a break": "w" * 100_000,
        "100,000 lines": "\n" * 100_000,
        "100,000 marks": "<&>\"'" * 20_000,
        "100,000 combining": "a" + "\u0301" * 100_000,
        "100,000 controls": "\x00\x01\ud800" * 33_333,
    }
)
"""Longer than a field takes, or just as long."""

AT_ONCE = "all of them at once"
TEXTS: Mapping[str, str] = MappingProxyType({AT_ONCE: "|".join(SHORT.values()), **SHORT, **LONG})
"""All of them, by what they are."""
