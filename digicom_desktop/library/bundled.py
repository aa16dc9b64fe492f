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
    from digicom_desktop.domain.guideline import Edition
    from digicom_desktop.domain.industry import Industries
    from digicom_desktop.domain.metric import Metrics
    from digicom_desktop.domain.region import Regions
    from digicom_desktop.domain.size_class import SizeStandard
    from digicom_desktop.domain.words import Words


class Library:
    """Reads ``resources/`` part by part when first asked, and remembers what it read."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._editions: dict[str, Edition] = {}

    def edition_ids(self) -> tuple[str, ...]:
        """The ids of all editions, oldest first."""
        return self._edition_ids

    def newest_edition_id(self) -> str:
        """The edition that a new assessment takes; only the index is read."""
        return self._edition_ids[-1]

    def edition(self, id: str) -> "Edition":
        """The edition ``id``, whole and checked.

        Raises DigicomError ``edition.unknown`` (edition), ``edition.broken.…`` (file, item, field).
        """
        from digicom_desktop.library.edition_check import load_edition

        if id not in self._edition_ids:
            raise DigicomError("edition.unknown", edition=id)
        if id not in self._editions:
            self._editions[id] = load_edition(self._resources / "editions" / id)
        return self._editions[id]

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

    @cached_property
    def _edition_ids(self) -> tuple[str, ...]:
        from digicom_desktop.library.edition_check import load_index

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
