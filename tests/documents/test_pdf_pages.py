"""Blocks on pages: heads stay with what follows, tables repeat theirs, nothing is lost."""

from pathlib import Path

import pytest

from digicom_desktop.documents.fonts import load_fonts
from digicom_desktop.documents.pdf_blocks import PAGE_BREAK, Block, Drawn, Labelled, Stack, rule
from digicom_desktop.documents.pdf_pages import Page, compose
from digicom_desktop.documents.pdf_paragraph import Paragraph, Typesetter
from digicom_desktop.documents.pdf_styles import Style
from digicom_desktop.documents.pdf_table import Table, TableRow

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
STYLE = Style(10, 10)
WIDTH = 100.0


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(load_fonts(FONTS))


def piece(height: float, *, keeps: bool = False, before: float = 0) -> Drawn:
    return Drawn(height, lambda pen, x, y: None, before=before, keeps=keeps)


def heights(pages: list[Page]) -> list[list[float]]:
    return [[placed.block.height for placed in page] for page in pages]


def text_of(block: Block) -> str:
    match block:
        case Paragraph():
            return "".join(run.text for line in block.lines for run, _ in line.pieces)
        case Stack():
            return "".join(text_of(inner) for inner in block.blocks)
        case Labelled():
            return text_of(block.label) + text_of(block.body)
        case Table():
            return "".join(text_of(cell) for row in block.rows for cell in row.cells)
        case _:
            return ""


def test_a_head_moves_to_the_page_of_what_it_heads() -> None:
    pages = compose([piece(70), piece(20, keeps=True), piece(30)], 100)
    assert heights(pages) == [[70], [20, 30]]


def test_a_chain_of_heads_moves_together() -> None:
    pages = compose([piece(50), piece(20, keeps=True), piece(20, keeps=True), piece(30)], 100)
    assert heights(pages) == [[50], [20, 20, 30]]


def test_the_space_above_a_block_is_dropped_at_the_top_of_a_page() -> None:
    pages = compose([piece(90, before=10), piece(90, before=10)], 100)
    assert [placed.top for page in pages for placed in page] == [0, 0]


def test_a_page_break_begins_a_page_and_makes_no_empty_one() -> None:
    pages = compose([PAGE_BREAK, piece(10), PAGE_BREAK, PAGE_BREAK, piece(10)], 100)
    assert heights(pages) == [[10], [10]]


def test_a_dividing_line_is_not_drawn_at_the_top_of_a_page() -> None:
    line = rule(100, "#000000", divides=True)
    pages = compose([line, piece(99), line, piece(50), line, piece(40)], 100)
    assert heights(pages) == [[99], [50, line.height, 40]]


def test_a_block_higher_than_a_page_does_not_hang_the_program() -> None:
    pages = compose([piece(10), piece(500), piece(500, keeps=True), piece(10)], 100)
    assert heights(pages) == [[10], [500], [500], [10]]


@pytest.mark.parametrize("length", range(1, 200, 7))
@pytest.mark.parametrize("room", [35, 60, 100])
def test_a_paragraph_keeps_all_its_text_and_leaves_no_line_alone(
    setter: Typesetter, length: int, room: int
) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(length))
    pages = compose([setter.paragraph(text, STYLE, WIDTH)], room)
    parts = [placed.block for page in pages for placed in page]
    assert "".join(text_of(part) for part in parts) == text
    if len(parts) > 1:
        assert all(part.height >= 20 for part in parts)


def test_a_table_breaks_between_rows_and_repeats_its_head(setter: Typesetter) -> None:
    def row(text: str) -> TableRow:
        return TableRow((setter.paragraph(text, STYLE, WIDTH),), (WIDTH,))

    table = Table(row("头"), tuple(row(f"第{n}行") for n in range(20)))
    pages = compose([table], 100)
    tables = [placed.block for page in pages for placed in page]
    assert len(tables) > 2
    assert all(isinstance(part, Table) and part.head is table.head for part in tables)
    assert "".join(text_of(part) for part in tables) == text_of(table)


def test_a_label_stands_once_beside_a_text_that_runs_over_pages(setter: Typesetter) -> None:
    label = setter.paragraph("标签", STYLE, 40)
    block = Labelled(label, setter.paragraph("字" * 150, STYLE, 60), 40)
    pages = compose([block], 100)
    text = "".join(text_of(placed.block) for page in pages for placed in page)
    assert text == "标签" + "字" * 150


def test_text_is_never_read_as_markup(setter: Typesetter) -> None:
    typed = '<b>x</b> & <img src="a"/>'
    paragraph = setter.paragraph(typed, STYLE, 1000)
    assert text_of(paragraph) == typed


def test_a_line_of_chinese_fills_the_column_and_the_last_one_does_not(setter: Typesetter) -> None:
    style = Style(10, 10, align="justify")
    lines = setter.paragraph("数据" * 8 + "ERP" + "数据" * 8, style, 105).lines
    assert not lines[0].is_last
    assert lines[-1].is_last
