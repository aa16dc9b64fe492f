"""What the bureau wants changed, and where that is done."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal

from digicom_desktop.domain.guideline import Edition
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.revision_standing import TONES, revision_name

_ITEM = re.compile(r"(?<![\d.])\d\.\d(?![\d.])")
"""How a bureau names an item: 1.1."""


class ReturnedBanner(Banner):
    """There from the return of a revision until a later one is handed in."""

    place_requested = Signal(str)

    def __init__(self) -> None:
        self._place = "company"
        self._go = Button("", Kind.LINK, on_click=lambda: self.place_requested.emit(self._place))
        super().__init__("", TONES[State.RETURNED], (self._go,))

    def show_revisions(
        self, revisions: Sequence[Revision], edition: Edition, *, is_draft: bool
    ) -> None:
        """Shows what was said of the one that was returned; ``revisions`` come newest first."""
        returned = _waiting(revisions)
        self.setVisible(returned is not None)
        if returned is None:
            return
        newest = revisions[0]
        is_ready = newest is not returned and not is_draft
        self._show_way(returned.changes[-1].remark, edition)
        self._go.setVisible(not is_ready)
        self.set_text(f"{self._said(returned)}\n{self._next(returned, newest, is_ready)}")

    def _said(self, returned: Revision) -> str:
        last = returned.changes[-1]
        asked = last.remark.strip() or self.tr("No remark was noted.")
        said = self.tr("{0} was returned on {1}: {2}")
        return said.format(revision_name(returned.number), last.on, asked)

    def _next(self, returned: Revision, newest: Revision, is_ready: bool) -> str:
        if is_ready:
            text = self.tr(
                "{0} is finalised: export it, hand it in, and note that it is submitted."
            )
            return text.format(revision_name(newest.number))
        text = self.tr(
            "Just change what it is about: the changes become revision {0}, and revision {1} stays "
            "as it is."
        )
        return text.format(newest.number + 1, returned.number)

    def _show_way(self, remark: str, edition: Edition) -> None:
        known = set(edition.item_ids)
        item = next((id for id in _ITEM.findall(remark) if id in known), "")
        self._place = f"item/{item}" if item else "company"
        self._go.set_label(
            self.tr("Go to {0}").format(item) if item else self.tr("Go and change it")
        )


def _waiting(revisions: Sequence[Revision]) -> Revision | None:
    """The one that was returned last, unless a later one was handed in."""
    for revision in revisions:
        if revision.changes:
            return revision if revision.state is State.RETURNED else None
    return None
