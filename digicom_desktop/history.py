"""The revisions of one assessment: read them, report them, say what became of them."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from digicom_desktop.appraisal import Appraisal
from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.clock import CHINA
from digicom_desktop.domain.content_reader import read_content
from digicom_desktop.domain.explained import draft_form
from digicom_desktop.domain.going_back import gone_back
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import NEXT_STATES, Revision, State, StateChange
from digicom_desktop.domain.summary import Summary
from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.library import Library
from digicom_desktop.store.database import Store


class History:
    """What was finalised of the assessment ``id``, oldest first, read when first asked for."""

    def __init__(self, store: Store, library: Library, id: str) -> None:
        self._store = store
        self._library = library
        self._id = id
        self._revisions: tuple[Revision, ...] | None = None
        self._newest_draft: bytes | None = None

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """All revisions.

        Raises DigicomError ``store.revision_altered`` where one is not what was finalised.
        """
        if self._revisions is None:
            self._revisions = self._store.revisions(self._id)
        return self._revisions

    @property
    def newest(self) -> Revision | None:
        """The last one, None where nothing was finalised yet."""
        return self.revisions[-1] if self.revisions else None

    @property
    def newest_draft(self) -> bytes:
        """``draft_form`` of the newest revision, b"" without one."""
        if self._newest_draft is None and self.newest is not None:
            self._newest_draft = draft_form(self.newest.content)
        return self._newest_draft or b""

    def revision(self, number: int) -> Revision:
        """The revision ``number``, also where another one is not what was finalised.

        Raises DigicomError ``store.no_revision`` or ``store.revision_altered``.
        """
        return self._store.revision(self._id, number)

    def report(self, number: int, language: Language) -> Report:
        """The report of the revision ``number``: all its times are the revision's.

        Raises DigicomError ``store.no_revision``.
        """
        revision = self.revision(number)
        day = revision.finalised.astimezone(CHINA).date()
        appraisal = Appraisal(self._library, read_content(revision.content), day)
        return appraisal.report(language, revision.finalised, revision)

    def last_word(self, draft: Assessment) -> tuple[Assessment, str]:
        """What was finalised last and its code; ``draft`` and "" where nothing was."""
        newest = self.newest
        if newest is None:
            return draft, ""
        said = read_content(newest.content)
        # Numbers of evidence that the draft has given out since are not given out again.
        register = replace(said.evidence, issued=draft.evidence.issued)
        return replace(said, evidence=register), newest.code

    def gone_back(self, draft: Assessment, content: bytes) -> Assessment | None:
        """``draft``, which says ``content``, saying what was finalised last.

        None where nothing was, or in an edition that the draft has left behind.
        """
        newest = self.newest
        if newest is None:
            return None
        said = gone_back(draft, content, newest.content)
        return said if said.edition == draft.edition else None

    def add(
        self,
        parts: Mapping[str, bytes],
        removed: Collection[str],
        summary: Summary,
        content: bytes,
        code: str,
    ) -> Revision:
        """Finalise ``content`` together with the ``parts`` that the disk does not hold yet.

        Raises DigicomError, and nothing has changed.
        """
        revision = self._store.finalise(self._id, parts, removed, summary, content, code)
        self._revisions = self._newest_draft = None
        return revision

    def change_state(self, number: int, state: State, on: str, remark: str = "") -> Revision:
        """Say that the revision ``number`` came into ``state`` on the day ``on``.

        Raises DigicomError ``finalise.state`` where it cannot come there from where it stands,
        ``store.…``.
        """
        if state not in NEXT_STATES[self.revision(number).state]:
            raise DigicomError("finalise.state", number=number)
        change = StateChange(state, on, remark)
        self._revisions, revision = None, self._store.change_state(self._id, number, change)
        return revision

    def take_back_state(self, number: int) -> Revision:
        """Take back what was said last of the revision ``number``.

        Raises DigicomError ``finalise.state`` where nothing was said of it, ``store.…``.
        """
        if not self.revision(number).changes:
            raise DigicomError("finalise.state", number=number)
        self._revisions, revision = None, self._store.take_back_state(self._id, number)
        return revision
