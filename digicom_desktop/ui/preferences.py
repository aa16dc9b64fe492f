"""What the person likes: language, theme, window and guide, kept in one small file."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.files import write_bytes
from digicom_desktop.ui.theme import Appearance

_Choice = TypeVar("_Choice", Language, Appearance)

FILE_NAME = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """``geometry`` is x, y, width, height in logical pixels, empty at first.

    ``guide_open`` is None until the person opens or closes the guide: then the width decides.
    """

    language: Language = Language.ZH
    appearance: Appearance = Appearance.SYSTEM
    geometry: tuple[int, ...] = ()
    maximised: bool = False
    guide_open: bool | None = None


class PreferenceFile:
    """The preferences as they are now, and their file, which is written whole at each change.

    ``language`` is the one spoken now: the command line may name another than the preferred one.
    """

    def __init__(self, folder: Path, language: Language | None = None) -> None:
        self._path = folder / FILE_NAME
        self.current = _read(self._path)
        self.language = language or self.current.language

    def change_look(self, language: Language, appearance: Appearance) -> bool:
        """Speaks ``language`` and shows ``appearance`` from now on; whether anything changed."""
        before = self.language, self.current.appearance
        self.language = language
        self.change(language=language, appearance=appearance)
        return before != (language, appearance)

    def change(self, **values: object) -> None:
        """Remembers ``values``; a disk that refuses them costs only the preference."""
        changed = replace(self.current, **values)  # type: ignore[arg-type]
        if changed == self.current:
            return
        self.current = changed
        with suppress(DigicomError):
            write_bytes(self._path, json.dumps(asdict(changed), indent=1).encode())


def _read(path: Path) -> Preferences:
    """What ``path`` says; whatever in it is missing or damaged is as at first."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    return Preferences(
        language=_one_of(Language, found.get("language"), Language.ZH),
        appearance=_one_of(Appearance, found.get("appearance"), Appearance.SYSTEM),
        geometry=_numbers(found.get("geometry")),
        maximised=found.get("maximised") is True,
        guide_open=guide if isinstance(guide := found.get("guide_open"), bool) else None,
    )


def _one_of(kind: type[_Choice], value: object, otherwise: _Choice) -> _Choice:
    try:
        return kind(str(value))
    except ValueError:
        return otherwise


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or len(value) != 4:
        return ()
    if not all(isinstance(number, int) and abs(number) < 100_000 for number in value):
        return ()
    return tuple(value)
