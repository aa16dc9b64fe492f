"""The card in which one more item is chosen for the plan."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from digicom_desktop.ui.card import Card
from digicom_desktop.ui.fields import SearchChoiceField
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.paragraph import Paragraph
from digicom_desktop.ui.plan_view import Candidate


class PlanAddition(Card):
    """``chosen`` tells the item and its first target."""

    chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] | None = None
        self._field = SearchChoiceField(
            "",
            (),
            self.tr("Its target is the next level at first; you may choose another."),
            placeholder=self.tr("Choose, or type a part of the number or the title"),
        )
        self._field.set_name(self.tr("Add an item to the plan"))
        self._field.edited.connect(self._on_chosen)
        self._nothing = Paragraph(
            self.tr("Every item that can rise is in the plan."), "compact", "text2", parent=self
        )
        # The list puts its text into the line when it closes: only then can that be emptied.
        self._empty = QTimer(self, singleShot=True, interval=0)
        self._empty.timeout.connect(self._on_told)
        self.body.addWidget(PlainLabel(self.tr("Add an item to the plan"), "section"))
        self.body.addWidget(self._field)
        self.body.addWidget(self._nothing)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Offers ``candidates``; the same ones again change nothing."""
        if tuple(candidates) == self._candidates:
            return
        self._candidates = tuple(candidates)
        self._field.set_choices([(c.item, self._text(c)) for c in candidates])
        self._field.setVisible(bool(candidates))
        self._nothing.setVisible(not candidates)

    def flush(self) -> None:
        """Tells what was chosen and not told yet."""
        self._field.flush()

    def focus_search(self) -> None:
        """Puts the keyboard where the item is searched."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _text(self, candidate: Candidate) -> str:
        return self.tr("{0} {1} · now level {2}, to level {3}: {4} points").format(
            candidate.item, candidate.title, candidate.now, candidate.level, candidate.gain
        )

    def _on_chosen(self, item: str) -> None:
        found = next((c for c in self._candidates or () if c.item == item), None)
        if found is None:
            return
        self._empty.start()
        self.chosen.emit(found.item, found.level)

    def _on_told(self) -> None:
        self._field.set_text("")
        line = self._field.focusProxy()
        completer = line.completer() if isinstance(line, QLineEdit) else None
        if completer is not None:  # the list is still open where a whole number was typed
            completer.popup().hide()
