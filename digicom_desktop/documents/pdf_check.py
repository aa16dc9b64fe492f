"""Reads a written PDF back."""

from pathlib import Path

from digicom_desktop.domain.report import Report


def check_pdf(report: Report, path: Path) -> None:
    """TODO."""
