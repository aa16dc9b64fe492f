"""The files of an edition's folder: their bytes, their hash, their TOML."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.library.findings import EditionFinding
from digicom_desktop.library.toml_table import NO_ITEM

GUIDELINE = "guideline.md"
GLOSSARY = "glossary.toml"
_SUFFIXES = {".toml", ".md"}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NOTHING: Mapping[str, object] = MappingProxyType({})


def read_files(folder: Path) -> dict[str, bytes]:
    """The contents of the edition's files by sorted relative name (``items/1.1.toml``).

    Line endings become "\\n" and a byte order mark goes, so that a checkout on Windows or a save in
    its editor leaves the hash alone. Other files (of an editor, of the file manager) are not part
    of the edition.
    """
    names = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.suffix in _SUFFIXES and path.is_file()
    }
    return {name: _normal(names[name].read_bytes()) for name in sorted(names)}


def files_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over names and contents, each preceded by its length, so that none can run over."""
    digest = hashlib.sha256()
    for name, content in files.items():
        for part in (name.encode(), content):
            digest.update(f"{len(part)}:".encode())
            digest.update(part)
    return digest.hexdigest()


def item_of(file: str) -> str:
    """The id of the item that ``file`` holds, "–" if it holds none."""
    return (
        file.removeprefix("items/").removesuffix(".toml") if file.startswith("items/") else NO_ITEM
    )


class ParsedFiles:
    """The files of one edition as TOML and text; ``findings`` says which could not be read."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.findings: list[EditionFinding] = []
        self._texts = {name: self._text(name, content) for name, content in files.items()}
        self._tables = {
            name: self._parse(name, text)
            for name, text in self._texts.items()
            if name.endswith(".toml")
        }

    @property
    def item_ids(self) -> tuple[str, ...]:
        """The ids of all items that have a file."""
        return tuple(item_of(name) for name in self._tables if name.startswith("items/"))

    def has(self, name: str) -> bool:
        """Whether there is such a file: for the one that an edition may do without."""
        return name in self._texts

    def toml(self, name: str) -> Mapping[str, object] | None:
        """The TOML of a file; None, and a finding, if there is no such file."""
        if name not in self._tables:
            self._report("no_file", name)
        return self._tables.get(name)

    def text(self, name: str) -> str:
        """The text of a file; empty, and a finding, if there is no such file."""
        if name not in self._texts:
            self._report("no_file", name)
        return self._texts.get(name, "")

    def _text(self, name: str, content: bytes) -> str:
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            self._report("not_utf8", name, line=content.count(b"\n", 0, error.start) + 1)
            return ""

    def _parse(self, name: str, text: str) -> Mapping[str, object]:
        try:
            return tomllib.loads(text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            self._report("syntax", name, line=_line_of(error, text))
        except (ArithmeticError, RecursionError, ValueError):
            # A date that no calendar has, or brackets nested by the thousand.
            self._report("syntax", name, line=1)
        return _NOTHING

    def _report(self, problem: str, file: str, **values: object) -> None:
        self.findings.append(EditionFinding(problem, file, item_of(file), NO_ITEM, values))


def _normal(content: bytes) -> bytes:
    return content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    # Python 3.14 has ``lineno``; until then the line stands in the message only.
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else text.count("\n") + 1
