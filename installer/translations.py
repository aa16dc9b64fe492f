"""Turns i18n/*.ts into the .qm files that Qt reads: python installer/translations.py FOLDER."""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]


def build_translations(target: Path) -> None:
    """Write one .qm per .ts into ``target``; a text that is not finished stays English."""
    # The script pyside6-lrelease only finds this one, and starts a second Python for it.
    lrelease = Path(PySide6.__path__[0]) / (
        "lrelease.exe" if sys.platform == "win32" else "lrelease"
    )
    target.mkdir(parents=True, exist_ok=True)
    for source in sorted((ROOT / "i18n").glob("*.ts")):
        written = target / source.with_suffix(".qm").name
        unfinished = written.with_suffix(".part")
        command = [str(lrelease), "-silent", str(source), "-qm", str(unfinished)]
        subprocess.run(command, check=True)
        unfinished.replace(written)


if __name__ == "__main__":
    build_translations(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "i18n")
