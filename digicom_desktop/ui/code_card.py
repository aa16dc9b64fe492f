"""The card with the consistency code."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digicom_desktop.ui.buttons import Button
from digicom_desktop.ui.card import Card
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_16


class CodeCard(Card):
    """The code to compare and to copy, and what it shows and does not show."""

    def __init__(self) -> None:
        super().__init__()
        self._caption = PlainLabel("", "compact", "text2")
        self._code = PlainLabel("", "code")
        self._code.let_copy()
        self._meaning = PlainLabel("", "caption", "text2", wrap=True)
        self._copy = Button(self.tr("Copy"), icon="copy", on_click=self._on_copy)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._caption)
        words.addWidget(self._code)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addLayout(words)
        row.addWidget(self._copy)
        row.addWidget(self._meaning, 1)
        self.body.addLayout(row)

    def show_code(self, code: str, meaning: str, *, is_final: bool) -> None:
        """Shows ``code``; that of a draft is another one after the next change."""
        caption = self.tr("Consistency code") if is_final else self.tr("Draft code")
        self._caption.setText(caption)
        self._code.set_tone("accent" if is_final else "text3")
        if code != self._code.text():
            self._copy.set_label(self.tr("Copy"))
        self._code.setText(code)
        self._code.setAccessibleName(f"{caption} {code}")
        self._meaning.setText(meaning)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text())
        self._copy.set_label(self.tr("Copied"))
