"""What every page of an open assessment can do, and how it asks for things."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digicom_desktop.session import Change


class Page(QWidget):
    """A page born with what it shows; the assessment page is its owner.

    Places are "company", "profile", "item/1.1", "results", "export". A page never changes the
    session itself: it asks with ``change_requested``, and is told with ``show_change``.
    """

    change_requested = Signal(object, str)
    """The new ``Assessment``, and the id of the field visit whose undo steps merge ("" for none)."""
    visit_ended = Signal()
    """The person left the field: the next change is another undo step."""
    typing = Signal()
    """Something was typed that is not told yet; the strip says so."""
    place_requested = Signal(str)
    """Another place is asked for; after "#" may follow what to look at there."""

    def show_change(self, change: Change) -> None:
        """Shows what has changed, also by undo; fields that a person types in are left alone."""

    def flush(self) -> None:
        """Asks at once for what was typed and not asked for yet."""

    def make_guide(self) -> QWidget | None:
        """The guide beside this page, made when it is first opened; None where there is none."""
        return None

    def focus_start(self, target: str = "") -> None:
        """Puts the keyboard where the work begins, or at ``target`` ("figures", "evidence", …)."""
