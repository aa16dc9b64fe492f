"""Asks where a backup lies that is to come back."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_backup_folder(over: QWidget | None) -> Path | None:
    """A folder or stick that may hold some; None where the person thinks better of it."""
    title = QCoreApplication.translate("BackupsDesk", "Restore from a folder or stick")
    chosen = QFileDialog.getExistingDirectory(over, title)
    return Path(chosen) if chosen else None


def ask_for_backup_file(over: QWidget | None) -> Path | None:
    """One backup, or one file that holds everything; None where the person thinks better of it."""
    title = QCoreApplication.translate("BackupsDesk", "Restore from a file")
    kinds = QCoreApplication.translate("BackupsDesk", "Backups (*.digicom-all *.sqlite3)")
    chosen, _ = QFileDialog.getOpenFileName(over, title, "", kinds)
    return Path(chosen) if chosen else None
