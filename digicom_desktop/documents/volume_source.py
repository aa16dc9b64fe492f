"""What an evidence volume is made of: the report, its files, and what became of each file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from digicom_desktop.domain.report import EvidenceView, Report

MOST_PAGES = 300
"""Pages of one file that are merged; a longer one is handed in by itself."""


@dataclass(frozen=True, slots=True)
class VolumeSource:
    """A report and, by SHA-256, where the files of its evidence lie."""

    report: Report
    files: Mapping[str, Path]


class Reason(StrEnum):
    """Why the pages of a piece are not in the volume; its sentence is ``volume.reason.…``."""

    NO_FILE = "no_file"
    """Only registered, without a file."""
    MISSING = "missing"
    CHANGED = "changed"
    """Not the file that was registered."""
    OFFICE = "office"
    HEIC = "heic"
    KIND = "kind"
    """Neither picture nor PDF."""
    DAMAGED = "damaged"
    LOCKED = "locked"
    LONG = "long"
    """More than MOST_PAGES."""
    HUGE = "huge"
    """A picture with more points than a computer of a small firm can hold."""
    SLOW = "slow"
    """Takes too much time or memory."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a file: its object in the volume and its size as it is looked at.

    Points for the page of a PDF; a picture (``is_picture``) has its size in dots.
    """

    number: int
    width: float
    height: float
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """The pages of one file, or why there are none.

    ``offsets`` are those of its objects in ``path``; they are numbered one after the other.
    """

    sheets: tuple[Sheet, ...] = ()
    offsets: tuple[int, ...] = ()
    path: Path | None = None
    reason: Reason | None = None
    pages: int = 0
    """How many pages the file has, where that is the reason."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence with what was prepared of it."""

    entry: EvidenceView
    prepared: Prepared
