"""The settings: how the program looks and speaks, and where files go."""

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop import __version__
from digicom_desktop.domain.text import Language
from digicom_desktop.long_paths import plain
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.dialogs import WIDE, PlainDialog
from digicom_desktop.ui.fields import ChoiceField
from digicom_desktop.ui.folder_choice import FolderChoice
from digicom_desktop.ui.labels import PlainLabel, Separator
from digicom_desktop.ui.preferences import PreferenceFile
from digicom_desktop.ui.theme import Appearance, TextSize
from digicom_desktop.ui.tokens import SPACE_4, SPACE_12, SPACE_16


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person wants; a folder is "" for none."""

    language: Language
    appearance: Appearance
    text_size: TextSize
    export_folder: str
    backup_folder: str


class SettingsDialog(PlainDialog):
    """Language, text size and theme; where exports, backups and data go.

    Ends with ``MOVE`` where the person wants the data in ``folder`` to lie elsewhere.
    """

    MOVE = 2

    diagnostics_requested = Signal()

    def __init__(
        self,
        preferences: PreferenceFile,
        folder: PurePath,
        parent: QWidget | None = None,
        *,
        movable: bool,
    ) -> None:
        super().__init__(self.tr("Settings"), parent, WIDE)
        known = preferences.current
        chinese = QLocale(Language.ZH).nativeLanguageName()
        # Both are named, so that whoever cannot read the language of the window finds it, too.
        self._language = ChoiceField(
            self.tr("Language ({0}, English)").format(chinese),
            [(Language.ZH, chinese), (Language.EN, "English")],
        )
        self._language.set_text(preferences.language)
        self._appearance = self._make_appearance(known.appearance)
        self._text_size = ChoiceField(
            self.tr("Size of texts and controls"),
            [(str(int(size)), self.tr("{0} %").format(int(size))) for size in TextSize],
        )
        self._text_size.set_text(str(int(known.text_size)))
        self._exports = FolderChoice(
            self.tr("Exported files go to"),
            known.export_folder,
            self.tr("the folder for documents"),
        )
        self._backups = FolderChoice(
            self.tr("Second place for backups, such as a memory stick"),
            known.backup_folder,
            self.tr("none: backups are only beside the data"),
        )
        self._lay_out(folder, movable)
        self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        self.add_button(self.tr("Apply"), Kind.PRIMARY, QDialog.DialogCode.Accepted).setDefault(
            True
        )

    @property
    def chosen(self) -> Chosen:
        """What the person wants."""
        return Chosen(
            Language(self._language.text()),
            Appearance(self._appearance.text()),
            TextSize(int(self._text_size.text())),
            self._exports.folder,
            self._backups.folder,
        )

    def _make_appearance(self, now: Appearance) -> ChoiceField:
        field = ChoiceField(
            self.tr("Appearance"),
            [
                (Appearance.SYSTEM, self.tr("As the system")),
                (Appearance.LIGHT, self.tr("Light")),
                (Appearance.DARK, self.tr("Dark")),
            ],
        )
        field.set_text(now)
        return field

    def _lay_out(self, folder: PurePath, movable: bool) -> None:
        look = QGridLayout()
        look.setHorizontalSpacing(SPACE_12)
        look.setVerticalSpacing(SPACE_12)
        for place, field in enumerate((self._language, self._appearance, self._text_size)):
            look.addWidget(field, *divmod(place, 2))
        for column in range(2):
            look.setColumnStretch(column, 1)
        self.body.addLayout(look)
        self.body.addWidget(Separator())
        self.body.addWidget(self._exports)
        self.body.addWidget(self._backups)
        self.body.addWidget(Separator())
        self.body.addLayout(self._place(folder, movable))
        self.body.addWidget(Separator())
        self.body.addLayout(self._help())

    def _place(self, folder: PurePath, movable: bool) -> QHBoxLayout:
        """Where the data lie, and the way there."""
        folder = plain(folder)
        where = PlainLabel(str(folder), "compact", wrap=True)
        where.let_copy()
        texts = QVBoxLayout()
        texts.setSpacing(SPACE_4)
        caption = self.tr("Your data are only on this computer, in")
        texts.addWidget(PlainLabel(caption, "caption", "text2", wrap=True))
        texts.addWidget(where)
        show = Button(self.tr("Open folder"), icon="folder")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addLayout(texts, 1)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        if movable:
            move = Button(self.tr("Move…"), on_click=lambda: self.done(self.MOVE))
            move.setAccessibleName(self.tr("Move the data to another folder…"))
            row.addWidget(move, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _help(self) -> QHBoxLayout:
        """The version, and what to send to whoever mends the program."""
        texts = QVBoxLayout()
        texts.setSpacing(SPACE_4)
        texts.addWidget(PlainLabel(self.tr("Version {0}").format(__version__), "compact"))
        caption = self.tr("If something goes wrong: what the program did, nothing that you entered")
        texts.addWidget(PlainLabel(caption, "caption", "text2", wrap=True))
        save = Button(self.tr("Save diagnostics…"))
        save.clicked.connect(self.diagnostics_requested)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addLayout(texts, 1)
        row.addWidget(save, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
