"""Finds the sheets of a workbook by its relationships, and its shared texts."""

import posixpath
import re
from dataclasses import dataclass, field

from digicom_desktop.documents.workbook_guard import (
    MOST_SHEETS,
    Attributes,
    Counts,
    Listener,
    parse_part,
)
from digicom_desktop.documents.zip_guard import GuardedZip, shown
from digicom_desktop.domain.text import clean_line
from digicom_desktop.errors import DigicomError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_LONGEST_TITLE = 60
"""Characters; Excel allows 31."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet: what it is called, and its part."""

    title: str
    part: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The sheets with cells in the order of the workbook, and the shared texts."""

    sheets: tuple[SheetPart, ...]
    texts: list[str]


@dataclass(frozen=True, slots=True)
class _Link:
    type: str
    target: str


@dataclass(slots=True)
class TextRuns:
    """The text of an element made of runs, without the phonetic ones."""

    pieces: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    """What was heard since the last element began."""
    _phonetic: bool = False

    def listener(self) -> Listener:
        """What has to hear of the elements inside."""
        return Listener(
            {f"{MAIN} rPh": self._begin_phonetic, f"{MAIN} t": self._begin},
            {f"{MAIN} rPh": self._end_phonetic, f"{MAIN} t": self._end},
            self.heard.append,
        )

    def take(self) -> str:
        """The text since the last call."""
        text = "".join(self.pieces)
        self.pieces.clear()
        return unescaped(text)

    def _begin(self, _: Attributes) -> None:
        self.heard.clear()

    def _end(self) -> None:
        if not self._phonetic:
            self.pieces.extend(self.heard)

    def _begin_phonetic(self, _: Attributes) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False


def read_parts(archive: GuardedZip, counts: Counts) -> Parts:
    """What the workbook consists of; DigicomError ``guard.part``, ``strict``, ``too_many_…``."""
    by_folded = {name.casefold(): name for name in archive.names}
    links = _links(archive, "", by_folded, counts).values()
    book = next((link for link in links if link.type.endswith("/officeDocument")), None)
    if book is None:
        raise DigicomError("guard.part", part="workbook.xml")
    if book.type.startswith(_STRICT):
        raise DigicomError("guard.strict")
    name = _found(book.target, by_folded)
    links_by_id = _links(archive, name, by_folded, counts)
    titles = _sheet_links(archive, name, counts)
    sheets = []
    for title, id in titles:
        if id not in links_by_id:
            raise DigicomError("guard.part", part=shown(title))
        link = links_by_id[id]
        if link.type == f"{_OFFICE}/worksheet":
            sheets.append(SheetPart(title, _found(link.target, by_folded)))
    shared = [link for link in links_by_id.values() if link.type == f"{_OFFICE}/sharedStrings"]
    texts: list[str] = []
    for link in shared[:1]:
        texts = _shared_texts(archive, _found(link.target, by_folded), counts)
    return Parts(tuple(sheets), texts)


def unescaped(text: str) -> str:
    """``text`` with ``_x0041_`` and the like read as Excel reads them; no half characters."""
    if "_x" not in text:
        return text
    whole = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _found(target: str, by_folded: dict[str, str]) -> str:
    """The member that ``target`` names; case does not count in a workbook."""
    name = by_folded.get(target.casefold())
    if name is None:
        raise DigicomError("guard.part", part=shown(target))
    return name


def _links(
    archive: GuardedZip, base: str, by_folded: dict[str, str], counts: Counts
) -> dict[str, _Link]:
    """What part ``base`` ("" for the file) points to inside the file, by id."""
    folder, _, name = base.rpartition("/")
    found: dict[str, _Link] = {}

    def add(attributes: Attributes) -> None:
        target = attributes.get("Target", "")
        # What is outside is never looked for; where a sheet is outside, it is missing.
        if attributes.get("TargetMode", "Internal") == "Internal":
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[attributes.get("Id", "")] = _Link(attributes.get("Type", ""), inside)

    part = _found(posixpath.join(folder, "_rels", f"{name}.rels"), by_folded)
    parse_part(archive, part, Listener({f"{_PACKAGE} Relationship": add}, {}), counts)
    return found


def _sheet_links(archive: GuardedZip, name: str, counts: Counts) -> list[tuple[str, str]]:
    """Titles of the sheets with the ids of their links."""
    found: list[tuple[str, str]] = []

    def add(attributes: Attributes) -> None:
        if len(found) == MOST_SHEETS:
            raise DigicomError("guard.too_many_sheets", limit=MOST_SHEETS)
        title = clean_line(attributes.get("name", ""), _LONGEST_TITLE)
        found.append((title, attributes.get(f"{_OFFICE} id", "")))

    parse_part(archive, name, Listener({f"{MAIN} sheet": add}, {}), counts)
    return found


def _shared_texts(archive: GuardedZip, name: str, counts: Counts) -> list[str]:
    texts: list[str] = []
    runs = TextRuns()
    inner = runs.listener()

    def end() -> None:
        counts.add_string()
        texts.append(runs.take())

    listener = Listener(inner.starts, {**inner.ends, f"{MAIN} si": end}, inner.text)
    parse_part(archive, name, listener, counts)
    return texts
