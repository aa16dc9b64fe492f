"""Writes an empty workbook that can be filled in without the program."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.file_names import safe_name
from digicom_desktop.files import Step
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.dialogs import PlainDialog, show_message
from digicom_desktop.ui.fields import ChoiceField
from digicom_desktop.ui.file_dialogs import ask_where_to_save
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.waiting import wait_for
from digicom_desktop.workspace import Workspace

if TYPE_CHECKING:
    from digicom_desktop.domain.words import Words

_OPEN_FOLDER = 2
_YEARS = 7
_WIDTH = 480


class TemplateDialog(PlainDialog):
    """Asks for the year, and for the language of the workbook."""

    def __init__(self, this_year: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Empty template"), parent, _WIDTH)
        about = self.tr(
            "An Excel workbook to be filled in without this program, also in WPS. Open the filled "
            "file here, and it is as if it had been typed in."
        )
        years = [str(this_year - back) for back in range(_YEARS)]
        self._year = ChoiceField(
            self.tr("Which year is assessed?"),
            [(year, year) for year in years],
            self.tr("Usually last year: its figures are complete."),
        )
        self._year.set_text(str(this_year - 1))
        self._language = ChoiceField(
            self.tr("Language of the workbook"),
            [(Language.ZH, self.tr("Simplified Chinese")), (Language.EN, self.tr("English"))],
        )
        self._language.set_text(Language.ZH)
        for widget in (Paragraph(about, "body", "text2"), self._year, self._language):
            self.body.addWidget(widget)
        self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        save = self.add_button(self.tr("Save…"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        save.setDefault(True)

    @property
    def year(self) -> int:
        """The year chosen."""
        return int(self._year.text())

    @property
    def language(self) -> Language:
        """The language chosen."""
        return Language(self._language.text())


class TemplateWritten(PlainDialog):
    """Says where the template is; ends with 2 where its folder is to be opened."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The template is written"), parent, _WIDTH)
        said = self.tr("It was opened again and is as it should be. It is here:")
        self.body.addWidget(Paragraph(said, "body"))
        where = PlainLabel(str(path), "compact", "text2", wrap=True)
        where.let_copy()
        self.body.addWidget(where)
        self.add_button(self.tr("Open folder"), Kind.SECONDARY, _OPEN_FOLDER)
        done = self.add_button(self.tr("Done"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        done.setDefault(True)
        done.setFocus()


class TemplateDesk(QObject):
    """Asks, writes, and says where it is."""

    def __init__(self, workspace: Workspace, words: "Callable[[], Words]", over: QWidget) -> None:
        super().__init__(over)
        self._workspace, self._words, self._over = workspace, words, over

    def offer(self) -> None:
        """Lets the person have a template."""
        dialog = TemplateDialog(datetime.now().astimezone().year, self._over)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        year, language = dialog.year, dialog.language
        dialog.deleteLater()
        path = self._where(year) if accepted else None
        if path is None:
            return
        try:
            if self._write(path, year, language):
                self._tell(path)
        except DigicomError as error:
            title = self.tr("The template was not written")
            show_message(title, self._words().error(error), self._over)

    def _where(self, year: int) -> Path | None:
        name = safe_name(self.tr("Self-assessment_{0}_template").format(year), str(year))
        title = self.tr("Save the template")
        kinds = self.tr("Excel workbook (*.xlsx)")
        path = ask_where_to_save(self._over, title, f"{name}.xlsx", kinds)
        if path is None:
            return None
        return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")

    def _write(self, path: Path, year: int, language: Language) -> bool:
        """Whether it was written; not where the person called it off."""
        called_off = Event()

        def on_step(step: Step) -> None:
            if called_off.is_set():
                raise DigicomError("files.cancelled", path=path)

        def write() -> bool:
            self._workspace.write_template(path, year, language, on_step)
            return True

        written = wait_for(write, self.tr("Writing the template"), path.name, self._over)
        called_off.set()
        return bool(written)

    def _tell(self, path: Path) -> None:
        written = TemplateWritten(path, self._over)
        answer = written.exec()
        written.deleteLater()
        if answer == _OPEN_FOLDER:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
