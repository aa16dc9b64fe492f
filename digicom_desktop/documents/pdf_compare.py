"""Whether a PDF that is handed in says what the report of its revision says, and where not."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from digicom_desktop.documents.foreign_text import MOST_PAGES, ForeignText
from digicom_desktop.documents.foreign_worker import ForeignWorker
from digicom_desktop.documents.pdf_canvas import CREATOR
from digicom_desktop.documents.pdf_pages_compared import compared
from digicom_desktop.documents.pdf_report import write_pdf
from digicom_desktop.documents.pdf_setting import printable_parts
from digicom_desktop.documents.volume import VolumeSource, check_volume
from digicom_desktop.domain.canonical import is_whole_code
from digicom_desktop.domain.document_parts import Part, part_name
from digicom_desktop.domain.hand_in import Note
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.passing_folder import said_passing_folder

LIMIT = 60 * 1024 * 1024
"""Bytes."""
_FIRST = 3
"""Pages that are searched for the code where the metadata were lost."""
CODE = re.compile(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{5}")
"""A consistency code in a text without blanks, mistyped or not."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LETTER = re.compile("[A-Za-z]")
_LETTERS_OF_A_WORD = 3
_NEARLY_ALL = 0.8
"""Of the pages."""
_VERSION = re.compile(re.escape(CREATOR) + r" (\S{1,40})")


def stated_code(path: Path) -> str:
    """The consistency code that the PDF at ``path`` says it has.

    From its metadata, else from the foot of its first pages. Raises DigicomError
    ``volume.pdf.…``: no PDF, not ours, encrypted, damaged, too large. Any thread.
    """
    with reading(path) as read:
        found = read(path, _FIRST)
    said = [found.keywords, *(page.text for page in found.pages)]
    codes = (match[0] for text in said for match in CODE.finditer(text))
    code = next(filter(is_whole_code, codes), "")
    if not code:
        raise DigicomError("volume.pdf.not_ours", name=path.name)
    return code


def stated_language(path: Path) -> Language | None:
    """In which language the PDF at ``path`` is, None where nothing is written; raises likewise.

    What another program says is its own language, not that of the text: there the pages count.
    """
    with reading(path) as read:
        found = read(path, 0)
        if is_ours(found) and found.language:
            return Language.ZH if found.language.startswith("zh") else Language.EN
        text = "".join(page.text for page in read(path, _FIRST).pages)
    chinese, letters = (len(kind.findall(text)) for kind in (_CHINESE, _LETTER))
    if not chinese + letters:
        return None
    return Language.ZH if chinese * _LETTERS_OF_A_WORD > letters else Language.EN


def is_ours(found: ForeignText) -> bool:
    """Whether it says that this program wrote it, and no other one has since."""
    return bool(_version(found))


def compare_pdf(report: Report, path: Path) -> tuple[Note, ...]:
    """How the PDF at ``path`` differs from what is printed of ``report``; () for not at all.

    A note is grave where a page says something else, is missing, was added, cannot be read, or
    may be covered by what was laid on it. Raises DigicomError like ``stated_code``. Any thread.
    """
    with reading(path) as read:
        found = read(path, 1)
        if found.title == _volume_title(report):
            return tuple(_compare_volume(report, path))
        # As that version of the program writes it, which is named in it.
        ours = replace(report, program=_version(found) or report.program)
        parts = _printed_parts(report, found)
        notes = tuple(_missing(report, parts))
        with said_passing_folder() as folder:
            written = folder / "ours.pdf"
            write_pdf(ours, written, parts)
            if written.read_bytes() == path.read_bytes():
                return notes
            # Only of pages that are drawn otherwise the text is read, which takes its time.
            found = read(path, None, _drawn(read(written, None, (), texts=False)))
            if not any(page.text for page in found.pages):
                return (Note("volume.pdf.scan"),)
            expected = read(written, None, _drawn(found))
    said = tuple(compared(report.words, expected, found))
    if not is_ours(found) and _is_other(said, max(len(expected.pages), len(found.pages))):
        return (Note("volume.pdf.other_print"),)
    return (*notes, *said, *_other_version(report, found))


def _is_other(notes: Collection[Note], pages: int) -> bool:
    """Whether ``notes`` say of nearly all ``pages`` that they are other ones."""
    of_pages = ("volume.pdf.page_differs", "volume.pdf.page_missing", "volume.pdf.page_added")
    return sum(note.id in of_pages for note in notes) >= _NEARLY_ALL * pages


class Read(Protocol):
    """Reads the first ``most`` pages of a PDF in the child process."""

    def __call__(
        self, of: Path, most: int | None, known: Collection[str] = (), *, texts: bool = True
    ) -> ForeignText: ...


@contextmanager
def reading(path: Path) -> Iterator[Read]:
    """What reads a PDF like ``ForeignWorker.read``; raises DigicomError for ``path``."""
    _refuse(path)

    def read(
        of: Path, most: int | None, known: Collection[str] = (), *, texts: bool = True
    ) -> ForeignText:
        found = worker.read(of, most, known, texts=texts)
        if found.trouble is not None:
            raise DigicomError(f"volume.pdf.{found.trouble}", name=path.name, most=MOST_PAGES)
        return found

    with (
        said_passing_folder() as folder,
        ForeignWorker(folder) as worker,
    ):
        yield read


def _drawn(text: ForeignText) -> set[str]:
    return {page.drawn for page in text.pages}


def _refuse(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError as error:
        raise DigicomError("volume.pdf.missing", name=path.name) from error
    if size > LIMIT:
        shown = {"size": -(-size // 1024 // 1024), "most": LIMIT // 1024 // 1024}
        raise DigicomError("volume.pdf.too_large", name=path.name, **shown)


def _version(found: ForeignText) -> str:
    match = _VERSION.fullmatch(found.creator)
    return match[1] if match else ""


def _other_version(report: Report, found: ForeignText) -> Iterator[Note]:
    stated = _version(found)
    if stated and stated != report.program:
        values = {"stated": stated, "program": report.program}
        yield Note("volume.pdf.version", values, grave=False)


def _volume_title(report: Report) -> str:
    firm = report.firm or report.words.say("pdf.unnamed")
    return report.words.say("volume.title", firm=firm, year=report.year)


def _compare_volume(report: Report, path: Path) -> Iterator[Note]:
    """An evidence volume of this report has all its pages and dividers, or what it lacks."""
    try:
        check_volume(VolumeSource(report, {}), path)
    except DigicomError as error:
        if error.id == "volume.differs.unreadable":
            yield Note("volume.pdf.volume_resaved")
        elif "page" in error.values:
            yield Note("volume.pdf.volume_page", {"page": error.values["page"]})
        else:
            yield Note("volume.pdf.volume_piece", {"number": error.values.get("number", "")})


def _printed_parts(report: Report, found: ForeignText) -> tuple[Part, ...]:
    """What was printed, by the cover: it names what was left out on purpose."""
    parts = printable_parts(report)
    cover = found.pages[0].text if found.pages else ""
    names = {part: "".join(part_name(part, report.words).split()) for part in parts}
    head, _, tail = report.words.say("pdf.cover.partial", parts="\0").partition("\0")
    begins, ends = "".join(head.split()), "".join(tail.split())
    _, mark, said = cover.partition(begins)
    left_out = said.partition(ends)[0] if mark else ""
    separator = "".join(report.words.say("pdf.list").split())
    missing = left_out.split(separator)
    return tuple(part for part in parts if names[part] not in missing)


def _missing(report: Report, parts: tuple[Part, ...]) -> Iterator[Note]:
    left = [part for part in printable_parts(report) if part not in parts]
    if left:
        names = report.words.say("pdf.list").join(part_name(part, report.words) for part in left)
        yield Note("volume.pdf.part_missing", {"parts": names})
