"""A zip of plain texts, and on which versions of its libraries documents are made."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from digicom_desktop.errors import DigicomError


def write_texts(path: Path, texts: Mapping[str, str]) -> None:
    """Write ``texts`` by their names."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, text in texts.items():
            file.writestr(name, text.encode())


def check_texts(path: Path, texts: Mapping[str, str]) -> None:
    """Raise DigicomError ``files.not_read_back`` unless ``path`` holds just ``texts``."""
    try:
        with ZipFile(path) as file:
            found = {name: file.read(name).decode() for name in file.namelist()}
    except (BadZipFile, UnicodeDecodeError) as error:
        raise DigicomError("files.not_read_back", path=path) from error
    if found != dict(texts):
        raise DigicomError("files.not_read_back", path=path)


def versions() -> dict[str, str]:
    """By the names of the libraries."""
    import openpyxl
    import PIL
    import pypdf
    import reportlab

    return {
        "openpyxl": openpyxl.__version__,
        "reportlab": reportlab.__version__,
        "pypdf": pypdf.__version__,
        "Pillow": PIL.__version__,
    }
