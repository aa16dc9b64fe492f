"""The recent backups: when they were made, how large they are, and where they lie."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from digicom_desktop.domain.text import Language
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.dialogs import PlainDialog
from digicom_desktop.ui.home_rows import when
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.tokens import SPACE_4, SPACE_24
from digicom_desktop.workspace import BackupView

_SHOWN = 7
_KILO, _MEGA = 1_000, 1_000_000


class BackupsDialog(PlainDialog):
    """A list of the newest, and the way to their folder."""

    def __init__(
        self,
        backups: Sequence[BackupView],
        folder: PurePath,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Recent backups"), parent)
        text = self.tr(
            "The program makes a backup after each start and at each end, when something changed."
        )
        self.body.addWidget(Paragraph(text, "compact", "text2"))
        if backups:
            self.body.addWidget(self._list(backups[:_SHOWN], language))
        else:
            self.body.addWidget(PlainLabel(self.tr("There is no backup yet."), "body"))
        show = Button(
            self.tr("Open folder"),
            icon="folder",
            on_click=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )
        show.setAccessibleDescription(str(folder))
        close = self.add_button(self.tr("Close"), Kind.PRIMARY, QDialog.DialogCode.Accepted)
        self._row.insertWidget(0, show)
        close.setDefault(True)
        close.setFocus()

    def _list(self, backups: Sequence[BackupView], language: Language) -> Card:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        now = datetime.now().astimezone()
        for place, backup in enumerate(backups):
            made = when(backup.made, language, now)
            time = backup.made.astimezone().strftime("%H:%M")
            shown = made if time in made else f"{made} {time}"
            if not backup.whole:
                shown = self.tr("{0} · with a flaw").format(shown)
            grid.addWidget(PlainLabel(shown, "body"), place, 0)
            size = PlainLabel(_size(backup.size), "compact", "text2")
            grid.addWidget(size, place, 1, Qt.AlignmentFlag.AlignRight)
        card.body.addLayout(grid)
        return card


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / _MEGA:.1f} MB" if count >= _MEGA else f"{max(1, count // _KILO)} KB"
