"""What the check finds, said beside the field that it is found at."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from digicom_desktop.domain.finding import Finding
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.remark import Remark

_SAID = (
    "figure.like_yuan", "figure.tenfold", "figure.fall", "figure.percent_over", "figure.twice",
    "figure.differs_from_last_year", "founded.", "filled_on.",
)  # fmt: skip
"""Rules, or how they begin, of which a field knows nothing by itself."""


def found_at(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Those of ``findings`` that a field does not say by itself, by their places."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.rule.startswith(_SAID):
            found.setdefault(finding.place, []).append(finding)
    return MappingProxyType(found)


def doubt(finding: Finding, words: Words) -> Remark:
    """``finding`` as a remark that asks for a second look."""
    return Remark(finding.key, finding.sentence(words), is_error=False)
