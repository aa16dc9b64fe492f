"""The workbook's sheets, blocks, columns and ids: one declaration for writer and reader."""

from types import MappingProxyType

from digicom_desktop.documents.workbook_shapes import NEW, Block, Column, Kind, Name, Sheet
from digicom_desktop.domain.company import NARRATIVES

_PIXELS_ACROSS, _PIXELS_ACROSS_LANDSCAPE = 718, 1047
"""What an A4 page has room for between its margins."""
_MOST_PIXELS = 9
"""A character of the widths in the widest font that may stand in for the right one; it has 7."""


def _scale(widths: tuple[float, ...], *, landscape: bool = False) -> int:
    """Percent at which ``widths`` fit a page whatever font is there."""
    room = _PIXELS_ACROSS_LANDSCAPE if landscape else _PIXELS_ACROSS
    return int(100 * room / (_MOST_PIXELS * sum(widths)))


def _widths(columns: tuple[Column, ...]) -> tuple[float, ...]:
    return tuple(column.width for column in columns)


_PAIR_WIDTHS = (24.0, 74.0)
_FORM_WIDTHS = (24.0, 24.0, 24.0, 24.0)
_SCORE_WIDTHS = (30.0, 11.0, 11.0, 11.0, 11.0, 11.0, 13.0)
_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.LINE))
_INPUT_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.LINE, is_input=True))
_RESULT_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.TEXT, span=6))
_PARAGRAPHS = (Column("text", Kind.NOTE, span=2),)
_SCORES = (
    Column("name", Kind.LABEL),
    Column("supported", Kind.NUMBER),
    Column("declared", Kind.NUMBER),
    Column("check_supported", Kind.CHECK),
    Column("check_declared", Kind.CHECK),
    Column("verdict", Kind.CHECK),
    Column("remark", Kind.MIDDLE),
)

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
    scale=_scale(_PAIR_WIDTHS),
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
    scale=_scale(_PAIR_WIDTHS),
)

_METRICS = (
    Column("group", Kind.TEXT, 18),
    Column("name", Kind.LABEL, 26),
    Column("definition", Kind.TEXT, 52),
    Column("unit", Kind.MIDDLE, 12),
    Column("current", Kind.FIGURE, 16, is_input=True),
    Column("previous", Kind.FIGURE, 16, is_input=True),
    Column("change", Kind.MIDDLE, 12),
)

METRICS = Sheet(
    "metrics",
    (Block("metrics", _METRICS),),
    _widths(_METRICS),
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
    _widths(_ITEMS),
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
    Column("current", Kind.FIGURE, 16, is_input=True),
    Column("previous", Kind.FIGURE, 16, is_input=True),
)

FIGURES = Sheet(
    "figures",
    (Block("figures", _FIGURES),),
    _widths(_FIGURES),
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
_BLANK_ROWS = MappingProxyType({f"{NEW}{number}": 34.0 for number in range(1, 100)})
"""Room for two lines in a row that waits to be filled in."""

EVIDENCE = Sheet(
    "evidence",
    (Block("evidence", _EVIDENCE, heights=_BLANK_ROWS),),
    _widths(_EVIDENCE),
    landscape=True,
    frozen=True,
)

SCORES = Sheet(
    "scores",
    (
        Block("result", _RESULT_PAIR, title=True, heads=False),
        Block(
            "gates",
            (
                Column("name", Kind.LABEL),
                Column("have", Kind.MIDDLE, span=2),
                Column("need", Kind.MIDDLE, span=2),
                Column("holds", Kind.MIDDLE, span=2),
            ),
            title=True,
        ),
        Block("directions", _SCORES, title=True, new_page=True),
        Block("characteristics", _SCORES, title=True),
        Block(
            "momentum",
            (Column("name", Kind.LABEL), Column("state", Kind.MIDDLE, span=2)),
            title=True,
        ),
        Block(
            "check",
            (
                Column("name", Kind.LABEL),
                Column("supported", Kind.CHECK),
                Column("declared", Kind.CHECK),
                Column("remark", Kind.TEXT, span=4),
            ),
            title=True,
            together=True,
        ),
    ),
    _SCORE_WIDTHS,
    scale=_scale(_SCORE_WIDTHS),
    has_charts=True,
    says_method=True,
)

_TARGETS = (
    Column("item", Kind.MIDDLE),
    Column("title", Kind.TEXT),
    Column("now", Kind.NUMBER),
    Column("target", Kind.NUMBER, is_input=True, choices="target"),
    Column("gain", Kind.MIDDLE, span=2),
)
_ACTIONS = (
    Column("item", Kind.MIDDLE, 14, is_input=True),
    Column("text", Kind.TEXT, 50, is_input=True),
    Column("owner", Kind.LINE, 14, is_input=True),
    Column("due", Kind.LINE, 14, is_input=True),
    Column("state", Kind.MIDDLE, 12, is_input=True, choices="action_state"),
    Column("note", Kind.TEXT, 30, is_input=True),
)

PLAN = Sheet(
    "plan",
    (
        Block(
            "planned",
            (Column("label", Kind.LABEL, span=2), Column("value", Kind.TEXT, span=2)),
            title=True,
            heads=False,
        ),
        Block("targets", _TARGETS, title=True),
        Block("actions", _ACTIONS, title=True, heights=_BLANK_ROWS),
    ),
    _widths(_ACTIONS),
    landscape=True,
    scale=_scale(_widths(_ACTIONS), landscape=True),
    says_method=True,
)

_REVIEW = (
    Column("class", Kind.MIDDLE, 14),
    Column("where", Kind.MIDDLE, 14),
    Column("finding", Kind.TEXT, 62),
    Column("said", Kind.TEXT, 48, is_input=True),
)

REVIEW = Sheet(
    "review",
    (Block("review", _REVIEW),),
    _widths(_REVIEW),
    landscape=True,
    frozen=True,
)

DECLARATION = Sheet(
    "declaration",
    (
        Block("declaration", (Column("text", Kind.CLAUSE, span=4),), heads=False),
        Block(
            "undersigned",
            (Column("label", Kind.LABEL), Column("value", Kind.LINE, span=3, is_input=True)),
            heads=False,
            locked=frozenset(("firm", "code")),
            heights=MappingProxyType(
                dict.fromkeys(
                    ("firm", "credit_code", "representative", "filled_by", "phone", "code"), 30
                )
            ),
        ),
        Block(
            "signing",
            (
                Column("signature", Kind.BOX, span=2, is_input=True),
                Column("seal", Kind.BOX, span=2, is_input=True),
            ),
            together=True,
            words="declaration",
            heights=MappingProxyType({"box": 190, "date": 36}),
        ),
        Block("stamping", (Column("text", Kind.NOTE, span=4),), heads=False),
    ),
    _FORM_WIDTHS,
    scale=_scale(_FORM_WIDTHS),
)


def _opinion(authority: str) -> tuple[Block, ...]:
    """A tall box for the opinion, and below it who signs, stamps and when."""
    return (
        Block(
            f"{authority}_opinion",
            (
                Column("label", Kind.LABEL),
                Column("text", Kind.BOX, span=3, is_input=True),
            ),
            heads=False,
            heights=MappingProxyType({"box": 220}),
        ),
        Block(
            f"{authority}_signing",
            (
                Column("handler_label", Kind.LABEL),
                Column("handler", Kind.BOX, is_input=True),
                Column("leader_label", Kind.LABEL),
                Column("leader", Kind.BOX, is_input=True),
            ),
            heads=False,
            together=True,
            joined=True,
            heights=MappingProxyType({"names": 44}),
        ),
        Block(
            f"{authority}_seal",
            (
                Column("label", Kind.LABEL),
                Column("seal", Kind.BOX, span=2, is_input=True),
                Column("date", Kind.BOX, is_input=True),
            ),
            heads=False,
            joined=True,
            heights=MappingProxyType({"seal": 84}),
        ),
    )


OPINION = Sheet(
    "opinion",
    (
        *_opinion("county"),
        *_opinion("city"),
        Block("opinion_note", (Column("text", Kind.NOTE, span=4),), heads=False),
    ),
    _FORM_WIDTHS,
    scale=_scale(_FORM_WIDTHS),
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
