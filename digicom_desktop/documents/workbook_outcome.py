"""What a cell to fill in changes, and what is to be said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from digicom_desktop.domain.hand_in import Apply
from digicom_desktop.domain.text import clean, clean_line


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a cell changes (None: nothing), and what is to be said of it (``note`` "": nothing)."""

    apply: Apply | None
    note: str = ""
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_lost(self) -> bool:
        """Whether something that was written there is not taken."""
        return self.apply is None or is_lost(self.note)


def is_lost(note: str) -> bool:
    """Whether ``note`` says that a part of a text is not taken, the rest being so."""
    return note in ("import.cut", "import.unknown_lines")


def cut(text: str, most: int, *, lines: bool = False) -> tuple[str, str]:
    """``text`` as a field of ``most`` characters holds it, and the note that it was too long."""
    whole = clean(text) if lines else clean_line(text)
    kept = whole[:most] if len(whole) > most else whole
    return kept, "import.cut" if kept != whole else ""
