"""Finds the sheets of a workbook by its relationships, and its shared texts."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

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


class Shown(Enum):
    """What a number format makes of a number."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"
    OTHERWISE = "otherwise"
    """As something else than the number that stands there."""


_PERCENTS = frozenset(("9", "10"))
_DATES = frozenset(map(str, (*range(14, 18), 22, *range(27, 37), *range(50, 59))))
"""Formats that every program knows by number."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_CODE = re.compile("[yd]", re.IGNORECASE)
_DIGIT_CODE = re.compile("[0#?]")


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
    formats: tuple[Shown, ...] = ()
    """How numbers are shown, by the number of the style."""


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
    sheets = tuple(_sheets(titles, links_by_id, by_folded))
    texts: list[str] = []
    for link in _of_type(links_by_id, "sharedStrings"):
        texts = _shared_texts(archive, _found(link.target, by_folded), counts)
    formats: tuple[Shown, ...] = ()
    for link in _of_type(links_by_id, "styles"):
        if part := by_folded.get(link.target.casefold()):  # without any, numbers are numbers
            formats = _formats(archive, part, counts)
    return Parts(sheets, texts, formats)


def _of_type(links: Mapping[str, _Link], type: str) -> list[_Link]:
    """The first link of ``type``, if there is one."""
    return [link for link in links.values() if link.type == f"{_OFFICE}/{type}"][:1]


def _sheets(
    titles: list[tuple[str, str]], links: Mapping[str, _Link], by_folded: dict[str, str]
) -> Iterator[SheetPart]:
    for title, id in titles:
        if id not in links:
            raise DigicomError("guard.part", part=shown(title))
        if links[id].type == f"{_OFFICE}/worksheet":
            yield SheetPart(title, _found(links[id].target, by_folded))


def unescaped(text: str) -> str:
    """``text`` with ``_x0041_`` and the like read as Excel reads them; no half characters."""
    if "_x" not in text:
        return text
    whole = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _formats(archive: GuardedZip, part: str, counts: Counts) -> tuple[Shown, ...]:
    """How the styles of cells show numbers, in their order."""
    codes: dict[str, str] = {}
    styles: list[str] = []
    is_open: list[bool] = []

    def add_code(attributes: Attributes) -> None:
        codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def add_style(attributes: Attributes) -> None:
        if is_open:
            styles.append(attributes.get("numFmtId", ""))

    starts = {
        f"{MAIN} numFmt": add_code,
        f"{MAIN} cellXfs": lambda _: is_open.append(True),
        f"{MAIN} xf": add_style,
    }
    parse_part(archive, part, Listener(starts, {f"{MAIN} cellXfs": is_open.clear}), counts)
    return tuple(_shown_by(id, codes.get(id, "")) for id in styles)


def _shown_by(id: str, code: str) -> Shown:
    plain = _QUOTED.sub("", code)
    if id in _PERCENTS or "%" in plain:
        return Shown.PERCENT
    if id in _DATES or (plain and _DATE_CODE.search(plain) and not _DIGIT_CODE.search(plain)):
        return Shown.DATE
    return Shown.OTHERWISE if re.search('"[^"]*[0-9A-Za-z]', code) else Shown.PLAIN


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
