"""Text set in lines by the Chinese rules; what people wrote is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digicom_desktop.documents.fonts import Fonts, Run
from digicom_desktop.documents.pdf_blocks import Anchor, Block
from digicom_desktop.documents.pdf_lines import break_lines
from digicom_desktop.documents.pdf_pen import Pen
from digicom_desktop.documents.pdf_styles import Style

# Where the baseline lies in a line, as a share of the size above the middle of the line.
_BASELINE = 0.36
# The left half of a full-width opening mark is empty.
_OPENING = tuple("（《〈「『【〔［｛")
_EMPTY_HALF = 0.5
# A line that lacks more than this many sizes is left ragged.
_MOST_STRETCH = 4.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: pieces with their widths, its width and how many characters it holds."""

    pieces: tuple[tuple[Run, float], ...]
    width: float
    count: int
    indent: float
    is_last: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines in one style; ``width`` is that of the column."""

    lines: tuple[Line, ...]
    style: Style
    width: float
    before: float = 0
    keeps: bool = False
    anchor: Anchor | None = None

    @property
    def height(self) -> float:
        """All lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Two lines, or all three: no line stands alone on a page."""
        count = len(self.lines)
        return (count if count <= 3 else 2) * self.style.leading

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Cut so that at least two lines stand on either side."""
        fits = min(int((room + 0.01) / self.style.leading), len(self.lines) - 2)
        if fits < 2:
            return None
        head = replace(self, lines=self.lines[:fits], keeps=False)
        return head, replace(self, lines=self.lines[fits:], before=0, anchor=None)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw all lines."""
        style = self.style
        baseline = y + style.leading / 2 + style.size * _BASELINE
        for line in self.lines:
            left, spacing = self._placed(line)
            pieces = line.pieces
            if spacing:
                pieces = tuple((run, w + spacing * len(run.text)) for run, w in pieces)
            pen.text(x + left, baseline, pieces, style.size, style.color, spacing)
            baseline += style.leading

    def _placed(self, line: Line) -> tuple[float, float]:
        """Where ``line`` begins and the space after each of its characters."""
        style = self.style
        left = self.width - line.width
        if style.align == "center":
            return (left + style.spacing) / 2, style.spacing
        if style.align == "right":
            return left, style.spacing
        slack = left - line.indent
        can_stretch = 0 < slack < _MOST_STRETCH * style.size and not line.is_last
        if style.align == "justify" and can_stretch and line.count > 1:
            return line.indent, slack / (line.count - 1)
        return line.indent, style.spacing


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets texts in the document's fonts; ``latin`` for documents in a Latin script."""

    fonts: Fonts
    latin: bool = False

    def paragraph(
        self, text: str, style: Style, width: float, *, keeps: bool = False,
        anchor: Anchor | None = None, before: float | None = None,
    ) -> Paragraph:  # fmt: skip
        """``text`` in lines of ``width``; a newline begins a line."""
        if self.latin:
            style = _for_latin(style)
        lines = [
            line
            for part in self.fonts.printable(text).split("\n")
            for line in self._lines(part, style, width)
        ]
        above = style.before if before is None else before
        return Paragraph(tuple(lines), style, width, above, keeps, anchor)

    def paragraphs(self, text: str, style: Style, width: float) -> list[Paragraph]:
        """``text`` as one paragraph per line that was typed, empty ones left out."""
        return [self.paragraph(part, style, width) for part in text.splitlines() if part.strip()]

    def width(self, text: str, style: Style) -> float:
        """How wide ``text`` is in one line."""
        line = self.fonts.printable(text).replace("\n", " ")
        return sum(sum(widths) for _, widths in self._measured(line, style))

    def _lines(self, text: str, style: Style, width: float) -> Iterator[Line]:
        measured = self._measured(text, style)
        widths = [w for _, run_widths in measured for w in run_widths]
        indent = style.indent * style.size
        slices = break_lines(text, widths, width, indent) or [(0, 0)]
        for n, (start, end) in enumerate(slices):
            yield Line(
                tuple(_pieces(measured, start, end)),
                sum(widths[start:end]),
                end - start,
                0 if n else indent - _overhang(text, style),
                n + 1 == len(slices),
            )

    def _measured(self, text: str, style: Style) -> list[tuple[Run, list[float]]]:
        runs = self.fonts.runs(text, bold=style.bold, latin=self.latin)
        return [
            (run, [w + style.spacing for w in run.face.measure(run.text, style.size)])
            for run in runs
        ]


def _pieces(
    measured: Sequence[tuple[Run, list[float]]], start: int, end: int
) -> Iterator[tuple[Run, float]]:
    """The parts of the runs that lie between two indices of the whole text."""
    offset = 0
    for run, widths in measured:
        first, last = max(start - offset, 0), min(end - offset, len(run.text))
        if first < last:
            yield Run(run.face, run.text[first:last]), sum(widths[first:last])
        offset += len(run.text)


def _overhang(text: str, style: Style) -> float:
    return style.size * _EMPTY_HALF if style.hangs and text.startswith(_OPENING) else 0


def _for_latin(style: Style) -> Style:
    # Stretching the letters of a Latin line shows, and its paragraphs are not indented.
    align = "left" if style.align == "justify" else style.align
    return replace(style, align=align, indent=0)
