"""What a PDF that somebody hands in says of itself and on its pages."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from pypdf import PageObject, PasswordType, PdfReader, overwrite_configuration
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from digicom_desktop.documents.volume_marks import resolved

MOST_PAGES = 500
_MOST_CHARACTERS = 20_000
"""Of one page; ours have a tenth of that."""
_TAIL = 2048


class Trouble(StrEnum):
    """Why a file cannot be read."""

    NOT_PDF = "not_pdf"
    DAMAGED = "damaged"
    LOCKED = "locked"
    LONG = "long"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """A page: its text without blanks, what draws it, and what was laid on it.

    ``drawn`` is a hash of its content and of the fonts in it; ``text`` is the same hash where
    nobody needs to read a page that is drawn the same. ``pictures`` is how many images it has;
    ``marks`` names the kinds of its annotations, links left out.
    """

    text: str
    drawn: str
    pictures: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A PDF: what its metadata say, "" for nothing, and its pages; or the ``trouble`` with it."""

    keywords: str = ""
    title: str = ""
    creator: str = ""
    language: str = ""
    pages: tuple[ForeignPage, ...] = ()
    trouble: Trouble | None = None


def read_foreign(
    path: Path, most: int | None = None, known: Collection[str] = (), *, texts: bool = True
) -> ForeignText:
    """The PDF at ``path``, of its pages the first ``most``.

    The text of a page is not read if it is drawn like one of ``known``, or without ``texts``.

    Raises whatever the parser raises for a file that is damaged.
    """
    overwrite_configuration(jbig2dec_binary=None)
    data = path.read_bytes()
    if b"%PDF-" not in data[:1024]:
        return ForeignText(trouble=Trouble.NOT_PDF)
    if b"%%EOF" not in data[-_TAIL:]:
        return ForeignText(trouble=Trouble.DAMAGED)
    del data
    reader = PdfReader(path)
    if reader.is_encrypted and not opens(reader):
        return ForeignText(trouble=Trouble.LOCKED)
    if len(reader.pages) > MOST_PAGES:
        return ForeignText(trouble=Trouble.LONG)
    said = reader.metadata or DictionaryObject()
    return ForeignText(
        keywords=_text(said, "/Keywords"),
        title=_text(said, "/Title"),
        creator=_text(said, "/Creator"),
        language=_text(reader.root_object, "/Lang"),
        pages=tuple(_page(page, known, texts) for page in islice(reader.pages, most)),
    )


def opens(reader: PdfReader) -> bool:
    """Whether an encrypted PDF opens without a password."""
    try:
        return reader.decrypt("") is not PasswordType.NOT_DECRYPTED
    except DependencyError:  # AES needs a library of its own
        return False


def content_of(page: PageObject) -> bytes:
    """What is drawn, decoded; parts are joined as a reader joins them.

    Raises ValueError where a part is missing: the page would show less than it should.
    """
    if "/Contents" not in page:
        return b""
    found = resolved(page, "/Contents")
    parts = [part.get_object() for part in found] if isinstance(found, ArrayObject) else [found]
    if not all(isinstance(part, StreamObject) for part in parts):
        raise ValueError(page)
    return b"\n".join(part.get_data() for part in parts)


def _text(of: DictionaryObject, name: str) -> str:
    value = resolved(of, name)
    return str(value)[:_MOST_CHARACTERS] if isinstance(value, str) else ""


def _page(page: PageObject, known: Collection[str], texts: bool) -> ForeignPage:
    drawn = _drawn(page)
    is_read = texts and drawn not in known
    return ForeignPage(
        "".join(page.extract_text().split())[:_MOST_CHARACTERS] if is_read else drawn,
        drawn,
        _pictures(page),
        tuple(sorted(_marks(page))),
    )


def _drawn(page: PageObject) -> str:
    """A hash of the content of ``page``, of what is seen of it, and of its fonts.

    Other shapes would show other figures.
    """
    content = content_of(page)
    digest = hashlib.sha256(content)
    digest.update(_sight(page))
    resources = resolved(page, "/Resources")
    fonts = resolved(resources, "/Font") if isinstance(resources, DictionaryObject) else None
    if isinstance(fonts, DictionaryObject):
        # Pages may share a list with fonts that only others use.
        for name in sorted(fonts):
            if name.encode("utf-8", "replace") + b" " not in content:
                continue
            for part in _shapes(resolved(fonts, name)):
                digest.update(part)
    return digest.hexdigest()


def _sight(page: PageObject) -> bytes:
    """How much of ``page`` is to be seen, and which way round, in whole points."""
    box, turn = page.cropbox, page.rotation % 360
    corners = (box.left, box.bottom, box.right, box.top)
    return repr(([round(float(at)) for at in corners], turn)).encode()


def _shapes(font: object) -> Iterator[bytes]:
    """The glyphs of an embedded font, and what they stand for."""
    if not isinstance(font, DictionaryObject):
        return
    described = resolved(font, "/FontDescriptor")
    holder = described if isinstance(described, DictionaryObject) else font
    for stream in (resolved(holder, "/FontFile2"), resolved(font, "/ToUnicode")):
        yield stream.get_data() if isinstance(stream, StreamObject) else b"-"


def _pictures(page: PageObject) -> int:
    resources = resolved(page, "/Resources")
    objects = resolved(resources, "/XObject") if isinstance(resources, DictionaryObject) else None
    if not isinstance(objects, DictionaryObject):
        return 0
    found = (resolved(objects, name) for name in objects)
    # A form may hold pictures, too: no page of ours has one.
    return sum(isinstance(item, StreamObject) for item in found)


def _marks(page: PageObject) -> set[str]:
    found = resolved(page, "/Annots")
    notes = [item.get_object() for item in found] if isinstance(found, ArrayObject) else []
    kinds = (resolved(note, "/Subtype") for note in notes if isinstance(note, DictionaryObject))
    return {str(kind)[1:] for kind in kinds if kind not in ("/Link", "/Popup")}
