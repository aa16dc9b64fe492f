"""The manual of ``resources/manual/``, in one language."""

from dataclasses import dataclass
from pathlib import Path

from digicom_desktop.domain.manual import Chapter, read_chapter
from digicom_desktop.domain.text import Language


@dataclass(frozen=True, slots=True)
class Manual:
    """Its chapters in their order, and where their pictures lie."""

    chapters: tuple[Chapter, ...]
    language: Language
    pictures: Path

    def picture(self, name: str) -> Path:
        """The picture ``name`` of this language."""
        return self.pictures / f"{name}-{self.language}.png"


def read_manual(folder: Path, language: Language) -> Manual:
    """The manual in ``folder``; files are called "01-start.md" and stand in this order."""
    files = sorted((folder / language).glob("*.md"))
    chapters = (
        read_chapter(path.stem.partition("-")[2], path.read_text(encoding="utf-8"))
        for path in files
    )
    return Manual(tuple(chapters), language, folder / "pictures")
