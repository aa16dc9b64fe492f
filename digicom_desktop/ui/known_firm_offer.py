"""The offer to take over what an earlier assessment says of the same firm."""

from PySide6.QtCore import Signal

from digicom_desktop.domain import credit_code
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.known_firm import is_otherwise_empty, with_known_firm
from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.buttons import Button, Kind
from digicom_desktop.ui.tokens import Tone
from digicom_desktop.workspace import Workspace


class KnownFirmOffer(Banner):
    """A quiet line; ``accepted`` is told when the person wants it.

    It comes up in an assessment that is otherwise empty, and stays while there is something to
    take over, so that nothing moves under the hands of who types on.
    """

    accepted = Signal()

    def __init__(self, workspace: Workspace, id: str) -> None:
        fill = Button(self.tr("Fill in the company information"), Kind.LINK)
        super().__init__("", Tone.GREY, (fill,))
        fill.clicked.connect(lambda: self.accepted.emit())
        self._workspace, self._id = workspace, id
        self._code = ""
        self._known: Assessment | None = None
        self.hide()

    def show_assessment(self, assessment: Assessment) -> None:
        """Offers what there is for the code of ``assessment``."""
        code = credit_code.normal_form(assessment.company.credit_code)
        if code != self._code:
            self._code = code
            self._known = self._find(code) if is_otherwise_empty(assessment) else None
        known = self._known
        self.setVisible(known is not None and self.filled(assessment) != assessment)
        if known is not None:
            self.set_text(
                self.tr("An assessment of this firm for {0} is here already.").format(known.year)
            )

    def filled(self, assessment: Assessment) -> Assessment:
        """``assessment`` with what is known."""
        return with_known_firm(assessment, self._known) if self._known else assessment

    def _find(self, code: str) -> Assessment | None:
        if not code or credit_code.problem(code):
            return None
        try:
            row = self._workspace.newest_of(code, besides=self._id)
            return None if row is None else self._workspace.open(row.id).current
        except DigicomError:
            return None  # what cannot be read is told where it is opened
