"""What every page of an open assessment can do, and how it asks for things."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digicom_desktop.ui.after_paint import AfterPaint

# The names of the pages are needed to paint Home, what they show is not.
if TYPE_CHECKING:
    from digicom_desktop.domain.guideline import Edition
    from digicom_desktop.domain.words import Words
    from digicom_desktop.session import Change, Session
    from digicom_desktop.workspace import Workspace


class Page(QWidget):
    """A page born with what it shows; the assessment page is its owner.

    Places are "company", "profile", "item/1.1", "results", "export". A page never changes the
    session itself: it asks with ``change_requested``, and is told with ``show_change``.
    """

    change_requested = Signal(object, str)
    """The new ``Assessment``, and the field visit whose undo steps become one ("" for none)."""
    visit_ended = Signal()
    """The person left the field: the next change is another undo step."""
    typing = Signal(bool)
    """Whether something was typed that is not told yet; the strip says so."""
    place_requested = Signal(str)
    """Another place is asked for; after "#" may follow what to look at there."""

    assessment_requested = Signal(str)
    """A page of Home asks for the assessment of this id."""
    file_requested = Signal(object)
    """The assessment in the file of this ``Path`` is to be brought in and opened."""

    standing_changed = Signal()
    """A revision was made, or something became of one: strip and rail show it."""

    def show_change(self, change: "Change") -> None:
        """Shows what has changed, also by undo; fields that a person types in are left alone."""

    def flush(self) -> None:
        """Asks at once for what was typed and not asked for yet."""

    has_guide = False
    """Whether ``make_guide`` makes one."""

    def make_guide(self) -> QWidget | None:
        """The guide beside this page, made when it is first opened; None where there is none."""
        return None

    @property
    def foot(self) -> int:
        """How high the bar below the page is, which a guide over the page leaves free."""
        return 0

    def focus_start(self, target: str = "") -> None:
        """Puts the keyboard where the work begins, or at ``target`` ("figures", "evidence", …)."""

    def lead_to_items(self) -> None:
        """An assessment is open beside this page: it may lead to the assessment's items."""

    def complete(self) -> None:
        """Has all of the page there at once, also what is made only after it has been painted."""
        for part in self.findChildren(AfterPaint):
            part.finish()

    def shows_change(self, change: "Change") -> bool:
        """Whether undo stays here, although what it changed is filled in on another page."""
        return False

    def bookmark(self) -> tuple[str, ...]:
        """The target that the person leaves, and those that stand nearest, if it will be gone."""
        return ()

    def kept(self) -> tuple[str, ...]:
        """What the person chose here that is saved nowhere, such as what is compared with."""
        return ()

    def go_on_with(self, kept: tuple[str, ...]) -> None:
        """Shows what another such page ``kept``."""

    def come_back(self, bookmark: tuple[str, ...]) -> None:
        """Puts the keyboard where another such page was left."""
        self.focus_start()


LOOK = "export#look"
"""Where what is finalised opens: everything about it is there, and no key changes anything."""


PageMaker = Callable[["Session", "Words", "Workspace", str], Page]
"""Makes the page of a place; the text is what follows "/" in it ("1.1" of "item/1.1"), or ""."""

ReferenceMaker = Callable[["Edition", "Words"], Page]
"""Makes a page about an edition, on Home or beside an assessment."""

ToolMaker = Callable[["Workspace", "Words"], Page]
"""Makes a page of Home that works on everything saved."""


@dataclass(frozen=True, slots=True)
class PageMakers:
    """How the pages are made; ``all_pages`` names them, so that each loads when first needed.

    ``pages``: "company", "profile", "item", "review", "results", "worked", "plan",
    "compare", "export", "guideline", "method".
    ``references``: "guideline", "method", "manual"; ``tools``: "check". A place without
    a maker is not offered.
    """

    pages: Mapping[str, PageMaker]
    references: Mapping[str, ReferenceMaker]
    tools: Mapping[str, ToolMaker] = field(default_factory=lambda: MappingProxyType({}))


def split_place(place: str) -> tuple[str, str, str]:
    """The three parts of a place: "item/1.1#figures" → ("item", "1.1", "figures").

    A field is named by what it is: "company#metrics.orders.previous", "item/4.3#4.3.k1.previous".
    """
    where, _, target = place.partition("#")
    kind, _, subject = where.partition("/")
    return kind, subject, target


def place_of_part(part: str) -> str:
    """The place where the stored part ``part`` ("answer/1.1") is filled in, "" if there is none."""
    if part in ("company", "profile"):
        return part
    if part == "metrics":
        return "company"
    if part == "reasons":
        return "review"
    if part == "plan":
        return "plan"
    kind, _, item = part.partition("/")
    return f"item/{item}" if kind == "answer" else ""
