"""Above the first page of a year that was begun from the one before: what is still to be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digicom_desktop.session import Session
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.tokens import PAGE_SIDE, SPACE_12, Tone


class CarriedBand(QWidget):
    """``place_requested`` leads to the first answer that is to be confirmed."""

    place_requested = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._start = Button("", Kind.SECONDARY, on_click=self._on_start)
        self._banner = Banner("", Tone.BLUE, (self._start,))
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_SIDE, SPACE_12, PAGE_SIDE, SPACE_12)
        row.addWidget(self._banner)
        self.hide()

    def show_at(self, kind: str) -> None:
        """Shows itself at the company, as long as anything is to be confirmed."""
        waiting, previous = self._waiting(), self._session.current.previous
        self.setVisible(kind == "company" and bool(waiting) and previous is not None)
        if previous is None or not waiting:
            return
        said = self.tr(
            "The answers of {0} are here. Items to be confirmed or changed one by one: {1}. The "
            "figures of {2} are to be filled in anew."
        )
        year = self._session.current.year
        self._banner.set_text(said.format(previous.year, len(waiting), year))
        self._start.set_label(self.tr("Begin with {0}").format(waiting[0]))

    def _waiting(self) -> list[str]:
        current = self._session.current
        return [id for id in self._session.edition.item_ids if current.answer(id).to_confirm]

    def _on_start(self) -> None:
        self.place_requested.emit(f"item/{self._waiting()[0]}")
