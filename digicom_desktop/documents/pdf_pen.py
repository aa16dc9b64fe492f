"""Draws on the pages of a PDF: the origin is the top left corner, y grows downwards."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from digicom_desktop.documents.fonts import Run
from digicom_desktop.documents.pdf_styles import PAGE_HEIGHT

Point = tuple[float, float]


class Pen:
    """A reportlab canvas turned the way people read; lengths in points, colours as "#RRGGBB"."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def text(
        self, x: float, baseline: float, runs: Sequence[tuple[Run, float]], size: float,
        color: str, spacing: float = 0,
    ) -> None:  # fmt: skip
        """Draw one line of ``runs``, each with its width; ``spacing`` follows every character."""
        text = self._canvas.beginText()
        text.setFillColor(HexColor(color))
        if spacing:
            text.setCharSpace(spacing)
        for run, width in runs:
            text.setFont(run.face.name, size)
            text.setTextOrigin(x, PAGE_HEIGHT - baseline)
            text.textLine(run.text)
            x += width
        if spacing:
            text.setCharSpace(0)
        self._canvas.drawText(text)

    def line(
        self, start: Point, end: Point, color: str, width: float = 0.5, dash: Sequence[float] = ()
    ) -> None:
        """Draw a straight line."""
        self.path((start, end), stroke=color, width=width, dash=dash, closed=False)

    def box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColor(HexColor(color))
        self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Draw the edge of a rectangle."""
        self._canvas.setStrokeColor(HexColor(color))
        self._canvas.setLineWidth(0.75)
        self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=1, fill=0)

    def boxes(self, boxes: Sequence[tuple[float, float, float, float]], color: str) -> None:
        """Fill many rectangles (x, y, width, height) as one shape."""
        self._canvas.setFillColor(HexColor(color))
        path = self._canvas.beginPath()
        for x, y, width, height in boxes:
            path.rect(x, PAGE_HEIGHT - y - height, width, height)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def path(
        self, points: Sequence[Point], *, fill: str = "", opacity: float = 1, stroke: str = "",
        width: float = 0.5, dash: Sequence[float] = (), closed: bool = True,
    ) -> None:  # fmt: skip
        """Draw a polygon or, not ``closed``, a line with corners."""
        canvas = self._canvas
        canvas.saveState()
        if fill:
            canvas.setFillColor(HexColor(fill))
            canvas.setFillAlpha(opacity)
        if stroke:
            canvas.setStrokeColor(HexColor(stroke))
            canvas.setLineWidth(width)
            canvas.setLineJoin(1)
            canvas.setDash(list(dash))
        path = canvas.beginPath()
        path.moveTo(points[0][0], PAGE_HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, PAGE_HEIGHT - y)
        if closed:
            path.close()
        canvas.drawPath(path, stroke=int(bool(stroke)), fill=int(bool(fill)))
        canvas.restoreState()

    def dot(self, center: Point, radius: float, fill: str, stroke: str) -> None:
        """Draw a filled circle with an edge."""
        self._canvas.setFillColor(HexColor(fill))
        self._canvas.setStrokeColor(HexColor(stroke))
        self._canvas.setLineWidth(1.25)
        self._canvas.circle(center[0], PAGE_HEIGHT - center[1], radius, stroke=1, fill=1)

    def bookmark(self, key: str, title: str, level: int, y: float) -> None:
        """Mark this place for links and, with a ``title``, for the outline."""
        self._canvas.bookmarkHorizontal(key, 0, PAGE_HEIGHT - y)
        if title:
            self._canvas.addOutlineEntry(title, key, level=level, closed=int(level > 0))

    def link(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """Make a rectangle jump to the bookmark ``key``."""
        bottom = PAGE_HEIGHT - y - height
        self._canvas.linkAbsolute(
            "", key, (x, bottom, x + width, bottom + height), Border="[0 0 0]"
        )

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside repeats on every page and is no part of the text."""
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """What is drawn inside is turned about a point, counter-clockwise."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, PAGE_HEIGHT - y)
        canvas.rotate(degrees)
        canvas.translate(-x, y - PAGE_HEIGHT)
        yield
        canvas.restoreState()

    def next_page(self) -> None:
        """End this page."""
        self._canvas.showPage()
