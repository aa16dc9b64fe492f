"""One folder that the person may choose, with what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.file_dialogs import ask_for_folder
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_4, SPACE_16


class FolderChoice(QWidget):
    """``folder`` is the one chosen, "" for none; ``nothing`` says what holds then."""

    def __init__(self, caption: str, folder: str, nothing: str) -> None:
        super().__init__()
        self.folder = folder
        self._nothing = nothing
        self._caption = caption
        self._where = PlainLabel("", "compact", wrap=True)
        self._where.let_copy()
        self._choose = Button(self.tr("Choose…"), on_click=self._on_choose)
        self._choose.setAccessibleName(self.tr("{0}: choose a folder").format(caption))
        self._none = Button(self.tr("Use the default"), Kind.QUIET, on_click=lambda: self._show(""))
        self._none.setAccessibleName(self.tr("{0}: use the default").format(caption))
        texts = QVBoxLayout()
        texts.setSpacing(SPACE_4)
        texts.addWidget(PlainLabel(caption, "caption", "text2", wrap=True))
        texts.addWidget(self._where)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        row.addLayout(texts, 1)
        row.addWidget(self._none, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show(folder)

    def _show(self, folder: str) -> None:
        self.folder = folder
        self._where.setText(folder or self._nothing)
        if not folder and self._none.hasFocus():
            self._choose.setFocus(Qt.FocusReason.TabFocusReason)
        self._none.setVisible(bool(folder))
        self._choose.setAccessibleDescription(self._where.text())

    def _on_choose(self) -> None:
        chosen = ask_for_folder(self, self._caption, self.folder)
        if chosen is not None:
            self._show(str(chosen))
