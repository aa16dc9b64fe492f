"""The sheets that are signed and stamped on paper: the declaration and the opinion."""

from types import MappingProxyType

from digicom_desktop.documents.workbook_shapes import Block, Column, Kind, Sheet, scale_of

_FORM_WIDTHS = (24.0, 24.0, 24.0, 24.0)

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
    scale=scale_of(_FORM_WIDTHS),
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
    scale=scale_of(_FORM_WIDTHS),
)
