"""What Windows shows under Properties › Details of the program's file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from installer.package import version_of

COMPANY = "DigiCom Desktop"
_CHINESE, _UNICODE = 0x0804, 1200


def numbers(version: str) -> tuple[int, int, int, int]:
    """``version`` as Windows wants it: "0.1.0" → (0, 1, 0, 0)."""
    found = [int(number) for number in re.findall(r"\d+", version)[:4]]
    a, b, c, d = (*found, 0, 0, 0, 0)[:4]
    return a, b, c, d


def resource(root: Path) -> Any:
    """The version resource for PyInstaller, of the version that the project in ``root`` has."""
    from PyInstaller.utils.win32 import versioninfo as info  # type: ignore[import-untyped]

    version = version_of(root)
    fixed = info.FixedFileInfo(filevers=numbers(version), prodvers=numbers(version))
    said = {
        "CompanyName": COMPANY,
        "FileDescription": "数商自评 DigiCom Desktop",
        "FileVersion": version,
        "InternalName": "digicom-desktop",
        "LegalCopyright": "Apache-2.0",
        "OriginalFilename": "digicom-desktop.exe",
        "ProductName": "DigiCom Desktop",
        "ProductVersion": version,
    }
    strings = [info.StringStruct(name, value) for name, value in said.items()]
    table = info.StringTable(f"{_CHINESE:04X}{_UNICODE:04X}", strings)
    translated = info.VarStruct("Translation", [_CHINESE, _UNICODE])
    return info.VSVersionInfo(
        ffi=fixed, kids=[info.StringFileInfo([table]), info.VarFileInfo([translated])]
    )
