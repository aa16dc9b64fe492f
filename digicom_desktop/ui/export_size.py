"""How large the files of an export will be, before they are written."""

from collections.abc import Mapping

from digicom_desktop.domain.report import Report

_DOCUMENTS = 600_000
"""Bytes of workbook and PDF together, with the parts of the fonts that a PDF holds."""
_DIVIDER = 2_000
"""Bytes of a page of its own before each piece, beside the fonts."""
_FONTS = 60_000


def estimates(report: Report) -> Mapping[str, int]:
    """Bytes by kind, of those that hold evidence; near enough for a disk or an e-mail.

    What is printed of a picture is about as large as the picture.
    """
    evidence = sum(entry.file_size or 0 for entry in report.evidence)
    volume = evidence + _FONTS + _DIVIDER * len(report.evidence) if report.evidence else 0
    return {"package": evidence + _DOCUMENTS, "volume": volume}
