"""What a package is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from digicom_desktop.documents.package_evidence import NamedFile, named_files
from digicom_desktop.domain.report import Report
from digicom_desktop.domain.revision import Revision, State
from digicom_desktop.file_names import safe_name


def _no_files() -> Mapping[str, Path]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PackageSource:
    """All that a package is made of; ``report`` is that of its documents.

    With ``revision``, that one alone is packed. Without, the draft, and ``revisions`` are all there
    are; ``content`` is what the draft says where that is not the content of ``report`` (a draft
    that is finalised may have gone on carrying out its plan). ``evidence`` says by SHA-256 where
    each file lies that any of these contents names. ``id`` is that of the assessment.
    """

    report: Report
    id: str
    revision: Revision | None = None
    revisions: tuple[Revision, ...] = ()
    evidence: Mapping[str, Path] = field(default_factory=_no_files)
    content: bytes = b""

    @property
    def said(self) -> bytes:
        """The canonical content of the package."""
        if self.revision is not None:
            return self.revision.content
        return self.content or self.report.content

    @property
    def kept(self) -> tuple[Revision, ...]:
        """The revisions that are packed."""
        return self.revisions if self.revision is None else (self.revision,)

    @property
    def state(self) -> str:
        """Where what is packed stands."""
        if self.revision is not None:
            return self.revision.state.value
        if self.report.state == State.DRAFT.value or not self.revisions:
            return State.DRAFT.value
        return self.revisions[-1].state.value

    @property
    def files(self) -> Mapping[str, NamedFile]:
        """The evidence files that are packed, by SHA-256."""
        return named_files([self.said, *(r.content for r in reversed(self.revisions_beside))])

    @property
    def revisions_beside(self) -> tuple[Revision, ...]:
        """The revisions that have members of their own."""
        return self.revisions if self.revision is None else ()

    @property
    def name(self) -> str:
        """What the package and its documents are called, safe and without a suffix."""
        return safe_name(self.report.file_title, "digicom", self.report.file_ending)
