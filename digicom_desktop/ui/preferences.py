"""What the person likes: language, theme, window and guide, kept in one small file."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from digicom_desktop.domain.text import Language
from digicom_desktop.errors import DigicomError
from digicom_desktop.ui.theme import Appearance, TextSize

FILE_NAME = "preferences.txt"

_T = TypeVar("_T")
_BOOLEANS = MappingProxyType({"True": True, "False": False})


@dataclass(frozen=True, slots=True)
class Preferences:
    """``geometry`` is x, y, width, height in logical pixels, empty at first.

    ``guide_open`` is None until the person opens or closes the guide: then the width decides.
    ``export_folder`` is where files were written last, "" at first. ``scores_shown``: whether the
    strip above an assessment shows its scores as they grow. ``backup_folder`` is a second place for
    backups, "" for none.
    """

    language: Language = Language.ZH
    appearance: Appearance = Appearance.SYSTEM
    geometry: tuple[int, ...] = ()
    maximised: bool = False
    guide_open: bool | None = None
    export_folder: str = ""
    backup_folder: str = ""
    text_size: TextSize = TextSize.NORMAL
    scores_shown: bool = True


class PreferenceFile:
    """The preferences as they are now, and their file, which is written whole at each change.

    ``language`` is the one spoken now: the command line may name another than the preferred one.
    """

    def __init__(self, folder: Path, language: Language | None = None) -> None:
        self._path = folder / FILE_NAME
        self.current = _read(self._path)
        self.language = language or self.current.language

    def change_look(
        self, language: Language, appearance: Appearance, text_size: TextSize | None = None
    ) -> bool:
        """Speaks ``language`` and looks like that from now on; whether anything changed.

        Texts stay as large as they are where ``text_size`` is None.
        """
        before = self.language, self.current.appearance, self.current.text_size
        self.language = language
        text_size = text_size or self.current.text_size
        self.change(language=language, appearance=appearance, text_size=text_size)
        return before != (language, appearance, text_size)

    def change(self, **values: object) -> None:
        """Remembers ``values``; a disk that refuses them costs only the preference."""
        # Not on the way to the first paint.
        from digicom_desktop.files import write_bytes

        changed = replace(self.current, **values)  # type: ignore[arg-type]
        if changed == self.current:
            return
        self.current = changed
        with suppress(DigicomError):
            write_bytes(self._path, _text(changed).encode())


def _text(preferences: Preferences) -> str:
    """One line ``name = value`` each: read at every start, so it must need no library."""
    return (
        f"language = {preferences.language}\n"
        f"appearance = {preferences.appearance}\n"
        f"geometry = {' '.join(map(str, preferences.geometry))}\n"
        f"maximised = {preferences.maximised}\n"
        f"guide_open = {preferences.guide_open}\n"
        f"export_folder = {_one_line(preferences.export_folder)}\n"
        f"backup_folder = {_one_line(preferences.backup_folder)}\n"
        f"text_size = {preferences.text_size}\n"
        f"scores_shown = {preferences.scores_shown}\n"
    )


def _read(path: Path) -> Preferences:
    """What ``path`` says; whatever in it is missing or damaged is as at first."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return Preferences()
    pairs = (line.partition("=") for line in lines)
    found = {name.strip(): value.strip() for name, _, value in pairs}
    return Preferences(
        language=_value(found, "language", Language, Language.ZH),
        appearance=_value(found, "appearance", Appearance, Appearance.SYSTEM),
        geometry=_value(found, "geometry", _rectangle, ()),
        maximised=_BOOLEANS.get(found.get("maximised", ""), False),
        guide_open=_BOOLEANS.get(found.get("guide_open", "")),
        export_folder=found.get("export_folder", ""),
        backup_folder=found.get("backup_folder", ""),
        text_size=_value(found, "text_size", _text_size, TextSize.NORMAL),
        scores_shown=_BOOLEANS.get(found.get("scores_shown", ""), True),
    )


def _one_line(text: str) -> str:
    """``text``, or nothing where a line of a file could not hold it (some systems allow such)."""
    return text if text.isprintable() and text == text.strip() else ""


def _value(found: Mapping[str, str], name: str, read: Callable[[str], _T], otherwise: _T) -> _T:
    try:
        return read(found.get(name, ""))
    except ValueError:
        return otherwise


def _text_size(text: str) -> TextSize:
    return TextSize(int(text))


def _rectangle(text: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in text.split())
    if len(numbers) != 4 or any(abs(number) > 100_000 for number in numbers):
        raise ValueError(text)
    return numbers
