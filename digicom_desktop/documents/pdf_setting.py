"""What every part of the PDF needs: the report, its words and the typesetter."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from digicom_desktop.documents.pdf_blocks import PAGE_BREAK, Anchor, Block, Drawn, rule
from digicom_desktop.documents.pdf_paragraph import Paragraph, Typesetter
from digicom_desktop.documents.pdf_styles import (
    ACCENT,
    CHAPTER,
    FORM_TITLE,
    FORM_TITLE_LATIN,
    SECTION,
    WIDTH,
    Style,
)
from digicom_desktop.documents.pdf_table import Table, TableRow, cell_widths
from digicom_desktop.domain.document_parts import ALL_PARTS, SIGNED, Part, ordered_parts
from digicom_desktop.domain.report import Report


@dataclass(frozen=True, slots=True)
class Setting:
    """Sets the texts of one report."""

    report: Report
    type: Typesetter
    parts: tuple[Part, ...] = ALL_PARTS
    """What is printed besides cover and contents, in order."""

    @property
    def missing(self) -> tuple[Part, ...]:
        """What could be printed and is not."""
        return tuple(part for part in printable_parts(self.report) if part not in self.parts)

    def say(self, id: str, **values: object) -> str:
        """The sentence ``pdf.<id>``."""
        return self.report.words.say(f"pdf.{id}", **values)

    def words(self, id: str, **values: object) -> str:
        """The sentence ``id`` of another document or of all."""
        return self.report.words.say(id, **values)

    def text(self, text: str, style: Style, width: float = WIDTH) -> Paragraph:
        """One paragraph."""
        return self.type.paragraph(text, style, width)

    def numeral(self, n: int) -> str:
        """``n`` (from 1) as the heads of this language count: 一 or 1."""
        numerals = self.say("numerals").split()
        return numerals[n - 1] if n <= len(numerals) else str(n)

    def chapter(self, n: int, title: str, *, new_page: bool = True) -> list[Block]:
        """A head 一、, at the top of a page unless the chapter is a short one."""
        words = self.say("chapter", number=self.numeral(n), title=title)
        anchor = Anchor(f"chapter-{n}", words, 0)
        head = self.type.paragraph(words, CHAPTER, WIDTH, keeps=True, anchor=anchor)
        return [*([PAGE_BREAK] if new_page else []), head, accent_rule()]

    def unnumbered(self, key: str, title: str) -> list[Block]:
        """The head in the middle of a page that is signed."""
        style = FORM_TITLE_LATIN if self.type.latin else FORM_TITLE
        head = self.type.paragraph(title, style, WIDTH, keeps=True, anchor=Anchor(key, title, 0))
        return [head, replace(accent_rule(), before=8)]

    def section(self, chapter: int, n: int, title: str) -> Paragraph:
        """A head （一）."""
        words = self.say("section", number=self.numeral(n), title=title)
        anchor = Anchor(f"section-{chapter}-{n}", words, 1)
        return self.type.paragraph(words, SECTION, WIDTH, keeps=True, anchor=anchor)

    def table(
        self,
        columns: tuple[float, ...],
        head: tuple[tuple[str, Style], ...],
        rows: Sequence[tuple[tuple[str, Style], ...]],
        before: float = 8,
    ) -> Table:
        """A table of texts, each with its style; without ``head`` when that is empty."""
        head_row = self.row(columns, head) if head else None
        return Table(head_row, tuple(self.row(columns, row) for row in rows), before)

    def row(self, columns: tuple[float, ...], cells: tuple[tuple[str, Style], ...]) -> TableRow:
        """One row of a table."""
        pairs = zip(cells, cell_widths(columns), strict=True)
        texts = tuple(self.type.paragraph(text, style, room) for (text, style), room in pairs)
        return TableRow(texts, columns)

    def or_none(self, text: str) -> str:
        """``text``, or a word that says that nothing was filled in."""
        return text if text.strip() else self.say("none")

    def or_dash(self, text: str) -> str:
        """``text``, or a dash."""
        return text if text.strip() else self.say("dash")


def accent_rule() -> Drawn:
    """The line under a chapter head."""
    return rule(WIDTH, ACCENT, before=5, thickness=1.5)


def frame_note(report: Report) -> str:
    """What stands at the foot of every page: the code, or what a copy without one is."""
    if not report.code:
        return report.state_name
    return report.words.say("pdf.frame.code", code=report.code)


def printable_parts(report: Report, parts: Collection[Part] = ALL_PARTS) -> tuple[Part, ...]:
    """``parts`` in order; what is to be signed only where a code says what is signed."""
    return tuple(part for part in ordered_parts(parts) if report.code or part not in SIGNED)
