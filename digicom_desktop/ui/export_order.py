"""What the files of an export say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.domain.document_parts import ALL_PARTS, Part
from digicom_desktop.domain.report import Report
from digicom_desktop.files import OnStep

HANDED_OVER = ("package", "volume")
"""The kinds that are made of more than a report."""

WriteSource = Callable[[Path, OnStep], None]
"""Writes what it was made of to a file whole or not at all, and reads it back; any thread."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """The report, and what of it the PDF prints.

    ``hand_over`` writes by kind what needs more than a report: evidence files, revisions.
    """

    report: Report
    parts: tuple[Part, ...] = ALL_PARTS
    hand_over: Mapping[str, WriteSource] = field(default_factory=lambda: MappingProxyType({}))


Write = Callable[[ExportOrder, Path, OnStep], None]
"""Writes an order to a file whole or not at all, and reads it back; any thread."""
