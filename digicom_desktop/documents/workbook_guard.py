"""Lets through only what a workbook of honest people may hold, however it is made up."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from digicom_desktop.documents.zip_guard import GuardedZip, ZipLimits, shown
from digicom_desktop.errors import DigicomError

_MB = 1_000_000
"""As people count them in a sentence; the limits are in those that programs count."""

ZIP_LIMITS = ZipLimits(file=20 << 20, part=8 << 20, all=16 << 20)
"""Of a workbook; what is read of it counts, and that is XML."""
_MOST_OF_OTHERS = ZipLimits(file=20 << 20, part=20 << 20, all=60 * _MB)
"""What pictures and the like may state, which nobody unpacks."""

MOST_SHEETS = 100
MOST_STRINGS = 200_000
MOST_CELLS = 100_000
"""Filled cells of all sheets."""
MOST_ROWS, MOST_COLUMNS = 5_000, 64
"""Of a sheet, as far as it is filled."""
MOST_MERGES, MOST_MERGED = 1_000, MOST_ROWS * MOST_COLUMNS
"""Merged areas of a sheet, and cells in one of them."""
MOST_CHARACTERS = 32_767
"""In a cell; no spreadsheet program writes more."""
MOST_TEXT = 16_000_000
"""Characters of all cells that are read; a shared text counts wherever it stands."""
_MOST_ELEMENTS = 1_000_000
"""Of all parts: what bounds the time that reading takes."""
_DEEPEST = 64

_XML = (".xml", ".rels", ".vml")
_ENCODINGS = frozenset(("utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1"))

Attributes = Mapping[str, str]


@dataclass(slots=True)
class Counts:
    """What was counted so far in one workbook."""

    elements: int = 0
    strings: int = 0
    cells: int = 0
    text: int = 0
    far: DigicomError | None = None
    """The first filled cell beyond what is read. In another program's workbook nobody minds."""
    parsed: set[str] = field(default_factory=set)
    """The parts that were parsed; none is parsed twice, however many point to it."""

    def add_string(self) -> None:
        """One more shared text."""
        self.strings += 1
        if self.strings > MOST_STRINGS:
            raise DigicomError("guard.too_many_strings", limit=MOST_STRINGS)

    def add_cell(self) -> None:
        """One more filled cell."""
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise DigicomError("guard.too_many_cells", limit=MOST_CELLS)

    def add_text(self, characters: int) -> None:
        """So many more ``characters`` that go on to others."""
        self.text += characters
        if self.text > MOST_TEXT:
            raise DigicomError("guard.too_much_text")


@dataclass(frozen=True, slots=True)
class Listener:
    """What hears of a part: by names such as "namespace name", and of all its text."""

    starts: Mapping[str, Callable[[Attributes], None]]
    ends: Mapping[str, Callable[[], None]]
    text: Callable[[str], None] | None = None


@contextmanager
def open_workbook(path: Path) -> Iterator[GuardedZip]:
    """The zip at ``path``, if it is the kind that a workbook is.

    Raises DigicomError ``guard.…``, which then has the value ``path``, while it is open too.
    """
    try:
        with GuardedZip.open(path, ZIP_LIMITS) as archive:
            _refuse_other_kinds(archive)
            _check_sizes(archive)
            yield archive
    except DigicomError as error:
        if "path" in error.values:
            raise
        raise DigicomError(error.id, path=path, **error.values) from error


def parse_part(archive: GuardedZip, name: str, listener: Listener, counts: Counts) -> None:
    """Read a part of XML; ``listener`` may raise DigicomError too.

    Raises DigicomError ``guard.part``, ``doctype``, ``too_deep``, ``too_many_elements``, and what
    reading the member raises.
    """
    if name in counts.parsed or name not in archive.names:
        raise DigicomError("guard.part", part=shown(name))
    counts.parsed.add(name)
    parser = _parser(name, listener, counts)
    try:
        for piece in archive.stream(name):
            parser.Parse(piece, False)  # noqa: FBT003
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError, ValueError) as error:
        # The last two: what Python says of encodings that it does not know.
        raise DigicomError("guard.part", part=shown(name)) from error


def check_other_parts(archive: GuardedZip, counts: Counts) -> None:
    """Hold the parts that nobody here reads to the same rules; other programs will read them."""
    nothing = Listener({}, {})
    for name in archive.names:
        if _is_xml(name) and name not in counts.parsed:
            parse_part(archive, name, nothing, counts)


def _parser(name: str, listener: Listener, counts: Counts) -> expat.XMLParserType:
    find_start, find_end, depth = listener.starts.get, listener.ends.get, 0

    def start(element: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        counts.elements += 1
        if depth > _DEEPEST:
            raise DigicomError("guard.too_deep", part=shown(name), limit=_DEEPEST)
        if counts.elements > _MOST_ELEMENTS:
            raise DigicomError("guard.too_many_elements")
        hear = find_start(element)
        if hear:
            hear(attributes)

    def end(element: str) -> None:
        nonlocal depth
        depth -= 1
        hear = find_end(element)
        if hear:
            hear()

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = listener.text
    _refuse_declarations(parser, name)
    return parser


def _refuse_declarations(parser: expat.XMLParserType, name: str) -> None:
    """Let ``parser`` take no document type, so no entities either, and no odd encoding."""

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise DigicomError("guard.part", part=shown(name))

    def refuse(*_: object) -> None:
        raise DigicomError("guard.doctype", part=shown(name))

    parser.XmlDeclHandler = declared
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse


def _is_xml(name: str) -> bool:
    return name.casefold().endswith(_XML)


def _refuse_other_kinds(archive: GuardedZip) -> None:
    names = {name.casefold() for name in archive.names}
    folders = {name.partition("/")[0] for name in names}
    if "mimetype" in names:
        kind = archive.read("mimetype") if "mimetype" in archive.names else b""
        is_sheet = b"opendocument.spreadsheet" in kind
        raise DigicomError("guard.ods" if is_sheet else "guard.open_document")
    if {"manifest.json", "assessment.json"} <= names:
        raise DigicomError("guard.package")
    if "[content_types].xml" not in names:
        raise DigicomError("guard.archive")
    if "xl/workbook.bin" in names:
        raise DigicomError("guard.xlsb")
    for folder, id in (("word", "guard.word"), ("ppt", "guard.slides")):
        if folder in folders and "xl" not in folders:
            raise DigicomError(id)


def _check_sizes(archive: GuardedZip) -> None:
    """Refuse what states a size of which nothing good can come, read or not."""
    for limits, is_xml in ((ZIP_LIMITS, True), (_MOST_OF_OTHERS, False)):
        sizes = {name: s for name, s in archive.sizes.items() if _is_xml(name) is is_xml}
        for name, size in sizes.items():
            if size > limits.part:
                raise DigicomError("guard.bomb", part=shown(name), limit=limits.part // _MB)
        if sum(sizes.values()) > limits.all:
            raise DigicomError("guard.bomb_in_all", limit=limits.all // _MB)
