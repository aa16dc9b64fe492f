"""Prints a text of headings and paragraphs on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtPrintSupport import QPrinter

from digicom_desktop.ui.tokens import FAMILY

_MARGIN = 22.0
"""Millimetres on every side: a punch and a thumb have room."""
_POINTS = (11.0, 18.0, 14.0, 12.0)
"""Type sizes of a paragraph, and of headings of level 1 and more."""
_LINE = 160.0
"""Per cent of a line's height from one line to the next."""
_FOOT = 0.04
"""How much of the page's height the foot takes."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading of ``level`` 1 and more."""

    level: int
    text: str


def page_layout() -> QPageLayout:
    """A4 upright."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def print_text(printer: QPrinter, note: str, blocks: Sequence[Block]) -> None:
    """Prints ``blocks``; ``note`` and the page's number stand at the foot of every page."""
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    body = QSizeF(page.width(), page.height() * (1 - _FOOT))
    document = _document(printer, blocks, body)
    painter = QPainter(printer)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    for number in range(max(1, printer.fromPage()), last + 1):
        if number > max(1, printer.fromPage()):
            printer.newPage()
        _draw_lines(painter, document, number)
        foot = QRectF(0, body.height(), page.width(), page.height() - body.height())
        painter.setFont(_font(9))
        below = Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, below | Qt.AlignmentFlag.AlignLeft, note)
        counted = f"{number} / {document.pageCount()}"
        painter.drawText(foot, below | Qt.AlignmentFlag.AlignRight, counted)
    painter.end()


def _draw_lines(painter: QPainter, document: QTextDocument, number: int) -> None:
    """Draws page ``number`` line by line: Qt draws whole paragraphs, and hides what is too much."""
    height = document.pageSize().height()
    block = document.firstBlock()
    while block.isValid():
        layout = block.layout()
        for place in range(layout.lineCount()):
            line = layout.lineAt(place)
            if int((layout.position().y() + line.y()) // height) == number - 1:
                line.draw(painter, layout.position() - QPointF(0, (number - 1) * height))
        block = block.next()


def _document(printer: QPrinter, blocks: Sequence[Block], body: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(printer)
    document.setPageSize(body)
    cursor = QTextCursor(document)
    for number, block in enumerate(blocks):
        if number:
            cursor.insertBlock()
        level = min(block.level, len(_POINTS) - 1)
        cursor.setBlockFormat(_block_format(level, printer))
        style = QTextCharFormat()
        style.setFont(_font(_POINTS[level], bold=level > 0))
        cursor.insertText(block.text, style)
    _keep_headings_with_text(document, blocks)
    return document


def _block_format(level: int, printer: QPrinter) -> QTextBlockFormat:
    point = printer.resolution() / 72
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level == 0:
        shape.setAlignment(Qt.AlignmentFlag.AlignJustify)
        shape.setTextIndent(2 * _POINTS[0] * point)  # two characters, as Chinese is printed
    else:
        # Margins, unlike an indent, are in the pixels of a screen.
        point = QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
        shape.setTopMargin(_POINTS[level] * point)
        shape.setBottomMargin(_POINTS[level] / 2 * point)
    if level == 1:
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return shape


def _keep_headings_with_text(document: QTextDocument, blocks: Sequence[Block]) -> None:
    """Lets no page end in a heading: such a one begins the next page instead."""
    height = document.pageSize().height()

    def page_of(block: QTextBlock) -> int:
        layout = block.layout()
        return int((layout.position().y() + layout.lineAt(0).y()) // height)

    block = document.firstBlock()
    for number, said in enumerate(blocks[:-1]):
        following = block.next()
        begins = number == 0 or not blocks[number - 1].level
        if said.level and begins and page_of(_text_after(block, blocks, number)) > page_of(block):
            cursor = QTextCursor(block)
            shape = cursor.blockFormat()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(shape)
        block = following


def _text_after(block: QTextBlock, blocks: Sequence[Block], number: int) -> QTextBlock:
    """The paragraph that the headings from ``block`` on stand above."""
    while blocks[number].level and number + 1 < len(blocks):
        block, number = block.next(), number + 1
    return block


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
