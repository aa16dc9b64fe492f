"""Text that wraps with the line height of the type scale, as a widget and for painters."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digicom_desktop.ui import theme
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import Tone

_LINE_SEPARATOR = "\u2028"
_MARK = "*"


class TextBlock:
    """Plain text of one step of the type scale, wrapped to any width; line ends of the text hold.

    With ``marked`` what stands between two asterisks is bold: for our own sentences only.
    """

    def __init__(
        self, text: str, type: str = "compact", *, line: int = 0, marked: bool = False
    ) -> None:
        plain, bold = _unmarked(text) if marked else (text, [])
        self.line = theme.px(line) if line else theme.line(type)
        self._layout = QTextLayout(plain.replace("\n", _LINE_SEPARATOR), theme.font(type))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([_bold(start, length) for start, length in bold])
        self._width = -1
        self._natural = -1
        # Layouts ask for the height at a few widths, many times each.
        self._heights: dict[int, int] = {}

    def height(self, width: int) -> int:
        """How high the text is when it is ``width`` wide."""
        if width not in self._heights:
            self._wrap(width)
            self._heights[width] = max(1, self._layout.lineCount()) * self.line
        return self._heights[width]

    def natural_width(self) -> int:
        """How wide the text is without wrapping."""
        if self._natural < 0:
            self._wrap(100_000)
            self._natural = int(max(self._lines_width(), default=0)) + 1
        return self._natural

    def paint(self, painter: QPainter, at: QPointF, width: int, colour: str) -> None:
        """Draws the text with its upper left corner at ``at``."""
        self._wrap(width)
        painter.setPen(QColor(colour))
        self._layout.draw(painter, at)

    def rects(self, start: int, length: int, width: int) -> Iterator[QRectF]:
        """Where ``length`` characters from ``start`` on are drawn, line by line."""
        self._wrap(width)
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(start + length, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                yield QRectF(left, number * self.line, right - left, self.line)

    def _lines_width(self) -> list[float]:
        lines = range(self._layout.lineCount())
        return [self._layout.lineAt(number).naturalTextWidth() for number in lines]

    def _wrap(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top + (self.line - line.height()) / 2))
            top += self.line
        self._layout.endLayout()


class Paragraph(PlainLabel):
    """A label that wraps with the line height of its type, or with ``line``; see ``TextBlock``."""

    def __init__(
        self,
        text: str = "",
        type: str = "compact",
        tone: str = "text",
        *,
        line: int = 0,
        marked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._type, self._line, self._marked = type, line, marked
        self._block = TextBlock(text, type, line=line, marked=marked)
        super().__init__(text, type, tone, wrap=True, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Shows another text."""
        self._block = TextBlock(text, self._type, line=self._line, marked=self._marked)
        self.setText(text.replace(_MARK, "") if self._marked else text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._block.natural_width(), self._block.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self._block.natural_width()), self._block.line)

    def heightForWidth(self, width: int) -> int:
        return self._block.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone = str(self.property("tone"))
        colour = colour_of(tone if self.isEnabled() else "text3")
        spare = self.height() - self._block.height(self.width())
        centred = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        top = max(0.0, spare / 2) if centred else 0.0
        self._block.paint(painter, QPointF(0, top), self.width(), colour)


def colour_of(tone: str) -> str:
    """The colour of a text ``tone`` as labels name them."""
    colours = theme.current()
    if tone in tuple(Tone) and tone != Tone.ACCENT:
        return colours.tone(Tone(tone)).text
    return str(getattr(colours, tone))


def _x(found: object) -> float:
    """PySide gives the position alone, or with the cursor's."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    found.start, found.length, found.format = start, length, form  # type: ignore[attr-defined]
    return found


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """``text`` without its asterisks, and where (start, length) it was between two of them."""
    plain, bold = "", list[tuple[int, int]]()
    for number, run in enumerate(text.split(_MARK)):
        if number % 2:
            bold.append((len(plain), len(run)))
        plain += run
    return plain, bold
