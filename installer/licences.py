"""The licences of everything that the built folder brings along."""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

from installer.licence_terms import licence_texts

SHIPPED = (
    "email-validator", "et-xmlfile", "idna", "openpyxl", "peewee", "phonenumbers", "pi-heif",
    "pillow", "pypdf", "pyside6-essentials", "reportlab", "shiboken6",
)  # fmt: skip
"""The libraries of Python that are shipped; the build fails where there is another one."""
LEFT_OUT = {"dnspython": "dns", "charset-normalizer": "charset_normalizer"}
"""What libraries bring along and the program never imports, with its module; not built in."""
_OWN = "digicom-desktop"
_BOOTLOADER = "pyinstaller"


def licence_files() -> list[tuple[str, str]]:
    """Each text and the folder that it goes to, as PyInstaller wants them."""
    texts = Path(__file__).parent / "licences"
    found = [(str(path), "licences") for path in sorted(texts.iterdir())]
    found.append((str(_of_python()), "licences/python"))
    for name in (*SHIPPED, _BOOTLOADER):
        found += [(str(path), f"licences/{name}") for path in licence_texts(name)]
    return found


def _of_python() -> Path:
    """The licence of Python: with its library, on Windows beside the program."""
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    found = (place / "LICENSE.txt" for place in places)
    return next(path for path in found if path.is_file())


def unknown_libraries(modules: Iterable[str]) -> set[str]:
    """The distributions that ``modules`` come from and that nobody has looked at."""
    owners = packages_distributions()
    found = {owner for module in modules for owner in owners.get(module.partition(".")[0], ())}
    names = {re.sub("[-_.]+", "-", name).lower() for name in found}
    return names - {*SHIPPED, _OWN, _BOOTLOADER}
