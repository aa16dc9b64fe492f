"""Writes headings, paragraphs and tables into a document, always as plain text."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from digicom_desktop.ui import theme
from digicom_desktop.ui.paragraph import colour_of
from digicom_desktop.ui.tokens import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
)

_PERCENT = QTextLength.Type.PercentageLength
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_READING_LINE = 24


class TextWriter:
    """Adds to the end of ``document``; whatever a person typed stays the text that it is."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._is_first = True
        document.setDefaultFont(theme.font("compact"))
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        frame = document.rootFrame().frameFormat()
        for set_margin in (frame.setLeftMargin, frame.setRightMargin):
            set_margin(SPACE_24)
        frame.setTopMargin(SPACE_16)
        frame.setBottomMargin(SPACE_32)
        document.rootFrame().setFrameFormat(frame)
        self._line = QBrush(QColor(theme.current().line))

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """The text is laid out once for all that is written meanwhile."""
        self._cursor.beginEditBlock()
        try:
            yield
        finally:
            self._cursor.endEditBlock()

    def title(self, text: str) -> int:
        """The heading of a section; the position where it begins."""
        above = 0 if self._is_first else SPACE_32
        self._block(text, "panel", "text", above, SPACE_4)
        return self._cursor.block().position()

    def heading(self, text: str, above: int = SPACE_16) -> None:
        """A heading inside a section."""
        self._block(text, "section", "text", above, SPACE_4)

    def paragraph(
        self, text: str, type: str = "body", tone: str = "text", *, above: int = SPACE_4
    ) -> None:
        """A text as it was typed, its line ends too."""
        line = theme.px(_READING_LINE) if type == "body" else theme.line(type)
        for number, part in enumerate(text.split("\n")):
            self._block(part, type, tone, above if not number else SPACE_4, 0, line)

    def facts(self, rows: Sequence[tuple[str, str]], label_share: int = 24) -> None:
        """Labels at the left, what is said at the right."""
        if not rows:
            return
        table = self._table(len(rows), (label_share, 100 - label_share))
        plain = _padded(SPACE_4 / 2)
        for row, (label, value) in enumerate(rows):
            self._cell(table, row, 0, label, tone="text3", format=plain)
            self._cell(table, row, 1, value, format=plain)

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[int],
        right: Collection[int] = (),
    ) -> None:
        """Heads and rows, columns by their share of the width; those in ``right`` are numbers."""
        table = self._table(len(rows) + 1, shares)
        ruled = _padded(SPACE_4)
        ruled.setBottomBorder(1)
        ruled.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        ruled.setBottomBorderBrush(self._line)
        for column, head in enumerate(heads):
            at_right = column in right
            self._cell(table, 0, column, head, "caption", "text3", format=ruled, is_right=at_right)
        for row, texts in enumerate(rows, 1):
            for column, text in enumerate(texts):
                self._cell(table, row, column, text, format=ruled, is_right=column in right)

    def _block(
        self, text: str, type: str, tone: str, above: int, below: int, line: int = 0
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setBottomMargin(below)
        block.setLineHeight(line or theme.line(type), _FIXED_HEIGHT)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._is_first:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._is_first = False
        self._cursor.insertText(text, _look(type, tone))

    def _table(self, rows: int, shares: Sequence[int]) -> QTextTable:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(0)
        form.setCellSpacing(0)
        form.setBorderCollapse(True)
        form.setTopMargin(SPACE_4)
        form.setBottomMargin(SPACE_8)
        form.setWidth(QTextLength(_PERCENT, 100))
        form.setColumnWidthConstraints([QTextLength(_PERCENT, share) for share in shares])
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_first = False
        return self._cursor.insertTable(rows, len(shares), form)

    def _cell(
        self,
        table: QTextTable,
        row: int,
        column: int,
        text: str,
        type: str = "compact",
        tone: str = "text",
        *,
        format: QTextTableCellFormat,
        is_right: bool = False,
    ) -> None:
        cell = table.cellAt(row, column)
        cell.setFormat(format)
        cursor = cell.firstCursorPosition()
        block = QTextBlockFormat()
        block.setLineHeight(theme.line(type), _FIXED_HEIGHT)
        if is_right:
            block.setAlignment(Qt.AlignmentFlag.AlignRight)
        cursor.setBlockFormat(block)
        cursor.insertText(text, _look(type, tone))


def _padded(above: float) -> QTextTableCellFormat:
    """A cell with ``above`` over and under its text, which keeps off the next column."""
    form = QTextTableCellFormat()
    form.setTopPadding(above)
    form.setBottomPadding(above)
    form.setRightPadding(SPACE_12)
    return form


def _look(type: str, tone: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme.font(type))
    look.setForeground(QColor(colour_of(tone)))
    return look
