"""The sheets that say what came out: the scores, the plan, the check."""

from digicom_desktop.documents.workbook_shapes import (
    BLANK_ROWS,
    Block,
    Column,
    Kind,
    Sheet,
    scale_of,
    widths_of,
)

_SCORE_WIDTHS = (30.0, 11.0, 11.0, 11.0, 11.0, 11.0, 13.0)
_RESULT_PAIR = (Column("label", Kind.LABEL), Column("value", Kind.TEXT, span=6))
_SCORES = (
    Column("name", Kind.LABEL),
    Column("supported", Kind.NUMBER),
    Column("declared", Kind.NUMBER),
    Column("check_supported", Kind.CHECK),
    Column("check_declared", Kind.CHECK),
    Column("verdict", Kind.CHECK),
    Column("remark", Kind.MIDDLE),
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
    scale=scale_of(_SCORE_WIDTHS),
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
        Block("actions", _ACTIONS, title=True, heights=BLANK_ROWS),
    ),
    widths_of(_ACTIONS),
    landscape=True,
    scale=scale_of(widths_of(_ACTIONS), landscape=True),
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
    widths_of(_REVIEW),
    landscape=True,
    frozen=True,
)
