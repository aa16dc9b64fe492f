"""The recent backups, here and in the second place: from each of them everything can come back."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from digicom_desktop.domain.text import Language
from digicom_desktop.long_paths import plain
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.dialogs import WIDE, PlainDialog
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.home_rows import when
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_8, SPACE_24
from digicom_desktop.workspace import BackupView

SHOWN, SHOWN_ELSEWHERE = 7, 3
_KILO, _MEGA = 1_000, 1_000_000


class Wanted(IntEnum):
    """What the person wants beside reading, as the dialog's result; Escape wants nothing."""

    NOTHING = 0
    BACKUP = 2
    """A backup now."""
    RESTORE = 3
    """Everything as ``chosen`` holds it."""
    FOLDER = 4
    FILE = 5
    ONE_FILE = 6
    """Everything as one file, for another computer."""


class BackupsDialog(PlainDialog):
    """Lists of the newest, each with the way back to it.

    ``second`` are those in the second ``place``, None where that is not there now.
    """

    def __init__(
        self,
        backups: Sequence[BackupView],
        folder: PurePath,
        language: Language,
        parent: QWidget | None = None,
        place: str = "",
        second: Sequence[BackupView] | None = None,
    ) -> None:
        super().__init__(self.tr("Recent backups"), parent, WIDE)
        self.chosen = Path()
        """The backup that is to come back."""
        self._language = language
        text = self.tr(
            "The program makes a backup after each start and at each end, when something changed."
        )
        readable = self.tr(
            "Its folder also holds every assessment as a text that can be read without the program."
        )
        self.body.addWidget(Paragraph(f"{text}\n{readable}", "compact", "text2"))
        self._add_list(backups[:SHOWN], self.tr("There is no backup yet."))
        if place:
            self._add_second(place, second)
        self._add_one_file()
        self._add_elsewhere()
        self._add_buttons(folder)

    def ask(self) -> Wanted:
        """What the person wants; the dialog is gone then."""
        wanted = Wanted(self.exec())
        self.deleteLater()
        return wanted

    def _add_second(self, place: str, second: Sequence[BackupView] | None) -> None:
        head = self.tr("In the second place, {0}").format(place)
        self.body.addWidget(Paragraph(head, "caption", "text2"))
        nothing = self.tr("There is no backup yet.")
        if second is None:
            nothing = self.tr("It is not there now: plug the stick or disk in.")
        self._add_list((second or ())[:SHOWN_ELSEWHERE], nothing)

    def _add_list(self, backups: Sequence[BackupView], nothing: str) -> None:
        if backups:
            self.body.addWidget(self._list(backups))
        else:
            self.body.addWidget(PlainLabel(nothing, "body", wrap=True))

    def _add_one_file(self) -> None:
        text = self.tr(
            "To another computer: save everything as one file, take it there and open it with the "
            "program. Evidence files, revisions and the recycle bin come along."
        )
        self.body.addWidget(Paragraph(text, "compact", "text2"))
        said = self.tr("Save everything as one file…")
        save = Button(said, icon="upload", on_click=partial(self.done, Wanted.ONE_FILE))
        row = FlowLayout(SPACE_8, SPACE_8)
        row.addWidget(save)
        self.body.addLayout(row)

    def _add_elsewhere(self) -> None:
        text = self.tr(
            "From another computer: restore from the folder DigiCom on a memory stick, from an old "
            "data folder, or from a backup file. You see first what would change."
        )
        self.body.addWidget(Paragraph(text, "compact", "text2"))
        row = FlowLayout(SPACE_8, SPACE_8)
        for said, wanted in (
            (self.tr("Restore from a folder or stick…"), Wanted.FOLDER),
            (self.tr("Restore from a file…"), Wanted.FILE),
        ):
            row.addWidget(Button(said, icon="folder", on_click=partial(self.done, wanted)))
        self.body.addLayout(row)

    def _add_buttons(self, folder: PurePath) -> None:
        folder = plain(folder)
        show = Button(
            self.tr("Open folder"),
            on_click=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )
        show.setAccessibleDescription(str(folder))
        self._row.insertWidget(0, show)
        self.add_button(self.tr("Back up now"), Kind.SECONDARY, Wanted.BACKUP)
        close = self.add_button(self.tr("Close"), Kind.PRIMARY, QDialog.DialogCode.Rejected)
        close.setDefault(True)
        close.setFocus()

    def _list(self, backups: Sequence[BackupView]) -> Card:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        now = datetime.now().astimezone()
        for place, backup in enumerate(backups):
            shown = moment_of(backup.made, self._language, now)
            if backup.damaged:
                shown = self.tr("{0} · damaged, cannot be restored").format(shown)
            elif not backup.whole:
                shown = self.tr("{0} · with a flaw").format(shown)
            grid.addWidget(PlainLabel(shown, "body"), place, 0)
            size = PlainLabel(_size(backup.size), "compact", "text2")
            grid.addWidget(size, place, 1, Qt.AlignmentFlag.AlignRight)
            if backup.damaged:
                continue
            back = Button(self.tr("Restore…"), Kind.LINK)
            back.clicked.connect(partial(self._on_restore, backup.path))
            back.setAccessibleName(self.tr("Restore the backup of {0}").format(shown))
            grid.addWidget(back, place, 2)
        card.body.addLayout(grid)
        return card

    def _on_restore(self, path: Path, *_: bool) -> None:
        self.chosen = path
        self.done(Wanted.RESTORE)


def moment_of(made: datetime, language: Language, now: datetime) -> str:
    """A day as a person says it, always with the time."""
    day, time = when(made, language, now), made.astimezone().strftime("%H:%M")
    return day if time in day else f"{day} {time}"


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / _MEGA:.1f} MB" if count >= _MEGA else f"{max(1, count // _KILO)} KB"
