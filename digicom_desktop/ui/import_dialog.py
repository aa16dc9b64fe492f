"""Shows what was read from a file before anything of it is brought in."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.hand_in import Difference, HandIn, IfExists
from digicom_desktop.domain.summary import SavedRow
from digicom_desktop.domain.words import Words
from digicom_desktop.ui import theme
from digicom_desktop.ui.buttons import Kind
from digicom_desktop.ui.card import DownScroll
from digicom_desktop.ui.dialogs import PlainDialog
from digicom_desktop.ui.import_facts import IfExistsChoice, ImportFacts
from digicom_desktop.ui.import_findings import ImportFindings
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.tokens import SPACE_8, SPACE_16

_FACTS_WIDTH = 352
_SIZE = QSize(1080, 680)
"""At most, with something to read at the right."""
_AROUND = QSize(32, 48)
"""What is left free of the window below."""


class ImportDialog(PlainDialog):
    """``visible`` and ``if_exists`` say what to do, once it was accepted."""

    def __init__(
        self,
        hand_in: HandIn,
        name: str,
        edition: Edition,
        existing: SavedRow | None,
        words: Words,
        parent: QWidget | None = None,
        same: int | None = None,
    ) -> None:
        """``same`` is the revision here that says exactly what the file says."""
        super().__init__(self.tr("Bring in a file"), parent)
        self.setSizeGripEnabled(True)
        self._hand_in = hand_in
        self._findings = ImportFindings(hand_in, words)
        self._facts = ImportFacts(hand_in, edition, words.language)
        self._exists = IfExistsChoice(existing, same) if existing is not None else None
        self._lay_out(name)
        self._scroll.let_body_fill()  # what is to be read takes all there is
        cancel = self.add_button(self.tr("Cancel"), Kind.SECONDARY, QDialog.DialogCode.Rejected)
        self._bring = self.add_button("", Kind.PRIMARY, QDialog.DialogCode.Accepted)
        self._bring.setDefault(True)
        self.setTabOrder(cancel, self._bring)
        self._findings.rows.chosen.connect(self._show_content)
        if self._exists is not None:
            self._exists.chosen.connect(self._show_button)
        self._show_content()
        self._show_button()
        self._bring.setFocus()

    @property
    def visible(self) -> tuple[Difference, ...]:
        """The differences of which the cells count."""
        return self._findings.rows.visible

    @property
    def if_exists(self) -> IfExists:
        """What becomes of the assessment that is there."""
        return IfExists.KEEP if self._exists is None else self._exists.if_exists

    def fit(self) -> None:
        if self._findings.is_empty:
            super().fit()
            return
        over = self.parentWidget()
        room = over.window().size() - _AROUND if over is not None else _SIZE
        size = QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height()))
        self.take(size.boundedTo(room).expandedTo(self.minimumSizeHint()))

    def _lay_out(self, name: str) -> None:
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, SPACE_8, 0)
        column.setSpacing(SPACE_16)
        column.addWidget(self._facts)
        untouched = self.tr("The file itself is not changed.")
        column.addWidget(PlainLabel(untouched, "caption", "text2", wrap=True))
        if self._exists is not None:
            column.addWidget(self._exists)
        column.addStretch(1)
        file = PlainLabel(name, "compact", "text2", wrap=True)
        self.body.addWidget(file)
        if self._findings.is_empty:
            self._findings.hide()
            self.body.addWidget(facts)
            return
        scroll = DownScroll()
        scroll.setAccessibleName(self.tr("What the file holds"))
        scroll.setFixedWidth(theme.width(_FACTS_WIDTH))
        scroll.show_inside(facts)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(scroll)
        row.addWidget(self._findings, 1)
        self.body.addLayout(row, 1)

    def _show_content(self) -> None:
        self._facts.show_content(self._hand_in.assessment(frozenset(self.visible)))

    def _show_button(self) -> None:
        skips = self.if_exists is IfExists.SKIP
        self._bring.set_label(self.tr("Skip this file") if skips else self.tr("Import"))
