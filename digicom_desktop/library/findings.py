"""What is wrong with the files of an edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from digicom_desktop.errors import DigicomError


@dataclass(frozen=True, slots=True)
class EditionFinding:
    """A defect that an editor can mend: what, in which file, at which item, in which field.

    ``problem`` ends the id of its sentence (``edition.broken.<problem>``); ``file`` is relative to
    the edition's folder; ``item`` is "–" outside the items; the entries of a list are counted from
    1 in ``field`` (``practices[2].en``). ``values`` are further places of the sentence.
    """

    problem: str
    file: str
    item: str
    field: str
    values: Mapping[str, object]

    def error(self) -> DigicomError:
        """The finding as a failure, for who needs the edition whole."""
        return DigicomError(
            f"edition.broken.{self.problem}",
            file=self.file,
            item=self.item,
            field=self.field,
            **self.values,
        )
