"""Hostile cells: too many, too far, too long, and such as pretend to be ours."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile.good import (
    DATA,
    Case,
    behind_data,
    replaced,
    sheet,
    text_cell,
    with_cell,
    with_rows,
    with_sheets,
    with_strings,
)

_LONG = "长" * 32_767
_FIRST_TEXT = '<row r="900"><c r="X900" t="s"><v>0</v></c></row>'


def _cell(attributes: str, inner: str) -> Case:
    return Case(lambda: with_cell(attributes, inner), "")


def _bad_cell(attributes: str, inner: str) -> Case:
    return Case(lambda: with_cell(attributes, inner), "guard.cell")


def _row(xml: str, id: str = "guard.cell") -> Case:
    return Case(lambda: with_rows(xml), id)


def _number(text: str) -> Case:
    return _cell("", f"<v>{text}</v>")


def _formula(text: str) -> Case:
    return _cell("", f"<f>{text}</f><v>1</v>")


def _merge(area: str, id: str = "guard.merge") -> Case:
    return Case(lambda: behind_data(f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'), id)


def _merges(count: int) -> str:
    return "".join(f'<mergeCell ref="B{n}:C{n}"/>' for n in range(2_001, 2_001 + count))


def _wide_row() -> str:
    letters = [chr(65 + n) for n in range(26)]
    names = [*letters, *(a + b for a in letters for b in letters)]
    return "".join(f'<c r="{name}400"><v>1</v></c>' for name in names)


def _pretending() -> str:
    """A sheet that says what only the hidden one says."""
    keys = f"{text_cell('A1', '#digicom:data')}{text_cell('B1', 'value')}"
    content = f"{text_cell('A2', 'content')}{text_cell('B2', '{}')}"
    return sheet(f'<row r="1">{keys}</row><row r="2">{content}</row>')


def _shared_everywhere() -> bytes:
    """One long text that stands in 5,000 rows of a block."""
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", f"content#{n}")}<c r="B{n}" t="s"><v>0</v></c></row>'
        for n in range(300, 5_000)
    )
    keys = f"{text_cell('A299', '#digicom:data')}{text_cell('B299', 'value')}"
    return with_strings(f"<si><t>{_LONG}</t></si>", f'<row r="299">{keys}</row>{rows}')


def _format(text: str) -> bytes:
    """The workbook, whose hidden sheet states another format."""
    start = '<c r="B3" s="3" t="inlineStr"><is><t xml:space="preserve">'
    return replaced(DATA, f"{start}1<", f"{start}{text}<")


def _thousand_blocks() -> str:
    return "".join(
        f'<row r="{n}">{text_cell(f"A{n}", "#digicom:items")}{text_cell(f"B{n}", "note")}</row>'
        for n in range(300, 4_300)
    )


def _repeated(row: int) -> str:
    return f'<row r="{row}">{text_cell(f"A{row}", "1.1")}{text_cell(f"B{row}", "x")}</row>'


CASES: Mapping[str, Case] = MappingProxyType(
    {
        "last cell of all": _row(
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "guard.far_cell"
        ),
        "row 5,001": _row('<row r="5001"><c r="B5001"><v>1</v></c></row>', "guard.far_cell"),
        "row 5,000": _row('<row r="5000"><c r="A5000"><v>1</v></c></row>', ""),
        "702 columns": _row(f'<row r="400">{_wide_row()}</row>', "guard.far_cell"),
        "16,384 empty columns": _row(f'<row r="400">{"<c/>" * 16_384}</row>', ""),
        "20,000 empty columns": _row(f'<row r="400">{"<c/>" * 20_000}</row>', ""),
        "far cell that is empty": _row('<row r="900000"><c r="ZZ900000" s="1"/></row>', ""),
        "column of four letters": _row('<row r="400"><c r="AAAA400"/></row>'),
        "200,000 empty rows": _row("<row/>" * 200_000, ""),
        "100,001 cells": Case(
            lambda: with_sheets(
                3, sheet("".join(f"<row>{'<c><v>1</v></c>' * 60}</row>" for _ in range(600)))
            ),
            "guard.too_many_cells",
        ),
        "row -1": _row('<row r="-1"/>'),
        "row 0": _row('<row r="0"/>'),
        "row 1,048,577": _row('<row r="1048577"/>'),
        "row that is no number": _row('<row r="１"/>'),
        "row of 10,000 digits": _row(f'<row r="{"9" * 10_000}"/>'),
        "rows out of order": _row(
            '<row r="900"><c r="X900"><v>1</v></c></row><row r="800"><c r="X800"/></row>',
            "",
        ),
        "cells out of order": _row('<row r="900"><c r="X900"><v>1</v></c><c r="W900"/></row>', ""),
        "cell of another row": _row('<row r="900"><c r="X901"><v>1</v></c></row>'),
        "cell in row 0": _row('<row r="900"><c r="X0"/></row>'),
        "cell in small letters": _row('<row r="900"><c r="x900"/></row>'),
        "cell with dollars": _row('<row r="900"><c r="$X$900"/></row>'),
        "cell without a row": _row('<c r="X900"><v>1</v></c>'),
        "cells without places": _row('<row r="900"><c><v>1</v></c><c><v>2</v></c></row>', ""),
        "cell twice": _row(
            '<row r="900"><c r="X900"><v>1</v></c><c r="X900"><v>2</v></c></row>', ""
        ),
        "1e400": _number("1e400"),
        "1e-400": _number("1e-400"),
        "1e999999999": _number("1e999999999"),
        "NaN": _number("NaN"),
        "infinity": _number("-Infinity"),
        "number with underscores": _number("1_000"),
        "number of a million digits": Case(
            lambda: with_cell("", f"<v>{'9' * 1_000_000}</v>"), "guard.long_text"
        ),
        "number in full width": _number("１２"),
        "truth that is neither": _cell('t="b"', "<v>7</v>"),
        "mistake": _cell('t="e"', "<v>#REF!</v>"),
        "unknown type": _bad_cell('t="x"', "<v>1</v>"),
        "shared text -1": _bad_cell('t="s"', "<v>-1</v>"),
        "shared text beyond": _bad_cell('t="s"', "<v>99999</v>"),
        "shared text of 10,000 digits": _bad_cell('t="s"', f"<v>{'1' * 10_000}</v>"),
        "shared text of none": _bad_cell('t="s"', "<v>x</v>"),
        "text of 5 MB": Case(
            lambda: with_cell('t="inlineStr"', f"<is><t>{'x' * 5_000_000}</t></is>"),
            "guard.long_text",
        ),
        "text of 10 MB": Case(
            lambda: with_cell('t="str"', f"<v>{'x' * 10_000_000}</v>"), "guard.bomb"
        ),
        "text of 32,767": _cell('t="str"', f"<v>{'x' * 32_767}</v>"),
        "half a character": _cell('t="str"', "<v>_xD800_</v>"),
        "formula": _formula("1+1"),
        "formula of another workbook": _formula("'[1]x'!A1"),
        "formula that starts a program": _formula("cmd|' /C calc'!A0"),
        "formula of the web": _formula('WEBSERVICE("http://127.0.0.1:9/")'),
        "formula of 1 MB": _formula("1+" * 500_000),
        "picture of WPS": _cell(
            't="str"', '<f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>'
        ),
        "shared formula": _cell("", '<f t="shared" si="0"/><v>1</v>'),
        "hyperlinks": Case(
            lambda: behind_data('<hyperlinks><hyperlink ref="B2" location="x"/></hyperlinks>'), ""
        ),
        "merge of everything": _merge("A1:XFD1048576"),
        "merge of a column": _merge("B1:B1048576"),
        "merge upside down": _merge("D9:B3"),
        "merge of nothing": _merge(""),
        "merge of words": _merge("hello:world"),
        "merge of one cell": _merge("B900", ""),
        "1,001 merges": Case(lambda: behind_data(_merges(1_001)), "guard.too_many_merges"),
        "900 merges": Case(lambda: behind_data(_merges(900)), ""),
        "200,001 shared texts": Case(
            lambda: with_strings("<si/>" * 200_001), "guard.too_many_strings"
        ),
        "shared text in everything": Case(_shared_everywhere, "guard.too_much_text"),
        "300,000 runs": Case(lambda: with_strings(f"<si>{'<r><t>x</t></r>' * 300_000}</si>"), ""),
        "shared text of 7 MB": Case(
            lambda: with_strings(f"<si><t>{'x' * 7_000_000}</t></si>", _FIRST_TEXT),
            "guard.long_text",
        ),
        "keys of ours in a cell": _cell('t="str"', "<v>#digicom:data</v>"),
        "sheet that pretends to hold the data": Case(lambda: with_sheets(1, _pretending()), ""),
        "sheet that pretends, in front": Case(
            lambda: with_sheets(1, _pretending(), at_front=True), "*"
        ),
        "4,000 blocks": _row(_thousand_blocks(), ""),
        "block of nobody": _row(f'<row r="900">{text_cell("A900", "#digicom:evil")}</row>', ""),
        "row twice": _row(_repeated(900), ""),
        "id of 30,000 characters": _row(
            f'<row r="900">{text_cell("A900", "x" * 30_000)}</row>', ""
        ),
        "piece of 10,000 digits": _row(
            f'<row r="900">{text_cell("A900", "1.1#" + "9" * 10_000)}</row>', ""
        ),
        "format of 5,000 digits": Case(lambda: _format("9" * 5_000), "workbook.foreign"),
        "format 99": Case(lambda: _format("99"), "workbook.newer"),
        "format ²": Case(lambda: _format("²"), "workbook.foreign"),
        "format -1": Case(lambda: _format("-1"), "workbook.foreign"),
        "huge dimension": Case(
            lambda: replaced(DATA, "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'), ""
        ),
    }
)
