"""The workbook's sheets, blocks, columns and ids: one declaration for writer and reader."""

from types import MappingProxyType

from digicom_desktop.documents.workbook_form_sheets import DECLARATION, OPINION
from digicom_desktop.documents.workbook_result_sheets import PLAN, REVIEW, SCORES
from digicom_desktop.documents.workbook_shapes import (
    BLANK_ROWS,
    Block,
    Column,
    Kind,
    Name,
    Sheet,
    scale_of,
    widths_of,
)
from digicom_desktop.domain.company import NARRATIVES

_PAIR_WIDTHS = (24.0, 74.0)
_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.LINE))
_INPUT_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.LINE, is_input=True))
_PARAGRAPHS = (Column("text", Kind.NOTE, span=2),)
COVER = Sheet(
    "cover",
    (
        Block("cover", _PAIR, heads=False),
        Block("notices", _PARAGRAPHS, heads=False),
    ),
    (24, 66),
)

NOTES = Sheet(
    "notes",
    (
        Block(
            "guide",
            (Column("name", Kind.LABEL), Column("text", Kind.TEXT)),
            title=True,
            for_template=True,
        ),
        Block("contents", (Column("name", Kind.LABEL), Column("text", Kind.TEXT)), title=True),
        Block("legend", (Column("name", Kind.LABEL), Column("text", Kind.TEXT)), title=True),
        Block("grades", (Column("name", Kind.LABEL), Column("text", Kind.TEXT)), title=True),
        Block("reading_rules", _PARAGRAPHS, title=True, heads=False),
        Block("how_scored", _PARAGRAPHS, title=True, heads=False),
        Block("protection", _PARAGRAPHS, title=True, heads=False),
        Block("guideline", _PARAGRAPHS, title=True, heads=False),
    ),
    _PAIR_WIDTHS,
    scale=scale_of(_PAIR_WIDTHS),
)

COMPANY = Sheet(
    "company",
    (
        Block(
            "company",
            _INPUT_PAIR,
            title=True,
            heads=False,
            locked=frozenset(("company.size", "company.size_reason")),
            choices=MappingProxyType(
                {"company.category": "category", "company.ownership": "ownership"}
            ),
        ),
        Block(
            "narratives",
            (Column("label", Kind.LABEL), Column("text", Kind.TEXT, is_input=True)),
            title=True,
            heads=False,
            heights=MappingProxyType({f"company.{name}": 110.0 for name in NARRATIVES}),
        ),
    ),
    _PAIR_WIDTHS,
    scale=scale_of(_PAIR_WIDTHS),
)

_METRICS = (
    Column("group", Kind.TEXT, 18),
    Column("name", Kind.LABEL, 26),
    Column("definition", Kind.TEXT, 52),
    Column("unit", Kind.MIDDLE, 12),
    Column("previous", Kind.FIGURE, 16, is_input=True),
    Column("current", Kind.FIGURE, 16, is_input=True),
    Column("change", Kind.MIDDLE, 12),
)

METRICS = Sheet(
    "metrics",
    (Block("metrics", _METRICS),),
    widths_of(_METRICS),
    landscape=True,
    frozen=True,
)

_ITEMS = (
    Column("number", Kind.MIDDLE, 6),
    Column("title", Kind.LABEL, 19),
    Column("direction", Kind.TEXT, 12),
    Column("clause", Kind.TEXT, 42),
    Column("state", Kind.MIDDLE, 9),
    Column("claimed", Kind.NUMBER, 7, is_input=True, choices="level"),
    Column("claimed_name", Kind.MIDDLE, 8),
    Column("claimed_points", Kind.POINTS, 7),
    Column("supported", Kind.NUMBER, 7),
    Column("supported_name", Kind.MIDDLE, 8),
    Column("supported_points", Kind.POINTS, 7),
    Column("descriptor", Kind.TEXT, 44),
    Column("grade_name", Kind.MIDDLE, 12),
    Column("evidence", Kind.MIDDLE, 9),
    Column("practices", Kind.TEXT, 44, is_input=True),
    Column("system", Kind.LINE, 16, is_input=True),
    Column("since", Kind.LINE, 12, is_input=True),
    Column("scope", Kind.LINE, 16, is_input=True),
    Column("person", Kind.LINE, 12, is_input=True),
    Column("note", Kind.TEXT, 38, is_input=True),
    Column("reason", Kind.TEXT, 17, is_input=True),
    Column("last_year", Kind.TEXT, 13),
    Column("hold_back", Kind.TEXT, 17),
)

ITEMS = Sheet(
    "items",
    (Block("items", _ITEMS),),
    widths_of(_ITEMS),
    landscape=True,
    frozen=True,
    repeated=2,
    pages_across=2,
    says_method=True,
)

_FIGURES = (
    Column("item", Kind.MIDDLE, 6),
    Column("title", Kind.TEXT, 18),
    Column("name", Kind.LABEL, 24),
    Column("definition", Kind.TEXT, 48),
    Column("unit", Kind.MIDDLE, 12),
    Column("previous", Kind.FIGURE, 16, is_input=True),
    Column("current", Kind.FIGURE, 16, is_input=True),
)

FIGURES = Sheet(
    "figures",
    (Block("figures", _FIGURES),),
    widths_of(_FIGURES),
    landscape=True,
    frozen=True,
)

_EVIDENCE = (
    Column("number", Kind.MIDDLE, 9, is_input=True),
    Column("title", Kind.LINE, 30, is_input=True),
    Column("date", Kind.LINE, 12, is_input=True),
    Column("valid_until", Kind.LINE, 12, is_input=True),
    Column("proves", Kind.TEXT, 40, is_input=True),
    Column("grade", Kind.NUMBER, 6, is_input=True, choices="grade"),
    Column("grade_name", Kind.MIDDLE, 14),
    Column("items", Kind.MIDDLE, 9, is_input=True),
    Column("file_name", Kind.LINE, 20, is_input=True),
    Column("file_size", Kind.FIGURE, 12),
    Column("file_sha256", Kind.CODE, 24),
)
EVIDENCE = Sheet(
    "evidence",
    (Block("evidence", _EVIDENCE, heights=BLANK_ROWS),),
    widths_of(_EVIDENCE),
    landscape=True,
    frozen=True,
)

DATA = Sheet(
    "data",
    (
        Block("data", (Column("value", Kind.CODE, 80),)),
        Block("choices", (Column("value", Kind.CODE, 80),), heads=False),
    ),
    (80,),
    hidden=True,
)

SHEETS = (
    COVER,
    NOTES,
    COMPANY,
    ITEMS,
    FIGURES,
    METRICS,
    EVIDENCE,
    SCORES,
    PLAN,
    REVIEW,
    DECLARATION,
    OPINION,
    DATA,
)
"""In the order of the workbook."""

NAMES = (
    Name("digicom_firm", "cover", "firm", "value"),
    Name("digicom_credit_code", "cover", "credit_code", "value"),
    Name("digicom_year", "cover", "year", "value"),
    Name("digicom_state", "cover", "state", "value"),
    Name("digicom_code", "cover", "code", "value"),
    Name("digicom_supported", "result", "supported", "value"),
    Name("digicom_declared", "result", "declared", "value"),
    Name("digicom_level", "result", "level", "value"),
    Name("digicom_check_supported", "check", "score", "supported"),
    Name("digicom_check_declared", "check", "score", "declared"),
)
"""For the formulas of a bureau; the same in every language and edition."""

COLUMN_NAMES = (
    Name("digicom_evidence_items", "evidence", None, "items"),
    Name("digicom_evidence_grades", "evidence", None, "grade"),
    Name("digicom_figure_items", "figures", None, "item"),
    Name("digicom_figure_values", "figures", None, "current"),
)
"""For the formulas of the template."""
