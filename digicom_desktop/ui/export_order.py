"""What the files of an export say."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.domain.document_parts import ALL_PARTS, Part
from digicom_desktop.domain.report import Report
from digicom_desktop.files import OnStep


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """The report, and what of it the PDF prints."""

    report: Report
    parts: tuple[Part, ...] = ALL_PARTS


Write = Callable[[ExportOrder, Path, OnStep], None]
"""Writes an order to a file whole or not at all, and reads it back; any thread."""
