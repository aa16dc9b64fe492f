"""What the check (审核) looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from digicom_desktop.domain.advice import Step
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.industry import Industries
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.metric import Metrics
from digicom_desktop.domain.region import Regions
from digicom_desktop.domain.scoring import Result
from digicom_desktop.domain.size_class import SizeStandard


@dataclass(frozen=True, slots=True)
class ReviewSource:
    """What is checked, and what it is checked against.

    ``result`` and ``steps`` are those of ``assessment``; ``today`` is handed in. ``contact`` says
    what is wrong with fields of the company ("phone", "email") that the domain cannot judge;
    ``lost_files`` are SHA-256 in hex of evidence files that the store no longer has.
    """

    edition: Edition
    assessment: Assessment
    result: Result
    steps: tuple[Step, ...]
    metrics: Metrics
    regions: Regions
    industries: Industries
    size_standard: SizeStandard
    today: date
    contact: Mapping[str, Judgement] = field(default_factory=lambda: MappingProxyType({}))
    lost_files: frozenset[str] = frozenset()
