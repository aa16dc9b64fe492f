"""Where the files go: the folder, its free room, and the documents' language."""

import shutil
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.choice_inputs import ChoiceInput
from digicom_desktop.ui.file_dialogs import ask_for_folder
from digicom_desktop.ui.inputs import LineInput
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_8, SPACE_16, Tone

_GIGA = 1_000_000_000
_LEAST_ROOM = 20_000_000
"""Bytes; less is said in words."""


class FolderRow(QWidget):
    """``changed`` when the person chose another folder or language."""

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._line = LineInput()
        self._line.setReadOnly(True)
        self._line.lead_with("folder", "text2")
        self._line.setAccessibleName(self.tr("Folder the files go to"))
        self._change = Button(self.tr("Change…"), on_click=self._on_change)
        self._language = ChoiceInput(
            [(Language.ZH, self.tr("Simplified Chinese")), (Language.EN, self.tr("English"))]
        )
        self._language.setAccessibleName(self.tr("Language of the files"))
        self._language.show_whole()
        self._language.set_code(Language.ZH)
        self._language.activated.connect(self._on_language)
        self._facts = PlainLabel("", "compact", "text2", wrap=True)
        self._lay_out()
        self._show_folder()

    @property
    def language(self) -> Language:
        """The language that the files speak."""
        return Language(self._language.code())

    def ask(self) -> None:
        """Lets the person choose another folder."""
        self._on_change()

    def set_busy(self, busy: bool) -> None:
        """Lets everything rest while files are written."""
        self._change.setEnabled(not busy)
        self._language.setEnabled(not busy)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(SPACE_8)
        where.addWidget(PlainLabel(self.tr("Save to"), "section"))
        where.addWidget(self._line, 1)
        where.addWidget(self._change)
        how = QHBoxLayout()
        how.setSpacing(SPACE_8)
        how.addWidget(PlainLabel(self.tr("Language of the files"), "compact", "text2"))
        how.addWidget(self._language)
        how.addSpacing(SPACE_16)
        how.addWidget(self._facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(where)
        column.addLayout(how)

    def _show_folder(self) -> None:
        self._line.set_text(str(self.folder))
        self._line.setToolTip("")
        self._show_facts()

    def _show_facts(self) -> None:
        room = _free_room(self.folder)
        self._facts.set_tone(Tone.RED if room is None or room < _LEAST_ROOM else "text2")
        if room is None:
            fact = self.tr("This folder does not exist: choose another one.")
        elif room < _LEAST_ROOM:
            fact = self.tr("The disk is almost full")
        else:
            fact = self.tr("{0} GB free on this disk").format(f"{room / _GIGA:.1f}")
        if self.language is Language.EN:
            fact = self.tr("{0} · For reading; bureaus take the Chinese files").format(fact)
        self._facts.setText(fact)

    def _on_change(self) -> None:
        title = self.tr("Folder for the files")
        chosen = ask_for_folder(self, title, str(self.folder))
        if chosen is not None:
            self.folder = chosen
            self._show_folder()
            self.changed.emit()

    def _on_language(self) -> None:
        self._show_facts()
        self.changed.emit()


def _free_room(folder: Path) -> int | None:
    """Bytes free on the disk of ``folder``; None where there is no such folder."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
