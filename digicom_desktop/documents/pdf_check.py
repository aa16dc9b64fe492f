"""Whether a written PDF, read back, says what the report says."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.documents.fonts import load_fonts
from digicom_desktop.documents.pdf_reader import NotReadableError, PageText, PdfFile
from digicom_desktop.documents.pdf_setting import frame_note, printable_parts
from digicom_desktop.domain.document_parts import ALL_PARTS, Part, part_name
from digicom_desktop.domain.report import EvidenceView, ItemView, Report
from digicom_desktop.errors import DigicomError
from digicom_desktop.paths import resources_folder

_SHORT = 20
"""A shorter text is never cut by a page break: two lines of the narrowest column stay together."""
_LONG, _TALL = 200, 20
"""So many more characters, or lines, may be cut once more: no page has less room."""


def check_pdf(report: Report, path: Path, parts: Collection[Part] = ALL_PARTS) -> None:
    """Compare the PDF at ``path`` with ``parts`` of ``report``.

    Raises DigicomError ``pdf.differs.…``: not whole, a page without number or code, a font that
    is not embedded, a text of the firm that is missing.
    """
    try:
        file = PdfFile.parse(path.read_bytes())
        pages, loose_fonts = file.pages, file.fonts_without_file
    except NotReadableError as error:
        raise DigicomError("pdf.differs.unreadable") from error
    if loose_fonts or not pages:
        raise DigicomError("pdf.differs.fonts" if pages else "pdf.differs.unreadable")
    _check_frames(report, pages)
    _check_texts(_texts(report, printable_parts(report, parts)), pages)


def _check_frames(report: Report, pages: list[PageText]) -> None:
    note = _squeezed(frame_note(report))
    for number, page in enumerate(pages, 1):
        count = report.words.say("pdf.frame.page", page=number, pages=len(pages))
        if note not in _squeezed(page.frame) or not page.frame.endswith(count):
            raise DigicomError("pdf.differs.page", page=number)


def _check_texts(texts: Iterator[str], pages: list[PageText]) -> None:
    fonts = load_fonts(resources_folder() / "fonts")
    body = _squeezed("".join(page.body for page in pages))
    for text in texts:
        wanted = _squeezed(fonts.printable(text))
        if wanted not in body and not _stands_in_pieces(wanted, body, _most_pieces(text)):
            raise DigicomError("pdf.differs.text", text=wanted[:40])


def _most_pieces(text: str) -> int:
    """In how many pieces ``text`` may stand: page breaks cut it where columns stand between."""
    if len(text) < _SHORT:
        return 1
    return 2 + len(text) // _LONG + text.count("\n") // _TALL


def _stands_in_pieces(text: str, body: str, most: int) -> bool:
    for _ in range(most):
        # A beginning of a text that is there is there too: the longest one is found by halving.
        length = bisect_left(range(1, len(text) + 1), x=True, key=lambda n: text[:n] not in body)
        text = text[length:]
        if not text:
            return True
    return False


def _squeezed(text: str) -> str:
    """``text`` without blanks, which lines swallow at their ends."""
    return "".join(text.split())


def _texts(report: Report, parts: Collection[Part]) -> Iterator[str]:
    yield from (report.firm, report.credit_code, str(report.year), report.code)
    for part in parts:
        yield part_name(part, report.words)
        yield from _PART_TEXTS[part](report)


def _declaration(report: Report) -> Iterator[str]:
    ids = ("lead", "signature", "seal", *(f"clause.{n}" for n in range(1, 6)))
    yield from (report.words.say(f"declaration.{id}") for id in ids)


def _firm(report: Report) -> Iterator[str]:
    yield from (row.value for row in (*report.company, *report.narratives))
    for metric in report.metrics:
        yield from (metric.previous, metric.current, metric.change)


def _summary(report: Report) -> Iterator[str]:
    yield from (report.supported.shown, report.declared.shown, report.firm_level.name)


def _items(report: Report) -> Iterator[str]:
    for item in report.items:
        yield from (item.clause, item.title)
        yield from _answer(item)


def _plan(report: Report) -> Iterator[str]:
    for line in report.plan.lines:
        for action in line.actions:
            yield from (action.text, action.owner, action.due, action.note)


def _register(report: Report) -> Iterator[str]:
    for entry in report.evidence:
        yield from _evidence(entry)


def _review(report: Report) -> Iterator[str]:
    for finding in report.explained:
        yield from (finding.sentence, finding.said)


def _method(report: Report) -> Iterator[str]:
    yield from report.how_scored


def _opinion(report: Report) -> Iterator[str]:
    yield from (report.words.say(f"opinion.{id}") for id in ("county", "city"))


def _answer(item: ItemView) -> Iterator[str]:
    if item.state == "not_applicable":
        yield item.reason
        return
    yield from (row.value for row in item.statement)
    yield from (practice.text for practice in item.practices if practice.ticked)
    for figure in item.figures:
        yield from (figure.previous, figure.current)
    if item.claimed is not None:
        yield item.last_year
    yield from item.evidence


def _evidence(entry: EvidenceView) -> Iterator[str]:
    yield from (entry.number, entry.title, entry.date, entry.valid_until, entry.proves)
    yield entry.file_name


_PART_TEXTS: Mapping[Part, Callable[[Report], Iterator[str]]] = MappingProxyType(
    {
        Part.DECLARATION: _declaration,
        Part.FIRM: _firm,
        Part.SUMMARY: _summary,
        Part.ITEMS: _items,
        Part.PLAN: _plan,
        Part.EVIDENCE: _register,
        Part.REVIEW: _review,
        Part.METHOD: _method,
        Part.OPINION: _opinion,
    }
)
"""What must be found of each part, besides its head."""
