"""The short statement (情况说明) that an answer may have."""

from dataclasses import dataclass

from digicom_desktop.domain.text import is_blank

STATEMENT_LIMIT = 600
LINE_LIMIT = 100
FIELDS = ("system", "since", "scope", "person", "note")
"""The four fields and the note, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The short statement (情况说明): four fields, together evidence of grade 1, and a note."""

    system: str = ""
    since: str = ""
    scope: str = ""
    person: str = ""
    note: str = ""

    @property
    def filled(self) -> int:
        """How many of the four fields say something."""
        return sum(
            not is_blank(text) for text in (self.system, self.since, self.scope, self.person)
        )

    @property
    def is_structured(self) -> bool:
        """Whether all four fields are filled, so that it counts as evidence of grade 1."""
        return self.filled == 4


def kept_fields(now: Statement, before: Statement) -> list[str]:
    """The names of the fields that say something, and word for word what they said ``before``."""
    return [
        name
        for name in FIELDS
        if not is_blank(getattr(now, name)) and getattr(now, name) == getattr(before, name)
    ]
