"""Whether a written evidence volume, read back, says what the register says."""

import mmap
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from digicom_desktop.documents.fonts import Fonts, load_fonts
from digicom_desktop.documents.pdf_paragraph import Typesetter
from digicom_desktop.documents.pdf_reader import NotReadableError, PageText, PdfFile
from digicom_desktop.documents.pdf_setting import Setting, frame_note
from digicom_desktop.documents.volume_divider import texts
from digicom_desktop.documents.volume_file import OWN_OBJECTS
from digicom_desktop.documents.volume_source import VolumeSource
from digicom_desktop.domain.report import EvidenceView
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder

_BEGINNING = 200


def check_volume(source: VolumeSource, path: Path) -> None:
    """Compare the volume at ``path`` with ``source``.

    Raises DigicomError ``volume.differs.…``: not whole, a page without number, code or piece, a
    font that is not embedded, a divider that is missing or lacks a text.
    """
    report = source.report
    fonts = load_fonts(resources_folder() / "fonts")
    setting = Setting(report, Typesetter(fonts, report.language is not Language.ZH))
    try:
        pages, loose_fonts = _read(path)
    except (NotReadableError, ValueError) as error:
        raise DigicomError("volume.differs.unreadable") from error
    if loose_fonts or not pages:
        raise DigicomError("volume.differs.fonts" if pages else "volume.differs.unreadable")
    _check_frames(setting, pages)
    _check_pieces(setting, fonts, pages)


def _read(path: Path) -> tuple[list[PageText], list[str]]:
    """The program's own texts page by page; what is foreign is not looked at."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        own = OWN_OBJECTS.search(data, 0, _BEGINNING)
        if own is None:
            raise NotReadableError
        pdf = PdfFile.parse(data, int(own[1]))
    return pdf.pages, pdf.fonts_without_file


def _check_frames(setting: Setting, pages: Sequence[PageText]) -> None:
    note = _squeezed(frame_note(setting.report))
    for number, page in enumerate(pages, 1):
        count = setting.say("frame.page", page=number, pages=len(pages))
        if note not in _squeezed(page.frame) or not page.frame.endswith(count):
            raise DigicomError("volume.differs.page", page=number)


def _check_pieces(setting: Setting, fonts: Fonts, pages: Sequence[PageText]) -> None:
    """Every piece has its divider, in order; nothing stands between pieces or behind the last."""
    at = 0
    for entry in setting.report.evidence:
        mark = _squeezed(setting.words("volume.header_divider", number=entry.number))
        of_piece = re.compile(re.escape(mark) + r"(?!\d)")  # 1.1-10 is not 1.1-100
        here = [n for n in range(at, len(pages)) if of_piece.search(_squeezed(pages[n].frame))]
        if not here:
            raise DigicomError("volume.differs.piece", number=entry.number)
        body = _squeezed("".join(pages[n].body for n in here))
        if not all(text in body for text in _wanted(setting, fonts, entry)):
            raise DigicomError("volume.differs.piece", number=entry.number)
        if (at and here[0] != at) or len(here) != here[-1] + 1 - here[0]:
            raise DigicomError("volume.differs.page", page=at + 1)
        at = here[-1] + 1
    if at not in (0, len(pages)):
        raise DigicomError("volume.differs.page", page=at + 1)


def _wanted(setting: Setting, fonts: Fonts, entry: EvidenceView) -> Iterator[str]:
    for text in texts(setting, entry):
        yield _squeezed(fonts.printable(text))


def _squeezed(text: str) -> str:
    return "".join(text.split())
