"""What a row of evidence says about it, in short."""

from PySide6.QtCore import QCoreApplication

from digicom_desktop.domain.assessment import Evidence

_UNITS = ("B", "KB", "MB")


def size_text(size: int) -> str:
    """``size`` bytes as people read it: 812 B, 64 KB, 1.4 MB."""
    value, unit = float(size), _UNITS[0]
    for unit in _UNITS:
        if value < 1024 or unit == _UNITS[-1]:
            break
        value /= 1024
    return f"{value:.1f} {unit}" if unit == "MB" else f"{value:.0f} {unit}"


def with_files(files: int, size: int) -> str:
    """How many pieces of evidence have a file, and the bytes of those together."""
    if not files:
        return QCoreApplication.translate("EvidenceText", "None of them with a file")
    text = QCoreApplication.translate("EvidenceText", "{0} of them with a file ({1})")
    return text.format(files, size_text(size))


def count_text(count: int, files: int, size: int) -> str:
    """``with_files`` of ``count`` pieces."""
    if not count:
        return QCoreApplication.translate("EvidenceText", "none")
    text = QCoreApplication.translate("EvidenceText", "{0}. {1}")
    return text.format(count, with_files(files, size))


def other_items(entry: Evidence, item: str) -> tuple[str, ...]:
    """The items that ``entry`` supports beside ``item``."""
    return tuple(id for id in entry.items if id != item)
