"""Words of resources/words/ → sentences by dotted id."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from digicom_desktop.domain.text import LocalizedText


def read_words(folder: Path) -> dict[str, LocalizedText]:
    """The sentences of all files, merged.

    A table with ``zh`` and ``en`` is a sentence, and the tables inside it are further ones.
    Anything else, one language alone, or an id in two files is a bug of ours: ValueError.
    """
    sentences: dict[str, LocalizedText] = {}
    for path in sorted(folder.glob("*.toml")):
        for id, text in _sentences(tomllib.loads(path.read_text(encoding="utf-8")), ""):
            if id in sentences:
                raise ValueError(f"{path.name}: {id} stands in another file too")
            sentences[id] = text
    return sentences


def _sentences(table: Mapping[str, object], id: str) -> Iterator[tuple[str, LocalizedText]]:
    zh, en = table.get("zh"), table.get("en")
    if isinstance(zh, str) and isinstance(en, str):
        yield id, LocalizedText(zh, en)
    elif "zh" in table or "en" in table:
        raise ValueError(f"{id} is not a sentence in two languages")
    for key, value in table.items():
        inner = f"{id}.{key}" if id else key
        if isinstance(value, dict):
            yield from _sentences(value, inner)
        elif key not in {"zh", "en"}:
            raise ValueError(f"{inner} is neither a sentence nor a table of some")
