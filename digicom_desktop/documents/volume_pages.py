"""Draws the evidence volume but for what foreign files hold: that is only referred to."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from digicom_desktop.documents.pdf_canvas import new_canvas
from digicom_desktop.documents.pdf_cover import Cover, cover_fields, draw_first_page
from digicom_desktop.documents.pdf_frame import draw_draft_mark
from digicom_desktop.documents.pdf_pages import draw_page
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_setting import Setting
from digicom_desktop.documents.pdf_styles import LEFT, PAGE_HEIGHT, PAGE_WIDTH, TOP
from digicom_desktop.documents.volume_divider import divider, draw_tab
from digicom_desktop.documents.volume_frame import (
    TEXT_PAPER,
    draw_edge,
    draw_frame,
    mark_of,
    paper_for,
    spot_of,
)
from digicom_desktop.documents.volume_lists import contents, stamps
from digicom_desktop.documents.volume_places import Place, pages_of, place
from digicom_desktop.documents.volume_source import Piece, Sheet
from digicom_desktop.domain.text import Language

FOREIGN = "Piece"
"""What a page calls the one foreign object that it draws."""


def draw_volume(setting: Setting, pieces: Sequence[Piece]) -> tuple[bytes, list[int | None]]:
    """The volume as a PDF without foreign objects, and of each page which one it draws."""
    places = lay_out(setting, pieces)
    written = BytesIO()
    canvas = _canvas(setting, written)
    drawn = list(_Volume(setting, canvas, places).draw())
    canvas.save()
    return written.getvalue(), drawn


def lay_out(setting: Setting, pieces: Sequence[Piece]) -> tuple[Place, ...]:
    """Where each of ``pieces`` stands."""
    lists = (lambda places: contents(setting, places), lambda places: stamps(setting, places))
    return place(pieces, lists, lambda where: divider(setting, where))


class _Volume:
    def __init__(self, setting: Setting, canvas: Canvas, places: Sequence[Place]) -> None:
        self._setting = setting
        self._canvas = canvas
        self._pen = Pen(canvas)
        self._places = places
        self._lists = pages_of(contents(setting, places)), pages_of(stamps(setting, places))
        front = 1 + sum(map(len, self._lists))
        self._total = places[-1].last if places else front
        self._page = 0

    def draw(self) -> Iterator[int | None]:
        """Draw page after page; the number of the foreign object on each."""
        draw_draft_mark(self._setting, self._pen)
        draw_first_page(self._setting, self._pen, self._cover())
        self._end()
        yield None
        for pages in self._lists:
            for page in pages:
                draw_draft_mark(self._setting, self._pen)
                draw_page(self._pen, page, LEFT, TOP)
                self._end()
                yield None
        for where in self._places:
            yield from self._draw_piece(where)

    def _draw_piece(self, where: Place) -> Iterator[int | None]:
        for page in pages_of(divider(self._setting, where)):
            draw_draft_mark(self._setting, self._pen)
            draw_page(self._pen, page, LEFT, TOP)
            draw_tab(self._setting, self._pen, where)
            self._end(mark_of(self._setting, where))
            yield None
        for n, sheet in enumerate(where.piece.prepared.sheets, 1):
            yield self._draw_sheet(where, sheet, n)

    def _draw_sheet(self, where: Place, sheet: Sheet, n: int) -> int:
        paper = paper_for(sheet)
        spot = spot_of(sheet, paper)
        self._canvas.setPageSize((paper.width, paper.height))
        # A picture is one point wide and high, a page of a PDF as large as it is.
        across, up = (1, 1) if sheet.is_picture else (sheet.width, sheet.height)
        bottom = paper.height - spot.y - spot.height
        self._canvas.addLiteral(
            f"q {spot.width / across:.6f} 0 0 {spot.height / up:.6f} {spot.x:.3f} {bottom:.3f} cm"
            f" /{FOREIGN} Do Q"
        )
        # The pen measures from the top of an upright page.
        self._canvas.translate(0, paper.height - PAGE_HEIGHT)
        draw_edge(self._pen, spot)
        self._page += 1
        mark = mark_of(self._setting, where, n)
        draw_frame(self._setting, self._pen, paper, (self._page, self._total), mark)
        self._pen.next_page()
        self._canvas.setPageSize((PAGE_WIDTH, PAGE_HEIGHT))
        return sheet.number

    def _end(self, mark: str | None = None) -> None:
        self._page += 1
        counts = (self._page, self._total)
        shown = mark_of(self._setting, None) if mark is None else mark
        draw_frame(self._setting, self._pen, TEXT_PAPER, counts, shown)
        self._pen.next_page()

    def _cover(self) -> Cover:
        setting, report = self._setting, self._setting.report
        fields = [*cover_fields(setting), *self._counts()]
        warnings = [report.notices["draft"]] if report.revision is None else []
        if report.code and report.language is not Language.ZH:
            warnings.append(setting.words("volume.cover.copy"))
        note = setting.words("volume.cover.note")
        return Cover(setting.words("volume.name"), tuple(fields), tuple(warnings), (note,))

    def _counts(self) -> list[tuple[str, str]]:
        say = self._setting.words
        count, merged = len(self._places), sum(1 for where in self._places if where.sheets)
        id = "count_all" if count == merged else "count_some"
        value = say(f"volume.cover.{id}", count=count, merged=merged, left=count - merged)
        pages = say("volume.cover.page_count", pages=self._total)
        return [(say("volume.cover.count"), value), (say("volume.cover.pages"), pages)]


def _canvas(setting: Setting, to: BytesIO) -> Canvas:
    report = setting.report
    firm = report.firm or setting.say("unnamed")
    title = setting.words("volume.title", firm=firm, year=report.year)
    subject = setting.words("volume.subject", edition=report.edition_title, year=report.year)
    return new_canvas(setting, to, title, subject)
