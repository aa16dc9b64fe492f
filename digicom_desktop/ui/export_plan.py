"""Which files an export writes, and under which names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

SUFFIXES = MappingProxyType(
    {"workbook": ".xlsx", "pdf": ".pdf", "package": ".digicom", "volume": ".pdf"}
)
"""The kinds of files."""

_FIRST_COPY = 2


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """``numbers`` says by kind which copy is written where the plain name is taken."""

    folder: Path
    stem: str
    short_stem: str = ""
    """For a place that takes no long names."""
    volume: str = ""
    """What the evidence volume is called behind the stem."""
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def target(self, kind: str) -> Path:
        """Where the file of ``kind`` goes."""
        return self._numbered(kind, self.numbers.get(kind, 0))

    def taken(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """Names of files that are there already."""
        targets = (self.target(kind) for kind in kinds)
        return tuple(path.name for path in targets if path.exists())

    def with_free_names(self, kinds: Iterable[str]) -> "ExportPlan":
        """This plan with the same number, a free one, behind the names of all ``kinds``."""
        wanted = tuple(kinds)
        number = max((self.numbers.get(kind, 1) for kind in wanted), default=1) + 1
        while any(self._numbered(kind, number).exists() for kind in wanted):
            number += 1
        numbers = {**self.numbers, **dict.fromkeys(wanted, number)}
        return replace(self, numbers=MappingProxyType(numbers))

    def with_short_names(self) -> "ExportPlan":
        """This plan under shorter names, as short as they are known."""
        return replace(self, stem=self.short_stem or self.stem)

    def _numbered(self, kind: str, number: int) -> Path:
        copy = f" ({number})" if number >= _FIRST_COPY else ""
        volume = f"_{self.volume}" if kind == "volume" else ""
        return self.folder / f"{self.stem}{volume}{copy}{SUFFIXES[kind]}"
