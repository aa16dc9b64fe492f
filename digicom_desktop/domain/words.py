"""The sentences of one language, by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.long_paths import plain


@dataclass(frozen=True, slots=True)
class Words:
    """What domain, store, documents and the command line can say, in one language."""

    language: Language
    sentences: Mapping[str, str]

    def say(self, id: str, /, **values: object) -> str:
        """The sentence ``id`` with ``values`` in its named places.

        Raises KeyError for an unknown id: that is a bug, found by the test that collects all ids.
        """
        shown = {
            name: plain(value) if isinstance(value, PurePath) else value
            for name, value in values.items()
        }
        return self.sentences[id].format_map(shown)

    def error(self, error: DigicomError) -> str:
        """The sentence of a known failure."""
        return self.say(error.id, **error.values)
