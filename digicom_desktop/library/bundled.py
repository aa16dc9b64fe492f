"""The editions, words and lists of codes that come with the program."""

from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from digicom_desktop.domain.text import Language, LocalizedText
from digicom_desktop.errors import DigicomError

# What reads a part is imported with the part: Home shows before any of them is needed.
if TYPE_CHECKING:
    from digicom_desktop.domain.assessment import Assessment
    from digicom_desktop.domain.edition_map import EditionMap
    from digicom_desktop.domain.guideline import Edition
    from digicom_desktop.domain.industry import Industries
    from digicom_desktop.domain.metric import Metrics
    from digicom_desktop.domain.region import Regions
    from digicom_desktop.domain.size_class import SizeStandard
    from digicom_desktop.domain.words import Words
    from digicom_desktop.library.edition_index import EditionIndex


class Library:
    """Reads ``resources/`` part by part when first asked, and remembers what it read."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._editions: dict[str, Edition] = {}

    def edition_ids(self) -> tuple[str, ...]:
        """The ids of all editions, oldest first."""
        return self._index.ids

    def newest_edition_id(self) -> str:
        """The edition that a new assessment takes; only the index is read."""
        return self._index.ids[-1]

    def edition(self, id: str) -> "Edition":
        """The edition ``id``, whole and checked.

        Raises DigicomError ``edition.unknown`` (edition), ``edition.broken.…`` (file, item, field),
        of them ``edition.broken.altered`` for a released one that is not what was released.
        """
        from digicom_desktop.library.edition_check import load_edition

        self._require(id)
        if id not in self._editions:
            released = self._index.released.get(id, "")
            self._editions[id] = load_edition(self._folder(id), released)
        return self._editions[id]

    def has_successor(self, id: str) -> bool:
        """Whether ``id`` is an edition older than the newest; only the index is read."""
        return id in self._index.ids[:-1]

    def steps_from(self, id: str) -> "tuple[EditionMap, ...]":
        """The maps that lead from the edition ``id`` to the newest; none from the newest itself.

        Raises DigicomError ``edition.unknown``, ``edition.no_way`` (edition, newest) where a map
        is missing, ``edition.broken.…``.
        """
        self._require(id)
        newest = at = self.newest_edition_id()
        steps: list[EditionMap] = []
        while at != id:
            step = self._map_to(at)
            if step is None:
                raise DigicomError("edition.no_way", edition=id, newest=newest)
            steps.append(step)
            at = step.old
        return tuple(reversed(steps))

    def words(self, language: Language) -> "Words":
        """All sentences of ``words/*.toml`` in one language."""
        from digicom_desktop.domain.words import Words

        sentences = {id: text.in_(language) for id, text in self._sentences.items()}
        return Words(language, MappingProxyType(sentences))

    def sample(self) -> "Assessment":
        """The filled sample firm, an invented tea company."""
        from digicom_desktop.library.sample import read_sample

        return read_sample(self._resources / "samples" / "tea.toml")

    def regions(self) -> "Regions":
        """Provinces, cities and counties."""
        return self._regions

    def industries(self) -> "Industries":
        """Sections and divisions of the industry classification."""
        return self._industries

    def metrics(self) -> "Metrics":
        """The firm's digital-commerce figures and the checks between them.

        Raises DigicomError ``edition.broken.…`` (file, item, field).
        """
        return self._metrics

    def size_standard(self) -> "SizeStandard":
        """What makes a firm large, medium, small or micro."""
        return self._size_standard

    def _folder(self, id: str) -> Path:
        return self._resources / "editions" / id

    def _require(self, id: str) -> None:
        if id not in self._index.ids:
            raise DigicomError("edition.unknown", edition=id)

    def _map_to(self, id: str) -> "EditionMap | None":
        from digicom_desktop.library.map_reader import load_map

        earlier = self._index.ids[: self._index.ids.index(id)]
        return load_map(self._folder(id), self.edition(id), earlier, self.edition)

    @cached_property
    def _index(self) -> "EditionIndex":
        from digicom_desktop.library.edition_index import load_index

        return load_index(self._resources / "editions")

    @cached_property
    def _sentences(self) -> dict[str, LocalizedText]:
        from digicom_desktop.library.word_files import read_words

        return read_words(self._resources / "words")

    @cached_property
    def _regions(self) -> "Regions":
        from digicom_desktop.library.code_lists import read_regions

        return read_regions(self._resources / "regions.json")

    @cached_property
    def _industries(self) -> "Industries":
        from digicom_desktop.library.code_lists import read_industries

        return read_industries(self._resources / "industries.json")

    @cached_property
    def _size_standard(self) -> "SizeStandard":
        from digicom_desktop.library.code_lists import read_size_standard

        return read_size_standard(self._resources / "size_classes.json")

    @cached_property
    def _metrics(self) -> "Metrics":
        from digicom_desktop.library.metric_file import read_metrics

        return read_metrics(self._resources / "metrics.toml")
