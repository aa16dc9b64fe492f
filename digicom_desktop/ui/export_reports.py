"""The reports that a page may export, each made once."""

from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.session import Session


class ExportReports:
    """Reports of what is on the screen, and of every revision; ``forget`` when something changed.

    ``damage`` is what is wrong with the revisions, where they cannot be read.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[tuple[int, Language], Report] = {}
        self._revisions: tuple[Revision, ...] = ()
        self.damage: DigicomError | None = None
        self.forget()

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """All revisions, newest first; none where they cannot be read."""
        return self._revisions

    @property
    def newest(self) -> Revision | None:
        """The last one."""
        return self._revisions[0] if self._revisions else None

    @property
    def shown(self) -> Revision | None:
        """The revision that says exactly what is on the screen, None for a draft."""
        return None if self._session.state is State.DRAFT else self.newest

    @property
    def is_saved(self) -> bool:
        """Whether what is on the screen is on the disk."""
        return self._session.is_saved

    def current(self, language: Language) -> Report:
        """The report of what is on the screen."""
        shown = self.shown
        if shown is not None:
            return self.of(shown.number, language)
        if (0, language) not in self._made:
            self._made[0, language] = self._session.report(language)
        return self._made[0, language]

    def of(self, number: int, language: Language) -> Report:
        """The report of the revision ``number``; it never changes."""
        if (number, language) not in self._made:
            self._made[number, language] = self._session.history.report(number, language)
        return self._made[number, language]

    def forget(self) -> None:
        """Reads anew what may have changed."""
        for key in [key for key in self._made if not key[0]]:
            del self._made[key]
        try:
            self._revisions = self._session.history.revisions[::-1]
            self.damage = None
        except DigicomError as error:
            self._revisions = ()
            self.damage = error
