"""What a file brings back: the content inside it, what people changed, what could not be read."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from digicom_desktop.domain.assessment import Assessment
from digicom_desktop.domain.revision import Revision
from digicom_desktop.domain.text import Language

Apply = Callable[[Assessment], Assessment]


class Source(StrEnum):
    """What kind of file it was."""

    WORKBOOK = "workbook"
    TEMPLATE = "template"
    """A workbook that was written empty, to be filled without the program."""
    PACKAGE = "package"


class IfExists(StrEnum):
    """What becomes of an assessment of the same firm and year that is saved already."""

    KEEP = "keep"
    """Both stay."""
    REPLACE = "replace"
    """It says from now on what the file says; its revisions stay."""
    SKIP = "skip"
    """Nothing is brought in."""


class Taken(StrEnum):
    """Which side of a difference counts."""

    VISIBLE = "visible"
    """What stands in the cells that people see."""
    ORIGINAL = "original"
    """What the program wrote into the hidden sheet."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a file: a sentence by id with its values, and where (``cell`` "E7").

    ``sheet`` and ``cell`` are "" for what is about the whole file. A note is ``grave`` where
    something that was written there is not brought in.
    """

    id: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    sheet: str = ""
    cell: str = ""
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell for people that says something else than the hidden content.

    ``what`` names the field in words; both texts as people read them, "" for nothing. ``apply``
    makes an assessment say what is visible.
    """

    sheet: str
    cell: str
    what: str
    original: str
    visible: str
    apply: Apply = field(repr=False)


def _no_files() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HandIn:
    """A file that was read, before anybody decided what becomes of it.

    ``original`` is the content inside the file; of a template, an empty assessment. ``code`` is
    the consistency code of that content, "" for a template; ``stated_code`` what the file itself
    says. ``id`` is that of the package, "" otherwise; ``revisions`` are those of the package, or
    the one that a workbook was exported of, unless it was altered since. ``evidence`` maps the
    hash of each evidence file that the package holds to the name of its member.
    """

    source: Source
    language: Language
    original: Assessment
    code: str
    stated_code: str
    differences: tuple[Difference, ...] = ()
    notes: tuple[Note, ...] = ()
    id: str = ""
    state: str = "draft"
    revision: int | None = None
    revisions: tuple[Revision, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=_no_files)

    @property
    def was_altered(self) -> bool:
        """Whether it is a workbook of a revision, and not as it was exported any more."""
        is_of_revision = self.source is Source.WORKBOOK and self.revision is not None
        return is_of_revision and not self.revisions

    def assessment(self, visible: Collection[Difference]) -> Assessment:
        """What is brought in when ``visible`` are the differences of which the cells count."""
        assessment = self.original
        for difference in self.differences:
            if difference in visible:
                assessment = difference.apply(assessment)
        return assessment
