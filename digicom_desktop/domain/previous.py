"""What the firm said the year before, kept inside the assessment that was carried forward."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from digicom_desktop.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class PreviousAnswer:
    """Last year's answer to one item: levels 0-4, None unless answered; figures as typed."""

    level: int | None = None
    supported: int | None = None
    not_applicable: bool = False
    reason: str = ""
    figures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    statement: Statement = Statement()


@dataclass(frozen=True, slots=True)
class Previous:
    """Last year's values; ids are those of the present edition, texts as typed.

    ``edition`` is the one that the levels were read by; ``code`` the consistency code of the
    revision that was carried forward, "" of a draft; ``metrics`` the firm's figures by id.
    """

    year: int
    edition: str
    code: str = ""
    answers: Mapping[str, PreviousAnswer] = field(default_factory=lambda: MappingProxyType({}))
    metrics: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    narratives: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def answer(self, item: str) -> PreviousAnswer:
        """Last year's answer to ``item``, an empty one if there was none."""
        return self.answers.get(item) or PreviousAnswer()
