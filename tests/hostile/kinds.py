"""Other kinds of files under the name of a workbook."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile.good import MAIN, Case, packed, parts, with_part, without

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = "<!DOCTYPE html><html><head><title>登录</title></head></html>"
_TABLE = "企业名称,评价年度\n婺源青禾茶业有限公司,2025\n"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def _bytes(data: bytes, id: str) -> Case:
    return Case(lambda: data, id)


def _ole(stream: str, id: str) -> Case:
    return _bytes(_OLE + bytes(1_000) + f"{stream}\0".encode("utf-16-le") + bytes(3_000), id)


def _office(folder: str, id: str) -> Case:
    types = {"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}
    return Case(lambda: packed(types | {f"{folder}/document.xml": b"<a/>"}), id)


def _open_document(kind: str, id: str) -> Case:
    media = f"application/vnd.oasis.opendocument.{kind}".encode()
    return Case(lambda: packed({"mimetype": media, "content.xml": b"<a/>"}), id)


def _strict() -> bytes:
    found = {n: d.replace(_OFFICE.encode(), _STRICT.encode()) for n, d in parts().items()}
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    return packed({name: data.replace(MAIN.encode(), strict) for name, data in found.items()})


CASES: Mapping[str, Case] = MappingProxyType(
    {
        "pdf": _bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "guard.pdf"),
        "pdf behind blanks": _bytes(b"\r\n\r\n%PDF-1.4\n", "guard.pdf"),
        "web page": _bytes(_PAGE.encode(), "guard.web"),
        "web page in UTF-16": _bytes(_PAGE.encode("utf-16"), "guard.web"),
        "web page with a BOM": _bytes(_PAGE.encode("utf-8-sig"), "guard.web"),
        "table of a web site": _bytes(b"<table border=1><tr><td>1</table>", "guard.web"),
        "XHTML": _bytes(b'<?xml version="1.0"?><html xmlns="x"/>', "guard.web"),
        "saved web page": _bytes(b"MIME-Version: 1.0\nContent-Type: text/html", "guard.web"),
        "XML table of 2003": _bytes(
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "guard.xml"
        ),
        "CSV": _bytes(_TABLE.encode(), "guard.text"),
        "CSV with a BOM": _bytes(_TABLE.encode("utf-8-sig"), "guard.text"),
        "CSV in GB 18030": _bytes((_TABLE * 200).encode("gb18030"), "guard.text"),
        "CSV in UTF-16": _bytes(_TABLE.encode("utf-16"), "guard.text"),
        "one letter": _bytes(b"x", "guard.text"),
        "png": _bytes(b"\x89PNG\r\n\x1a\n" + bytes(99), "guard.picture"),
        "jpeg": _bytes(b"\xff\xd8\xff\xe0" + bytes(99), "guard.picture"),
        "heic": _bytes(b"\0\0\0\x18ftypheic" + bytes(99), "guard.picture"),
        "webp": _bytes(b"RIFF\0\0\0\0WEBP" + bytes(99), "guard.picture"),
        "bmp": _bytes(b"BM" + bytes(99), "guard.picture"),
        "protected by a password": _ole("EncryptedPackage", "guard.password"),
        "old workbook": _ole("Workbook", "guard.xls"),
        "older workbook": _ole("Book", "guard.xls"),
        "old document": _ole("WordDocument", "guard.word"),
        "old slides": _ole("PowerPoint Document", "guard.slides"),
        "other OLE": _ole("Nothing", "guard.not_ours"),
        "OLE cut": _bytes(_OLE, "guard.not_ours"),
        "rich text": _bytes(rb"{\rtf1\ansi}", "guard.word"),
        "document": _office("word", "guard.word"),
        "slides": _office("ppt", "guard.slides"),
        "binary workbook": Case(lambda: with_part("xl/workbook.bin", b"\x83\1\0"), "guard.xlsb"),
        "open table": _open_document("spreadsheet", "guard.ods"),
        "open document": _open_document("text", "guard.open_document"),
        "strict": Case(_strict, "guard.strict"),
        "rar": _bytes(b"Rar!\x1a\x07\x01\0", "guard.archive"),
        "7z": _bytes(b"7z\xbc\xaf\x27\x1c\0\4", "guard.archive"),
        "gzip": _bytes(b"\x1f\x8b\x08\0", "guard.archive"),
        "plain zip": Case(lambda: packed({"a.txt": b"a"}), "guard.archive"),
        "package": Case(
            lambda: packed({"manifest.json": b"{}", "assessment.json": b"{}"}), "guard.package"
        ),
        "program": _bytes(b"\x7fELF" + bytes(range(256)), "guard.not_ours"),
        "encrypted by a firm": _bytes(b"\x14\x23\x65\0E-SafeNet" + bytes(512), "guard.not_ours"),
        "zeros": _bytes(bytes(100_000), "guard.not_ours"),
        "too large": _bytes(b"PK\3\4" + bytes(21 << 20), "guard.too_large"),
        "no types": Case(lambda: without("[Content_Types].xml"), "guard.archive"),
    }
)
